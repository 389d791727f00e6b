//! How far work has come, for pages that wait for it.

use crate::web::live::partials;
use crate::web::request::ids::parse_id;
use leads::views::{Partials, ProgressView};
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Json};

use crate::web::error::AppError;
use crate::web::request::caller::request;

/// How far the check has come.
#[server(prefix = "/api", endpoint = "drafts/progress", input = GetUrl, output = Json)]
pub async fn read_check_progress(draft: String) -> Result<ProgressView, AppError> {
    let request = request().await?;
    let (backend, caller) = (&request.backend, &request.caller);
    let id = parse_id(&draft)?;
    Ok(backend::checks::progress(backend, caller, id).await?)
}

/// How far the submission has come.
#[server(prefix = "/api", endpoint = "tasks/progress", input = GetUrl, output = Json)]
pub async fn read_task_progress(task: String) -> Result<ProgressView, AppError> {
    let request = request().await?;
    let (backend, caller) = (&request.backend, &request.caller);
    let id = parse_id(&task)?;
    Ok(backend::tasks::progress(backend, caller, id).await?)
}

/// What changes on the page of a task while its batches are sent or looked for, as it is now.
#[server(prefix = "/api", endpoint = "tasks/partials", input = GetUrl, output = Json)]
pub async fn read_task_partials(task: String) -> Result<Partials, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&task)?;
    let task = backend::tasks::view(backend, caller, now, id).await?;
    Ok(partials::of_task(&task))
}
