//! Work that goes on at the server while the page is open.

use leptos::prelude::*;

use super::numbers::grouped;
use crate::islands::Progress;

/// How far the work has come: of `total` leads, `done` are `participle`. The island keeps it up to date from `url`; without
/// scripts there is a link to look `here` again.
#[component]
pub fn UnderWay(
    heading: &'static str,
    done: u32,
    total: u32,
    participle: &'static str,
    reassurance: &'static str,
    url: String,
    here: String,
) -> impl IntoView {
    let words = format!("leads {participle}");
    let text = format!("{} of {} {words}", grouped(done), grouped(total));
    view! {
        <section class="card">
            <div class="body stack">
                <h2>{heading}</h2>
                <Progress>
                    <progress
                        id="progress"
                        value=done.to_string()
                        max=total.max(1).to_string()
                        data-url=url
                        data-words=words
                        aria-labelledby="progress-text"
                    ></progress>
                    <p id="progress-text" role="status">{text}</p>
                </Progress>
                <p class="muted">{reassurance}</p>
                <noscript><a class="button" href=here>"Look again"</a></noscript>
            </div>
        </section>
    }
}
