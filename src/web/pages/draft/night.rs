//! What must be known before people are called at night.

use leads::states::Tone;
use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::notice::NoticeBox;

/// The sentence, on top of the review; nothing where people are called by day.
pub fn night(draft: &DraftView) -> AnyView {
    let warning = draft.night.clone();
    let warning = warning.map(|text| view! { <NoticeBox tone=Tone::Warn text=text /> });
    warning.into_any()
}
