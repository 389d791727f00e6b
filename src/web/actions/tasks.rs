//! What people do with a task.

use backend::tasks::Stopped;
use leads::states::Tone;
use leads::views::{Notice, NoticeAction};
use leptos::prelude::*;
use localization::Message;

use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::task_notices as texts;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// Asks AIRudder for the state of a task, and leads back to its calls where it stood there.
#[server(prefix = "/api", endpoint = "tasks/refresh")]
pub async fn refresh_task(task: String, #[server(default)] back: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = parse_id(&task)?;
    let outcome = backend::tasks::refresh(backend, caller, now, task).await;
    let outcome = outcome.map(|()| Some(t(texts::refreshed())));
    let back = paths::back_to_calls(task, &back);
    request.after(outcome, back).await
}

/// Counts the calls of a task by what its robots' results are called now.
#[server(prefix = "/api", endpoint = "tasks/count-again")]
pub async fn count_again(task: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = parse_id(&task)?;
    let outcome = backend::results::count_again(backend, caller, now, task).await;
    let outcome = outcome.map(|()| Some(t(texts::counted_again())));
    request.after(outcome, paths::task(task)).await
}

/// Sends a batch again, under the same name.
#[server(prefix = "/api", endpoint = "tasks/send-again")]
pub async fn send_batch_again(
    task: String,
    batch: u32,
    #[server(default)] reason: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = parse_id(&task)?;
    let outcome = backend::tasks::send_again(backend, caller, now, task, batch, &reason).await;
    let outcome = outcome.map(|()| Some(t(texts::waiting_again(batch))));
    request.after(outcome, paths::task(task)).await
}

/// Gives up a batch that AIRudder does not list.
#[server(prefix = "/api", endpoint = "tasks/give-up")]
pub async fn give_up_batch(task: String, batch: u32) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = parse_id(&task)?;
    let outcome = backend::tasks::give_up(backend, caller, now, task, batch).await;
    let outcome = outcome.map(|()| Some(t(texts::given_up(batch))));
    request.after(outcome, paths::task(task)).await
}

/// Makes a draft with the leads of a task that were not called, and leads to its review; nobody is called.
#[server(prefix = "/api", endpoint = "tasks/follow-up")]
pub async fn follow_task(
    task: String,
    draft: String,
    #[server(default)] without_refused: bool,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let (task, id) = (parse_id(&task)?, parse_id(&draft)?);
    let made = backend::drafts::follow_up(backend, caller, now, task, id, without_refused).await;
    let next = match (&made, without_refused) {
        (Err(_), _) => paths::task(task),
        (Ok(()), true) => paths::draft(id),
        (Ok(()), false) => paths::refused_before(id),
    };
    request.after(made.map(|()| None), next).await
}

/// Stops the batches of a task that still wait.
#[server(prefix = "/api", endpoint = "tasks/stop-rest")]
pub async fn stop_rest(task: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = parse_id(&task)?;
    let outcome = backend::tasks::stop_rest(backend, caller, now, task).await;
    let outcome = outcome.map(|stopped| Some(t(texts::stopped(stopped))));
    request.after(outcome, paths::task(task)).await
}

/// Stops the calls of a task, or of one of its batches: what waits is kept back, and AIRudder is asked.
#[server(prefix = "/api", endpoint = "tasks/stop-calling")]
pub async fn stop_calling(
    task: String,
    #[server(default)] batch: Option<u32>,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = parse_id(&task)?;
    let outcome = backend::tasks::stop_calling(backend, caller, now, task, batch).await;
    let outcome = outcome.map(|stopped| Some(t(stopped_in_words(stopped))));
    request.after(outcome, paths::task(task)).await
}

/// What is certain by then: AIRudder is asked once the answer to the person is on its way.
fn stopped_in_words(stopped: Stopped) -> Message {
    match (stopped.asked_for, stopped.kept_back) {
        (0, 0) => texts::asked_already(),
        (0, kept_back) => texts::stopped(kept_back),
        (_, 0) => texts::being_asked(),
        (_, kept_back) => texts::kept_back(kept_back),
    }
}

/// Has AIRudder asked to cancel the number of one lead, and leads back to the calls.
#[server(prefix = "/api", endpoint = "tasks/cancel-number")]
pub async fn cancel_number(
    task: String,
    row: u32,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = parse_id(&task)?;
    let outcome = backend::tasks::cancel_number(backend, caller, now, task, row).await;
    let outcome = outcome.map(|()| Some(t(texts::number_being_cancelled(row))));
    request
        .after(outcome, paths::back_to_calls(task, &back))
        .await
}

/// Has AIRudder asked again to cancel the numbers of a task that it has not cancelled.
#[server(prefix = "/api", endpoint = "tasks/cancel-again")]
pub async fn cancel_again(task: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let task = parse_id(&task)?;
    let outcome = backend::tasks::cancel_again(backend, caller, now, task).await;
    let outcome = outcome.map(|numbers| Some(t(asked_again_in_words(numbers))));
    request.after(outcome, paths::task(task)).await
}

fn asked_again_in_words(numbers: u64) -> Message {
    match numbers {
        0 => texts::nothing_to_ask_again(),
        some => texts::asked_again(some),
    }
}

/// Marks a task as done; the message after it has the way back.
#[server(prefix = "/api", endpoint = "tasks/mark-done")]
pub async fn mark_done(task: String, #[server(default)] back: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&task)?;
    let back = paths::back_to_tasks(id, &back);
    let outcome = backend::tasks::mark_done(backend, caller, now, id).await;
    let outcome = outcome.map(|name| Some(marked(&name, task, back.clone())));
    request.after_notice(outcome, back).await
}

fn marked(name: &str, task: String, back: String) -> Notice {
    let action = Some(NoticeAction::NeedsAttentionAgain { task, back });
    Notice {
        action,
        ..Notice::new(Tone::Good, t(texts::marked_as_done(name)))
    }
}

/// Takes back that a task was marked as done.
#[server(prefix = "/api", endpoint = "tasks/needs-attention")]
pub async fn needs_attention_again(
    task: String,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&task)?;
    let outcome = backend::tasks::needs_attention_again(backend, caller, now, id).await;
    let outcome = outcome.map(|name| Some(t(texts::needs_attention_again(name))));
    request
        .after(outcome, paths::back_to_tasks(id, &back))
        .await
}
