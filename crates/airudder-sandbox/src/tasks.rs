//! The calls that read tasks that exist: list, calls, recordings. All are known from public clients only.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::{
    answer::{ApiResponse, failure, success},
    call_entries::{self, utc},
    options::{SandboxOptions, Spelling},
    progress::task_status,
    robots::shaped_list,
    settings::Settings,
    world::{Sandbox, Task},
};

/// The largest page of the task list; assumed.
const MAX_PAGE_SIZE: usize = 100;

type Parameters = Query<HashMap<String, String>>;

/// `GET /service/cloud/list?Number=10&Page=1&Type=normal`: tasks, newest first.
pub(crate) async fn list_tasks(
    State(sandbox): State<Arc<Sandbox>>,
    Query(query): Parameters,
) -> ApiResponse {
    let options = &sandbox.settings.options;
    let (Some(number), Some(page)) = (count_of(&query, "Number", 10), count_of(&query, "Page", 1))
    else {
        return failure(
            options,
            StatusCode::BAD_REQUEST,
            "Number must be 1 to 100 and Page at least 1",
        );
    };
    if number > MAX_PAGE_SIZE {
        return failure(
            options,
            StatusCode::BAD_REQUEST,
            "Number must be 1 to 100 and Page at least 1",
        );
    }
    let now = sandbox.now();
    let world = sandbox.world();
    // Only the type "normal" is known; what other types hold is not, so they hold nothing.
    let normal = query.get("Type").is_none_or(|kind| kind == "normal");
    let listed: Vec<&Task> = world
        .tasks
        .iter()
        .rev()
        .filter(|task| normal && task.listed_from <= now)
        .collect();
    let first = (page - 1).saturating_mul(number);
    let items = listed
        .iter()
        .skip(first)
        .take(number)
        .map(|task| list_entry(task, &sandbox.settings, now))
        .collect();
    success(shaped_list(options.list_shape, items, listed.len()))
}

fn count_of(query: &HashMap<String, String>, name: &str, default: usize) -> Option<usize> {
    match query.get(name) {
        None => Some(default),
        Some(text) => text.parse().ok().filter(|count| *count > 0),
    }
}

fn list_entry(task: &Task, settings: &Settings, now: Timestamp) -> Value {
    let [id, name] = match settings.options.spelling {
        Spelling::Pascal => ["TaskID", "TaskName"],
        Spelling::Snake => ["task_id", "task_name"],
        Spelling::Short => ["id", "name"],
    };
    let pairs = [
        (id, json!(task.id)),
        (name, json!(task.name)),
        ("Status", json!(task_status(task, settings, now))),
        ("RobotID", json!(task.robot_id)),
        ("Total", json!(task.leads.len())),
        ("CreateTime", json!(utc(task.created_at))),
    ];
    Value::Object(
        pairs
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect::<Map<_, _>>(),
    )
}

/// `GET /service/cloud/detail?TaskID=…`: every call of a task, as it is at this instant.
pub(crate) async fn task_calls(
    State(sandbox): State<Arc<Sandbox>>,
    Query(query): Parameters,
) -> Response {
    let options = &sandbox.settings.options;
    let now = sandbox.now();
    let mut world = sandbox.world();
    let Some(task) = query.get("TaskID").and_then(|id| world.task(id)) else {
        return no_such_task(options).into_response();
    };
    call_entries::answer(task, &sandbox.settings, now)
}

/// `GET /service/cloud/case` and `GET /service/cloud/recording`: nobody speaks in a simulator.
pub(crate) async fn no_recordings(State(sandbox): State<Arc<Sandbox>>) -> ApiResponse {
    failure(
        &sandbox.settings.options,
        StatusCode::NOT_FOUND,
        "The sandbox has no recordings",
    )
}

pub(crate) fn no_such_task(options: &SandboxOptions) -> ApiResponse {
    failure(
        options,
        StatusCode::NOT_FOUND,
        "There is no task with this TaskID",
    )
}
