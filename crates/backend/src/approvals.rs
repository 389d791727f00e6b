//! The second person: what exactly somebody approves, and whether it still is what goes out.

use leads::calling_rules::{BreachKind, RuleSetId, Verdict};
use leads::{Action, LaunchStep, TaskSettings, launch_step, may};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::drafts::reason_for;
use crate::error::Error;
use crate::ids::{CheckId, PersonId};
use crate::store::approvals::{AppliedList, ApprovalRecord, ApprovingRecord, OutgoingBatch};
use crate::store::checks::CheckRecord;
use crate::store::drafts::DraftRecord;

/// The SHA-256 of everything that goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaunchDigest([u8; 32]);

impl LaunchDigest {
    /// Reads the 64 hexadecimal digits that a form posts.
    pub fn parse(text: &str) -> Option<LaunchDigest> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok()?;
        Some(LaunchDigest(bytes))
    }

    /// Its bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Its hexadecimal digits.
    pub fn digits(&self) -> String {
        hex::encode(self.0)
    }
}

/// Everything that goes out when a draft is submitted.
#[derive(Clone, Serialize)]
pub(crate) struct Outgoing<'a> {
    check: CheckId,
    draft_version: i64,
    /// Robot, line, schedule, minutes between batches and the stop rule among them.
    settings: &'a TaskSettings,
    sandbox: bool,
    /// How many leads are called.
    leads: u32,
    /// In their order, each with the digest of what is sent for it.
    batches: &'a [OutgoingBatch],
    refused_rows: &'a str,
    without_refused: bool,
    /// Which numbers are not called at any time. What an entry of them takes away shows in the batches.
    lists: &'a [AppliedList],
    outside: Option<OutgoingOutside<'a>>,
}

/// That people could be called outside of a calling rule.
#[derive(Clone, Serialize)]
pub(crate) struct OutgoingOutside<'a> {
    rule: RuleSetId,
    /// In which ways; not at which moments, which go on with the clock.
    kinds: Vec<&'a BreachKind>,
    reason: &'a str,
    reason_by: PersonId,
}

impl<'a> OutgoingOutside<'a> {
    /// What goes out outside of the rule that the verdict is of; `None` where it is kept, or nobody gave a reason.
    pub(crate) fn of(draft: &'a DraftRecord, verdict: &'a Verdict) -> Option<OutgoingOutside<'a>> {
        let given = reason_for(draft, verdict)?;
        Some(OutgoingOutside {
            rule: verdict.rule_set.id,
            kinds: verdict.breaches.iter().map(|breach| &breach.kind).collect(),
            reason: &given.reason,
            reason_by: given.by,
        })
    }
}

impl<'a> Outgoing<'a> {
    /// What goes out of a check. `refused` leads were refused in it, `without_refused` says that it goes out without them.
    pub(crate) fn of_check(
        check: &'a CheckRecord,
        approving: &'a ApprovingRecord,
        refused: u32,
        without_refused: bool,
        outside: Option<OutgoingOutside<'a>>,
    ) -> Outgoing<'a> {
        Outgoing {
            check: check.id,
            draft_version: check.draft_version,
            settings: &check.settings.0,
            sandbox: check.sandbox,
            leads: check.lead_count.saturating_sub(refused),
            batches: &approving.batches,
            refused_rows: &approving.refused_rows,
            without_refused,
            lists: &approving.lists,
            outside,
        }
    }

    /// The digest of all of it: in JSON each value stands under its name and between marks, so that no two contents look the same.
    ///
    /// # Errors
    /// Never for what this version writes: numbers, texts and lists.
    pub(crate) fn digest(&self) -> Result<LaunchDigest, Error> {
        let text = serde_json::to_vec(self)
            .map_err(|_| Error::Inconsistent("what goes out cannot be written"))?;
        Ok(LaunchDigest(Sha256::digest(text).into()))
    }
}

impl ApprovingRecord {
    /// Whether that person had a hand in the draft.
    pub(crate) fn contributed(&self, person: PersonId) -> bool {
        self.contributors.iter().any(|known| known.id == person)
    }

    /// The approval of exactly that which still holds: its person may still launch, and had no hand in the draft, nor has since.
    pub(crate) fn holding(&self, digest: &LaunchDigest) -> Option<&ApprovalRecord> {
        let digits = digest.digits();
        self.approvals.iter().find(|approval| {
            let may_launch = approval.role.is_some_and(|role| may(role, Action::Launch));
            approval.digest == digits
                && may_launch
                && !approval.is_disabled
                && !self.contributed(approval.by)
        })
    }

    /// What that person can do, if they may launch.
    pub(crate) fn step(&self, person: PersonId, digest: &LaunchDigest) -> LaunchStep {
        launch_step(
            true,
            self.holding(digest).is_some(),
            self.contributed(person),
        )
    }
}

#[cfg(test)]
mod tests;
