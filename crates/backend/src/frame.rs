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
    Ok(FrameView {
        clock: leads::clock(now, account.zone()),
        zone: account.zone_label(now),
        account_name: account.settings.name,
        person_name: caller.name.clone(),
        is_administrator: caller.role == Role::Administrator,
        sandbox: backend.sandbox,
        notice: None,
    })
}
