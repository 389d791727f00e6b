//! What reading one file may cost in all, however often its parts are looked at: every byte that is unpacked and every row
//! that is passed over is paid from one budget, and reading ends where nobody waits for it any more.

use std::cell::{Cell, RefCell};
use std::io::{self, BufRead, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{MAX_UNPACKED_BYTES, SheetError};

/// The most bytes that are unpacked of one file. A binary workbook is gone over three times, everything else less often.
const MAX_READ: u64 = 3 * MAX_UNPACKED_BYTES;

/// The most rows that are passed over in search of the sheet with the leads: as many as one sheet may have.
const MAX_SCANNED_ROWS: u32 = 1_048_576;

/// What may be unpacked, in bytes, and how many rows may be passed over, only to tell what else a workbook holds.
const SPARE_READ: u64 = 64 * 1024 * 1024;
const SPARE_SCANNED_ROWS: u32 = 200_000;

/// The longest event of an XML parser and the longest record of a binary workbook, in bytes: the parsers put the whole of it
/// into memory before anybody can validate it. A cell may be a thirty-second of it.
pub(super) const MAX_PIECE_LENGTH: usize = 1024 * 1024;

/// Tells a reader of sheets that nobody waits for it any more.
#[derive(Clone, Debug, Default)]
pub struct StopFlag(Arc<AtomicBool>);

impl StopFlag {
    /// Ends the reading, soon.
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether the reading is to end.
    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What is left for one file. The first thing that went beyond it is the reason why the file is refused, whatever the
/// parsers make of the failure.
#[derive(Debug)]
pub(super) struct Budget<'a> {
    stop: Option<&'a StopFlag>,
    unpacked: Cell<u64>,
    looked_at: Cell<u32>,
    max_read: Cell<u64>,
    max_scanned: Cell<u32>,
    error: RefCell<Option<SheetError>>,
}

impl<'a> Budget<'a> {
    pub fn new(stop: Option<&'a StopFlag>) -> Budget<'a> {
        Budget {
            stop,
            unpacked: Cell::new(0),
            looked_at: Cell::new(0),
            max_read: Cell::new(MAX_READ),
            max_scanned: Cell::new(MAX_SCANNED_ROWS),
            error: RefCell::default(),
        }
    }

    /// Why the reading had to end, if it had to.
    pub fn error(&self) -> Option<SheetError> {
        self.error.borrow().clone()
    }

    /// Pays for a row that is looked at only to tell what sheet it is in.
    ///
    /// # Errors
    /// [`SheetError::TooMuchTime`] when there were too many, [`SheetError::Stopped`].
    pub fn look_at_row(&self) -> Result<(), SheetError> {
        self.looked_at.set(self.looked_at.get().saturating_add(1));
        if self.looked_at.get() > self.max_scanned.get() {
            return Err(self.refuse(SheetError::TooMuchTime));
        }
        self.go_on()
    }

    /// # Errors
    /// [`SheetError::Stopped`] when nobody waits any more.
    pub fn go_on(&self) -> Result<(), SheetError> {
        if self.stop.is_some_and(StopFlag::is_stopped) {
            return Err(self.refuse(SheetError::Stopped));
        }
        Ok(())
    }

    /// Does what is well to know, but no reason to refuse a file: it gets a small share of its own, and where that or anything
    /// else is at an end, only the work is.
    pub fn spare<T>(&self, work: impl FnOnce() -> T) -> T {
        let before = self.error.borrow().clone();
        let (read, looked_at) = (self.unpacked.get(), self.looked_at.get());
        self.max_read.set(read.saturating_add(SPARE_READ));
        self.max_scanned
            .set(looked_at.saturating_add(SPARE_SCANNED_ROWS));
        let done = work();
        self.max_read.set(MAX_READ);
        self.max_scanned.set(MAX_SCANNED_ROWS);
        let is_stopped = self.stop.is_some_and(StopFlag::is_stopped);
        if !is_stopped {
            self.unpacked.set(read);
            self.looked_at.set(looked_at);
            *self.error.borrow_mut() = before;
        }
        done
    }

    /// Pays for bytes that are passed over in memory.
    ///
    /// # Errors
    /// [`SheetError::TooMuchTime`] when there were too many, [`SheetError::Stopped`].
    pub fn pay(&self, bytes: u64) -> Result<(), SheetError> {
        let paid = self.unpack(bytes);
        paid.map_err(|_| self.error().unwrap_or(SheetError::TooMuchTime))
    }

    fn unpack(&self, bytes: u64) -> io::Result<()> {
        self.unpacked.set(self.unpacked.get().saturating_add(bytes));
        if self.unpacked.get() > self.max_read.get() {
            return Err(io::Error::other(self.refuse(SheetError::TooMuchTime)));
        }
        self.go_on().map_err(io::Error::other)
    }

    /// Notes why, unless something went wrong before; and gives it back.
    pub fn refuse(&self, error: SheetError) -> SheetError {
        self.error.borrow_mut().get_or_insert_with(|| error.clone());
        error
    }
}

/// Where a part lies in an archive, and to how much it unpacks.
#[derive(Clone, Copy, Debug)]
pub(super) struct PackedPart {
    pub from: u64,
    pub to: u64,
    pub unpacked: u64,
}

/// A file whose bytes are paid for as they are read: those of an archive's parts by what they unpack to, which each packed
/// byte has its share of. So parsers pay whose own reading nobody can look into.
#[derive(Debug)]
pub(super) struct PaidFile<'a, R> {
    inner: R,
    at: u64,
    /// In the order of the file.
    parts: &'a [PackedPart],
    budget: &'a Budget<'a>,
}

impl<'a, R: Read + Seek> PaidFile<'a, R> {
    /// From the file's beginning.
    pub fn new(
        mut inner: R,
        parts: &'a [PackedPart],
        budget: &'a Budget<'a>,
    ) -> io::Result<PaidFile<'a, R>> {
        inner.rewind()?;
        Ok(PaidFile {
            inner,
            at: 0,
            parts,
            budget,
        })
    }

    fn price(&self, bytes: u64) -> u64 {
        let next = self.parts.partition_point(|part| part.from <= self.at);
        let part = next.checked_sub(1).and_then(|at| self.parts.get(at));
        match part.filter(|part| self.at < part.to) {
            Some(part) => {
                let packed = u128::from(part.to - part.from);
                let price = u128::from(bytes) * u128::from(part.unpacked) / packed;
                u64::try_from(price).unwrap_or(u64::MAX).max(bytes)
            }
            None => bytes,
        }
    }
}

