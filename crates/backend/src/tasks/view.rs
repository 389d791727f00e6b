//! One task: what was sent, by whom, when, and what became of it.

use jiff::{SignedDuration, Timestamp};
use leads::numbers;
use leads::states::{BatchState, Tone};
use leads::views::{BatchView, EventView, RefusedLead, ResultsView, SettingKind, TaskView, TestOf};
use leads::{Action, Field, Mapping, PeopleOfTask, SendingAgain, SomebodyElseFor};
use localization::Message;

use super::{attention, follow_up, stop_view};
use crate::accounts::Account;
use crate::calling_verdicts::{OutsideOfRule, StoredVerdict};
use crate::error::{Error, Unreadable};
use crate::events::Event;
use crate::ids::{DraftId, TaskId};
use crate::messages::{events, tasks as messages};
use crate::results::{self, Counted};
use crate::store::At;
use crate::store::batches::BatchRecord;
use crate::store::checks::RefusedRecord;
use crate::store::events::EventRow;
use crate::store::results::ResultsRecord;
use crate::store::shown_batches::ShownBatch;
use crate::store::tasks::{RefusedByBatches, TaskRecord, ViewedBy, ViewedTask};
use crate::{Backend, Caller, retention, store, stored_sentences};

/// Of a batch that is sent within this time it is not told when.
const SOON: SignedDuration = SignedDuration::from_mins(1);

/// Refused leads named one by one.
const MAX_NAMED: i64 = 200;

/// One task; with the follow-ups that it belongs with where those are shown.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task.
pub async fn view(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
    with_chain: bool,
) -> Result<TaskView, Error> {
    caller.must(Action::See)?;
    let account = &*caller.account;
    // The batches first: they decide whether the open page is kept up to date. Were they the newer ones, a page could stay as it is that
    // shows a batch as refused and not yet why.
    let shown = store::shown_batches::of_task(&mut *backend.pool.acquire().await?, id).await?;
    let viewed = read(backend, caller, id, with_chain).await?;
    let (task, mapping) = (viewed.task, viewed.mapping);
    let refused = (viewed.refused, viewed.refused_uncalled);
    let view_version = super::view_version(&shown, task.failed_cancels()?);
    let parts = (viewed.contributed, viewed.launched);
    let around = Around::new(&task, account, now, &viewed.verdicts, parts);
    let batches_view = around.batches(&shown)?;
    let facts = around.facts(&shown);
    let batches: Vec<BatchRecord> = shown.into_iter().map(|shown| shown.batch).collect();
    let state = super::task_state(&batches)?;
    let moment = |at: At| leads::moment(at.to_jiff(), now, account.zone());
    let done = viewed.marked_done.map(|(at, by)| (by, moment(at)));
    let settings = &task.settings.0;
    let by_rule = stop_view::by_rule(settings, viewed.applied_rule, account, now);
    let attention =
        attention::on_page(&task, (state, &batches), viewed.refused, done, account, now)?;
    let test = test_of(&task, viewed.tested_draft);
    let follow_up = follow_up::view(&batches, refused, viewed.followed_by)?;
    let results = results_of(&task, viewed.results.as_ref(), account, now);
    watch(backend, caller, now, &batches, &viewed.results, id);
    Ok(TaskView {
        results,
        chain: viewed.chain,
        compared: viewed.compared,
        stopping: stop_view::stopping(&batches_view, by_rule),
        batches: batches_view,
        id: id.to_string(),
        name: task.name,
        // Of the batches that are shown: the task may have changed since it was read.
        state,
        attention: attention.of_state,
        failed_cancels: attention.failed_cancels,
        done: attention.done,
        sandbox: task.sandbox,
        test,
        leads: task.lead_count,
        next: settings.next_in_words(
            people(&batches, viewed.refused_by_batches)?,
            task.submitted_at.to_jiff(),
            now,
            account.zone(),
        ),
        by: task.by_name,
        at: moment(task.submitted_at),
        approved: viewed.approved.map(|(at, by)| (by, moment(at))),
        file_name: task.file_name,
        file_digest: hex::encode(&task.file_digest),
        facts,
        // A test is followed by nothing.
        follow_up: follow_up.filter(|_| !task.is_test),
        refused_leads: refused_leads(&viewed.refused_leads, &mapping)?,
        refused: viewed.refused,
        events: events(viewed.events, account, now),
        retention: retention::of_task(&viewed.retention, account, now),
        zone: account.zone_label(now),
        view_version,
    })
}

