//! The two robot calls. That they exist is documented; their paths, parameters and answers are assumed.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{Query, State},
    http::StatusCode,
};
use serde_json::{Map, Value, json};

use crate::{
    answer::{ApiResponse, failure, success},
    options::{ListShape, Spelling},
    robot_catalogue::{ROBOTS, Robot, robot_by_id},
    world::Sandbox,
};

/// `GET /service/cloud/v2/robot`, and `GET /service/cloud/robot`, which a public client names: every robot in brief.
pub(crate) async fn list_robots(State(sandbox): State<Arc<Sandbox>>) -> ApiResponse {
    let options = &sandbox.settings.options;
    let items = ROBOTS
        .iter()
        .map(|robot| Value::Object(brief(robot, options.spelling)))
        .collect();
    success(shaped_list(options.list_shape, items, ROBOTS.len()))
}

/// `GET /service/cloud/v2/robot/detail?RobotID=…`: everything about one robot.
pub(crate) async fn robot_details(
    State(sandbox): State<Arc<Sandbox>>,
    Query(query): Query<HashMap<String, String>>,
) -> ApiResponse {
    let options = &sandbox.settings.options;
    let Some(id) = query.get("RobotID").filter(|id| !id.is_empty()) else {
        return failure(options, StatusCode::BAD_REQUEST, "RobotID is required");
    };
    match robot_by_id(id) {
        Some(robot) => success(Value::Object(whole(robot, options.spelling))),
        None => failure(
            options,
            StatusCode::NOT_FOUND,
            "There is no robot with this RobotID",
        ),
    }
}

/// Puts the array of a list where the option wants it; `total` counts the items of all pages.
pub(crate) fn shaped_list(shape: ListShape, items: Vec<Value>, total: usize) -> Value {
    match shape {
        ListShape::Named => json!({"List": items, "Total": total}),
        ListShape::Bare => Value::Array(items),
        ListShape::Nested => json!({"result": {"items": items}, "page": {"total": total}}),
    }
}

fn brief(robot: &Robot, spelling: Spelling) -> Map<String, Value> {
    let [id, name, mode] = match spelling {
        Spelling::Pascal => ["RobotID", "RobotName", "RobotMethod"],
        Spelling::Snake => ["robot_id", "robot_name", "mode"],
        Spelling::Short => ["id", "name", "mode"],
    };
    let pairs = [
        (id, json!(robot.id())),
        (name, json!(robot.name)),
        (mode, json!(robot.mode.word())),
        ("Language", json!(robot.language)),
        ("Status", json!("online")),
    ];
    pairs
        .into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

fn whole(robot: &Robot, spelling: Spelling) -> Map<String, Value> {
    let mut fields = brief(robot, spelling);
    let variables: Vec<Value> = ["ExtraA", "ExtraB", "ExtraC"]
        .into_iter()
        .zip(robot.variables)
        .map(|(field, (name, description))| json!({"Field": field, "Name": name, "Description": description}))
        .collect();
    let labels: Map<String, Value> = ('A'..='I')
        .zip(robot.intentions)
        .map(|(letter, intention)| (letter.to_string(), json!(intention.label)))
        .collect();
    let members: Vec<Value> = ROBOTS
        .iter()
        .filter(|member| robot.members.contains(&member.name))
        .map(|member| json!({"RobotID": member.id(), "RobotName": member.name}))
        .collect();
    let more = [
        ("Script", json!(robot.script)),
        ("Variables", json!(variables)),
        ("IntentionLabels", json!(labels)),
        ("Voice", json!(robot.voice)),
        ("UpdateTime", json!(robot.updated)),
        // Nothing documents what follows: a client has to show fields that it has never heard of.
        ("BargeIn", json!(true)),
        ("SilenceTimeoutSeconds", json!(6)),
        (
            "AverageTalkTime",
            json!({"Unit": "second", "Value": 20 + robot.script.len() % 40}),
        ),
    ];
    fields.extend(more.into_iter().map(|(key, value)| (key.to_owned(), value)));
    if !members.is_empty() {
        fields.insert("Members".to_owned(), json!(members));
    }
    fields
}
