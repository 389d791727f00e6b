//! Every way into the program, asked for by every role: who may not is refused before anything else is looked at.

use std::collections::BTreeSet;

use backend::Role;
use leads::{Action, may};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder, StatusCode, header};
use sqlx::PgPool;

use crate::calls::functions::{EDIT, FORMS, OF_PARTS, READS};
use crate::guard::OPEN;
use crate::support::{SignedIn, TestApp, options};

/// What nothing in the account has.
const UNKNOWN: &str = "0195b8a0-0000-7000-8000-000000000008";

/// What somebody needs who is signed in.
#[derive(Clone, Copy, Debug)]
enum Need {
    /// Nothing more: it is about themselves, or tells nothing.
    SignedIn,
    /// A role that may do that.
    To(Action),
}

impl Need {
    fn is_met_by(self, role: Role) -> bool {
        match self {
            Need::SignedIn => true,
            Need::To(action) => may(role, action),
        }
    }
}

/// What each way in needs that is not open to everybody. A new one is refused here until somebody says what it needs.
const NEEDS: [(Need, &[&str]); 7] = [
    (
        Need::To(Action::See),
        &[
            "GET /insights",
            "GET /robots",
            "GET /robots/{id}",
            "GET /robots/{id}/call-me",
            "GET /tasks",
            "GET /tasks/{id}",
            "GET /tasks/{id}/activity",
            "GET /tasks/{id}/batches",
            "GET /tasks/{id}/calls",
            "GET /tasks/{id}/calls-file",
            "GET /tasks/{id}/list",
            "GET /tasks/{id}/list-with-results",
            "GET /tasks/{id}/list/rows",
            "GET /tasks/{id}/proof",
            "GET /api/tasks/partials",
            "GET /api/tasks/progress",
            "GET /api/tasks/results-progress",
            "POST /api/tasks/refresh",
        ],
    ),
    (
        Need::To(Action::SeeNumbers),
        &["GET /tasks/{id}/leads-as-sent"],
    ),
    (
        Need::To(Action::Prepare),
        &[
            "GET /do-not-call",
            "GET /drafts",
            "GET /drafts/{id}",
            "GET /drafts/{id}/call-me",
            "GET /drafts/{id}/columns",
            "GET /drafts/{id}/launch",
            "GET /drafts/{id}/leads/{row}",
            "GET /drafts/{id}/replace",
            "GET /drafts/{id}/rows-to-fix",
            "GET /robots/{id}/template",
            "GET /tasks/new",
            "GET /tasks/{id}/follow-up",
            "GET /api/drafts/form",
            "GET /api/drafts/progress",
            "POST /do-not-call",
            "POST /do-not-call/find",
            "POST /drafts/{id}/columns",
            "POST /drafts/{id}/rows-to-fix",
            "POST /tasks/new",
            "POST /tasks/{id}/follow-up",
            "POST /api/drafts/answer",
            "POST /api/drafts/bulk-fix",
            "POST /api/drafts/cancel-check",
            "POST /api/drafts/check",
            "POST /api/drafts/country",
            "POST /api/drafts/edit",
            "POST /api/drafts/find-refused",
            "POST /api/drafts/held-back",
            "POST /api/drafts/keep-row",
            "POST /api/drafts/launch",
            "POST /api/drafts/lead",
            "POST /api/drafts/leave-out",
            "POST /api/drafts/next-window",
            "POST /api/drafts/reading",
            "POST /api/drafts/repeats",
            "POST /api/drafts/replace",
            "POST /api/drafts/restore",
            "POST /api/drafts/step",
            "POST /api/robots/refresh",
            "POST /api/tasks/follow-up",
        ],
    ),
    // Of a colleague, as the draft of this walk is: one's own needs no more than preparing.
    (
        Need::To(Action::DiscardDraftOfOthers),
        &["POST /api/drafts/discard"],
    ),
    (
        Need::To(Action::Launch),
        &[
            "POST /api/drafts/approve",
            "POST /api/drafts/call-me",
            "POST /api/drafts/reason",
            "POST /api/drafts/submit",
            "POST /api/own-number",
            "POST /api/robots/call-me",
            "POST /api/tasks/cancel-again",
            "POST /api/tasks/cancel-number",
            "POST /api/tasks/count-again",
            "POST /api/tasks/give-up",
            "POST /api/tasks/mark-done",
            "POST /api/tasks/needs-attention",
            "POST /api/tasks/send-again",
            "POST /api/tasks/stop-calling",
            "POST /api/tasks/stop-rest",
        ],
    ),
    (
        Need::To(Action::Administer),
        &[
            "GET /do-not-call/upload",
            "GET /robots/{id}/results",
            "GET /settings",
            "GET /settings/accounts",
            "GET /settings/audit",
            "GET /settings/audit-file",
            "GET /settings/calling-rules",
            "GET /settings/calling-rules/{country}/{sector}",
            "GET /settings/erasures",
            "GET /settings/erasures/{id}",
            "GET /settings/erasures/{id}/receipt.txt",
            "GET /settings/people",
            "GET /settings/retention",
            "POST /do-not-call/take-off",
            "POST /do-not-call/upload",
            "POST /robots/{id}/results",
            "POST /settings",
            "POST /settings/accounts",
            "POST /settings/calling-rules/{country}/{sector}",
            "POST /settings/credentials",
            "POST /settings/erasures/erase",
            "POST /settings/erasures/find",
            "POST /settings/people",
            "POST /settings/people/reset",
            "POST /settings/people/second-factors",
            "POST /settings/pushes",
            "POST /settings/retention",
            "POST /api/calling-rules/add-holiday",
            "POST /api/calling-rules/confirm",
            "POST /api/calling-rules/remove-holiday",
            "POST /api/do-not-call/refuse-outdated",
            "POST /api/do-not-call/remove-list",
            "POST /api/people/disable",
            "POST /api/people/enable",
            "POST /api/people/revoke",
            "POST /api/people/role",
        ],
    ),
    (
        Need::SignedIn,
        &[
            "GET /",
            "GET /confirm",
            "GET /profile",
            "GET /profile/recovery-codes",
            "GET /profile/second-factor",
            "GET /api/provider-down",
            // Only lead to where the rows are now.
            "GET /drafts/{id}/rows-to-mend",
            "POST /drafts/{id}/rows-to-mend",
            "POST /confirm",
            "POST /confirm/passkey",
            "POST /profile",
            "POST /profile/passkeys",
            "POST /profile/passkeys/challenge",
            "POST /profile/password",
            "POST /profile/recovery-codes",
            "POST /profile/second-factor/app",
            "POST /profile/second-factor/code",
            "POST /api/profile/end-other-sessions",
            "POST /api/profile/end-session",
            "POST /api/profile/remove-app",
            "POST /api/profile/remove-passkey",
            "POST /api/profile/rename-passkey",
            // Comes last: the session is over then.
            "POST /sign-out",
        ],
    ),
];

