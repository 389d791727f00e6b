//! What the two processes tell each other over their socket: first the order, then frames with rows.
//!
//! A frame is its kind, the number of values in it, its length, and the values in MessagePack.

use std::fmt;
use std::io::{self, Read, Write};
use std::marker::PhantomData;

use leads::views::RobotVariable;
use leads::{Country, RowMarks};
use serde::de::{Deserializer, Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::{
    HeaderChoice, MAX_COLUMNS, ReadOptions, RowSink, SheetError, SheetFormat, SheetHeaders,
    SheetRow, TextEncoding,
};

/// The longest frame, in bytes: that of the headers, whose first rows hold at most 1 MB but for the last, beside a row of
/// headers; each of these has at most 256 cells of 32 kB.
const MAX_FRAME_BYTES: u64 = 32 * 1024 * 1024;

/// The longest frame of another kind: the names of 64 sheets, or what a person chose.
const MAX_WORD_LENGTH: u64 = 1024 * 1024;

/// Rows gather until so many bytes are worth sending.
const WORTH_SENDING: usize = 64 * 1024;

/// What is to be read, and how.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Order {
    country: Country,
    variables: Vec<RobotVariable>,
    encoding: Option<String>,
    sheet: Option<String>,
    header_row: Option<HeaderChoice>,
    and_sheets: Vec<String>,
    max_rows: u32,
}

impl Order {
    pub fn new(options: &ReadOptions<'_>) -> Order {
        Order {
            country: options.country,
            variables: options.variables.to_vec(),
            encoding: options.encoding.map(TextEncoding::name),
            sheet: options.sheet.map(ToOwned::to_owned),
            header_row: options.header_row,
            and_sheets: options.and_sheets.to_vec(),
            max_rows: options.max_rows,
        }
    }

    pub fn options(&self) -> ReadOptions<'_> {
        let encoding = self.encoding.as_deref();
        ReadOptions {
            encoding: encoding.and_then(TextEncoding::named),
            sheet: self.sheet.as_deref(),
            header_row: self.header_row,
            and_sheets: &self.and_sheets,
            max_rows: self.max_rows,
            ..ReadOptions::new(self.country, &self.variables)
        }
    }
}

/// What a frame holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An [`Order`].
    Order,
    /// The headers, and the first rows below them.
    Headers,
    /// Rows, as many as it says.
    Rows,
    /// What reading came to. Nothing comes after it.
    End,
}

impl Kind {
    const ALL: [Kind; 4] = [Kind::Order, Kind::Headers, Kind::Rows, Kind::End];

    fn longest(self) -> u64 {
        match self {
            Kind::Headers | Kind::Rows => MAX_FRAME_BYTES,
            Kind::Order | Kind::End => MAX_WORD_LENGTH,
        }
    }

    fn byte(self) -> u8 {
        match self {
            Kind::Order => b'O',
            Kind::Headers => b'H',
            Kind::Rows => b'R',
            Kind::End => b'E',
        }
    }
}

/// What reading came to.
pub(super) type End = Result<SheetFormat, SheetError>;

/// Writes a frame of one value.
pub(super) fn write(output: &mut impl Write, kind: Kind, value: &impl Serialize) -> io::Result<()> {
    // By name, since what says nothing is left out.
    let bytes = rmp_serde::to_vec_named(value).map_err(io::Error::other)?;
    write_frame(output, kind, 1, &bytes)
}

fn write_frame(output: &mut impl Write, kind: Kind, count: u32, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    let mut begin = [kind.byte(), 0, 0, 0, 0, 0, 0, 0, 0];
    begin[1..5].copy_from_slice(&count.to_le_bytes());
    begin[5..].copy_from_slice(&length.to_le_bytes());
    output.write_all(&begin)?;
    output.write_all(bytes)
}

/// A frame that came, and where its values are.
pub(super) struct Frame<'b> {
    pub kind: Kind,
    /// How many values it says to hold.
    pub count: u32,
    pub bytes: &'b [u8],
}

