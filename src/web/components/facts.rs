//! Small pairs of a name and a value.

use leptos::prelude::*;

/// The pairs, in their order.
#[component]
pub fn Facts(pairs: Vec<(String, String)>) -> impl IntoView {
    let rows = pairs
        .into_iter()
        .map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> })
        .collect_view();
    view! { <dl class="facts">{rows}</dl> }
}

/// A pair of owned texts.
pub fn fact(name: impl Into<String>, value: impl Into<String>) -> (String, String) {
    (name.into(), value.into())
}
