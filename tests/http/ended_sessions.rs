//! What becomes of a form that is sent after its session has ended.

use crate::support::{
    Anonymous, Answer, PASSWORD, SignedIn, TestApp, form_with_button, sheet, value_of, visible_text,
};
use backend::Role;
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder, StatusCode, header};
use sqlx::PgPool;

const MEMBER: &str = "member@example.com";

const KEPT: &str = "Your session has ended. What you entered is kept: sign in to continue.";

const NOTHING_DONE: &str = "Your session has ended, so nothing was done. Sign in and try again.";

const IS_BACK: &str = "What you entered is here again but not saved yet";

/// What a person types into the form of a new task.
const TYPED: [(&str, &str); 6] = [
    ("name", "Typed \"at\" <night> & kept"),
    ("line", "line-b"),
    ("when", "now"),
    ("redials", "3"),
    ("redial_minutes", "15"),
    ("platform", "KEPT"),
];

impl TestApp {
    /// Ends every session, as time does.
    async fn end_sessions(&self) {
        let ended = sqlx::query("delete from tower_sessions.session");
        ended.execute(self.backend.pool()).await.expect("a table");
    }
}

/// The request as a browser makes it from that page of the application.
fn from_page(app: &TestApp, page: &str, request: RequestBuilder) -> RequestBuilder {
    request.header(header::REFERER, format!("{}{page}", app.address))
}

/// Sends the form of a new task with a file after the session has ended; the page that the person sees then.
async fn sent_too_late(app: &TestApp, member: &SignedIn, sheet: Vec<u8>) -> String {
    let request = member
        .filled_in("/tasks/new", &TYPED, "leads.csv", sheet)
        .await;
    app.end_sessions().await;
    let answer = member.send(from_page(app, "/tasks/new", request)).await;
    assert_eq!(answer.location(), "/sign-in?next=%2Ftasks%2Fnew");
    member.get(answer.location()).await.page()
}

/// Signs in on the sign-in page that is shown.
async fn sign_in_on(member: &SignedIn, page: &str, email: &str) -> Answer {
    let typed = [("email", email), ("password", PASSWORD)];
    member.press_with(page, "Sign in", &typed).await
}

fn expect_typed(page: &str) {
    let form = form_with_button(page, "Review leads");
    for (name, value) in TYPED {
        let pair = (name.to_owned(), value.to_owned());
        assert!(form.fields.contains(&pair), "{pair:?}: {:?}", form.fields);
    }
}

