//! The drafts of an account as a list, with what their states are told from.

use jiff::Timestamp;
use leads::views::TaskForm;
use sqlx::PgPool;
use sqlx::types::Json;

use super::attention::NEEDS_ATTENTION;
use super::robots::{SEEN, SeenRobots};
use super::{At, Stored, at, plain};
use crate::ids::{AccountId, DraftId, PersonId};

/// A draft of the list, with its last check where that is of the draft as it is now.
#[derive(sqlx::FromRow)]
pub struct ListedDraft {
    pub id: DraftId,
    pub form: Json<TaskForm>,
    pub file_name: Option<String>,
    pub has_problem: bool,
    pub has_question: bool,
    #[sqlx(try_from = "i32")]
    pub leads: u32,
    #[sqlx(try_from = "i32")]
    pub to_fix: u32,
    #[sqlx(try_from = "i32")]
    pub sent: u32,
    pub fixes: i64,
    pub by_name: String,
    pub created_by: PersonId,
    pub changed_at: At,
    pub discarded_at: Option<At>,
    pub discarded_by: Option<String>,
    pub check_state: Option<String>,
    pub check_ended_at: Option<At>,
    pub check_sandbox: bool,
    pub check_has_words: bool,
    pub check_refused: i64,
}

impl Stored for ListedDraft {
    const TABLE: &'static str = "drafts";
    const KEY: &'static [&'static str] = &["id"];
}

/// Which drafts are asked for.
pub struct DraftsOf<'a> {
    pub account: AccountId,
    /// Words in the name, the file and the person, in lower case.
    pub words: &'a [String],
    /// Those that were discarded after this moment; `None` for those that are open.
    pub discarded_since: Option<Timestamp>,
    pub most: i64,
}

/// Drafts, those changed last first. Of drafts that were submitted there is nothing.
pub async fn page(pool: &PgPool, of: &DraftsOf<'_>) -> sqlx::Result<Vec<ListedDraft>> {
    sqlx::query_as(
        "select drafts.id, form, file_name, sheet_problem is not null as has_problem, coalesce(drafts.mapping ? 'questions', false) \
             as has_question, ready + to_mend + doubtful + duplicates + recent + do_not_call + held_back + left_out as leads, to_mend as to_fix, \
         ready + doubtful as sent, (select count(*) from steps where draft_id = drafts.id and not undone) as fixes, \
         users.name as by_name, created_by, changed_at, discarded_at, (select name from users where id = drafts.discarded_by) as discarded_by, \
         checked.state as check_state, checked.ended_at as check_ended_at, coalesce(checked.sandbox, false) as check_sandbox, \
         coalesce(exists (select from check_parts where check_id = checked.id and words <> '{}'), false) as check_has_words, \
         (select count(*) from check_refusals where check_id = checked.id) as check_refused \
         from drafts join users on users.id = drafts.created_by \
         left join lateral (select * from (select * from checks where draft_id = drafts.id order by started_at desc, id desc limit 1) \
             as last where draft_version = drafts.version) as checked on true \
         where drafts.account_id = $1 and task_id is null \
         and ($3::timestamptz is null and discarded_at is null or discarded_at > $3) \
         and not exists (select from unnest($2::text[]) as word \
             where position(word in lower(concat_ws(' ', form ->> 'name', file_name, users.name))) = 0) \
         order by changed_at desc, drafts.id desc limit $4",
    )
    .bind(of.account)
    .bind(of.words)
    .bind(of.discarded_since.map(at))
    .bind(of.most)
    .fetch_all(pool)
    .await
    .map(plain)
}

/// What stands around the list: the account's robots, by which settings hold or not, and how much there is of everything.
#[derive(sqlx::FromRow)]
pub struct AroundDrafts {
    pub robots: Json<SeenRobots>,
    pub total: i64,
    pub needs_attention: i64,
    pub drafts: i64,
}

/// Counts as the history does, each up to `most` but for all tasks.
pub async fn around(pool: &PgPool, account: AccountId, most: u32) -> sqlx::Result<AroundDrafts> {
    sqlx::query_as(&format!(
        "select {SEEN} as robots, (select coalesce(sum(tasks), 0) from task_slices where account_id = $1) as total, \
         (select count(*) from (select from tasks where account_id = $1 and {NEEDS_ATTENTION} limit $2) as counted) as needs_attention, \
         (select count(*) from (select from drafts where account_id = $1 and task_id is null and discarded_at is null limit $2) \
             as counted) as drafts"
    ))
    .bind(account)
    .bind(i64::from(most))
    .fetch_one(pool)
    .await
}
