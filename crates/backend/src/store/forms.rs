//! What the form of a task is filled in by, in one statement: the robots, and what tasks of before had.

use leads::views::TaskForm;
use sqlx::postgres::PgRow;
use sqlx::types::Json;
use sqlx::{FromRow, PgConnection, PgPool, Row};

use super::robots::{self, SeenRobots};
use crate::ids::{AccountId, PersonId, TaskId};

/// What is known before anything is typed.
pub struct FormRecord {
    pub robots: SeenRobots,
    /// The line of the person's last task.
    pub last_line: Option<String>,
    /// The robots of the last tasks, by id, those used last first.
    pub used_robots: Vec<String>,
    /// The names of the last tasks, and of open drafts.
    pub names: Vec<String>,
    /// The form of the task that is repeated.
    pub like: Option<TaskForm>,
}

impl FormRecord {
    /// Whether a task has that name already.
    pub fn is_taken(&self, name: &str) -> bool {
        self.names.iter().any(|taken| taken == name)
    }
}

impl FromRow<'_, PgRow> for FormRecord {
    fn from_row(row: &PgRow) -> sqlx::Result<FormRecord> {
        let robots: Json<SeenRobots> = row.try_get("robots")?;
        let like: Option<Json<TaskForm>> = row.try_get("like_form")?;
        Ok(FormRecord {
            robots: robots.0,
            last_line: row.try_get("last_line")?,
            used_robots: row.try_get("used_robots")?,
            names: row.try_get("names")?,
            like: like.map(|form| form.0),
        })
    }
}

/// The last tasks of an account (`$1`), tests aside: as many as anybody remembers.
const LAST: &str = "select id, name, settings, submitted_by, submitted_at from tasks where account_id = $1 and not is_test \
    order by submitted_at desc, tasks.id desc limit 200";

/// The names of those and of open drafts.
const NAMES: &str = "select name from last union select form ->> 'name' from (select form from drafts \
    where account_id = $1 and task_id is null and discarded_at is null order by changed_at desc limit 200) as open where form ->> 'name' <> ''";

pub async fn read(
    pool: &PgPool,
    account: AccountId,
    person: PersonId,
    like: Option<TaskId>,
) -> sqlx::Result<FormRecord> {
    sqlx::query_as(&format!(
        "with last as materialized ({LAST}) select {} as robots, \
         (select settings ->> 'line' from last where submitted_by = $2 order by submitted_at desc, id desc limit 1) as last_line, \
         array(select settings ->> 'robot_id' from last group by 1 order by max(submitted_at) desc) as used_robots, \
         array({NAMES}) as names, \
         (select form from drafts where id = (select draft_id from tasks where id = $3 and account_id = $1)) as like_form",
        robots::SEEN
    ))
    .bind(account)
    .bind(person)
    .bind(like)
    .fetch_one(pool)
    .await
}

/// The names of the account's last tasks, and of its open drafts.
pub async fn names(connection: &mut PgConnection, account: AccountId) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(&format!("with last as materialized ({LAST}) {NAMES}"))
        .bind(account)
        .fetch_all(connection)
        .await
}
