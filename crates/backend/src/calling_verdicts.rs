//! What the calling rule said of a task, as it is kept with it, and whether somebody's reason still lets a batch go out.

use jiff::{SignedDuration, Timestamp};
use leads::calling_rules::{
    Breach, BreachKind, CallSpan, ReasonTold, RuleAction, Verdict, allowed_again, outside_told,
    verdict_of_spans, verdict_told,
};
use leads::{RuleSet, Schedule, TaskSettings, calling_rules, parse_reason};
use localization::Message;
use serde::{Deserialize, Serialize};

use crate::accounts::Account;
use crate::error::Error;
use crate::ids::PersonId;
use crate::store::overrides::OverrideRecord;
use crate::{Caller, messages};

/// For so long after the last moment that was judged, a reason still holds: batches are sent up to 30 minutes late.
const HOLDS_LONGER: SignedDuration = SignedDuration::from_mins(30);

/// What the rule in force said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct StoredVerdict {
    /// The rule set as it was, with its version.
    pub rule_set: RuleSet,
    /// How calls could fall outside of it; none where they could not.
    pub breaches: Vec<Breach>,
    /// Why somebody went on outside of it.
    #[serde(default)]
    pub reason: Option<StoredReason>,
    /// The batch that it is about, where one was sent again.
    #[serde(default)]
    pub batch: Option<u32>,
}

/// Why somebody went on outside of a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct StoredReason {
    /// In their words.
    pub words: String,
    /// Who.
    pub by: PersonId,
    /// Their name then.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Until when calls may fall because of it.
    pub holds_until: Timestamp,
    /// Who approved it as a second person, where the rule asked for one.
    #[serde(default)]
    pub approved_by: Option<PersonId>,
}

impl StoredVerdict {
    /// What was said when a task was submitted.
    pub(crate) fn of_submission(
        verdict: &Verdict,
        reason: Option<&OverrideRecord>,
        spans: &[CallSpan],
        approved_by: Option<PersonId>,
    ) -> StoredVerdict {
        let reason = reason.map(|reason| StoredReason {
            words: reason.reason.clone(),
            by: reason.by,
            name: reason.by_name.clone(),
            at: reason.at,
            holds_until: holds_until(spans),
            approved_by,
        });
        StoredVerdict {
            rule_set: verdict.rule_set.clone(),
            breaches: verdict.breaches.clone(),
            reason,
            batch: None,
        }
    }

    /// Whether the reason that was given lets calls of that batch fall outside of the rule as that verdict says, up to that moment.
    fn allows(&self, verdict: &Verdict, batch: u32, last: Timestamp) -> bool {
        let is_about = self.batch.is_none_or(|about| about == batch);
        let is_known = self.rule_set.id == verdict.rule_set.id
            && verdict.is_known_from(self.breaches.iter().map(|breach| &breach.kind));
        let holds = |reason: &StoredReason| last <= reason.holds_until;
        is_about && is_known && self.reason.as_ref().is_some_and(holds)
    }

    /// What people read of it on the page of the task: `kept: every day 08:00–20:00 (version 1)`.
    pub(crate) fn message(&self) -> Message {
        let reason = self.reason.as_ref().map(|reason| ReasonTold {
            words: &reason.words,
            by: &reason.name,
            is_approved: reason.approved_by.is_some(),
            batch: self.batch,
        });
        verdict_told(&self.rule_set, &self.breaches, reason)
    }
}

/// When the calls of a batch that is sent now have to end, which begin at once; `None` where their window ends them, the rule allows every
/// hour, or somebody's reason lets them go on. One to begin before the hours does not.
pub(crate) fn calls_end(
    settings: &TaskSettings,
    batch: u32,
    account: &Account,
    now: Timestamp,
) -> Option<Timestamp> {
    if settings.schedule_of_batch(batch) != Schedule::Now {
        return None;
    }
    let span = span_of(settings, batch, account, now)?;
    let asked = account.asked(now);
    let verdict = verdict_of_spans(std::slice::from_ref(&span), asked);
    calling_rules::calls_end(&verdict.breaches, asked)
}

