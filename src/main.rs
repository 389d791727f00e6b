//! The program: reads the command line and the environment, then does what was asked for.

mod cli;

use std::process::ExitCode;

use clap::Parser;
use cli::Arguments;
use mimalloc::MiMalloc;

/// A page is drawn from some thousand small pieces of memory. For the process that reads a sheet, `sheets::reader` says how it
/// may allocate, so that its limit holds.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let lookup = |variable: &str| Some(std::env::var_os(variable)?.to_string_lossy().into_owned());
    match arguments.perform(lookup) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("coxswain: {failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}