#[sqlx::test(migrations = "./migrations")]
async fn a_form_whose_session_has_ended_comes_back_as_it_was_typed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = sent_too_late(&app, &member, sheet("messy-300.csv")).await;
    let words = visible_text(&page);
    assert!(
        words.contains(KEPT) && words.contains("Only the file has to be chosen again."),
        "{words}"
    );
    assert!(
        !page.contains("KEPT"),
        "the page of a stranger holds nothing of it"
    );

    let wrong = [("email", MEMBER), ("password", "wrong")];
    let refused = member.press_with(&page, "Sign in", &wrong).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    assert!(visible_text(&refused.text).contains(KEPT));

    let answer = sign_in_on(&member, &refused.text, MEMBER).await;
    assert_eq!(answer.location(), "/tasks/new?typed=kept");
    let form = member.get(answer.location()).await.page();
    expect_typed(&form);
    let words = visible_text(&form);
    assert!(words.contains(IS_BACK), "{words}");
    assert!(
        words.contains("“leads.csv” was not uploaded. Choose it again."),
        "{words}"
    );
    expect_typed(&member.get(answer.location()).await.page());

    let robot = crate::support::options(&form, "robot").remove(0).0;
    let few = "Customer,Mobile\nBudi,+62812335088\n";
    let review = member
        .upload(
            answer.location(),
            &[("robot", &robot)],
            "few.csv",
            few.into(),
        )
        .await;
    assert!(
        review.location().starts_with("/drafts/"),
        "{}",
        review.location()
    );
    let fresh = member.get(answer.location()).await.page();
    assert_eq!(
        value_of(&fresh, "name"),
        "",
        "what was sent is kept no longer"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn somebody_else_who_signs_in_sees_nothing_of_what_was_typed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("other.person@example.com", Role::Launcher)
        .await;
    let member = app.member().await;
    let page = sent_too_late(&app, &member, sheet("messy-300.csv")).await;
    let other = sign_in_on(&member, &page, "other.person@example.com").await;
    assert_eq!(other.location(), "/tasks/new");
    for page in ["/tasks/new", "/tasks/new?typed=kept"] {
        assert_eq!(value_of(&member.get(page).await.page(), "name"), "");
    }
    assert_eq!(
        member.post_form("/sign-out", &[]).await.location(),
        "/sign-in"
    );
    let again = member.try_sign_in(MEMBER, PASSWORD).await;
    assert_eq!(again.location(), "/tasks", "nothing of it is left");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_long_list_is_read_to_its_end_so_that_the_sign_in_page_is_seen(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let request = member
        .filled_in("/tasks/new", &TYPED, "leads.csv", vec![b'x'; 20_000_000])
        .await;
    app.end_sessions().await;
    let answer = member.send(from_page(&app, "/tasks/new", request)).await;
    assert_eq!(answer.location(), "/sign-in?next=%2Ftasks%2Fnew");
    assert_eq!(
        answer.header("connection"),
        "",
        "the browser could send everything"
    );
    let page = visible_text(&member.get(answer.location()).await.page());
    assert!(page.contains(KEPT), "{page}");
    app.stop().await;
}

/// What a stranger is told who sends that form.
async fn told(stranger: &Anonymous, form: Form) -> (String, String) {
    let request = stranger.request(Method::POST, "/tasks/new").multipart(form);
    let answer = stranger.send(request).await;
    let cookies = answer.headers.get_all("set-cookie").iter();
    let cookies: Vec<_> = cookies.map(|line| line.to_str().expect("text")).collect();
    let page = stranger.get(answer.location()).await.page();
    (cookies.join(" "), visible_text(&page))
}

#[sqlx::test(migrations = "./migrations")]
async fn nothing_is_kept_for_strangers_and_nothing_that_is_too_long(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let own = value_of(&member.get("/tasks/new").await.page(), "drawn_for");
    let nobody = "0195b8a0-0000-7000-8000-000000000000";
    for (drawn_for, name) in [
        (None, "x".to_owned()),
        (Some(nobody), "x".to_owned()),
        (Some(own.as_str()), "x".repeat(33_000)),
    ] {
        let mut form = Form::new();
        if let Some(id) = drawn_for {
            form = form.text("drawn_for", id.to_owned());
        }
        let part = Part::bytes(b"Mobile\n".to_vec()).file_name("leads.csv");
        let (cookies, page) = told(
            &app.anonymous(),
            form.text("name", name).part("sheet", part),
        )
        .await;
        assert!(
            cookies.contains("coxswain-kept=nothing;"),
            "{drawn_for:?}: {cookies}"
        );
        assert!(page.contains(NOTHING_DONE), "{drawn_for:?}: {page}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_settings_and_a_row_come_back_too(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let few = "Customer,Mobile\nBudi,+62812335088\n";
    let draft = administrator.new_draft("Kept", "few.csv", few.into()).await;
    let row = format!("{draft}/leads/2");
    let forms = [
        ("/settings", "Save", "lines[1][label]", "Typed at length"),
        (
            row.as_str(),
            "Save row",
            "fields[customer]",
            "Typed at length",
        ),
    ];
    for (page, button, name, value) in forms {
        let shown = administrator.get(page).await.page();
        let request = administrator.pressed(&shown, button, &[(name, value)]);
        app.end_sessions().await;
        let answer = administrator.send(from_page(&app, page, request)).await;
        let door = administrator.get(answer.location()).await.page();
        assert!(visible_text(&door).contains(KEPT), "{page}");
        let back = sign_in_on(&administrator, &door, "admin@example.com").await;
        assert_eq!(back.location(), format!("{page}?typed=kept"));
        let form = administrator.get(back.location()).await.page();
        assert!(visible_text(&form).contains(IS_BACK), "{page}");
        assert_eq!(value_of(&form, name), value, "{page}");
        let stored = administrator.get(page).await.page();
        assert_ne!(
            value_of(&stored, name),
            value,
            "nothing is saved before it is sent again"
        );
        let saved = administrator.press(&form, button).await;
        assert_eq!(saved.location(), page);
    }
    let stored = administrator.get(&row).await.page();
    assert_eq!(value_of(&stored, "fields[customer]"), "Typed at length");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn who_presses_a_button_after_the_session_has_ended_is_told_and_led_back(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let few = "Customer,Mobile\nBudi,+62812335088\n";
    let draft = member.new_draft("Pressed", "few.csv", few.into()).await;
    let page = member.get(&draft).await.page();
    app.end_sessions().await;
    let request = member.pressed(&page, "Check with AIRudder", &[]);
    let answer = member.send(from_page(&app, &draft, request)).await;
    let door = member.get(answer.location()).await.page();
    assert!(visible_text(&door).contains(NOTHING_DONE));
    assert_eq!(sign_in_on(&member, &door, MEMBER).await.location(), draft);
    let door = member.get("/sign-in").await.page();
    assert!(
        !visible_text(&door).contains(NOTHING_DONE),
        "it is told once"
    );
    app.stop().await;
}
