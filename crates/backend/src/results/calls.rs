//! The calls of a task, a page at a time.

use jiff::Timestamp;
use leads::results::classify::CallGroup;
use leads::results::meaning::{canonical_letter, letter_with_name, not_named};
use leads::results::ring::RingClass;
use leads::views::{
    CALLS_ON_A_PAGE, CallQuery, CallRow, CallsPage, NumbersShown, ResultsView, header_or_place,
};
use leads::{Action, Field, Source, numbers};
use localization::Message;

use super::view::{Counted, meanings_of, robot_name};
use crate::accounts::Account;
use crate::audit::{AuditAction, AuditEntry, AuditObject, SearchedIn};
use crate::error::{Error, Unreadable};
use crate::events::Event;
use crate::hourly::Costly;
use crate::ids::TaskId;
use crate::messages::exports;
use crate::store::events::{self, NewEvent};
use crate::store::listed_calls::{CallFilter, CallOnPage, ListedCall};
use crate::store::results::{CallsOfTask, ResultsRecord};
use crate::tasks::stop_view;
use crate::{Backend, Caller, retention, store};

/// Columns of the list that stand beside the results.
const MAX_COLUMNS: usize = 2;

/// Characters that are shown of a word of the provider.
const MAX_WORD: usize = 60;

/// The calls of a task that are asked for. Whole numbers are shown to those who may see them and ask for them, and each such page is written down:
/// it is a look at personal data.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task; [`Error::TooOften`].
pub async fn calls(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
    query: CallQuery,
    whole_numbers: bool,
) -> Result<CallsPage, Error> {
    caller.must(Action::See)?;
    let account = &*caller.account;
    let task = store::results::of_task(&backend.pool, account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    let page = query.page.max(1);
    let from = i64::from(page - 1) * i64::from(CALLS_ON_A_PAGE);
    let filter = CallFilter::new(caller, id, &query);
    let most = i64::from(CALLS_ON_A_PAGE);
    let search = searched_by_digits(caller, now, id, &query);
    if search.is_some() {
        backend.count(caller, Costly::NumberSearch, now)?;
    }
    let pool = &backend.pool;
    let (listed, found) =
        store::listed_calls::page(pool, &filter, (from, most), search.as_ref()).await?;
    let counted = Counted::of(id, &task, account, now);
    super::watch_in_background(backend, caller, now, id, task.results.as_ref());
    let results = task.results.as_ref().map(|record| counted.results(record));
    let results = results.unwrap_or_default();
    let shown = numbers_shown(caller, &task, whole_numbers);
    if shown == NumbersShown::Whole && !listed.is_empty() {
        note_look(backend, caller, now, id, &listed).await?;
    }
    let columns = columns(&task);
    let rows = listed
        .iter()
        .map(|call| row(&task, call, &columns, (shown, account, now)));
    Ok(CallsPage {
        task: id.to_string(),
        letters: letters(&results),
        robots: robots(&counted, task.results.as_ref()),
        batches: if task.batches > 1 {
            (1..=task.batches).collect()
        } else {
            Vec::new()
        },
        headers: columns.iter().map(|column| column.header.clone()).collect(),
        calls: rows.collect::<Result<_, _>>()?,
        // What is counted is kept, and what is counted of is not.
        found: if task.leads_deleted_at.is_some() {
            0
        } else {
            found
        },
        gone: task
            .leads_deleted_at
            .map(|at| retention::gone(at, account, now)),
        all: results.sent,
        groups: results.groups,
        as_of: results.as_of,
        zone: account.zone_label(now),
        query: CallQuery { page, ..query },
        numbers: shown,
        name: task.name,
    })
}

/// How numbers are shown to that person. That of a test is its person's own, and nobody else's to see.
fn numbers_shown(caller: &Caller, task: &CallsOfTask, wanted: bool) -> NumbersShown {
    let may_see = caller.may(Action::SeeNumbers) && !task.is_test;
    match (may_see, wanted) {
        (false, _) => NumbersShown::Masked,
        (true, false) => NumbersShown::OnRequest,
        (true, true) => NumbersShown::Whole,
    }
}

/// Writes down that numbers were looked at.
async fn note_look(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    listed: &[CallOnPage],
) -> Result<(), Error> {
    let row = |call: Option<&CallOnPage>| {
        let row = call.map(|call| store::row_number(call.call.lead.row));
        row.transpose()
    };
    let shown = Event::NumbersShown {
        numbers: listed.len() as u64,
        first_row: row(listed.first())?,
        last_row: row(listed.last())?,
    };
    let event = NewEvent::of(caller, now, shown).task(task);
    let mut transaction = backend.pool.begin().await?;
    events::insert(&mut transaction, &event).await?;
    transaction.commit().await?;
    Ok(())
}

/// What the audit log tells of a search for digits of a number; nothing of any other one.
fn searched_by_digits(
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    query: &CallQuery,
) -> Option<AuditEntry> {
    let digits = query.q.chars().filter(char::is_ascii_digit).count() as u64;
    let searched = AuditAction::NumberSearched {
        within: SearchedIn::Calls,
        digits,
        found: 0,
    };
    let entry = AuditEntry::of(caller, now, searched).about(AuditObject::Task(task));
    (digits > 0).then_some(entry)
}

/// The letters of the task, each with its name.
pub(super) fn letters(results: &ResultsView) -> Vec<(String, Message)> {
    let mut letters = Vec::<(String, Message)>::new();
    for line in &results.results {
        let Some(letter) = &line.letter else { continue };
        if letters.iter().all(|(known, _)| known != letter) {
            let words = letter_with_name(letter, line.name.as_deref());
            letters.push((letter.clone(), words));
        }
    }
    letters
}

/// The robots of the calls by id and name; none where there is one.
pub(super) fn robots(
    counted: &Counted<'_>,
    record: Option<&ResultsRecord>,
) -> Vec<(String, String)> {
    let Some(record) = record else {
        return Vec::new();
    };
    let robots = counted.robots(record);
    if robots.len() < 2 {
        return Vec::new();
    }
    let named = robots.into_iter();
    named
        .map(|robot| (robot.to_owned(), robot_name(record, robot)))
        .collect()
}

/// A column of the list that stands beside the results.
pub(super) struct ListColumn {
    pub header: Message,
    pub field: Field,
}

/// What the robot says of a lead, by the headers of the list.
pub(super) fn columns(task: &CallsOfTask) -> Vec<ListColumn> {
    let said = [Field::ExtraA, Field::ExtraB, Field::ExtraC].into_iter();
    let column = |field: Field| {
        let header = match task.mapping.source(field)? {
            Source::Column(column) => {
                let header = task.headers.get(*column);
                header.map(|header| header_or_place(header, *column))
            }
            _ => None,
        };
        Some(ListColumn {
            header: header.unwrap_or_else(|| Message::verbatim(field.name())),
            field,
        })
    };
    said.filter_map(column).take(MAX_COLUMNS).collect()
}

fn row(
    task: &CallsOfTask,
    on_page: &CallOnPage,
    columns: &[ListColumn],
    (shown, account, now): (NumbersShown, &Account, Timestamp),
) -> Result<CallRow, Unreadable> {
    let (call, zone) = (&on_page.call, account.zone());
    let missing = || Unreadable::new("calls", "call_group", call.lead.row);
    let group = call.group()?.ok_or_else(missing)?;
    // What the list says of a lead may name a number too.
    let text = |field: Field| {
        let text = call.lead.text(field, &task.mapping);
        match shown {
            NumbersShown::Whole => text,
            NumbersShown::Masked | NumbersShown::OnRequest => numbers::mask_numbers(&text),
        }
    };
    let started = call.started_at.as_ref().map(|at| at.to_jiff());
    Ok(CallRow {
        row: store::row_number(call.lead.row)?,
        customer: text(Field::Customer),
        number: match (call.number, shown) {
            (None, _) => String::new(),
            (Some(number), NumbersShown::Whole) => format!("+{number}"),
            (Some(number), _) => numbers::last_four(&number.to_string()),
        },
        group,
        letter: call.letter.as_deref().map(canonical_letter),
        words: words(task, call, group),
        last_dial: started.map(|at| leads::coming_moment(at, now, zone)),
        talk_seconds: call
            .talk_seconds
            .and_then(|seconds| u32::try_from(seconds).ok()),
        cells: columns.iter().map(|column| text(column.field)).collect(),
        shares_note: call.shares_note,
        cancel: on_page
            .cancel()
            .map(|cancel| stop_view(cancel, account, now)),
        can_be_cancelled: on_page.is_open(group)
            && on_page
                .cancel()
                .is_none_or(|cancel| cancel.state.may_be_asked_again()),
    })
}

/// What came of a call: the name of its result, how it rang, or its state; a word of the provider that nobody knows as it came.
pub(super) fn words(task: &CallsOfTask, call: &ListedCall, group: CallGroup) -> Message {
    if let Some(letter) = &call.letter {
        let robot = call.robot_id.as_deref().unwrap_or(&task.settings.robot_id);
        let results = task.results.as_ref();
        let meanings = results.and_then(|results| meanings_of(results, robot));
        let meaning = meanings.and_then(|meanings| meanings.of(letter));
        return meaning.map_or_else(not_named, |meaning| Message::verbatim(&meaning.name));
    }
    match (group, call.ring(), &call.ring_type, &call.status) {
        (CallGroup::NotReached, Some(RingClass::Other), Some(word), _) => {
            Message::verbatim(shown(word))
        }
        (CallGroup::NotReached, Some(ring), ..) => ring.message(),
        (CallGroup::NotTold, _, _, Some(word)) => exports::not_told(group.label(), shown(word)),
        _ => group.label(),
    }
}

/// A word of the provider as it is shown: it may be long, and may name a number.
pub(super) fn shown(word: &str) -> String {
    leads::excerpt(&numbers::mask_numbers(word), MAX_WORD)
}
