//! What people do about calling rules: with a draft, and as administrators with the rules and the holidays.

use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::Caller;
use leads::calling_rules::HolidayForm;
use leads::states::Tone;
use leads::views::Notice;
use leptos::prelude::*;
use tower_sessions::Session;

use crate::web::error::AppError;
use crate::web::forms::calling_rules::{parse_country, parse_day, parse_rule_id, rule_form};
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::messages::{calling_rules, holidays};
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock, paths};

/// Puts the next window within the calling rule into the form of a draft, and leads to its review: it has to be checked again.
#[server(prefix = "/api", endpoint = "drafts/next-window")]
pub async fn take_next_window(draft: String, version: i64) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let draft = parse_id(&draft)?;
    let taken = backend::drafts::take_next_window(backend, caller, now, draft, version).await;
    let taken = taken.map(|()| Some(t(calling_rules::time_changed())));
    request.after(taken, paths::draft(draft)).await
}

/// Writes why a draft is to be called outside of the calling rule, and leads back to its launch.
#[server(prefix = "/api", endpoint = "drafts/reason")]
pub async fn give_reason(draft: String, version: i64, reason: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let draft = parse_id(&draft)?;
    let at = (draft, version);
    let given = backend::drafts::give_reason(backend, caller, now, at, &reason).await;
    let given = given.map(|()| Some(t(calling_rules::reason_saved())));
    request.after(given, paths::launch(draft)).await
}

/// Confirms a calling rule; administrators only.
#[server(prefix = "/api", endpoint = "calling-rules/confirm")]
pub async fn confirm_rule(country: String, sector: String, version: u32) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_rule_id(&country, &sector, version)?;
    let confirmed = backend::calling_rules::confirm(backend, caller, now, id).await;
    let confirmed = confirmed.map(|()| Some(t(calling_rules::confirmed())));
    request.after(confirmed, paths::calling_rules()).await
}

/// Adds a holiday; administrators only.
#[server(prefix = "/api", endpoint = "calling-rules/add-holiday")]
pub async fn add_holiday(
    country: String,
    date: String,
    name: String,
    source: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let form = HolidayForm { date, name, source };
    let country = parse_country(&country)?;
    let added = backend::calling_rules::add_holiday(backend, caller, now, country, &form).await;
    let added = added.map(|()| Some(t(holidays::added())));
    request.after(added, paths::changed_calling_rules()).await
}

/// Removes a holiday; administrators only.
#[server(prefix = "/api", endpoint = "calling-rules/remove-holiday")]
pub async fn remove_holiday(country: String, date: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let (country, day) = (parse_country(&country)?, parse_day(&date)?);
    let removed = backend::calling_rules::remove_holiday(backend, caller, now, country, day).await;
    let removed = removed.map(|()| Some(t(holidays::removed())));
    request.after(removed, paths::calling_rules()).await
}

/// Saves a calling rule as a new version, and leads to all of them; administrators only.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    Path((country, sector)): Path<(String, String)>,
    parts: Parts,
    Form(posted): Form<Vec<(String, String)>>,
) -> Response {
    let fields = posted.iter();
    let (form, version) = rule_form(fields.map(|(name, value)| (name.as_str(), value.as_str())));
    let id = match parse_rule_id(&country, &sector, version) {
        Ok(id) => id,
        Err(error) => return answers::refused(error),
    };
    let saved = backend::calling_rules::save(state.backend(), &caller, clock::now(), id, &form);
    let (notice, to) = match saved.await {
        Ok(()) => (
            Notice::new(Tone::Good, t(calling_rules::saved())),
            paths::changed_calling_rules(),
        ),
        Err(backend::Error::Problems(problems)) => {
            let refused = FormState::refused(form, problems);
            let address = paths::calling_rule(&country, &sector);
            return answers::rerender_form(&state, parts, &address, refused).await;
        }
        Err(backend::Error::Conflict(sentence)) => (
            Notice::new(Tone::Bad, t(sentence)),
            paths::calling_rule(&country, &sector),
        ),
        Err(error) => return answers::refused(error),
    };
    match session::put_notice(&session, &notice).await {
        Ok(()) => Redirect::to(&to).into_response(),
        Err(error) => answers::failed(&error),
    }
}
