//! Whether AIRudder answers, for every page that is open.

use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Json};

use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::request::caller::request;

/// What is to be said of a provider that does not answer; nothing while it does.
#[server(prefix = "/api", endpoint = "provider-down", input = GetUrl, output = Json)]
pub async fn read_provider_down() -> Result<Option<String>, AppError> {
    let request = request().await?;
    let down = backend::layout::provider_down(&request.backend, &request.caller);
    Ok(down.map(t))
}
