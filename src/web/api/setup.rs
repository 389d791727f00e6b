//! What may be known before anybody has signed in.

use leptos::prelude::*;

use crate::web::error::AppError;

/// Whether the simulator stands in for AIRudder.
#[server(prefix = "/api", endpoint = "sandbox")]
pub async fn read_is_sandbox() -> Result<bool, AppError> {
    let visitor = crate::web::request::caller::visitor().await?;
    Ok(visitor.backend.is_sandbox())
}

/// Lets the set-up page open as long as nobody can sign in; also tells of the sandbox.
#[server(prefix = "/api", endpoint = "setup")]
pub async fn read_setup() -> Result<bool, AppError> {
    let visitor = crate::web::request::caller::visitor().await?;
    if backend::setup::is_needed(&visitor.backend).await? {
        Ok(visitor.backend.is_sandbox())
    } else {
        Err(AppError::set_up())
    }
}
