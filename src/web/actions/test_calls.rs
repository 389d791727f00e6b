//! How people have their own number called, before anybody else is.

use std::collections::HashMap;

use backend::test_calls::{self, Press, TypedValue};
use leads::{Field, MAX_TEST_VALUE_LENGTH};
use leptos::prelude::*;

use crate::web::error::AppError;
use crate::web::paths;
use crate::web::request::caller::{Request, request};
use crate::web::request::ids::parse_id;
use crate::web::request::next::local_path;

/// Keeps the person's own number.
#[server(prefix = "/api", endpoint = "own-number")]
pub async fn save_own_number(
    number: String,
    #[server(default)] back: String,
) -> Result<(), AppError> {
    let request = request().await?;
    let saved = test_calls::save_own_number(&request.backend, &request.caller, &number).await;
    let back = local_path(&back).unwrap_or(&paths::tasks()).to_owned();
    request.after(saved.map(|()| None), back).await
}

/// Calls the person with the values of a row of a draft. The same form sent twice ends at the same task.
#[server(prefix = "/api", endpoint = "drafts/call-me")]
pub async fn call_me_with_draft(
    draft: String,
    version: i64,
    row: u32,
    number: String,
    form_key: String,
    #[server(default)] at_night: bool,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let draft = parse_id(&draft)?;
    let press = press(&request, number, &form_key, at_night)?;
    let called =
        test_calls::call_with_draft(backend, caller, now, (draft, version), row, &press).await;
    let next = called
        .as_ref()
        .map_or_else(|_| paths::call_me_as(draft, row), paths::task);
    request.after(called.map(|_| None), next).await
}

/// Likewise, by a robot on that line, with values by the fields' keys.
#[server(prefix = "/api", endpoint = "robots/call-me")]
pub async fn call_me_with_robot(
    robot: String,
    line: String,
    number: String,
    form_key: String,
    #[server(default)] values: HashMap<String, String>,
    #[server(default)] at_night: bool,
) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let press = press(&request, number, &form_key, at_night)?;
    let values = typed(|field| values.get(field.key()).cloned());
    let called =
        test_calls::call_with_robot(backend, caller, now, &robot, &line, &values, &press).await;
    let next = called.as_ref().map_or_else(
        |_| paths::call_me_by_with(&robot, &shortened(&line), &all_shortened(&values)),
        paths::task,
    );
    request.after(called.map(|_| None), next).await
}

fn press(
    request: &Request,
    number: String,
    form_key: &str,
    at_night: bool,
) -> Result<Press, AppError> {
    Ok(Press {
        number,
        form_key: parse_id(form_key)?,
        at_night,
        task: request.new_id(),
        draft: request.new_id(),
        suffix: request.random(),
    })
}

/// The values of those fields that are there.
fn typed(of: impl Fn(Field) -> Option<String>) -> Vec<TypedValue> {
    let values = Field::ALL
        .into_iter()
        .map(|field| of(field).map(|value| (field, value)));
    values.flatten().collect()
}

/// What goes into the address of the page that is shown again: what is refused for its length is not written out in it.
fn all_shortened(values: &[TypedValue]) -> Vec<TypedValue> {
    let values = values.iter();
    values
        .map(|(field, value)| (*field, shortened(value)))
        .collect()
}

fn shortened(value: &str) -> String {
    value.chars().take(MAX_TEST_VALUE_LENGTH).collect()
}
