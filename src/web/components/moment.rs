//! A moment in the account's zone.

use leads::views::Moment;
use leptos::prelude::*;

use crate::web::components::message::with_time;
use crate::web::language::t;
use crate::web::messages::components;

/// The moment for people, and for machines.
#[component]
pub fn Time(moment: Moment) -> impl IntoView {
    let text = t(moment.message());
    timed(moment.iso, text)
}

/// A text that tells a moment, with that moment for machines.
pub fn timed(iso: String, text: String) -> AnyView {
    view! { <time datetime=iso>{text}</time> }.into_any()
}

/// Until when a check can be submitted; a script counts its last two minutes down.
#[component]
pub fn GoodUntil(
    moment: Moment,
    /// Seconds until then.
    left: u32,
) -> impl IntoView {
    let until = with_time(moment, components::good_until);
    let soon = t(components::seconds_left("{seconds}"));
    view! {
        {until}
        <span data-left=left.to_string() data-soon=soon data-over=t(components::over())></span>
    }
}