impl<'b> Frame<'b> {
    /// Reads the next frame into `buffer`; `None` where the other side has ended.
    ///
    /// # Errors
    /// When it is no frame, or a longer one than any may be: the other side is not trusted.
    pub fn read(input: &mut impl Read, buffer: &'b mut Vec<u8>) -> io::Result<Option<Frame<'b>>> {
        let mut begin = [0; 9];
        if let Err(error) = input.read_exact(&mut begin) {
            return match error.kind() {
                io::ErrorKind::UnexpectedEof | io::ErrorKind::ConnectionReset => Ok(None),
                _ => Err(error),
            };
        }
        let [kind, a, b, c, d, e, f, g, h] = begin;
        let kind = Kind::ALL.into_iter().find(|known| known.byte() == kind);
        let length = u64::from(u32::from_le_bytes([e, f, g, h]));
        let Some(kind) = kind.filter(|kind| length <= kind.longest()) else {
            return Err(io::Error::other("not a frame"));
        };
        buffer.clear();
        if input.take(length).read_to_end(buffer)? as u64 != length {
            return Ok(None);
        }
        Ok(Some(Frame {
            kind,
            count: u32::from_le_bytes([a, b, c, d]),
            bytes: buffer,
        }))
    }

    /// Its one value.
    ///
    /// # Errors
    /// When it is another.
    pub fn value<T: Deserialize<'b>>(&self) -> io::Result<T> {
        rmp_serde::from_slice(self.bytes).map_err(io::Error::other)
    }

    /// Its rows, one after the other.
    ///
    /// # Errors
    /// When something else is in it, or less than it says.
    pub fn rows(&self, mut take: impl FnMut(RowInFrame<'_>) -> io::Result<()>) -> io::Result<()> {
        let mut values = rmp_serde::Deserializer::from_read_ref(self.bytes);
        for _ in 0..self.count {
            take(RowInFrame::deserialize(&mut values).map_err(io::Error::other)?)?;
        }
        Ok(())
    }
}

/// The cells of a row, still in the frame.
pub(super) type Cells<'b> = UpTo<&'b str, MAX_COLUMNS>;

/// A row, still in the frame: its number, its cells, and what the sheet says of it besides.
pub(super) type RowInFrame<'b> = (u32, Cells<'b>, Option<RowMarks>);

/// The headers with the hidden columns, and the first rows below them: the last may lie beyond those among which headers are
/// looked for.
pub(super) type HeadersAndFirst<'b> = (
    (Cells<'b>, UpTo<usize, MAX_COLUMNS>),
    UpTo<RowInFrame<'b>, 64>,
);

/// A list of at most so many values. What claims to have more costs no memory.
pub(super) struct UpTo<T, const MOST: usize>(pub Vec<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> Deserialize<'de> for UpTo<T, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(UpToVisitor(PhantomData))
    }
}

struct UpToVisitor<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for UpToVisitor<T, MOST> {
    type Value = UpTo<T, MOST>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "at most {MOST} values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element()? {
            if list.len() == MOST {
                return Err(A::Error::invalid_length(MOST + 1, &self));
            }
            list.push(value);
        }
        Ok(UpTo(list))
    }
}

/// Sends the rows that a reader hands on.
pub(super) struct Sender<W> {
    output: W,
    gathered: Vec<u8>,
    count: u32,
}

impl<W: Write> Sender<W> {
    pub fn new(output: W) -> Sender<W> {
        Sender {
            output,
            gathered: Vec::with_capacity(2 * WORTH_SENDING),
            count: 0,
        }
    }

    /// Sends what has gathered, and what reading came to.
    pub fn end(mut self, end: &End) -> io::Result<()> {
        self.flush()?;
        write(&mut self.output, Kind::End, end)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.count > 0 {
            write_frame(&mut self.output, Kind::Rows, self.count, &self.gathered)?;
        }
        self.gathered.clear();
        self.count = 0;
        Ok(())
    }
}

impl<W: Write> RowSink for Sender<W> {
    fn headers(&mut self, headers: SheetHeaders, first: &[SheetRow]) {
        // Where nobody listens any more, the first row finds out.
        let rows: Vec<_> = first.iter().map(in_frame).collect();
        let value = ((&headers.names, &headers.hidden), rows);
        let _ = write(&mut self.output, Kind::Headers, &value);
    }

