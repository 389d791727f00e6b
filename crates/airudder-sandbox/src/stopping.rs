//! The calls that stop what is under way: of a task, or of one number. Both are known from public clients only.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{
    answer::{ApiResponse, failure, success},
    faults::{answer_after_acting, instead_of_acting},
    progress::{call_at, is_over, task_status},
    sentinels::{Act, name_sentinel},
    settings::Settings,
    tasks::no_such_task,
    world::{Sandbox, Task},
};

/// `POST /service/cloud/operation` with `{"Action":"Stop","TaskID":"…"}`.
pub(crate) async fn stop_task(
    State(sandbox): State<Arc<Sandbox>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let asked: Value = serde_json::from_slice(&body).unwrap_or_default();
    if asked["Action"] != "Stop" {
        let options = &sandbox.settings.options;
        return failure(options, StatusCode::BAD_REQUEST, "Action must be Stop").into_response();
    }
    act(&sandbox, &headers, &asked, stop).await
}

/// `POST /service/cloud/cancelphonecall` with `{"TaskID":"…","CalleeNumber":"+…"}`: that number is not dialled any more.
pub(crate) async fn cancel_number(
    State(sandbox): State<Arc<Sandbox>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let asked: Value = serde_json::from_slice(&body).unwrap_or_default();
    let callee = asked["CalleeNumber"].as_str().unwrap_or_default();
    let cancel = |task: &mut Task, settings: &Settings, now| cancel(task, callee, settings, now);
    act(&sandbox, &headers, &asked, cancel).await
}

/// Does it to the task that is named, unless the name of that task asks for something else.
async fn act(
    sandbox: &Sandbox,
    headers: &HeaderMap,
    asked: &Value,
    act: impl FnOnce(&mut Task, &Settings, Timestamp) -> ApiResponse,
) -> Response {
    let settings = &sandbox.settings;
    let id = asked["TaskID"].as_str().unwrap_or_default();
    let name = sandbox.world().task(id).map(|task| task.name.clone());
    let Some(name) = name else {
        return no_such_task(&settings.options).into_response();
    };
    let sentinel = name_sentinel(&name, Act::Stop);
    if let Some(instead) = instead_of_acting(sandbox, sentinel, (Act::Stop, &name), headers).await {
        return instead;
    }
    let now = sandbox.now();
    let answer = match sandbox.world().task(id) {
        Some(task) => act(task, settings, now),
        None => no_such_task(&settings.options),
    };
    if answer.body["code"] == 200 {
        answer_after_acting(&settings.options, sentinel, answer).await
    } else {
        answer.into_response()
    }
}

fn stop(task: &mut Task, settings: &Settings, now: Timestamp) -> ApiResponse {
    let refused = |text| failure(&settings.options, StatusCode::BAD_REQUEST, text);
    match task_status(task, settings, now) {
        "stopped" => refused("The task is already stopped"),
        "finished" => refused("The task is already finished"),
        _ => {
            task.stopped_at = Some(now);
            success(json!({}))
        }
    }
}

fn cancel(task: &mut Task, callee: &str, settings: &Settings, now: Timestamp) -> ApiResponse {
    let refused = |code, text| failure(&settings.options, code, text);
    let found: Vec<usize> = (0..task.leads.len())
        .filter(|position| task.leads[*position].mobile == callee)
        .collect();
    if found.is_empty() {
        return refused(StatusCode::NOT_FOUND, "The task has no such CalleeNumber");
    }
    let open: Vec<usize> = found
        .into_iter()
        .filter(|position| !is_over(&call_at(task, *position, settings, now)))
        .collect();
    if open.is_empty() {
        return refused(
            StatusCode::BAD_REQUEST,
            "The number's calls are already over",
        );
    }
    for position in open {
        task.leads[position].cancelled_at.get_or_insert(now);
    }
    success(json!({}))
}
