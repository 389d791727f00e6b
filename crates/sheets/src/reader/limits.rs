//! What a process that reads a sheet may take of the machine.

use std::io;

use rustix::process::{Resource, Rlimit, setrlimit};

/// What a process that reads a sheet may take. The kernel enforces it: a file beyond is refused, and nothing else suffers.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Memory of its own, in bytes: heap and stacks, not the program's code.
    pub memory: u64,
    /// Processor time, in seconds.
    pub processor_seconds: u64,
}

impl Default for Limits {
    /// 256 MB and 20 s. What is not optimized takes ten times as long.
    fn default() -> Limits {
        Limits {
            memory: 256 * 1024 * 1024,
            processor_seconds: if cfg!(debug_assertions) { 200 } else { 20 },
        }
    }
}

/// The file, the socket, the temporary copy of a binary workbook, and a few to spare.
const HANDLES: u64 = 32;

/// The largest file that it may write: a binary workbook is written again as the parser understands it.
const MAX_WRITTEN_BYTES: u64 = 768 * 1024 * 1024;

impl Limits {
    /// Holds this process to them from now on; there is no way back.
    ///
    /// # Errors
    /// When the kernel refuses.
    pub fn hold(self) -> io::Result<()> {
        // Memory of people's leads never goes to a disk.
        limit(Resource::Core, 0)?;
        limit(Resource::Nofile, HANDLES)?;
        limit(Resource::Fsize, MAX_WRITTEN_BYTES)?;
        limit(Resource::Data, self.memory)?;
        // The first limit is told by its signal; a process that lived on would meet the second.
        set(
            Resource::Cpu,
            self.processor_seconds,
            self.processor_seconds + 1,
        )?;
        #[cfg(target_os = "linux")]
        hold_as_a_child();
        Ok(())
    }
}

fn limit(resource: Resource, most: u64) -> io::Result<()> {
    set(resource, most, most)
}

fn set(resource: Resource, soft: u64, hard: u64) -> io::Result<()> {
    let limits = Rlimit {
        current: Some(soft),
        maximum: Some(hard),
    };
    Ok(setrlimit(resource, limits)?)
}

/// It ends with the thread that waits for it, and before others where the machine runs out of memory. Without either it would
/// notice at its next row, so a kernel that refuses does no harm.
#[cfg(target_os = "linux")]
fn hold_as_a_child() {
    use rustix::process::{Signal, set_parent_process_death_signal};
    let _ = set_parent_process_death_signal(Some(Signal::KILL));
    let _ = std::fs::write("/proc/self/oom_score_adj", "1000");
}
