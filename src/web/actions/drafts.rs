//! What people do with a draft: its questions, its check, its submission.

use std::collections::HashMap;

use backend::ids::DraftId;
use leads::states::Tone;
use leads::views::{Notice, NoticeAction};
use leptos::prelude::*;

use crate::web::error::AppError;
use crate::web::forms::choices;
use crate::web::language::t;
use crate::web::messages::review_notices as texts;
use crate::web::paths;
use crate::web::request::caller::{Request, request};
use crate::web::request::ids::parse_id;

/// Answers a question about the columns: by a field's key, the place of its column (nothing for none) and of the one that counts
/// where that is empty.
#[server(prefix = "/api", endpoint = "drafts/answer")]
pub async fn answer_question(
    draft: String,
    version: i64,
    columns: HashMap<String, String>,
    #[server(default)] otherwise: HashMap<String, String>,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let answers = choices::answers(&columns, &otherwise);
    let outcome = backend::drafts::answer(backend, caller, now, id, version, &answers).await;
    request
        .after(outcome.map(|()| None), paths::back_to_draft(id, &back))
        .await
}

/// Reads the numbers of the list as those of that country; nothing for the account's.
#[server(prefix = "/api", endpoint = "drafts/country")]
pub async fn read_numbers_as(
    draft: String,
    version: i64,
    #[server(default)] country: String,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let country = choices::country(&country).map_err(|_| AppError::not_found())?;
    let outcome =
        backend::drafts::read_numbers_as(backend, caller, now, id, version, country).await;
    request
        .after(outcome.map(|()| None), paths::back_to_draft(id, &back))
        .await
}

/// Decides whether rows that are held back for that reason are called.
#[server(prefix = "/api", endpoint = "drafts/held-back")]
pub async fn call_held_back(
    draft: String,
    version: i64,
    reason: String,
    called: bool,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let reason = leads::HoldReason::from_key(&reason).ok_or_else(AppError::not_found)?;
    let outcome = backend::drafts::release(backend, caller, now, id, version, reason, called).await;
    request
        .after(outcome.map(|()| None), paths::back_to_draft(id, &back))
        .await
}

/// Asks for a dry run at AIRudder, with the choice for duplicates where it comes along; `launch` leads to the launch afterwards.
#[server(prefix = "/api", endpoint = "drafts/check")]
pub async fn check_draft(
    draft: String,
    version: i64,
    #[server(default)] keep: String,
    #[server(default)] leave_out_recent: bool,
    #[server(default)] launch: bool,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let at = (parse_id(&draft)?, version);
    let outcome = match apply_choice(&request, at, &keep, leave_out_recent).await {
        Ok(false) => check_at(&request, at).await.map(|()| None),
        Ok(true) => check_after_choice(&request, at).await,
        Err(error) => Err(error),
    };
    let next = if launch {
        paths::launch(at.0)
    } else {
        paths::back_to_draft(at.0, &back)
    };
    request.after(outcome, next).await
}

/// Cancels the check that is running; the draft is as before it.
#[server(prefix = "/api", endpoint = "drafts/cancel-check")]
pub async fn cancel_check(draft: String, back: String) -> Result<(), AppError> {
    let request = request().await?;
    let id = parse_id(&draft)?;
    let outcome = backend::checks::cancel(&request.backend, &request.caller, request.now, id).await;
    let outcome = outcome.map(|cancelled| cancelled.then(|| t(texts::check_cancelled())));
    request
        .after(outcome, paths::back_to_draft(id, &back))
        .await
}

/// Has leads found that the check refuses without naming them; nobody is called.
#[server(prefix = "/api", endpoint = "drafts/find-refused")]
pub async fn find_refused(
    draft: String,
    version: i64,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let outcome = backend::checks::find_refused(backend, caller, now, id, version).await;
    request
        .after(outcome.map(|()| None), paths::back_to_draft(id, &back))
        .await
}

/// Leads to the launch of a draft, where nobody is called before it is confirmed. Another choice for duplicates than the one
/// that was checked is applied and checked first.
#[server(prefix = "/api", endpoint = "drafts/launch")]
pub async fn launch_draft(
    draft: String,
    version: i64,
    #[server(default)] keep: String,
    #[server(default)] leave_out_recent: bool,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let at = (parse_id(&draft)?, version);
    let review = paths::back_to_draft(at.0, &back);
    let (outcome, next) = match apply_choice(&request, at, &keep, leave_out_recent).await {
        Ok(false) => (Ok(None), paths::launch(at.0)),
        Ok(true) => (check_after_choice(&request, at).await, review),
        Err(error) => (Err(error), review),
    };
    request.after(outcome, next).await
}

