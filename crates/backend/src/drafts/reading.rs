//! Reading the file of a draft in another way than was guessed.

use jiff::Timestamp;
use leads::Action;
use leads::views::{EncodingReading, NamedSheet, OtherReading, SheetView};
use sheets::{HeaderChoice, SheetFormat, TextEncoding, UploadedFile};

use super::intake::{self, Reading};
use super::{ValidationRules, at_version, robot_variables, still_open, whole_list};
use crate::error::Error;
use crate::ids::DraftId;
use crate::store::drafts::DraftRecord;
use crate::{Backend, Caller, accounts, messages, robots, store};

/// How a file is to be read.
#[derive(Clone, Debug)]
pub enum ReadingChoice {
    /// A text file in that encoding: a name or label of the WHATWG encoding standard.
    Encoding(String),
    /// That sheet of a workbook.
    Sheet(String),
    /// Those sheets too, as one list with the one that is read.
    AndSheets(Vec<String>),
    /// With the headers there.
    Headers(HeaderChoice),
}

/// Reads the file that was uploaded once more, as chosen. Its leads replace those of the draft; what was fixed is gone.
///
/// # Errors
/// [`Error::Conflict`] where the file is not kept, the draft is no longer at `version`, or the file cannot be read in this
/// way: everything then stays as it was.
pub async fn read_again(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    version: i64,
    choice: ReadingChoice,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    let account = accounts::of(backend, caller).await?;
    let known = robots::known(backend, &account, now).await?.robots;
    let robot = super::open_draft(backend, caller, id).await?.form.0.robot;
    let variables = robot_variables(backend, &account, now, &robot).await?;
    let (backend, person) = (backend.clone(), caller.person);
    let read = whole_list::run(backend.clone(), |given_up| async move {
        let pool = &backend.pool;
        let draft = store::drafts::by_id(pool, account.id, id).await?;
        let draft = draft.ok_or(Error::NotFound)?;
        at_version(&draft, version)?;
        // Whatever is changed meanwhile, another file in its place too, counts the version up.
        let upload = kept_file(&backend, &draft).await?;
        let format = draft.format.as_ref().ok_or(Error::NotFound)?;
        let reading = choice.applied_to(Reading::as_it_is(variables, &format.0))?;
        let validation = ValidationRules::of_draft(&backend, &account, &known, now, &draft);
        let read = intake::read_sheet(&backend, &validation, reading, &upload, given_up).await?;
        let (format, list) = read.map_err(|problem| Error::Conflict(problem.message()))?;
        let mut transaction = pool.begin().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        let draft = store::drafts::lock(&mut transaction, account.id, id)
            .await?
            .ok_or(Error::NotFound)?;
        still_open(&draft)?;
        at_version(&draft, version)?;
        let leads = list.leads();
        intake::replace_sheet(&mut transaction, &validation, &upload, &format, list).await?;
        store::contributors::count_change(&mut transaction, now, id, person).await?;
        transaction.commit().await?;
        whole_list::schedule_analyze(&backend, now, leads);
        Ok(())
    });
    read.await
}

/// The file that was uploaded into the draft, as it was.
async fn kept_file(backend: &Backend, draft: &DraftRecord) -> Result<UploadedFile, Error> {
    still_open(draft)?;
    let mut connection = backend.pool.acquire().await?;
    let file = store::files::load(&mut connection, draft.id).await?;
    let (Some(file), Some(file_name), Some(digest)) =
        (file, draft.file_name.clone(), &draft.file_digest)
    else {
        return Err(Error::Conflict(messages::drafts::file_is_gone()));
    };
    Ok(UploadedFile {
        size: file.metadata()?.len(),
        file,
        file_name,
        digest: digest
            .as_slice()
            .try_into()
            .map_err(|_| Error::Inconsistent("drafts.file_digest"))?,
    })
}

