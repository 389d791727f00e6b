//! What stands around every page.

use jiff::Timestamp;
use leads::views::FrameView;

use crate::accounts::Account;
use crate::error::Error;
use crate::{Backend, Caller, Role, accounts};

/// What is to be said of a provider that does not answer; `None` while it does.
///
/// # Errors
/// When the database fails.
pub async fn provider_down(backend: &Backend, caller: &Caller) -> Result<Option<String>, Error> {
    let account = accounts::of(backend, caller).await?;
    Ok(provider_down_in_words(backend, &account))
}

fn provider_down_in_words(backend: &Backend, account: &Account) -> Option<String> {
    let down = backend.provider.down()?;
    let (since, until) = (
        leads::clock(down.since, account.zone()),
        leads::clock(down.until, account.zone()),
    );
    Some(format!(
        "AIRudder has not answered since {since}. Coxswain tries again at {until}. Until then nothing is sent or checked, \
         and what waits stays in the queue for 30 minutes at the most."
    ))
}

/// The frame for this caller.
///
/// # Errors
/// When the database fails.
pub async fn frame(backend: &Backend, caller: &Caller, now: Timestamp) -> Result<FrameView, Error> {
    let account = accounts::of(backend, caller).await?;
    let provider_down = provider_down_in_words(backend, &account);
    Ok(FrameView {
        clock: leads::clock(now, account.zone()),
        zone: account.zone_label(now),
        account_name: account.settings.name,
        person: caller.person.to_string(),
        person_name: caller.name.clone(),
        is_administrator: caller.role == Role::Administrator,
        sandbox: backend.sandbox,
        provider_down,
        notice: None,
    })
}