/// What the rule says of a call at this moment.
fn verdict_of_moment(batch: u32, account: &Account, now: Timestamp) -> Verdict {
    let moment = CallSpan {
        batch,
        from: now,
        ends: now,
        last_redial: now,
    };
    verdict_of_spans(&[moment], account.asked(now))
}

/// From when on the rule, as it is now, allows no call of what AIRudder began at once: from now on, where it allows none at this moment. What
/// is before the hours goes on into them, and ends with them. `None` where it allows every hour.
pub(crate) fn rest_ends(account: &Account, now: Timestamp) -> Option<Timestamp> {
    let breaches = verdict_of_moment(1, account, now).breaches;
    match breaches
        .iter()
        .all(|breach| breach.kind == BreachKind::TooEarly)
    {
        true => calling_rules::calls_end(&breaches, account.asked(now)),
        false => Some(now),
    }
}

/// A batch whose calls AIRudder began at once.
pub(crate) struct AtOnce<'a> {
    pub settings: &'a TaskSettings,
    pub batch: u32,
    pub sent: Timestamp,
    /// When its calls have to end, as it is stored.
    pub ends: Option<Timestamp>,
    /// What is kept with its task.
    pub verdicts: &'a [StoredVerdict],
}

impl AtOnce<'_> {
    /// Whether its calls could fall outside of the rule as it is now, and nobody gave a reason for that: it allows none at this moment, or
    /// ends them earlier than is stored.
    pub(crate) fn is_outside(&self, account: &Account, now: Timestamp) -> bool {
        let verdict = verdict_of_moment(self.batch, account, now);
        // A reason was for all that AIRudder would call, but where something ends that.
        let sent = span_of(self.settings, self.batch, account, self.sent);
        let last = sent.map_or(now, |span| span.last_redial);
        let allows = |known: &StoredVerdict| known.allows(&verdict, self.batch, last);
        let is_to_end = self.ends.is_some_and(|ends| ends <= now);
        if !is_to_end && self.verdicts.iter().any(allows) {
            return false;
        }
        let is_earlier = |ends| self.ends.is_none_or(|stored| ends < stored);
        !verdict.is_kept() || rest_ends(account, now).is_some_and(is_earlier)
    }
}

/// When calls of a batch can fall, if it is sent now.
fn span_of(
    settings: &TaskSettings,
    batch: u32,
    account: &Account,
    now: Timestamp,
) -> Option<CallSpan> {
    settings.timing().span_of_batch(batch, now, account.zone())
}

fn holds_until(spans: &[CallSpan]) -> Timestamp {
    let last = spans.iter().map(|span| span.last_redial).max();
    let last = last.unwrap_or(Timestamp::MIN);
    last.checked_add(HOLDS_LONGER).unwrap_or(Timestamp::MAX)
}

/// Why a batch was not sent, as it stands where other batches have a sentence.
#[derive(Serialize, Deserialize)]
struct StoredOutside {
    outside_of_rule: StoredVerdict,
}

/// How the JSON of a [`StoredOutside`] begins, whichever version wrote it.
const STORED_OUTSIDE: &str = "{\"outside_of_rule\":";

/// What is told of a batch that was not sent because of the rule; `None` where something else is stored. What another version has stored, and
/// this one cannot read, is told without its details: nobody is to read JSON.
pub(crate) fn told_outside(stored: &str) -> Option<Message> {
    if !stored.starts_with(STORED_OUTSIDE) {
        return None;
    }
    let read: Option<StoredOutside> = serde_json::from_str(stored).ok();
    let told = read.and_then(|StoredOutside { outside_of_rule }| {
        outside_told(&outside_of_rule.rule_set, &outside_of_rule.breaches)
    });
    Some(told.unwrap_or_else(messages::tasks::outside_of_rule_unreadable))
}

/// That calls of a batch which is sent now could fall outside of the rule, and no reason that was given lets them.
pub(crate) struct OutsideOfRule {
    pub verdict: Verdict,
    batch: u32,
    span: CallSpan,
}

