//! What a signed-in person asks for outside of an account: the page over all of theirs, and addresses that name none, such as bookmarks from
//! before there were several.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use backend::audit::RequestSource;
use backend::ids::PersonId;
use backend::users;

use crate::web::language::{self, t};
use crate::web::messages::{errors, guard};
use crate::web::request::language::of_person;
use crate::web::request::person::SignedInPerson;
use crate::web::request::state::AppState;
use crate::web::{answers, paths};

/// Answers it, or leads into an account.
pub async fn answer(
    state: &AppState,
    (person, source): (PersonId, RequestSource),
    request: Request,
    next: Next,
) -> Response {
    let found = match users::accounts_of(state.backend(), person).await {
        Ok(found) => found,
        Err(error) => return answers::refused(error),
    };
    let language = of_person(&request, state.site().https, found.language, None);
    let person = SignedInPerson {
        person,
        accounts: found.accounts,
        source,
    };
    language::answer_in(language);
    let_in(state, person, request, next).await
}

async fn let_in(
    state: &AppState,
    person: SignedInPerson,
    mut request: Request,
    next: Next,
) -> Response {
    let accounts = &person.accounts;
    let path = request.uri().path();
    let is_overview = path == paths::all_accounts() && accounts.len() != 1;
    if is_overview {
        // Before they have set it up they see nothing of any account.
        let needing = users::needs_second_factor_in(state.backend(), person.person, accounts).await;
        match needing {
            Ok(Some(account)) => {
                let setup = paths::of_account(&account.slug, &paths::factor_setup());
                return Redirect::to(&setup).into_response();
            }
            Ok(None) => {}
            Err(error) => return answers::refused(error),
        }
    }
    if path == paths::sign_out() || is_overview {
        request.extensions_mut().insert(person);
        return next.run(request).await;
    }
    if paths::names_account(path) {
        return answers::closing(not_found());
    }
    let asked = request.uri().path_and_query().map(|asked| asked.as_str());
    let asked = match asked {
        Some(asked) if asked != paths::all_accounts() => asked.to_owned(),
        _ => paths::tasks(),
    };
    let slugs: Vec<&str> = accounts.iter().map(|account| &*account.slug).collect();
    match slugs[..] {
        [] => Redirect::to(paths::all_accounts()).into_response(),
        // Such an address was written down when there was one account.
        [oldest, ..] if request.method().is_safe() => {
            Redirect::to(&paths::of_account(oldest, &asked)).into_response()
        }
        [only] => {
            answers::closing(Redirect::temporary(&paths::of_account(only, &asked)).into_response())
        }
        _ => answers::closing(no_account()),
    }
}

/// The answer to a form that names no account, from a person of several.
fn no_account() -> Response {
    let (title, sentence) = (t(guard::no_account_title()), t(guard::no_account()));
    answers::error_page(StatusCode::CONFLICT, &title, &sentence)
}

/// The answer where there is no such account, and where the person may not work in it: which of both is not told.
pub fn not_found() -> Response {
    let (title, sentence) = (t(errors::not_found()), t(errors::no_page()));
    answers::error_page(StatusCode::NOT_FOUND, &title, &sentence)
}