async fn read(
    backend: &Backend,
    caller: &Caller,
    id: TaskId,
    with_chain: bool,
) -> Result<ViewedTask, Error> {
    let by = ViewedBy {
        account: caller.account.id,
        person: caller.person,
        max_refused: MAX_NAMED,
        with_chain,
    };
    let viewed = store::tasks::viewed(&backend.pool, id, &by).await?;
    viewed.ok_or(Error::NotFound)
}

/// Has the calls of a task asked about as long as somebody looks at it.
fn watch(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    batches: &[BatchRecord],
    results: &Option<ResultsRecord>,
    id: TaskId,
) {
    if batches.iter().any(is_created) {
        results::watch_in_background(backend, caller, now, id, results.as_ref());
    }
}

fn is_created(batch: &BatchRecord) -> bool {
    matches!(batch.state(), Ok(BatchState::Created))
}

/// What came of its calls.
fn results_of(
    task: &TaskRecord,
    record: Option<&ResultsRecord>,
    account: &Account,
    now: Timestamp,
) -> Option<ResultsView> {
    let counted = Counted {
        task: task.id,
        settings: &task.settings.0,
        account,
        now,
    };
    record.map(|record| counted.results(record))
}

/// Whose batch AIRudder has, and whose it is to get, each without the leads that it refused.
fn people(batches: &[BatchRecord], refused: RefusedByBatches) -> Result<PeopleOfTask, Unreadable> {
    let (mut sent, mut to_send) = (0, 0);
    for batch in batches {
        match batch.state()? {
            BatchState::Created => sent += batch.leads()?,
            state if !state.is_settled() => to_send += batch.leads()?,
            _ => {}
        }
    }
    Ok(PeopleOfTask {
        sent: u32::saturating_sub(sent, refused.sent),
        to_send: u32::saturating_sub(to_send, refused.to_send),
    })
}

/// What the task is a test of, if it is one; of the robot where its draft is open no more.
fn test_of(task: &TaskRecord, tested_draft: Option<DraftId>) -> Option<TestOf> {
    task.is_test.then(|| match tested_draft {
        Some(draft) => TestOf::Draft(draft.to_string()),
        None => TestOf::Robot(task.settings.0.robot_id.clone()),
    })
}

fn refused_leads(
    records: &[RefusedRecord],
    mapping: &Mapping,
) -> Result<Vec<RefusedLead>, Unreadable> {
    let records = records.iter();
    records
        .map(|record| refused_lead(record, mapping).map(masked))
        .collect()
}

/// When the calling rule ends the calls of what AIRudder began at once: of the last batch.
fn calls_end(
    shown: &[ShownBatch],
    account: &Account,
    now: Timestamp,
) -> Option<(Message, Message)> {
    // An earlier try may have left one where AIRudder has nothing to call.
    let calling = shown
        .iter()
        .filter(|shown| shown.batch.state().is_ok_and(may_call));
    let ends = calling.filter_map(|shown| shown.calls_end_at.as_ref());
    let last = ends.map(|at| at.to_jiff()).max()?;
    let at = leads::coming_moment(last, now, account.zone());
    Some((SettingKind::CallsEnd.label(), at.message()))
}

/// Whether AIRudder may have the batch, as far as is known.
const fn may_call(state: BatchState) -> bool {
    matches!(
        state,
        BatchState::Sending | BatchState::Created | BatchState::Unknown | BatchState::Absent
    )
}

/// What batches are shown with: their task, and what its reader had to do with it.
struct Around<'a> {
    task: &'a TaskRecord,
    account: &'a Account,
    now: Timestamp,
    verdicts: &'a [StoredVerdict],
    contributed: bool,
    launched: bool,
}

impl<'a> Around<'a> {
    fn new(
        task: &'a TaskRecord,
        account: &'a Account,
        now: Timestamp,
        verdicts: &'a [StoredVerdict],
        (contributed, launched): (bool, bool),
    ) -> Around<'a> {
        Around {
            task,
            account,
            now,
            verdicts,
            contributed,
            launched,
        }
    }

    /// The settings of the task, and what the calling rule said of it.
    fn facts(&self, shown: &[ShownBatch]) -> Vec<(Message, Message)> {
        let (task, account) = (self.task, self.account);
        let mut facts = task.settings.0.facts(self.now, account.zone());
        if task.without_refused {
            facts.push((messages::refused_leads(), messages::left_out()));
        }
        let rules = self.verdicts.iter().map(StoredVerdict::message);
        facts.extend(rules.map(|told| (messages::calling_rule(), told)));
        facts.extend(calls_end(shown, account, self.now));
        facts
    }

    fn batches(&self, shown: &[ShownBatch]) -> Result<Vec<BatchView>, Error> {
        shown.iter().map(|shown| batch_view(shown, self)).collect()
    }

    /// What the calling rule says of a batch if it is sent again now.
    fn outside(&self, batch: u32) -> Option<OutsideOfRule> {
        let settings = &self.task.settings.0;
        let outside =
            OutsideOfRule::of_batch(settings, batch, self.account, self.now, self.verdicts);
        outside.filter(|_| !self.task.is_test)
    }

    /// What asks that somebody else sends a batch again.
    fn needs_somebody_else(&self, outside: Option<&OutsideOfRule>) -> Option<SomebodyElseFor> {
        let again = SendingAgain {
            is_test: self.task.is_test,
            two_persons: self.account.settings.two_persons,
            rule_refuses: outside.is_some_and(OutsideOfRule::is_refused),
            contributed: self.contributed,
            launched: self.launched,
        };
        again.needs_somebody_else()
    }
}

