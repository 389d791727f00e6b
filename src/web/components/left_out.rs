//! What an address filters by and nobody knows.

use leads::states::Tone;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::notice::NoticeBox;
use crate::web::language::t;
use crate::web::messages::components;

/// A filter that is left out shows more than was asked for: that is said. Nothing where none is.
pub fn left_out(unusable: &[impl Into<Message> + Clone]) -> Option<AnyView> {
    (!unusable.is_empty()).then(|| {
        let what = Message::list(unusable.iter().cloned().map(Into::into));
        view! { <NoticeBox tone=Tone::Warn text=t(components::left_out(what)) /> }.into_any()
    })
}
