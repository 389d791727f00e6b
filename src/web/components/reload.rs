//! The script with which an open page follows changes while Coxswain is developed.

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::web::paths;
use crate::web::request::state::AppState;

/// What the browser does: a browser connects again by itself.
const FOLLOW: &str = "{const {address,program}=document.currentScript.dataset;let style;\
     new EventSource(address).onmessage=({data})=>{\
     const [answers,now]=data.split(' ');\
     if(answers!==program)location.reload();\
     else if(style&&style!==now)for(const link of document.querySelectorAll('link[rel=stylesheet]'))\
     link.href=link.href.split('?')[0]+'?'+now;\
     style=now}}";

/// Takes another style at once, and loads the page again when another program answers.
#[component]
pub fn FollowChanges() -> impl IntoView {
    let follows = use_context::<AppState>().is_some_and(|state| state.site().reloads);
    follows.then(|| {
        let program = std::process::id();
        view! {
            <script nonce=use_nonce() data-address=paths::reload() data-program=program>{FOLLOW}</script>
        }
    })
}
