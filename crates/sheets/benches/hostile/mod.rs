//! Files that somebody made to do harm: small ones that unpack or repeat to much, deep ones, endless ones, lying ones. Each
//! ends read or refused, and what it is refused with stands beside it.

mod archives;
mod binary_workbooks;
mod old_workbooks;
mod open_documents;
mod texts;
mod web_pages;
pub mod workbooks;
mod workbooks_of_2003;

use std::fs::File;
use std::io::{BufWriter, Write};

use sheets::SheetError;

/// How large the files are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(
    dead_code,
    reason = "tests make them small, the benchmark makes them full"
)]
pub enum Scale {
    /// As large as it takes to tell a limit that holds from one that does not.
    Small,
    /// As large as an upload may be.
    Full,
}

impl Scale {
    fn of<T>(self, small: T, full: T) -> T {
        match self {
            Scale::Small => small,
            Scale::Full => full,
        }
    }

    /// So many bytes that a limit on a piece is met, and at most as many as a file may have, with what stands around.
    fn bytes(self) -> usize {
        self.of(1_300_000, 62 << 20)
    }

    /// The same where each piece is a short one.
    fn many(self) -> usize {
        self.of(200_000, 62 << 20)
    }

    /// The same where the file is gone over again for each of its 64 tables or sheets.
    fn often(self) -> usize {
        self.of(10_000, 62 << 20)
    }
}

/// What becomes of a file.
#[derive(Debug)]
pub enum Ends {
    /// It is read.
    Read,
    /// It is refused with that.
    Refused(SheetError),
    /// It is refused with one of these: which limit it meets first is the parser's to decide.
    RefusedWith(&'static [SheetError]),
    /// It is read or refused: what matters is what it costs.
    Somehow,
}

impl Ends {
    /// Whether it ended so.
    pub fn is<T>(&self, outcome: &Result<T, SheetError>) -> bool {
        match (self, outcome) {
            (Ends::Read, Ok(_)) | (Ends::Somehow, _) => true,
            (Ends::Refused(expected), Err(error)) => error == expected,
            (Ends::RefusedWith(expected), Err(error)) => expected.contains(error),
            _ => false,
        }
    }
}

/// A file that was made to do harm.
#[derive(Clone, Copy)]
pub struct Hostile {
    /// What is wrong with it.
    pub name: &'static str,
    /// Makes it.
    pub make: fn(Scale) -> File,
    /// What becomes of it.
    pub ends: fn(Scale) -> Ends,
}

/// All of them.
pub fn all() -> Vec<Hostile> {
    [
        open_documents::ALL,
        workbooks::ALL,
        binary_workbooks::ALL,
        old_workbooks::ALL,
        archives::ALL,
        texts::ALL,
        web_pages::ALL,
        workbooks_of_2003::ALL,
    ]
    .concat()
}

/// A file without a name, with what `write` writes.
fn file(write: impl FnOnce(&mut BufWriter<&File>) -> std::io::Result<()>) -> File {
    let file = tempfile::tempfile().expect("a temporary file");
    let mut output = BufWriter::with_capacity(1 << 20, &file);
    write(&mut output).expect("a temporary file");
    output.flush().expect("a temporary file");
    drop(output);
    file
}

/// Writes the same bytes so often, in large pieces.
fn repeat<W: Write + ?Sized>(output: &mut W, bytes: &[u8], times: usize) -> std::io::Result<()> {
    let at_once = (1_usize << 16)
        .div_ceil(bytes.len().max(1))
        .min(times.max(1));
    let block = bytes.repeat(at_once);
    for _ in 0..times / at_once {
        output.write_all(&block)?;
    }
    output.write_all(&bytes.repeat(times % at_once))
}
