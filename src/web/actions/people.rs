//! What administrators do with people.

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use axum::{Extension, Form};
use backend::mail::{self, Mailed};
use backend::people::{self, By, Reset};
use backend::{Caller, Role};
use leptos::prelude::*;
use localization::Message;
use serde::Deserialize;

use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, InviteForm, NewLink};
use crate::web::language::t;
use crate::web::messages::people as texts;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// What the form of an invitation posts.
#[derive(Deserialize)]
pub struct InvitePost {
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    role: String,
}

/// Invites somebody. The answer shows the link, and nothing else ever does.
pub async fn invite(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    parts: Parts,
    Form(posted): Form<InvitePost>,
) -> Response {
    let (by, now, random) = (By::Caller(&caller), clock::now(), clock::random());
    let whom = (&*posted.email, &*posted.name, &*posted.role);
    match people::invite(state.backend(), by, now, whom, random).await {
        Ok(key) => {
            let text = texts::invitation_made(posted.email.trim());
            shown(&state, &caller, parts, (text, &key)).await
        }
        Err(backend::Error::Problems(problems)) => {
            let refused = FormState::refused(
                InviteForm {
                    name: posted.name,
                    email: posted.email,
                    role: posted.role,
                },
                problems,
            );
            answers::rerender_form(&state, parts, &paths::people(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}

/// Whose reset it is.
#[derive(Deserialize)]
pub struct ResetPost {
    #[serde(default)]
    person: String,
}

/// Starts the reset of a password. The answer shows the link, and nothing else ever does.
pub async fn start_reset(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    parts: Parts,
    Form(posted): Form<ResetPost>,
) -> Response {
    let reset_of = (Reset::Password, texts::reset_made());
    reset(&state, &caller, parts, &posted, reset_of).await
}

/// Removes the second factors of somebody, whose password no longer works either. The answer shows the link by which they choose another.
pub async fn remove_factors(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    parts: Parts,
    Form(posted): Form<ResetPost>,
) -> Response {
    let reset_of = (Reset::SecondFactors, texts::factors_removed());
    reset(&state, &caller, parts, &posted, reset_of).await
}

async fn reset(
    state: &AppState,
    caller: &Caller,
    parts: Parts,
    posted: &ResetPost,
    (reset, text): (Reset, Message),
) -> Response {
    let person = match parse_id(&posted.person) {
        Ok(person) => person,
        Err(error) => return answers::render_error(&error),
    };
    let (by, now, random) = (By::Caller(caller), clock::now(), clock::random());
    match people::start_reset(state.backend(), by, now, (person, reset), random).await {
        Ok(key) => shown(state, caller, parts, (text, &key)).await,
        Err(error) => answers::refused(error),
    }
}

/// The people, with the link that was just made.
async fn shown(
    state: &AppState,
    caller: &Caller,
    parts: Parts,
    (text, key): (Message, &str),
) -> Response {
    let link = format!("{}{}", state.site().origin, paths::link(key));
    let of_account = caller.account.settings.language;
    let mailed = mail::mail_link(state.backend(), clock::now(), (key, &link), of_account);
    let mailed = match mailed.await {
        Ok(Mailed::NotConfigured) => None,
        Ok(Mailed::Sent(email)) => Some(texts::mailed(email)),
        Ok(Mailed::Kept) => Some(texts::mail_kept()),
        Ok(Mailed::Failed(email)) => Some(texts::mail_failed(email)),
        Err(error) => return answers::refused(error),
    };
    let text = Message::sentences([Some(text), mailed].into_iter().flatten());
    let made = FormState {
        values: NewLink { text, link },
        problems: Vec::new(),
        status: 200,
    };
    answers::rerender_form(state, parts, &paths::people(), made).await
}

/// Gives a person another role.
#[server(prefix = "/api", endpoint = "people/role")]
pub async fn change_role(person: String, role: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, by, now) = (&request.backend, By::Caller(&request.caller), request.now);
    let person = parse_id(&person)?;
    let role = match &*role {
        "none" => None,
        key => Some(Role::from_key(key).ok_or_else(|| AppError::edit(texts::choose_role()))?),
    };
    let outcome = people::change_role(backend, by, now, person, role).await;
    let outcome = outcome.map(t).map(Some);
    request.after(outcome, paths::people().to_owned()).await
}

/// Shuts a person out.
#[server(prefix = "/api", endpoint = "people/disable")]
pub async fn disable_person(person: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, by, now) = (&request.backend, By::Caller(&request.caller), request.now);
    let outcome = people::disable(backend, by, now, parse_id(&person)?).await;
    let outcome = outcome.map(t).map(Some);
    request.after(outcome, paths::people().to_owned()).await
}

/// Lets a person in again.
#[server(prefix = "/api", endpoint = "people/enable")]
pub async fn enable_person(person: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, by, now) = (&request.backend, By::Caller(&request.caller), request.now);
    let outcome = people::enable(backend, by, now, parse_id(&person)?).await;
    let outcome = outcome.map(t).map(Some);
    request.after(outcome, paths::people().to_owned()).await
}

/// Revokes an invitation.
#[server(prefix = "/api", endpoint = "people/revoke")]
pub async fn revoke_invitation(email: String) -> Result<(), AppError> {
    let request = request().await?;
    let by = By::Caller(&request.caller);
    let outcome = people::revoke(&request.backend, by, request.now, &email).await;
    let outcome = outcome.map(t).map(Some);
    request.after(outcome, paths::people().to_owned()).await
}
