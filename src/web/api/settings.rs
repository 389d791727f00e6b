//! The account's settings.

use leads::views::SettingsView;
use leptos::prelude::*;

use crate::web::error::AppError;

/// The settings; administrators only.
#[server(prefix = "/api", endpoint = "settings")]
pub async fn read_settings() -> Result<SettingsView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let mut view = backend::accounts::settings(&request.backend, &request.caller).await?;
    if let Some(typed) = request.typed_into(crate::web::paths::settings()) {
        view.form = typed.settings();
        view.problems = Vec::new();
    }
    Ok(view)
}
