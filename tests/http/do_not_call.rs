//! The do-not-call lists, as browsers see them.

use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

use crate::support::{Answer, SignedIn, TestApp, form_with_button, links, value_of, visible_text};

const NUMBER: &str = "+62 812-3456-7890";

impl SignedIn {
    async fn upload_list(&self, fields: &[(&str, &str)], file: &str) -> Answer {
        let mut form = Form::new();
        for (name, value) in fields {
            form = form.text((*name).to_owned(), (*value).to_owned());
        }
        let part = Part::text(file.to_owned()).file_name("list.csv");
        let request = self.request(Method::POST, "/do-not-call/upload");
        self.send(request.multipart(form.part("file", part))).await
    }

    /// Sends the form as it was drawn, with what is typed into it.
    async fn upload_drawn(&self, page: &str, typed: &[(&str, &str)], file: &str) -> Answer {
        let fields = form_with_button(page, "Upload the list").with(typed);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        self.upload_list(&fields, file).await
    }
}

#[sqlx::test(migrations = "./migrations")]
async fn a_number_is_added_found_and_taken_off_with_a_reason(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let page = administrator.get("/do-not-call").await.page();
    let fields = [("numbers", NUMBER), ("reason", "Asked by email")];
    let added = administrator
        .press_with(&page, "Add numbers", &fields)
        .await;
    assert_eq!(added.location(), "/do-not-call");
    let page = administrator.get("/do-not-call").await.page();
    assert!(visible_text(&page).contains("1 number added to the company list."));
    let found = administrator
        .press_with(&page, "Search", &[("number", NUMBER)])
        .await
        .page();
    let text = visible_text(&found);
    assert!(text.contains("Company list …7890"), "{text}");
    assert!(text.contains("by Test Person: “Asked by email”"), "{text}");
    let without = administrator.press(&found, "Take off the list").await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(visible_text(&without.text).contains("Write why, in a few words."));
    let why = [("why", "She signed up again")];
    let taken = administrator
        .press_with(&without.text, "Take off the list", &why)
        .await;
    assert_eq!(taken.location(), "/do-not-call");
    let log = visible_text(&administrator.get("/settings/audit").await.page());
    for entry in [
        "Put 1 number on the company’s do-not-call list.",
        "Searched the do-not-call lists for a number: 1 entry.",
        "Took a number off the do-not-call list “Company list”: She signed up again",
    ] {
        assert!(log.contains(entry), "{entry}: {log}");
    }
    assert!(!log.contains("7890"), "{log}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn numbers_for_the_companys_list_come_in_a_file(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/do-not-call").await.page();
    assert!(visible_text(&page).contains("with at most 200,000 rows"));
    let send = async |numbers: &'static str, file: &'static str| {
        let part = Part::text(file).file_name("complaints.csv");
        let form = Form::new().text("numbers", numbers);
        let form = form.text("reason", "Complained").part("file", part);
        let request = member.request(Method::POST, "/do-not-call");
        member.send(request.multipart(form)).await
    };
    let refused = send(NUMBER, "Name\nAna\n").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(visible_text(&refused.text).contains("No column of the file has phone numbers."));
    assert!(refused.text.contains(NUMBER), "nothing is lost");
    let refused = send("nobody", "Phone\n+6281234567890\n").await;
    let text = visible_text(&refused.text);
    assert!(text.contains("Line 1 is not a phone number."), "{text}");
    let again = "“complaints.csv” was not kept. Choose it again.";
    assert!(text.contains(again), "{text}");
    let file = "Telefono,Nombre\n+6281234567890,Ana\nnadie,Luz\n+6281234567891,Eva\n";
    let added = send("", file).await;
    assert_eq!(added.location(), "/do-not-call");
    let text = visible_text(&member.get("/do-not-call").await.page());
    for told in [
        "2 numbers added to the company list. The numbers were read from the column “Telefono”.",
        "1 row was left out without a readable number: row 3.",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let administrator = app.administrator().await;
    let log = visible_text(&administrator.get("/settings/audit").await.page());
    let entry =
        "Put 2 numbers from a file on the company’s do-not-call list; 1 row was not readable";
    assert!(log.contains(entry), "{log}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_was_typed_wrongly_is_drawn_again_with_a_sentence(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/do-not-call").await.page();
    let fields = [("numbers", "0812\nhello <b>"), ("reason", "")];
    let refused = member.press_with(&page, "Add numbers", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(visible_text(&refused.text).contains("Line 1 is not a phone number."));
    assert!(refused.text.contains("hello &lt;b>"), "nothing is lost");
    let refused = member
        .press_with(&page, "Search", &[("number", "12")])
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(visible_text(&refused.text).contains("This is not a complete phone number."));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_administrator_uploads_a_list_and_is_told_what_was_left_out(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let fields = [
        ("list", ""),
        ("kind", "repep"),
        ("name", "REPEP 11/2026"),
        ("sector", "every"),
        ("as_of", "2026-11-01"),
        ("valid_days", "30"),
    ];
    let file = "Telefono,Nombre\n+6281234567890,Ana\nnadie,Luz\n+6281234567891,Eva\n";
    let never = [&fields[..5], &[("valid_days", "0")]].concat();
    let never = administrator.upload_list(&never, file).await;
    assert_eq!(never.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = visible_text(&never.text);
    assert!(
        text.contains("Write a number of days from 1 to 366."),
        "{text}"
    );
    assert!(never.text.contains("REPEP 11/2026"), "nothing is lost");
    let taken = administrator.upload_list(&fields, file).await;
    assert_eq!(taken.location(), "/do-not-call");
    let page = administrator.get("/do-not-call").await.page();
    let text = visible_text(&page);
    assert!(
        text.contains(
            "“REPEP 11/2026” was uploaded: 2 numbers of the column “Telefono”. 1 row was left out without a readable number: row 3."
        ),
        "{text}"
    );
    assert!(text.contains("List of 1 Nov 2026"), "{text}");
    assert!(!text.contains("2026-"), "{text}");
    let removed = administrator.press(&page, "Remove").await;
    assert_eq!(removed.location(), "/do-not-call");
    let page = administrator.get("/do-not-call").await.page();
    assert!(visible_text(&page).contains("The list was removed."));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_day_of_a_list_is_asked_for_and_how_long_it_counts_follows_from_its_kind(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let form = administrator.get("/do-not-call/upload").await.page();
    for (kind, sector, days) in [
        ("client", "every", 30),
        ("repep", "other", 30),
        ("reus", "finance", 45),
        ("ncpr", "every", 1),
    ] {
        let option = format!(r#"value="{kind}" "#);
        let proposed = format!(r#"data-sector="{sector}" data-valid_days="{days}""#);
        let option = form.split("<option ").find(|text| text.contains(&option));
        assert!(
            option.is_some_and(|text| text.contains(&proposed)),
            "{form}"
        );
    }
    let hint =
        "Left empty, it is 30 for REPEP, 45 for REUS, 1 for NCPR and 30 for the list of a client";
    assert!(visible_text(&form).contains(hint), "{form}");
    let file = "Mobile\n+6281234567890\n";
    let typed = [("kind", "reus"), ("name", "REUS")];
    let refused = administrator.upload_drawn(&form, &typed, file).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = visible_text(&refused.text);
    assert!(text.contains("Enter the date of the list"), "{text}");
    let typed = [("as_of", "2026-11-01")];
    let taken = administrator
        .upload_drawn(&refused.text, &typed, file)
        .await;
    assert_eq!(taken.location(), "/do-not-call");
    let days: i32 =
        sqlx::query_scalar("select valid_days from do_not_call_lists where kind = 'reus'")
            .fetch_one(app.backend.pool())
            .await
            .expect("the list");
    assert_eq!(days, 45);
    let page = administrator.get("/do-not-call").await.page();
    let links = links(&page).into_iter();
    let mut links = links.filter(|link| link.contains("/do-not-call/upload?list="));
    let newer = administrator.get(&links.next().expect("a link")).await;
    let newer = newer.page();
    assert_eq!(value_of(&newer, "as_of"), "");
    assert_eq!(value_of(&newer, "valid_days"), "45");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn an_older_list_is_refused_until_the_box_is_ticked(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let of = |list, as_of| {
        [
            ("list", list),
            ("kind", "repep"),
            ("name", "REPEP"),
            ("sector", "every"),
            ("as_of", as_of),
            ("valid_days", "30"),
            ("replace_newer", "true"),
        ]
    };
    let file = "Mobile\n+6281234567890\n";
    let fields = of("", "2026-11-20");
    administrator.upload_list(&fields[..6], file).await;
    let list: String =
        sqlx::query_scalar("select id::text from do_not_call_lists where kind = 'repep'")
            .fetch_one(app.backend.pool())
            .await
            .expect("the list");
    let older = of(&list, "2026-11-01");
    let form = format!("/do-not-call/upload?list={list}");
    let form = administrator.get(&form).await.page();
    assert!(!form.contains("replace_newer"), "nothing to say yet");
    let refused = administrator.upload_list(&older[..6], file).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = visible_text(&refused.text);
    assert!(text.contains("This list is dated 1 Nov 2026"), "{text}");
    assert!(refused.text.contains(r#"name="replace_newer""#), "a box");
    let taken = administrator.upload_list(&older, file).await;
    assert_eq!(taken.location(), "/do-not-call");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn who_prepares_lists_adds_numbers_and_changes_no_list(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/do-not-call").await.page();
    assert!(!page.contains("/do-not-call/upload"));
    let form = member.get("/do-not-call/upload").await;
    assert_eq!(form.status, StatusCode::FORBIDDEN);
    let fields = [("refuse", "true")];
    let refused = member
        .post_form("/api/do-not-call/refuse-outdated", &fields)
        .await;
    assert_ne!(refused.status, StatusCode::OK);
    let refuses: bool = sqlx::query_scalar("select bool_or(refuse_outdated_lists) from accounts")
        .fetch_one(app.backend.pool())
        .await
        .expect("accounts");
    assert!(!refuses);
    app.stop().await;
}
