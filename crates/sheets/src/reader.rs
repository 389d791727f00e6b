//! Where sheets are read: in a process of its own, which the kernel ends when the file costs more than one may.
//!
//! The parsers of workbooks are other people's, and a few kilobytes can make them fill the memory or go on for hours. The
//! reading process takes neither secrets nor a connection along, limits its own memory and processor time before it looks at
//! the first byte, and tells what it read row by row. Whoever asked for the rows can leave at any time: the process ends then.

mod frames;
mod limits;
mod parent;
mod reading_process;

use std::ffi::OsString;
use std::fs::File;
use std::path::PathBuf;
use std::process::Child;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

pub use limits::Limits;
pub use reading_process::{ReadingFailure, read_for_parent};

use crate::{ReadOptions, RowSink, SheetError, SheetFormat, StopFlag};

/// Where sheets are read, and those that are being read.
#[derive(Clone, Debug, Default)]
pub struct SheetReader {
    place: Place,
    running: Arc<Mutex<Running>>,
}

#[derive(Clone, Debug, Default)]
enum Place {
    #[default]
    InProcess,
    OwnProcess(Program),
}

/// A program that reads a sheet for whoever starts it, by calling [`read_for_parent`].
#[derive(Clone, Debug)]
pub struct Program {
    /// The file to execute.
    pub path: PathBuf,
    /// What makes it read a sheet and do nothing else.
    pub arguments: Vec<OsString>,
}

#[derive(Debug, Default)]
struct Running {
    is_closed: bool,
    readings: Vec<Weak<Reading>>,
}

impl SheetReader {
    /// Reads in this process, without limits of memory and time: for files that are known, in tests and benchmarks.
    pub fn in_process() -> SheetReader {
        SheetReader::default()
    }

    /// Reads each file in a process of that program.
    pub fn own_process(program: Program) -> SheetReader {
        SheetReader {
            place: Place::OwnProcess(program),
            running: Arc::default(),
        }
    }

    /// Begins a reading. It ends early when the guard is dropped, which belongs to whoever waits for the rows; the handle goes to
    /// the thread that reads.
    pub fn begin(&self) -> (StopReading, ReadingHandle) {
        let reading = Arc::new(Reading::default());
        let mut running = lock(&self.running);
        if running.is_closed {
            reading.stop();
        }
        running.readings.retain(|other| other.strong_count() > 0);
        running.readings.push(Arc::downgrade(&reading));
        drop(running);
        let handle = ReadingHandle {
            place: self.place.clone(),
            reading: Arc::clone(&reading),
        };
        (StopReading(reading), handle)
    }

    /// Ends every reading that is under way, and lets none begin any more: the program is to stop.
    pub fn close(&self) {
        let mut running = lock(&self.running);
        running.is_closed = true;
        for reading in running.readings.drain(..) {
            if let Some(reading) = reading.upgrade() {
                reading.stop();
            }
        }
    }
}

/// One reading, which can be ended from any thread.
#[derive(Debug, Default)]
struct Reading {
    flag: StopFlag,
    /// The process that reads, from its start until it is waited for. Nobody else is meant by its number as long as it is here.
    process: Mutex<Option<Child>>,
}

impl Reading {
    fn stop(&self) {
        self.flag.stop();
        if let Some(process) = lock(&self.process).as_mut() {
            kill(process);
        }
    }
}

/// Ends the reading when it is dropped.
#[derive(Debug)]
#[must_use = "the reading ends when this is dropped"]
pub struct StopReading(Arc<Reading>);

impl Drop for StopReading {
    fn drop(&mut self) {
        self.0.stop();
    }
}

/// What a thread reads by.
#[derive(Debug)]
pub struct ReadingHandle {
    place: Place,
    reading: Arc<Reading>,
}

impl ReadingHandle {
    /// Reads a sheet from its beginning to its end. It blocks the thread until then.
    ///
    /// # Errors
    /// A [`SheetError`] that says what to do: [`SheetError::TooMuchMemory`] and [`SheetError::TooMuchTime`] where the process was
    /// ended by its limits, [`SheetError::Stopped`] where nobody waits for the rows any more.
    pub fn read(
        &self,
        file: &mut File,
        options: &ReadOptions<'_>,
        rows: &mut dyn RowSink,
    ) -> Result<SheetFormat, SheetError> {
        let options = ReadOptions {
            stop: Some(&self.reading.flag),
            ..*options
        };
        match &self.place {
            Place::InProcess => crate::read(file, &options, rows),
            Place::OwnProcess(program) => {
                parent::read(program, &self.reading, file, &options, rows)
            }
        }
    }
}

/// Ends a process. One that has ended already is none the worse for it.
fn kill(process: &mut Child) {
    if let Err(error) = process.kill() {
        tracing::warn!(%error, "the process that reads a sheet could not be ended");
    }
}

/// What a thread was about that panicked does not matter to a list and a handle.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use leads::Country;

    use super::*;
    use crate::{SheetHeaders, SheetRow};

    /// Takes every row, and keeps none.
    pub(super) struct Nothing;

    impl RowSink for Nothing {
        fn headers(&mut self, _: SheetHeaders, _: &[SheetRow]) {}

        fn row(&mut self, _: &SheetRow) -> bool {
            true
        }
    }

    /// A reader whose process does that instead of reading.
    fn shell(script: &str) -> SheetReader {
        SheetReader::own_process(Program {
            path: "/bin/sh".into(),
            arguments: vec!["-c".into(), script.into()],
        })
    }

    fn read(handle: &ReadingHandle) -> Result<SheetFormat, SheetError> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(b"Mobile\n62812345678\n").unwrap();
        let options = ReadOptions::new(Country::parse("ID").unwrap(), &[]);
        handle.read(&mut file, &options, &mut Nothing)
    }

    fn error(reader: &SheetReader) -> SheetError {
        let (_stop, handle) = reader.begin();
        read(&handle).unwrap_err()
    }

    #[test]
    fn a_process_that_the_kernel_has_ended_is_told_from_one_that_failed() {
        assert_eq!(error(&shell("kill -XCPU $$")), SheetError::TooMuchTime);
        for signal in ["ABRT", "KILL", "SEGV", "XFSZ"] {
            let reader = shell(&format!("kill -{signal} $$"));
            assert_eq!(error(&reader), SheetError::TooMuchMemory, "{signal}");
        }
        assert_eq!(error(&shell("exit 0")), SheetError::Unreadable);
        assert_eq!(error(&shell("exit 3")), SheetError::Unreadable);
    }

    #[test]
    fn a_process_that_says_something_else_is_not_believed() {
        let reader = shell("echo hello, here are your rows; exec sleep 100000");
        assert_eq!(error(&reader), SheetError::Damaged);
        // A frame of rows before the headers: one row without cells.
        let reader =
            shell(r"printf 'R\001\000\000\000\003\000\000\000\222\001\220'; exec sleep 100000");
        assert_eq!(error(&reader), SheetError::Damaged);
    }

    #[test]
    fn a_process_that_goes_on_for_ever_ends_with_whoever_waits_for_it() {
        let reader = shell("exec sleep 100000");
        let (stop, handle) = reader.begin();
        let thread = std::thread::spawn(move || read(&handle));
        drop(stop);
        assert_eq!(thread.join().unwrap(), Err(SheetError::Stopped));
    }

    #[test]
    fn a_reader_that_is_closed_reads_nothing_more() {
        for reader in [shell("exec sleep 100000"), SheetReader::in_process()] {
            reader.close();
            assert_eq!(error(&reader), SheetError::Stopped);
        }
    }
}