impl ReadingChoice {
    fn applied_to(self, reading: Reading) -> Result<Reading, Error> {
        Ok(match self {
            ReadingChoice::Encoding(label) => Reading {
                encoding: Some(TextEncoding::named(&label).ok_or(Error::NotFound)?),
                ..reading
            },
            ReadingChoice::Sheet(name) => Reading {
                sheet: Some(name),
                and_sheets: Vec::new(),
                ..reading
            },
            ReadingChoice::AndSheets(names) => Reading {
                and_sheets: names,
                ..reading
            },
            ReadingChoice::Headers(choice) => Reading {
                header_row: Some(choice),
                ..reading
            },
        })
    }
}

/// The sheet, with the ways in which it can be read otherwise.
pub(super) fn sheet(draft: &DraftRecord) -> Result<SheetView, Error> {
    let format = draft.format.as_ref().ok_or(Error::NotFound)?;
    let view = super::sheet_view(draft).ok_or(Error::NotFound)?;
    if !draft.file_is_kept {
        return Ok(view);
    }
    let other_lists = format.0.leads_elsewhere.iter();
    Ok(SheetView {
        other_reading: other_reading(&format.0),
        first_rows: format.0.first_rows.clone(),
        other_lists: other_lists
            .map(|(sheet, rows)| (named_sheet(&format.0, sheet), *rows))
            .collect(),
        ..view
    })
}

/// The ways to read a file of that format.
fn other_reading(format: &SheetFormat) -> Option<OtherReading> {
    if let Some(current) = &format.encoding {
        // Nothing is wrong with letters that read in one way only.
        if current == "utf-8" && format.previews.is_empty() {
            return None;
        }
        return Some(encodings(current, format));
    }
    let current = format
        .sheet
        .clone()
        .filter(|_| !format.other_sheets.is_empty())?;
    let all = std::iter::once(&current).chain(&format.other_sheets);
    let all = all.map(|sheet| named_sheet(format, sheet)).collect();
    Some(OtherReading::Sheet { current, all })
}

fn named_sheet(format: &SheetFormat, sheet: &str) -> NamedSheet {
    NamedSheet {
        key: sheet.to_owned(),
        name: format.name_of(sheet),
    }
}

/// The encodings that can be chosen: those that show something else come first, the current one at their head.
fn encodings(current: &str, format: &SheetFormat) -> OtherReading {
    let reading = |encoding: TextEncoding, sample: String| EncodingReading {
        name: encoding.name(),
        label: encoding.message(),
        sample,
    };
    let mut readings: Vec<EncodingReading> = format
        .previews
        .iter()
        .filter_map(|preview| {
            let encoding = TextEncoding::named(&preview.encoding)?;
            Some(reading(
                encoding,
                telling_cell(&preview.lines, format.delimiter),
            ))
        })
        .collect();
    if !readings.iter().any(|reading| reading.name == current) {
        let encoding = TextEncoding::named(current);
        let current = encoding.map(|encoding| reading(encoding, String::new()));
        readings.splice(0..0, current);
    }
    let others = TextEncoding::all()
        .filter(|encoding| readings.iter().all(|shown| shown.name != encoding.name()))
        .map(|encoding| reading(encoding, String::new()))
        .collect();
    OtherReading::Encoding {
        current: current.to_owned(),
        readings,
        others,
    }
}

/// The first cell of those lines with letters beyond ASCII: a header or a name.
fn telling_cell(lines: &[String], delimiter: Option<char>) -> String {
    let cells = lines
        .iter()
        .flat_map(|line| line.split(|character| Some(character) == delimiter));
    let mut cells = cells.map(|cell| cell.trim().trim_matches('"'));
    let cell = cells.find(|cell| !cell.is_ascii()).unwrap_or_default();
    leads::excerpt(cell, super::questions::MAX_SAMPLE_LENGTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_told_by_the_first_cell_that_reads_otherwise() {
        let lines = ["7;\"Peña, José\";Mérida".to_owned()];
        assert_eq!(telling_cell(&lines, Some(';')), "Peña, José");
        assert_eq!(telling_cell(&["7;8".to_owned()], Some(';')), "");
    }
}
