//! What stands around every page.

use jiff::Timestamp;
use leads::views::FrameView;

use crate::error::Error;
use crate::{Backend, Caller, Role, accounts};

/// The frame for this caller.
///
/// # Errors
/// When the database fails.
pub async fn frame(backend: &Backend, caller: &Caller, now: Timestamp) -> Result<FrameView, Error> {
    let account = accounts::of(backend, caller).await?;
    let provider_down = backend.circuit().down().map(|down| {
        format!(
            "AIRudder has not answered since {}. Coxswain calls it again at {}. Until then nothing is sent or checked, and \
             what waits stays in the queue for 30 minutes at the most.",
            leads::clock(down.since, account.zone()),
            leads::clock(down.until, account.zone())
        )
    });
    Ok(FrameView {
        clock: leads::clock(now, account.zone()),
        zone: account.zone_label(now),
        account_name: account.settings.name,
        person_name: caller.name.clone(),
        is_administrator: caller.role == Role::Administrator,
        sandbox: backend.sandbox,
        provider_down,
        notice: None,
    })
}
