//! Drafts.

use jiff::Timestamp;
use leads::views::{RobotVariable, Tally, TaskForm};
use leads::{DuplicatePolicy, HoldReason, ListNumbers, Mapping, ProblemCounts};
use sheets::SheetFormat;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::overrides::OverrideRecord;
use super::{At, Stored, at, plain_one, stored};
use crate::ids::{AccountId, DraftId, PersonId, TaskId};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct DraftRecord {
    pub id: DraftId,
    pub version: i64,
    pub form: Json<TaskForm>,
    pub sheet_problem: Option<String>,
    pub file_name: Option<String>,
    pub file_digest: Option<Vec<u8>>,
    pub format: Option<Json<SheetFormat>>,
    pub headers: Option<Vec<String>>,
    pub mapping: Option<Json<Mapping>>,
    pub country: Option<String>,
    pub platform: Option<String>,
    #[sqlx(try_from = "i32")]
    pub ready: u32,
    #[sqlx(rename = "to_mend", try_from = "i32")]
    pub to_fix: u32,
    #[sqlx(rename = "doubtful", try_from = "i32")]
    pub warnings: u32,
    #[sqlx(try_from = "i32")]
    pub duplicates: u32,
    #[sqlx(try_from = "i32")]
    pub recent: u32,
    #[sqlx(try_from = "i32")]
    pub do_not_call: u32,
    #[sqlx(try_from = "i32")]
    pub held_back: u32,
    #[sqlx(try_from = "i32")]
    pub left_out: u32,
    #[sqlx(rename = "fault_counts")]
    pub problem_counts: Json<ProblemCounts>,
    #[sqlx(try_from = "String")]
    pub keep: DuplicatePolicy,
    pub leave_out_recent: bool,
    pub released: Json<Vec<HoldReason>>,
    pub numbers: Json<ListNumbers>,
    pub variables: Json<Vec<RobotVariable>>,
    pub remembered_at: Option<At>,
    pub file_is_kept: bool,
    pub task_id: Option<TaskId>,
    /// The task whose leads it has, where it follows one.
    pub follows_task: Option<TaskId>,
    /// The task whose people it calls again, where it does.
    pub follows_calls_of: Option<TaskId>,
    /// Whether that holds within the cooldown too.
    pub calls_within_cooldown: bool,
    /// Why it is to be called outside of a calling rule, where somebody wrote that.
    pub calling_override: Option<Json<OverrideRecord>>,
}

impl DraftRecord {
    /// Leads by kind; what the provider refused is counted elsewhere.
    pub fn tally(&self) -> Tally {
        Tally {
            ready: self.ready,
            to_fix: self.to_fix,
            warnings: self.warnings,
            duplicates: self.duplicates,
            recent: self.recent,
            do_not_call: self.do_not_call,
            held_back: self.held_back,
            left_out: self.left_out,
            refused: 0,
            refused_ready: 0,
        }
    }

    /// Why rows are not held back, since a person said that they are to be called.
    pub fn released(&self) -> Vec<HoldReason> {
        self.released.0.clone()
    }

    /// Which of several leads with the same number is sent.
    pub fn keep(&self) -> DuplicatePolicy {
        self.keep
    }
}

impl Stored for DraftRecord {
    const TABLE: &'static str = "drafts";
    const KEY: &'static [&'static str] = &["id"];
}

pub(super) const COLUMNS: &str = "id, version, form, sheet_problem, file_name, file_digest, format, headers, mapping, country, \
                       platform, ready, to_mend, doubtful, duplicates, recent, do_not_call, held_back, left_out, fault_counts, keep, leave_out_recent, \
                       released, numbers, variables, remembered_at, exists (select from draft_files where draft_id = drafts.id) as file_is_kept, task_id, follows_task, \
                       follows_calls_of, calls_within_cooldown, \
                       (select jsonb_build_object('draft_version', draft_version, \
                           'rule', jsonb_build_object('country', calling_overrides.country, 'sector', sector, 'version', rule_version), \
                           'kinds', kinds, 'reason', reason, 'by', asked_by, 'by_name', users.name, 'at', asked_at) \
                           from calling_overrides join users on users.id = asked_by \
                           where calling_overrides.draft_id = drafts.id) as calling_override";

