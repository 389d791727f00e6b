//! Tasks: the history, one task, and what can be done with it.

use leads::views::{ProgressView, TaskListView, TaskQuery, TaskView};
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Json};

use crate::error::AppError;

/// A page of the history.
#[server(prefix = "/api", endpoint = "tasks")]
pub async fn read_tasks(query: TaskQuery) -> Result<TaskListView, AppError> {
    let request = crate::server::request::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::tasks::list(backend, caller, now, &query).await?)
}

/// One task.
#[server(prefix = "/api", endpoint = "task")]
pub async fn read_task(id: String) -> Result<TaskView, AppError> {
    let request = crate::server::request::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::tasks::view(backend, caller, now, crate::paths::parse_id(&id)?).await?)
}

/// How far the submission has come.
#[server(prefix = "/api", endpoint = "tasks/progress", input = GetUrl, output = Json)]
pub async fn read_task_progress(task: String) -> Result<ProgressView, AppError> {
    let request = crate::server::request::request().await?;
    let (backend, caller) = (&request.backend, &request.caller);
    let id = crate::paths::parse_id(&task)?;
    let progress = backend::tasks::progress(backend, caller, id).await;
    request.to_script(progress.map_err(AppError::from))
}

/// Makes a new draft with the settings of a task, and goes to its form.
#[server(prefix = "/api", endpoint = "tasks/clone")]
pub async fn clone_task(task: String) -> Result<(), AppError> {
    let request = crate::server::request::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = crate::paths::parse_id(&task)?;
    let outcome = backend::tasks::clone_task(backend, caller, now, task, request.new_id()).await;
    let next = outcome.as_ref().map_or_else(
        |_| crate::paths::task(task),
        crate::paths::new_task_of_draft,
    );
    request.after(outcome.map(|_| None), next).await
}

/// Asks AIRudder for the state of a task.
#[server(prefix = "/api", endpoint = "tasks/refresh")]
pub async fn refresh_task(task: String) -> Result<(), AppError> {
    let request = crate::server::request::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = crate::paths::parse_id(&task)?;
    let outcome = backend::tasks::refresh(backend, caller, now, task).await;
    let outcome = outcome.map(|()| Some("AIRudder was asked for the state.".to_owned()));
    request.after(outcome, crate::paths::task(task)).await
}
