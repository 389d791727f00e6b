//! What the program tells the person who runs it, on standard error.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::ParseError;

/// What is logged unless `RUST_LOG` says otherwise. The parser of workbooks would tell of what people's files hold.
const USUAL: &str =
    "info,sqlx::postgres::notice=warn,tower_sessions=error,tower_sessions_core=error";

/// Starts the log: for people on a terminal, as JSON otherwise. `filter` is what `RUST_LOG` says.
pub fn start(filter: Option<&str>) -> Result<(), ParseError> {
    let filter = EnvFilter::try_new(filter.unwrap_or(USUAL))?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        builder.with_target(false).init();
    } else {
        builder
            .with_ansi(false)
            .json()
            .flatten_event(true)
            .with_span_list(false)
            .init();
    }
    log_panics();
    Ok(())
}

/// Tells where code panicked, and not why: the message may hold what stands in a lead. A build for development tells it all.
fn log_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let location = panic.location().map(ToString::to_string);
        tracing::error!(location, "code panicked");
        if cfg!(debug_assertions) {
            usual(panic);
        }
    }));
}
