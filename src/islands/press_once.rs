//! Forms that are sent once.

use std::time::Duration;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A page that is shown again from the browser's memory must not keep a dead button.
const RELEASE_AFTER: Duration = Duration::from_secs(20);

/// Keeps the button of any form inside from sending it a second time. The server keeps that apart by itself.
#[island]
pub fn PressOnce(children: Children) -> impl IntoView {
    view! { <div class="once" on:submit=block_second_submit>{children()}</div> }
}

/// Marks the button that was pressed, and stops a second press.
pub fn block_second_submit(event: SubmitEvent) {
    let Some(button) = event
        .submitter()
        .and_then(|submitter| submitter.dyn_into::<Element>().ok())
    else {
        return;
    };
    if button.has_attribute("aria-disabled") {
        event.prevent_default();
        return;
    }
    // Never fails, like every attribute here: the name is a legal one.
    let _ = button.set_attribute("aria-disabled", "true");
    let under_way = under_way_of(&button);
    if let Some(under_way) = &under_way {
        let _ = under_way.remove_attribute("hidden");
    }
    set_timeout(
        move || {
            let _ = button.remove_attribute("aria-disabled");
            if let Some(under_way) = under_way {
                let _ = under_way.set_attribute("hidden", "");
            }
        },
        RELEASE_AFTER,
    );
}

/// What the form shows while it is on its way, where it shows anything.
pub fn under_way_of(button: &Element) -> Option<Element> {
    let form = button.closest("form").ok()??;
    form.query_selector("[data-under-way]").ok()?
}
