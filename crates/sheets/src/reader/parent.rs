//! The side of the process that wants the rows. It trusts the other one with nothing: that may be in the hands of whoever made
//! the file.

use std::fs::File;
use std::io::{self, BufReader};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, ExitStatus, Stdio};

use rustix::process::Signal;

use super::frames::{self, Cells, End, Frame, HeadersAndFirst, Kind, Order, RowInFrame};
use super::{Program, Reading, kill, lock};
use crate::{
    MAX_CELL_LENGTH, ReadOptions, RowSink, SheetError, SheetFormat, SheetHeaders, SheetRow,
};

/// Reads the file in a process of that program.
pub(super) fn read(
    program: &Program,
    reading: &Reading,
    file: &mut File,
    options: &ReadOptions<'_>,
    rows: &mut dyn RowSink,
) -> Result<SheetFormat, SheetError> {
    let socket = start(program, reading, file)?;
    let told = tell_and_listen(socket, options, rows);
    let status = end(reading)?;
    if reading.flag.is_stopped() {
        return Err(SheetError::Stopped);
    }
    match told {
        Ok(Some(end)) => end,
        Ok(None) => Err(meaning(status)),
        Err(error) => {
            tracing::error!(%error, "the process that reads a sheet broke the protocol");
            Err(SheetError::Damaged)
        }
    }
}

/// Where the program allocates with mimalloc, it takes memory from the system piece by piece, each counted by the kernel against
/// the limit of the process; usually it takes a gigabyte before the first line of the program, which no limit counts any more.
const ALLOCATOR: [(&str, &str); 1] = [("MIMALLOC_DISALLOW_ARENA_ALLOC", "1")];

/// Starts the process, with nothing but the file, the socket, and the place for temporary files.
fn start(program: &Program, reading: &Reading, file: &File) -> io::Result<UnixStream> {
    let (ours, theirs) = UnixStream::pair()?;
    let mut command = Command::new(&program.path);
    command
        .args(&program.arguments)
        .env_clear()
        .env("TMPDIR", std::env::temp_dir())
        .envs(ALLOCATOR)
        .stdin(Stdio::from(file.try_clone()?))
        .stdout(Stdio::from(OwnedFd::from(theirs)))
        .stderr(Stdio::null());
    // Whoever wants to end it meanwhile finds it here, or has left a note before.
    let mut process = lock(&reading.process);
    if !reading.flag.is_stopped() {
        *process = Some(command.spawn()?);
    }
    Ok(ours)
}

/// What reading came to; `None` where the process ended without a word of it.
fn tell_and_listen(
    mut socket: UnixStream,
    options: &ReadOptions<'_>,
    rows: &mut dyn RowSink,
) -> io::Result<Option<End>> {
    match frames::write(&mut socket, Kind::Order, &Order::new(options)) {
        Err(error) if is_gone(&error) => return Ok(None),
        written => written?,
    }
    let mut input = BufReader::new(socket);
    let mut buffer = Vec::new();
    let mut checked = Checked::new(options.max_rows, rows);
    loop {
        let frame = match Frame::read(&mut input, &mut buffer) {
            Ok(Some(frame)) => frame,
            Ok(None) => return Ok(None),
            Err(error) if is_gone(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        match frame.kind {
            Kind::Headers => checked.headers(frame.value()?)?,
            Kind::Rows => frame.rows(|row| checked.row(row))?,
            Kind::End => return frame.value().map(Some),
            Kind::Order => return Err(broken("an order")),
        }
        if checked.is_over {
            return Ok(Some(Err(SheetError::Stopped)));
        }
    }
}

/// Whether the process ended before it had listened: its status tells why.
fn is_gone(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::BrokenPipe | io::ErrorKind::ConnectionReset
    )
}

/// Ends the process, if it has not ended by itself, and waits until it is gone: SIGKILL does not change how one has ended.
fn end(reading: &Reading) -> io::Result<Option<ExitStatus>> {
    let Some(mut process) = lock(&reading.process).take() else {
        return Ok(None);
    };
    kill(&mut process);
    process.wait().map(Some)
}

/// Why the process ended without a word.
fn meaning(status: Option<ExitStatus>) -> SheetError {
    let signal = status.and_then(|status| status.signal());
    tracing::warn!(?status, "the process that reads a sheet ended early");
    let is = |other: Signal| signal == Some(other.as_raw());
    if is(Signal::XCPU) {
        SheetError::TooMuchTime
    } else if [
        Signal::ABORT,
        Signal::KILL,
        Signal::SEGV,
        Signal::BUS,
        Signal::XFSZ,
    ]
    .into_iter()
    .any(is)
    {
        // Memory that is refused aborts the program, a stack that is full ends it, and the kernel kills where the whole machine
        // has none left.
        SheetError::TooMuchMemory
    } else {
        SheetError::Unreadable
    }
}

/// Rows within the limits, whoever sends them.
struct Checked<'a> {
    rows: &'a mut dyn RowSink,
    row: SheetRow,
    has_headers: bool,
    last: u32,
    max_rows: u32,
    taken: u32,
    is_over: bool,
}

