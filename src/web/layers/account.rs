//! Requests for an account: `/a/{account}/…` is answered by the application of that account, which has its connections and no others.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::installation::OpenAccount;
use tower::ServiceExt;

use crate::web::layers::guard;
use crate::web::paths;
use crate::web::request::state::AppState;

/// Makes the application of an account.
type MakeRouter = fn(AppState) -> Router;

/// The applications of the accounts, each made when it is first asked for.
#[derive(Clone)]
pub struct AccountRouters {
    state: AppState,
    make: MakeRouter,
    made: Arc<RwLock<BTreeMap<String, Router>>>,
}

impl AccountRouters {
    /// Those of the installation of `state`.
    pub fn new(state: AppState, make: MakeRouter) -> AccountRouters {
        AccountRouters {
            state,
            make,
            made: Arc::default(),
        }
    }

    fn of(&self, account: OpenAccount) -> Router {
        let made = self.made.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(router) = made.get(&account.slug) {
            return router.clone();
        }
        drop(made);
        let slug = account.slug.clone();
        let router = (self.make)(self.state.in_account(account));
        let mut made = self.made.write().unwrap_or_else(PoisonError::into_inner);
        made.entry(slug).or_insert(router).clone()
    }
}

/// Hands a request for an account to its application, without the account in its address. What names no account that there is, is answered
/// outside of all.
pub async fn dispatch(
    State(routers): State<AccountRouters>,
    mut request: Request,
    next: Next,
) -> Response {
    let found = paths::split_account(request.uri().path()).and_then(|(slug, within)| {
        // What is of no account has no address within one: it would tell strangers which accounts there are.
        if guard::is_public(within) || within == paths::sign_out() {
            return None;
        }
        let account = routers.state.installation().with_slug(slug)?;
        Some((account, within_account(request.uri(), within)?))
    });
    let Some((account, uri)) = found else {
        return next.run(request).await;
    };
    *request.uri_mut() = uri;
    let slug = account.slug.clone();
    let router = routers.of(account);
    paths::within_account(slug, router.oneshot(request))
        .await
        .into_response()
}

/// The address without its account.
fn within_account(uri: &Uri, within: &str) -> Option<Uri> {
    let asked = match uri.query() {
        Some(query) => format!("{within}?{query}"),
        None => within.to_owned(),
    };
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(asked.parse::<PathAndQuery>().ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_account_is_taken_out_of_the_address() {
        for (asked, expected) in [
            ("/a/ph/tasks?q=a", "/tasks?q=a"),
            ("/a/ph/", "/"),
            (
                "http://localhost:1/a/ph/drafts/7",
                "http://localhost:1/drafts/7",
            ),
        ] {
            let uri: Uri = asked.parse().unwrap();
            let (_, within) = paths::split_account(uri.path()).unwrap();
            assert_eq!(within_account(&uri, within).unwrap().to_string(), expected);
        }
    }
}
