//! The English texts of messages for callers that cannot tell messages yet: to be deleted with the last of them.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use localization::Message;

static TEXTS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// The English text of a message in which nothing varies. Each is kept once for good.
pub(crate) fn english(message: &Message) -> &'static str {
    let text = message.to_string();
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = texts.get(text.as_str()) {
        return known;
    }
    let kept: &'static str = Box::leak(text.into_boxed_str());
    texts.insert(kept);
    kept
}
