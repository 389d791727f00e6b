//! Fixing leads over HTTP: what the grid sends, and the files for people.

use crate::support::{TestApp, current_links};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use sqlx::PgPool;

const WRONG: &str = "Customer,Mobile\nBudi,call me\nRina,+62812343062\n";

fn id_of(draft: &str) -> &str {
    draft.rsplit('/').next().expect("a path has an end")
}

#[sqlx::test(migrations = "./migrations")]
async fn the_grid_gets_what_looks_different_drawn_anew(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Grid", "f.csv", WRONG.into()).await;
    let edit = json!({ "edit": {
        "draft": id_of(&draft),
        "shown": [2],
        "query": { "show": "All", "q": "", "problem": "", "sort": null, "from": 0 },
        "cells": [{ "row": 2, "field": "mobile", "text": "<b>0812343062</b>" }],
    }});
    let send = async |body: &Value| {
        let request = member
            .request(Method::POST, "/api/drafts/edit")
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.to_string());
        member.send(request).await
    };
    let answer = send(&edit).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    let partials: Value = serde_json::from_str(&answer.text).unwrap();
    let elements = partials["elements"].as_array().unwrap();
    let ids: Vec<&str> = elements
        .iter()
        .filter_map(|pair| pair[0].as_str())
        .collect();
    assert_eq!(
        ids,
        [
            "questions",
            "kinds",
            "tools",
            "problems",
            "bulk-fixes",
            "undo",
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

    let mut strange = edit.clone();
    strange["edit"]["cells"][0]["row"] = json!(99);
    assert_eq!(send(&strange).await.status, StatusCode::NOT_FOUND);
    strange["edit"]["draft"] = json!("00000000-0000-0000-0000-000000000000");
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
    let draft = member.new_draft("Files", "f.csv", WRONG.into()).await;
    let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let robots = member.get("/robots").await.page();
    let robot = robots.split("href=\"/robots/").nth(1).unwrap();
    let robot = robot.split('"').next().unwrap();
    for (path, kind, name) in [
        (format!("{draft}/rows-to-fix"), workbook, "rows-to-fix.xlsx"),
        (
            format!("{draft}/rows-to-fix?format=csv"),
            "text/csv; charset=utf-8",
            "rows-to-fix.csv",
        ),
        (
            format!("/robots/{robot}/template"),
            workbook,
            "list-template.xlsx",
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
async fn a_file_that_is_not_of_rows_to_fix_changes_nothing_and_says_so(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Wrong", "f.csv", WRONG.into()).await;
    let path = format!("{draft}/rows-to-fix");
    let part = Part::bytes(WRONG.as_bytes()).file_name("f.csv");
    let form = Form::new().part("sheet", part);
    let request = member.request(Method::POST, &path).multipart(form);
    let answer = member.send(request).await;
    assert_eq!(answer.location(), draft);
    let page = member.get(&draft).await.page();
    assert!(
        page.contains("are missing. Download the rows to fix"),
        "{page}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn addresses_with_the_words_from_before_lead_to_the_same(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Bookmarked", "f.csv", WRONG.into()).await;
    let before = format!("{draft}/rows-to-mend?format=csv");
    for method in [Method::GET, Method::POST] {
        let answer = member.send(member.request(method.clone(), &before)).await;
        // It keeps the method, so that an upload goes there too.
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{method}");
        let now = format!("{draft}/rows-to-fix?format=csv");
        assert_eq!(answer.header("location"), now, "{method}");
    }
    for (before, now, current) in [
        (
            format!("{draft}?show=to_mend"),
            format!("{draft}?show=to_fix"),
            "Rows to fix 1 not called until fixed",
        ),
        (
            format!("{draft}?show=doubtful"),
            format!("{draft}?show=warning"),
            "Warnings 0 called, but look",
        ),
        (
            format!("{draft}?fault=mobile.no_number"),
            format!("{draft}?problem=mobile.no_number"),
            "Mobile: not a phone number 1",
        ),
        (
            "/tasks?state=needs_a_look".to_owned(),
            "/tasks?state=needs_attention".to_owned(),
            "Needs attention 0",
        ),
    ] {
        for address in [&before, &now] {
            let page = member.get(address).await.page();
            let links = current_links(&page);
            assert!(
                links.iter().any(|(text, _)| text == current),
                "{address}: {links:?}"
            );
            let is_there = links
                .iter()
                .any(|(_, to)| to == &now || to.starts_with(&draft));
            assert!(is_there, "{address}: {links:?}");
        }
    }
    app.stop().await;
}