fn batch_view(shown: &ShownBatch, around: &Around<'_>) -> Result<BatchView, Error> {
    let (account, now) = (around.account, around.now);
    let settings = &around.task.settings.0;
    let batch = &shown.batch;
    let number = batch.number()?;
    let schedule = settings.schedule_of_batch(number);
    let state = batch.state()?;
    let planned = batch.not_before.to_jiff();
    let start_has_passed = super::start_has_passed(&schedule, account.zone(), now);
    let outside = match state.send_again_blocker(start_has_passed) {
        Some(_) => None,
        None => around.outside(number),
    };
    let outside = outside.as_ref();
    let is_to_come = state == BatchState::Waiting && planned.duration_since(now) > SOON;
    Ok(BatchView {
        number,
        state,
        sent_at: is_to_come.then(|| leads::coming_moment(planned, now, account.zone())),
        start_has_passed,
        outside: outside.and_then(|outside| outside.verdict.view(now, account.zone())),
        allowed_next: outside.map(|outside| outside.allowed_next(settings, account, now)),
        needs_somebody_else: around.needs_somebody_else(outside),
        provider_name: batch.provider_name.clone(),
        provider_id: batch.provider_task_id.clone(),
        searches: batch.searches()?,
        next_search: batch
            .next_search
            .as_ref()
            .map(|at| leads::coming_moment(at.to_jiff(), now, account.zone())),
        leads: batch.leads()?,
        first_row: store::row_number(batch.first_row)?,
        words: batch.words.as_deref().map(told),
        provider_status: batch.provider_status.clone(),
        calls: batch.calls()?,
        asked: batch
            .asked_at
            .as_ref()
            .map(|at| leads::moment(at.to_jiff(), now, account.zone())),
        stop: shown
            .stop()
            .map(|stop| stop_view::stop_view(stop, account, now)),
        can_be_stopped: stop_view::can_be_stopped(shown)?,
        open: shown.open()?,
        under_way: shown.under_way()?,
    })
}

/// What is stored of a batch or of a stop, as it is told. Outside the review nobody needs whole numbers.
pub(super) fn told(words: &str) -> Message {
    stored_sentences::read_masked(words)
}

/// A refused lead, with its number as it was checked.
fn refused_lead(record: &RefusedRecord, mapping: &Mapping) -> Result<RefusedLead, Unreadable> {
    Ok(RefusedLead {
        row: store::row_number(record.row.row)?,
        customer: record.row.text(Field::Customer, mapping),
        mobile: record.row.text(Field::Mobile, mapping),
        words: record.words.clone(),
    })
}

/// Outside the review nobody needs whole numbers.
fn masked(lead: RefusedLead) -> RefusedLead {
    RefusedLead {
        customer: numbers::mask_numbers(&lead.customer),
        mobile: numbers::last_four(&lead.mobile),
        words: numbers::mask_numbers(&lead.words),
        ..lead
    }
}

fn events(rows: Vec<EventRow>, account: &Account, now: Timestamp) -> Vec<EventView> {
    let rows = rows.into_iter();
    rows.map(|event| event_view(event, account, now)).collect()
}

/// An event that cannot be read says so, and does not hide the others.
fn event_view(event: EventRow, account: &Account, now: Timestamp) -> EventView {
    let (sentence, tone) = match Event::from_stored(&event.kind, &event.detail) {
        Ok(event) => event.sentence(),
        Err(error) => {
            let place = Unreadable::new("events", "kind and detail", event.id);
            tracing::error!(error = %place, %error, "an event of a task cannot be read");
            (events::unreadable(), Tone::Bad)
        }
    };
    EventView {
        at: leads::moment(event.at, now, account.zone()),
        by: event.by_name.unwrap_or_else(|| "Coxswain".to_owned()),
        sentence,
        tone,
    }
}
