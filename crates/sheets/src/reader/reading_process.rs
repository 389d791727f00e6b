//! The side of the process that reads: held to its limits first, then told what to read, then reading.

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;

use super::Limits;
use super::frames::{Frame, Kind, Order, Sender};
use crate::SheetError;

/// Why a process could not read for the one that started it.
#[derive(Debug, thiserror::Error)]
pub enum ReadingFailure {
    /// It was started by hand.
    #[error(
        "this command reads a sheet for another process of Coxswain; “coxswain leads check” reads one for you"
    )]
    Alone,
    /// The machine refuses.
    #[error("a sheet cannot be read for another process: {0}")]
    Machine(#[from] io::Error),
}

/// Reads the sheet on standard input for the process at the other end of standard output, a socket, by which it is told how.
///
/// To be called before the process has any other thread, handle or secret: its limits hold for all of it.
///
/// # Errors
/// A [`ReadingFailure`]. What is wrong with the sheet is none: the other process is told.
pub fn read_for_parent(limits: Limits) -> Result<(), ReadingFailure> {
    limits.hold()?;
    // The parsers' panics are caught, and mean a damaged file; nobody reads what they say.
    std::panic::set_hook(Box::new(|_| {}));
    let mut socket = UnixStream::from(io::stdout().as_fd().try_clone_to_owned()?);
    if socket.peer_addr().is_err() {
        return Err(ReadingFailure::Alone);
    }
    let mut file = File::from(io::stdin().as_fd().try_clone_to_owned()?);
    let mut buffer = Vec::new();
    let order: Order = match Frame::read(&mut socket, &mut buffer)? {
        Some(frame) if frame.kind == Kind::Order => frame.value()?,
        _ => return Err(ReadingFailure::Alone),
    };
    // The other process may have ended before this one asked the kernel to end with it.
    if has_left(&mut socket)? {
        return Ok(());
    }
    let mut sender = Sender::new(socket);
    let end = crate::read(&mut file, &order.options(), &mut sender);
    match sender.end(&end) {
        Err(_) if end == Err(SheetError::Stopped) => Ok(()),
        sent => Ok(sent?),
    }
}

/// Whether nobody is at the other end any more. Nothing is said there after the order.
fn has_left(socket: &mut UnixStream) -> io::Result<bool> {
    socket.set_nonblocking(true)?;
    let heard = socket.read(&mut [0]);
    socket.set_nonblocking(false)?;
    match heard {
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(false),
        Err(error) => Err(error),
        Ok(_) => Ok(true),
    }
}
