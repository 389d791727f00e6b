//! What people do with the account's robots.

use leptos::prelude::*;

use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::robots as texts;
use crate::web::paths;
use crate::web::request::caller::request;

/// Asks AIRudder for the list again.
#[server(prefix = "/api", endpoint = "robots/refresh")]
pub async fn refresh_robots() -> Result<(), AppError> {
    let request = request().await?;
    let outcome = backend::robots::refresh(&request.backend, &request.caller, request.now).await;
    let outcome = outcome.map(|()| Some(t(texts::updated())));
    request.after(outcome, paths::robots().to_owned()).await
}
