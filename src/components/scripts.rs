//! The script of the islands.

use leptos::prelude::*;

/// Loads the script; only pages with an island have it.
#[component]
pub fn LoadIslands() -> impl IntoView {
    use_context::<LeptosOptions>()
        .map(|options| view! { <HydrationScripts options=options islands=true /> })
}
