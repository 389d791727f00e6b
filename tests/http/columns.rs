//! Matching the columns of a list, and finding and replacing in them, by somebody whose browser runs no scripts.

use crate::support::{SignedIn, TestApp, options, sheet, value_of, visible_text};
use reqwest::{Method, StatusCode};
use sqlx::PgPool;

/// Two columns with numbers, of which the first alone is guessed, and text that must be escaped.
const TWO_NUMBERS: &str = "Nama,No HP 1,No HP 2,Gudang\n\
    Siti Aminah,+62812335088,+62812343062,<b>loud</b>\n\
    Budi,,+62812343063,\n\
    Agus Salim,+62812335090,,quiet\n";

/// A draft with those columns, and the page of its columns, reached from the leads that are to be fixed.
async fn columns_of(member: &SignedIn, name: &str, text: &str) -> (String, String) {
    let draft = member.new_draft(name, "columns.csv", text.into()).await;
    let review = member.get(&format!("{draft}?show=to_fix")).await.page();
    let back = format!("{draft}/columns?back=");
    let link = review.split(&back).nth(1).expect("the way to the columns");
    let link = link.split('"').next().expect("the end of it");
    let page = member.get(&format!("{back}{link}")).await.page();
    (draft, page)
}

#[sqlx::test(migrations = "./migrations")]
async fn columns_are_shown_with_what_they_hold_and_matched_anew(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let (draft, page) = columns_of(&member, "Columns", TWO_NUMBERS).await;
    let text = visible_text(&page);
    for sample in ["Siti Aminah", "+62812343062", "<b>loud</b>", "needed"] {
        assert!(text.contains(sample), "{sample}: {text}");
    }
    assert!(page.contains("&lt;b&gt;loud"), "{page}");
    assert_eq!(value_of(&page, "column-1"), "mobile");
    let changes = [
        ("column-2", "mobile.otherwise"),
        ("column-3", "customer.joined"),
        ("value-platform", "DIDI"),
    ];
    let saved = member.press_with(&page, "Save columns", &changes).await;
    // Back to the leads that were shown.
    assert_eq!(saved.location(), format!("{draft}?show=to_fix#leads"));
    let review = member.get(&draft).await.page();
    let text = visible_text(&review);
    assert!(text.contains("Columns saved."), "{text}");
    assert!(text.contains("Rows to fix: 0, before 1."), "{text}");
    assert!(text.contains("4 of 4 used"), "{text}");
    let again = member.get(&format!("{draft}/columns")).await.page();
    for (name, value) in changes {
        assert_eq!(value_of(&again, name), value, "{name}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_column_that_is_chosen_takes_the_place_of_the_guess_and_that_is_told(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let (draft, page) = columns_of(&member, "Instead", TWO_NUMBERS).await;
    let changes = [("column-2", "mobile")];
    member.press_with(&page, "Save columns", &changes).await;
    let text = visible_text(&member.get(&draft).await.page());
    assert!(text.contains("Replaced: “No HP 1”."), "{text}");
    let again = member.get(&format!("{draft}/columns")).await.page();
    assert_eq!(value_of(&again, "column-1"), "");
    assert_eq!(value_of(&again, "column-2"), "mobile");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn two_columns_for_one_field_are_told_at_both_and_nothing_is_lost(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let (draft, page) = columns_of(&member, "Twice", TWO_NUMBERS).await;
    let changes = [
        ("column-2", "comments"),
        ("column-3", "comments"),
        ("value-platform", "DIDI"),
    ];
    let refused = member.press_with(&page, "Save columns", &changes).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sentence = "Comments: “No HP 2” and “Gudang” are chosen. Choose one, or “Second column of Comments” for the other.";
    let text = visible_text(&refused.text);
    assert_eq!(text.matches(sentence).count(), 3, "{text}");
    assert!(
        refused.text.contains("href=\"#column-2\""),
        "{}",
        refused.text
    );
    for (name, value) in changes {
        assert_eq!(value_of(&refused.text, name), value, "{name}");
    }
    let back = value_of(&refused.text, "back");
    assert_eq!(back, format!("{draft}?show=to_fix#leads"));
    // Without a column for the number nobody is called: that is said at the column which had it.
    let none = member
        .press_with(&page, "Save columns", &[("column-1", "")])
        .await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text.contains("href=\"#column-1\""), "{}", none.text);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn what_the_robot_says_and_no_column_fills_comes_first(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let page = member.get("/tasks/new").await.page();
    let robots = options(&page, "robot");
    let robot = robots
        .iter()
        .find(|(_, name)| name.starts_with("Promo akhir pekan"));
    let (robot, _) = robot.unwrap_or_else(|| panic!("{robots:?}"));
    let changes = [
        ("name", "Says"),
        ("robot", robot.as_str()),
        ("line", "line-a"),
        ("when", "now"),
    ];
    let text = "Nama,HP,Promo,Voucher\nSiti,+62812335088,Diskon,A7\n";
    let made = member
        .upload("/tasks/new", &changes, "says.csv", text.into())
        .await;
    let draft = made.location().to_owned();
    let page = member.get(&format!("{draft}/columns")).await.page();
    let text = visible_text(&page);
    assert!(
        text.contains("1 of 3 variables of the robot matched"),
        "{text}"
    );
    assert!(text.contains("Kode: no column."), "{text}");
    let group = page.split("The robot says").nth(1).expect("a group");
    assert!(group.contains(">Promo<"), "{group}");
    let changes = [("field-extra_b", "3"), ("value-extra_c", "Sunday")];
    let saved = member.press_with(&page, "Save columns", &changes).await;
    assert_eq!(saved.location(), draft);
    let page = member.get(&format!("{draft}/columns")).await.page();
    let text = visible_text(&page);
    assert!(
        text.contains("3 of 3 variables of the robot matched"),
        "{text}"
    );
    assert_eq!(value_of(&page, "column-3"), "extra_b");
    assert_eq!(value_of(&page, "value-extra_c"), "Sunday");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn columns_of_another_version_or_of_nobody_are_not_saved(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let (draft, page) = columns_of(&member, "Stale", TWO_NUMBERS).await;
    let first = [("column-3", "comments")];
    member.press_with(&page, "Save columns", &first).await;
    let stale = member
        .press_with(&page, "Save columns", &[("column-3", "")])
        .await;
    assert!(
        stale
            .location()
            .starts_with(&format!("{draft}/columns?back="))
    );
    let page = member.get(stale.location()).await.page();
    assert!(visible_text(&page).contains("changed in another tab"));
    assert_eq!(value_of(&page, "column-3"), "comments");
    for id in ["0195b8a0-0000-7000-8000-000000000000", "x"] {
        for page in ["columns", "replace?find=a"] {
            let path = format!("/drafts/{id}/{page}");
            assert_eq!(
                member.get(&path).await.status,
                StatusCode::NOT_FOUND,
                "{path}"
            );
        }
        let posted = member.request(Method::POST, &format!("/drafts/{id}/columns"));
        let posted = member.send(posted.form(&[("column-0", "mobile")])).await;
        assert_eq!(posted.status, StatusCode::NOT_FOUND, "{id}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_replacement_shows_what_it_does_before_it_is_done(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let file = sheet("messy-300.csv");
    let draft = member.new_draft("Replace", "messy-300.csv", file).await;
    let review = member.get(&format!("{draft}?show=all")).await.page();
    let back = value_of(&review, "back");
    let find = async |find: &str, with: &str| {
        let path = format!("{draft}/replace?field=customer&find={find}&with={with}&back=");
        let path = format!("{path}{}", back.replace('?', "%3F").replace('#', "%23"));
        member.get(&path).await.page()
    };
    let none = visible_text(&find("zzzz", "x").await);
    assert!(
        none.contains("No cell of Customer contains “zzzz”."),
        "{none}"
    );
    assert!(!none.contains("Replace in"), "{none}");
    let nothing = visible_text(&find("", "x").await);
    assert!(nothing.contains("Enter the text to find."), "{nothing}");
    let before = visible_text(&review);
    let page = find("rina", "Ina").await;
    let text = visible_text(&page);
    let told = "Replaces “rina” with “Ina” in";
    assert!(
        text.contains(told) && text.contains("of 300 cells of Customer."),
        "{text}"
    );
    assert!(text.contains("Rina Wijaya Ina Wijaya"), "{text}");
    // So far nothing is changed.
    let again = member.get(&format!("{draft}?show=all")).await.page();
    assert_eq!(visible_text(&again), before);
    let done = member.press(&page, "Replace in").await;
    assert_eq!(done.location(), back);
    let after = member.get(&format!("{draft}?show=all")).await.page();
    let text = visible_text(&after);
    assert!(text.contains("Replaced “rina” in"), "{text}");
    assert!(text.contains("In the file: Rina Wijaya"), "{text}");
    member.press(&after, "Undo").await;
    let undone = visible_text(&member.get(&format!("{draft}?show=all")).await.page());
    assert!(!undone.contains("In the file: Rina Wijaya"), "{undone}");
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_group_of_problems_is_downloaded_and_left_out_by_itself(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let text = "Customer,Mobile\nBudi,call me\nRina,\nSiti,\nAgus,+62812343062\n";
    let draft = member.new_draft("Group", "g.csv", text.into()).await;
    let shown = format!("{draft}?show=to_fix&problem=mobile.no_number");
    let page = member.get(&shown).await.page();
    let text = visible_text(&page);
    assert!(text.contains("Download this row"), "{text}");
    let file = format!("{draft}/rows-to-fix?format=csv&problem=mobile.no_number");
    let file = member.get(&file).await.page();
    assert!(file.contains("call me") && !file.contains("Rina"), "{file}");
    let all = member
        .get(&format!("{draft}/rows-to-fix?format=csv"))
        .await
        .page();
    assert!(all.contains("call me") && all.contains("Rina"), "{all}");
    let unknown = format!("{draft}/rows-to-fix?problem=nothing");
    assert_eq!(member.get(&unknown).await.status, StatusCode::NOT_FOUND);
    let left_out = member.press(&page, "Leave out 1 row").await;
    let text = visible_text(&member.get(left_out.location()).await.page());
    assert!(
        text.contains("Left out 1 row (Mobile: not a phone number)."),
        "{text}"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_problem_of_nearly_all_leads_is_said_once_and_leads_to_the_columns(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let text = format!("Customer,Mobile\n{}", "Budi,call me\n".repeat(12));
    let draft = member.new_draft("Nearly all", "n.csv", text.into()).await;
    let page = member.get(&draft).await.page();
    let said =
        "12 of 12 leads have one problem: Mobile: not a phone number. Is the right column used?";
    let text = visible_text(&page);
    assert!(text.contains(said), "{text}");
    assert_eq!(page.matches(&format!("{draft}/columns?back=")).count(), 2);
    app.stop().await;
}
