//! Every server function, called by somebody who is signed in and sends what no page of ours sends.

pub mod functions;

use std::collections::BTreeSet;

use crate::support::{Answer, SignedIn, TestApp, visible_text};
use reqwest::{Method, RequestBuilder, StatusCode, header};
use sqlx::PgPool;

use functions::{EDIT, FORMS, Function, OF_PARTS, READS};

/// An id that nothing has.
const UNKNOWN: &str = "0195b8a0-0000-7000-8000-000000000000";

/// What is no id, no number, no field and no choice.
const GARBAGE: &str = "\" || %% \u{1F4A5} ' [0] -1 ..";

/// A page of another site, which the request says that it comes from.
const ELSEWHERE: &str = "https://evil.example/page";

/// Two sheets with something to fix.
const SHEET: &str = "Customer,Mobile\nBudi,call me\nRina,+62812343062\n";

/// Statuses of an answer that is no failure of ours.
const REFUSALS: [u16; 6] = [401, 403, 404, 409, 422, 429];

/// A signed-in person, and what is there.
struct World {
    app: TestApp,
    member: SignedIn,
    /// The ids of a draft and a task of the person's account, and of another one.
    ours: Ids,
    others: Ids,
}

struct Ids {
    draft: String,
    task: String,
}

impl Ids {
    fn unknown() -> Ids {
        Ids {
            draft: UNKNOWN.to_owned(),
            task: UNKNOWN.to_owned(),
        }
    }

    fn fill(&self, value: &str) -> String {
        value
            .replace("{draft}", &self.draft)
            .replace("{task}", &self.task)
    }
}

fn id_of(path: &str) -> String {
    path.rsplit('/')
        .next()
        .expect("a path has an end")
        .to_owned()
}

impl World {
    async fn new(pool: PgPool) -> World {
        let app = TestApp::start(pool.clone()).await;
        let member = app.member().await;
        let mut ids = Vec::new();
        for number in ["812343062", "812387005"] {
            let few = format!("Customer,Mobile,Comments\nRina,+62{number},C1\n");
            let draft = member.new_draft(number, "few.csv", few.into()).await;
            let task = member.submit(&member.check(&draft).await, &[]).await;
            let draft = member.new_draft(number, "f.csv", SHEET.into()).await;
            ids.push(Ids {
                draft: id_of(&draft),
                task: id_of(&task),
            });
        }
        let (others, ours) = (ids.pop().expect("two"), ids.pop().expect("two"));
        sqlx::raw_sql(&format!(
            "insert into accounts select (jsonb_populate_record(a, \
                 jsonb_build_object('id', '{UNKNOWN}', 'slug', 'other', 'created_at', now()))).* from accounts a; \
             update drafts set account_id = '{UNKNOWN}' where id = '{}'; \
             update tasks set account_id = '{UNKNOWN}' where id = '{}'",
            others.draft, others.task
        ))
        .execute(&pool)
        .await
        .expect("another account");
        World {
            app,
            member,
            ours,
            others,
        }
    }

    /// The call of a function with those arguments.
    fn call(&self, path: &str, arguments: &[(&str, String)]) -> RequestBuilder {
        if is_read(path) {
            return self.member.request(Method::GET, path).query(arguments);
        }
        self.member.request(Method::POST, path).form(arguments)
    }

    /// Calls as a script and as a page does, and expects an answer or a refusal of both; what the script was told.
    async fn expect_no_failure(&self, request: RequestBuilder, what: &str) -> Answer {
        let script = request.try_clone().expect("no stream");
        let script = script.header(header::ACCEPT, "application/json");
        let told = self.member.send(script).await;
        let status = told.status;
        assert!(
            status == StatusCode::OK || REFUSALS.contains(&status.as_u16()),
            "{what}: {status} {}",
            told.text
        );
        let person = self
            .member
            .send(request.header(header::REFERER, ELSEWHERE))
            .await;
        let status = person.status;
        let expected = [StatusCode::OK, StatusCode::SEE_OTHER].contains(&status)
            || REFUSALS.contains(&status.as_u16());
        assert!(expected, "{what}: {status} {}", person.text);
        let location = person.header("location");
        let stays_here =
            location.is_empty() || (location.starts_with('/') && !location.starts_with("//"));
        assert!(
            stays_here && !location.contains("__err"),
            "{what}: {location}"
        );
        told
    }
}

fn is_read(path: &str) -> bool {
    READS.iter().any(|(read, _)| *read == path)
}

fn all() -> impl Iterator<Item = &'static Function> {
    READS.iter().chain(OF_PARTS).chain(FORMS)
}

