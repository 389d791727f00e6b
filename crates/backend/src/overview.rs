//! The accounts of a person beside each other.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use leads::views::AccountOverview;

use crate::error::{Error, Unreadable};
use crate::installation::Installation;
use crate::store;
use crate::store::overview::Day;
use crate::users::AccountOfPerson;

/// Each of these accounts: its time, the tasks that were submitted or start there today, and how many need attention. An account that
/// another process has just added, and this one has not opened yet, is left out.
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
    backend: crate::Backend,
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
    })
}
