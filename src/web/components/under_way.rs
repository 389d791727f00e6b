//! Work that goes on at the server while the page is open.

use leptos::prelude::*;
use localization::Message;

use crate::islands::Progress;
use crate::web::components::numbers::number;
use crate::web::language::t;
use crate::web::messages::components;

/// Where a page gets what has changed on it while the work goes on.
#[derive(Clone, Debug)]
pub struct PartialsSource {
    /// The address of the partials that change.
    pub partials: String,
    /// Stands for how they look now.
    pub view_version: u32,
}

/// How far the work has come: of `total` leads, or what else is counted, `done` are through. The island keeps it up to date from `url`, and the rest
/// of the page from `news`; without scripts there is a link to look `here` again. The children stand at the foot.
#[component]
pub fn UnderWay(
    #[prop(into)] heading: String,
    done: u32,
    total: u32,
    /// The sentence with both numbers: how many are through, and of how many.
    words: fn(String, String) -> Message,
    #[prop(into)] reassurance: String,
    url: String,
    here: String,
    #[prop(optional)] news: Option<PartialsSource>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let text = t(words(number(done), number(total)));
    let words = t(words("{done}".to_owned(), "{total}".to_owned()));
    view! {
        <section class="card">
            <div class="body stack">
                <h2>{heading}</h2>
                <Progress>
                    <progress
                        id="progress"
                        value=(done > 0).then(|| done.to_string())
                        max=total.max(1).to_string()
                        aria-labelledby="progress-text"
                    ></progress>
                    <LiveStatus url=url words=words news=news>{text}</LiveStatus>
                </Progress>
                <p class="muted">{reassurance}</p>
                <noscript><a class="button" href=here>{t(components::reload_page())}</a></noscript>
                {children.map(|children| children())}
            </div>
        </section>
    }
}

/// The line that says how far the work has come. The island asks at `url`; it puts the numbers that it is told for `{done}` and `{total}`
/// into `words`, and says what `data-no-answer` has where nobody answers.
#[component]
pub fn LiveStatus(
    url: String,
    #[prop(optional)] words: String,
    news: Option<PartialsSource>,
    children: Children,
) -> impl IntoView {
    let version = news.as_ref().map(|news| news.view_version);
    let partials = news.map(|news| news.partials);
    view! {
        <p
            id="progress-text"
            role="status"
            data-url=url
            data-words=words
            data-no-answer=t(components::no_answer())
            data-partials=partials
            data-view-version=version
        >
            {children()}
        </p>
    }
}
