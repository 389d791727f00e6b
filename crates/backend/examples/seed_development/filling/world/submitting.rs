//! Submitting a draft.

use backend::drafts;
use backend::ids::TaskId;
use backend::tasks::{self, LaunchConfirmation, Submission};
use leads::views::DraftView;

use super::{Outcome, World};

impl World {
    /// Submits a draft that was checked, without the leads that were refused; the worker has not seen the task yet. Where it would call
    /// outside of the calling rule, a reason is given.
    pub async fn submit(&self, draft: &DraftView) -> Outcome<TaskId> {
        if draft.outside.is_some() {
            let at = (draft.id.parse()?, draft.version);
            let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
            drafts::give_reason(backend, caller, now, at, "These people asked for this hour")
                .await?;
        }
        let confirmed = LaunchConfirmation {
            draft: draft.id.parse()?,
            version: draft.version,
            form_key: draft.form_key.parse()?,
            without_refused: draft.tally.refused > 0,
            shown: None,
        };
        let submission = Submission {
            confirmed,
            id: self.ids.next(&self.clock),
        };
        let now = self.clock.now();
        Ok(tasks::submit(&self.backend, &self.caller, now, &submission).await?)
    }
}
