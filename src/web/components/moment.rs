//! A moment in the account's zone.

use leads::views::Moment;
use leptos::prelude::*;

use crate::web::language::{t, with_elements};
use crate::web::messages::components;

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
    let Moment { iso, text } = moment;
    let until = with_elements(&components::good_until(text), |_, text| {
        view! { <Time moment=Moment { iso: iso.clone(), text } /> }.into_any()
    });
    let soon = t(components::seconds_left("{seconds}"));
    view! {
        {until}
        <span data-left=left.to_string() data-soon=soon data-over=t(components::over())></span>
    }
}
