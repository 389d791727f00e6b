//! Lets signed-in people in, and nobody else.
//!
//! Architecture invariant: every path needs a signed-in person unless it is named here, or in `hooks` of the router: what programs of
//! others post to has a secret in its address. A new page is closed until somebody opens it.

use std::net::SocketAddr;

use axum::Extension;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use backend::Caller;
use backend::audit::{self, RequestSource};
use leads::Action;
use tower_sessions::Session;

use crate::web::forms::form_state::EndedSession;
use crate::web::language::{self, t};
use crate::web::layers::{confirmation, ended_session, no_account};
use crate::web::messages::{factor_setup, guard};
use crate::web::paths;
use crate::web::request::client_address::client;
use crate::web::request::language::of_person;
use crate::web::request::state::AppState;
use crate::web::request::{kept_forms, next, session};
use crate::web::{answers, assets, clock};

/// Whether a path may be asked for by anybody.
pub fn is_public(path: &str) -> bool {
    let ways_in = [
        paths::sign_in(),
        // Ask by themselves who waits for their second factor, and which passkey it is.
        paths::second_factor(),
        paths::passkey_challenge(),
        paths::sign_in_by_passkey(),
        paths::setup(),
        paths::language(),
    ];
    ways_in.contains(&path)
        || ["/healthz", "/readyz"].contains(&path)
        || assets::AT_ROOT.contains(&path)
        || path.starts_with("/pkg/")
        || paths::is_link(path)
        || path == paths::reload()
}

/// Finds out who asks, puts the [`Caller`] into the request, and sends everybody else to the sign-in page.
pub async fn signed_in_only(
    State(state): State<AppState>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let https = state.site().https;
    if is_public(request.uri().path()) {
        tell_why_a_session_ended(&state, &mut request);
        return next.run(request).await;
    }
    let person = match session::person(&session).await {
        Ok(Some(person)) => person,
        Ok(None) => return unauthenticated(&state, request).await,
        Err(error) => return answers::failed(&error),
    };
    if let Err(error) = session::used(&session, clock::now()).await {
        return answers::failed(&error);
    }
    let client = client(peer, request.headers(), &state.site().trusted_proxies);
    let source = RequestSource::new(client, session::handle(&session).as_ref());
    if !state.is_of_account() {
        return no_account::answer(&state, (person, source), request, next).await;
    }
    match session::caller(&session, state.backend(), person).await {
        Ok(Some(_)) if request.uri().path() == paths::all_accounts() => {
            Redirect::to(&paths::tasks()).into_response()
        }
        Ok(Some(mut caller)) => {
            caller.source = source;
            let chosen = caller.language;
            let of_account = caller.account.settings.language;
            let language = of_person(&request, https, chosen, Some(of_account));
            language::answer_in(language);
            let_in(&state, caller, request, next).await
        }
        Ok(None) => {
            let now = clock::now();
            match audit::record_without_role(state.backend(), person, &source, now).await {
                // That there is such an account is not told either.
                Ok(()) => answers::closing(no_account::not_found()),
                Err(error) => answers::refused(error),
            }
        }
        Err(error) => answers::failed(error.as_ref()),
    }
}

/// The answer to somebody who may work in the account.
async fn let_in(state: &AppState, caller: Caller, mut request: Request, next: Next) -> Response {
    if caller.owes_second_factor && !may_owe(request.uri().path()) {
        return owes_second_factor(&request.into_parts().0);
    }
    if confirmation::is_missing(&caller, &request) {
        return confirmation::ask(state, &caller, request).await;
    }
    if let Some(key) = kept_forms::key_of(request.headers(), state.site().https) {
        let uri = request.uri();
        if !request.method().is_safe() {
            state.kept_forms().sent(key, &paths::in_account(uri.path()));
        } else if paths::shows_what_was_typed(uri.query())
            && let Some(form) = state.kept_forms().of(key, caller.person, clock::now())
        {
            request.extensions_mut().insert(form);
        }
    }
    request.extensions_mut().insert(caller.clone());
    let answer = next.run(request).await;
    // Pages are read before their answer begins: whatever they refuse is known by now.
    match audit::record_refused(state.backend(), &caller, clock::now()).await {
        Ok(()) => answer,
        Err(error) => answers::refused(error),
    }
}

