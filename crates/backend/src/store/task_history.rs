//! The history of tasks: filtered, searched, counted and paged. What a statement reads is bounded, whatever the number of tasks.

use jiff::Timestamp;
use leads::Period;
use leads::states::TaskState;
use leads::views::CallsView;
use serde::Deserialize;
use serde_json::Value;
use sqlx::types::Json;
use sqlx::{PgConnection, Postgres, QueryBuilder};

use super::attention::{self, NEEDS_ATTENTION, StandingRow, TO_LOOK_AT};
use super::tasks::{COLUMNS, TaskRecord};
use super::{Stored, Unreadable, at, plain};
use crate::ids::{AccountId, PersonId, TaskId};

/// A task's place in the history: newer ones are before it.
pub type Place = (Timestamp, TaskId);

/// Which states are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateFilter {
    Any,
    /// Those that need attention.
    NeedsAttention,
    Only(TaskState),
    /// Calls of people's own numbers, which no other filter shows.
    Tests,
}

impl StateFilter {
    /// Whether it asks for states.
    fn is_of_states(self) -> bool {
        matches!(self, StateFilter::NeedsAttention | StateFilter::Only(_))
    }
}

/// Which tasks of the history are asked for.
#[derive(Clone, Copy, Debug)]
pub struct HistoryFilter<'a> {
    pub account: AccountId,
    pub states: StateFilter,
    pub by: Option<PersonId>,
    /// The provider's id of the robot.
    pub robot: Option<&'a str>,
    pub period: Option<Period>,
    /// Only tasks after this place.
    pub before: Option<Place>,
}

impl<'a> HistoryFilter<'a> {
    /// Whether no index finds the next task of the filter: there is none for a robot together with states or a person, and none that
    /// knows of one person's tasks which of them were marked as done.
    pub fn has_to_be_scanned(&self) -> bool {
        match self.robot {
            Some(_) => self.states.is_of_states() || self.by.is_some(),
            None => self.is_of_one_person_who_may_have_marked_some(),
        }
    }

    fn is_of_one_person_who_may_have_marked_some(&self) -> bool {
        self.states == StateFilter::NeedsAttention && self.by.is_some()
    }

    /// Appends the conditions on a task, all but its account and its place.
    pub(super) fn push_to(&self, query: &mut QueryBuilder<'a, Postgres>) {
        self.push_indexed(query);
        if self.has_to_be_scanned() {
            self.push_states_and_person(query, NEEDS_ATTENTION);
        }
    }

    /// Appends those conditions that one index knows, in the order of the page.
    pub(super) fn push_indexed(&self, query: &mut QueryBuilder<'a, Postgres>) {
        query.push(match self.states {
            StateFilter::Tests => " and is_test",
            _ => " and not is_test",
        });
        match self.robot {
            Some(robot) => {
                query
                    .push(" and settings ->> 'robot_id' = ")
                    .push_bind(robot);
            }
            None if self.is_of_one_person_who_may_have_marked_some() => {
                self.push_states_and_person(query, TO_LOOK_AT);
            }
            None => self.push_states_and_person(query, NEEDS_ATTENTION),
        }
        if let Some(Period { since, until }) = self.period {
            query.push(" and submitted_at >= ").push_bind(at(since));
            query.push(" and submitted_at < ").push_bind(at(until));
        }
    }

    /// Appends the others, which are looked at task by task.
    pub(super) fn push_scanned(&self, query: &mut QueryBuilder<'a, Postgres>) {
        if self.has_to_be_scanned() {
            self.push_states_and_person(query, NEEDS_ATTENTION);
        }
    }

    fn push_states_and_person(
        &self,
        query: &mut QueryBuilder<'a, Postgres>,
        needs_attention: &'static str,
    ) {
        match self.states {
            StateFilter::Any | StateFilter::Tests => {}
            StateFilter::NeedsAttention => {
                query.push(" and ").push(needs_attention);
            }
            StateFilter::Only(state) => {
                query.push(" and state = ").push_bind(state.key());
            }
        }
        if let Some(by) = self.by {
            query.push(" and submitted_by = ").push_bind(by);
        }
    }

    /// Appends the condition on the place: a page with a place is a statement of its own, since one condition for both would not be
    /// looked up in the index.
    pub(super) fn push_before(&self, query: &mut QueryBuilder<'a, Postgres>) {
        if let Some((before, id)) = self.before {
            query.push(" and (submitted_at, id) < (");
            query.push_bind(at(before)).push(", ").push_bind(id);
            query.push(")");
        }
    }
}

