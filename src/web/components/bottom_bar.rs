//! The bar at the foot of a page: what can be done next, always in sight.

use leptos::prelude::*;

/// The bar. It is the last thing in the page's main column, and stays at the foot of the window while that is longer.
#[component]
pub fn BottomBar(children: Children) -> impl IntoView {
    view! { <div class="bottom-bar" data-stay="">{children()}</div> }
}
