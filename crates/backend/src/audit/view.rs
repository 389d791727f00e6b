//! The audit log for administrators: a page of it, and as a file.

use std::fs::File;
use std::io;

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use leads::Action;
use leads::views::{
    AUDIT_ENTRIES_ON_A_PAGE, AuditLine, AuditObjectKind, AuditObjectView, AuditOutcome, AuditPlace,
    AuditQuery, AuditView,
};
use localization::{Language, Message};
use serde_json::Value;
use sheets::FileKind;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::{AuditAction, AuditEntry, Source};
use crate::drafts::{Download, whole_list, written};
use crate::error::{Error, Unreadable};
use crate::hourly::Costly;
use crate::messages::{audit_file, audit_sentences as texts, file_names};
use crate::store::audit_pages::{self, EntryFilter, EntryRow};
use crate::{Backend, Caller, store};

/// Entries that are read at once for a file.
const READ_AT_ONCE: i64 = 1000;

/// The columns of the file.
fn headers() -> [Message; 12] {
    [
        audit_file::number(),
        audit_file::time(),
        audit_file::person(),
        audit_file::done_with(),
        audit_file::what(),
        audit_file::about(),
        audit_file::id(),
        audit_file::outcome(),
        audit_file::address(),
        audit_file::browser(),
        audit_file::session(),
        audit_file::details(),
    ]
}

/// A page of the audit log, the newest entry first.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn view(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    query: AuditQuery,
) -> Result<AuditView, Error> {
    caller.must(Action::Administer)?;
    let most = AUDIT_ENTRIES_ON_A_PAGE as usize;
    let filter = filter(caller, &query);
    let (mut rows, people) = tokio::try_join!(
        audit_pages::page(
            &backend.pool,
            &filter,
            i64::from(AUDIT_ENTRIES_ON_A_PAGE) + 1
        ),
        audit_pages::people(&backend.pool)
    )?;
    let more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| more).map(place);
    let lines = rows.into_iter().map(|row| line(caller, now, row));
    Ok(AuditView {
        lines: lines.collect::<Result<_, _>>()?,
        next,
        query,
        people: people
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
        zone: caller.account.zone_label(now),
    })
}

/// The entries that are asked for as CSV, the newest first, with headers and sentences in that language. That they were taken is an entry
/// itself.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators; [`Error::TooOften`].
pub async fn export(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    query: AuditQuery,
    language: Language,
) -> Result<Download, Error> {
    caller.must(Action::Administer)?;
    backend.count(caller, Costly::Download, now)?;
    let (backend, caller) = (backend.clone(), caller.clone());
    let exported = whole_list::run(backend.clone(), |given_up| async move {
        let filter = EntryFilter {
            behind: None,
            ..filter(&caller, &query)
        };
        let (sender, rows) = mpsc::channel(2);
        let file = tokio::task::spawn_blocking(move || write(rows, language));
        let entries = send(&backend, filter, &sender, &given_up).await?;
        drop(sender);
        let file = file
            .await
            .map_err(|error| Error::Machine(io::Error::other(error)))??;
        let exported = AuditAction::AuditLogExported { entries };
        let entry = AuditEntry::of(&caller, now, exported);
        store::audit::insert(&backend.pool, &entry).await?;
        Download::of(file_names::audit_log("csv"), file)
    });
    exported.await
}

/// Hands the entries on; how many there are. Each piece begins behind the last entry of the one before: what is written meanwhile is newer.
async fn send(
    backend: &Backend,
    mut filter: EntryFilter,
    sender: &mpsc::Sender<Vec<EntryRow>>,
    given_up: &CancellationToken,
) -> Result<u64, Error> {
    let mut entries = 0;
    loop {
        if given_up.is_cancelled() {
            return Err(whole_list::nobody_waits());
        }
        let rows = audit_pages::page(&backend.pool, &filter, READ_AT_ONCE).await?;
        let Some(last) = rows.last() else {
            return Ok(entries);
        };
        filter.behind = Some(place(last));
        entries += rows.len() as u64;
        // Who no longer takes them says why when asked.
        if sender.send(rows).await.is_err() {
            return Ok(entries);
        }
    }
}

fn write(mut pieces: mpsc::Receiver<Vec<EntryRow>>, language: Language) -> Result<File, Error> {
    let headers = headers().map(|header| header.text(language));
    let rows = std::iter::from_fn(|| pieces.blocking_recv()).flatten();
    let cells = |row: &EntryRow| cells(row, language);
    written(rows, cells, |rows, file| {
        sheets::write_rows(FileKind::Csv, &headers, rows, language, file)
    })
}

fn cells(row: &EntryRow, language: Language) -> Result<Vec<String>, Unreadable> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let object_kind = object_kind(row)?.map(|kind| kind.label().text(language));
    Ok(vec![
        row.number.to_string(),
        row.at.to_jiff().to_string(),
        text(&row.person_name),
        done_with(row)?.text(language),
        sentence(&row.action, &row.detail).text(language),
        object_kind.unwrap_or_default(),
        text(&row.object_id),
        outcome(row)?.label().text(language),
        text(&row.address),
        text(&row.browser),
        text(&row.session),
        row.detail.to_string(),
    ])
}

