//! Nobody is called twice: which batches keep the numbers that they share with another task from being sent.
//!
//! A batch counts from the moment at which it got into the queue last, not from the submission of its task: one that is sent
//! again today calls today.

use super::BatchState;

impl BatchState {
    /// Whether a batch in this state has its people called, or may have them called. Certainly not sent, refused and stopped
    /// call nobody; giving up is a person's word that nobody is called.
    pub const fn calls(self) -> bool {
        !matches!(
            self,
            BatchState::Refused | BatchState::NotSent | BatchState::Stopped | BatchState::GivenUp
        )
    }
}

/// Whether a batch of another task, queued last at `queued`, keeps the numbers that it shares from being sent; `from` is what
/// [`send_again_counts_from`] says for a batch that is sent again, and when the cooldown began for a draft.
pub fn keeps_back<T: Ord>(state: BatchState, queued: T, from: T) -> bool {
    state.calls() && queued >= from
}

/// From when on batches of other tasks keep a batch from being sent again: those that were queued within the cooldown, and
/// those that were queued since its own task was submitted, however long ago that is and however short the cooldown.
///
/// Where a person has chosen to keep the numbers that were called recently, the choice was about the batches that were queued
/// before that task was submitted. They do not count then. What was queued since does: nobody has chosen to call its numbers
/// once more. The own task's other batches never count, since a number is in two of them only where a person keeps all rows
/// with the same number.
///
/// The submission of the task stands for all of its batches: a batch that was planned for later has a queue date that lies
/// after calls of others which nobody has seen on its review.
pub fn send_again_counts_from<T: Ord>(
    submitted: T,
    cooldown_began: T,
    recent_numbers_were_kept: bool,
) -> T {
    if recent_numbers_were_kept {
        submitted
    } else {
        submitted.min(cooldown_began)
    }
}