/// Where files are posted.
const UPLOADS: [&str; 3] = [
    "/do-not-call/upload",
    "/drafts/{id}/rows-to-fix",
    "/tasks/new",
];

/// What the other forms are sent with: what has to be read before anybody can be asked for is there.
const FIELDS: [(&str, &str); 4] = [
    ("draft", UNKNOWN),
    ("list", UNKNOWN),
    ("person", UNKNOWN),
    ("version", "1"),
];

/// What is there, by the paths that lead to it.
struct Known {
    draft: String,
    task: String,
    robot: String,
}

impl Known {
    /// A draft and a task of that person, with a robot.
    async fn of(person: &SignedIn) -> Known {
        let list = "Customer,Mobile\nBudi,+628129000011\nRina,call me\n";
        let draft = person.new_draft("Draft", "leads.csv", list.into()).await;
        let list = "Customer,Mobile\nBudi,+628129000010\n";
        let sent = person.new_draft("Task", "few.csv", list.into()).await;
        let task = person.submit(&person.check(&sent).await, &[]).await;
        let robots = options(&person.get("/tasks/new").await.page(), "robot");
        let robot = robots
            .into_iter()
            .find(|(_, name)| name == "Fleet survey EN-IN");
        let robot = robot.expect("the robot").0;
        Known { draft, task, robot }
    }

