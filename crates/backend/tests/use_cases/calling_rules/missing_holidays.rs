//! Administrators are told which holidays are missing, where they look for what needs attention.

use backend::drafts::LeadSelection;
use backend::installation::Installation;
use backend::overview::overview;
use backend::{Caller, Role, drafts, tasks, users};
use jiff::Timestamp;
use leads::views::TaskQuery;
use sqlx::PgPool;

use crate::support::World;

/// In Jakarta, the last second of November and the first of December.
const BEFORE: &str = "2026-11-30T16:59:59Z";
const AFTER: &str = "2026-11-30T17:00:00Z";

impl World {
    /// An account whose rule allows no calls on holidays, of which those of 2027 are not known.
    async fn without_holidays_of_2027(pool: PgPool) -> World {
        let mut world = World::new(pool).await;
        world.sells_finance().await;
        sqlx::query("delete from holidays where date >= '2027-01-01'")
            .execute(&world.owner)
            .await
            .unwrap();
        world.come_again().await;
        world
    }

    async fn missing_in_history(&self, caller: &Caller, now: &str) -> Vec<String> {
        let (now, query): (Timestamp, _) = (now.parse().unwrap(), TaskQuery::default());
        let list = tasks::list(&self.backend, caller, now, &query).await;
        let missing = list.unwrap().missing_holidays.into_iter();
        missing.map(|sentence| sentence.to_string()).collect()
    }

    async fn missing_over_all_accounts(&self, role: Role, now: &str) -> Vec<i16> {
        let base = self.of_no_account(true).await;
        let installation = Installation::with_one_client(base, self.provider.clone());
        installation.refresh().await.unwrap();
        let mut accounts = self.caller.accounts.clone();
        role.key().clone_into(&mut accounts[0].role);
        let told = overview(&installation, &accounts, now.parse().unwrap()).await;
        told.unwrap().remove(0).missing_holidays
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn holidays_of_the_next_year_are_told_from_december_on(pool: PgPool) {
    let world = World::without_holidays_of_2027(pool).await;
    let launcher = Caller {
        role: Role::Launcher,
        ..world.caller.clone()
    };
    for (now, years, sentences) in [
        (BEFORE, vec![], vec![]),
        (
            AFTER,
            vec![2027],
            vec!["The holidays of 2027 are missing for Indonesia. Add them."],
        ),
    ] {
        let caller = &world.caller;
        assert_eq!(world.missing_in_history(caller, now).await, sentences);
        let administrator = world
            .missing_over_all_accounts(Role::Administrator, now)
            .await;
        assert_eq!(administrator, years, "{now}");
        let nothing: Vec<String> = Vec::new();
        assert_eq!(world.missing_in_history(&launcher, now).await, nothing);
        let told = world.missing_over_all_accounts(Role::Launcher, now).await;
        assert_eq!(told, [] as [i16; 0], "who cannot add them is not told");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn where_people_are_called_on_holidays_none_is_missed(pool: PgPool) {
    let mut world = World::without_holidays_of_2027(pool).await;
    world
        .change_account(|form| form.sector = "other".to_owned())
        .await;
    let missing = world.missing_in_history(&world.caller, AFTER).await;
    assert_eq!(missing, Vec::<String>::new());
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_form_the_review_and_the_launch_tell_everybody_of_holidays_that_are_not_known(
    pool: PgPool,
) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let draft = world.checked_form(world.form().await, &super::ONE).await;
    let launcher = world.person("budi@example.com", Role::Launcher).await;
    let unknown = "Holidays of 2026 are not known yet:";
    for (deleted, told) in [("2025-12-31", None), ("2026-12-31", Some(unknown))] {
        sqlx::query("delete from holidays where date <= $1::date")
            .bind(deleted)
            .execute(&world.owner)
            .await
            .unwrap();
        let reader = users::caller(&world.backend, launcher.person).await;
        let reader = reader.unwrap().unwrap();
        let (backend, now) = (&world.backend, world.clock.now());
        let form = drafts::form(backend, &reader, now, Some(draft), None, draft).await;
        let review = drafts::review(backend, &reader, now, draft, &LeadSelection::Opened).await;
        let launch = world.launch_view(&reader, draft).await;
        for sentence in [
            form.unwrap().unknown_holidays,
            review.unwrap().unknown_holidays,
            launch.unknown_holidays,
        ] {
            let sentence = sentence.map(|sentence| sentence.to_string());
            assert_eq!(sentence.is_some(), told.is_some(), "{sentence:?}");
            let begins = told.unwrap_or_default();
            assert!(sentence.unwrap_or_default().starts_with(begins));
        }
    }
}
