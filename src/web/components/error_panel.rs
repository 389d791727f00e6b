//! A page that could not be drawn: what went wrong, and what to do next.

use leptos::prelude::*;

use crate::web::components::title::PageTitle;
use crate::web::error::{AppError, ErrorKind};
use crate::web::language::{t, with_elements};
use crate::web::messages::errors;
use crate::web::paths;
use crate::web::request::page_status::set_page_status;

/// The heading, the sentence, the reference, and the way on. Sets the page's status.
#[component]
pub fn ErrorPanel(error: AppError) -> impl IntoView {
    set_page_status(error.status());
    let heading = t(error.kind.heading());
    let (href, next) = match error.kind {
        ErrorKind::SignedOut | ErrorKind::SetUp => (paths::sign_in().to_owned(), errors::sign_in()),
        _ => (paths::tasks(), errors::go_to_tasks()),
    };
    view! {
        <PageTitle text=heading.clone() />
        <section class="card problem">
            <div class="body stack">
                <h1>{heading}</h1>
                <p>{error.sentence}</p>
                {error.reference.map(|reference| view! { <p class="muted">{to_send(&reference)}</p> })}
                <div class="row">
                    <a class="button" href=href>{t(next)}</a>
                </div>
            </div>
        </section>
    }
}

/// What an administrator needs to find it in the log.
fn to_send(reference: &str) -> Vec<AnyView> {
    with_elements(&errors::reference(reference), |_, reference| {
        view! { <code>{reference}</code> }.into_any()
    })
}