/// A discarded draft is there for nobody. What a process of the version before has submitted all the same is a task.
pub(super) const IS_THERE: &str = "(discarded_at is null or task_id is not null)";

pub async fn by_id(
    pool: &PgPool,
    account: AccountId,
    id: DraftId,
) -> sqlx::Result<Option<DraftRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from drafts where id = $1 and account_id = $2 and {IS_THERE}"
    ))
    .bind(id)
    .bind(account)
    .fetch_optional(pool)
    .await
    .map(plain_one)
}

/// The draft, so locked that nobody changes it before the transaction ends.
pub async fn lock(
    connection: &mut PgConnection,
    account: AccountId,
    id: DraftId,
) -> sqlx::Result<Option<DraftRecord>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from drafts where id = $1 and account_id = $2 and {IS_THERE} for update"
    ))
    .bind(id)
    .bind(account)
    .fetch_optional(connection)
    .await
    .map(plain_one)
}

/// Makes the draft, unless there is one of that id; whoever makes it contributes to it.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    account: AccountId,
    person: PersonId,
    id: DraftId,
    form: &TaskForm,
) -> sqlx::Result<()> {
    sqlx::query(
        "with made as (insert into drafts (id, account_id, created_by, created_at, changed_at, version, form) \
             values ($1, $2, $3, $4, $4, 0, $5) on conflict (id) do nothing returning id) \
         insert into draft_contributors (draft_id, person_id, first_at, last_at) select id, $3, $4, $4 from made",
    )
    .bind(id)
    .bind(account)
    .bind(person)
    .bind(at(now))
    .bind(Json(form))
    .execute(connection)
    .await?;
    Ok(())
}

/// Notes whose settings an open draft began with, unless that is known already: a task of its account that is no test.
pub async fn set_like(
    pool: &PgPool,
    account: AccountId,
    draft: DraftId,
    task: TaskId,
) -> sqlx::Result<()> {
    sqlx::query(
        "update drafts set like_task = tasks.id from tasks where drafts.id = $1 and drafts.account_id = $2 and like_task is null \
         and drafts.task_id is null and tasks.id = $3 and tasks.account_id = $2 and not is_test",
    )
    .bind(draft)
    .bind(account)
    .bind(task)
    .execute(pool)
    .await?;
    Ok(())
}

/// Saves the form, counts the change, and writes down whose it was; of an open draft one row was written.
pub async fn update_form(
    connection: &mut PgConnection,
    now: Timestamp,
    (id, by): (DraftId, PersonId),
    form: &TaskForm,
    sheet_problem: Option<&str>,
) -> sqlx::Result<sqlx::postgres::PgQueryResult> {
    sqlx::query(
        "with changed as (update drafts set form = $2, sheet_problem = $3, changed_at = $4, version = version + 1 \
             where id = $1 and task_id is null returning id) \
         insert into draft_contributors (draft_id, person_id, first_at, last_at) select id, $5, $4, $4 from changed \
         on conflict (draft_id, person_id) do update set last_at = excluded.last_at",
    )
    .bind(id)
    .bind(Json(form))
    .bind(sheet_problem)
    .bind(at(now))
    .bind(by)
    .execute(connection)
    .await
}

/// Writes the form with other hours of the same choice, which is no change of the draft.
pub async fn update_window(
    connection: &mut PgConnection,
    id: DraftId,
    form: &TaskForm,
) -> sqlx::Result<()> {
    sqlx::query("update drafts set form = $2 where id = $1")
        .bind(id)
        .bind(Json(form))
        .execute(connection)
        .await?;
    Ok(())
}

