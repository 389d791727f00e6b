//! The script of the islands.

use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// Islands wake up when the browser is idle, and a busy one may never be: it gets a fifth of a second.
const SOON: &str = "{const idle=window.requestIdleCallback;\
     if(idle)window.requestIdleCallback=(wake)=>idle(wake,{timeout:200})}";

/// Loads the script; only pages with an island have it.
#[component]
pub fn LoadIslands() -> impl IntoView {
    use_context::<LeptosOptions>().map(|options| {
        view! {
            <script nonce=use_nonce()>{SOON}</script>
            <HydrationScripts options=options islands=true />
        }
    })
}
