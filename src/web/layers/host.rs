//! Answers only where a request calls this program by a name of its own.

use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::web::answers;
use crate::web::language::t;
use crate::web::messages::refusals;
use crate::web::request::state::AppState;

/// What watches over a machine asks at whatever address it has, and is told nothing that a stranger may not know.
const ASKED_BY_MACHINES: [&str; 2] = ["/healthz", "/readyz"];

/// What the request calls this program: a name of ours.
#[derive(Clone, Debug)]
pub struct CalledAs(pub Authority);

/// Refuses a request to a host that is not ours (RFC 9110, 15.5.20), and keeps the name for what comes after.
pub async fn only_ours(
    State(state): State<AppState>,
    mut request: Request,
    next: Next,
) -> Response {
    let host = host_of(request.uri(), request.headers());
    match host.filter(|host| state.site().is_called(host)) {
        Some(host) => {
            request.extensions_mut().insert(CalledAs(host));
            next.run(request).await
        }
        None if ASKED_BY_MACHINES.contains(&request.uri().path()) => next.run(request).await,
        None => {
            let title = t(refusals::wrong_address());
            let sentence = t(refusals::not_here(&state.site().origin));
            answers::error_page(StatusCode::MISDIRECTED_REQUEST, &title, &sentence)
        }
    }
}

/// HTTP/2 and a request through a proxy name the host in the address; all others in the one header `Host`.
fn host_of(uri: &Uri, headers: &HeaderMap) -> Option<Authority> {
    if let Some(authority) = uri.authority() {
        return Some(authority.clone());
    }
    let mut hosts = headers.get_all(header::HOST).iter();
    let host = hosts.next()?.to_str().ok()?.parse().ok()?;
    hosts.next().is_none().then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(uri: &'static str, hosts: &[&'static str]) -> Option<String> {
        let mut headers = HeaderMap::new();
        for host in hosts {
            headers.append(header::HOST, host.parse().unwrap());
        }
        host_of(&Uri::from_static(uri), &headers).map(|host| host.to_string())
    }

    #[test]
    fn the_address_of_a_request_goes_before_its_header() {
        assert_eq!(host("/a", &["one.example"]).as_deref(), Some("one.example"));
        assert_eq!(
            host("https://two.example/a", &["one.example"]).as_deref(),
            Some("two.example")
        );
    }

    #[test]
    fn no_host_two_hosts_and_what_is_no_host_are_none() {
        assert_eq!(host("/a", &[]), None);
        assert_eq!(host("/a", &["one.example", "two.example"]), None);
        assert_eq!(host("/a", &["a b"]), None);
    }
}
