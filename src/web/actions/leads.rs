//! What people do with the leads of a draft.

use std::collections::HashMap;

use crate::web::live::partials;
use crate::web::request::ids::parse_id;
use leads::views::{EditRequest, Partials};
use leptos::prelude::*;
use leptos::server_fn::codec::Json;

use crate::web::error::AppError;
use crate::web::forms::choices;
use crate::web::language::t;
use crate::web::messages::review_notices as texts;
use crate::web::paths;
use crate::web::request::caller::request;

/// Writes into cells of the grid, or takes a step back or forth; what looks different now.
#[server(prefix = "/api", endpoint = "drafts/edit", input = Json, output = Json)]
pub async fn edit_cells(edit: EditRequest) -> Result<Partials, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&edit.draft)?;
    let draft = backend::drafts::edit(backend, caller, now, id, &edit).await?;
    Ok(partials::of(&draft))
}

/// Writes into the fields of one lead, and goes on to the row that is asked for.
#[server(prefix = "/api", endpoint = "drafts/lead")]
pub async fn edit_lead(
    draft: String,
    row: u32,
    fields: HashMap<String, String>,
    #[server(default)] next: Option<u32>,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let cells = choices::cells_of_form(row, fields);
    let outcome = backend::drafts::edit_cells(backend, caller, now, id, &cells).await;
    let next = next.filter(|_| outcome.is_ok()).unwrap_or(row);
    let outcome = outcome.map(|_| Some(t(texts::row_saved(row))));
    request
        .after(outcome, paths::back_to_lead(id, next, &back))
        .await
}

/// Of the rows with one number, keeps this one and leaves the others out.
#[server(prefix = "/api", endpoint = "drafts/keep-row")]
pub async fn keep_row(draft: String, row: u32, back: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let outcome = backend::drafts::keep_row(backend, caller, now, id, row).await;
    let to = paths::back_to_draft(id, &back);
    let outcome = outcome.map(|others| Some(choices::kept_notice(row, others, id, to.clone())));
    request.after_notice(outcome, to).await
}

/// Leaves a lead out, or includes it again.
#[server(prefix = "/api", endpoint = "drafts/leave-out")]
pub async fn leave_out(
    draft: String,
    row: u32,
    left_out: bool,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let outcome = backend::drafts::leave_out(backend, caller, now, id, row, left_out).await;
    let told = match left_out {
        true => texts::row_left_out(row),
        false => texts::row_included(row),
    };
    let outcome = outcome.map(|_| Some(t(told)));
    request
        .after(outcome, paths::back_to_lead(id, row, &back))
        .await
}

/// Fixes a whole group of leads at once.
#[server(prefix = "/api", endpoint = "drafts/bulk-fix")]
pub async fn apply_bulk_fix(draft: String, bulk_fix: String, back: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let outcome = backend::drafts::apply_bulk_fix(backend, caller, now, id, &bulk_fix).await;
    let to = paths::back_to_draft(id, &back);
    let told = |changed| Some(choices::fixed_notice(changed, &bulk_fix, id, to.clone()));
    request.after_notice(outcome.map(told), to.clone()).await
}

/// Replaces a text in all cells of a field, as it was shown for that version of the draft.
#[server(prefix = "/api", endpoint = "drafts/replace")]
pub async fn replace_text(
    draft: String,
    version: i64,
    field: String,
    find: String,
    with: String,
    back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let replacement = choices::replacement(&field, find, with).ok_or_else(AppError::not_found)?;
    let outcome =
        backend::drafts::replace_text(backend, caller, now, id, version, &replacement).await;
    let to = paths::back_to_draft(id, &back);
    let outcome = outcome.map(|changed| {
        Some(choices::replaced_notice(
            changed,
            &replacement,
            id,
            to.clone(),
        ))
    });
    request.after_notice(outcome, to).await
}

/// Takes back the last step, or does it again.
#[server(prefix = "/api", endpoint = "drafts/step")]
pub async fn step_draft(draft: String, again: bool, back: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let outcome = backend::drafts::step_back_or_forth(backend, caller, now, id, again).await;
    let told = |label| match again {
        true => t(texts::redone(label)),
        false => t(texts::undone(label)),
    };
    let outcome = outcome.map(|step| step.map(|(label, _)| told(label)));
    request
        .after(outcome, paths::back_to_draft(id, &back))
        .await
}
