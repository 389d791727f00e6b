//! A launch that a second person approves, by people whose browsers run no scripts.

use backend::Role;
use reqwest::StatusCode;
use sqlx::PgPool;

use crate::support::{PASSWORD, SignedIn, TestApp, form_with_button, visible_text};

const LIST: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\n";

/// The account asks for a second person. An administrator, and two launchers.
async fn with_second_person(app: &TestApp) -> (SignedIn, SignedIn, SignedIn) {
    let administrator = app.administrator().await;
    let member = app.member().await;
    let email = "second-launcher@example.com";
    app.add_person(email, Role::Launcher).await;
    let second = app.anonymous().sign_in(email, PASSWORD).await;
    let settings = administrator.get("/settings").await.page();
    let ticked = [("two_persons", "true")];
    let saved = administrator
        .press_with(&settings, "Save settings", &ticked)
        .await;
    assert_eq!(saved.location(), "/settings");
    let settings = administrator.get("/settings").await.page();
    let form = form_with_button(&settings, "Save settings");
    let is_ticked = |(name, value): &(String, String)| name == "two_persons" && value == "true";
    assert!(form.fields.iter().any(is_ticked), "{:?}", form.fields);
    (administrator, member, second)
}

/// The address of the launch of a draft that the person has prepared and checked.
async fn prepared(person: &SignedIn) -> String {
    let draft = person.new_draft("Week 47", "list.csv", LIST.into()).await;
    person.check(&draft).await;
    format!("{draft}/launch")
}

#[sqlx::test(migrations = "./migrations")]
async fn whoever_prepared_a_list_is_told_whom_to_ask_and_the_other_approves_and_launches(
    pool: PgPool,
) {
    let app = TestApp::start(pool).await;
    let (_, member, second) = with_second_person(&app).await;
    let launch = prepared(&member).await;
    let page = member.get(&launch).await.page();
    let words = visible_text(&page);
    for said in [
        "You changed this draft, so a second person must approve it",
        &launch,
        "Call 2 people?",
        "Back to the review",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(!page.contains("/api/drafts/submit"), "{words}");

    let page = second.get(&launch).await.page();
    let words = visible_text(&page);
    for said in [
        "Approve and call 2 people now",
        "Approve only",
        "Changed by",
        "Test Person",
        "Fleet survey EN-IN",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let answer = second.press(&page, "Approve and call").await;
    let task = answer.location().to_owned();
    assert!(task.starts_with("/tasks/"), "{task}");
    second.await_task(&task).await;
    let words = visible_text(&member.get(&task).await.page());
    assert!(words.contains("approved by Test Person"), "{words}");
    let words = visible_text(&member.get(&format!("{task}/activity")).await.page());
    assert!(words.contains("Approved 2 leads."), "{words}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn once_somebody_has_approved_whoever_prepared_the_list_launches(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let (administrator, member, second) = with_second_person(&app).await;
    let launch = prepared(&member).await;
    let page = second.get(&launch).await.page();
    let answer = second.press(&page, "Approve only").await;
    assert_eq!(answer.location(), launch);
    let words = visible_text(&second.get(&launch).await.page());
    assert!(
        words.contains("Approved. Until anything changes"),
        "{words}"
    );

    let page = member.get(&launch).await.page();
    let words = visible_text(&page);
    assert!(
        words.contains("Approved by Test Person") && !words.contains("Approve only"),
        "{words}"
    );
    let task = member.press(&page, "Call 2 people now").await;
    assert!(
        task.location().starts_with("/tasks/"),
        "{}",
        task.location()
    );
    let log = visible_text(&administrator.get("/settings/audit").await.page());
    for said in [
        "Approved the launch of 2 leads.",
        "Submitted 2 leads, as a second person approved.",
        "approval by a second person from off to on",
    ] {
        assert!(log.contains(said), "{said}: {log}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_the_form_of_somebody_else_holds_approves_nothing_for_whoever_prepared_the_list(
    pool: PgPool,
) {
    let app = TestApp::start(pool).await;
    let (_, member, second) = with_second_person(&app).await;
    let launch = prepared(&member).await;
    let page = second.get(&launch).await.page();
    for button in ["Approve and call", "Approve only"] {
        let answer = member.press(&page, button).await;
        assert_eq!(answer.location(), launch, "{button}");
        let words = visible_text(&member.get(&launch).await.page());
        let said = "Nobody was called: a second person must approve this first.";
        assert!(words.contains(said), "{button}: {words}");
    }
    app.add_person("preparer@example.com", Role::Preparer).await;
    let preparer = app.anonymous();
    let preparer = preparer.sign_in("preparer@example.com", PASSWORD).await;
    let shown = preparer.get(&launch).await.page();
    let words = visible_text(&shown);
    assert!(
        words.contains("Only launchers and administrators can submit it")
            && words.contains("Not yet."),
        "{words}"
    );
    let fields = form_with_button(&page, "Approve only").fields;
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let refused = preparer.post_form("/api/drafts/approve", &fields).await;
    let is_refused = refused.status == StatusCode::FORBIDDEN || refused.location() == launch;
    assert!(is_refused, "{}", refused.status);
    let words = visible_text(&second.get(&launch).await.page());
    assert!(words.contains("Not yet."), "{words}");
    // What changes meanwhile is not approved by the page that was open.
    let draft = launch.trim_end_matches("/launch");
    let cells = [
        ("draft", draft.trim_start_matches("/drafts/")),
        ("row", "2"),
        ("fields[customer]", "Dewi"),
    ];
    member.post_form("/api/drafts/lead", &cells).await;
    let answer = second.press(&page, "Approve only").await;
    assert_eq!(answer.location(), launch);
    let words = visible_text(&second.get(&launch).await.page());
    assert!(words.contains("Nobody can be called yet"), "{words}");
    app.stop().await;
}
