//! The numbers of a sheet that is uploaded as a do-not-call list.

use std::fs::File;

use leads::validate_mobile;
use leads::views::header_at;
use leads::{Country, Edits, Field, Mapping, Row, RowMarks, SheetHead};
use localization::Message;
use sheets::reader::ReadingHandle;
use sheets::{ReadOptions, RowSink, SheetError, SheetHeaders, SheetRow, UploadedFile};
use tokio_util::sync::CancellationToken;

use crate::Backend;
use crate::drafts::whole_list;
use crate::error::Error;
use crate::messages::do_not_call_files;

/// Rows without a readable number that are named.
const NAMED_ROWS: usize = 20;

/// The most rows of a list that is uploaded, far more than leads have: each leaves no more in memory than its number. Whoever keeps the register
/// of a whole country cuts it by region or prefix.
pub(super) const MAX_ROWS_OF_A_LIST: u32 = 2_000_000;

/// What was read of a file with numbers, beside the numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadOfFile {
    /// The column that they stood in.
    pub column: Message,
    /// Rows without a readable number.
    pub unreadable: u64,
    /// The first of those.
    pub unreadable_rows: Vec<u32>,
}

/// The numbers of a file, each once and in their order, as somebody in that country means them.
///
/// # Errors
/// As of [`SheetNumbers::read`], and where nobody waits any more.
pub(super) async fn numbers_of(
    backend: &Backend,
    file: &UploadedFile,
    (country, max_rows): (Country, u32),
    given_up: &CancellationToken,
) -> Result<(Vec<i64>, ReadOfFile), Error> {
    let opened = file.reader()?;
    let numbers = SheetNumbers::new(country, max_rows, given_up.clone());
    let read = whole_list::read(&backend.sheets, given_up, move |reader| {
        numbers.read(reader, opened)
    });
    let sheet = read.await??;
    let read = ReadOfFile {
        column: sheet.column().unwrap_or_else(|| Message::verbatim("")),
        unreadable: sheet.unreadable,
        unreadable_rows: sheet.unreadable_rows,
    };
    Ok((sheet.numbers, read))
}

/// Takes the numbers of rows as they are read.
struct SheetNumbers {
    country: Country,
    max_rows: u32,
    mapping: Mapping,
    headers: Vec<String>,
    /// Each as often as it comes.
    numbers: Vec<i64>,
    unreadable: u64,
    unreadable_rows: Vec<u32>,
    given_up: CancellationToken,
}

impl SheetNumbers {
    fn new(country: Country, max_rows: u32, given_up: CancellationToken) -> SheetNumbers {
        SheetNumbers {
            country,
            max_rows,
            mapping: Mapping::default(),
            headers: Vec::new(),
            numbers: Vec::new(),
            unreadable: 0,
            unreadable_rows: Vec::new(),
            given_up,
        }
    }

    /// Reads the file to its end.
    ///
    /// # Errors
    /// [`Error::Problems`] for `file` where it cannot be read, has no column with numbers, or most of its rows have none.
    fn read(mut self, reader: &ReadingHandle, mut file: File) -> Result<SheetNumbers, Error> {
        let options = ReadOptions {
            max_rows: self.max_rows,
            ..ReadOptions::new(self.country, &[])
        };
        let read = reader.read(&mut file, &options, &mut self);
        let refused = |sentence: Message| Error::problem("file", sentence);
        read.map_err(|problem| match problem {
            SheetError::Stopped if self.given_up.is_cancelled() => whole_list::nobody_waits(),
            SheetError::TooManyRows { .. } => {
                refused(do_not_call_files::too_many_rows(self.max_rows))
            }
            problem => refused(problem.message()),
        })?;
        if self.column().is_none() {
            let header = Field::Mobile.message();
            return Err(refused(do_not_call_files::no_number_column(header)));
        }
        if self.unreadable > self.numbers.len() as u64 {
            return Err(refused(do_not_call_files::mostly_unreadable(
                self.column().unwrap_or_else(|| Message::verbatim("")),
                self.unreadable_rows.first().copied().unwrap_or_default(),
            )));
        }
        self.numbers.sort_unstable();
        self.numbers.dedup();
        match self.numbers.is_empty() {
            true => Err(refused(do_not_call_files::no_rows())),
            false => Ok(self),
        }
    }

    /// The header of the column whose numbers are taken.
    fn column(&self) -> Option<Message> {
        let source = self.mapping.source(Field::Mobile)?;
        let columns: Vec<usize> = source.columns().collect();
        if let [column] = columns[..] {
            return Some(header_at(&self.headers, column));
        }
        let names = columns
            .iter()
            .filter_map(|at| self.headers.get(*at).cloned());
        Some(Message::verbatim(names.collect::<Vec<_>>().join(" + ")))
    }
}

impl RowSink for SheetNumbers {
    fn headers(&mut self, headers: SheetHeaders, first: &[SheetRow]) {
        let first = sheets::cells_of(first);
        let head = SheetHead {
            headers: &headers.names,
            hidden: &headers.hidden,
            first: &first,
        };
        self.mapping = Mapping::of_sheet(&head, &[], self.country, None);
        self.headers = headers.names;
    }

    fn row(&mut self, row: &SheetRow) -> bool {
        let lead = Row {
            cells: &row.cells,
            edits: &Edits::default(),
            marks: &RowMarks::NONE,
        };
        let text = lead.text(Field::Mobile, &self.mapping);
        let mobile = validate_mobile(&text, self.country).mobile;
        match mobile.and_then(|mobile| i64::try_from(mobile.number()).ok()) {
            Some(number) => self.numbers.push(number),
            None => {
                self.unreadable += 1;
                if self.unreadable_rows.len() < NAMED_ROWS {
                    self.unreadable_rows.push(row.number);
                }
            }
        }
        !self.given_up.is_cancelled()
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::io::Write as _;

    use sheets::reader::SheetReader;

    use super::*;

    fn read(rows: u32, max_rows: u32) -> Result<SheetNumbers, Error> {
        let mut file = tempfile::tempfile().unwrap();
        let mut text = String::from("Telefono\n");
        for row in 0..rows {
            writeln!(text, "55{:08}", 10_000_000 + row).unwrap();
        }
        file.write_all(text.as_bytes()).unwrap();
        let (_stop, reader) = SheetReader::in_process().begin();
        let mexico = Country::parse("MX").unwrap();
        let numbers = SheetNumbers::new(mexico, max_rows, CancellationToken::new());
        numbers.read(&reader, file)
    }

    #[test]
    fn a_register_may_be_longer_than_a_list_of_leads_and_not_endless() {
        let rows = sheets::MAX_ROWS + 1;
        let numbers = read(rows, MAX_ROWS_OF_A_LIST).unwrap();
        assert_eq!(numbers.numbers.len(), rows as usize);
        let Err(Error::Problems(problems)) = read(4, 3) else {
            panic!("four rows are not three");
        };
        assert_eq!(
            problems[0].sentence.to_string(),
            "The file has more than 3 rows. Cut it into parts, and upload each of them."
        );
    }
}
