//! The accounts of a person beside each other.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use leads::calling_rules::holidays_to_add;
use leads::views::AccountOverview;
use leads::{Action, Role, may};

use crate::error::{Error, Unreadable};
use crate::installation::Installation;
use crate::store::overview::Day;
use crate::users::AccountOfPerson;
use crate::{Backend, accounts, store};

/// Each of these accounts: its time, the tasks that were submitted or start there today, how many need attention, and what holidays are
/// missing. An account that another process has just added, and this one has not opened yet, is left out.
///
/// # Errors
/// When a database fails.
pub async fn overview(
    installation: &Installation,
    accounts: &[AccountOfPerson],
    now: Timestamp,
) -> Result<Vec<AccountOverview>, Error> {
    let opened = accounts.iter().filter_map(|account| {
        let opened = installation.account(account.id)?;
        Some(of_account(opened.backend, account, now))
    });
    futures::future::try_join_all(opened).await
}

async fn of_account(
    backend: Backend,
    account: &AccountOfPerson,
    now: Timestamp,
) -> Result<AccountOverview, Error> {
    let unreadable = |_| Unreadable::new("accounts", "zone", account.id);
    let zone = TimeZone::get(&account.zone).map_err(unreadable)?;
    let zoned = now.to_zoned(zone.clone());
    let begin = zoned.start_of_day();
    let today = Day {
        begin: begin.map_or(now, |start| start.timestamp()),
        date: zoned.date(),
    };
    let row = store::overview::of_account(&backend.pool, account.id, &today).await?;
    Ok(AccountOverview {
        slug: account.slug.clone(),
        name: account.name.clone(),
        clock: leads::clock(now, &zone),
        zone: leads::zone_label(now, &zone, &account.zone),
        tasks_today: store::count(row.tasks_today)?,
        needs_attention: store::count(row.needs_attention)?,
        drafts: store::count(row.drafts)?,
        missing_holidays: missing_holidays(&backend, account, now).await?,
    })
}

/// The years whose holidays an administrator has to add.
async fn missing_holidays(
    backend: &Backend,
    account: &AccountOfPerson,
    now: Timestamp,
) -> Result<Vec<i16>, Error> {
    let is_administrator =
        Role::from_key(&account.role).is_some_and(|role| may(role, Action::Administer));
    if !is_administrator {
        return Ok(Vec::new());
    }
    let account = accounts::by_id(backend, account.id).await?;
    Ok(holidays_to_add(&account.calling_rules, now, account.zone()))
}