impl<R: Read + Seek> Read for PaidFile<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.budget.unpack(self.price(read as u64))?;
        self.at += read as u64;
        Ok(read)
    }
}

impl<R: Read + Seek> Seek for PaidFile<'_, R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.inner.seek(to)?;
        Ok(self.at)
    }
}

/// What an XML parser reads from: it gets no more than [`MAX_PIECE_LENGTH`] bytes for one event.
#[derive(Debug)]
pub(super) struct Piecewise<'a, R> {
    inner: R,
    left: usize,
    budget: &'a Budget<'a>,
}

impl<'a, R: BufRead> Piecewise<'a, R> {
    pub fn new(inner: R, budget: &'a Budget<'a>) -> Piecewise<'a, R> {
        Piecewise {
            inner,
            left: MAX_PIECE_LENGTH,
            budget,
        }
    }

    /// The next event begins.
    pub fn next_piece(&mut self) {
        self.left = MAX_PIECE_LENGTH;
    }
}

impl<R: BufRead> BufRead for Piecewise<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other(
                self.budget.refuse(SheetError::PieceTooLong),
            ));
        }
        let bytes = self.inner.fill_buf()?;
        Ok(&bytes[..bytes.len().min(self.left)])
    }

    fn consume(&mut self, amount: usize) {
        self.left -= amount;
        self.inner.consume(amount);
    }
}

