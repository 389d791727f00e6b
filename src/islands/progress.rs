//! How far a check or a submission has come, while the page is open.

use std::time::Duration;

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response};

use super::dom::{by_id, say};
use crate::components::numbers::grouped;

/// Milliseconds between two looks: at first, at most while there is no news, and at most while there is no answer.
const SHORTEST_WAIT: u32 = 1_000;
const WAIT_FOR_NEWS: u32 = 2_000;
const WAIT_FOR_ANSWER: u32 = 10_000;

/// Brings the `<progress id="progress" data-url data-words>` and the text `#progress-text` inside up to date, and loads
/// the page again when all is done. It never gives up: the work goes on at the server whether it is watched or not.
#[island]
pub fn Progress(children: Children) -> impl IntoView {
    Effect::new(|| {
        if let (Some(bar), Some(text)) = (by_id("progress"), by_id("progress-text")) {
            watch(Watched { bar, text }, SHORTEST_WAIT);
        }
    });
    view! { <div class="working">{children()}</div> }
}

/// What is kept up to date.
#[derive(Clone)]
struct Watched {
    bar: Element,
    text: Element,
}

/// One answer of the server.
struct Answer {
    done: u32,
    total: u32,
    ended: bool,
}

/// Looks after that many milliseconds, then again.
fn watch(watched: Watched, wait: u32) {
    let look = move || {
        spawn_local(async move {
            let url = watched.bar.get_attribute("data-url").unwrap_or_default();
            match ask(&url).await {
                Some(Look::Answer(answer)) if !answer.ended => {
                    let news = show(&watched, &answer);
                    let next = if news {
                        SHORTEST_WAIT
                    } else {
                        longer(wait, WAIT_FOR_NEWS)
                    };
                    watch(watched, next);
                }
                Some(Look::Answer(_) | Look::Gone) => reload(),
                None => {
                    say(
                        &watched.text,
                        "Coxswain does not answer. The work goes on; looking again…",
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

/// Draws an answer; whether it says anything new.
fn show(watched: &Watched, answer: &Answer) -> bool {
    let done = answer.done.to_string();
    let news = watched.bar.get_attribute("value").as_deref() != Some(done.as_str());
    // Never fails: the names are legal attributes.
    let _ = watched.bar.set_attribute("value", &done);
    let _ = watched.bar.set_attribute("max", &answer.total.to_string());
    let words = watched.bar.get_attribute("data-words").unwrap_or_default();
    say(
        &watched.text,
        &format!(
            "{} of {} {words}",
            grouped(answer.done),
            grouped(answer.total)
        ),
    );
    news
}

/// What one look finds.
enum Look {
    /// The work is known.
    Answer(Answer),
    /// Signed out, or there is no such work any more: the page itself says which.
    Gone,
}

/// Asks the server; `None` when it gave no usable answer.
async fn ask(url: &str) -> Option<Look> {
    let response = JsFuture::from(window().fetch_with_str(url)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if matches!(response.status(), 401 | 403 | 404) {
        return Some(Look::Gone);
    }
    if !response.ok() {
        return None;
    }
    let body = JsFuture::from(response.json().ok()?).await.ok()?;
    let field = |name: &str| Reflect::get(&body, &JsValue::from_str(name)).ok();
    Some(Look::Answer(Answer {
        done: count(&field("done")?)?,
        total: count(&field("total")?)?,
        ended: field("ended")?.as_bool()?,
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
