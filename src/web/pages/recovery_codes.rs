//! Recovery codes: those that were just made, or how many are left.

use backend::factors;
use leads::views::FactorsView;
use leptos::prelude::*;

use crate::web::components::post_button::PostButton;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, NewRecoveryCodes};
use crate::web::language::t;
use crate::web::messages::{profile, recovery_codes};
use crate::web::pages::load::in_centered_layout;
use crate::web::paths;
use crate::web::request::caller::request;

/// The `id` of the list of codes.
const CODES_ID: &str = "recovery-codes";

async fn read() -> Result<FactorsView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(factors::view(backend, caller, now).await?)
}

/// The codes that were just made, once; how many are left otherwise.
#[component]
pub fn RecoveryCodesPage() -> impl IntoView {
    let made = FormState::<NewRecoveryCodes>::take().map(|made| made.values.0);
    in_centered_layout(read(), move |view| match made {
        Some(codes) => new_codes(&codes),
        None => left(&view),
    })
}

fn new_codes(codes: &[String]) -> AnyView {
    let items = codes
        .iter()
        .map(|code| view! { <li><code class="id">{code.clone()}</code></li> });
    let items = items.collect_view();
    view! {
        <PageTitle text=t(recovery_codes::page_title()) />
        <section class="card">
            <div class="body stack">
                <h1>{t(recovery_codes::page_title())}</h1>
                <p>{t(recovery_codes::made())}</p>
                <ol class="recovery-codes" id=CODES_ID>{items}</ol>
                <a class="button primary" href=paths::tasks()>{t(recovery_codes::saved())}</a>
            </div>
        </section>
    }
    .into_any()
}

fn left(view: &FactorsView) -> AnyView {
    let left = t(recovery_codes::left(view.recovery_codes));
    let make = (!view.is_empty()).then(|| {
        view! {
            <p>{t(recovery_codes::new_codes())}</p>
            <PostButton action=paths::recovery_codes() hidden=vec![] text=t(recovery_codes::make()) class="primary" />
        }
    });
    view! {
        <PageTitle text=t(recovery_codes::page_title()) />
        <section class="card">
            <div class="body stack">
                <h1>{t(recovery_codes::page_title())}</h1>
                <p>{left}</p>
                {make}
                <div><a class="button" href=paths::profile()>{t(profile::back())}</a></div>
            </div>
        </section>
    }
    .into_any()
}
