//! Calling rules in the browser, without scripts: nobody is called outside of one before somebody has said why.

use backend::Role;
use reqwest::StatusCode;
use sqlx::PgPool;

use crate::support::{PASSWORD, TestApp, form_with_button, visible_text};

const FEW: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\nAgus,+62812387005\n";

/// What is said of calls that are too late.
const TOO_LATE: &str = "is after the hours.";

#[sqlx::test(migrations = "./migrations")]
async fn now_in_the_evening_is_submitted_only_with_a_reason(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.move_to_where_it_is(22).await;
    let member = app.member().await;
    let form = visible_text(&member.get("/tasks/new").await.page());
    assert!(
        form.contains("Calling rule: every day 08:00–20:00."),
        "{form}"
    );
    assert!(form.contains(TOO_LATE), "beside the choice “Now”: {form}");

    let draft = member.new_draft("Late", "few.csv", FEW.into()).await;
    let checked = member.check(&draft).await;
    assert!(visible_text(&checked).contains(TOO_LATE));
    let launch = member.launch(&checked).await;
    let words = visible_text(&launch);
    for said in [
        TOO_LATE,
        "Source: Our own choice",
        "Not confirmed",
        "Allowed next:",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(
        !launch.contains("/api/drafts/submit"),
        "nobody can be called yet"
    );
    let button = "Save the reason";
    let empty = member.press_with(&launch, button, &[]).await;
    let told = member.get(empty.location()).await.page();
    assert!(
        visible_text(&told).contains("Write why people are to be called"),
        "{told}"
    );

    let reason = [("reason", "They asked for <the evening>")];
    let given = member.press_with(&told, button, &reason).await;
    assert_eq!(given.location(), format!("{draft}/launch"));
    let launch = member.get(given.location()).await.page();
    assert!(visible_text(&launch).contains("“They asked for <the evening>”"));
    let answer = member.press_launch(&launch, &[]).await;
    let page = visible_text(&member.get(answer.location()).await.page());
    for said in [
        "to be called outside of the calling rule for a reason",
        "“They asked for <the evening>”",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_was_checked_by_day_is_asked_again_when_it_is_submitted_in_the_evening(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Evening", "few.csv", FEW.into()).await;
    let by_day = member.check(&draft).await;
    assert!(!visible_text(&by_day).contains(TOO_LATE));
    let by_day = member.launch(&by_day).await;
    assert!(visible_text(&by_day).contains("kept: every day 08:00–20:00 (not confirmed)"));

    app.move_to_where_it_is(22).await;
    let answer = member.press_launch(&by_day, &[]).await;
    assert_eq!(answer.location(), format!("{draft}/launch"));
    let told = visible_text(&member.get(answer.location()).await.page());
    assert!(
        told.contains("Nothing was submitted.") && told.contains(TOO_LATE),
        "{told}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_window_through_the_night_is_told_and_the_offered_one_is_taken(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Two days", "few.csv", FEW.into()).await;
    let form = draft.replace("/drafts/", "/tasks/new?draft=");
    let (start, end) = (
        format!("{}T09:00", app.day(1).await),
        format!("{}T18:00", app.day(2).await),
    );
    let changes = [
        ("when", "later"),
        ("start", start.as_str()),
        ("end", end.as_str()),
    ];
    let review = member.upload(&form, &changes, "", Vec::new()).await;
    assert_eq!(review.location(), draft);
    for page in [&draft, &form] {
        let words = visible_text(&member.get(page).await.page());
        assert!(
            words.contains(TOO_LATE) && words.contains("is before the hours."),
            "{words}"
        );
    }
    let drawn = form_with_button(&member.get(&form).await.page(), "Move to ");
    assert!(drawn.action.ends_with("/tasks/new"), "{}", drawn.action);
    let review = member.get(&draft).await.page();
    assert!(review.contains("/api/drafts/next-window"), "{review}");
    let (_, rest) = review
        .split_once("/api/drafts/next-window")
        .expect("a form");
    let button = rest.split_once("Move to ").expect("a button").1;
    let button = format!("Move to {}", button.split('<').next().expect("its words"));
    let taken = member.press_with(&review, &button, &[]).await;
    assert_eq!(taken.location(), draft);
    let words = visible_text(&member.get(&draft).await.page());
    assert!(!words.contains("outside the calling rule"), "{words}");
    assert!(
        words.contains("The time to call was changed. Check again."),
        "{words}"
    );
    app.stop().await;
}

/// What the form posts for when to call.
fn window_of(page: &str) -> Vec<(String, String)> {
    let form = form_with_button(page, "Review leads");
    let names = ["when", "start", "start_time", "end", "end_time"];
    let is_of_window = |(name, _): &(String, String)| names.contains(&name.as_str());
    form.fields.into_iter().filter(is_of_window).collect()
}

#[sqlx::test(migrations = "./migrations")]
async fn the_form_takes_the_offered_window_and_keeps_the_list_and_what_was_typed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.move_to_where_it_is(22).await;
    let member = app.member().await;
    // The list comes with the press itself: scripts are off, and no robot is chosen yet.
    let typed = [("when", "now"), ("redials", "2"), ("redial_minutes", "15")];
    let next = [&typed[..], &[("then", "next-window")]].concat();
    let sheet: Vec<u8> = FEW.into();
    let taken = member.upload("/tasks/new", &next, "few.csv", sheet).await;
    assert!(
        taken.location().starts_with("/tasks/new?draft="),
        "{}",
        taken.location()
    );
    let page = member.get(taken.location()).await.page();
    let words = visible_text(&page);
    for said in ["The time to call was changed.", "few.csv", "3 leads"] {
        assert!(words.contains(said), "{said}: {words}");
    }
    for gone in ["There is a problem", "Allowed next:"] {
        assert!(!words.contains(gone), "{gone}: {words}");
    }
    let tomorrow = app.day(1).await.to_string();
    let window = [
        ("when", "later"),
        ("start", &tomorrow),
        ("start_time", "08:00"),
        ("end", &tomorrow),
        ("end_time", "18:00"),
    ];
    let window = window.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(window_of(&page), window);
    let fields = form_with_button(&page, "Review leads").fields;
    assert!(fields.contains(&("redials".to_owned(), "2".to_owned())));

    // Once more it is not needed, and said so; without a list and a name nothing is stored, and the form has the window all the same.
    let again = [("then", "next-window")];
    let kept = member
        .upload(taken.location(), &again, "", Vec::new())
        .await;
    let page = member.get(kept.location()).await.page();
    assert!(visible_text(&page).contains("These calls keep the calling rule now."));
    assert_eq!(window_of(&page), window);
    let not_stored = member.upload("/tasks/new", &next, "", Vec::new()).await;
    assert_eq!(not_stored.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(window_of(&not_stored.text), window);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn where_the_rule_refuses_a_second_person_reads_the_reason_and_approves(pool: PgPool) {
    let app = TestApp::start(pool).await;
    sqlx::query(
        "update calling_rules set action = 'refuse' where country = 'ID' and sector = 'other'",
    )
    .execute(app.backend.pool())
    .await
    .expect("a rule");
    app.move_to_where_it_is(22).await;
    let member = app.member().await;
    let email = "second-launcher@example.com";
    app.add_person(email, Role::Launcher).await;
    let second = app.anonymous().sign_in(email, PASSWORD).await;
    let draft = member.new_draft("Late", "few.csv", FEW.into()).await;
    let checked = member.check(&draft).await;
    let launch = member.launch(&checked).await;
    assert!(visible_text(&launch).contains("give a reason that a second person approves"));
    let button = "Save the reason";
    let given = member
        .press_with(&launch, button, &[("reason", "Agreed")])
        .await;
    let words = visible_text(&member.get(given.location()).await.page());
    assert!(words.contains("a second person must approve it"), "{words}");

    let page = second.get(given.location()).await.page();
    let words = visible_text(&page);
    assert!(
        words.contains("“Agreed”") && words.contains("Approve and call 3 people now"),
        "{words}"
    );
    let answer = second.press_launch(&page, &[]).await;
    let task = visible_text(&second.get(answer.location()).await.page());
    assert!(task.contains("approved by a second person"), "{task}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn administrators_confirm_and_change_rules_and_others_do_not_see_them(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let page = administrator.get("/settings/calling-rules").await.page();
    let words = visible_text(&page);
    for said in [
        "Indonesia",
        "Mon–Sat 08:00–18:00, by every clock of Indonesia, not on holidays",
        "POJK 6/POJK.07/2022",
        "Not confirmed",
        "This account",
        "Bonifacio Day",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let button = "Confirm Indonesia, financial products";
    let confirmed = administrator.press_with(&page, button, &[]).await;
    assert_eq!(confirmed.location(), "/settings/calling-rules");
    let page = administrator.get("/settings/calling-rules").await.page();
    assert!(!page.contains(button), "{page}");

    let rule = "/settings/calling-rules/ID/other";
    let form = administrator.get(rule).await.page();
    let save = "Save as a new version";
    let wrong = administrator
        .press_with(&form, save, &[("from", "21:00")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(visible_text(&wrong.text).contains("Choose an end after the start."));
    let saved = administrator
        .press_with(
            &form,
            save,
            &[("from", "10:30"), ("source", "Our lawyer <2026>")],
        )
        .await;
    assert_eq!(saved.location(), "/settings/calling-rules?changed=true");
    let words = visible_text(&administrator.get(saved.location()).await.page());
    assert!(
        words.contains("every day 10:30–20:00") && words.contains("Our lawyer <2026>"),
        "{words}"
    );
    let stale = administrator
        .press_with(&form, save, &[("from", "11:00")])
        .await;
    let words = visible_text(&administrator.get(stale.location()).await.page());
    assert!(
        words.contains("Somebody else changed this rule meanwhile"),
        "{words}"
    );

    let launcher = app.member().await;
    for path in ["/settings/calling-rules", rule] {
        assert_eq!(
            launcher.get(path).await.status,
            StatusCode::FORBIDDEN,
            "{path}"
        );
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn holidays_are_added_and_removed(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let rules = "/settings/calling-rules";
    let page = administrator.get(rules).await.page();
    let holiday = [
        ("country", "ID"),
        ("date", "2026-11-27"),
        ("name", "Regional election"),
        ("source", "Keppres 33"),
    ];
    let add = "Add holiday";
    let added = administrator.press_with(&page, add, &holiday).await;
    assert_eq!(added.location(), "/settings/calling-rules?changed=true");
    let page = administrator.get(rules).await.page();
    assert!(visible_text(&page).contains("Regional election"));
    let in_english = "lang=\"en\" translate=\"no\" class=\"small reason\">SKB 3 Menteri";
    assert!(page.contains(in_english), "what the program has brought");
    assert!(page.contains("lang=\"\" translate=\"no\" class=\"small reason\">Keppres 33<"));
    let nothing = administrator.press_with(&page, add, &[]).await;
    let words = visible_text(&administrator.get(nothing.location()).await.page());
    assert!(words.contains("Write the day as 2026-12-25."), "{words}");

    let page = administrator.get(rules).await.page();
    let form = form_with_button(&page, "Remove Fri 27 Nov");
    assert!(
        form.fields
            .contains(&("date".to_owned(), "2026-11-27".to_owned()))
    );
    administrator
        .press_with(&page, "Remove Fri 27 Nov", &[])
        .await;
    let page = administrator.get(rules).await.page();
    assert!(!visible_text(&page).contains("Regional election"));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn the_settings_say_what_the_account_sells_and_what_its_lists_are_for(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let settings = administrator.get("/settings").await.page();
    let chosen = [("sector", "finance"), ("list_purpose", "Offers of loans")];
    let saved = administrator
        .press_with(&settings, "Save settings", &chosen)
        .await;
    assert_eq!(saved.location(), "/settings");
    let form = administrator.get("/tasks/new").await.page();
    let words = visible_text(&form);
    assert!(
        words.contains("The calling rule asks for all three."),
        "{words}"
    );
    assert!(form.contains("value=\"Offers of loans\""), "{form}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_batch_outside_of_the_rule_is_shown_with_when_calls_are_allowed_next(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Late", "few.csv", FEW.into()).await;
    let checked = member.check(&draft).await;
    let task = member.submit(&checked, &[]).await;
    sqlx::query("update parts set state = 'not_sent', provider_task_id = null")
        .execute(app.backend.pool())
        .await
        .expect("a batch");
    app.move_to_where_it_is(22).await;
    let next = "Calls are allowed next from ";
    let page = member.get(&task).await.page();
    let words = visible_text(&page);
    assert!(words.contains(TOO_LATE) && words.contains(next), "{words}");
    let button = "Send batch 1 outside of the rule";
    let pressed = member.press_with(&page, button, &[("reason", "")]).await;
    let words = visible_text(&member.get(pressed.location()).await.page());
    let (_, told) = words.split_once("Nothing was sent. ").expect(&words);
    let (_, told) = told.split_once(next).expect("when");
    assert!(told.contains(", 08:00. Write why "), "{told}");

    // Whoever launched it cannot go on where the rule refuses, and can wait.
    sqlx::query(
        "update calling_rules set action = 'refuse' where country = 'ID' and sector = 'other'",
    )
    .execute(app.backend.pool())
    .await
    .expect("a rule");
    let page = member.get(&task).await.page();
    let words = visible_text(&page);
    assert!(
        words.contains("only a launcher or an administrator who did neither"),
        "{words}"
    );
    assert!(words.contains(next) && !words.contains(button), "{words}");
    app.stop().await;
}
