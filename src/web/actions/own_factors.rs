//! What people do with their own second factors.

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::Caller;
use backend::factors::{self, Change, FactorError, RelyingParty};
use leptos::prelude::*;
use localization::Message;
use serde::Deserialize;
use tower_sessions::Session;

use crate::web::actions::factors::{CodePost, no_passkeys, options, refused};
use crate::web::actions::profile::done;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FactorForm, FormState, NewRecoveryCodes};
use crate::web::language::t;
use crate::web::messages::{factor_setup, profile, second_factor};
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// Begins to set up an authenticator app; the page shows its key then.
pub async fn start_app(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
) -> Response {
    let (backend, now) = (state.backend(), clock::now());
    let random = (clock::random(), clock::random());
    let begun = factors::start_app(backend, &caller, now, clock::new_id(), random).await;
    match begun {
        Ok(()) => Redirect::to(&paths::factor_setup()).into_response(),
        Err(error) => answers::refused(error),
    }
}

/// Finishes the set-up of an authenticator app by its first code.
pub async fn confirm_app(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(posted): Form<CodePost>,
) -> Response {
    let (backend, now) = (state.backend(), clock::now());
    let random = random_codes();
    let added = factors::confirm_app(backend, &caller, now, &posted.code, random).await;
    let about = ("code", factor_setup::wrong_code());
    told(&state, &session, parts, added, about).await
}

/// What a new passkey is to be, for a script.
pub async fn new_passkey(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
) -> Response {
    let Some(party) = RelyingParty::of_origin(&state.site().origin) else {
        return no_passkeys(StatusCode::NOT_FOUND);
    };
    let (backend, now) = (state.backend(), clock::now());
    let made = factors::challenge_of_registration(backend, &caller, now, &party).await;
    options(made.map_err(FactorError::Failed))
}

/// What the form of a new passkey posts.
#[derive(Deserialize)]
pub struct NewPasskeyPost {
    #[serde(default)]
    credential: String,
    #[serde(default)]
    label: String,
}

/// Adds a passkey.
pub async fn add_passkey(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(posted): Form<NewPasskeyPost>,
) -> Response {
    let (backend, now) = (state.backend(), clock::now());
    let answer = (&*posted.credential, &*posted.label);
    let added = match RelyingParty::of_origin(&state.site().origin) {
        Some(party) => {
            let (id, random) = ((&party, clock::new_id()), random_codes());
            factors::add_passkey(backend, &caller, now, id, answer, random).await
        }
        None => Err(FactorError::Wrong),
    };
    let about = ("passkey", second_factor::wrong_passkey());
    told(&state, &session, parts, added, about).await
}

/// Makes new recovery codes. The answer shows them, and nothing else ever does.
pub async fn new_codes(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    parts: Parts,
) -> Response {
    let (backend, now) = (state.backend(), clock::now());
    match factors::new_recovery_codes(backend, &caller, now, random_codes()).await {
        Ok(change) => shown(&state, parts, change).await,
        Err(error) => answers::refused(error),
    }
}

fn random_codes() -> factors::RecoveryRandom {
    std::array::from_fn(|_| clock::random())
}

/// What came of adding a factor: its recovery codes where it is the first, the own page otherwise, or the form once more.
async fn told(
    state: &AppState,
    session: &Session,
    parts: Parts,
    added: Result<Change, FactorError>,
    about: (&str, Message),
) -> Response {
    match added {
        Ok(change) if change.recovery_codes.is_empty() => {
            let told = profile::factor_added();
            done(session, told, &paths::profile()).await
        }
        Ok(change) => shown(state, parts, change).await,
        Err(error) => {
            let page = paths::factor_setup();
            // What was begun too long ago begins anew.
            refused(state, parts, (error, about), (&page, FactorForm), &page).await
        }
    }
}

/// The recovery codes that were just made.
async fn shown(state: &AppState, parts: Parts, change: Change) -> Response {
    let made = FormState {
        values: NewRecoveryCodes(change.recovery_codes),
        problems: Vec::new(),
        status: 200,
    };
    answers::rerender_form(state, parts, &paths::recovery_codes(), made).await
}

/// Removes the own authenticator app.
#[server(prefix = "/api", endpoint = "profile/remove-app")]
pub async fn remove_app() -> Result<(), AppError> {
    let request = request().await?;
    let removed = factors::remove_app(&request.backend, &request.caller, request.now).await;
    let told = removed.map(|()| Some(t(profile::factor_removed())));
    request.after(told, own()).await
}

/// Removes one of the own passkeys.
#[server(prefix = "/api", endpoint = "profile/remove-passkey")]
pub async fn remove_passkey(passkey: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let removed = factors::remove_passkey(backend, caller, now, parse_id(&passkey)?).await;
    let told = removed.map(|()| Some(t(profile::factor_removed())));
    request.after(told, own()).await
}

/// Gives one of the own passkeys another name.
#[server(prefix = "/api", endpoint = "profile/rename-passkey")]
pub async fn rename_passkey(passkey: String, label: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller) = (&request.backend, &request.caller);
    let renamed = factors::relabel_passkey(backend, caller, parse_id(&passkey)?, &label).await;
    let told = renamed.map(|()| Some(t(profile::passkey_renamed())));
    request.after(told, own()).await
}

fn own() -> String {
    paths::profile().to_owned()
}
