//! `POST /confirm`: somebody confirms that it is them, and goes on where they were.

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use axum::{Extension, Form};
use backend::Caller;
use backend::factors::{self, FactorError, RelyingParty};
use localization::Message;
use serde::Deserialize;
use tower_sessions::Session;

use crate::web::actions::factors::{PasskeyPost, refused};
use crate::web::actions::profile::done;
use crate::web::forms::form_state::ConfirmForm;
use crate::web::messages::{confirm, second_factor};
use crate::web::paths;
use crate::web::request::next::local_path;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// What the form posts. No `Debug`: it holds a password.
#[derive(Deserialize)]
pub struct ConfirmPost {
    #[serde(default)]
    current: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

/// Confirms by the password, and a code where there is a second factor.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(posted): Form<ConfirmPost>,
) -> Response {
    let (backend, now) = (state.backend(), clock::now());
    let ConfirmPost {
        current,
        code,
        next,
    } = posted;
    let confirmed = factors::confirm(backend, &caller, now, &current, &code).await;
    let about = ("code", second_factor::wrong_code());
    told(&state, &session, &caller, parts, (confirmed, next), about).await
}

/// Confirms by a passkey.
pub async fn by_passkey(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(posted): Form<PasskeyPost>,
) -> Response {
    let (backend, now) = (state.backend(), clock::now());
    let confirmed = match RelyingParty::of_origin(&state.site().origin) {
        Some(party) => {
            let json = &posted.credential;
            factors::confirm_by_passkey(backend, &caller, now, &party, json).await
        }
        None => Err(FactorError::Wrong),
    };
    // An answer that came too late is one that is asked for again.
    let confirmed = confirmed.map_err(|error| match error {
        FactorError::Over => FactorError::Wrong,
        other => other,
    });
    let about = ("passkey", second_factor::wrong_passkey());
    let confirmed = (confirmed, posted.next);
    told(&state, &session, &caller, parts, confirmed, about).await
}

/// On to where they were, in a session of another id (ASVS 7.2.4), or the form once more.
async fn told(
    state: &AppState,
    session: &Session,
    caller: &Caller,
    parts: Parts,
    (confirmed, next): (Result<(), FactorError>, String),
    about: (&str, Message),
) -> Response {
    let tasks = paths::tasks();
    let next = local_path(&next).unwrap_or(&tasks);
    match confirmed {
        Ok(()) => match session::renew(session, caller, clock::now()).await {
            Ok(()) => done(session, confirm::confirmed(), next).await,
            Err(error) => answers::failed(&error),
        },
        Err(error) => {
            let values = ConfirmForm {
                next: next.to_owned(),
            };
            let page = (&*paths::confirm_then(next), values);
            refused(state, parts, (error, about), page, paths::sign_in()).await
        }
    }
}
