//! What each role is offered, and what it is refused whatever it is offered.

use std::collections::{BTreeMap, BTreeSet};

use backend::Role;
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

use crate::support::{PASSWORD, PageForm, SignedIn, TestApp, links, posting_forms};

/// Where the ways into the program begin.
const BEGINNINGS: [&str; 4] = ["/tasks", "/tasks/new", "/robots", "/insights"];

/// Pages that are followed at most: many are of the same kind.
const MOST_PAGES: usize = 150;

/// What everybody may do, by where it posts.
const FOR_EVERYBODY: [&str; 12] = [
    "/api/profile/end-other-sessions",
    "/api/profile/end-session",
    "/api/tasks/refresh",
    "/confirm",
    "/language",
    "/profile",
    "/profile/password",
    "/profile/passkeys",
    "/profile/recovery-codes",
    "/profile/second-factor/app",
    "/sign-in",
    "/sign-out",
];

/// What preparers may not do, by where it posts.
const FOR_LAUNCHERS: [&str; 14] = [
    "/api/drafts/approve",
    "/api/drafts/call-me",
    "/api/drafts/submit",
    "/api/own-number",
    "/api/robots/call-me",
    "/api/tasks/cancel-again",
    "/api/tasks/cancel-number",
    "/api/tasks/count-again",
    "/api/tasks/give-up",
    "/api/tasks/mark-done",
    "/api/tasks/needs-attention",
    "/api/tasks/send-again",
    "/api/tasks/stop-calling",
    "/api/tasks/stop-rest",
];

/// What a person is shown who follows every link.
#[derive(Default)]
struct Shown {
    /// Statuses by address.
    pages: BTreeMap<String, StatusCode>,
    /// A form for each address that is posted to.
    forms: BTreeMap<String, PageForm>,
}

async fn follow_every_link(person: &SignedIn, beginnings: &[String]) -> Shown {
    let mut shown = Shown::default();
    let mut ahead: Vec<String> = beginnings.to_vec();
    let mut seen: BTreeSet<String> = ahead.iter().cloned().collect();
    while let Some(path) = ahead.pop() {
        if shown.pages.len() >= MOST_PAGES {
            break;
        }
        let answer = person.get(&path).await;
        shown.pages.insert(path, answer.status);
        if !answer.header("content-type").starts_with("text/html") {
            continue;
        }
        for form in posting_forms(&answer.text) {
            shown.forms.entry(form.action.clone()).or_insert(form);
        }
        for link in links(&answer.text) {
            // Filters, sorts and pages of lists are of the same kind.
            let link = link.split(['?', '#']).next().unwrap_or_default().to_owned();
            if seen.insert(link.clone()) {
                ahead.insert(0, link);
            }
        }
    }
    shown
}

impl TestApp {
    /// Somebody of that role, signed in.
    pub async fn person_of(&self, role: Role) -> SignedIn {
        let email = format!("{}@example.com", role.key());
        self.add_person(&email, role).await;
        self.anonymous()
            .sign_in(&email, crate::support::PASSWORD)
            .await
    }
}

/// A draft that is checked and a task whose calls go on, of a launcher.
async fn with_work(app: &TestApp) -> (SignedIn, Vec<String>) {
    let launcher = app.person_of(Role::Launcher).await;
    let list = |number: &str| format!("Customer,Mobile\nBudi,+6281290000{number}\nRina,call me\n");
    let draft = launcher
        .new_draft("Draft", "leads.csv", list("11").into())
        .await;
    launcher.check(&draft).await;
    let values = [
        ("name", "Task"),
        ("redials", "15"),
        ("redial_minutes", "20"),
    ];
    let other = launcher
        .new_draft_with(&values, "few.csv", list("10").into())
        .await;
    let task = launcher.submit(&launcher.check(&other).await, &[]).await;
    launcher.await_task(&task).await;
    let mut beginnings: Vec<String> = BEGINNINGS.map(str::to_owned).to_vec();
    beginnings.extend([draft.clone(), format!("{draft}/launch"), task]);
    (launcher, beginnings)
}