/// Decides about duplicates as the form says, where it says anything; whether that was another choice.
async fn apply_choice(
    request: &Request,
    at: (DraftId, i64),
    keep: &str,
    leave_out_recent: bool,
) -> Result<bool, backend::Error> {
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    // A form without the choice says nothing of it.
    if keep.is_empty() {
        backend::drafts::confirm(backend, caller, at.0, at.1).await?;
        return Ok(false);
    }
    let keep = leads::kind::DuplicatePolicy::from_key(keep).ok_or(backend::Error::NotFound)?;
    let choice = backend::drafts::PolicyChoice {
        keep,
        leave_out_recent,
    };
    backend::drafts::apply_policies(backend, caller, now, at, choice).await
}

async fn check_at(request: &Request, at: (DraftId, i64)) -> Result<(), backend::Error> {
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let (check, mut random) = (request.new_id(), || request.random());
    backend::checks::start(backend, caller, now, at.0, at.1, check, &mut random).await
}

/// Checks a draft that is one version later, because its duplicates were decided otherwise.
async fn check_after_choice(
    request: &Request,
    at: (DraftId, i64),
) -> Result<Option<String>, backend::Error> {
    check_at(request, (at.0, at.1 + 1)).await?;
    Ok(Some(t(texts::checked_again())))
}

/// Submits what was checked. The same form sent twice ends at the same task.
#[server(prefix = "/api", endpoint = "drafts/submit")]
pub async fn submit_draft(
    draft: String,
    version: i64,
    form_key: String,
    #[server(default)] without_refused: bool,
    #[server(default)] shown: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let draft = parse_id(&draft)?;
    let submission = backend::tasks::Submission {
        confirmed: choices::confirmed((draft, version), &form_key, without_refused, &shown),
        id: request.new_id(),
    };
    let outcome = backend::tasks::submit(backend, caller, now, &submission).await;
    let next = outcome
        .as_ref()
        .map_or_else(|_| paths::launch(draft), paths::task);
    request.after(outcome.map(|_| None), next).await
}

/// Approves what the launch page has shown, and has nobody called.
#[server(prefix = "/api", endpoint = "drafts/approve")]
pub async fn approve_draft(
    draft: String,
    version: i64,
    form_key: String,
    shown: String,
    #[server(default)] without_refused: bool,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let draft = parse_id(&draft)?;
    let confirmed = choices::confirmed((draft, version), &form_key, without_refused, &shown);
    let outcome = backend::tasks::approve(backend, caller, now, &confirmed).await;
    let outcome = outcome.map(|()| Some(t(texts::approved())));
    request.after(outcome, paths::launch(draft)).await
}

/// Throws a draft away; the message after it has the way back.
#[server(prefix = "/api", endpoint = "drafts/discard")]
pub async fn discard_draft(draft: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let outcome = backend::drafts::discard(backend, caller, now, parse_id(&draft)?).await;
    let outcome = outcome.map(|discarded| {
        let text = t(texts::discarded(discarded.named()));
        let action = Some(NoticeAction::RestoreDraft { draft });
        Some(Notice {
            action,
            ..Notice::new(Tone::Good, text)
        })
    });
    request
        .after_notice(outcome, paths::drafts().to_owned())
        .await
}

/// Brings a draft back that was thrown away.
#[server(prefix = "/api", endpoint = "drafts/restore")]
pub async fn restore_draft(draft: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let outcome = backend::drafts::restore(backend, caller, now, parse_id(&draft)?).await;
    let outcome = outcome.map(|restored| Some(t(texts::restored(restored.named()))));
    request.after(outcome, paths::drafts().to_owned()).await
}

/// Decides about leads with the same number, and about numbers in recent tasks.
#[server(prefix = "/api", endpoint = "drafts/repeats")]
pub async fn set_policies(
    draft: String,
    keep: String,
    #[server(default)] leave_out_recent: bool,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let keep = leads::kind::DuplicatePolicy::from_key(&keep).ok_or_else(AppError::not_found)?;
    let outcome =
        backend::drafts::set_policies(backend, caller, now, id, keep, leave_out_recent).await;
    request
        .after(outcome.map(|()| None), paths::back_to_draft(id, &back))
        .await
}

/// Reads the file again: in another encoding, another of its sheets, more of them, or with the headers in another row.
#[server(prefix = "/api", endpoint = "drafts/reading")]
pub async fn read_again(
    draft: String,
    version: i64,
    #[server(default)] encoding: String,
    #[server(default)] sheet: String,
    #[server(default)] and_sheets: Vec<String>,
    #[server(default)] headers: String,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let choice = choices::reading(encoding, sheet, and_sheets, &headers);
    let choice = choice.ok_or_else(AppError::not_found)?;
    let outcome = backend::drafts::read_again(backend, caller, now, id, version, choice).await;
    let outcome = outcome.map(|()| Some(t(texts::file_read_again())));
    request
        .after(outcome, paths::back_to_draft(id, &back))
        .await
}
