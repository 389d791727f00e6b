//! Signing in.

use backend::factors::RelyingParty;
use leads::states::Tone;
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::notice::NoticeBox;
use crate::web::components::passkey::PasskeyForm;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{EndedSession, FormState, SignInForm};
use crate::web::language::t;
use crate::web::messages::sign_in;
use crate::web::pages::load::in_centered_layout;
use crate::web::pages::query_value;
use crate::web::paths;
use crate::web::request::caller::visitor;
use crate::web::request::next;

/// What the page has to know.
struct SignInView {
    /// Whether nobody can sign in yet.
    setup_is_needed: bool,
    /// Whether passkeys work at the address of this installation.
    has_passkeys: bool,
}

async fn read() -> Result<SignInView, AppError> {
    let visitor = visitor().await?;
    Ok(SignInView {
        setup_is_needed: backend::setup::is_needed(&visitor.backend).await?,
        has_passkeys: RelyingParty::of_origin(&visitor.origin).is_some(),
    })
}

/// The form, as it was refused if it was.
#[component]
pub fn SignInPage() -> impl IntoView {
    let form_state = FormState::<SignInForm>::take().unwrap_or_else(|| FormState {
        values: SignInForm {
            email: String::new(),
            next: query_value("next"),
        },
        ..FormState::default()
    });
    in_centered_layout(read(), move |view| draw(form_state, &view))
}

/// On a new server nobody can sign in: the way to its set-up.
fn nobody_yet() -> AnyView {
    view! {
        <NoticeBox tone=Tone::Plain text=t(sign_in::nobody_yet())>
            <a class="button" href=paths::setup()>{t(sign_in::create_first_administrator())}</a>
        </NoticeBox>
    }
    .into_any()
}

fn draw(form_state: FormState<SignInForm>, view: &SignInView) -> AnyView {
    let (setup_is_needed, has_passkeys) = (view.setup_is_needed, view.has_passkeys);
    // What became of the form that somebody sent whose session had ended.
    let ended = use_context::<EndedSession>();
    let opens = match ended {
        Some(_) => None,
        None => next::page_name(&form_state.values.next),
    };
    let FormState {
        values, problems, ..
    } = form_state;
    let email = Field::new("email", t(sign_in::email()), &problems);
    let password = Field::new("password", t(sign_in::password()), &problems);
    let next = values.next.clone();
    view! {
        <PageTitle text=t(sign_in::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        {ended.map(|EndedSession(text)| view! { <NoticeBox tone=Tone::Warn text=t(text) /> })}
        {setup_is_needed.then(nobody_yet)}
        <form class="card" method="post" action=paths::sign_in() novalidate>
            <div class="body stack">
                <h1>{t(sign_in::page_title())}</h1>
                {opens.map(|page| view! { <p>{t(sign_in::opens(page))}</p> })}
                <HiddenValues values=vec![("next", values.next)] />
                {email.input("email", &values.email, &[("autocomplete", "username"), ("spellcheck", "false")])}
                {password.input("password", "", &[("autocomplete", "current-password")])}
                <button class="button primary" type="submit">{t(sign_in::submit())}</button>
            </div>
        </form>
        {has_passkeys.then(|| by_passkey(next))}
    }
    .into_any()
}

/// What signs in without a password.
fn by_passkey(next: String) -> AnyView {
    view! {
        <PasskeyForm
            action=paths::sign_in_by_passkey()
            challenge=paths::passkey_challenge()
            hidden=vec![("next", next)]
            text=t(sign_in::by_passkey())
        />
    }
    .into_any()
}
