//! How far a check or a submission has come, while the page is open.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::islands::dom;
use crate::islands::dom::{by_id, say};

/// Milliseconds between two looks: at first, at most while there is no news, and at most while there is no answer.
const MIN_POLL_INTERVAL: u32 = 1_000;
const WAIT_FOR_NEWS: u32 = 2_000;
const WAIT_FOR_ANSWER: u32 = 10_000;

/// Brings `#progress-text` inside up to date from its `data-url`, with the `<progress id="progress">` where there is one, and the
/// partials of the page at `data-partials` once they look different. Loads the page again when all is done. It never gives up: the
/// work goes on at the server whether it is watched or not.
#[island]
pub fn Progress(children: Children) -> impl IntoView {
    Effect::new(|| {
        if let Some(text) = by_id::<Element>("progress-text") {
            let version = text.get_attribute("data-view-version");
            let version = version
                .and_then(|version| version.parse().ok())
                .unwrap_or(0);
            let watched = Watched {
                bar: by_id("progress"),
                said: Rc::new(RefCell::new(text.text_content().unwrap_or_default())),
                text,
                view_version: Rc::new(Cell::new(version)),
            };
            watch(watched, MIN_POLL_INTERVAL);
        }
    });
    view! { <div class="working">{children()}</div> }
}

/// What is kept up to date.
#[derive(Clone)]
struct Watched {
    bar: Option<Element>,
    text: Element,
    /// What the server has told last, where there is no bar.
    said: Rc<RefCell<String>>,
    /// Stands for how the pieces look that the page shows.
    view_version: Rc<Cell<u32>>,
}

/// One answer of the server.
struct ProgressResponse {
    done: u32,
    total: u32,
    ended: bool,
    reconciling: bool,
    view_version: u32,
}

/// Looks after that many milliseconds, then again.
fn watch(watched: Watched, wait: u32) {
    let look = move || {
        spawn_local(async move {
            // The page shows nothing of it any more.
            if !watched.text.is_connected() {
                return;
            }
            let url = dom::attribute(&watched.text, "data-url");
            match ask(&url).await {
                Some(Look::ProgressResponse(answer)) if !is_over(&watched, &answer) => {
                    let partials = show_partials(&watched, &answer).await;
                    let news = show(&watched, &answer) || partials;
                    let next = if news {
                        MIN_POLL_INTERVAL
                    } else {
                        longer(wait, WAIT_FOR_NEWS)
                    };
                    watch(watched, next);
                }
                Some(_) if dom::is_asking() => watch(watched, WAIT_FOR_NEWS),
                Some(Look::ProgressResponse(_) | Look::Gone) => reload(),
                None => {
                    say(
                        &watched.text,
                        &dom::attribute(&watched.text, "data-no-answer"),
                    );
                    watch(watched, longer(wait, WAIT_FOR_ANSWER));
                }
            }
        });
    };
    set_timeout(look, Duration::from_millis(wait.into()));
}

/// Half as long again, up to that.
fn longer(wait: u32, longest: u32) -> u32 {
    (wait + wait / 2).min(longest)
}

/// Whether the page that is shown has nothing to wait for any more. One without a bar waits for what is looked for, too.
fn is_over(watched: &Watched, answer: &ProgressResponse) -> bool {
    answer.ended && (watched.bar.is_some() || !answer.reconciling)
}

/// Draws an answer; whether it says anything new.
fn show(watched: &Watched, answer: &ProgressResponse) -> bool {
    let Some(bar) = &watched.bar else {
        say(&watched.text, &watched.said.borrow());
        return false;
    };
    let done = answer.done.to_string();
    let news = bar.get_attribute("value").unwrap_or_else(|| "0".to_owned()) != done;
    // Before the first answer of the provider nobody knows how fast it goes: the bar has no value then.
    if answer.done > 0 {
        // Never fails: the names are legal attributes.
        let _ = bar.set_attribute("value", &done);
    }
    let _ = bar.set_attribute("max", &answer.total.to_string());
    let written = |number: u32| dom::format_number(number.into());
    let words = dom::attribute(&watched.text, "data-words");
    let words = dom::filled(&words, "{done}", &written(answer.done));
    let words = dom::filled(&words, "{total}", &written(answer.total));
    say(&watched.text, &words);
    news
}

/// Draws the pieces of the page that look different since they were drawn last; whether any does.
async fn show_partials(watched: &Watched, answer: &ProgressResponse) -> bool {
    if answer.view_version == watched.view_version.get() {
        return false;
    }
    let url = dom::attribute(&watched.text, "data-partials");
    let Some((200, partials)) = dom::ask(&url).await else {
        return false;
    };
    let mut all = true;
    for (id, html) in dom::partials_of(&partials) {
        all &= dom::replace(&id, &html);
    }
    if let Some(said) = dom::text_of(&partials, "said") {
        *watched.said.borrow_mut() = said;
    }
    if all {
        watched.view_version.set(answer.view_version);
    }
    true
}

/// What one look finds.
enum Look {
    /// The work is known.
    ProgressResponse(ProgressResponse),
    /// Signed out, or there is no such work any more: the page itself says which.
    Gone,
}

/// Asks the server; `None` when it gave no clear answer.
async fn ask(url: &str) -> Option<Look> {
    let body = match dom::ask(url).await? {
        (200, body) => body,
        (401 | 403 | 404, _) => return Some(Look::Gone),
        _ => return None,
    };
    let field = |name: &str| Reflect::get(&body, &JsValue::from_str(name)).ok();
    Some(Look::ProgressResponse(ProgressResponse {
        done: count(&field("done")?)?,
        total: count(&field("total")?)?,
        ended: field("ended")?.as_bool()?,
        reconciling: field("reconciling")?.as_bool()?,
        view_version: count(&field("view_version")?)?,
    }))
}

/// A JSON number as a count of leads.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn count(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}

fn reload() {
    // Nothing to do about a browser that refuses: the link on the page does the same.
    let _ = window().location().reload();
}
