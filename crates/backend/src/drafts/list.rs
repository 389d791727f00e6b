//! The drafts of the account as a list, each with how far it has come.

use jiff::Timestamp;
use leads::states::{CheckStanding, DraftFilter, DraftStanding, DraftState};
use leads::views::{
    DraftListView, DraftQuery, DraftRow, DraftSummary, MAX_COUNTED, Moment, RobotRow,
};
use leads::{Action, SearchText};

use super::discard::restored_since;
use super::readiness::{is_recent, validate_form};
use crate::accounts::Account;
use crate::error::{Error, Unreadable};
use crate::ids::PersonId;
use crate::store::draft_lists::{self, DraftsOf, ListedDraft};
use crate::{Backend, Caller, robots, store};

/// More drafts than anybody keeps in view.
const MAX_DRAFTS: u32 = 200;

/// The account's open drafts, or those that can be restored; those changed last first.
///
/// # Errors
/// When the database fails.
pub async fn list(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    query: &DraftQuery,
) -> Result<DraftListView, Error> {
    caller.must(Action::Prepare)?;
    let account = &*caller.account;
    let (search, search_problem) = match SearchText::parse(&query.q) {
        Ok(search) => (search, None),
        Err(problem) => (SearchText::default(), Some(problem.message())),
    };
    let wanted = DraftsOf {
        account: account.id,
        words: &search.words(),
        discarded_since: (query.show == DraftFilter::Discarded).then(|| restored_since(now)),
        most: i64::from(MAX_DRAFTS) + 1,
    };
    let mut drafts = match search_problem {
        None => draft_lists::page(&backend.pool, &wanted).await?,
        Some(_) => Vec::new(),
    };
    let more = drafts.len() > MAX_DRAFTS as usize;
    drafts.truncate(MAX_DRAFTS as usize);
    let around = draft_lists::around(&backend.pool, account.id, MAX_COUNTED + 1).await?;
    let known = robots::known_since(backend, account, now, around.robots.0).await?;
    let listing = Listing {
        account,
        reader: caller.person,
        robots: &known.robots,
        sandbox: backend.sandbox,
        now,
    };
    let rows = drafts.into_iter().map(|draft| listing.row(draft));
    let mut rows = rows.collect::<Result<Vec<DraftRow>, Error>>()?;
    rows.retain(|row| row.discarded.is_some() || query.show.shows(row.state));
    Ok(DraftListView {
        drafts: rows,
        search_problem,
        looked_at: more.then_some(MAX_DRAFTS),
        tasks: store::count(around.total)?,
        needs_attention: store::count(around.needs_attention)?,
        total: store::count(around.drafts)?,
        deleted_after_days: account.draft_days,
    })
}

/// What the rows of the list are told from.
struct Listing<'a> {
    account: &'a Account,
    reader: PersonId,
    robots: &'a [RobotRow],
    sandbox: bool,
    now: Timestamp,
}

impl Listing<'_> {
    fn row(&self, draft: ListedDraft) -> Result<DraftRow, Error> {
        let state = DraftState::of(&self.standing(&draft)?);
        Ok(DraftRow {
            state,
            changed: self.moment(&draft.changed_at),
            discarded: draft
                .discarded_at
                .as_ref()
                .map(|at| (draft.discarded_by.unwrap_or_default(), self.moment(at))),
            draft: DraftSummary {
                id: draft.id.to_string(),
                name: draft.form.0.name,
                by: draft.by_name,
                is_own: draft.created_by == self.reader,
                leads: draft.leads,
                fixes: store::count(draft.fixes)?,
            },
            file_name: draft.file_name,
        })
    }

    fn moment(&self, at: &store::At) -> Moment {
        leads::moment(at.to_jiff(), self.now, self.account.zone())
    }

    fn standing(&self, draft: &ListedDraft) -> Result<DraftStanding, Error> {
        let settings = validate_form(self.account, self.robots, self.now, &draft.form.0);
        Ok(DraftStanding {
            has_list: draft.file_name.is_some() && !draft.has_problem,
            settings_hold: settings.is_ok(),
            has_question: draft.has_question,
            to_fix: draft.to_fix,
            sent: draft.sent,
            check: self.check(draft)?,
        })
    }

    /// A check against the other one, the sandbox or AIRudder, says nothing.
    fn check(&self, draft: &ListedDraft) -> Result<Option<CheckStanding>, Error> {
        let Some(state) = &draft.check_state else {
            return Ok(None);
        };
        let unreadable = |_| Unreadable::new("checks", "state", format_args!("of {}", draft.id));
        let state = state.clone().try_into().map_err(unreadable)?;
        let standing = CheckStanding {
            state,
            is_recent: is_recent(draft.check_ended_at.as_ref(), self.now),
            refused: store::count(draft.check_refused)?,
            refuses_task: draft.check_has_words,
        };
        Ok((draft.check_sandbox == self.sandbox).then_some(standing))
    }
}