/// Says on the sign-in page why somebody is there whose session has ended.
fn tell_why_a_session_ended(state: &AppState, request: &mut Request) {
    if request.uri().path() != paths::sign_in() {
        return;
    }
    let (kept, https) = (state.kept_forms(), state.site().https);
    let reason = kept.reason(request.headers(), https, clock::now());
    if let Some(reason) = reason {
        let ended = EndedSession(reason);
        request.extensions_mut().insert(ended);
    }
}

/// What somebody may ask for who needs a second factor and has none.
fn may_owe(path: &str) -> bool {
    let ways_on = [paths::confirm(), paths::confirm_by_passkey()];
    paths::sets_up_factors(path) || ways_on.contains(&paths::in_account(path))
}

/// The answer to them: the page on which they set one up.
fn owes_second_factor(parts: &Parts) -> Response {
    if answers::is_by_script(&parts.uri, &parts.headers) {
        let sentence = t(factor_setup::needed_first());
        return (StatusCode::FORBIDDEN, sentence).into_response();
    }
    // What a form still sends is not read.
    let answer = Redirect::to(&paths::factor_setup()).into_response();
    match parts.method.is_safe() {
        true => answer,
        false => answers::closing(answer),
    }
}

/// Lets those upload who may prepare lists: what others send is not read first.
pub async fn preparers_only(
    Extension(caller): Extension<Caller>,
    request: Request,
    next: Next,
) -> Response {
    match caller.must(Action::Prepare) {
        Ok(()) => next.run(request).await,
        Err(error) => answers::closing(answers::refused(error)),
    }
}

/// The answer to somebody who is not signed in, or not any more: a session may have ended while a long form was filled in.
async fn unauthenticated(state: &AppState, request: Request) -> Response {
    let https = state.site().https;
    let (parts, body) = request.into_parts();
    let arrived = ended_session::arrive(state, &parts, body).await;
    let key = arrived
        .form
        .map(|(person, form)| state.kept_forms().keep(person, clock::now(), form));
    let mut answer = unauthenticated_response(&parts);
    let is_safe = parts.method.is_safe();
    let is_told = kept_forms::is_of_ended_session(is_safe, &parts.headers, https);
    if answer.status().is_redirection() && is_told {
        // Where nothing new is kept, what was kept before stays.
        let has_key = key.is_none() && kept_forms::key_of(&parts.headers, https).is_some();
        let line = kept_forms::cookie(key.as_deref(), https);
        if !has_key && let Ok(line) = line.parse() {
            answer.headers_mut().append(header::SET_COOKIE, line);
        }
    }
    if arrived.whole {
        answer
    } else {
        answers::closing(answer)
    }
}

/// A person goes to the sign-in page, and from there back; a script is told 401.
fn unauthenticated_response(parts: &Parts) -> Response {
    let is_call = paths::without_account(parts.uri.path()).starts_with("/api/");
    if answers::is_by_script(&parts.uri, &parts.headers) {
        let sentence = t(guard::session_ended());
        return (StatusCode::UNAUTHORIZED, sentence).into_response();
    }
    let asked_for = parts.uri.path_and_query().map(|path| path.as_str());
    // What was posted is gone: the way back leads to the page that it was posted from.
    let page = if parts.method.is_safe() && !is_call {
        asked_for.map(paths::in_account)
    } else {
        next::referring_page(&parts.headers)
    };
    Redirect::to(&next::sign_in_page(page.as_deref())).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_closed_unless_it_is_named() {
        for open in [
            "/sign-in",
            "/sign-in/second-factor",
            "/sign-in/passkey",
            "/sign-in/passkey/challenge",
            "/setup",
            "/healthz",
            "/readyz",
            "/pkg/coxswain.css",
            "/favicon.svg",
            "/robots.txt",
            "/link",
            "/link/key",
        ] {
            assert!(is_public(open), "{open}");
        }
        let unauthenticated_response = [
            "/",
            "/sign-in/",
            "/sign-out",
            "/setup/x",
            "/links",
            "/profile",
            "/settings/people",
            "/pkg",
            "/tasks",
            "/robots",
            "/api/sign-in",
            "/healthz/x",
        ];
        for unauthenticated_response in unauthenticated_response {
            assert!(
                !is_public(unauthenticated_response),
                "{unauthenticated_response}"
            );
        }
    }
}
