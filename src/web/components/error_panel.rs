//! A page that could not be drawn: what went wrong, and what to do next.

use leptos::prelude::*;

use crate::web::components::title::PageTitle;
use crate::web::error::{AppError, ErrorKind};
use crate::web::paths;
use crate::web::request::page_status::set_page_status;

/// The heading, the sentence, the reference, and the way on. Sets the page's status.
#[component]
pub fn ErrorPanel(error: AppError) -> impl IntoView {
    set_page_status(error.status());
    let heading = error.kind.heading();
    let (href, next) = match error.kind {
        ErrorKind::SignedOut | ErrorKind::SetUp => (paths::sign_in().to_owned(), "Sign in"),
        _ => (paths::tasks(), "Go to tasks"),
    };
    view! {
        <PageTitle text=heading />
        <section class="card problem">
            <div class="body stack">
                <h1>{heading}</h1>
                <p>{error.sentence}</p>
                {error
                    .reference
                    .map(|reference| {
                        view! {
                            <p class="muted">
                                "If it happens again, send your administrator this reference: "
                                <code>{reference}</code>
                            </p>
                        }
                    })}
                <div class="row">
                    <a class="button" href=href>{next}</a>
                </div>
            </div>
        </section>
    }
}
