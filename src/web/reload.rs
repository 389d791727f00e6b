//! `GET /reload`: tells open pages of another style or another program, while Coxswain is developed.

use std::convert::Infallible;
use std::time::Duration;

use axum::http::StatusCode;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use futures::stream;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::{Interval, interval};

use crate::web::assets;
use crate::web::paths;

/// How soon another style is noticed, and how soon a browser looks for the next program.
const SOON: Duration = Duration::from_millis(200);

/// One page that listens, and what was sent to it last.
struct Listener {
    ticks: Interval,
    last_sent: Option<String>,
    /// An answer without end would hold up the end of the program.
    stop: Signal,
}

/// The process and the style that it serves, now and after each change.
pub async fn changes() -> Response {
    let Ok(stop) = signal(SignalKind::terminate()) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let listener = Listener {
        ticks: interval(SOON),
        last_sent: None,
        stop,
    };
    Sse::new(stream::unfold(listener, next)).into_response()
}

async fn next(mut listener: Listener) -> Option<(Result<Event, Infallible>, Listener)> {
    loop {
        tokio::select! {
            _ = listener.stop.recv() => return None,
            _ = listener.ticks.tick() => {}
        }
        let style = assets::tag_of(paths::stylesheet()).unwrap_or_default();
        let now = format!("{} {style}", std::process::id());
        if listener.last_sent.as_ref() != Some(&now) {
            let event = Event::default().retry(SOON).data(&now);
            listener.last_sent = Some(now);
            return Some((Ok(event), listener));
        }
    }
}
