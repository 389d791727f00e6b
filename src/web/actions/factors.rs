//! Signing in with a second factor, or with a passkey alone.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::{ConnectInfo, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use backend::factors::{self, FactorError, RelyingParty};
use leads::views::FormProblem;
use localization::Message;
use serde::Deserialize;
use tower_sessions::Session;

use crate::web::actions::sign_in::{Arrival, begin};
use crate::web::error::AppError;
use crate::web::forms::form_state::{CodeForm, FormState, SignInForm};
use crate::web::language::t;
use crate::web::messages::{errors, second_factor};
use crate::web::paths;
use crate::web::request::client_address::{client, client_address};
use crate::web::request::next::local_path;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// The answer to somebody whose second factor was not accepted: the form at `page` once more, or the way to `over` where it took too long.
pub async fn refused<T: Clone + Send + Sync + 'static>(
    state: &AppState,
    parts: Parts,
    (error, (input, wrong)): (FactorError, (&str, Message)),
    (page, values): (&str, T),
    over: &str,
) -> Response {
    let (status, problems, seconds) = match error {
        FactorError::Wrong => (401, vec![FormProblem::new(input, wrong)], None),
        FactorError::Wait { minutes } => (
            429,
            vec![FormProblem::new(input, errors::too_many_attempts(minutes))],
            Some(minutes.saturating_mul(60)),
        ),
        FactorError::Failed(backend::Error::Problems(problems)) => (422, problems, None),
        FactorError::Failed(backend::Error::Busy { sentence, seconds }) => {
            (503, vec![FormProblem::new(input, sentence)], Some(seconds))
        }
        FactorError::Failed(error) => return answers::refused(error),
        FactorError::Over => return Redirect::to(over).into_response(),
    };
    let form = FormState {
        values,
        problems,
        status,
    };
    let answer = answers::rerender_form(state, parts, page, form).await;
    answers::worth_trying_after(seconds, answer)
}

/// What the form of a code posts. No `Debug`: it is a secret.
#[derive(Deserialize)]
pub struct CodePost {
    #[serde(default)]
    pub code: String,
}

/// Finishes a sign-in by a code.
pub async fn finish(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    session: Session,
    parts: Parts,
    Form(posted): Form<CodePost>,
) -> Response {
    let began = clock::now();
    let waiting = match session::waiting(&session).await {
        Ok(Some(waiting)) => waiting,
        Ok(None) => return Redirect::to(paths::sign_in()).into_response(),
        Err(error) => return answers::failed(&error),
    };
    let (backend, sign_in) = (state.backend(), &waiting.sign_in);
    let client = client(peer, &parts.headers, &state.site().trusted_proxies);
    let finished = factors::finish_sign_in(backend, began, sign_in, &posted.code, &client).await;
    match finished {
        Ok(sign_in) => {
            let arrival = Arrival {
                began,
                client: &client,
                next: local_path(&waiting.next),
            };
            begin(&state, &session, &parts, sign_in, arrival).await
        }
        Err(error) => {
            let page = (paths::second_factor(), CodeForm);
            // The page says by itself that it took too long.
            let over = paths::sign_in_then(&waiting.next);
            let about = ("code", second_factor::wrong_code());
            refused(&state, parts, (error, about), page, &over).await
        }
    }
}

/// What a passkey is to sign, for a script.
pub async fn challenge(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    parts: Parts,
) -> Response {
    let Some(party) = RelyingParty::of_origin(&state.site().origin) else {
        return no_passkeys(StatusCode::NOT_FOUND);
    };
    let address = client_address(peer, &parts.headers, &state.site().trusted_proxies);
    let made = factors::challenge(state.backend(), clock::now(), &party, address).await;
    options(made)
}

/// The options of a ceremony as JSON, or a sentence.
pub fn options(made: Result<String, FactorError>) -> Response {
    let json = HeaderValue::from_static("application/json");
    match made {
        Ok(options) => ([(CONTENT_TYPE, json)], options).into_response(),
        Err(FactorError::Wait { minutes }) => {
            let sentence = t(errors::too_many_attempts(minutes));
            (StatusCode::TOO_MANY_REQUESTS, sentence).into_response()
        }
        Err(FactorError::Failed(error)) => {
            let refused = AppError::from(error);
            let status = StatusCode::from_u16(refused.status());
            let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, refused.sentence).into_response()
        }
        Err(_) => no_passkeys(StatusCode::BAD_REQUEST),
    }
}

/// The answer where passkeys do not work.
pub fn no_passkeys(status: StatusCode) -> Response {
    (status, t(second_factor::no_passkeys())).into_response()
}

/// What the form of a passkey posts.
#[derive(Deserialize)]
pub struct PasskeyPost {
    #[serde(default)]
    pub credential: String,
    #[serde(default)]
    pub next: String,
}

/// Signs in by a passkey, which is both factors.
pub async fn sign_in(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    session: Session,
    parts: Parts,
    Form(posted): Form<PasskeyPost>,
) -> Response {
    let began = clock::now();
    let next = local_path(&posted.next);
    let Some(party) = RelyingParty::of_origin(&state.site().origin) else {
        return Redirect::to(paths::sign_in()).into_response();
    };
    let client = client(peer, &parts.headers, &state.site().trusted_proxies);
    let (backend, credential) = (state.backend(), &posted.credential);
    let proven = factors::sign_in_by_passkey(backend, began, &party, credential, &client).await;
    match proven {
        Ok(sign_in) => {
            let arrival = Arrival {
                began,
                client: &client,
                next,
            };
            begin(&state, &session, &parts, sign_in, arrival).await
        }
        Err(FactorError::Failed(error)) => answers::refused(error),
        Err(_) => {
            let wrong = second_factor::wrong_passkey();
            let refused = FormState {
                values: SignInForm {
                    email: String::new(),
                    next: next.unwrap_or_default().to_owned(),
                },
                problems: vec![FormProblem::new("passkey", wrong)],
                status: 401,
            };
            let page = paths::sign_in_then(&refused.values.next);
            answers::rerender_form(&state, parts, &page, refused).await
        }
    }
}
