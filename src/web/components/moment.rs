//! A moment in the account's zone.

use leads::views::Moment;
use leptos::prelude::*;

/// The moment for people, and for machines.
#[component]
pub fn Time(moment: Moment) -> impl IntoView {
    view! { <time datetime=moment.iso>{moment.text}</time> }
}

/// Until when a check can be submitted; a script counts its last two minutes down.
#[component]
pub fn GoodUntil(
    moment: Moment,
    /// Seconds until then.
    left: u32,
) -> impl IntoView {
    view! { "good until " <Time moment=moment /> <span data-left=left.to_string()></span> }
}
