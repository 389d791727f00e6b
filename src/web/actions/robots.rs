//! What people do with the account's robots.

use leptos::prelude::*;

use crate::web::error::AppError;
use crate::web::paths;
use crate::web::request::caller::request;

/// Asks AIRudder for the list again.
#[server(prefix = "/api", endpoint = "robots/refresh")]
pub async fn refresh_robots() -> Result<(), AppError> {
    let request = request().await?;
    let outcome = backend::robots::refresh(&request.backend, &request.caller, request.now).await;
    let outcome = outcome.map(|()| Some("Robots updated.".to_owned()));
    request.after(outcome, paths::robots().to_owned()).await
}
