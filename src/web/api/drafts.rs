//! Drafts: the form of a new task, the review of its leads, the check, the submission.

use std::collections::HashMap;

use leads::views::{DraftRow, DraftView, LeadQuery, NewTaskView, ProgressView};
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Json};

use crate::web::error::AppError;

/// The form of a new task, of a draft that exists, or with a robot chosen.
#[server(prefix = "/api", endpoint = "drafts/form")]
pub async fn read_task_form(draft: String, robot: String) -> Result<NewTaskView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let draft = if draft.is_empty() {
        None
    } else {
        Some(crate::web::paths::parse_id(&draft)?)
    };
    let robot = (!robot.is_empty()).then_some(robot.as_str());
    let new_id = request.new_id();
    let mut view = backend::drafts::form(backend, caller, now, draft, robot, new_id).await?;
    if let Some(typed) = request.typed_into(crate::web::paths::new_task()) {
        typed.fill_new_task(&mut view);
    }
    Ok(view)
}

/// The open drafts.
#[server(prefix = "/api", endpoint = "drafts")]
pub async fn read_drafts() -> Result<Vec<DraftRow>, AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller) = (&request.backend, &request.caller);
    Ok(backend::drafts::list(backend, caller).await?)
}

/// The review, and those of its leads.
#[server(prefix = "/api", endpoint = "draft")]
pub async fn read_draft(id: String, query: LeadQuery) -> Result<DraftView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = crate::web::paths::parse_id(&id)?;
    let shown = backend::drafts::Shown::Page(query);
    Ok(backend::drafts::review(backend, caller, now, id, &shown).await?)
}

/// One lead, with every field that it may have.
#[server(prefix = "/api", endpoint = "lead")]
pub async fn read_lead(id: String, row: u32) -> Result<DraftView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = crate::web::paths::parse_id(&id)?;
    let shown = backend::drafts::Shown::Lead(row);
    let mut draft = backend::drafts::review(backend, caller, now, id, &shown).await?;
    if let Some(typed) = request.typed_into(crate::web::paths::mend_lead()) {
        typed.fill_lead(&mut draft);
    }
    match draft.leads.is_empty() {
        true => Err(AppError::not_found()),
        false => Ok(draft),
    }
}

/// Fills the fields otherwise: by a field's key, the place of its column, of the one joined to it, one value for all.
#[server(prefix = "/api", endpoint = "drafts/columns")]
pub async fn match_columns(
    draft: String,
    version: i64,
    columns: HashMap<String, String>,
    #[server(default)] joined: HashMap<String, String>,
    #[server(default)] otherwise: HashMap<String, String>,
    #[server(default)] values: HashMap<String, String>,
) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = crate::web::paths::parse_id(&draft)?;
    let choices = crate::web::forms::choices::of_form(&columns, &joined, &otherwise, &values);
    let outcome = backend::drafts::match_columns(backend, caller, now, id, version, &choices).await;
    let outcome = outcome.map(|()| {
        Some("The columns are matched anew, and every lead was judged again.".to_owned())
    });
    request.after(outcome, crate::web::paths::draft(id)).await
}

/// Answers a question about the columns: by a field's key, the place of its column (nothing for none) and of the one that counts
/// where that is empty.
#[server(prefix = "/api", endpoint = "drafts/answer")]
pub async fn answer_question(
    draft: String,
    version: i64,
    columns: HashMap<String, String>,
    #[server(default)] otherwise: HashMap<String, String>,
) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = crate::web::paths::parse_id(&draft)?;
    let answers = crate::web::forms::choices::answers(&columns, &otherwise);
    let outcome = backend::drafts::answer(backend, caller, now, id, version, &answers).await;
    request
        .after(outcome.map(|()| None), crate::web::paths::draft(id))
        .await
}

/// Decides whether rows that are held back for that reason are called.
#[server(prefix = "/api", endpoint = "drafts/held-back")]
pub async fn call_held_back(
    draft: String,
    version: i64,
    reason: String,
    called: bool,
) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = crate::web::paths::parse_id(&draft)?;
    let reason = leads::HoldReason::from_key(&reason).ok_or_else(AppError::not_found)?;
    let outcome = backend::drafts::release(backend, caller, now, id, version, reason, called).await;
    request
        .after(outcome.map(|()| None), crate::web::paths::draft(id))
        .await
}

/// Asks for a dry run at AIRudder.
#[server(prefix = "/api", endpoint = "drafts/check")]
pub async fn check_draft(draft: String, version: i64) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = crate::web::paths::parse_id(&draft)?;
    let (check, mut random) = (request.new_id(), || request.random());
    let outcome =
        backend::checks::start(backend, caller, now, id, version, check, &mut random).await;
    request
        .after(outcome.map(|()| None), crate::web::paths::draft(id))
        .await
}

/// How far the check has come.
#[server(prefix = "/api", endpoint = "drafts/progress", input = GetUrl, output = Json)]
pub async fn read_check_progress(draft: String) -> Result<ProgressView, AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller) = (&request.backend, &request.caller);
    let id = crate::web::paths::parse_id(&draft)?;
    Ok(backend::checks::progress(backend, caller, id).await?)
}

/// Submits what was checked. The same form sent twice ends at the same task.
#[server(prefix = "/api", endpoint = "drafts/submit")]
pub async fn submit_draft(
    draft: String,
    version: i64,
    form_key: String,
    #[server(default)] without_refused: bool,
    #[server(default)] at_night: bool,
) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let draft = crate::web::paths::parse_id(&draft)?;
    let submission = backend::tasks::Submission {
        draft,
        version,
        // A form without a check has no key; the use case says what is missing.
        form_key: form_key.parse().unwrap_or_default(),
        without_refused,
        at_night,
        id: request.new_id(),
    };
    let outcome = backend::tasks::submit(backend, caller, now, &submission).await;
    let next = outcome
        .as_ref()
        .map_or_else(|_| crate::web::paths::draft(draft), crate::web::paths::task);
    request.after(outcome.map(|_| None), next).await
}

/// Throws a draft away.
#[server(prefix = "/api", endpoint = "drafts/discard")]
pub async fn discard_draft(draft: String) -> Result<(), AppError> {
    let request = crate::web::request::caller::request().await?;
    let (backend, caller) = (&request.backend, &request.caller);
    let outcome =
        backend::drafts::discard(backend, caller, crate::web::paths::parse_id(&draft)?).await;
    let outcome = outcome.map(|()| Some("The draft is gone.".to_owned()));
    request
        .after(outcome, crate::web::paths::drafts().to_owned())
        .await
}
