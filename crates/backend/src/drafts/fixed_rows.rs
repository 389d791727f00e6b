//! The rows of a file that was downloaded and fixed: read to the end before any of them is taken.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Seek, Write};

use leads::views::CellChange;
use leads::{Country, Field};
use localization::{Language, Message, Number};
use sheets::reader::ReadingHandle;
use sheets::{ReadOptions, RowSink, SheetError, SheetHeaders, SheetRow, unescape_formula};
use tempfile::SpooledTempFile;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::whole_list;
use crate::error::Error;
use crate::messages::fixed_rows;

/// Rows of up to so many bytes wait in memory, more on the disk.
const MAX_IN_MEMORY: usize = 4 * 1024 * 1024;

/// Rows that are handed over at once, and the bytes of their cells after which there are enough.
const ROWS_AT_ONCE: usize = 500;
const BYTES_AT_ONCE: usize = 1024 * 1024;

/// Where a file has what is taken from it.
struct Places {
    number: usize,
    /// The header of the numbers.
    number_header: String,
    fields: Vec<(Field, usize)>,
}

/// Takes the rows of a fixed file as they are read.
pub struct FixedRows {
    labels: Vec<(Field, Message)>,
    places: Option<Places>,
    rows: BufWriter<SpooledTempFile>,
    /// What is wrong with the file.
    refusal: Option<Message>,
    failure: Option<io::Error>,
    given_up: CancellationToken,
}

/// The rows of a fixed file that was read to its end.
pub struct ReadRows {
    fields: Vec<Field>,
    rows: SpooledTempFile,
    is_escaped: bool,
}

/// A row as it waits: its number, and the texts of the fields.
type WaitingRow = (u32, Vec<String>);

impl FixedRows {
    /// `labels` are the names of the fields in a file, to be told in the language in which it was written. Other columns are ignored.
    pub fn new(labels: Vec<(Field, Message)>, given_up: CancellationToken) -> FixedRows {
        FixedRows {
            labels,
            places: None,
            rows: BufWriter::new(SpooledTempFile::new(MAX_IN_MEMORY)),
            refusal: None,
            failure: None,
            given_up,
        }
    }

    /// Reads the file to its end.
    ///
    /// # Errors
    /// [`Error::Conflict`] where it cannot be read, or is no such file.
    pub fn read(
        mut self,
        reader: &ReadingHandle,
        mut file: File,
        country: Country,
    ) -> Result<ReadRows, Error> {
        let read = reader.read(&mut file, &ReadOptions::new(country, &[]), &mut self);
        if let Some(refusal) = self.refusal {
            return Err(Error::Conflict(refusal));
        }
        if let Some(failure) = self.failure {
            return Err(Error::Machine(failure));
        }
        let format = read.map_err(|problem| match problem {
            SheetError::Stopped if self.given_up.is_cancelled() => whole_list::nobody_waits(),
            problem => Error::Conflict(problem.message()),
        })?;
        let mut rows = self.rows.into_inner().map_err(|error| error.into_error())?;
        rows.rewind()?;
        let places = self.places.map(|places| places.fields).unwrap_or_default();
        Ok(ReadRows {
            fields: places.into_iter().map(|(field, _)| field).collect(),
            rows,
            is_escaped: format.format == "csv",
        })
    }

    /// Finds the columns by the headers of one language: a file has those of whoever downloaded it.
    fn find_places(&self, headers: &[String]) -> Result<Places, Message> {
        let mut languages = Language::ALL.into_iter();
        let found = languages.find_map(|language| self.places_in(language, headers));
        found.ok_or_else(|| {
            fixed_rows::columns_missing(sheets::reason_header(), sheets::row_header())
        })
    }

    fn places_in(&self, language: Language, headers: &[String]) -> Option<Places> {
        // Only a text file has its headers escaped, and which format it is, is known at the end.
        let place_of = |is_wanted: &dyn Fn(&str) -> bool| {
            headers.iter().position(|header| {
                [header.as_str(), unescape_formula(header)]
                    .into_iter()
                    .any(|header| is_wanted(header.trim()))
            })
        };
        let place = |name: &str| place_of(&|header| header == name);
        let number_header = sheets::row_header().text(language);
        let number = place(&number_header)?;
        place_of(&|header| sheets::is_reason_header(header, language))?;
        let fields = self.labels.iter();
        let fields = fields.filter_map(|(field, label)| {
            let label = label.text(language);
            let place = place(&label).or_else(|| {
                // Files from before name the field first, in English: `ExtraA · Oferta`.
                let field = field.message();
                let name = label.strip_suffix(&format!(" ({field})"))?;
                place(&format!("{field} · {name}"))
            });
            Some((*field, place?))
        });
        Some(Places {
            fields: fields.collect(),
            number,
            number_header,
        })
    }

    fn take(&mut self, line: u32, cells: &[String]) -> Option<()> {
        let places = self.places.as_ref()?;
        let cell = |place: usize| cells.get(place).map_or("", String::as_str);
        let Ok(row) = cell(places.number).trim().parse::<u32>() else {
            self.refusal = Some(fixed_rows::no_number(&places.number_header, line));
            return None;
        };
        let texts: Vec<&str> = places
            .fields
            .iter()
            .map(|(_, place)| cell(*place))
            .collect();
        let written = serde_json::to_writer(&mut self.rows, &(row, texts))
            .map_err(io::Error::from)
            .and_then(|()| self.rows.write_all(b"\n"));
        self.failure = written.err();
        (self.failure.is_none() && !self.given_up.is_cancelled()).then_some(())
    }
}

