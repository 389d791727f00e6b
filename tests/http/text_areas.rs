//! What people and files say is text on every page, also where Leptos would write it as HTML.

use std::collections::BTreeSet;

use crate::support::{SignedIn, TestApp, form_with_button, value_of};
use reqwest::StatusCode;
use scraper::{Html, Selector};
use sqlx::PgPool;

/// Ends the control, the form and the page, and begins a form of its own.
const ATTACK: &str = "Ana\n</textarea></form><form method=post action=/api/drafts/submit><button>Save row</button></form>\
                      <meta http-equiv=refresh content=0><img src=x onerror=a> &lt;b&gt; &amp;amp; \"'";

/// Where the forms of the page post to, and all its elements that no page of ours has.
fn shape(page: &str) -> (BTreeSet<String>, usize) {
    let page = Html::parse_document(page);
    let forms = Selector::parse("form").expect("written here");
    let foreign = Selector::parse("meta[http-equiv], img, [onerror]").expect("written here");
    let actions = page.select(&forms).filter_map(|form| form.attr("action"));
    (
        actions.map(str::to_owned).collect(),
        page.select(&foreign).count(),
    )
}

/// Uploads a list with one row whose name is that; the path of the row's page.
async fn row_named(member: &SignedIn, name: &str) -> String {
    let cell = name.replace('"', "\"\"");
    let sheet = format!("Customer,Mobile\n\"{cell}\",+62812343062\n");
    let draft = member.new_draft("Attack", "f.csv", sheet.into()).await;
    format!("{draft}/leads/2")
}

#[sqlx::test(migrations = "./migrations")]
async fn a_cell_of_several_lines_stays_in_its_control_and_is_what_the_file_says(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let plain = shape(
        &member
            .get(&row_named(&member, "Ana\nMaria").await)
            .await
            .page(),
    );
    let attacked = member.get(&row_named(&member, ATTACK).await).await.page();
    assert_eq!(
        shape(&attacked),
        plain,
        "the forms of the page, and no element of the attacker's"
    );
    assert_eq!(value_of(&attacked, "fields[customer]"), ATTACK);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_row_that_is_saved_as_it_stands_is_not_changed_by_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for name in [ATTACK, "\nAna", "\n\nAna\n", "Ana\n\nMaria"] {
        let row = row_named(&member, name).await;
        let page = member.get(&row).await.page();
        let shown = value_of(&page, "fields[customer]");
        let form = form_with_button(&page, "Save row");
        // A browser sends every line break as CR LF.
        let sent: Vec<_> = form
            .fields
            .iter()
            .map(|(name, value)| (name, value.replace('\n', "\r\n")))
            .collect();
        let request = member
            .request(reqwest::Method::POST, &form.action)
            .form(&sent);
        assert_eq!(member.send(request).await.location(), row);
        let again = member.get(&row).await.page();
        assert_eq!(value_of(&again, "fields[customer]"), shown, "{name:?}");
        assert!(
            !again.contains("In the file:"),
            "nothing was fixed: {name:?}"
        );
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_is_typed_into_the_settings_is_text_when_saved_and_when_refused(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let administrator = app.administrator().await;
    let page = administrator.get("/settings").await.page();
    let plain = shape(&page);
    let name = "line-\"><img src=x onerror=a>";
    let label = "Jakarta &lt; &amp; </option></select><b>";
    let lines = [("lines[0][name]", name), ("lines[0][label]", label)];
    let saved = administrator.press_with(&page, "Save", &lines).await;
    assert_eq!(saved.location(), "/settings");
    let page = administrator.get("/settings").await.page();
    assert_eq!(shape(&page), plain);
    assert_eq!(value_of(&page, "lines[0][name]"), name);
    assert_eq!(value_of(&page, "lines[0][label]"), label);

    for field in ["lines[0][label]", "platform", "country", "zone"] {
        let changes = [(field, ATTACK), ("batch_size", "0")];
        let refused = administrator.press_with(&page, "Save", &changes).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(value_of(&refused.text, field), ATTACK, "{field}");
        assert_eq!(shape(&refused.text), plain, "{field}");
    }
    app.stop().await;
}
