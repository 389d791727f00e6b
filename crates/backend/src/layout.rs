//! What stands around every page.

use jiff::Timestamp;
use leads::Action;
use leads::views::LayoutView;
use localization::Message;

use crate::provider::Failure;
use crate::{Backend, Caller, messages};

/// What is to be said of a provider that does not answer; `None` while it does.
pub fn provider_down(backend: &Backend, caller: &Caller) -> Option<Message> {
    let account = &caller.account;
    if !backend.provider.has_client() {
        return Some(Failure::NoCredentials.message());
    }
    let down = backend.provider.down()?;
    let clock = |at: Timestamp| Message::time(at.to_zoned(account.zone().clone()).time());
    let (since, until) = (clock(down.since), clock(down.until));
    Some(messages::provider::down(since, until))
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

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use localization::Language;

    use super::*;

    #[test]
    fn the_times_of_a_provider_that_does_not_answer_are_written_as_in_the_language() {
        let at = |minute| Message::time(time(9, minute, 0, 0));
        let told = messages::provider::down(at(5), at(6)).text(Language::Indonesian);
        assert!(
            told.starts_with("AIRudder tidak merespons sejak 09.05. Percobaan berikutnya: 09.06.")
        );
    }
}