#[sqlx::test(migrations = "./migrations")]
async fn nobody_is_offered_what_is_refused(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let (_, beginnings) = with_work(&app).await;
    for role in Role::ALL {
        let person = match role {
            Role::Launcher => {
                app.anonymous()
                    .sign_in("member@example.com", crate::support::PASSWORD)
                    .await
            }
            role => app.person_of(role).await,
        };
        let first = match role {
            Role::Viewer => beginnings
                .iter()
                .filter(|path| !path.starts_with("/drafts") && *path != "/tasks/new")
                .cloned()
                .collect(),
            _ => beginnings.clone(),
        };
        let shown = follow_every_link(&person, &first).await;
        assert!(shown.pages.len() > 10, "{role:?}: {:?}", shown.pages);
        for (path, status) in &shown.pages {
            assert!(
                status.is_success() || status.is_redirection(),
                "{role:?} is offered {path}: {status}"
            );
        }
        let offered: Vec<&str> = shown.forms.keys().map(String::as_str).collect();
        match role {
            Role::Viewer => assert!(
                offered.iter().all(|action| FOR_EVERYBODY.contains(action)),
                "{offered:?}"
            ),
            Role::Preparer => assert!(
                offered.iter().all(|action| !FOR_LAUNCHERS.contains(action)),
                "{offered:?}"
            ),
            _ => assert!(offered.contains(&"/api/drafts/submit"), "{offered:?}"),
        }
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_a_launcher_is_offered_is_refused_to_others(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let (launcher, beginnings) = with_work(&app).await;
    let offered = follow_every_link(&launcher, &beginnings).await.forms;
    assert!(offered.len() > 15, "{:?}", offered.keys());
    for role in [Role::Viewer, Role::Preparer] {
        let person = app.person_of(role).await;
        for (action, form) in &offered {
            let is_refused = match role {
                Role::Viewer => !FOR_EVERYBODY.contains(&action.as_str()),
                _ => FOR_LAUNCHERS.contains(&action.as_str()),
            };
            if !is_refused {
                continue;
            }
            let script = person
                .request(Method::POST, action)
                .header("accept", "application/json")
                .form(&form.with(&[]));
            let answer = person.send(script).await;
            assert_eq!(
                answer.status,
                StatusCode::FORBIDDEN,
                "{role:?} {action}: {}",
                answer.text
            );
        }
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_field_that_a_form_does_not_have_gives_nobody_a_role(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let viewer = app.person_of(Role::Viewer).await;
    let key = app.invitation([7; backend::people::KEY_BYTES]).await;
    let administrator = Role::Administrator.key();
    let more = [
        ("role", administrator),
        ("roles[]", administrator),
        ("is_admin", "true"),
        ("email", "other@example.com"),
        ("account", "other"),
    ];
    let named = [[("name", "Dewi")].as_slice(), &more].concat();
    let saved = viewer.post_form("/profile", &named).await;
    assert_eq!(saved.location(), "/profile");
    let accepted = [("key", &*key), ("name", "Citra"), ("password", PASSWORD)];
    let invited = app.anonymous();
    let accepted = [accepted.as_slice(), &more].concat();
    assert_eq!(
        invited.post_form("/link", &accepted).await.location(),
        "/tasks"
    );
    for person in [&*viewer, &invited] {
        let settings = person.get("/settings").await;
        assert_eq!(settings.status, StatusCode::FORBIDDEN);
    }
    let people: Vec<(String, String, String)> = sqlx::query_as(
        "select users.email, users.name, account_roles.role from users \
         join account_roles on account_roles.person = users.id order by users.email",
    )
    .fetch_all(&pool)
    .await
    .expect("people");
    let is = |email: &str, name: &str| {
        let texts = [email, name, Role::Viewer.key()].map(str::to_owned);
        let [email, name, role] = texts;
        (email, name, role)
    };
    let expected = [
        is("citra@example.com", "Citra"),
        is("viewer@example.com", "Dewi"),
    ];
    assert_eq!(people, expected);
    app.stop().await;
}
