//! What an address filters by and nobody knows.

use leads::states::Tone;
use leptos::prelude::*;

use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::join_with_and;

/// A filter that is left out shows more than was asked for: that is said. Nothing where none is.
pub fn left_out(unusable: &[&'static str]) -> Option<AnyView> {
    let named: Vec<String> = unusable.iter().map(|name| (*name).to_owned()).collect();
    (!named.is_empty()).then(|| {
        let text = format!(
            "The address filters by {} that Coxswain cannot use. That part of the filter is left out, so more can be \
             shown than it asked for.",
            join_with_and(&named)
        );
        view! { <NoticeBox tone=Tone::Warn text=text /> }.into_any()
    })
}