impl<'a> Checked<'a> {
    fn new(max_rows: u32, rows: &'a mut dyn RowSink) -> Checked<'a> {
        Checked {
            rows,
            row: SheetRow::default(),
            has_headers: false,
            last: 0,
            max_rows,
            taken: 0,
            is_over: false,
        }
    }

    fn headers(&mut self, (headers, first): HeadersAndFirst<'_>) -> io::Result<()> {
        if self.has_headers {
            return Err(broken("headers"));
        }
        self.has_headers = true;
        let (names, hidden) = headers;
        let first: Vec<SheetRow> = first
            .0
            .into_iter()
            .map(|(number, cells, marks)| SheetRow {
                number,
                cells: owned(&cells),
                marks: marks.unwrap_or_default(),
            })
            .collect();
        let headers = SheetHeaders {
            names: owned(&names),
            hidden: hidden.0,
        };
        self.rows.headers(headers, &first);
        Ok(())
    }

    fn row(&mut self, (number, cells, marks): RowInFrame<'_>) -> io::Result<()> {
        let cells = cells.0;
        let goes_down = number > self.last || number == u32::MAX;
        let is_within =
            self.taken < self.max_rows && cells.iter().all(|cell| cell.len() <= MAX_CELL_LENGTH);
        if !self.has_headers || !goes_down || !is_within {
            return Err(broken("a row"));
        }
        self.last = number;
        self.taken += 1;
        self.row.number = number;
        self.row.marks = marks.unwrap_or_default();
        self.row.cells.resize_with(cells.len(), String::new);
        for (ours, theirs) in self.row.cells.iter_mut().zip(cells) {
            ours.clear();
            ours.push_str(theirs);
        }
        self.is_over = self.is_over || !self.rows.row(&self.row);
        Ok(())
    }
}

fn owned(cells: &Cells<'_>) -> Vec<String> {
    cells.0.iter().map(|cell| (*cell).to_owned()).collect()
}

fn broken(what: &str) -> io::Error {
    io::Error::other(format!("{what} where none may be"))
}

#[cfg(test)]
mod tests {
    use super::super::tests::Nothing;
    use super::frames::UpTo;
    use super::*;

    #[test]
    fn a_process_that_sends_more_rows_than_it_may_is_not_believed() {
        let row = |number| (number, UpTo(vec!["1"]), None);
        let mut nothing = Nothing;
        let mut checked = Checked::new(2, &mut nothing);
        let headers = (UpTo(vec!["Mobile"]), UpTo(Vec::new()));
        checked.headers((headers, UpTo(Vec::new()))).unwrap();
        checked.row(row(2)).unwrap();
        checked.row(row(3)).unwrap();
        assert!(checked.row(row(4)).is_err());
    }
}
