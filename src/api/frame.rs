//! What stands around every page.

use leads::views::FrameView;
use leptos::prelude::*;

use crate::error::AppError;

/// The account, the person and the time; the notice of the last action is shown once.
#[server(prefix = "/api", endpoint = "frame")]
pub async fn read_frame() -> Result<FrameView, AppError> {
    let request = crate::server::request::request().await?;
    let mut frame = backend::frame::frame(&request.backend, &request.caller, request.now).await?;
    frame.notice = request.take_notice().await;
    Ok(frame)
}
