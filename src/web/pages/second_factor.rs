//! The second factor after the password.

use backend::factors::{self, FactorError, RelyingParty};
use leads::views::WaysToConfirm;
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::passkey::PasskeyForm;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{CodeForm, FormState};
use crate::web::language::t;
use crate::web::messages::{second_factor, sign_in};
use crate::web::pages::load::in_centered_layout;
use crate::web::paths;
use crate::web::request::caller::{visitor, waiting};

/// Somebody who waits: by what they can go on, and where to.
struct View {
    ways: WaysToConfirm,
    next: String,
}

/// `None` where nobody waits, or not any more.
async fn read() -> Result<Option<View>, AppError> {
    let visitor = visitor().await?;
    let Some(waiting) = waiting().await? else {
        return Ok(None);
    };
    let ways = factors::ways_to_finish(&visitor.backend, visitor.now, &waiting.sign_in).await;
    let mut ways = match ways {
        Ok(ways) => ways,
        Err(FactorError::Failed(error)) => return Err(error.into()),
        Err(_) => return Ok(None),
    };
    ways.passkey &= RelyingParty::of_origin(&visitor.origin).is_some();
    let next = waiting.next;
    Ok(Some(View { ways, next }))
}

/// The form of the code; whoever does not wait goes to the sign-in page.
#[component]
pub fn SecondFactorPage() -> impl IntoView {
    let refused = FormState::<CodeForm>::take().unwrap_or_default();
    in_centered_layout(read(), move |view| match view {
        Some(view) => draw(view, refused),
        None => view! { <Redirect path=paths::sign_in() /> }.into_any(),
    })
}

fn draw(view: View, refused: FormState<CodeForm>) -> AnyView {
    let problems = refused.problems;
    let View { ways, next } = view;
    let code = ways.code.then(|| code_form(&problems));
    let passkey = ways.passkey.then(|| {
        view! {
            <section class="card">
                <div class="body stack">
                    <PasskeyForm
                        action=paths::sign_in_by_passkey()
                        challenge=paths::passkey_challenge()
                        hidden=vec![("next", next)]
                        text=t(second_factor::use_passkey())
                        class="primary"
                    />
                    <noscript><span>{t(second_factor::passkey_needs_scripts())}</span></noscript>
                </div>
            </section>
        }
    });
    view! {
        <PageTitle text=t(second_factor::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <h1>{t(second_factor::page_title())}</h1>
        <p>{t(second_factor::one_more_step())}</p>
        {passkey}
        {code}
        <div><a href=paths::sign_in()>{t(second_factor::someone_else())}</a></div>
    }
    .into_any()
}

fn code_form(problems: &[leads::views::FormProblem]) -> AnyView {
    let digits = [("autocomplete", "one-time-code"), ("inputmode", "numeric")];
    let code =
        Field::new("code", t(second_factor::code()), problems).hint(t(second_factor::code_hint()));
    view! {
        <form class="card" method="post" action=paths::second_factor() novalidate>
            <div class="body stack">
                {code.input("text", "", &digits)}
                <button class="button primary" type="submit">{t(sign_in::submit())}</button>
            </div>
        </form>
        <section class="card">
            <details class="body">
            <summary>{t(second_factor::use_recovery_code())}</summary>
            <form class="stack" method="post" action=paths::second_factor() novalidate>
                {recovery_field()}
                <button class="button" type="submit">{t(second_factor::submit_recovery_code())}</button>
            </form>
            </details>
        </section>
    }
    .into_any()
}

/// The same value under another `id`: the page has both fields.
fn recovery_field() -> AnyView {
    view! {
        <div class="field">
            <label for="recovery">{t(second_factor::recovery_code())}</label>
            <input id="recovery" name="code" type="text" autocomplete="off" spellcheck="false" aria-describedby="recovery-hint" />
            <p class="hint" id="recovery-hint">{t(second_factor::recovery_code_hint())}</p>
        </div>
    }
    .into_any()
}
