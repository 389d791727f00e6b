//! The rows of a file that was downloaded and fixed: read to the end before any of them is taken.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Seek, Write};

use leads::views::CellChange;
use leads::{Country, Field};
use sheets::reader::ReadingHandle;
use sheets::{
    REASON_HEADER, REASON_HEADER_BEFORE, ROW_HEADER, ReadOptions, RowSink, SheetError,
    SheetHeaders, SheetRow, unescape_formula,
};
use tempfile::SpooledTempFile;
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use super::whole_list;
use crate::error::Error;

/// Rows of up to so many bytes wait in memory, more on the disk.
const MAX_IN_MEMORY: usize = 4 * 1024 * 1024;

/// Rows that are handed over at once, and the bytes of their cells after which there are enough.
const ROWS_AT_ONCE: usize = 500;
const BYTES_AT_ONCE: usize = 1024 * 1024;

/// Where a file has what is taken from it.
struct Places {
    number: usize,
    fields: Vec<(Field, usize)>,
}

/// Takes the rows of a fixed file as they are read.
pub struct FixedRows {
    labels: Vec<(Field, String)>,
    places: Option<Places>,
    rows: BufWriter<SpooledTempFile>,
    /// What is wrong with the file, in words for whoever sent it.
    refusal: Option<String>,
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
    /// `labels` are the names that the file gives to the fields. Columns of other names are nobody's business here.
    pub fn new(labels: Vec<(Field, String)>, given_up: CancellationToken) -> FixedRows {
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
            return Err(Error::Conflict(refusal.into()));
        }
        if let Some(failure) = self.failure {
            return Err(Error::Machine(failure));
        }
        let format = read.map_err(|problem| match problem {
            SheetError::Stopped if self.given_up.is_cancelled() => whole_list::nobody_waits(),
            problem => Error::Conflict(problem.to_string().into()),
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

    fn find_places(&self, headers: &[String]) -> Result<Places, String> {
        // Only a text file has its headers escaped, and which format it is, is known at the end.
        let place = |name: &str| {
            headers.iter().position(|header| {
                [header.as_str(), unescape_formula(header)]
                    .into_iter()
                    .any(|header| header.trim() == name)
            })
        };
        let reason = place(REASON_HEADER).or_else(|| place(REASON_HEADER_BEFORE));
        let Some(number) = place(ROW_HEADER).filter(|_| reason.is_some()) else {
            return Err(format!(
                "The columns “{ROW_HEADER}” and “{REASON_HEADER}” are missing. Download the rows to fix, and upload that file."
            ));
        };
        let fields = self.labels.iter();
        let fields = fields.filter_map(|(field, label)| {
            let place = place(label).or_else(|| {
                // Files from before name the field first: `ExtraA · Oferta`.
                let name = label.strip_suffix(&format!(" ({})", field.label()))?;
                place(&format!("{} · {name}", field.label()))
            });
            Some((*field, place?))
        });
        Ok(Places {
            number,
            fields: fields.collect(),
        })
    }

    fn take(&mut self, line: u32, cells: &[String]) -> Option<()> {
        let places = self.places.as_ref()?;
        let cell = |place: usize| cells.get(place).map_or("", String::as_str);
        let Ok(row) = cell(places.number).trim().parse::<u32>() else {
            self.refusal = Some(format!(
                "Nothing was changed: row {line} of the file has no number in “{ROW_HEADER}”. Do not change that column."
            ));
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
pub fn no_such_row(row: impl Display) -> Error {
    Error::Conflict(
        format!(
            "Nothing was changed: row {row} is not in this draft. Choose the file you downloaded."
        )
        .into(),
    )
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

    #[test]
    fn a_file_from_before_has_its_columns_by_older_names() {
        let labels = vec![
            (Field::Mobile, "Mobile".to_owned()),
            (Field::ExtraA, "Oferta (ExtraA)".to_owned()),
        ];
        let rows = FixedRows::new(labels, CancellationToken::new());
        let places = |headers: [&str; 4]| {
            let places = rows.find_places(&headers.map(str::to_owned)).ok()?;
            Some((places.number, places.fields))
        };
        let expected = Some((0, vec![(Field::Mobile, 1), (Field::ExtraA, 2)]));
        let now = ["Row", "Mobile", "Oferta (ExtraA)", "What to fix"];
        let before = ["Row", "Mobile", "ExtraA · Oferta", "What to mend"];
        assert_eq!(places(now), expected);
        assert_eq!(places(before), expected);
        assert_eq!(places(["Row", "Mobile", "ExtraA", "Why"]), None);
    }
}
