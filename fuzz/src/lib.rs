//! What the fuzz targets share: bytes handed to the reader of sheets as an uploaded file.

use std::borrow::Cow;
use std::fs::File;
use std::io::{Cursor, Seek, Write};

use leads::Country;
use rustix::fs::{MemfdFlags, memfd_create};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use sheets::{ReadOptions, SheetError, RowSink, TextEncoding};

/// What begins a part of an archive that is laid open: its name follows, up to the end of the line.
const PART: &[u8] = b"\n--- part: ";

/// Counts what it is given, and holds the reader to its promises.
#[derive(Default)]
struct Rows {
    has_headers: bool,
    last: u32,
    rows: u32,
}

impl RowSink for Rows {
    fn headers(&mut self, headers: sheets::SheetHeaders, first: &[sheets::SheetRow]) {
        assert!(
            first
                .iter()
                .all(|row| row.cells.len() <= sheets::MAX_COLUMNS)
        );
        assert!(!self.has_headers, "the headers came twice");
        assert!(headers.names.len() <= sheets::MAX_COLUMNS);
        assert!(headers.hidden.len() <= sheets::MAX_COLUMNS);
        self.has_headers = true;
    }

    fn row(&mut self, row: &sheets::SheetRow) -> bool {
        let (row, cells) = (row.number, &row.cells);
        assert!(self.has_headers, "a row came before the headers");
        assert!(row > self.last || row == u32::MAX, "rows go down the sheet");
        assert!(cells.len() <= sheets::MAX_COLUMNS);
        assert!(cells.iter().all(|cell| cell.len() <= sheets::MAX_CELL_LENGTH));
        assert!(!leads::is_blank(cells));
        self.last = row;
        self.rows += 1;
        assert!(self.rows <= sheets::MAX_ROWS);
        true
    }
}

/// The parsers' own panics are caught where the reader calls them, and mean a damaged file; the fuzzer's hook would end
/// the process before. What is not caught ends it all the same.
pub fn let_caught_panics_be() {
    std::panic::set_hook(Box::new(|_| {}));
}

/// Reads the bytes as an uploaded file.
pub fn read(bytes: &[u8], encoding: Option<TextEncoding>) {
    let country = Country::parse("ID").expect("two letters");
    let mut options = ReadOptions::new(country, &[]);
    options.encoding = encoding;
    let mut rows = Rows::default();
    let outcome = sheets::read(&mut file(bytes), &options, &mut rows);
    match outcome {
        Ok(format) => {
            assert!(rows.rows > 0, "a sheet without leads is refused");
            assert!(!format.label().is_empty());
        }
        Err(SheetError::Stopped) => panic!("nobody stopped it"),
        Err(problem) => assert!(!problem.to_string().is_empty()),
    }
}

fn file(bytes: &[u8]) -> File {
    let handle = memfd_create("sheet", MemfdFlags::CLOEXEC).expect("memory");
    let mut file = File::from(handle);
    file.write_all(bytes).expect("memory");
    file.rewind().expect("a file");
    file
}

/// The archive itself, or one made of its parts where they are laid open: so the fuzzer changes what is in the parts
/// instead of breaking their compression and checksums.
pub fn archive(data: &[u8]) -> Cow<'_, [u8]> {
    let Some(first) = data.strip_prefix(&PART[1..]) else {
        return Cow::Borrowed(data);
    };
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in split(first) {
        let end = part.iter().position(|byte| *byte == b'\n');
        let (name, content) = part.split_at(end.unwrap_or(part.len()));
        let name = String::from_utf8_lossy(name);
        // A name that is there already is none of another part.
        if archive.start_file(name, options).is_ok() {
            let written = archive.write_all(content.get(1..).unwrap_or_default());
            written.expect("memory");
        }
    }
    match archive.finish() {
        Ok(bytes) => Cow::Owned(bytes.into_inner()),
        Err(_) => Cow::Borrowed(data),
    }
}

fn split(mut data: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    while let Some(at) = data.windows(PART.len()).position(|window| window == PART) {
        parts.push(&data[..at]);
        data = &data[at + PART.len()..];
    }
    parts.push(data);
    parts
}
