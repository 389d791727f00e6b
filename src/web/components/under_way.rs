//! Work that goes on at the server while the page is open.

use leptos::prelude::*;

use crate::islands::Progress;
use crate::web::components::numbers::format_number;

/// Where a page gets what has changed on it while the work goes on.
#[derive(Clone, Debug)]
pub struct PartialsSource {
    /// The address of the partials that change.
    pub partials: String,
    /// Stands for how they look now.
    pub view_version: u32,
}

/// How far the work has come: of `total` leads, or what else is counted, `done` are `participle`. The island keeps it up to date from `url`, and the rest
/// of the page from `news`; without scripts there is a link to look `here` again. The children stand at the foot.
#[component]
pub fn UnderWay(
    heading: &'static str,
    done: u32,
    total: u32,
    participle: &'static str,
    /// What is counted.
    #[prop(default = "leads")]
    noun: &'static str,
    #[prop(into)] reassurance: String,
    url: String,
    here: String,
    #[prop(optional)] news: Option<PartialsSource>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let words = format!("{noun} {participle}");
    let text = format!(
        "{} of {} {words}",
        format_number(done),
        format_number(total)
    );
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
                <noscript><a class="button" href=here>"Reload page"</a></noscript>
                {children.map(|children| children())}
            </div>
        </section>
    }
}

/// The line that says how far the work has come. The island asks at `url`; of the numbers that it is told it says that they are
/// `words`.
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
        <p id="progress-text" role="status" data-url=url data-words=words data-partials=partials data-view-version=version>
            {children()}
        </p>
    }
}
