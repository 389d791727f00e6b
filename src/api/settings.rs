//! The account's settings.

use leads::views::SettingsView;
use leptos::prelude::*;

use crate::error::AppError;

/// The settings; administrators only.
#[server(prefix = "/api", endpoint = "settings")]
pub async fn read_settings() -> Result<SettingsView, AppError> {
    let request = crate::server::request::request().await?;
    Ok(backend::accounts::settings(&request.backend, &request.caller).await?)
}
