//! `POST /settings/pushes`.

use axum::Extension;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::Response;
use backend::{Caller, pushes};

use crate::web::forms::form_state::{FormState, NewPushAddress};
use crate::web::paths;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// Makes the address for AIRudder's pushes, in the place of the one before; administrators only. The answer shows it, and nothing else
/// ever does.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    parts: Parts,
) -> Response {
    let random = clock::random();
    match pushes::make_address(state.backend(), &caller, clock::now(), random).await {
        Ok(secret) => {
            let address = format!("{}{}", state.site().origin, paths::push(&secret));
            let shown = FormState {
                values: NewPushAddress(address),
                problems: Vec::new(),
                status: 200,
            };
            answers::rerender_form(&state, parts, &paths::settings(), shown).await
        }
        Err(error) => answers::refused(error),
    }
}
