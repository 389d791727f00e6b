//! What the review of a draft shows beside its leads, in one statement.

use jiff::Timestamp;
use leads::Country;
use leads::states::{CheckState, RefusalSearch};
use leads::views::FollowsView;
use serde::Deserialize;
use sqlx::postgres::PgRow;
use sqlx::types::Json;
use sqlx::{FromRow, PgPool, Postgres, Row, Type};

use super::approvals::{APPROVING, ApprovingRecord};
use super::checks::{self, CheckRecord};
use super::drafts::{self, DraftRecord};
use super::robots::{SEEN, SeenRobots};
use super::rows::RowRecord;
use super::steps::{STEP_NAME, StepName};
use super::{Located, Unreadable, count};
use crate::ids::{AccountId, CheckId, DraftId, PersonId, TaskId};

/// A draft with its last check, the account's robots, and what can be undone.
pub struct ReviewRecord {
    pub draft: DraftRecord,
    /// Where most of its numbers were called recently, if nobody is left to call for that.
    pub all_recent: Option<AllRecentRecord>,
    /// Who made the draft.
    pub made_by: Maker,
    /// Steps of fixing that are not undone.
    pub fixes: u32,
    pub robots: SeenRobots,
    /// What is undone next, and what is done again next.
    pub undo: Option<StepName>,
    pub redo: Option<StepName>,
    /// The cells of the first rows, in the order of the file, where the matching of the columns asks or offers something.
    pub first_cells: Vec<Vec<String>>,
    pub check: Option<ReviewedCheck>,
    /// The task that it follows.
    pub follows: Option<FollowsView>,
}

/// The task in which most numbers of a list were called.
#[derive(Deserialize)]
pub struct AllRecentRecord {
    pub task: TaskId,
    pub name: String,
    pub at: Timestamp,
    /// In how many tasks they were.
    pub tasks: u32,
}

/// The last check of a draft, and what came of it.
pub struct ReviewedCheck {
    pub check: CheckRecord,
    /// Leads that the provider has answered for.
    pub done: u32,
    /// How many of them it has refused, and the first of those.
    pub refused: u32,
    /// How many of those would be ready without that: the others had a warning.
    pub refused_ready: u32,
    /// What it said of whole tasks, each sentence once.
    pub words: Vec<String>,
    /// Its batches with refusals that name no lead, or in which their leads were searched for.
    pub unnamed: Vec<UnnamedRecord>,
}

/// Refusals of a batch that name no lead.
#[derive(Deserialize)]
pub struct UnnamedRecord {
    pub leads: u32,
    pub refusals: u32,
    pub search: Option<RefusalSearch>,
}

/// The person who made a draft.
pub struct Maker {
    pub id: PersonId,
    pub name: String,
}

impl FromRow<'_, PgRow> for ReviewRecord {
    fn from_row(row: &PgRow) -> sqlx::Result<ReviewRecord> {
        let robots: Json<_> = row.try_get("robots")?;
        let all_recent: Option<Json<_>> = row.try_get("all_recent")?;
        let first_cells: Option<Json<_>> = row.try_get("first_cells")?;
        let follows: Option<Json<_>> = row.try_get("follows")?;
        let step = |column| -> sqlx::Result<Option<StepName>> {
            let step: Option<Json<StepName>> = row.try_get(column)?;
            Ok(step.map(|step| step.0))
        };
        Ok(ReviewRecord {
            draft: Located::from_row(row)?.0,
            all_recent: all_recent.map(|recent| recent.0),
            made_by: Maker {
                id: row.try_get("created_by")?,
                name: row.try_get("by_name")?,
            },
            fixes: count(row.try_get("fixes")?)?,
            robots: robots.0,
            undo: step("undo")?,
            redo: step("redo")?,
            first_cells: first_cells.map(|cells| cells.0).unwrap_or_default(),
            check: reviewed_check(row)?,
            follows: follows.map(|follows| follows.0),
        })
    }
}

