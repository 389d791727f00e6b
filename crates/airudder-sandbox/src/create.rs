//! `POST /service/cloud/v2/task`: the order in which a request is refused, checked, created and answered.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Response},
};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use tokio::time::sleep;

use crate::{
    answer::{ApiResponse, failure, failure_with, success},
    faults::{answer_after_acting, instead_of_acting},
    lead_rules::{GoodLead, LeadContext, validate_lead},
    options::{
        AllRefused, AsyncAnswer, DuplicateNames, EmptyList, NothingMade, RefusedDetails,
        SandboxOptions,
    },
    sentinels::{Act, NameSentinel, name_sentinel},
    task_rules::{Perform, TaskOrder, perform_of, read_order},
    world::{Sandbox, Task, TaskLead, World, after},
};

/// How long a task that starts immediately may go on dialling; the provider works its times out in a way that is not known.
const IMMEDIATE_WINDOW: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);

/// Checks or creates a task.
pub(crate) async fn create_task(
    State(sandbox): State<Arc<Sandbox>>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let options = &sandbox.settings.options;
    let body = match serde_json::from_slice(&body) {
        Ok(Value::Object(body)) => body,
        _ => {
            return failure(
                options,
                StatusCode::BAD_REQUEST,
                "The body is not a JSON object",
            )
            .into_response();
        }
    };
    let name = body
        .get("TaskName")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let act = match perform_of(&body) {
        Some(Perform::Check) => Act::Check,
        _ => Act::Create,
    };
    let sentinel = name_sentinel(name, act);
    if let Some(instead) = instead_of_acting(&sandbox, sentinel, (act, name), &headers).await {
        return instead;
    }
    let answer = check_and_create(&sandbox, &body, sentinel);
    // The task stands before the wait: a caller that goes away does not undo it.
    sleep(options.latency).await;
    if answer.body["code"] == 200 {
        answer_after_acting(options, sentinel, answer).await
    } else {
        answer.into_response()
    }
}

fn check_and_create(
    sandbox: &Sandbox,
    body: &Map<String, Value>,
    sentinel: Option<NameSentinel>,
) -> ApiResponse {
    let settings = &sandbox.settings;
    let options = &settings.options;
    let now = sandbox.now();
    let order = match read_order(body, settings, now) {
        Ok(order) => order,
        Err(problems) => return failure(options, StatusCode::BAD_REQUEST, &problems.join("; ")),
    };
    let creating = order.perform != Perform::Check;
    let (good, errors) = validate_leads(
        &order,
        LeadContext {
            options,
            creating,
            do_not_call: order.do_not_call,
        },
    );

    let mut world = sandbox.world();
    let taken = world.tasks.iter().any(|task| task.name == order.name);
    if taken && options.duplicate_names == DuplicateNames::Refused {
        return failure(options, StatusCode::BAD_REQUEST, "TaskName already exists");
    }
    let wanted = match order.perform {
        Perform::Check => false,
        Perform::CreateIfAllGood => errors.is_empty(),
        Perform::CreateWithoutBad => {
            !good.is_empty() || options.all_refused == AllRefused::EmptyTask
        }
    };
    tracing::info!(perform = ?order.perform, good = good.len(), errors = errors.len(), created = wanted, "create-task call validated");
    let id = if wanted {
        let id = add_task(&mut world, &order, good, sentinel, options, now);
        (!order.asynchronous || options.async_answer == AsyncAnswer::WithId).then_some(id)
    } else {
        (!creating && options.check_answers_id).then(|| world.new_id("check", order.name, now))
    };
    answer_with(options, id, errors, wanted)
}

/// The answer about a task that was looked at; `created` or not.
fn answer_with(
    options: &SandboxOptions,
    id: Option<String>,
    errors: Vec<Value>,
    created: bool,
) -> ApiResponse {
    let failing = !errors.is_empty()
        && match options.refused_details {
            RefusedDetails::Code200 => false,
            RefusedDetails::FailingCode => !created,
            RefusedDetails::FailingCodeAlways => true,
        };
    let data = create_data(options, id, errors);
    if failing {
        let text = "Some details are refused";
        failure_with(options, StatusCode::BAD_REQUEST, text, data)
    } else {
        success(data)
    }
}

fn validate_leads(order: &TaskOrder<'_>, context: LeadContext<'_>) -> (Vec<GoodLead>, Vec<Value>) {
    let mut good = Vec::with_capacity(order.details.len());
    let mut errors = Vec::new();
    for (position, lead) in order.details.iter().enumerate() {
        match validate_lead(position, lead, context) {
            Ok(lead) => good.push(lead),
            Err(entries) => errors.extend(entries),
        }
    }
    (good, errors)
}

fn add_task(
    world: &mut World,
    order: &TaskOrder<'_>,
    good: Vec<GoodLead>,
    sentinel: Option<NameSentinel>,
    options: &SandboxOptions,
    now: Timestamp,
) -> String {
    let id = world.new_id("task", order.name, now);
    let lag = if sentinel == Some(NameSentinel::Late) {
        options.late_list_lag
    } else {
        options.list_lag
    };
    let lead = |lead: GoodLead| TaskLead {
        fate: world.next_fate(&lead.mobile),
        mobile: lead.mobile,
        comments: lead.comments,
        robot_id: lead.robot_id.unwrap_or_else(|| order.robot_id.to_owned()),
        cancelled_at: None,
    };
    let leads = good.into_iter().map(lead).collect();
    world.tasks.push(Task {
        id: id.clone(),
        name: order.name.to_owned(),
        robot_id: order.robot_id.to_owned(),
        created_at: now,
        listed_from: after(now, lag),
        window: order.window.unwrap_or((now, after(now, IMMEDIATE_WINDOW))),
        redials: order.redials,
        redial_minutes: order.redial_minutes,
        stopped_at: None,
        leads,
    });
    id
}

fn create_data(options: &SandboxOptions, id: Option<String>, errors: Vec<Value>) -> Value {
    let mut data = Map::new();
    let id = match (id, options.nothing_made) {
        (Some(id), _) => Some(json!(id)),
        (None, NothingMade::Absent) => None,
        (None, NothingMade::Null) => Some(Value::Null),
        (None, NothingMade::Empty) => Some(json!("")),
    };
    let list = match (errors.is_empty(), options.no_errors) {
        (false, _) | (true, EmptyList::Empty) => Some(json!(errors)),
        (true, EmptyList::Absent) => None,
        (true, EmptyList::Null) => Some(Value::Null),
    };
    data.extend(id.map(|id| ("TaskID".to_owned(), id)));
    data.extend(list.map(|list| ("detail_error_list".to_owned(), list)));
    Value::Object(data)
}
