//! How far work has come, for pages that wait for it.

use crate::web::live::partials;
use crate::web::request::ids::parse_id;
use leads::results::polling::WATCHED_EVERY;
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

/// Seconds after which an open page draws its results anew: half of the time between two answers of AIRudder while somebody looks, so
/// that none is missed. To be drawn is also what keeps the task watched.
const RESULTS_EVERY: i64 = WATCHED_EVERY.as_secs() / 2;

/// Whether there are newer results, which is taken to be so every few seconds, until AIRudder is not asked for any more. A page that says
/// that a batch is searched for is over with the search.
#[server(prefix = "/api", endpoint = "tasks/results-progress", input = GetUrl, output = Json)]
pub async fn read_results_progress(
    task: String,
    #[server(default)] searching: bool,
) -> Result<ProgressView, AppError> {
    let request = request().await?;
    let (backend, caller) = (&request.backend, &request.caller);
    let id = parse_id(&task)?;
    let progress = backend::tasks::progress(backend, caller, id).await?;
    let is_over = match searching {
        true => !progress.reconciling,
        false => !backend::results::is_asked_for(backend, caller, id).await?,
    };
    let turn = request.now.as_second() / RESULTS_EVERY;
    Ok(ProgressView {
        ended: is_over,
        reconciling: !is_over,
        // The low half of the turn: it differs from one to the next, which is all that is asked of it.
        view_version: progress.view_version ^ u32::try_from(turn & 0xffff_ffff).unwrap_or_default(),
        ..progress
    })
}

/// What changes on the page of a task while its batches are sent or looked for, or its calls are under way, as it is now.
#[server(prefix = "/api", endpoint = "tasks/partials", input = GetUrl, output = Json)]
pub async fn read_task_partials(task: String) -> Result<Partials, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&task)?;
    let task = backend::tasks::view(backend, caller, now, id, false).await?;
    Ok(partials::of_task(&task, &request.origin))
}
