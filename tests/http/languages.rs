//! The language of pages: what somebody has chosen, or what their browser asks for, or that of the account.

use std::time::Duration;

use backend::Role;
use coxswain::web::limits::HttpLimits;
use reqwest::StatusCode;
use sqlx::PgPool;

use crate::support::{
    Anonymous, PASSWORD, SignedIn, TestApp, form_that_posts_to, patient, visible_text,
};

/// A tag, what browsers of its readers ask for, and the heading of the sign-in page.
const LANGUAGES: [(&str, &str, &str); 4] = [
    ("en", "en-PH,en;q=0.9", "Sign in"),
    ("zh-Hans", "zh-CN,zh;q=0.9,en;q=0.8", "登录"),
    ("es-MX", "es-419,es;q=0.9", "Iniciar sesión"),
    ("id", "id-ID,id;q=0.9", "Masuk"),
];

fn is_in(page: &str, tag: &str) -> bool {
    page.contains(&format!("<html lang=\"{tag}\""))
}

#[sqlx::test(migrations = "./migrations")]
async fn the_sign_in_page_is_in_the_language_that_the_browser_asks_for(pool: PgPool) {
    let app = TestApp::start(pool).await;
    for (tag, asked, heading) in LANGUAGES {
        let page = Anonymous::reading(&app.address, asked)
            .get("/sign-in")
            .await;
        let page = page.page();
        assert!(is_in(&page, tag), "{tag}");
        assert!(visible_text(&page).contains(heading), "{tag}: {page}");
        let missing = Anonymous::reading(&app.address, asked)
            .get("/nothing")
            .await;
        assert!(
            missing.location().starts_with("/sign-in"),
            "the address is the same in every language"
        );
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_switch_of_the_sign_in_page_shows_the_same_page_in_the_chosen_language(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let browser = app.anonymous();
    let address = "/sign-in?next=%2Fdrafts";
    let page = browser.get(address).await.page();
    for (tag, _, heading) in LANGUAGES {
        let fields = form_that_posts_to(&page, "/language").with(&[("language", tag)]);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let chosen = browser.post_form("/language", &fields).await;
        assert_eq!(chosen.location(), address);
        let page = browser.get(address).await.page();
        assert!(is_in(&page, tag), "{tag}");
        assert!(visible_text(&page).contains(heading), "{tag}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn choosing_a_language_leads_to_no_other_site_and_keeps_nothing_that_is_no_language(
    pool: PgPool,
) {
    let app = TestApp::start(pool).await;
    let browser = app.anonymous();
    for next in ["//evil.example/", "https://evil.example/", "", "\\evil"] {
        let chosen = browser
            .post_form("/language", &[("language", "tlh"), ("next", next)])
            .await;
        assert_eq!(chosen.location(), "/sign-in", "{next}");
        assert!(is_in(&browser.get("/sign-in").await.page(), "en"));
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_a_person_has_chosen_holds_with_every_browser(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("rosa@example.com", Role::Launcher).await;
    let rosa = app.anonymous().sign_in("rosa@example.com", PASSWORD).await;
    assert!(is_in(&rosa.get("/profile").await.page(), "en"));
    let page = rosa.get("/profile").await.page();
    let saved = rosa
        .press_with(&page, "Save language", &[("language", "es-MX")])
        .await;
    assert_eq!(saved.location(), "/profile");
    let page = rosa.get("/profile").await.page();
    assert!(is_in(&page, "es-MX"), "{page}");

    let elsewhere = app.anonymous().sign_in("rosa@example.com", PASSWORD).await;
    assert!(is_in(&elsewhere.get("/tasks").await.page(), "es-MX"));
    elsewhere.post_form("/sign-out", &[]).await;
    let page = elsewhere.get("/sign-in").await.page();
    assert!(is_in(&page, "en"), "the next one there may read another");

    let page = rosa.get("/profile").await.page();
    rosa.press_with(&page, "Guardar idioma", &[("language", "")])
        .await;
    assert!(is_in(&rosa.get("/tasks").await.page(), "en"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn who_asks_for_no_language_of_ours_reads_that_of_the_account(pool: PgPool) {
    let app = TestApp::start(pool).await;
    sqlx::query("update accounts set language = null")
        .execute(app.backend.pool())
        .await
        .unwrap();
    app.add_person("asha@example.com", Role::Viewer).await;
    let browser = Anonymous::reading(&app.address, "hi-IN,hi;q=0.9");
    let asha = browser.sign_in("asha@example.com", PASSWORD).await;
    let page = asha.get("/tasks").await.page();
    assert!(is_in(&page, "id"), "the account calls people in Indonesia");

    let administrator = app.administrator().await;
    let page = administrator.get("/settings").await.page();
    let saved = administrator
        .press_with(&page, "Save settings", &[("language", "zh-Hans")])
        .await;
    assert_eq!(saved.location(), "/settings");
    assert!(is_in(&asha.get("/tasks").await.page(), "zh-Hans"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn lists_of_names_are_in_the_order_of_the_readers_language(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let reader = "reader@example.com";
    app.add_person(reader, Role::Administrator).await;
    for (email, name) in [
        ("1@example.com", "Óscar"),
        ("22@example.com", "Ñusta"),
        ("333@example.com", "张伟"),
        ("4444@example.com", "nora"),
        ("55555@example.com", "Zoe"),
        ("666666@example.com", "安娜"),
    ] {
        app.add_person(email, Role::Viewer).await;
        sqlx::query("update users set name = $2 where email = $1")
            .bind(email)
            .bind(name)
            .execute(app.backend.pool())
            .await
            .unwrap();
    }
    for (tag, in_order) in [
        ("en", ["nora", "Ñusta", "Óscar", "Zoe", "安娜", "张伟"]),
        ("es-MX", ["nora", "Ñusta", "Óscar", "Zoe", "安娜", "张伟"]),
        ("zh-Hans", ["安娜", "张伟", "nora", "Ñusta", "Óscar", "Zoe"]),
    ] {
        let browser = Anonymous::reading(&app.address, tag);
        let reader = browser.sign_in(reader, PASSWORD).await;
        for path in ["/settings/people", "/settings/audit", "/tasks"] {
            let text = visible_text(&reader.get(path).await.page());
            let places = in_order.map(|name| text.find(name));
            assert!(places.iter().all(Option::is_some), "{path}: {text}");
            assert!(places.is_sorted(), "{path} in {tag}: {text}");
        }
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn refusals_are_told_in_the_language_of_the_reader(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.add_person("budi@example.com", Role::Viewer).await;
    let browser = Anonymous::reading(&app.address, "id");
    let wrong = browser.try_sign_in("budi@example.com", "not it").await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    assert!(is_in(&wrong.text, "id"));
    let budi = browser.sign_in("budi@example.com", PASSWORD).await;
    for path in ["/settings", "/drafts/none", "/a/none/tasks"] {
        let refused = budi.get(path).await;
        assert!(refused.status.is_client_error(), "{path}");
        let text = visible_text(&refused.text);
        assert!(is_in(&refused.text, "id"), "{path}");
        assert!(!text.contains(" not "), "{path}: {text}");
    }
    app.stop().await;
}

/// Somebody who has chosen Spanish, with a browser that asks for English.
async fn who_chose_spanish(app: &TestApp) -> SignedIn {
    app.add_person("rosa@example.com", Role::Launcher).await;
    sqlx::query("update users set language = 'es-MX' where email = 'rosa@example.com'")
        .execute(app.backend.pool())
        .await
        .expect("a person");
    app.anonymous().sign_in("rosa@example.com", PASSWORD).await
}

#[sqlx::test(migrations = "./migrations")]
async fn a_bare_refusal_becomes_a_page_in_the_language_that_the_person_chose(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let rosa = who_chose_spanish(&app).await;
    let much = "x".repeat(1_100_000);
    let refused = rosa.post_form("/sign-out", &[("name", &much)]).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(is_in(&refused.text, "es-MX"), "{}", refused.text);
    let text = visible_text(&refused.text);
    assert!(text.contains("El formulario es demasiado grande"), "{text}");
    let stranger = app.anonymous().try_sign_in(&much, "y").await;
    assert!(is_in(&stranger.text, "en"), "{}", stranger.text);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_page_that_takes_too_long_is_given_up_in_the_language_that_the_person_chose(
    pool: PgPool,
) {
    let limits = HttpLimits {
        // Long enough for it to be known who asks.
        page: Duration::from_secs(3),
        ..patient()
    };
    let app = TestApp::limited(pool.clone(), limits).await;
    let rosa = who_chose_spanish(&app).await;
    let mut holder = pool.begin().await.unwrap();
    sqlx::query("lock table drafts in access exclusive mode")
        .execute(&mut *holder)
        .await
        .unwrap();
    let page = rosa.get("/drafts").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(is_in(&page.text, "es-MX"), "{}", page.text);
    let text = visible_text(&page.text);
    assert!(text.contains("Tardó demasiado"), "{text}");
    holder.rollback().await.unwrap();
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_name_of_a_robot_is_in_the_language_that_the_robot_speaks(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let page = app.member().await.get("/tasks/new").await.page();
    let named = "lang=\"id-ID\">Promo akhir pekan ID v2<";
    assert!(page.contains(named), "{page}");
    app.stop().await;
}
