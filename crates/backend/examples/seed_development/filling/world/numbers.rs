//! Numbers that are not to be called, or not to be held at all. Nothing is made of them where there is no key to hash numbers with.

use backend::do_not_call::{self, ListForm, ListUpload};
use backend::erasures;
use backend::ids::{DoNotCallListId, ErasureId};
use sheets::UploadedFile;

use super::{Outcome, World};

impl World {
    /// Whether numbers can be hashed.
    pub fn has_keys(&self) -> bool {
        self.keys.is_some()
    }

    /// Puts a number on the company's do-not-call list, where there is a key for it.
    pub async fn add_to_do_not_call(&self, number: &str) -> Outcome<()> {
        if self.has_keys() {
            let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
            do_not_call::add_by_hand(backend, caller, now, number, "Asked by email").await?;
        }
        Ok(())
    }

    /// Uploads a new do-not-call list.
    pub async fn take_in(&self, form: ListForm, file: UploadedFile) -> Outcome<DoNotCallListId> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        let new_id = self.ids.next(&self.clock);
        let upload = ListUpload { form, file, new_id };
        do_not_call::take_in(backend, caller, now, upload).await?;
        Ok(new_id)
    }

    /// Erases a number everywhere, and leaves it on the company's do-not-call list; its receipt.
    pub async fn erase(&self, number: &str) -> Outcome<ErasureId> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        let id = self.ids.next(&self.clock);
        Ok(erasures::erase(backend, caller, now, id, (number, true)).await?)
    }
}
