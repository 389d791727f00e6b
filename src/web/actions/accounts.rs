//! `POST /settings/accounts` and `POST /settings/credentials`: another account, and what an account signs in with at AIRudder.

use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use axum::{Extension, Form};
use backend::{Caller, accounts, credentials};
use leads::views::{CredentialsForm, NewAccountForm};
use tower_sessions::Session;

use crate::web::actions::profile::done;
use crate::web::forms::form_state::{FormState, RefusedCredentials};
use crate::web::messages::{new_account, settings};
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
            let page = paths::of_account(&slug, &paths::settings());
            done(&session, new_account::added(form.name), &page).await
        }
        Err(backend::Error::Problems(problems)) => {
            let values = NewAccountForm {
                credentials: CredentialsForm::default(),
                ..form
            };
            let refused = FormState::refused(values, problems);
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
            let told = settings::credentials_saved();
            done(&session, told, &paths::settings()).await
        }
        Err(backend::Error::Problems(problems)) => {
            let refused = FormState::refused(RefusedCredentials, problems);
            answers::rerender_form(&state, parts, &paths::settings(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}
