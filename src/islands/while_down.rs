//! The notice of a provider that does not answer.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Element;

use crate::islands::dom;
use crate::islands::dom::{by_id, say};

/// Seconds between two looks.
const LOOK_AGAIN_AFTER: u64 = 3;

/// Keeps the words of `#provider-down` as they are at its `data-url`, and takes it away once nothing is to be said any more.
#[island]
pub fn WhileDown(children: Children) -> impl IntoView {
    Effect::new(look);
    view! { <div class="once">{children()}</div> }
}

fn look() {
    spawn_local(async {
        let Some(notice) = by_id::<Element>("provider-down") else {
            return;
        };
        let url = dom::attribute(&notice, "data-url");
        match dom::ask(&url).await {
            Some((200, answer)) => match answer.as_string() {
                Some(words) => {
                    if let Ok(Some(place)) = notice.query_selector("p") {
                        say(&place, &words);
                    }
                }
                None => return notice.remove(),
            },
            // Signed out: the next page says so.
            Some((401 | 403, _)) => return,
            _ => {}
        }
        set_timeout(look, Duration::from_secs(LOOK_AGAIN_AFTER));
    });
}
