//! Calls as a file: those that a page shows, or the whole list with what came of each row.

use std::fs::File;
use std::io;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use leads::Action;
use leads::results::classify::{CallGroup, dialled_definition, reached_definition};
use leads::views::CallQuery;
use localization::{Language, Message};
use sheets::{Cover, FileKind};
use sqlx::PgConnection;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::Counted;
use super::calls::{letters, robots};
use super::export_rows::ExportRows;
use super::view::last_told;
use crate::drafts::{Download, whole_list, written};
use crate::error::Error;
use crate::events::Event;
use crate::hourly::Costly;
use crate::ids::TaskId;
use crate::messages::{export_cover, file_names};
use crate::store::call_exports::{self, Exported, LeadWithCall};
use crate::store::events::{self, NewEvent};
use crate::store::listed_calls::CallFilter;
use crate::store::results::CallsOfTask;
use crate::{Backend, Caller, retention, store};

/// Chunks of leads on their way to the thread that writes the file.
const CHUNKS_UNDER_WAY: usize = 2;

/// What a file of calls holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportOf {
    /// The calls that a page with this query shows, on whichever of its pages.
    Calls(CallQuery),
    /// Every row of the list: also those that were left out, with the reason.
    WholeList,
}

/// The calls of a task as a file, in the order of the list: the list's own columns, then what came of the call. A workbook begins with a
/// sheet that says as of when that is and what the words mean. Viewers get the last four digits of numbers, others whole ones. Who takes the
/// file is written down: it is a look at personal data. What is not of the list is written in that language.
///
/// # Errors
/// [`Error::NotFound`] where there is no such task in the account, or it is a test; [`Error::TooOften`].
pub async fn export(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
    of: ExportOf,
    kind: FileKind,
    language: Language,
) -> Result<Download, Error> {
    caller.must(Action::See)?;
    backend.count(caller, Costly::Download, now)?;
    file_of(backend, caller, now, id, of, kind, language).await
}

/// Likewise, as one of several files of a download that was counted.
pub(crate) async fn file_of(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
    of: ExportOf,
    kind: FileKind,
    language: Language,
) -> Result<Download, Error> {
    caller.must(Action::See)?;
    let (backend, caller) = (backend.clone(), caller.clone());
    let written = whole_list::run(backend.clone(), |given_up| async move {
        let account = &*caller.account;
        let mut reading = backend.pool.begin().await?;
        // What the first sheet says and every row are of one moment.
        store::read_one_moment(&mut reading).await?;
        store::allow_for_a_whole_list(&mut reading).await?;
        let task = store::results::of_task(&mut *reading, account.id, id).await?;
        // The number of a test is its person's own.
        let task = task.filter(|task| !task.is_test).ok_or(Error::NotFound)?;
        if let Some(at) = task.leads_deleted_at {
            return Err(Error::Conflict(retention::gone(at, account, now)));
        }
        let as_of = task.results.as_ref().and_then(last_told).unwrap_or(now);
        let batches = store::batches::of_task(&mut reading, id).await?;
        let file_name = file_name(&task.name, as_of, account.zone(), kind);
        let mut is_undecided = false;
        for batch in &batches {
            is_undecided |= batch.state()?.is_undecided();
        }
        let cover = cover(&task, id, &caller, now, &of, is_undecided);
        let whole_numbers = caller.may(Action::SeeNumbers);
        let rows = ExportRows::new(
            task,
            batches,
            account.zone().clone(),
            whole_numbers,
            language,
        );
        let exported = Exported {
            task: id,
            draft: rows.task.draft_id,
        };
        let filter = match &of {
            ExportOf::Calls(query) => Some(CallFilter::new(&caller, id, query)),
            ExportOf::WholeList => None,
        };
        let (sender, chunks) = mpsc::channel(CHUNKS_UNDER_WAY);
        let file =
            tokio::task::spawn_blocking(move || write((kind, language), &cover, &rows, chunks));
        let leads = send(&mut reading, exported, filter.as_ref(), &sender, &given_up).await?;
        drop(sender);
        reading.rollback().await?;
        let file = file
            .await
            .map_err(|error| Error::Machine(io::Error::other(error)))??;
        let taken = Event::CallsExported {
            calls: leads,
            whole_numbers,
        };
        let event = NewEvent::of(&caller, now, taken).task(id);
        let mut recording = backend.pool.begin().await?;
        events::insert(&mut recording, &event).await?;
        recording.commit().await?;
        Download::of(file_name, file)
    });
    written.await
}

