//! Insights without scripts: what is filtered stands in the address, and every number says what it is of.

use sqlx::PgPool;
use uuid::Uuid;

use crate::support::{SignedIn, TestApp, options, sheet, translated, value_of, visible_text};

/// A task that AIRudder has created; its address.
async fn created(person: &SignedIn) -> String {
    let draft = person
        .new_draft("Offer", "clean-500.csv", sheet("clean-500.csv"))
        .await;
    let task = person.submit(&person.check(&draft).await, &[]).await;
    person.await_task(&task).await;
    task
}

/// Counts of a robot of which so many of a hundred dialled numbers were reached, half a minute each, one of ten of them interested.
async fn count(pool: &PgPool, task: &str, robot: Option<&str>, hundreds: i32, reached: i32) {
    let id = task.rsplit('/').next();
    let task: Uuid = id.and_then(|id| id.parse().ok()).expect("the id of a task");
    for (group, share) in [
        ("interested", reached / 10),
        ("no_result", reached - reached / 10),
        ("not_reached", 100 - reached),
    ] {
        let was_reached = group != "not_reached";
        sqlx::query(
            "insert into call_counts (task_id, part, robot_id, call_group, half_hour, talk_from, calls, dialled, reached, talk_seconds) \
             values ($1, 1, $2, $3, date_bin('30 minutes', now() - interval '1 day', 'epoch'), $4, $5, $5, $6, $7)",
        )
        .bind(task)
        .bind(robot)
        .bind(group)
        .bind(was_reached.then_some(30))
        .bind(share * hundreds)
        .bind(if was_reached { share * hundreds } else { 0 })
        .bind(if was_reached { i64::from(share * hundreds * 30) } else { 0 })
        .execute(pool)
        .await
        .expect("a row of counts");
    }
}

/// A task with calls of two robots.
async fn counted(pool: &PgPool, person: &SignedIn) -> String {
    let task = created(person).await;
    sqlx::query("delete from call_counts")
        .execute(pool)
        .await
        .expect("a statement");
    count(pool, &task, None, 100, 50).await;
    count(pool, &task, Some("another"), 20, 40).await;
    task
}

#[sqlx::test(migrations = "./migrations")]
async fn an_account_without_calls_is_told_what_will_stand_there(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let person = app.member().await;
    let tasks = person.get("/tasks").await.page();
    assert!(tasks.contains("href=\"/insights\""), "a way there");
    let page = person.get("/insights").await.page();
    let words = visible_text(&page);
    assert!(words.contains("No calls yet") && words.contains("Insights add up the calls"));
    assert!(page.contains("href=\"/tasks/new\""));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn robots_stand_side_by_side_and_every_number_says_what_it_is_of(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let person = app.member().await;
    let task = counted(&pool, &person).await;
    count(&pool, &task, Some("rare"), 0, 40).await;
    let page = person.get("/insights").await.page();
    let words = visible_text(&page);
    for expected in [
        "Tasks 1 with calls on these days",
        "Dialled 12,000 100.0% of 12,000 sent",
        "Reached 5,800 48.3% of 12,000 dialled",
        "Interested 580 10.0% of 5,800 reached",
        "another reaches 10.0 points less than Fleet survey EN-IN, 7.6 to 12.3.",
        "Reached per 100 dialled",
        "Estimated: tasks with redials.",
        "Reached: the robot gave a result",
        "A call belongs to the day",
    ] {
        assert!(words.contains(expected), "{expected}: {words}");
    }
    assert!(page.contains("<svg"), "shapes are drawn by the server");
    assert!(
        !page.contains("rare reaches"),
        "of nothing there is no rate"
    );
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn nothing_translates_the_name_that_somebody_gave_a_robot(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let person = app.member().await;
    let task = counted(&pool, &person).await;
    for address in ["/insights", "/tasks", &format!("{task}/list")] {
        let page = person.get(address).await.page();
        let name = "Fleet survey EN-IN";
        assert!(visible_text(&page).contains(name), "{address}");
        assert_eq!(translated(&page, name), Vec::<String>::new(), "{address}");
        let of_no_known_language = format!("lang=\"\" translate=\"no\">{name}<");
        assert!(page.contains(&of_no_known_language), "{address}");
    }
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn a_robot_and_days_are_filtered_by_a_plain_form_and_links_keep_the_robot(pool: PgPool) {
    let app = TestApp::start(pool.clone()).await;
    let person = app.member().await;
    counted(&pool, &person).await;
    let page = person.get("/insights").await.page();
    let robots = options(&page, "robot");
    let (robot, _) = robots
        .iter()
        .find(|(_, name)| name == "Fleet survey EN-IN")
        .expect("the robot");
    let filtered = person
        .get(&format!("/insights?period=4-weeks&from=&to=&robot={robot}"))
        .await
        .page();
    assert!(visible_text(&filtered).contains("Dialled 10,000 100.0%"));
    assert!(filtered.contains(&format!("/insights?period=year&amp;robot={robot}")));
    assert!(filtered.contains(&format!("/tasks?robot={robot}")));
    assert_eq!(value_of(&filtered, "period"), "4-weeks");
    let last_year = person
        .get("/insights?from=2020-01-01&to=2020-01-31")
        .await
        .page();
    assert!(visible_text(&last_year).contains("No calls on these days"));
    assert_eq!(value_of(&last_year, "from"), "2020-01-01");
    assert_eq!(value_of(&last_year, "to"), "2020-01-31");
    let unusable = person.get("/insights?from=soon&period=ever").await.page();
    let words = visible_text(&unusable);
    assert!(words.contains("The address filters by a day and a period that Coxswain cannot use."));
    assert!(words.contains("Dialled 12,000"), "the rest holds: {words}");
    app.stop().await;
}
