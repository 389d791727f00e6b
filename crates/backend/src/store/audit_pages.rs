//! The audit log as it is filtered: a page at a time, or all of it for a file.

use jiff::Timestamp;
use leads::views::AuditPlace;
use serde_json::Value;
use sqlx::{PgExecutor, PgPool, Postgres, QueryBuilder};

use super::{At, at};
use crate::ids::PersonId;

/// An entry with the names of what it refers to.
#[derive(sqlx::FromRow)]
pub struct EntryRow {
    pub number: i64,
    pub at: At,
    pub source: String,
    pub person_name: Option<String>,
    pub session: Option<String>,
    pub address: Option<String>,
    pub browser: Option<String>,
    pub action: String,
    pub object_kind: Option<String>,
    pub object_id: Option<String>,
    pub object_name: Option<String>,
    pub outcome: String,
    pub detail: Value,
}

/// Which entries are asked for.
#[derive(Clone, Debug, Default)]
pub struct EntryFilter {
    pub person: Option<PersonId>,
    pub group: Option<&'static str>,
    pub outcome: Option<&'static str>,
    /// From that moment on.
    pub since: Option<Timestamp>,
    /// Before that moment.
    pub until: Option<Timestamp>,
    pub object: Option<String>,
    /// Behind that entry, the newest first.
    pub behind: Option<AuditPlace>,
}

/// So many entries, the newest first.
pub async fn page(
    executor: impl PgExecutor<'_>,
    filter: &EntryFilter,
    most: i64,
) -> sqlx::Result<Vec<EntryRow>> {
    let mut sql = entries(filter);
    sql.push(" limit ").push_bind(most).push(NAMED);
    sql.build_query_as().fetch_all(executor).await
}

/// The names of those entries alone.
const NAMED: &str = ") select number, entries.at, source, by_person.name as person_name, session, address, browser, action, object_kind, \
    object_id, case object_kind when 'task' then (select tasks.name from tasks where tasks.id = object_id::uuid) \
        when 'draft' then (select drafts.form ->> 'name' from drafts where drafts.id = object_id::uuid) \
        when 'person' then (select users.name from users where users.id = object_id::uuid) \
        when 'robot' then (select robots.name from robots where robots.robot_id = object_id order by position limit 1) end as object_name, \
    outcome, detail from entries left join users as by_person on by_person.id = person order by entries.at desc, number desc";

/// Everybody by whom entries can be filtered.
pub async fn people(pool: &PgPool) -> sqlx::Result<Vec<(PersonId, String)>> {
    sqlx::query_as("select id, name from users order by lower(name), email")
        .fetch_all(pool)
        .await
}

fn entries(filter: &EntryFilter) -> QueryBuilder<'static, Postgres> {
    let mut sql =
        QueryBuilder::new("with entries as materialized (select * from audit_log where true");
    if let Some(person) = filter.person {
        sql.push(" and person = ").push_bind(person);
    }
    if let Some(group) = filter.group {
        sql.push(" and action_group = ").push_bind(group);
    }
    if let Some(outcome) = filter.outcome {
        // Spelt out: only so the partial index is known to fit.
        sql.push(format_args!(" and outcome = '{outcome}'"));
    }
    if let Some(since) = filter.since {
        sql.push(" and at >= ").push_bind(at(since));
    }
    if let Some(until) = filter.until {
        sql.push(" and at < ").push_bind(at(until));
    }
    if let Some(object) = &filter.object {
        sql.push(" and object_id = ").push_bind(object.clone());
    }
    if let Some(behind) = filter.behind {
        let moment = Timestamp::from_microsecond(behind.at).unwrap_or(Timestamp::MIN);
        sql.push(" and (at, number) < (")
            .push_bind(at(moment))
            .push(", ");
        sql.push_bind(behind.number).push(")");
    }
    sql.push(" order by at desc, number desc");
    sql
}
