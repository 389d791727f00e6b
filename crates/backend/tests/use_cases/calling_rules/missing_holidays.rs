//! Administrators are told which holidays are missing, where they look for what needs attention.

use backend::installation::Installation;
use backend::overview::overview;
use backend::{Caller, Role, tasks};
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
