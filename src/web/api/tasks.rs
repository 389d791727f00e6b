//! Tasks: the history, one task, and what can be done with it.

use leads::views::{Fragments, ProgressView, TaskListView, TaskQuery, TaskView};
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Json};

use crate::web::error::AppError;

/// A page of the history.
#[server(prefix = "/api", endpoint = "tasks")]
pub async fn read_tasks(query: TaskQuery) -> Result<TaskListView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::tasks::list(backend, caller, now, &query).await?)
}

/// One task.
#[server(prefix = "/api", endpoint = "task")]
pub async fn read_task(id: String) -> Result<TaskView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::tasks::view(backend, caller, now, crate::web::paths::parse_id(&id)?).await?)
}

/// How far the submission has come.
#[server(prefix = "/api", endpoint = "tasks/progress", input = GetUrl, output = Json)]
pub async fn read_task_progress(task: String) -> Result<ProgressView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller) = (&request.backend, &request.caller);
    let id = crate::web::paths::parse_id(&task)?;
    Ok(backend::tasks::progress(backend, caller, id).await?)
}

/// What changes on the page of a task while its parts are sent or looked for, as it is now.
#[server(prefix = "/api", endpoint = "tasks/pieces", input = GetUrl, output = Json)]
pub async fn read_task_pieces(task: String) -> Result<Fragments, AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = crate::web::paths::parse_id(&task)?;
    let task = backend::tasks::view(backend, caller, now, id).await?;
    Ok(crate::web::live::partials::of_task(&task))
}

/// Makes a new draft with the settings of a task, and goes to its form.
#[server(prefix = "/api", endpoint = "tasks/clone")]
pub async fn clone_task(task: String) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = crate::web::paths::parse_id(&task)?;
    let outcome = backend::tasks::clone_task(backend, caller, now, task, request.new_id()).await;
    let next = outcome.as_ref().map_or_else(
        |_| crate::web::paths::task(task),
        crate::web::paths::new_task_of_draft,
    );
    request.after(outcome.map(|_| None), next).await
}

/// Asks AIRudder for the state of a task.
#[server(prefix = "/api", endpoint = "tasks/refresh")]
pub async fn refresh_task(task: String) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = crate::web::paths::parse_id(&task)?;
    let outcome = backend::tasks::refresh(backend, caller, now, task).await;
    let outcome = outcome.map(|()| Some("AIRudder was asked for the state.".to_owned()));
    request.after(outcome, crate::web::paths::task(task)).await
}

/// Sends a part again, under the same name.
#[server(prefix = "/api", endpoint = "tasks/send-again")]
pub async fn send_part_again(task: String, part: u32) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = crate::web::paths::parse_id(&task)?;
    let outcome = backend::tasks::send_again(backend, caller, now, task, part).await;
    let outcome = outcome.map(|()| Some(format!("Part {part} is in the queue again.")));
    request.after(outcome, crate::web::paths::task(task)).await
}

/// Gives up a part that AIRudder does not list.
#[server(prefix = "/api", endpoint = "tasks/give-up")]
pub async fn give_up_part(task: String, part: u32) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = crate::web::paths::parse_id(&task)?;
    let outcome = backend::tasks::give_up(backend, caller, now, task, part).await;
    let outcome = outcome.map(|()| Some(format!("Part {part} is given up.")));
    request.after(outcome, crate::web::paths::task(task)).await
}

/// Stops the parts of a task that still wait.
#[server(prefix = "/api", endpoint = "tasks/stop-rest")]
pub async fn stop_rest(task: String) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = crate::web::paths::parse_id(&task)?;
    let outcome = backend::tasks::stop_rest(backend, caller, now, task).await;
    let outcome = outcome.map(|stopped| Some(format!("Parts stopped: {stopped}.")));
    request.after(outcome, crate::web::paths::task(task)).await
}
