//! Setting up a second factor.

use backend::factors::{self, RelyingParty};
use leads::views::{AppSetupView, FormProblem};
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::passkey::PasskeyForm;
use crate::web::components::post_button::PostButton;
use crate::web::components::qr_code::QrDrawing;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FactorForm, FormState};
use crate::web::language::t;
use crate::web::messages::{factor_setup, profile, sign_in};
use crate::web::pages::load::in_centered_layout;
use crate::web::paths;
use crate::web::request::caller::request;

/// What can be set up.
struct View {
    /// The app that is being set up.
    app: Option<AppSetupView>,
    /// Whether passkeys work at the address of this installation.
    has_passkeys: bool,
    /// Whether secrets can be encrypted, which the key of an app needs.
    has_apps: bool,
    /// Whether the person can use nothing else before.
    is_owed: bool,
}

async fn read() -> Result<View, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(View {
        app: factors::app_setup(backend, caller, now).await?,
        has_passkeys: RelyingParty::of_origin(&request.origin).is_some(),
        has_apps: backend.encryption_keys().is_ok(),
        is_owed: caller.owes_second_factor,
    })
}

/// The ways to set one up, or the app that is being set up.
#[component]
pub fn FactorSetupPage() -> impl IntoView {
    let refused = FormState::<FactorForm>::take().unwrap_or_default();
    in_centered_layout(read(), move |view| draw(view, &refused.problems))
}

fn draw(view: View, problems: &[FormProblem]) -> AnyView {
    let explained = if view.is_owed {
        t(factor_setup::owed())
    } else {
        t(factor_setup::explained())
    };
    let passkey = view.has_passkeys.then(|| passkey(problems));
    let app = view.has_apps.then(|| match view.app {
        Some(setup) => app_code(setup, problems),
        None => app(),
    });
    let neither = !view.has_passkeys && !view.has_apps;
    let neither = neither.then(|| view! { <p>{t(factor_setup::impossible())}</p> });
    let leave = match view.is_owed {
        true => view! {
            <form method="post" action=paths::sign_out()>
                <button class="link" type="submit">{t(sign_in::sign_out())}</button>
            </form>
        }
        .into_any(),
        false => {
            view! { <div><a class="button" href=paths::profile()>{t(profile::back())}</a></div> }
                .into_any()
        }
    };
    view! {
        <PageTitle text=t(factor_setup::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems.to_vec() />
        <h1>{t(factor_setup::page_title())}</h1>
        <p>{explained}</p>
        {neither}
        {passkey}
        {app}
        {leave}
    }
    .into_any()
}

fn passkey(problems: &[FormProblem]) -> AnyView {
    let label = Field::new("label", t(factor_setup::passkey_name()), problems)
        .hint(t(factor_setup::passkey_name_hint()));
    view! {
        <section class="card">
            <div class="body stack">
                <h2>{t(factor_setup::passkey())}</h2>
                <p>{t(factor_setup::passkey_explained())}</p>
                <PasskeyForm
                    action=paths::add_passkey()
                    challenge=paths::new_passkey_challenge()
                    makes=true
                    text=t(factor_setup::create_passkey())
                    class="primary"
                >
                    {label.input("text", "", &[("autocomplete", "off")])}
                </PasskeyForm>
                <noscript><span>{t(factor_setup::passkey_needs_scripts())}</span></noscript>
            </div>
        </section>
    }
    .into_any()
}

fn app() -> AnyView {
    view! {
        <section class="card">
            <div class="body stack">
                <h2>{t(factor_setup::app())}</h2>
                <p>{t(factor_setup::app_explained())}</p>
                <PostButton action=paths::start_app() hidden=vec![] text=t(factor_setup::use_app()) />
            </div>
        </section>
    }
    .into_any()
}

fn app_code(setup: AppSetupView, problems: &[FormProblem]) -> AnyView {
    let code =
        Field::new("code", t(factor_setup::code()), problems).hint(t(factor_setup::code_hint()));
    let digits = [("autocomplete", "one-time-code"), ("inputmode", "numeric")];
    view! {
        <form class="card" id="app" method="post" action=paths::confirm_app() novalidate>
            <div class="body stack">
                <h2>{t(factor_setup::app())}</h2>
                <p>{t(factor_setup::scan())}</p>
                <QrDrawing modules=setup.qr label=t(factor_setup::qr_code()) />
                <p><code class="id" id="app-key">{setup.key}</code></p>
                {code.input("text", "", &digits)}
                <button class="button primary" type="submit">{t(factor_setup::finish())}</button>
            </div>
        </form>
    }
    .into_any()
}
