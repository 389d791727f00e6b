//! Asks people to confirm that it is them before what matters, and leads them back.

use axum::extract::Request;
use axum::http::header::SET_COOKIE;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use backend::Caller;
use backend::confirmation::Purpose;

use crate::web::language::t;
use crate::web::layers::ended_session;
use crate::web::messages::confirm;
use crate::web::request::kept_forms;
use crate::web::request::next::{self, local_path};
use crate::web::request::state::AppState;
use crate::web::{answers, clock, paths};

/// What a request has to have been confirmed for. Pages on which much is typed ask before it is.
pub fn purpose_of(method: &Method, path: &str) -> Option<Purpose> {
    let (is_change, address) = (!method.is_safe(), paths::in_account(path));
    let launches = [
        paths::submit_draft(),
        paths::approve_draft(),
        paths::send_batch_again(),
        paths::give_reason(),
    ];
    let administers = [
        paths::settings(),
        paths::make_push_address(),
        paths::accounts(),
        paths::credentials(),
        paths::retention(),
        paths::erasures(),
        paths::find_erasure(),
        paths::erase_number(),
        paths::people(),
        paths::start_reset(),
        paths::remove_factors(),
        paths::change_role(),
        paths::disable_person(),
        paths::enable_person(),
        paths::revoke_invitation(),
        paths::remove_do_not_call(),
        paths::upload_do_not_call_list(),
        paths::remove_do_not_call_list(),
        paths::refuse_outdated_lists(),
        paths::confirm_rule(),
        paths::add_holiday(),
        paths::remove_holiday(),
    ];
    let is_of_rules = address.starts_with(&paths::calling_rules());
    let changes_access = [
        paths::remove_app(),
        paths::remove_passkey(),
        paths::end_session(),
        paths::end_other_sessions(),
    ];
    // The page says how many codes are left; new ones are a change.
    let shows_codes = address == paths::recovery_codes() && !is_change;
    if launches.contains(&address) {
        Some(Purpose::Launch)
    } else if administers.contains(&address) || is_of_rules {
        Some(Purpose::Administer)
    } else if changes_access.contains(&address) || (paths::sets_up_factors(path) && !shows_codes) {
        Some(Purpose::OwnAccess)
    } else {
        None
    }
}

/// Whether a request needs a confirmation that its person has not given lately.
pub fn is_missing(caller: &Caller, request: &Request) -> bool {
    let purpose = purpose_of(request.method(), request.uri().path());
    purpose.is_some_and(|purpose| !caller.has_confirmed(purpose, clock::now()))
}

/// Leads to the page that asks, and from there back. What was typed into a long form is kept meanwhile.
pub async fn ask(state: &AppState, caller: &Caller, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    if answers::is_by_script(&parts.uri, &parts.headers) {
        let sentence = t(confirm::needed_first());
        return (StatusCode::FORBIDDEN, sentence).into_response();
    }
    if parts.method.is_safe() {
        let page = parts.uri.path_and_query().map(|page| page.as_str());
        let page = page.map(paths::in_account);
        return Redirect::to(&to(page.as_deref())).into_response();
    }
    let arrived = ended_session::arrive(state, &parts, body).await;
    let form = arrived.form.filter(|(person, _)| *person == caller.person);
    let Some((person, form)) = form else {
        let page = next::referring_page(&parts.headers);
        return Redirect::to(&to(page.as_deref())).into_response();
    };
    let back = form.way_back();
    let key = state.kept_forms().keep(person, clock::now(), form);
    let cookie = kept_forms::cookie(Some(&key), state.site().https);
    ([(SET_COOKIE, cookie)], Redirect::to(&to(Some(&back)))).into_response()
}

fn to(page: Option<&str>) -> String {
    paths::confirm_then(page.and_then(local_path).unwrap_or(&paths::tasks()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_calls_people_changes_people_or_access_is_confirmed_and_nothing_else() {
        let purpose = |method: Method, path| purpose_of(&method, path);
        for path in [
            "/api/drafts/submit",
            "/api/drafts/approve",
            "/api/tasks/send-again",
            "/api/drafts/reason",
        ] {
            assert_eq!(purpose(Method::POST, path), Some(Purpose::Launch), "{path}");
        }
        for method in [Method::GET, Method::POST] {
            for path in [
                "/settings",
                "/settings/people",
                "/settings/calling-rules",
                "/settings/calling-rules/ID/finance",
            ] {
                assert_eq!(purpose(method.clone(), path), Some(Purpose::Administer));
            }
            let path = "/profile/second-factor";
            assert_eq!(purpose(method, path), Some(Purpose::OwnAccess));
        }
        for path in [
            "/profile/recovery-codes",
            "/api/profile/end-session",
            "/api/profile/end-other-sessions",
        ] {
            assert_eq!(purpose(Method::POST, path), Some(Purpose::OwnAccess));
        }
        for path in ["/tasks", "/profile", "/confirm", "/profile/recovery-codes"] {
            assert_eq!(purpose(Method::GET, path), None, "{path}");
        }
        for path in [
            "/api/tasks/stop-calling",
            "/api/drafts/check",
            "/tasks/new",
            "/sign-out",
        ] {
            assert_eq!(purpose(Method::POST, path), None, "{path}");
        }
    }
}
