//! The robot calls.

use airudder_sandbox::{ListShape, SandboxOptions, Spelling};
use serde_json::json;

use crate::support::Provider;

#[tokio::test]
async fn the_list_is_brief_and_the_details_hold_everything() {
    let provider = Provider::start().await;
    let list = provider.got("/service/cloud/v2/robot").await;
    assert_eq!(list, provider.got("/service/cloud/robot").await);
    assert_eq!(list["data"]["Total"], 12);
    let robots = list["data"]["List"].as_array().unwrap();
    assert_eq!(robots.len(), 12);
    for robot in robots {
        assert!(robot["Variables"].is_null() && robot["Script"].is_null());
        let details = provider
            .got(&format!(
                "/service/cloud/v2/robot/detail?RobotID={}",
                robot["RobotID"].as_str().unwrap()
            ))
            .await;
        assert_eq!(details["code"], 200);
        for key in ["RobotID", "RobotName", "RobotMethod", "Language"] {
            assert_eq!(details["data"][key], robot[key]);
        }
        assert!(
            details["data"]["Variables"].is_array()
                && details["data"]["Script"].is_string()
                && details["data"]["BargeIn"].is_boolean()
        );
        assert_eq!(
            details["data"]["Members"].is_array(),
            robot["RobotMethod"] == "group"
        );
    }
}

#[tokio::test]
async fn a_robot_names_its_variables() {
    let provider = Provider::start().await;
    let id = provider.robot("Ride voucher ES v3").await;
    let details = provider
        .got(&format!("/service/cloud/v2/robot/detail?RobotID={id}"))
        .await;
    let variables = details["data"]["Variables"].as_array().unwrap();
    let names: Vec<_> = variables
        .iter()
        .map(|variable| {
            (
                variable["Field"].as_str().unwrap(),
                variable["Name"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        names,
        [
            ("ExtraA", "Oferta"),
            ("ExtraB", "Ciudad"),
            ("ExtraC", "Saldo")
        ]
    );
}

#[tokio::test]
async fn an_unknown_robot_has_no_details() {
    let provider = Provider::start().await;
    assert_eq!(
        provider
            .got("/service/cloud/v2/robot/detail?RobotID=nobody")
            .await["code"],
        404
    );
    assert_eq!(
        provider.got("/service/cloud/v2/robot/detail").await["code"],
        400
    );
}

#[tokio::test]
async fn the_array_of_a_list_stands_where_the_option_says() {
    for (list_shape, pointer) in [
        (ListShape::Named, "/data/List"),
        (ListShape::Bare, "/data"),
        (ListShape::Nested, "/data/result/items"),
    ] {
        let provider = Provider::with_options(SandboxOptions {
            list_shape,
            ..SandboxOptions::default()
        })
        .await;
        let robots = provider.got("/service/cloud/v2/robot").await;
        assert_eq!(
            robots.pointer(pointer).unwrap().as_array().unwrap().len(),
            12,
            "{list_shape:?}"
        );
        let tasks = provider.got("/service/cloud/list").await;
        assert_eq!(tasks.pointer(pointer), Some(&json!([])), "{list_shape:?}");
    }
}

#[tokio::test]
async fn ids_and_names_are_spelt_as_the_option_says() {
    for (spelling, keys, task_keys) in [
        (
            Spelling::Pascal,
            ["RobotID", "RobotName", "RobotMethod"],
            ["TaskID", "TaskName"],
        ),
        (
            Spelling::Snake,
            ["robot_id", "robot_name", "mode"],
            ["task_id", "task_name"],
        ),
        (Spelling::Short, ["id", "name", "mode"], ["id", "name"]),
    ] {
        let provider = Provider::with_options(SandboxOptions {
            spelling,
            ..SandboxOptions::default()
        })
        .await;
        let list = provider.got("/service/cloud/v2/robot").await;
        let robot = &list["data"]["List"][0];
        assert!(keys.iter().all(|key| robot[key].is_string()), "{robot}");
        let id = robot[keys[0]].as_str().unwrap();
        let details = provider
            .got(&format!("/service/cloud/v2/robot/detail?RobotID={id}"))
            .await;
        assert_eq!(details["data"][keys[1]], robot[keys[1]]);
        let task = json!({"TaskName": "July", "StartImmediately": true, "RobotID": id, "SIPLine": "l", "RepeatInterval": 0, "RepeatNumber": 0,
            "Type": "promotion", "Perform": 3, "Details": [crate::support::good_lead("+6281236827301")]});
        provider.created(&task).await;
        let tasks = provider.got("/service/cloud/list").await;
        assert!(
            task_keys
                .iter()
                .all(|key| tasks["data"]["List"][0][key].is_string()),
            "{tasks}"
        );
    }
}