fn place(row: &EntryRow) -> AuditPlace {
    AuditPlace {
        at: row.at.to_jiff().as_microsecond(),
        number: row.number,
    }
}

fn filter(caller: &Caller, query: &AuditQuery) -> EntryFilter {
    let starts = |day: Date| {
        let start = day.to_zoned(caller.account.zone().clone());
        start.ok().map(|start| start.timestamp())
    };
    let after = |day: Date| day.checked_add(1.day()).ok().and_then(starts);
    EntryFilter {
        person: query.person.parse().ok(),
        group: query.group.map(|group| group.key()),
        outcome: query.outcome.map(AuditOutcome::key),
        since: query.from.and_then(starts),
        until: query.to.and_then(after),
        object: Some(query.object.clone()).filter(|id| !id.is_empty()),
        behind: query.behind,
    }
}

/// What was done; an action of a later version by its key.
pub(crate) fn sentence(action: &str, detail: &Value) -> Message {
    match AuditAction::from_stored(action, detail) {
        Ok(action) => action.sentence(),
        Err(_) => Message::verbatim(format!("{}.", action.replace('_', " "))),
    }
}

fn unreadable(row: &EntryRow, column: &str) -> Unreadable {
    Unreadable::new("audit_log", column, row.number)
}

/// Through what it was done.
fn done_with(row: &EntryRow) -> Result<Message, Unreadable> {
    match Source::from_key(&row.source) {
        Some(Source::Browser) => Ok(audit_file::browser()),
        Some(Source::CommandLine) => Ok(texts::command_line()),
        None => Err(unreadable(row, "source")),
    }
}

fn object_kind(row: &EntryRow) -> Result<Option<AuditObjectKind>, Unreadable> {
    let Some(key) = &row.object_kind else {
        return Ok(None);
    };
    let kind = AuditObjectKind::from_key(key);
    kind.map(Some).ok_or_else(|| unreadable(row, "object_kind"))
}

fn outcome(row: &EntryRow) -> Result<AuditOutcome, Unreadable> {
    AuditOutcome::from_key(&row.outcome).ok_or_else(|| unreadable(row, "outcome"))
}

fn line(caller: &Caller, now: Timestamp, row: EntryRow) -> Result<AuditLine, Unreadable> {
    let who = match (&row.person_name, row.source.as_str()) {
        (Some(name), _) => Message::verbatim(name),
        (None, "command_line") => texts::command_line(),
        (None, _) => texts::not_signed_in(),
    };
    let object = match (object_kind(&row)?, &row.object_id) {
        (Some(kind), Some(id)) => Some(AuditObjectView {
            kind,
            id: id.clone(),
            name: row
                .object_name
                .clone()
                .filter(|name| !name.trim().is_empty()),
        }),
        _ => None,
    };
    let outcome = outcome(&row)?;
    let device = row.browser.as_deref().map(leads::browser_and_system);
    Ok(AuditLine {
        number: row.number.unsigned_abs(),
        at: leads::moment(row.at.to_jiff(), now, caller.account.zone()),
        who,
        sentence: sentence(&row.action, &row.detail),
        object,
        outcome,
        address: row.address,
        device,
        session: row.session,
    })
}

#[cfg(test)]
mod tests {
    use crate::store::at;

    use super::*;

    fn entry() -> EntryRow {
        EntryRow {
            number: 1_042,
            at: at(Timestamp::UNIX_EPOCH),
            source: "command_line".to_owned(),
            person_name: None,
            session: None,
            address: None,
            browser: None,
            action: "signed_in".to_owned(),
            object_kind: Some("draft".to_owned()),
            object_id: Some("01".to_owned()),
            object_name: None,
            outcome: "refused".to_owned(),
            detail: Value::Object(serde_json::Map::new()),
        }
    }

    #[test]
    fn the_file_has_the_words_of_the_reader_where_keys_are_stored() {
        let cells = |language| cells(&entry(), language).expect("it is readable");
        let words = |language| {
            let cells = cells(language);
            [3, 5, 7].map(|place: usize| cells[place].clone())
        };
        assert_eq!(
            words(Language::English),
            ["Command line", "Draft", "Refused"]
        );
        assert_eq!(
            words(Language::Spanish),
            ["Línea de comandos", "Borrador", "Rechazado"]
        );
        let in_browser = EntryRow {
            source: "browser".to_owned(),
            ..entry()
        };
        let cells = super::cells(&in_browser, Language::Indonesian).expect("it is readable");
        assert_eq!(cells[3], "Peramban");
    }

    #[test]
    fn what_is_stored_and_cannot_be_read_is_told_with_its_place() {
        let unknown = EntryRow {
            outcome: "postponed".to_owned(),
            ..entry()
        };
        let place = cells(&unknown, Language::English).expect_err("it is no outcome");
        assert_eq!(
            (place.column.as_str(), place.row.as_str()),
            ("outcome", "1042")
        );
    }
}
