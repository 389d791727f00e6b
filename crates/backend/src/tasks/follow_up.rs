//! What happened to the people of a task that was refused, or created in part, and whether another task may follow it.

use leads::states::BatchState;
use leads::views::FollowUpView;

use crate::error::Error;
use crate::messages::follow_ups as messages;
use crate::store::batches::BatchRecord;

/// The way back, where a batch was refused or not all were created. `refused` counts the leads that AIRudder refused by themselves: in
/// all batches, and in those that call nobody.
pub(super) fn view(
    batches: &[BatchRecord],
    (refused, refused_uncalled): (u32, u32),
    followed_by: Vec<(String, String)>,
) -> Result<Option<FollowUpView>, Error> {
    let (mut all, mut created, mut uncalled) = (0, 0, 0);
    let (mut is_refused, mut is_undecided) = (false, false);
    for batch in batches {
        let (state, leads) = (batch.state()?, batch.leads()?);
        all += leads;
        is_refused |= state == BatchState::Refused;
        is_undecided |= state.is_undecided();
        if !state.calls() {
            uncalled += leads;
        } else if state == BatchState::Created {
            created += leads;
        }
    }
    if uncalled == 0 || !(is_refused || created > 0) {
        return Ok(None);
    }
    // AIRudder made a batch without those that it refused.
    let called = created.saturating_sub(refused.saturating_sub(refused_uncalled));
    let happened = if is_undecided {
        messages::wait_for_results(uncalled)
    } else if called > 0 {
        messages::some_called(all, called, all.saturating_sub(called))
    } else if refused_uncalled > 0 {
        messages::refused_leads(all, refused_uncalled)
    } else {
        messages::refused()
    };
    let refused = refused.max(refused_uncalled);
    Ok(Some(FollowUpView {
        happened,
        others: uncalled.saturating_sub(refused_uncalled),
        refused,
        is_partly_called: created > 0,
        is_undecided,
        followed_by,
    }))
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn who_is_called_and_who_is_not_is_counted_in_each_language() {
        let told = |called, language| {
            let message = messages::some_called(2_310_u32, called, 2_310 - called);
            message.text(language)
        };
        assert_eq!(
            told(1, Language::English),
            "1 of 2,310 leads is called, 2,309 are not."
        );
        assert_eq!(
            told(2_309, Language::English),
            "2,309 of 2,310 leads are called, 1 is not."
        );
        assert_eq!(
            told(1, Language::Spanish),
            "Se llama a 1 de 2,310 leads, a 2,309 no."
        );
        assert_eq!(
            told(1, Language::Chinese),
            "共 2,310 条线索，呼叫 1 条，2,309 条不呼叫。"
        );
    }
}
