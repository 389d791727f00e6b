//! Rules and holidays as administrators read, change and confirm them.

use backend::{Error, Role, calling_rules};
use jiff::SignedDuration;
use leads::calling_rules::RuleSetId;
use leads::{Country, Sector};
use sqlx::PgPool;

use super::{ONE, conflict};
use crate::support::{World, numbers};

fn rule_of(country: &str, sector: Sector, version: u32) -> RuleSetId {
    RuleSetId {
        country: Country::parse(country).unwrap(),
        sector,
        version,
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_change_makes_a_version_and_the_earlier_one_stays_with_its_tasks(pool: PgPool) {
    let mut world = World::new(pool).await;
    let task = world.submitted("By day", numbers(&ONE)).await;
    let (ana, now) = (world.caller.clone(), world.clock.now());
    let of = (Country::parse("ID").unwrap(), Sector::Other);
    let mut form = calling_rules::rule_set(&world.backend, &ana, now, of)
        .await
        .unwrap()
        .form;
    form.saturday = false;
    form.sunday = false;
    let first = rule_of("ID", Sector::Other, 1);
    calling_rules::save(&world.backend, &ana, now, first, &form)
        .await
        .unwrap();
    let stale = calling_rules::save(&world.backend, &ana, now, first, &form).await;
    assert!(conflict(stale).contains("Somebody else changed this rule"));
    world.come_again().await;
    assert_eq!(
        world.facts(task).await,
        ["kept: every day 08:00–20:00 (version 1)"]
    );
    let rules = &world.caller.account.calling_rules;
    assert_eq!(rules.rule_set.message().to_string(), "Mon–Fri 08:00–20:00");
    assert!(rules.rule_set.is_confirmed && rules.rule_set.id.version == 2);
    let entries: Vec<String> = sqlx::query_scalar(
        "select detail::text from audit_log where action = 'calling_rule_changed'",
    )
    .fetch_all(&world.owner)
    .await
    .unwrap();
    assert!(
        entries.len() == 1 && entries[0].contains("saturday"),
        "{entries:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_shipped_rule_is_nobodys_word_until_an_administrator_confirms_it(pool: PgPool) {
    let world = World::new(pool).await;
    let (ana, now) = (&world.caller, world.clock.now());
    let shown = calling_rules::view(&world.backend, ana, now).await.unwrap();
    assert_eq!(shown.rule_sets.len(), 8);
    assert!(shown.rule_sets.iter().all(|row| row.confirmed.is_none()));
    assert_eq!(shown.missing, []);
    let id = rule_of("ID", Sector::Finance, 1);
    calling_rules::confirm(&world.backend, ana, now, id)
        .await
        .unwrap();
    let shown = calling_rules::view(&world.backend, ana, now).await.unwrap();
    let row = shown
        .rule_sets
        .iter()
        .find(|row| row.confirmed.is_some())
        .unwrap();
    assert_eq!(
        (row.country.as_str(), row.sector.as_str()),
        ("ID", "finance")
    );
    assert!(
        calling_rules::confirm(&world.backend, ana, now, id)
            .await
            .is_err()
    );

    let budi = world.person("budi@example.com", Role::Launcher).await;
    let by_budi = calling_rules::confirm(&world.backend, &budi, now, id).await;
    assert!(matches!(by_budi, Err(Error::Forbidden(_))), "{by_budi:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn in_december_a_year_without_holidays_is_told(pool: PgPool) {
    let world = World::new(pool).await;
    sqlx::query("delete from holidays where country = 'ID' and date >= '2027-01-01'")
        .execute(&world.owner)
        .await
        .unwrap();
    let missing = async || {
        let now = world.clock.now();
        let view = calling_rules::view(&world.backend, &world.caller, now).await;
        let missing = view.unwrap().missing.into_iter();
        missing.map(|told| told.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(missing().await, [] as [String; 0]);
    world.clock.forward(SignedDuration::from_hours(8 * 24));
    assert_eq!(
        missing().await,
        ["The holidays of 2027 are missing for Indonesia. Add them."]
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_rule_of_the_program_is_listed_for_the_country_of_an_account_and_can_be_confirmed(
    pool: PgPool,
) {
    let mut world = World::new(pool).await;
    sqlx::query("update accounts set country = 'VN'")
        .execute(&world.owner)
        .await
        .unwrap();
    world.come_again().await;
    let (ana, now) = (&world.caller, world.clock.now());
    let listed = async || {
        let shown = calling_rules::view(&world.backend, ana, now).await.unwrap();
        let rows = shown.rule_sets.into_iter();
        let vietnamese = rows.filter(|row| row.country == "VN");
        vietnamese.collect::<Vec<_>>()
    };
    let rows = listed().await;
    assert_eq!(rows.len(), 1, "the other sector is of no account");
    let row = &rows[0];
    assert_eq!((row.sector.as_str(), row.version), ("other", 0));
    assert_eq!(row.rule.to_string(), "every day 08:00–21:00");
    assert!(row.is_of_account && row.confirmed.is_none());

    let of_the_program = rule_of("VN", Sector::Other, 0);
    calling_rules::confirm(&world.backend, ana, now, of_the_program)
        .await
        .unwrap();
    let rows = listed().await;
    assert_eq!((rows.len(), rows[0].version), (1, 1));
    assert!(rows[0].confirmed.is_some());
    assert_eq!(rows[0].rule.to_string(), "every day 08:00–21:00");
    let again = calling_rules::confirm(&world.backend, ana, now, of_the_program).await;
    assert!(conflict(again).contains("Somebody else changed this rule"));
}
