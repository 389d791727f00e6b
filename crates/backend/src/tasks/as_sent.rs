//! The list of a task as it was sent, as a file: each lead with what became of its batch.

use std::collections::HashMap;
use std::fs::File;
use std::io;

use futures::TryStreamExt;
use jiff::Timestamp;
use leads::{Action, Field, Mapping};
use localization::{Language, Message};
use sheets::FileKind;
use sqlx::PgConnection;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::drafts::{Download, ROWS_UNDER_WAY, whole_list, written};
use crate::error::{Error, Unreadable};
use crate::events::Event;
use crate::hourly::Costly;
use crate::ids::{DraftId, TaskId};
use crate::messages::{exports, file_names};
use crate::store::as_sent::SentLead;
use crate::store::events::{self, NewEvent};
use crate::{Backend, Caller, payload, retention, store};

/// The columns behind those of the list.
fn behind() -> [Message; 3] {
    [
        exports::batch(),
        exports::batch_status(),
        exports::refused_by_airudder(),
    ]
}

/// The leads of a task as they were sent, with the state of their batches and what AIRudder said where it refused one. Who takes the
/// file is written down: it is a look at personal data. Headers and states are in that language.
///
/// # Errors
/// [`Error::NotFound`] where there is no such task in the account, or it is a test; [`Error::TooOften`].
pub async fn as_sent(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
    kind: FileKind,
    language: Language,
) -> Result<Download, Error> {
    caller.must(Action::SeeNumbers)?;
    backend.count(caller, Costly::Download, now)?;
    let (backend, caller) = (backend.clone(), caller.clone());
    let written = whole_list::run(backend.clone(), |given_up| async move {
        let task = store::tasks::by_id(&backend.pool, caller.account.id, id).await?;
        // The number of a test is its person's own.
        let task = task.filter(|task| !task.is_test).ok_or(Error::NotFound)?;
        let check = store::checks::by_id(&backend.pool, task.check_id).await?;
        let check = check.ok_or(Error::Inconsistent("a task without its check"))?;
        let mut transaction = backend.pool.begin().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        retention::expect_kept(&mut transaction, &caller.account, now, id).await?;
        let sent = Sent {
            references: check.with_references.then_some(check.draft_id),
            mapping: check.mapping.0,
        };
        let how = (kind, language);
        let (leads, file) = write(&mut transaction, id, sent, how, &given_up).await?;
        let taken = Event::LeadsDownloaded { leads };
        let event = NewEvent::of(&caller, now, taken).task(id);
        events::insert(&mut transaction, &event).await?;
        transaction.commit().await?;
        Download::of(file_names::leads_as_sent(kind.extension()), file)
    });
    written.await
}

/// As what leads were sent.
struct Sent {
    mapping: Mapping,
    /// The draft whose leads got a reference where they had no note.
    references: Option<DraftId>,
}

impl Sent {
    /// The fields that were sent.
    fn fields(&self) -> Vec<Field> {
        let is_filled = |field: &Field| match field {
            Field::Mobile => true,
            Field::Comments if self.references.is_some() => true,
            field => self.mapping.source(*field).is_some(),
        };
        Field::ALL.into_iter().filter(is_filled).collect()
    }

    /// What a field of a lead was sent as.
    fn text(&self, lead: &SentLead, field: Field) -> String {
        let text = lead.row.text(field, &self.mapping);
        match (field, lead.number, self.references) {
            // As it is called, however the list spells it.
            (Field::Mobile, Some(number), _) => format!("+{number}"),
            (Field::Comments, _, Some(draft)) if text.trim().is_empty() => {
                payload::reference(draft, lead.row.row)
            }
            _ => text,
        }
    }
}

/// Writes the file, a lead at a time: how many there are, and the file.
async fn write(
    connection: &mut PgConnection,
    task: TaskId,
    sent: Sent,
    (kind, language): (FileKind, Language),
    given_up: &CancellationToken,
) -> Result<(u64, File), Error> {
    let mut states = HashMap::new();
    for batch in store::batches::of_task(connection, task).await? {
        let state = batch.state()?.label();
        states.insert(batch.number, state.text(language));
    }
    let (sender, rows) = mpsc::channel(ROWS_UNDER_WAY);
    let file =
        tokio::task::spawn_blocking(move || write_rows((kind, language), &sent, &states, rows));
    let mut records = store::as_sent::leads(connection, task);
    let mut leads = 0;
    while let Some(record) = records.try_next().await? {
        if given_up.is_cancelled() {
            return Err(whole_list::nobody_waits());
        }
        // Who no longer takes them says why when asked.
        if sender.send(record).await.is_err() {
            break;
        }
        leads += 1;
    }
    drop((sender, records));
    let file = file
        .await
        .map_err(|error| Error::Machine(io::Error::other(error)))??;
    Ok((leads, file))
}

/// The headers of a file with those fields.
fn headers(fields: &[Field], language: Language) -> Vec<String> {
    let labels = fields.iter().map(|field| field.message());
    let headers = std::iter::once(sheets::row_header()).chain(labels);
    let headers = headers.chain(behind());
    headers.map(|header| header.text(language)).collect()
}

fn write_rows(
    (kind, language): (FileKind, Language),
    sent: &Sent,
    states: &HashMap<i32, String>,
    mut records: mpsc::Receiver<SentLead>,
) -> Result<File, Error> {
    let fields = sent.fields();
    let headers = headers(&fields, language);
    let records = std::iter::from_fn(|| records.blocking_recv());
    let row = |record: &SentLead| cells(record, sent, &fields, states);
    written(records, row, |rows, file| {
        sheets::write_rows(kind, &headers, rows, language, file)
    })
}

fn cells(
    lead: &SentLead,
    sent: &Sent,
    fields: &[Field],
    states: &HashMap<i32, String>,
) -> Result<Vec<String>, Unreadable> {
    let mut cells = vec![store::row_number(lead.row.row)?.to_string()];
    cells.extend(fields.iter().map(|field| sent.text(lead, *field)));
    let state = states.get(&lead.batch).map_or("", String::as_str);
    let refusal = lead.refusal.as_deref().unwrap_or_default();
    cells.extend([lead.batch.to_string().as_str(), state, refusal].map(str::to_owned));
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use leads::{Country, SheetHead};

    use super::*;

    #[test]
    fn the_file_fills_the_fields_that_were_sent_when_it_is_read_as_a_list() {
        let fields = [
            Field::Customer,
            Field::Mobile,
            Field::Platform,
            Field::Comments,
            Field::Gender,
        ];
        for language in Language::ALL {
            let headers = headers(&fields, language);
            let row = |number: &str| {
                let cells = [
                    "2",
                    "Ani",
                    number,
                    "Demo",
                    "CX-7KQ2-2",
                    "female",
                    "1",
                    "",
                    "",
                ];
                cells.map(str::to_owned).to_vec()
            };
            let head = SheetHead {
                headers: &headers,
                hidden: &[],
                first: &[row("+6281233508801"), row("+6281390417725")],
            };
            let mapping = Mapping::of_sheet(&head, &[], Country::parse("ID").unwrap(), None);
            let filled: Vec<_> = (0..headers.len()).map(|at| mapping.filled_by(at)).collect();
            let mut expected = vec![None; headers.len()];
            for (place, field) in fields.into_iter().enumerate() {
                expected[place + 1] = Some(field);
            }
            assert_eq!(filled, expected, "{headers:?}");
            assert_eq!(mapping.questions(), [], "{headers:?}");
        }
    }
}