impl OutsideOfRule {
    /// Asks the rule about a batch of a task; `verdicts` are those that are kept with it.
    pub(crate) fn of_batch(
        settings: &TaskSettings,
        batch: u32,
        account: &Account,
        now: Timestamp,
        verdicts: &[StoredVerdict],
    ) -> Option<OutsideOfRule> {
        let span = span_of(settings, batch, account, now)?;
        OutsideOfRule::of_span(batch, span, account, now, verdicts)
    }

    /// The same of what is left of the window of a batch that AIRudder has already; `None` of one that calls at once.
    pub(crate) fn of_rest(
        settings: &TaskSettings,
        batch: u32,
        account: &Account,
        now: Timestamp,
        verdicts: &[StoredVerdict],
    ) -> Option<OutsideOfRule> {
        if settings.schedule_of_batch(batch) == Schedule::Now {
            return None;
        }
        let mut span = span_of(settings, batch, account, now)?;
        if span.last_redial <= now {
            return None;
        }
        span.from = span.from.max(now);
        OutsideOfRule::of_span(batch, span, account, now, verdicts)
    }

    fn of_span(
        batch: u32,
        span: CallSpan,
        account: &Account,
        now: Timestamp,
        verdicts: &[StoredVerdict],
    ) -> Option<OutsideOfRule> {
        let verdict = verdict_of_spans(std::slice::from_ref(&span), account.asked(now));
        let last = span.last_redial;
        let allows = |known: &StoredVerdict| known.allows(&verdict, batch, last);
        let is_allowed = || verdicts.iter().any(allows);
        let is_outside = !verdict.is_kept() && !is_allowed();
        is_outside.then_some(OutsideOfRule {
            verdict,
            batch,
            span,
        })
    }

    /// What is kept with the task where somebody sends the batch for that reason all the same. `allowed_next` says when none is needed.
    ///
    /// # Errors
    /// [`Error::Conflict`] where there is no reason.
    pub(crate) fn for_reason(
        self,
        reason: &str,
        allowed_next: Option<&Message>,
        by: &Caller,
        now: Timestamp,
    ) -> Result<StoredVerdict, Error> {
        let words = parse_reason(reason).map_err(|sentence| {
            let told = [messages::tasks::nothing_sent(), self.words()];
            let told = told.into_iter().chain(allowed_next.cloned());
            Error::Conflict(Message::sentences(told.chain([sentence])))
        })?;
        Ok(StoredVerdict {
            rule_set: self.verdict.rule_set,
            breaches: self.verdict.breaches,
            reason: Some(StoredReason {
                words,
                by: by.person,
                name: by.name.clone(),
                at: now,
                holds_until: holds_until(std::slice::from_ref(&self.span)),
                approved_by: None,
            }),
            batch: Some(self.batch),
        })
    }

    /// Whether the rule refuses such calls.
    pub(crate) fn is_refused(&self) -> bool {
        self.verdict.action() == Some(RuleAction::Refuse)
    }

    /// When calls of the batch are allowed next, or that AIRudder does not plan as far ahead.
    pub(crate) fn allowed_next(
        &self,
        settings: &TaskSettings,
        account: &Account,
        now: Timestamp,
    ) -> Message {
        allowed_again(settings.timing(), self.batch, account.asked(now))
    }

    /// Why the batch is not sent, as it is stored: the English sentence could not be read back.
    pub(crate) fn stored(&self) -> Message {
        let stored = StoredOutside {
            outside_of_rule: StoredVerdict {
                rule_set: self.verdict.rule_set.clone(),
                breaches: self.verdict.breaches.clone(),
                reason: None,
                batch: None,
            },
        };
        let stored = serde_json::to_string(&stored);
        stored.map_or_else(|_| self.words(), Message::verbatim)
    }

    /// Why the batch is not sent.
    pub(crate) fn words(&self) -> Message {
        let sentence = self.verdict.sentence();
        sentence.unwrap_or_else(|| Message::verbatim(""))
    }
}
