//! What an address filters by and nobody knows.

use leads::states::Tone;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::notice::NoticeBox;
use crate::web::language::t;
use crate::web::messages::{components, unusable_filters as filters};
use crate::web::paths::Unusable;

/// A filter that is left out shows more than was asked for: that is said. Nothing where none is.
pub fn left_out(unusable: &[Unusable]) -> Option<AnyView> {
    (!unusable.is_empty()).then(|| {
        let what = Message::list(unusable.iter().copied().map(named));
        view! { <NoticeBox tone=Tone::Warn text=t(components::left_out(what)) /> }.into_any()
    })
}

/// What people call it.
fn named(unusable: Unusable) -> Message {
    match unusable {
        Unusable::Group => filters::group(),
        Unusable::Stage => filters::stage(),
        Unusable::Batch => filters::batch(),
        Unusable::Ring => filters::ring(),
        Unusable::Hour => filters::hour(),
        Unusable::Talk => filters::talk(),
        Unusable::LongSearch => filters::long_search(),
        Unusable::Person => filters::person(),
        Unusable::Action => filters::action(),
        Unusable::Outcome => filters::outcome(),
        Unusable::Day => filters::day(),
        Unusable::Id => filters::id(),
        Unusable::Page => filters::page(),
        Unusable::Period => filters::period(),
        Unusable::DaysInWrongOrder => filters::days_in_wrong_order(),
    }
}
