//! The script of the islands.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::nonce::use_nonce;
use leptos::prelude::*;

/// Islands wake up when the browser is idle, and a busy one may never be: it gets a fifth of a second.
const SOON: &str = "{const idle=window.requestIdleCallback;\
     if(idle)window.requestIdleCallback=(wake)=>idle(wake,{timeout:200})}";

/// Whether the page that is being drawn has the script already: the page and its layout may both want it.
#[derive(Clone, Debug, Default)]
pub struct HasIslands(Arc<AtomicBool>);

/// Loads the script, once a page; only pages with an island have it.
#[component]
pub fn LoadIslands() -> impl IntoView {
    let loads =
        use_context::<HasIslands>().is_some_and(|page| page.0.swap(true, Ordering::Relaxed));
    let options = use_context::<LeptosOptions>().filter(|_| !loads);
    options.map(|options| {
        view! {
            <script nonce=use_nonce()>{SOON}</script>
            <HydrationScripts options=options islands=true />
        }
    })
}