    fn row(&mut self, row: &SheetRow) -> bool {
        if rmp_serde::encode::write_named(&mut self.gathered, &in_frame(row)).is_err() {
            return false;
        }
        self.count += 1;
        self.gathered.len() < WORTH_SENDING || self.flush().is_ok()
    }
}

/// A row as [`RowInFrame`] is read.
fn in_frame(row: &SheetRow) -> (u32, &[String], Option<&RowMarks>) {
    let marks = (!row.marks.is_empty()).then_some(&row.marks);
    (row.number, &row.cells, marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn framed(kind: Kind, count: u32, bytes: &[u8]) -> Vec<u8> {
        let mut frame = Vec::new();
        write_frame(&mut frame, kind, count, bytes).unwrap();
        frame
    }

    fn rows_of(frame: &[u8]) -> io::Result<Vec<SheetRow>> {
        let mut buffer = Vec::new();
        let frame = Frame::read(&mut &*frame, &mut buffer)?.expect("a frame");
        let mut rows = Vec::new();
        frame.rows(|(number, cells, marks)| {
            rows.push(SheetRow {
                number,
                cells: cells.0.iter().map(|cell| (*cell).to_owned()).collect(),
                marks: marks.unwrap_or_default(),
            });
            Ok(())
        })?;
        Ok(rows)
    }

    #[test]
    fn what_may_be_read_is_said_with_the_order() {
        let options = ReadOptions {
            max_rows: 7,
            ..ReadOptions::new(Country::parse("MX").unwrap(), &[])
        };
        let mut sent = Vec::new();
        write(&mut sent, Kind::Order, &Order::new(&options)).unwrap();
        let mut buffer = Vec::new();
        let frame = Frame::read(&mut &*sent, &mut buffer).unwrap();
        let order: Order = frame.expect("a frame").value().unwrap();
        assert_eq!(order.options().max_rows, 7);
    }

    #[test]
    fn rows_arrive_as_they_were_sent() {
        let mut sent = Vec::new();
        let mut sender = Sender::new(&mut sent);
        let cells = ["王小明".to_owned(), String::new(), "x".repeat(40_000)];
        let rows = [
            SheetRow {
                number: 7,
                cells: cells.to_vec(),
                marks: RowMarks {
                    struck_through: true,
                    ..RowMarks::default()
                },
            },
            SheetRow {
                number: 9,
                cells: cells[..1].to_vec(),
                marks: RowMarks::default(),
            },
        ];
        assert!(rows.iter().all(|row| sender.row(row)));
        sender.flush().unwrap();
        assert_eq!(rows_of(&sent).unwrap(), rows);
    }

    #[test]
    fn a_frame_that_claims_more_than_any_may_is_none() {
        let mut frame = framed(Kind::Rows, 1, b"");
        frame[5..].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(Frame::read(&mut &*frame, &mut Vec::new()).is_err());
        let mut frame = framed(Kind::End, 1, b"");
        frame[5..].copy_from_slice(&(1_u32 << 21).to_le_bytes());
        assert!(Frame::read(&mut &*frame, &mut Vec::new()).is_err());
        assert!(Frame::read(&mut &b"XXXXXXXXX"[..], &mut Vec::new()).is_err());
    }

    #[test]
    fn a_row_of_too_many_cells_and_a_row_that_is_missing_are_errors() {
        let wide = rmp_serde::to_vec(&(1, vec![""; MAX_COLUMNS + 1], None::<()>)).unwrap();
        assert!(rows_of(&framed(Kind::Rows, 1, &wide)).is_err());
        let one = rmp_serde::to_vec(&(1, vec!["a"], None::<()>)).unwrap();
        assert!(rows_of(&framed(Kind::Rows, 1, &one)).is_ok());
        assert!(rows_of(&framed(Kind::Rows, 2, &one)).is_err());
    }

    #[test]
    fn a_frame_that_breaks_off_is_an_end() {
        let frame = framed(Kind::Rows, 1, b"abcdef");
        for length in [0, 4, 9, 12] {
            let read = Frame::read(&mut &frame[..length], &mut Vec::new()).map(|f| f.is_none());
            assert!(read.unwrap(), "{length}");
        }
    }
}
