//! `POST /settings/accounts` and `POST /settings/credentials`: another account, and what an account signs in with at AIRudder.

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::{Caller, accounts, credentials};
use leads::states::Tone;
use leads::views::{CredentialsForm, NewAccountForm, Notice};
use tower_sessions::Session;

use crate::web::forms::form_state::{FormState, RefusedCredentials};
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock, paths};

/// Makes an account, and leads to its settings; administrators only.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(form): Form<NewAccountForm>,
) -> Response {
    let (now, random) = (clock::now(), (clock::new_id(), clock::random()));
    match accounts::create(state.installation(), &caller, now, &form, random).await {
        Ok(slug) => {
            let text = format!(
                "The account “{}” was added. Complete its settings.",
                form.name
            );
            let settings = paths::without_account(&paths::settings()).to_owned();
            done(&session, text, &paths::of_account(&slug, &settings)).await
        }
        Err(backend::Error::Problems(problems)) => {
            let values = NewAccountForm {
                credentials: CredentialsForm::default(),
                ..form
            };
            let refused = refused(values, problems);
            answers::rerender_form(&state, parts, &paths::accounts(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}

/// Keeps other credentials of the account; administrators only.
pub async fn change_credentials(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(form): Form<CredentialsForm>,
) -> Response {
    let (now, nonce) = (clock::now(), clock::random());
    match credentials::change(state.installation(), &caller, now, &form, nonce).await {
        Ok(()) => {
            let text = "AIRudder accepted the credentials. They are saved.".to_owned();
            done(&session, text, &paths::settings()).await
        }
        Err(backend::Error::Problems(problems)) => {
            let refused = refused(RefusedCredentials, problems);
            answers::rerender_form(&state, parts, &paths::settings(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}

fn refused<T>(values: T, problems: Vec<leads::views::FormProblem>) -> FormState<T> {
    FormState {
        values,
        problems,
        status: 422,
    }
}

async fn done(session: &Session, text: String, to: &str) -> Response {
    match session::put_notice(session, &Notice::new(Tone::Good, text)).await {
        Ok(()) => Redirect::to(to).into_response(),
        Err(error) => answers::failed(&error),
    }
}
