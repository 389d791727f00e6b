//! After a change of the rules, administrators read what AIRudder has already and could call outside of them.

use sqlx::PgPool;

use crate::support::{TestApp, links, visible_text};

const FEW: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\n";

#[sqlx::test(migrations = "./migrations")]
async fn batches_at_airudder_are_named_after_a_change_of_their_rule(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let day = app.day(1).await;
    let (start, end) = (format!("{day}T09:00"), format!("{day}T18:00"));
    let values = [
        ("when", "later"),
        ("start", start.as_str()),
        ("end", end.as_str()),
    ];
    let draft = administrator
        .new_draft("Tomorrow", "few.csv", FEW.into())
        .await;
    let form = draft.replace("/drafts/", "/tasks/new?draft=");
    administrator.upload(&form, &values, "", Vec::new()).await;
    let review = administrator.check(&draft).await;
    let task = administrator.submit(&review, &[]).await;
    let rule = "/settings/calling-rules/ID/other";
    let save = async |to: &str| {
        let form = administrator.get(rule).await.page();
        let changes = [("to", to), ("source", "Our lawyer")];
        let button = "Save as a new version";
        let saved = administrator.press_with(&form, button, &changes).await;
        administrator.get(saved.location()).await.page()
    };
    let told = "AIRudder has 1 batch that could call at a time the rules no longer allow";
    assert!(!visible_text(&save("19:00").await).contains(told));
    let page = save("17:00").await;
    assert!(visible_text(&page).contains(told), "{page}");
    assert!(links(&page).iter().any(|link| link.ends_with(&task)));
    app.stop().await;
}
