//! Where no time of the days to come is allowed, pages say so, and what helps.

use sqlx::PgPool;

use crate::support::{TestApp, visible_text};

const FEW: &str = "Customer,Mobile\nBudi,+62812335088\nRina,+62812343062\n";

const OTHERS: &str = "Customer,Mobile\nAgus,+62812387005\n";

const NONE: &str = "No time in the next five days is allowed, and AIRudder plans no further ahead.";
const REDIALS: &str = "The redials take longer than the calling rule allows:";

#[sqlx::test(migrations = "./migrations")]
async fn where_nothing_is_allowed_for_days_each_page_says_so(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    let draft = member.new_draft("Soon", "few.csv", FEW.into()).await;
    let checked = member.check(&draft).await;
    let task = member.submit(&checked, &[]).await;
    let draft = member.new_draft("Later", "others.csv", OTHERS.into()).await;
    let form = draft.replace("/drafts/", "/tasks/new?draft=");
    // Seven hours and a half, which no day has.
    let redials = [("redials", "15"), ("redial_minutes", "30")];
    member.upload(&form, &redials, "", Vec::new()).await;
    let pool = app.backend.pool();
    sqlx::query("update parts set state = 'not_sent', provider_task_id = null")
        .execute(pool)
        .await
        .expect("a batch");
    let words = async |page: &str| visible_text(&member.get(page).await.page());
    for (change, helps) in [
        ("set from_minute = 480, to_minute = 900", true),
        ("set on_holidays = 'no_calls'", false),
    ] {
        sqlx::query(&format!(
            "update calling_rules {change} where country = 'ID' and sector = 'other'"
        ))
        .execute(pool)
        .await
        .expect("a rule");
        if !helps {
            let days = "insert into holidays (country, date, name, source, made_at) \
                select 'ID', (now() + make_interval(days => day))::date, 'Feast', 'Decree', now() \
                from generate_series(-2, 9) as day on conflict do nothing";
            sqlx::query(days).execute(pool).await.expect("holidays");
        }
        for page in [&form, &draft] {
            let words = words(page).await;
            assert!(words.contains(NONE), "{change}: {words}");
            assert_eq!(words.contains(REDIALS), helps, "{change}: {words}");
            assert!(!words.contains("Allowed next:"), "{change}: {words}");
        }
    }
    let words = words(&task).await;
    assert!(words.contains(NONE), "“Send again”: {words}");
    app.stop().await;
}