    fn fill(&self, route: &str) -> String {
        route
            .replace("/drafts/{id}", &self.draft)
            .replace("/tasks/{id}", &self.task)
            .replace("/robots/{id}", &format!("/robots/{}", self.robot))
            .replace("{id}", UNKNOWN)
            .replace("{row}", "2")
            .replace("{country}", "ID")
            .replace("{sector}", "finance")
    }

    /// An argument of a server function, with the ids of what is there.
    fn fill_argument(&self, argument: &str) -> String {
        let id = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        argument
            .replace("{draft}", &id(&self.draft))
            .replace("{task}", &id(&self.task))
    }

    /// The cells that the grid sends.
    fn edit(&self) -> String {
        let edit = serde_json::json!({ "edit": {
            "draft": self.fill_argument("{draft}"), "shown": [2], "again": null,
            "query": { "show": "All", "q": "", "problem": "", "sort": null, "from": 0 },
            "cells": [{ "row": 2, "field": "customer", "text": "Siti" }],
        }});
        edit.to_string()
    }

    /// The request of that person for that way in.
    fn asked_for_by(&self, person: &SignedIn, way: &str) -> RequestBuilder {
        let (method, route) = way.split_once(' ').expect("a method and a route");
        let method: Method = method.parse().expect("a method");
        let (is_read, is_upload) = (method == Method::GET, UPLOADS.contains(&route));
        let request = person.request(method, &self.fill(route));
        let as_script =
            |request: RequestBuilder| request.header(header::ACCEPT, "application/json");
        if route == EDIT {
            let request = as_script(request).header(header::CONTENT_TYPE, "application/json");
            return request.body(self.edit());
        }
        let mut functions = READS.iter().chain(OF_PARTS).chain(FORMS);
        if let Some((_, arguments)) = functions.find(|(path, _)| *path == route) {
            let fill = |(name, value): &(&'static str, &str)| (*name, self.fill_argument(value));
            let arguments: Vec<(&str, String)> = arguments.iter().map(fill).collect();
            return match is_read {
                true => as_script(request).query(&arguments),
                false => as_script(request).form(&arguments),
            };
        }
        match (is_read, is_upload) {
            (true, _) => request,
            (false, true) => {
                let part = || Part::text("Mobile\n+628129000012\n").file_name("list.csv");
                request.multipart(Form::new().part("sheet", part()).part("file", part()))
            }
            (false, false) => request.form(&FIELDS),
        }
    }
}

#[sqlx::test(migrations = "./migrations")]
async fn every_way_in_says_what_it_needs(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let name = |method: &str, route: &str| format!("{method} {route}");
    let answered = app.paths().into_iter();
    let answered: BTreeSet<String> = answered
        .map(|(method, path)| name(&method, &path))
        .collect();
    let needing = NEEDS.iter().flat_map(|(_, ways)| ways.iter());
    let said = needing.map(|way| (*way).to_owned());
    let open = OPEN.iter().map(|(method, path)| name(method, path));
    let said: Vec<String> = said.chain(open).collect();
    let known: BTreeSet<String> = said.iter().cloned().collect();
    let missing: Vec<&String> = answered.difference(&known).collect();
    let gone: Vec<&String> = known.difference(&answered).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "missing: {missing:?}, gone: {gone:?}"
    );
    assert_eq!(known.len(), said.len(), "each is there once");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn whoever_may_not_is_refused_by_every_way_in_and_nobody_else(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let launcher = app.person_of(Role::Launcher).await;
    let known = Known::of(&launcher).await;
    let mut wrong = Vec::new();
    // Whoever may less comes first: those who may more change what there is.
    for role in Role::ALL {
        let person = match role {
            Role::Launcher => launcher.clone(),
            role => app.person_of(role).await,
        };
        for (need, ways) in NEEDS {
            for way in ways {
                let answer = person.send(known.asked_for_by(&person, way)).await;
                let is_refused = answer.status == StatusCode::FORBIDDEN;
                if is_refused == need.is_met_by(role) || answer.status.is_server_error() {
                    wrong.push(format!("{role:?} {way}: {} ({need:?})", answer.status));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    app.stop().await;
}