fn reviewed_check(row: &PgRow) -> sqlx::Result<Option<ReviewedCheck>> {
    let Some(id) = row.try_get("check_id")? else {
        return Ok(None);
    };
    let of_check = OfCheck { row, id };
    let state: String = of_check.read("state")?;
    let country: String = of_check.read("country")?;
    let lead_count: i32 = of_check.read("lead_count")?;
    let check = CheckRecord {
        id,
        draft_id: of_check.read("draft_id")?,
        draft_version: of_check.read("draft_version")?,
        state: CheckState::try_from(state).map_err(|_| of_check.unreadable("state"))?,
        settings: of_check.read("settings")?,
        mapping: of_check.read("mapping")?,
        country: Country::try_from(country).map_err(|_| of_check.unreadable("country"))?,
        lead_count: u32::try_from(lead_count).map_err(|_| of_check.unreadable("lead_count"))?,
        ended_at: of_check.read("ended_at")?,
        sandbox: of_check.read("sandbox")?,
        with_references: of_check.read("with_references")?,
        has_words: of_check.read("has_words")?,
    };
    Ok(Some(ReviewedCheck {
        check,
        done: count(row.try_get("check_done")?)?,
        refused: count(row.try_get("check_refused")?)?,
        refused_ready: count(row.try_get("check_refused_ready")?)?,
        words: row.try_get("check_words")?,
        unnamed: of_check.read::<Json<_>>("unnamed")?.0,
    }))
}

/// The check of a row, whose columns have a name of their own there.
struct OfCheck<'r> {
    row: &'r PgRow,
    id: CheckId,
}

impl<'r> OfCheck<'r> {
    fn read<T: sqlx::Decode<'r, Postgres> + Type<Postgres>>(
        &self,
        column: &str,
    ) -> sqlx::Result<T> {
        let value = self.row.try_get(format!("check_{column}").as_str());
        value.map_err(|error| match error {
            sqlx::Error::ColumnDecode { .. } => self.unreadable(column),
            other => other,
        })
    }

    fn unreadable(&self, column: &str) -> sqlx::Error {
        sqlx::Error::Decode(Box::new(Unreadable::new("checks", column, self.id)))
    }
}

/// The draft for its review, with the cells of so many first rows.
pub async fn of_draft(
    pool: &PgPool,
    account: AccountId,
    draft: DraftId,
    first_rows: i64,
) -> sqlx::Result<Option<ReviewRecord>> {
    sqlx::query_as(&format!(
        "select drafts.*, {SEEN} as robots, \
         (select {STEP_NAME} from steps where draft_id = drafts.id and not undone order by number desc limit 1) as undo, \
         (select {STEP_NAME} from steps where draft_id = drafts.id and undone order by number limit 1) as redo, \
         case when drafts.mapping ?| array['questions', 'fallback'] then (select jsonb_agg(cells order by row) \
             from (select row, cells from leads where draft_id = drafts.id order by row limit $3) as first) end as first_cells, \
         (select name from users where id = drafts.created_by) as by_name, {ALL_RECENT} as all_recent, {FOLLOWS} as follows, \
         (select count(*) from steps where draft_id = drafts.id and not undone) as fixes, \
         {CHECK} \
         from (select {drafts}, created_by from drafts where id = $2 and account_id = $1 and {there}) as drafts \
         left join lateral (select {checks} from checks where draft_id = drafts.id order by started_at desc, id desc limit 1) \
             as last on true",
        drafts = drafts::COLUMNS,
        there = drafts::IS_THERE,
        checks = checks::COLUMNS,
    ))
    .bind(account)
    .bind(draft)
    .bind(first_rows)
    .fetch_optional(pool)
    .await
}

/// A draft with the account's robots and the cells of its first rows.
pub struct FirstRows {
    pub draft: DraftRecord,
    pub robots: SeenRobots,
    /// In the order of the file.
    pub cells: Vec<Vec<String>>,
}

impl FromRow<'_, PgRow> for FirstRows {
    fn from_row(row: &PgRow) -> sqlx::Result<FirstRows> {
        let robots: Json<_> = row.try_get("robots")?;
        let cells: Json<_> = row.try_get("first_cells")?;
        Ok(FirstRows {
            draft: Located::from_row(row)?.0,
            robots: robots.0,
            cells: cells.0,
        })
    }
}

/// The draft with the cells of so many first rows.
pub async fn first_rows(
    pool: &PgPool,
    account: AccountId,
    draft: DraftId,
    most: i64,
) -> sqlx::Result<Option<FirstRows>> {
    sqlx::query_as(&format!(
        "select drafts.*, {SEEN} as robots, \
         (select coalesce(jsonb_agg(cells order by row), '[]') \
             from (select row, cells from leads where draft_id = drafts.id order by row limit $3) as first) as first_cells \
         from (select {} from drafts where id = $2 and account_id = $1 and {}) as drafts",
        drafts::COLUMNS,
        drafts::IS_THERE,
    ))
    .bind(account)
    .bind(draft)
    .bind(most)
    .fetch_optional(pool)
    .await
}