#[sqlx::test(migrations = "./migrations")]
async fn the_walk_knows_every_server_function(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let paths = app.paths().into_iter().map(|(_, path)| path);
    let served: BTreeSet<String> = paths.filter(|path| path.starts_with("/api/")).collect();
    let known = all()
        .map(|(path, _)| (*path).to_owned())
        .chain([EDIT.to_owned()]);
    assert_eq!(known.collect::<BTreeSet<_>>(), served);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn no_call_of_a_server_function_is_a_failure_of_ours_whatever_it_says(pool: PgPool) {
    let world = World::new(pool).await;
    for (path, arguments) in all() {
        let with = |ids: &Ids, value: &dyn Fn(&str) -> String| -> Vec<(&str, String)> {
            let fill = |(name, good): &(&'static str, &str)| (*name, value(&ids.fill(good)));
            arguments.iter().map(fill).collect()
        };
        let expect = async |arguments: &[(&str, String)], what: &str| {
            let what = format!("{path} {what}");
            world
                .expect_no_failure(world.call(path, arguments), &what)
                .await
                .status
        };
        let nothing = expect(&[], "without arguments").await;
        let garbage = with(&world.ours, &|_| GARBAGE.to_owned());
        expect(&garbage, "with garbage").await;
        let as_is = |value: &str| value.to_owned();
        let names_an_id = arguments.iter().any(|(_, value)| value.contains('{'));
        if names_an_id {
            assert_eq!(nothing, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            for (ids, whose) in [
                (&Ids::unknown(), "unknown"),
                (&world.others, "another account's"),
            ] {
                let status = expect(&with(ids, &as_is), whose).await;
                assert_eq!(status, StatusCode::NOT_FOUND, "{path}: {whose}");
            }
        }
        let nul = with(&world.ours, &|value| format!("\0{value}\0"));
        let status = expect(&nul, "with NUL in every argument").await;
        if names_an_id && !is_read(path) {
            assert_ne!(
                status,
                StatusCode::NOT_FOUND,
                "{path}: the id is known without it"
            );
        }
        if let [first, ..] = nul.as_slice() {
            let named = [(format!("{}\0", first.0), first.1.clone())];
            let request = world.member.request(Method::POST, path).form(&named);
            if !is_read(path) {
                world
                    .expect_no_failure(request, &format!("{path} with NUL in a name"))
                    .await;
            }
        }
    }
    world.app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn no_json_that_the_grid_would_not_send_is_a_failure_of_ours(pool: PgPool) {
    let world = World::new(pool).await;
    let edit = |draft: &str, text: &str| {
        let edit = serde_json::json!({ "edit": {
            "draft": draft, "shown": [2], "again": null,
            "query": { "show": "All", "q": text, "problem": text, "sort": null, "from": 0 },
            "cells": [{ "row": 2, "field": "customer", "text": text }],
        }});
        edit.to_string()
    };
    let nul = format!("\0{}\0", world.ours.draft);
    for (body, status) in [
        (String::new(), 422),
        ("{}".to_owned(), 422),
        ("{\"edit\": 7}".to_owned(), 422),
        ("{\"edit\": \"\\u0000".to_owned(), 422),
        ("\0".to_owned(), 422),
        (edit(GARBAGE, "x"), 404),
        (edit(UNKNOWN, "x"), 404),
        (edit(&world.others.draft, "x"), 404),
        (edit(&nul, "Si\0ti"), 200),
    ] {
        let request = world.member.request(Method::POST, EDIT);
        let request = request
            .header(header::CONTENT_TYPE, "application/json")
            .body(body.clone());
        let answer = world.expect_no_failure(request, &body).await;
        assert_eq!(answer.status.as_u16(), status, "{body}: {}", answer.text);
    }
    let page = world
        .member
        .get(&format!("/drafts/{}", world.ours.draft))
        .await
        .page();
    assert!(
        visible_text(&page).contains("Siti"),
        "the rest of the text is kept"
    );
    world.app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_link_of_another_site_to_a_function_leads_nowhere(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for path in [
        "/api/provider-down",
        "/api/tasks/progress?task=x",
        "/api/drafts/progress?draft=x",
    ] {
        for person in [&*member, &app.anonymous()] {
            let request = person
                .request(Method::GET, path)
                .header(header::REFERER, ELSEWHERE);
            let answer = person.send(request).await;
            assert!(
                !answer.header("location").contains("evil.example"),
                "{path}: {answer:?}"
            );
        }
    }
    let unknown = member
        .get(&format!("/api/tasks/progress?task={UNKNOWN}"))
        .await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(
        visible_text(&unknown.text).contains("Page not found"),
        "{}",
        unknown.text
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_script_is_told_of_a_refusal_with_its_status_and_a_sentence(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for (method, path, status, kind) in [
        (
            Method::GET,
            "/api/drafts/progress?draft=not-an-id",
            StatusCode::NOT_FOUND,
            "not_found",
        ),
        (
            Method::GET,
            "/api/drafts/progress",
            StatusCode::UNPROCESSABLE_ENTITY,
            "edit",
        ),
    ] {
        let answer = member.call(method, path).await;
        assert_eq!(answer.status, status, "{path}");
        let told: serde_json::Value = serde_json::from_str(&answer.text).expect("JSON");
        assert_eq!(told["kind"], kind, "{path}");
        assert!(
            told["sentence"]
                .as_str()
                .is_some_and(|text| text.ends_with('.')),
            "{told}"
        );
    }
    app.stop().await;
}
