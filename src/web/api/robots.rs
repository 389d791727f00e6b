//! The account's robots.

use leads::views::{RobotListView, RobotView};
use leptos::prelude::*;

use crate::web::error::AppError;

/// The robots whose name, id or variables have those words, of that mode.
#[server(prefix = "/api", endpoint = "robots")]
pub async fn read_robots(q: String, mode: String) -> Result<RobotListView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let mode = leads::views::RobotMode::from_key(&mode);
    Ok(backend::robots::list(&request.backend, &request.caller, request.now, &q, mode).await?)
}

/// One robot.
#[server(prefix = "/api", endpoint = "robot")]
pub async fn read_robot(id: String) -> Result<RobotView, AppError> {
    let request = crate::web::request::caller::request().await?;
    Ok(backend::robots::view(&request.backend, &request.caller, request.now, &id).await?)
}

/// Asks AIRudder for the list again.
#[server(prefix = "/api", endpoint = "robots/refresh")]
pub async fn refresh_robots() -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let outcome = backend::robots::refresh(&request.backend, &request.caller, request.now).await;
    let outcome = outcome.map(|()| Some("The list is as AIRudder has it now.".to_owned()));
    request
        .after(outcome, crate::web::paths::robots().to_owned())
        .await
}
