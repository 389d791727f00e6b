//! The English texts of messages for callers that cannot tell messages yet: to be deleted with the last of them.

use std::collections::{BTreeSet, HashMap};
use std::sync::{LazyLock, PoisonError, RwLock, RwLockReadGuard};

use localization::Message;

/// Texts that are kept for good.
#[derive(Default)]
struct Kept {
    /// By what tells the message from every other one.
    labels: HashMap<(usize, &'static str), &'static str>,
    /// Of messages with values that are constants.
    others: BTreeSet<&'static str>,
}

static KEPT: LazyLock<RwLock<Kept>> = LazyLock::new(RwLock::default);

/// The English text of a message of which there are as many as there are variants. A label is written once: a file of 200,000 rows asks for the
/// same few of each.
pub(crate) fn english(message: &Message) -> &'static str {
    let identity = message.identity();
    let label = identity.and_then(|identity| read().labels.get(&identity).copied());
    label.unwrap_or_else(|| keep(message, identity))
}

fn keep(message: &Message, identity: Option<(usize, &'static str)>) -> &'static str {
    let text = message.to_string();
    let mut kept = KEPT.write().unwrap_or_else(PoisonError::into_inner);
    let known = kept.others.get(text.as_str()).copied();
    let text = known.unwrap_or_else(|| Box::leak(text.into_boxed_str()));
    match identity {
        Some(identity) => kept.labels.entry(identity).or_insert(text),
        None => {
            kept.others.insert(text);
            text
        }
    }
}

fn read() -> RwLockReadGuard<'static, Kept> {
    KEPT.read().unwrap_or_else(PoisonError::into_inner)
}
