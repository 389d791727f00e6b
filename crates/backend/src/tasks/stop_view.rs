//! What can be stopped of a task, and what became of what was.

use jiff::Timestamp;
use leads::TaskSettings;
use leads::states::{BatchState, StopState, Tone, may_be_called_at_airudder};
use leads::views::{
    BatchView, StopView, StoppingView, by_the_calling_rule, by_the_stop_rule, stop_of_batch,
    stopped_by_rule, stops_of_batches,
};
use localization::Message;

use crate::accounts::Account;
use crate::error::Error;
use crate::events::StopRuleApplied;
use crate::store::shown_batches::ShownBatch;
use crate::store::stops::StopRecord;
use crate::store::tasks::AppliedRule;

/// A stop request as it is shown.
pub(crate) fn stop_view(record: &StopRecord, account: &Account, now: Timestamp) -> StopView {
    // Of today the time says it.
    let moment = |at| leads::coming_moment(at, now, account.zone());
    let words = record.words.as_deref();
    StopView {
        state: record.state,
        by: match &record.by_name {
            Some(name) => Message::verbatim(name),
            None if record.for_calling_rule => by_the_calling_rule(),
            None => by_the_stop_rule(),
        },
        wanted: moment(record.wanted_at),
        asked: record.asked_at.map(moment),
        words: words.map(super::view::told),
        is_asked_again: record.for_calling_rule,
    }
}

/// Whether AIRudder can be asked to stop a batch, or asked again.
pub(super) fn can_be_stopped(shown: &ShownBatch) -> Result<bool, Error> {
    let batch = &shown.batch;
    let is_open = may_be_called_at_airudder(batch.state()?, super::calling(batch)?);
    let may_be_asked = shown
        .stop()
        .is_none_or(|stop| stop.state.may_be_asked_again());
    Ok(is_open && may_be_asked && shown.open()? > 0)
}

/// The same of all batches, with what became of those that were stopped; `by_rule` says that the stop rule was applied.
pub(super) fn stopping(batches: &[BatchView], by_rule: Option<Message>) -> StoppingView {
    let open = || batches.iter().filter(|batch| batch.can_be_stopped);
    let waiting = || {
        batches
            .iter()
            .filter(|batch| batch.state == BatchState::Waiting)
    };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    StoppingView {
        open: open().map(|batch| batch.open).sum(),
        batches: number(open().count()),
        waiting: number(waiting().count()),
        waiting_leads: waiting().map(|batch| batch.leads).sum(),
        told: told(batches),
        by_rule,
    }
}

/// When the stop rule of a task was applied, and by what figures.
pub(super) fn by_rule(
    settings: &TaskSettings,
    applied: Option<AppliedRule>,
    account: &Account,
    now: Timestamp,
) -> Option<Message> {
    let applied = applied?;
    let figures = StopRuleApplied::of(settings.stop_rule?, applied.dialled, applied.reached);
    let at = leads::moment(applied.applied_at, now, account.zone());
    Some(stopped_by_rule(&at, figures.sentence()))
}

/// What became of the batches that were stopped: of one in full, of several by how far they have come.
fn told(batches: &[BatchView]) -> Vec<(Tone, Message)> {
    let stopped: Vec<(&BatchView, &StopView)> = batches
        .iter()
        .filter_map(|batch| Some((batch, batch.stop.as_ref()?)))
        .collect();
    if let [(batch, stop)] = stopped[..] {
        let told = sentence(batch, stop);
        let told = match batches.len() {
            1 => told,
            _ => stop_of_batch(batch.number, told),
        };
        return vec![(stop.state.tone(), told)];
    }
    let of = |state: StopState| {
        let those: Vec<_> = stopped
            .iter()
            .filter(|(_, stop)| stop.state == state)
            .collect();
        let asked = those.iter().map(|(_, stop)| stop.asked_at());
        let last = asked.max_by(|one, other| one.iso.cmp(&other.iso))?;
        let under_way: u32 = those.iter().map(|(batch, _)| batch.under_way).sum();
        let count = u32::try_from(those.len()).unwrap_or(u32::MAX);
        let are_asked_again = those.iter().all(|(_, stop)| stop.is_asked_again);
        Some((
            state.tone(),
            stops_of_batches(state, count, under_way, last, are_asked_again),
        ))
    };
    StopState::ALL.into_iter().filter_map(of).collect()
}

/// What is certain of the stop of a batch.
fn sentence(batch: &BatchView, stop: &StopView) -> Message {
    stop.of_batch(batch.under_way, batch.state == BatchState::Created)
}
