//! What a person confirms on the launch page, and whether it still stands.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use leads::calling_rules::{CallSpan, Verdict};
use localization::Message;
use sqlx::{Postgres, Transaction};

use crate::approvals::{LaunchDigest, Outgoing, OutgoingOutside};
use crate::do_not_call::exclude_listed_numbers;
use crate::drafts::{
    Readiness, ValidationRules, exclude_recent_numbers, needs_second_person, reason_for,
    still_open, validate_form,
};
use crate::error::Error;
use crate::ids::{CheckId, DraftId, TaskId};
use crate::store::approvals::ApprovingRecord;
use crate::store::checks::CheckRecord;
use crate::store::drafts::DraftRecord;
use crate::{Backend, Caller, accounts, messages, robots, store};

/// What a person confirms: the draft as the launch page has shown it.
#[derive(Clone, Debug)]
pub struct LaunchConfirmation {
    /// The draft.
    pub draft: DraftId,
    /// The version that the person saw.
    pub version: i64,
    /// The form's key: the check that the person saw.
    pub form_key: CheckId,
    /// Whether the person chose to go on without the leads that AIRudder refused.
    pub without_refused: bool,
    /// The digest of what the person saw; `None` where the account asked for no second person then.
    pub shown: Option<LaunchDigest>,
}

/// A draft that can be submitted as it was confirmed, locked with its account until the transaction ends.
pub(super) struct Locked {
    pub transaction: Transaction<'static, Postgres>,
    pub draft: DraftRecord,
    pub check: CheckRecord,
    /// Leads that AIRudder refused in the check.
    pub refused: u32,
    /// What the calling rule says of it.
    pub verdict: Verdict,
    /// The times in which its calls can fall.
    pub spans: Vec<CallSpan>,
    /// What an approval is decided by, where the account asks for one, and the digest of what goes out.
    pub approving: Option<(ApprovingRecord, LaunchDigest)>,
}

/// What became of a confirmation so far.
pub(super) enum Opened {
    Locked(Box<Locked>),
    /// The same form came before.
    Submitted(TaskId),
}

/// Locks the draft, if nothing speaks against having its people called but who asks for it.
///
/// # Errors
/// Those of [`super::submit()`].
pub(super) async fn lock_confirmed(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    confirmed: &LaunchConfirmation,
) -> Result<Opened, Error> {
    let account = accounts::of(backend, caller).await?;
    let robots = robots::known(backend, &account, now).await?.robots;
    let mut transaction = backend.pool.begin().await?;
    store::allow_for_a_whole_list(&mut transaction).await?;
    store::follow_ups::lock_followed(&mut transaction, account.id, confirmed.draft).await?;
    // Two drafts with the same numbers, submitted at once: the second must see the numbers of the first.
    store::accounts::lock(&mut transaction, account.id).await?;
    let draft = store::drafts::lock(&mut transaction, account.id, confirmed.draft)
        .await?
        .ok_or(Error::NotFound)?;
    let key = confirmed.form_key;
    if let Some(task) = store::tasks::by_form_key(&mut transaction, draft.id, key).await? {
        return Ok(Opened::Submitted(task));
    }
    still_open(&draft)?;
    let settings = validate_form(&account, &robots, now, &draft.form.0);
    let check = store::checks::last_of(&mut transaction, draft.id).await?;
    let refused = match &check {
        Some(check) => store::checks::count_refused(&mut transaction, check.id).await?,
        None => 0,
    };
    let readiness = Readiness {
        draft: &draft,
        settings: &settings,
        check: check.as_ref(),
        refused,
        account: &account,
        sandbox: backend.sandbox,
        now,
    };
    may_submit(&readiness, confirmed)?;
    let (verdict, spans) = judged(&readiness)?;
    let validation = ValidationRules::of_draft(backend, &account, &robots, now, &draft);
    let recent = exclude_recent_numbers(&mut transaction, &validation, &draft, now).await?;
    if recent > 0 {
        transaction.commit().await?;
        return Err(Error::Conflict(messages::launches::submitted_meanwhile(
            recent,
        )));
    }
    let listed = exclude_listed_numbers(&mut transaction, &validation, &draft, now).await?;
    if listed > 0 {
        transaction.commit().await?;
        return Err(Error::Conflict(messages::launches::listed_meanwhile(
            listed,
        )));
    }
    let check = check.ok_or(Error::Inconsistent("a draft without a blocker has a check"))?;
    let locked = Locked {
        transaction,
        draft,
        check,
        refused,
        spans,
        verdict,
        approving: None,
    };
    let locked = locked.with_approvals(caller, confirmed).await?;
    Ok(Opened::Locked(Box::new(locked)))
}

