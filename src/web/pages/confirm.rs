//! Confirming that it is still the same person, before what matters.

use backend::factors::{self, RelyingParty};
use leads::views::WaysToConfirm;
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::passkey::PasskeyForm;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{ConfirmForm, FormState};
use crate::web::language::t;
use crate::web::messages::confirm;
use crate::web::pages::load::in_centered_layout;
use crate::web::pages::query_value;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::next::local_path;

async fn read() -> Result<WaysToConfirm, AppError> {
    let request = request().await?;
    let mut ways = factors::ways_to_confirm(&request.backend, &request.caller).await?;
    ways.passkey &= RelyingParty::of_origin(&request.origin).is_some();
    Ok(ways)
}

/// The form, as it was refused if it was.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let refused = FormState::<ConfirmForm>::take().unwrap_or_else(|| FormState {
        values: ConfirmForm {
            next: query_value("next"),
        },
        ..FormState::default()
    });
    in_centered_layout(read(), move |ways| draw(refused, ways))
}

fn draw(refused: FormState<ConfirmForm>, ways: WaysToConfirm) -> AnyView {
    let FormState {
        values, problems, ..
    } = refused;
    let next = local_path(&values.next)
        .unwrap_or(&paths::tasks())
        .to_owned();
    let hidden = || vec![("next", next.clone())];
    let by_password = ways.code || ways.is_password_only();
    let current = Field::new("current", t(confirm::password()), &problems);
    let code = ways.code.then(|| {
        let code = Field::new("code", t(confirm::code()), &problems);
        let code = code.hint(t(confirm::code_hint()));
        code.input(
            "text",
            "",
            &[("autocomplete", "one-time-code"), ("spellcheck", "false")],
        )
    });
    let passkey = ways.passkey.then(|| {
        view! {
            <section class="card">
                <div class="body stack">
                    <PasskeyForm
                        action=paths::confirm_by_passkey()
                        challenge=paths::passkey_challenge()
                        hidden=hidden()
                        text=t(confirm::by_passkey())
                        class="primary"
                    />
                    <noscript><span>{t(confirm::passkey_needs_scripts())}</span></noscript>
                </div>
            </section>
        }
    });
    let form = by_password.then(|| {
        view! {
            <form class="card" method="post" action=paths::confirm() novalidate>
                <div class="body stack">
                    <HiddenValues values=hidden() />
                    {current.input("password", "", &[("autocomplete", "current-password")])}
                    {code}
                    <button class="button primary" type="submit">{t(confirm::submit())}</button>
                </div>
            </form>
        }
    });
    view! {
        <PageTitle text=t(confirm::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <h1>{t(confirm::page_title())}</h1>
        <p>{t(confirm::explained())}</p>
        {passkey}
        {form}
        <div><a class="button" href=paths::tasks()>{t(confirm::cancel())}</a></div>
    }
    .into_any()
}