impl RowSink for FixedRows {
    fn headers(&mut self, headers: SheetHeaders, _: &[SheetRow]) {
        match self.find_places(&headers.names) {
            Ok(places) => self.places = Some(places),
            Err(refusal) => self.refusal = Some(refusal),
        }
    }

    fn row(&mut self, row: &SheetRow) -> bool {
        self.take(row.number, &row.cells).is_some()
    }
}

/// What is said of a row that the file names and the draft does not have.
pub fn no_such_row(row: impl Into<Number>) -> Error {
    Error::Conflict(fixed_rows::no_such_row(row))
}

impl ReadRows {
    /// Hands the rows on, a batch at a time, until nobody takes them any more. Of several rows with one number the last
    /// counts.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn send(self, sender: &mpsc::Sender<BTreeMap<i32, Vec<CellChange>>>) -> Result<(), Error> {
        let lines = serde_json::Deserializer::from_reader(BufReader::new(self.rows));
        let (mut batch, mut bytes) = (BTreeMap::new(), 0);
        for waiting in lines.into_iter::<WaitingRow>() {
            let (row, texts) = waiting.map_err(io::Error::from)?;
            bytes += texts.iter().map(String::len).sum::<usize>();
            let changes = self
                .fields
                .iter()
                .zip(texts)
                .map(|(field, text)| CellChange {
                    row,
                    field: *field,
                    text: match self.is_escaped {
                        true => unescape_formula(&text).to_owned(),
                        false => text,
                    },
                });
            let row = i32::try_from(row).map_err(|_| no_such_row(row))?;
            batch.insert(row, changes.collect());
            if batch.len() == ROWS_AT_ONCE || bytes > BYTES_AT_ONCE {
                bytes = 0;
                if sender.blocking_send(std::mem::take(&mut batch)).is_err() {
                    return Ok(());
                }
            }
        }
        // Who no longer takes them says why when asked.
        let _ = sender.blocking_send(batch);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Found = (usize, Vec<(Field, usize)>);

    fn places(headers: &[String]) -> Result<Found, Message> {
        let variable = sheets::variable_header("Oferta", Field::ExtraA.message());
        let labels = vec![
            (Field::Mobile, Field::Mobile.message()),
            (Field::ExtraA, variable),
        ];
        let rows = FixedRows::new(labels, CancellationToken::new());
        let found = rows.find_places(headers)?;
        Ok((found.number, found.fields))
    }

    #[test]
    fn a_file_from_before_has_its_columns_by_older_names() {
        let places = |headers: [&str; 4]| places(&headers.map(str::to_owned)).ok();
        let expected = Some((0, vec![(Field::Mobile, 1), (Field::ExtraA, 2)]));
        let now = ["Row", "Mobile", "Oferta (ExtraA)", "What to fix"];
        let before = ["Row", "Mobile", "ExtraA · Oferta", "What to mend"];
        assert_eq!(places(now), expected);
        assert_eq!(places(before), expected);
        assert_eq!(places(["Row", "Mobile", "ExtraA", "Why"]), None);
    }

    #[test]
    fn a_file_that_was_written_in_any_language_has_its_columns() {
        for language in Language::ALL {
            let variable = sheets::variable_header("Oferta", Field::ExtraA.message());
            let headers = [variable, Field::Mobile.message()].map(|header| header.text(language));
            let mut file = tempfile::tempfile().unwrap();
            let row = sheets::RowToFix {
                row: 7,
                cells: vec!["20%".to_owned(), "0812".to_owned()],
                reason: "0812?".to_owned(),
            };
            sheets::write_rows_to_fix(sheets::FileKind::Csv, &headers, [row], language, &mut file)
                .unwrap();
            let labels = vec![
                (Field::Mobile, Field::Mobile.message()),
                (
                    Field::ExtraA,
                    sheets::variable_header("Oferta", Field::ExtraA.message()),
                ),
            ];
            let rows = FixedRows::new(labels, CancellationToken::new());
            let (_stop, reader) = sheets::reader::SheetReader::in_process().begin();
            let read = rows
                .read(&reader, file, Country::parse("ID").unwrap())
                .unwrap();
            assert_eq!(read.fields, [Field::Mobile, Field::ExtraA], "{language:?}");
            let (sender, mut batches) = mpsc::channel(1);
            read.send(&sender).unwrap();
            let batch = batches.try_recv().unwrap();
            let texts: Vec<&str> = batch[&7]
                .iter()
                .map(|change| change.text.as_str())
                .collect();
            assert_eq!(texts, ["0812", "20%"], "{language:?}");
        }
    }

    #[test]
    fn what_is_missing_is_named_as_the_reader_would_see_it() {
        let refusal = places(&["Mobile".to_owned()]).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "The columns “Row” and “What to fix” are missing. Download the rows to fix, and upload that file."
        );
        assert!(
            refusal
                .text(Language::Indonesian)
                .starts_with("Kolom “Baris” dan “Yang perlu")
        );
    }
}
