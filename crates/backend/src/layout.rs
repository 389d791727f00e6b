//! What stands around every page.

use jiff::Timestamp;
use leads::Action;
use leads::views::LayoutView;

use crate::provider::Failure;
use crate::{Backend, Caller};

/// What is to be said of a provider that does not answer; `None` while it does.
pub fn provider_down(backend: &Backend, caller: &Caller) -> Option<String> {
    let account = &caller.account;
    if !backend.provider.has_client() {
        return Some(Failure::NoCredentials.sentence());
    }
    let down = backend.provider.down()?;
    let (since, until) = (
        leads::clock(down.since, account.zone()),
        leads::clock(down.until, account.zone()),
    );
    Some(format!(
        "AIRudder has not responded since {since}. Next try: {until}. Until then nothing is sent or checked. A batch that \
         waits more than 30 minutes is not sent."
    ))
}

/// The layout for this caller.
pub fn layout(backend: &Backend, caller: &Caller, now: Timestamp) -> LayoutView {
    let account = &caller.account;
    LayoutView {
        clock: leads::clock(now, account.zone()),
        zone: account.zone_label(now),
        account_name: account.settings.name.clone(),
        person: caller.person.to_string(),
        person_name: caller.name.clone(),
        sandbox: backend.sandbox,
        provider_down: provider_down(backend, caller),
        chooses_retention: !account.has_retention && caller.may(Action::Administer),
        needs_attention: caller.needs_attention,
        accounts: caller
            .accounts
            .iter()
            .map(|account| (account.slug.clone(), account.name.clone()))
            .collect(),
        notice: None,
    }
}
