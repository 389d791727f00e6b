//! What a list says while nothing is in it.

use leptos::prelude::*;

/// Says what belongs here; the child is the one action that fills it.
#[component]
pub fn Empty(
    #[prop(into)] title: String,
    #[prop(into)] text: String,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="empty">
            <h2>{title}</h2>
            <p>{text}</p>
            {children()}
        </div>
    }
}