pub async fn update_file(
    connection: &mut PgConnection,
    id: DraftId,
    file_name: &str,
    digest: &[u8],
    size: u64,
    format: &SheetFormat,
) -> sqlx::Result<()> {
    sqlx::query(
        "update drafts set file_name = $2, file_digest = $3, file_size = $4, format = $5 where id = $1",
    )
    .bind(id)
    .bind(file_name)
    .bind(digest)
    .bind(i64::try_from(size).map_err(|error| sqlx::Error::Encode(Box::new(error)))?)
    .bind(Json(format))
    .execute(connection)
    .await?;
    Ok(())
}

/// What the leads were validated by.
pub struct ValidationRecord<'a> {
    pub headers: &'a [String],
    pub mapping: &'a Mapping,
    pub country: &'a str,
    pub platform: &'a str,
    /// The robot's variables.
    pub variables: &'a [RobotVariable],
    /// What the numbers have in common.
    pub numbers: &'a ListNumbers,
    /// When the columns were matched in this way before.
    pub remembered_at: Option<Timestamp>,
}

pub async fn update_validated(
    connection: &mut PgConnection,
    id: DraftId,
    validated: &ValidationRecord<'_>,
) -> sqlx::Result<()> {
    sqlx::query(
        "update drafts set headers = $2, mapping = $3, country = $4, platform = $5, remembered_at = $6, variables = $7, \
         numbers = $8 where id = $1",
    )
    .bind(id)
    .bind(validated.headers)
    .bind(Json(validated.mapping))
    .bind(validated.country)
    .bind(validated.platform)
    .bind(validated.remembered_at.map(at))
    .bind(Json(validated.variables))
    .bind(Json(validated.numbers))
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes what the leads count up to.
pub async fn update_counts(
    connection: &mut PgConnection,
    id: DraftId,
    tally: Tally,
    problems: &ProblemCounts,
) -> sqlx::Result<()> {
    sqlx::query(
        "update drafts set ready = $2, to_mend = $3, doubtful = $4, duplicates = $5, recent = $6, held_back = $7, left_out = $8, \
         fault_counts = $9, do_not_call = $10 where id = $1",
    )
    .bind(id)
    .bind(stored(tally.ready)?)
    .bind(stored(tally.to_fix)?)
    .bind(stored(tally.warnings)?)
    .bind(stored(tally.duplicates)?)
    .bind(stored(tally.recent)?)
    .bind(stored(tally.held_back)?)
    .bind(stored(tally.left_out)?)
    .bind(Json(problems))
    .bind(stored(tally.do_not_call)?)
    .execute(connection)
    .await?;
    Ok(())
}

/// Writes why rows are no longer held back.
pub async fn update_released(
    connection: &mut PgConnection,
    id: DraftId,
    released: &[HoldReason],
) -> sqlx::Result<()> {
    sqlx::query("update drafts set released = $2 where id = $1")
        .bind(id)
        .bind(Json(released))
        .execute(connection)
        .await?;
    Ok(())
}

/// Writes what is to become of leads with the same number, and of those that were submitted recently.
pub async fn update_policies(
    connection: &mut PgConnection,
    id: DraftId,
    keep: DuplicatePolicy,
    leave_out_recent: bool,
) -> sqlx::Result<()> {
    sqlx::query("update drafts set keep = $2, leave_out_recent = $3 where id = $1")
        .bind(id)
        .bind(keep.key())
        .bind(leave_out_recent)
        .execute(connection)
        .await?;
    Ok(())
}

pub async fn submitted(
    connection: &mut PgConnection,
    id: DraftId,
    task: TaskId,
) -> sqlx::Result<sqlx::postgres::PgQueryResult> {
    sqlx::query("update drafts set task_id = $2 where id = $1 and task_id is null")
        .bind(id)
        .bind(task)
        .execute(connection)
        .await
}

/// Whether there is a draft at all, open or submitted.
pub async fn any(pool: &PgPool) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select from drafts)")
        .fetch_one(pool)
        .await
}
