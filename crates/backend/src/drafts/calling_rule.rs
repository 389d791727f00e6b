//! Drafts and the calling rule: what it says of one, and the two ways out of a breach: another time to call, or a reason.

use jiff::Timestamp;
use leads::calling_rules::{AllowedWindow, RuleAction, Verdict, verdict, verdict_of_form};
use leads::views::{BreachView, OutsideView, TaskForm};
use leads::{Action, parse_reason};
use localization::Message;

use super::readiness::{Readiness, batch_count};
use super::{at_version, still_open};
use crate::accounts::Account;
use crate::confirmation::Purpose;
use crate::error::Error;
use crate::events::{Event, RuleOverridden};
use crate::ids::DraftId;
use crate::messages::drafts as messages;
use crate::store::drafts::DraftRecord;
use crate::store::events::NewEvent;
use crate::store::overrides::{NewOverride, OverrideRecord};
use crate::{Backend, Caller, accounts, people, store};

impl Readiness<'_> {
    /// What the calling rule says of the draft if it were submitted now; `None` where its settings have to be changed anyway.
    pub fn verdict(&self) -> Option<Verdict> {
        let settings = self.settings.as_ref().ok()?;
        let asked = self.account.asked(self.now);
        Some(verdict(settings.timing(), self.batch_count(), asked))
    }

    /// What must be known of a draft that would be called outside of the rule.
    pub fn breach(&self) -> Option<BreachView> {
        self.verdict()?.view(self.now, self.account.zone())
    }

    /// That a holiday among the days of the calls might not be known.
    pub fn unknown_holidays(&self) -> Option<Message> {
        self.verdict()?.holidays_unknown()
    }

    /// The same as [`Readiness::breach`] for the launch, of that verdict, with the reason that somebody gave.
    pub fn outside(&self, verdict: &Verdict) -> Option<OutsideView> {
        Some(OutsideView {
            breach: verdict.view(self.now, self.account.zone())?,
            reason: reason_for(self.draft, verdict)
                .map(|given| (given.reason.clone(), given.by_name.clone())),
        })
    }
}

/// The reason that somebody gave for calling this version of the draft outside of the rule that the verdict is of, in ways that they were
/// shown; `None` where the rule is kept, which needs none.
pub(crate) fn reason_for<'a>(
    draft: &'a DraftRecord,
    verdict: &Verdict,
) -> Option<&'a OverrideRecord> {
    let given = draft.calling_override.as_ref().map(|given| &given.0)?;
    let holds = given.draft_version == draft.version
        && given.rule == verdict.rule_set.id
        && verdict.is_known_from(given.kinds.iter());
    (holds && !verdict.is_kept()).then_some(given)
}

/// Whether calls outside of the rule need a second person, whatever the account asks for.
pub(crate) fn needs_second_person(verdict: &Verdict) -> bool {
    verdict.action() == Some(RuleAction::Refuse)
}

/// What the rule says of a form whose other settings may still be missing.
///
/// # Errors
/// [`Error::Conflict`] where its window has to be changed anyway, or its calls keep the rule.
fn breaking_verdict(
    account: &Account,
    now: Timestamp,
    form: &TaskForm,
    batches: u32,
) -> Result<Verdict, Error> {
    let verdict = verdict_of_form(form, batches, account.asked(now));
    let verdict = verdict.ok_or_else(|| Error::Conflict(messages::choose_when()))?;
    match verdict.is_kept() {
        true => Err(Error::Conflict(messages::keeps_the_rule())),
        false => Ok(verdict),
    }
}

/// The form with the window that the verdict offers.
///
/// # Errors
/// [`Error::Conflict`] where it offers none.
fn moved(
    form: TaskForm,
    verdict: &Verdict,
    account: &Account,
    now: Timestamp,
) -> Result<TaskForm, Error> {
    let Some(AllowedWindow { start, end }) = verdict.next else {
        return Err(Error::Conflict(verdict.refusal(now, account.zone())));
    };
    Ok(leads::with_chosen_window(form, start, end))
}

/// A draft that is open and as its person saw it, with what the rule says of it.
struct Open {
    transaction: sqlx::Transaction<'static, sqlx::Postgres>,
    account: Account,
    draft: DraftRecord,
    verdict: Verdict,
}

async fn open(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    (id, version): (DraftId, i64),
) -> Result<Open, Error> {
    let account = accounts::of(backend, caller).await?;
    let mut transaction = backend.pool.begin().await?;
    let draft = store::drafts::lock(&mut transaction, account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    still_open(&draft)?;
    at_version(&draft, version)?;
    let batches = batch_count(&account, &draft);
    let verdict = breaking_verdict(&account, now, &draft.form.0, batches)?;
    Ok(Open {
        transaction,
        account,
        draft,
        verdict,
    })
}

/// The form of a task of which nothing is stored, with the next window within the rule in it.
///
/// # Errors
/// [`Error::Conflict`] where it keeps the rule, its window has to be changed anyway, or no window within the next days keeps the rule.
pub fn with_next_window(
    caller: &Caller,
    now: Timestamp,
    form: TaskForm,
) -> Result<TaskForm, Error> {
    caller.must(Action::Prepare)?;
    let verdict = breaking_verdict(&caller.account, now, &form, 1)?;
    moved(form, &verdict, &caller.account, now)
}

/// Puts the next window within the rule into the form of a draft that would be called outside of it; its other settings may still be
/// missing.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft; [`Error::Conflict`] where it has changed, keeps the rule, or no window within the
/// next days does.
pub async fn take_next_window(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    version: i64,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    let mut open = open(backend, caller, now, (id, version)).await?;
    let form = open.draft.form.0.clone();
    let form = moved(form, &open.verdict, &open.account, now)?;
    let problem = open.draft.sheet_problem.as_deref();
    let change = (id, caller.person);
    store::drafts::update_form(&mut open.transaction, now, change, &form, problem).await?;
    people::expect_still_there(&mut open.transaction, caller).await?;
    open.transaction.commit().await?;
    Ok(())
}

/// Writes why a draft is to be called outside of the rule. Where the rule only warns, it can be submitted then; where it refuses, somebody
/// who is no contributor has to approve it first. Whoever writes a reason is a contributor.
///
/// # Errors
/// [`Error::NotFound`] where there is no such draft; [`Error::Conflict`] where it has changed, keeps the rule, or there is no reason.
pub async fn give_reason(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    (id, version): (DraftId, i64),
    reason: &str,
) -> Result<(), Error> {
    caller.must(Action::Launch)?;
    caller.must_have_confirmed(Purpose::Launch, now)?;
    let reason = parse_reason(reason).map_err(Error::Conflict)?;
    let mut open = open(backend, caller, now, (id, version)).await?;
    let rule = open.verdict.rule_set.id;
    let breaches = open.verdict.breaches.iter();
    let new = NewOverride {
        draft: id,
        draft_version: version,
        rule,
        kinds: breaches.map(|breach| &breach.kind).collect(),
        reason: &reason,
        by: caller.person,
    };
    store::overrides::replace(&mut open.transaction, now, &new).await?;
    store::contributors::insert(&mut open.transaction, now, id, caller.person).await?;
    let event = Event::RuleOverridden(RuleOverridden { rule, batch: None });
    let event = NewEvent::of(caller, now, event).draft(id);
    store::events::insert(&mut open.transaction, &event).await?;
    people::expect_still_there(&mut open.transaction, caller).await?;
    open.transaction.commit().await?;
    Ok(())
}
