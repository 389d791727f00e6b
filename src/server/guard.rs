//! Lets signed-in people in, and nobody else.
//!
//! Architecture invariant: every path needs a signed-in person unless it is named here. A new page is closed until
//! somebody opens it.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use backend::{Caller, users};
use tower_sessions::Session;

use super::state::AppState;
use super::{assets, clock, next, pages, session, upload};
use crate::paths;

/// Whether a path may be asked for by anybody.
pub fn is_public(path: &str) -> bool {
    [paths::sign_in(), paths::setup(), "/healthz", "/readyz"].contains(&path)
        || assets::AT_ROOT.contains(&path)
        || path.starts_with("/pkg/")
}

/// Finds out who asks, puts the [`Caller`] into the request, and sends everybody else to the sign-in page.
pub async fn signed_in_only(
    State(state): State<AppState>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    if is_public(request.uri().path()) {
        return next.run(request).await;
    }
    match caller(&state, &session).await {
        Ok(Some(caller)) => {
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Ok(None) => {
            let (parts, body) = request.into_parts();
            // A session may have ended while a long form was filled in.
            let has_arrived = upload::drain(body, state.limits()).await;
            let answer = closed(&parts.method, &parts.uri, &parts.headers);
            if has_arrived {
                answer
            } else {
                pages::closing(answer)
            }
        }
        Err(error) => pages::failed(error.as_ref()),
    }
}

/// The person of the session, as they are now; a session of somebody who is gone is forgotten.
async fn caller(
    state: &AppState,
    session: &Session,
) -> Result<Option<Caller>, Box<dyn std::error::Error + Send + Sync>> {
    let Some(person) = session::person(session).await? else {
        return Ok(None);
    };
    let caller = users::caller(state.backend(), person).await?;
    match caller {
        Some(_) => session::used(session, clock::now()).await?,
        None => session::sign_out(session).await?,
    }
    Ok(caller)
}

/// A person goes to the sign-in page, and from there back; a script is told 401.
fn closed(method: &Method, uri: &Uri, headers: &HeaderMap) -> Response {
    let is_call = uri.path().starts_with("/api/");
    if is_call && !pages::wants_html(headers) {
        return (
            StatusCode::UNAUTHORIZED,
            "Sign in again: your session has ended.",
        )
            .into_response();
    }
    let asked_for = uri.path_and_query().map(|path| path.as_str());
    // What was posted is gone: the way back leads to the page that it was posted from.
    let page = if method.is_safe() && !is_call {
        asked_for.map(str::to_owned)
    } else {
        referring_page(headers)
    };
    Redirect::to(&next::sign_in_page(page.as_deref())).into_response()
}

/// Path and query of the page that the request was made from.
fn referring_page(headers: &HeaderMap) -> Option<String> {
    let referrer = headers
        .get(header::REFERER)?
        .to_str()
        .ok()?
        .parse::<Uri>()
        .ok()?;
    Some(referrer.path_and_query()?.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_closed_unless_it_is_named() {
        for open in [
            "/sign-in",
            "/setup",
            "/healthz",
            "/readyz",
            "/pkg/coxswain.css",
            "/favicon.svg",
            "/robots.txt",
        ] {
            assert!(is_public(open), "{open}");
        }
        let closed = [
            "/",
            "/sign-in/",
            "/sign-out",
            "/setup/x",
            "/pkg",
            "/tasks",
            "/robots",
            "/api/sign-in",
            "/healthz/x",
        ];
        for closed in closed {
            assert!(!is_public(closed), "{closed}");
        }
    }
}
