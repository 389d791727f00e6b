//! Mending over HTTP: what the grid sends, and the files for people.

use crate::support::TestApp;
use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use sqlx::PgPool;

const FAULTY: &str = "Customer,Mobile\nBudi,call me\nRina,+62812343062\n";

fn id_of(draft: &str) -> &str {
    draft.rsplit('/').next().expect("a path has an end")
}

#[sqlx::test(migrations = "./migrations")]
async fn the_grid_gets_what_looks_different_drawn_anew(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Grid", "f.csv", FAULTY.into()).await;
    let mend = json!({ "mend": {
        "draft": id_of(&draft),
        "shown": [2],
        "query": { "show": "All", "q": "", "fault": "", "sort": null, "from": 0 },
        "cells": [{ "row": 2, "field": "mobile", "text": "<b>0812343062</b>" }],
    }});
    let send = async |body: &Value| {
        let request = member
            .request(Method::POST, "/api/drafts/mend")
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.to_string());
        member.send(request).await
    };
    let answer = send(&mend).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let fragments: Value = serde_json::from_str(&answer.text).unwrap();
    let elements = fragments["elements"].as_array().unwrap();
    let ids: Vec<&str> = elements
        .iter()
        .filter_map(|pair| pair[0].as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "questions",
            "tally",
            "kinds",
            "tools",
            "actions",
            "check",
            "row-2"
        ]
    );
    let row = elements.last().unwrap()[1].as_str().unwrap();
    // What was typed is text, also where it is drawn for a script.
    assert!(
        row.starts_with("<tr") && row.contains("&lt;b&gt;0812343062"),
        "{row}"
    );

    let mut strange = mend.clone();
    strange["mend"]["cells"][0]["row"] = json!(99);
    assert_eq!(send(&strange).await.status, StatusCode::NOT_FOUND);
    strange["mend"]["draft"] = json!("00000000-0000-0000-0000-000000000000");
    assert_eq!(send(&strange).await.status, StatusCode::NOT_FOUND);
    let progress = "/api/drafts/progress?draft=00000000-0000-0000-0000-000000000000";
    let gone = member.call(Method::GET, progress).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn files_for_people_have_a_name_and_are_kept_by_nobody(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Files", "f.csv", FAULTY.into()).await;
    let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let robots = member.get("/robots").await.page();
    let robot = robots.split("href=\"/robots/").nth(1).unwrap();
    let robot = robot.split('"').next().unwrap();
    for (path, kind, name) in [
        (
            format!("{draft}/rows-to-mend"),
            workbook,
            "rows-to-mend.xlsx",
        ),
        (
            format!("{draft}/rows-to-mend?format=csv"),
            "text/csv; charset=utf-8",
            "rows-to-mend.csv",
        ),
        (
            format!("/robots/{robot}/template"),
            workbook,
            "leads-template.xlsx",
        ),
    ] {
        let answer = member.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert_eq!(answer.header("content-type"), kind, "{path}");
        assert_eq!(
            answer.header("content-disposition"),
            format!("attachment; filename=\"{name}\"")
        );
        assert_eq!(answer.header("cache-control"), "no-store");
    }
    let nowhere = member.get("/robots/none/template").await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_file_that_is_not_of_rows_to_mend_changes_nothing_and_says_so(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Wrong", "f.csv", FAULTY.into()).await;
    let path = format!("{draft}/rows-to-mend");
    let part = Part::bytes(FAULTY.as_bytes()).file_name("f.csv");
    let form = Form::new().part("sheet", part);
    let request = member.request(Method::POST, &path).multipart(form);
    let answer = member.send(request).await;
    assert_eq!(answer.location(), draft);
    let page = member.get(&draft).await.page();
    assert!(
        page.contains("This is not a file of rows to mend"),
        "{page}"
    );
    app.stop().await;
}
