//! A moment in the account's zone.

use leads::views::Moment;
use leptos::prelude::*;

/// The moment for people, and for machines.
#[component]
pub fn Time(moment: Moment) -> impl IntoView {
    view! { <time datetime=moment.iso>{moment.text}</time> }
}
