//! How long the account keeps what names people, for administrators.

use leads::views::RetentionForm;
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::layout::Section;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::retention_fields::retention_fields;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::messages::{retention, settings};
use crate::web::pages::load::{drawn_for, in_layout};
use crate::web::paths;
use crate::web::request::caller::request;

async fn read() -> Result<RetentionForm, AppError> {
    let request = request().await?;
    Ok(backend::retention::form(&request.backend, &request.caller).await?)
}

/// What is chosen, or the form as it was refused.
#[component]
pub fn RetentionPage() -> impl IntoView {
    let refused = FormState::<RetentionForm>::take();
    in_layout(Section::Settings, read(), move |stored| {
        draw(stored, refused)
    })
}

fn draw(stored: RetentionForm, refused: Option<FormState<RetentionForm>>) -> AnyView {
    let (form, problems) = match refused {
        None => (stored, Vec::new()),
        Some(refused) => (refused.values, refused.problems),
    };
    view! {
        <PageTitle text=t(retention::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>{t(retention::page_title())}</h1>
                <p>{t(retention::explained())}</p>
            </div>
            <a class="button" href=paths::settings()>{t(settings::page_title())}</a>
        </div>
        <form class="stack narrow" method="post" action=paths::retention() novalidate>
            <HiddenValues values=vec![drawn_for()] />
            <section class="card">
                <header><h2>{t(retention::leads_and_calls())}</h2></header>
                <div class="body stack">{retention_fields(&form, &problems)}</div>
                <div class="sticky-actions">
                    <button class="button primary" type="submit" data-next="">{t(retention::save())}</button>
                </div>
            </section>
        </form>
    }
    .into_any()
}