impl Locked {
    /// The same with what an approval is decided by, where the account asks for one: as it is now that nobody changes it any more.
    async fn with_approvals(
        mut self,
        caller: &Caller,
        confirmed: &LaunchConfirmation,
    ) -> Result<Locked, Error> {
        let (account, check) = (caller.account.id, &self.check);
        let transaction = &mut self.transaction;
        let rule_asks = needs_second_person(&self.verdict);
        let (draft, check_id) = (self.draft.id, check.id);
        let approving =
            store::approvals::approving(transaction, account, draft, check_id, rule_asks).await?;
        let Some(approving) = approving else {
            return Ok(self);
        };
        let outside = OutgoingOutside::of(&self.draft, &self.verdict);
        let without = confirmed.without_refused;
        let outgoing = Outgoing::of_check(check, &approving, self.refused, without, outside);
        let digest = outgoing.digest()?;
        if confirmed.shown != Some(digest) {
            return Err(Error::Conflict(messages::launches::not_as_shown()));
        }
        self.approving = Some((approving, digest));
        Ok(self)
    }
}

fn may_submit(readiness: &Readiness<'_>, confirmed: &LaunchConfirmation) -> Result<(), Error> {
    if readiness.draft.version != confirmed.version {
        return Err(Error::Conflict(messages::drafts::changed_meanwhile()));
    }
    if let Some(blocker) = readiness.submit_blocker() {
        return Err(Error::Conflict(blocker));
    }
    if readiness
        .check
        .is_none_or(|check| check.id != confirmed.form_key)
    {
        return Err(Error::Conflict(messages::launches::checked_again()));
    }
    if readiness.refused > 0 && !confirmed.without_refused {
        return Err(Error::Conflict(messages::launches::leads_refused(
            readiness.refused,
        )));
    }
    Ok(())
}

/// What the calling rule says, and the times in which calls can fall.
///
/// # Errors
/// [`Error::Conflict`] where they could fall outside of it, and nobody gave a reason.
fn judged(readiness: &Readiness<'_>) -> Result<(Verdict, Vec<CallSpan>), Error> {
    let inconsistent = Error::Inconsistent("a draft without a blocker has settings");
    let (Some(verdict), Ok(settings)) = (readiness.verdict(), readiness.settings) else {
        return Err(inconsistent);
    };
    let (now, zone) = (readiness.now, readiness.account.zone());
    may_call_then(readiness.draft, &verdict, now, zone)?;
    let spans = settings
        .timing()
        .call_spans(readiness.batch_count(), now, zone);
    Ok((verdict, spans))
}

/// Nobody is called outside of the calling rule without a reason, by the clock at this moment: the page may have been drawn within the
/// hours.
fn may_call_then(
    draft: &DraftRecord,
    verdict: &Verdict,
    now: Timestamp,
    zone: &TimeZone,
) -> Result<(), Error> {
    if verdict.is_kept() || reason_for(draft, verdict).is_some() {
        return Ok(());
    }
    let refusal = verdict.refusal(now, zone);
    let nothing = messages::launches::nothing_submitted();
    Err(Error::Conflict(Message::sentences([nothing, refusal])))
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn one_lead_and_several_are_told_in_the_number_of_the_language() {
        let told = |leads: u32, language| messages::launches::leads_refused(leads).text(language);
        assert_eq!(
            told(1, Language::English),
            "AIRudder refused 1 lead. Submit without them on the launch page, or fix them and check again."
        );
        assert_eq!(
            told(1, Language::Spanish),
            "AIRudder rechazó 1 lead. Envíe sin él desde la página de lanzamiento, o corríjalo y verifique de nuevo."
        );
        assert_eq!(
            told(2_310, Language::Indonesian),
            "AIRudder menolak 2.310 prospek. Kirim tanpa prospek itu di halaman peluncuran, atau perbaiki dan periksa lagi."
        );
    }
}
