//! `POST /sign-in` and `POST /sign-out`.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, State};
use axum::http::HeaderName;
use axum::http::header::SET_COOKIE;
use axum::http::request::Parts;
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::SignIn;
use backend::audit::Client;
use backend::factors::FirstFactor;
use backend::ids::PersonId;
use backend::users::{self, SignInError};
use jiff::Timestamp;
use leads::states::Tone;
use leads::views::{FormProblem, Notice};
use serde::Deserialize;
use tower_sessions::Session;

use crate::web::forms::form_state::{FormState, SignInForm};
use crate::web::language::t;
use crate::web::messages::{errors, sign_in as texts};
use crate::web::paths;
use crate::web::request::client_address::client;
use crate::web::request::next::local_path;
use crate::web::request::person::SignedInPerson;
use crate::web::request::session::Waiting;
use crate::web::request::state::AppState;
use crate::web::request::{kept_forms, known_device, session};
use crate::web::{answers, clock};

/// Makes the browser forget what pages of this site have left in it.
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// Pages, files and what scripts keep. Not `"cookies"`: it takes those of every program under the same domain with it, and the
/// one of the session is dropped by itself.
const FORGOTTEN_PAGES: &str = "\"cache\", \"storage\"";

/// What the form posts. No `Debug`: it holds a password.
#[derive(Deserialize)]
pub struct SignInPost {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

/// Signs in and goes on to where the person wanted to be.
pub async fn post(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    session: Session,
    parts: Parts,
    Form(posted): Form<SignInPost>,
) -> Response {
    let client = client(peer, &parts.headers, &state.site().trusted_proxies);
    let next = local_path(&posted.next);
    let began = clock::now();
    let outcome = users::sign_in(
        state.backend(),
        began,
        &posted.email,
        &posted.password,
        &client,
        &known_device::tokens(&parts.headers, state.site().https),
    )
    .await;
    let (status, sentence, seconds) = match outcome {
        Ok(known) => {
            let first = known.first_factor(began);
            let arrival = Arrival {
                began,
                client: &client,
                next,
            };
            return enter(&state, &session, &parts, first, arrival).await;
        }
        Err(SignInError::Wrong) => (401, texts::wrong(), None),
        Err(SignInError::Wait { minutes }) => (
            429,
            errors::too_many_attempts(minutes),
            Some(minutes.saturating_mul(60)),
        ),
        Err(SignInError::Failed(backend::Error::Busy { sentence, seconds })) => {
            (503, sentence, Some(seconds))
        }
        Err(SignInError::Failed(error)) => return answers::refused(error),
    };
    let form_state = FormState {
        values: SignInForm {
            email: posted.email,
            next: next.unwrap_or_default().to_owned(),
        },
        problems: vec![FormProblem::new("email", sentence)],
        status,
    };
    let address = paths::sign_in_then(&form_state.values.next);
    let answer = answers::rerender_form(&state, parts, &address, form_state).await;
    answers::worth_trying_after(seconds, answer)
}

/// The request of somebody who signs in.
#[derive(Clone, Copy)]
pub struct Arrival<'a> {
    /// When it began.
    pub began: Timestamp,
    /// Where it comes from.
    pub client: &'a Client,
    /// Where they wanted to be.
    pub next: Option<&'a str>,
}

/// What happens to somebody who has shown what they know: their session begins, or waits for their second factor.
pub async fn enter(
    state: &AppState,
    session: &Session,
    parts: &Parts,
    first: FirstFactor,
    arrival: Arrival<'_>,
) -> Response {
    match first {
        FirstFactor::Complete(sign_in) => begin(state, session, parts, sign_in, arrival).await,
        FirstFactor::Waits(sign_in) => {
            let next = arrival.next.unwrap_or_default().to_owned();
            match session::wait(session, &Waiting { sign_in, next }).await {
                Ok(()) => Redirect::to(paths::second_factor()).into_response(),
                Err(error) => answers::failed(&error),
            }
        }
    }
}

/// Begins the session of somebody who has shown all that is asked for; the browser is known from then on.
pub async fn begin(
    state: &AppState,
    session: &Session,
    parts: &Parts,
    sign_in: SignIn,
    arrival: Arrival<'_>,
) -> Response {
    let (person, headers) = (sign_in.person, &parts.headers);
    // Where the installation has no key it knows no browser; it calls nobody either.
    let knows_devices = state.backend().encryption_keys().is_ok();
    let is_new = knows_devices && !known_device::is_known(state, headers, person);
    let Arrival {
        began,
        client,
        next,
    } = arrival;
    match session::sign_in(session, sign_in, began, (client, is_new)).await {
        Ok(()) => {
            let answer = go_on(state, session, parts, person, next).await;
            match is_new {
                true => known_device::remembered(state, person, answer),
                false => answer,
            }
        }
        Err(error) => answers::failed(&error),
    }
}

/// Where a person goes who has just signed in: back to the form that was sent after their session had ended, or to where they
/// wanted to be.
async fn go_on(
    state: &AppState,
    session: &Session,
    parts: &Parts,
    person: PersonId,
    next: Option<&str>,
) -> Response {
    let https = state.site().https;
    let to = match next {
        Some(next) => next.to_owned(),
        None => match first_page(state, person).await {
            Ok(page) => page,
            Err(error) => return answers::refused(error),
        },
    };
    let to = &*to;
    let Some(key) = kept_forms::key_of(&parts.headers, https) else {
        return Redirect::to(to).into_response();
    };
    let Some(form) = state.kept_forms().of(key, person, clock::now()) else {
        let forgotten = kept_forms::forgotten_cookie(https);
        let cookie = AppendHeaders([(SET_COOKIE, forgotten)]);
        return (cookie, Redirect::to(to)).into_response();
    };
    let told = t(texts::form_is_back());
    let notice = Notice::new(Tone::Warn, told);
    match session::put_notice(session, &notice).await {
        Ok(()) => Redirect::to(&form.way_back()).into_response(),
        Err(error) => answers::failed(&error),
    }
}

/// Where a person begins: the tasks of their account, or all of their accounts.
async fn first_page(state: &AppState, person: PersonId) -> Result<String, backend::Error> {
    let found = users::accounts_of(state.backend(), person).await?;
    Ok(match found.accounts.as_slice() {
        [only] => paths::of_account(&only.slug, &paths::tasks()),
        _ => paths::all_accounts().to_owned(),
    })
}

/// Forgets the session.
pub async fn sign_out(
    State(state): State<AppState>,
    Extension(person): Extension<SignedInPerson>,
    session: Session,
) -> Response {
    let SignedInPerson { person, source, .. } = person;
    let now = clock::now();
    let ended = match session::handle(&session) {
        Some(handle) => users::sign_out(state.backend(), person, &handle, &source, now).await,
        None => Ok(()),
    };
    if let Err(error) = ended {
        return answers::refused(error);
    }
    match session::sign_out(&session).await {
        Ok(()) => {
            let forgotten = session::forgotten_cookie(state.site().https);
            (
                AppendHeaders([(SET_COOKIE, forgotten)]),
                [(CLEAR_SITE_DATA, FORGOTTEN_PAGES)],
                Redirect::to(paths::sign_in()),
            )
                .into_response()
        }
        Err(error) => answers::failed(&error),
    }
}
