//! This program as the process that reads a sheet for another one of its kind.

use std::path::PathBuf;

use clap::Args;
use sheets::reader::{Limits, Program, SheetReader};

/// What `coxswain read-sheet` is given by the process that starts it.
#[derive(Clone, Copy, Debug, Args)]
pub struct ReadSheetArguments {
    /// The most memory of its own, in MB
    #[arg(long)]
    memory_mb: Option<u64>,
    /// The most processor time
    #[arg(long)]
    processor_seconds: Option<u64>,
}

impl From<ReadSheetArguments> for Limits {
    fn from(arguments: ReadSheetArguments) -> Limits {
        let usual = Limits::default();
        let memory = arguments.memory_mb.map(|mb| mb.saturating_mul(1024 * 1024));
        Limits {
            memory: memory.unwrap_or(usual.memory),
            processor_seconds: arguments
                .processor_seconds
                .unwrap_or(usual.processor_seconds),
        }
    }
}

/// Reads each sheet in a process of this very program, also where its file has been replaced meanwhile.
///
/// # Errors
/// When the machine does not tell which file that is.
pub fn own_process() -> std::io::Result<SheetReader> {
    let path = if cfg!(target_os = "linux") {
        PathBuf::from("/proc/self/exe")
    } else {
        std::env::current_exe()?
    };
    Ok(SheetReader::own_process(Program {
        path,
        arguments: vec!["read-sheet".into()],
    }))
}
