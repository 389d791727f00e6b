//! The threads on which the program runs, and their end.

use std::future::Future;
use std::io;
use std::time::Duration;

use tokio::runtime::Builder;

/// How long threads that read files, hash passwords and the like may take to end when everything else has.
pub const LAST_THREADS: Duration = Duration::from_secs(10);

/// Does the work, then waits for the threads that it has left behind, but not longer than that: nobody can call a thread
/// back, and one that never ends must not keep the program from ending.
///
/// # Errors
/// When the machine has no threads to give.
pub fn run<T>(work: impl Future<Output = T>, last_threads: Duration) -> io::Result<T> {
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(work);
    runtime.shutdown_timeout(last_threads);
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{self, RecvTimeoutError};
    use std::thread;

    use super::*;

    #[test]
    fn a_thread_that_does_not_end_does_not_keep_the_program_from_ending() {
        let (end, ended) = mpsc::channel::<()>();
        let (sender, outcome) = mpsc::channel();
        thread::spawn(move || {
            let work = async {
                let (begun, has_begun) = tokio::sync::oneshot::channel();
                tokio::task::spawn_blocking(move || {
                    begun.send(()).expect("it is waited for");
                    let _ = ended.recv();
                });
                has_begun.await.expect("the thread begins");
                "stopped in order"
            };
            let stopped = run(work, Duration::from_millis(10)).expect("threads");
            sender.send(stopped).expect("the test waits");
        });
        // Without a bound it would not come at all.
        let outcome = outcome.recv_timeout(Duration::from_secs(60));
        assert_eq!(outcome, Ok("stopped in order"));
        drop(end);
    }

    #[test]
    fn a_thread_that_ends_in_time_is_waited_for() {
        let (sender, written) = mpsc::channel();
        let work = async move {
            let (begun, has_begun) = tokio::sync::oneshot::channel();
            tokio::task::spawn_blocking(move || {
                begun.send(()).expect("it is waited for");
                sender.send("written")
            });
            has_begun.await.expect("the thread begins");
        };
        run(work, Duration::from_secs(60)).expect("threads");
        assert_eq!(written.recv_timeout(Duration::ZERO), Ok("written"));
        let nothing = written.recv_timeout(Duration::ZERO);
        assert_eq!(nothing, Err(RecvTimeoutError::Disconnected));
    }
}