impl<R: BufRead> Read for Piecewise<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?;
        let length = bytes.len().min(buffer.len());
        buffer[..length].copy_from_slice(&bytes[..length]);
        self.consume(length);
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn a_packed_byte_costs_what_it_unpacks_to() {
        let budget = Budget::new(None);
        let parts = [PackedPart {
            from: 10,
            to: 20,
            unpacked: 10_000,
        }];
        let mut file = PaidFile::new(Cursor::new(vec![0; 100]), &parts, &budget).unwrap();
        file.read_exact(&mut [0; 10]).unwrap();
        assert_eq!(budget.unpacked.get(), 10);
        file.read_exact(&mut [0; 5]).unwrap();
        assert_eq!(budget.unpacked.get(), 5_010);
        file.seek(SeekFrom::Start(50)).unwrap();
        file.read_exact(&mut [0; 5]).unwrap();
        assert_eq!(budget.unpacked.get(), 5_015);
    }

    #[test]
    fn what_is_read_again_and_again_is_refused() {
        let budget = Budget::new(None);
        let parts = [PackedPart {
            from: 0,
            to: 100,
            unpacked: MAX_UNPACKED_BYTES,
        }];
        let mut file = PaidFile::new(Cursor::new(vec![0; 100]), &parts, &budget).unwrap();
        for _ in 0..3 {
            file.rewind().unwrap();
            file.read_exact(&mut [0; 100]).unwrap();
        }
        assert_eq!(budget.error(), None);
        file.rewind().unwrap();
        assert!(file.read_exact(&mut [0; 100]).is_err());
        assert_eq!(budget.error(), Some(SheetError::TooMuchTime));
    }

    #[test]
    fn what_is_only_well_to_know_spoils_nothing() {
        let budget = Budget::new(None);
        let read = budget.spare(|| {
            let mut rows = 0;
            while budget.look_at_row().is_ok() {
                rows += 1;
            }
            (rows, budget.unpack(SPARE_READ + 1).is_err())
        });
        assert_eq!(read, (SPARE_SCANNED_ROWS, true));
        assert_eq!(budget.error(), None);
        assert_eq!(budget.look_at_row(), Ok(()));
        budget.refuse(SheetError::TooMuchText { row: 1 });
        budget.spare(|| budget.refuse(SheetError::Damaged));
        assert_eq!(budget.error(), Some(SheetError::TooMuchText { row: 1 }));
    }

    #[test]
    fn nothing_is_read_for_somebody_who_has_left() {
        let stop = StopFlag::default();
        let budget = Budget::new(Some(&stop));
        let mut file = PaidFile::new(Cursor::new(vec![0; 100]), &[], &budget).unwrap();
        file.read_exact(&mut [0; 10]).unwrap();
        stop.stop();
        assert!(file.read_exact(&mut [0; 10]).is_err());
        assert_eq!(budget.error(), Some(SheetError::Stopped));
        assert_eq!(budget.look_at_row(), Err(SheetError::Stopped));
    }

    #[test]
    fn a_piece_may_be_as_long_as_it_says_and_no_longer() {
        let budget = Budget::new(None);
        let bytes = vec![b'a'; 3 * MAX_PIECE_LENGTH];
        let mut pieces = Piecewise::new(&bytes[..], &budget);
        pieces.read_exact(&mut vec![0; MAX_PIECE_LENGTH]).unwrap();
        pieces.next_piece();
        pieces.read_exact(&mut vec![0; MAX_PIECE_LENGTH]).unwrap();
        assert!(pieces.read_exact(&mut [0]).is_err());
        assert_eq!(budget.error(), Some(SheetError::PieceTooLong));
    }
}
