//! What stands around every page.

use leads::views::FrameView;
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Json};

use crate::web::error::AppError;

/// The account, the person and the time; the notice of the last action is shown once.
#[server(prefix = "/api", endpoint = "frame")]
pub async fn read_frame() -> Result<FrameView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let mut frame = backend::frame::frame(&request.backend, &request.caller, request.now).await?;
    frame.notice = request.take_notice().await;
    Ok(frame)
}

/// What is to be said of a provider that does not answer; nothing while it does.
#[server(prefix = "/api", endpoint = "provider-down", input = GetUrl, output = Json)]
pub async fn read_provider_down() -> Result<Option<String>, AppError> {
    let request = crate::web::request::caller::request().await?;
    Ok(backend::frame::provider_down(&request.backend, &request.caller).await?)
}
