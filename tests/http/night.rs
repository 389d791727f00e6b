//! Nobody is called at night before somebody has said so.

use crate::support::{TestApp, visible_text};
use sqlx::PgPool;

const FEW: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\nAgus,+62812387005\n";

/// What is said of every call at night.
const COMPLAINTS: &str = "People complain about calls between 21:00 and 08:00";

#[sqlx::test(migrations = "./migrations")]
async fn now_at_night_is_submitted_only_with_a_tick_of_its_own(pool: PgPool) {
    let app = TestApp::start(pool).await;
    app.move_to_where_it_is(23).await;
    let member = app.member().await;
    let form = visible_text(&member.get("/tasks/new").await.page());
    assert!(
        form.contains("It is 23:") && form.contains(COMPLAINTS),
        "{form}"
    );

    let draft = member.new_draft("Late", "few.csv", FEW.into()).await;
    let checked = member.check(&draft).await;
    assert!(visible_text(&checked).contains("people would be called now, at night"));
    let launch = member.launch(&checked).await;
    assert!(visible_text(&launch).contains("people would be called now, at night"));
    let refused = member.press_launch(&launch, &[]).await;
    assert_eq!(refused.location(), format!("{draft}/launch"));
    let told = member.get(refused.location()).await.page();
    let words = visible_text(&told);
    assert!(
        words.contains("Nothing was submitted. Tick “Call at night anyway”"),
        "{words}"
    );

    let answer = member.press_launch(&told, &[("at_night", "true")]).await;
    let task = answer.location().to_owned();
    let page = visible_text(&member.get(&task).await.page());
    assert!(
        page.contains("Submitted 3 leads, to be called at night anyway."),
        "{page}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_was_checked_by_day_is_validated_again_when_it_is_submitted_at_night(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Evening", "few.csv", FEW.into()).await;
    let by_day = member.check(&draft).await;
    assert!(!visible_text(&by_day).contains(COMPLAINTS));
    let by_day = member.launch(&by_day).await;
    assert!(!by_day.contains("at_night"), "nobody is asked by day");

    app.move_to_where_it_is(22).await;
    let answer = member.press_launch(&by_day, &[]).await;
    assert_eq!(answer.location(), format!("{draft}/launch"));
    let at_night = member.get(answer.location()).await.page();
    assert!(visible_text(&at_night).contains(COMPLAINTS));
    assert!(at_night.contains("name=\"at_night\""));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_window_through_the_night_is_told_on_the_form_and_on_the_review(pool: PgPool) {
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
        for said in [
            "This window runs through the night",
            "one window of 33 hours, not 2 days of office hours",
        ] {
            assert!(words.contains(said), "{page}: {words}");
        }
    }
    app.stop().await;
}