/// A task of the history, with what it shows of its batches.
#[derive(sqlx::FromRow)]
pub struct HistoryRecord {
    #[sqlx(flatten)]
    pub task: TaskRecord,
    pub batches: i64,
    /// The calls of those batches that were asked for, with their numbers.
    pub calls: Json<Vec<CallsOfBatch>>,
    #[sqlx(flatten)]
    pub standing: StandingRow,
}

#[derive(Deserialize)]
pub struct CallsOfBatch {
    pub number: i32,
    /// What a [`CallsView`] is written as: one that cannot be read is not to hide the other tasks.
    pub calls: Value,
}

impl HistoryRecord {
    /// The calls of all batches together; `None` when none was asked for yet.
    pub fn calls(&self) -> Result<Option<CallsView>, Unreadable> {
        let mut all: Option<CallsView> = None;
        for batch in &self.calls.0 {
            let row = format_args!("{} {}", self.task.id, batch.number);
            let calls = CallsView::deserialize(&batch.calls)
                .map_err(|_| Unreadable::new("parts", "calls", row))?;
            all.get_or_insert_default().add(&calls);
        }
        Ok(all)
    }
}

impl Stored for HistoryRecord {
    const TABLE: &'static str = TaskRecord::TABLE;
    const KEY: &'static [&'static str] = TaskRecord::KEY;
}

/// What a task of the history shows of its batches: joins, of which [`SHOWN_OF_BATCHES`] are the columns.
pub(super) fn of_batches() -> String {
    format!("{OF_BATCHES} {}", attention::of_tasks())
}

pub(super) const SHOWN_OF_BATCHES: &str =
    "of_batches.*, needs_attention, standing.*, refused_leads";

const OF_BATCHES: &str = "cross join lateral (select count(*) as batches, coalesce(jsonb_agg(jsonb_build_object('number', number, 'calls', calls)) filter (where calls is not null), '[]') as calls \
     from parts where task_id = tasks.id) as of_batches";

/// Tasks, newest first.
pub async fn page(
    connection: &mut PgConnection,
    filter: &HistoryFilter<'_>,
    most: usize,
) -> sqlx::Result<Vec<HistoryRecord>> {
    let mut query = QueryBuilder::new(format!(
        "select {COLUMNS}, {SHOWN_OF_BATCHES} from (select * from searched_tasks where account_id = "
    ));
    query.push_bind(filter.account);
    filter.push_to(&mut query);
    filter.push_before(&mut query);
    query.push(format!(
        " order by submitted_at desc, id desc limit {most}) as tasks join users on users.id = submitted_by {} order by submitted_at desc, tasks.id desc",
        of_batches()
    ));
    query
        .build_query_as()
        .fetch_all(connection)
        .await
        .map(plain)
}

/// How much there is of an account's tasks, and by what they can be filtered.
#[derive(sqlx::FromRow)]
pub struct HistoryCounts {
    pub total: i64,
    pub needs_attention: i64,
    pub drafts: i64,
    /// Robots as last seen at the provider: id and name.
    pub robots: Json<Vec<(String, String)>>,
    /// Everybody who can submit: id and name.
    pub people: Json<Vec<(PersonId, String)>>,
}

/// Counts an account's tasks, those that need attention, and its open drafts: the first is kept, each of the others is
/// counted up to `most`.
pub async fn counts(
    connection: &mut PgConnection,
    account: AccountId,
    most: u32,
) -> sqlx::Result<HistoryCounts> {
    sqlx::query_as(&format!(
        "select (select coalesce(sum(tasks), 0) from task_slices where account_id = $1) as total, \
         (select count(*) from (select from tasks where account_id = $1 and {NEEDS_ATTENTION} limit $2) as counted) as needs_attention, \
         (select count(*) from (select from drafts where account_id = $1 and task_id is null and discarded_at is null limit $2) \
             as counted) as drafts, \
         (select coalesce(jsonb_agg(jsonb_build_array(robot_id, name) order by name), '[]') from robots where account_id = $1) as robots, \
         (select coalesce(jsonb_agg(jsonb_build_array(id, name) order by name), '[]') from users where role = 'admin' or exists (select from account_roles where person = users.id and account_id = $1)) as people"
    ))
    .bind(account)
    .bind(i64::from(most))
    .fetch_one(connection)
    .await
}