/// What the launch shows of the leads that a submission calls, and the robot as the provider tells it.
pub struct FirstCalled {
    pub lead: Option<RowRecord>,
    /// Leads that are called though their numbers are in a recent task, as somebody has chosen.
    pub called_again: u32,
    pub robot: Option<serde_json::Value>,
    /// What an approval is decided by, where the account asks for one.
    pub approving: Option<ApprovingRecord>,
}

impl FromRow<'_, PgRow> for FirstCalled {
    fn from_row(row: &PgRow) -> sqlx::Result<FirstCalled> {
        let lead: Option<Json<RowRecord>> = row.try_get("lead")?;
        let approving: Option<Json<_>> = row.try_get("approving")?;
        Ok(FirstCalled {
            lead: lead.map(|lead| lead.0),
            called_again: count(row.try_get("called_again")?)?,
            robot: row.try_get("robot")?,
            approving: approving.map(|approving| approving.0),
        })
    }
}

/// What of a draft's leads and of a robot the launch shows; what the check refused is not called. `rule_asks` says whether the calling rule
/// asks for a second person.
pub async fn first_called(
    pool: &PgPool,
    account: AccountId,
    draft: DraftId,
    check: Option<CheckId>,
    robot: &str,
    rule_asks: bool,
) -> sqlx::Result<FirstCalled> {
    sqlx::query_as(&format!(
        "select (select to_jsonb(first) from (select row, cells, mended, left_out, marks from leads \
             where draft_id = $2 and kind in ('ready', 'doubtful') \
             and not exists (select from check_refusals where check_id = $3 and check_refusals.row = leads.row) \
             order by row limit 1) as first) as lead, \
         (select count(*) from drafts join leads on leads.draft_id = drafts.id where drafts.id = $2 and not leave_out_recent \
             and kind in ('ready', 'doubtful') and recent_task is not null \
             and not exists (select from check_refusals where check_id = $3 and check_refusals.row = leads.row)) as called_again, \
         (select raw from robots where account_id = $1 and robot_id = $5) as robot, {APPROVING} as approving",
    ))
    .bind(account)
    .bind(draft)
    .bind(check)
    .bind(rule_asks)
    .bind(robot)
    .fetch_one(pool)
    .await
}

/// Makes a [`FollowsView`].
const FOLLOWS: &str = "(select jsonb_build_object('task', tasks.id, 'name', tasks.name, 'calls', follows_task is null, \
    'refused', (select count(*) from draft_refusals where draft_id = drafts.id)) \
    from tasks where tasks.id = coalesce(follows_task, follows_calls_of))";

/// Makes an [`AllRecentRecord`].
const ALL_RECENT: &str = "case when drafts.recent > 0 and drafts.ready + drafts.doubtful = 0 then ( \
    select jsonb_build_object('task', tasks.id, 'name', tasks.name, 'at', tasks.submitted_at, 'tasks', count(*) over ()) \
    from leads join tasks on tasks.id = leads.recent_task where leads.draft_id = drafts.id and leads.kind = 'recent' \
    group by tasks.id order by count(*) desc, tasks.submitted_at desc limit 1) end";

/// The last check and what came of it, under names that differ from those of the draft.
const CHECK: &str = "last.id as check_id, last.draft_id as check_draft_id, last.draft_version as check_draft_version, \
    last.state as check_state, last.settings as check_settings, last.mapping as check_mapping, last.country as check_country, \
    last.lead_count as check_lead_count, last.ended_at as check_ended_at, last.sandbox as check_sandbox, \
    last.with_references as check_with_references, last.has_words as check_has_words, \
    (select coalesce(sum(lead_count), 0) from check_parts where check_id = last.id and state in ('done', 'failed')) as check_done, \
    (select count(*) from check_refusals where check_id = last.id) as check_refused, \
    (select count(*) from check_refusals join leads using (row) where check_refusals.check_id = last.id \
        and leads.draft_id = drafts.id and leads.kind = 'ready') as check_refused_ready, \
    array(select word from (select unnest(words) as word, min(number) as number from check_parts \
        where check_id = last.id group by 1) as said order by number, word limit 20) as check_words, \
    (select coalesce(jsonb_agg(jsonb_build_object('leads', lead_count, 'refusals', unnamed, 'search', search)), '[]') \
        from check_parts where check_id = last.id and (unnamed > 0 or search is not null)) as check_unnamed";