/// Hands the leads on, chunk by chunk, without a filter all of them: how many there are.
async fn send(
    connection: &mut PgConnection,
    exported: Exported,
    filter: Option<&CallFilter<'_>>,
    sender: &mpsc::Sender<Vec<LeadWithCall>>,
    given_up: &CancellationToken,
) -> Result<u64, Error> {
    let (mut leads, mut behind) = (0, 0);
    loop {
        if given_up.is_cancelled() {
            return Err(whole_list::nobody_waits());
        }
        let chunk = match filter {
            Some(filter) => {
                call_exports::next_calls(connection, filter, exported.draft, behind).await?
            }
            None => call_exports::next_leads(connection, exported, behind).await?,
        };
        let Some(last) = chunk.last() else {
            return Ok(leads);
        };
        behind = last.call.lead.row;
        leads += chunk.len() as u64;
        // Who no longer takes them says why when asked.
        if sender.send(chunk).await.is_err() {
            return Ok(leads);
        }
    }
}

fn write(
    (kind, language): (FileKind, Language),
    cover: &[(Message, Message)],
    rows: &ExportRows,
    mut chunks: mpsc::Receiver<Vec<LeadWithCall>>,
) -> Result<File, Error> {
    let lines = cover.iter();
    let lines: Vec<_> = lines
        .map(|(name, said)| (name.text(language), said.text(language)))
        .collect();
    let cover = Cover {
        sheet: &export_cover::about().text(language),
        rows_sheet: &export_cover::calls().text(language),
        lines: &lines,
    };
    let leads = std::iter::from_fn(|| chunks.blocking_recv()).flatten();
    let row = |lead: &LeadWithCall| rows.cells(lead);
    written(leads, row, |written, file| {
        sheets::write_rows_with_cover(kind, &cover, &rows.headers(), written, file)
    })
}

/// What the first sheet of a workbook says.
fn cover(
    task: &CallsOfTask,
    id: TaskId,
    caller: &Caller,
    now: Timestamp,
    of: &ExportOf,
    is_undecided: bool,
) -> Vec<(Message, Message)> {
    let account = &*caller.account;
    let counted = Counted::of(id, task, account, now);
    let results = task.results.as_ref().map(|record| counted.results(record));
    let results = results.unwrap_or_default();
    let told = task.results.as_ref().and_then(last_told);
    let moment = |at: Timestamp| {
        let exact = leads::exact_moment(at, account.zone());
        export_cover::moment_in_zone(exact, &account.zone_label(at))
    };
    let as_of = told.map_or_else(export_cover::nothing_told, moment);
    let open = match results.as_of.open {
        _ if is_undecided => export_cover::more_can_come(),
        0 if results.sent == 0 => export_cover::none_begun(),
        0 => export_cover::not_asked(),
        open => export_cover::open(open),
    };
    let rows = match of {
        ExportOf::WholeList => export_cover::whole_list(),
        ExportOf::Calls(query) => {
            let robots = robots(&counted, task.results.as_ref());
            query.words(&letters(&results), &robots)
        }
    };
    let columns = match task.columns_dropped {
        true => export_cover::columns_dropped(),
        false => export_cover::all_columns(),
    };
    let mut lines = vec![
        (export_cover::task(), Message::verbatim(&task.name)),
        (export_cover::as_of(), as_of),
        (export_cover::so_far(), open),
        (export_cover::rows(), rows),
        (export_cover::columns(), columns),
        (export_cover::exported(), moment(now)),
        (export_cover::dialled(), dialled_definition()),
        (export_cover::reached(), reached_definition()),
    ];
    let groups = CallGroup::ALL.into_iter();
    lines.extend(groups.map(|group| (group.label(), group.sentence())));
    lines
}

/// `calls-ride-vouchers-week-48-20261127-1432.csv`: of ASCII letters, digits and dashes, with the moment that the calls are of.
fn file_name(task: &str, as_of: Timestamp, zone: &TimeZone, kind: FileKind) -> Message {
    let plain = |letter: char| match letter.to_ascii_lowercase() {
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => ' ',
    };
    let words: String = task.chars().map(plain).collect();
    let words: Vec<&str> = words.split_whitespace().collect();
    let moment = as_of.to_zoned(zone.clone());
    let moment = moment.strftime("%Y%m%d-%H%M").to_string();
    match words.is_empty() {
        true => file_names::calls(kind.extension(), moment),
        false => file_names::calls_of_task(kind.extension(), moment, words.join("-")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_has_the_task_and_the_moment_and_nothing_that_a_header_or_a_disk_refuses()
    {
        let at: Timestamp = "2026-11-27T20:32:10Z".parse().unwrap();
        let zone = TimeZone::get("America/Mexico_City").unwrap();
        let named = |task| file_name(task, at, &zone, FileKind::Csv).to_string();
        assert_eq!(
            named("Ride vouchers, week 48"),
            "calls-ride-vouchers-week-48-20261127-1432.csv"
        );
        assert_eq!(named("每周\"\r\n/.."), "calls-20261127-1432.csv");
    }
}
