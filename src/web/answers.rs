//! Answers that are pages: those of the application, and bare ones for what fails before a page can be drawn.

use std::any::Any;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;
use localization::Message;

use crate::web::app::shell;
use crate::web::error::report;
use crate::web::error::{AppError, ErrorKind};
use crate::web::forms::form_state::{EndedSession, FormState};
use crate::web::language::{language, t};
use crate::web::messages::errors;
use crate::web::paths;
use crate::web::request::content_policy::allow_scripts_of_this_page;
use crate::web::request::page_status::PageStatus;
use crate::web::request::state::AppState;

/// What every page finds in its context, beside what Leptos puts there.
pub fn provide_page_context() {
    allow_scripts_of_this_page();
    if let Some(options) = use_context::<ResponseOptions>() {
        let set = move |status| {
            options.set_status(StatusCode::from_u16(status).unwrap_or(StatusCode::OK))
        };
        provide_context(PageStatus(Arc::new(set)));
    }
    provide_context(language());
    let ended = use_context::<Parts>();
    if let Some(ended) = ended.and_then(|parts| parts.extensions.get::<EndedSession>().cloned()) {
        provide_context(ended);
    }
}

/// Draws the page at the request's path.
async fn draw(
    state: &AppState,
    request: Request,
    context: impl Fn() + Clone + Send + Sync + 'static,
) -> Response {
    let options = state.leptos().clone();
    let page_state = state.clone();
    let page_context = move || {
        provide_context(page_state.clone());
        provide_page_context();
        context();
    };
    let handler =
        leptos_axum::render_app_async_with_context(page_context, move || shell(options.clone()));
    handler(request).await
}

/// The page of a path where nothing is.
pub async fn not_found(State(state): State<AppState>, request: Request) -> Response {
    let mut response = draw(&state, request, || {}).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

/// Seconds after which it is worth trying again what too much else was under way for.
const WAIT_WHERE_BUSY: u32 = 60;

/// The page at `address` once more, as the answer to its own form, with what was typed into it. What a stranger may have
/// put into the address is of limited length: a URI of more than 64 kB is none.
pub async fn rerender_form<T>(
    state: &AppState,
    mut parts: Parts,
    address: &str,
    form_state: FormState<T>,
) -> Response
where
    T: Clone + Send + Sync + 'static,
{
    parts.uri = paths::without_account(address)
        .parse::<Uri>()
        .expect("a short address of `paths` is a URI");
    let status =
        StatusCode::from_u16(form_state.status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
    let request = Request::from_parts(parts, Body::empty());
    let mut response = draw(state, request, move || provide_context(form_state.clone())).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = status;
    }
    response
}

/// The answer with the seconds after which it is worth trying again (`Retry-After`, RFC 9110), if that is known.
pub fn worth_trying_after(seconds: Option<u32>, mut answer: Response) -> Response {
    if let Some(seconds) = seconds {
        let value = HeaderValue::from(seconds);
        answer.headers_mut().insert(header::RETRY_AFTER, value);
    }
    answer
}

/// The answer after which the connection is closed, because what the client still sends is not read.
pub fn closing(mut answer: Response) -> Response {
    let value = HeaderValue::from_static("close");
    answer.headers_mut().insert(header::CONNECTION, value);
    answer
}

/// Whether the answer is shown to a person as it is: browsers name `text/html` when they follow a link or post a form.
pub fn wants_html(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}

/// Whether the answer is read by a script of ours that sends what a form would send.
pub fn wants_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .is_some_and(|accept| accept.as_bytes() == b"application/json")
}

/// Whether a script reads the answer: it is told a status and a sentence, where a person is led to a page.
pub fn is_by_script(uri: &Uri, headers: &HeaderMap) -> bool {
    let is_call = paths::without_account(uri.path()).starts_with("/api/");
    (is_call && !wants_html(headers)) || wants_json(headers)
}

/// A page that needs nothing to work: no database, no session, no script.
pub fn error_page(status: StatusCode, title: &str, sentence: &str) -> Response {
    let told = sentence.to_owned();
    let [title, sentence] = [title, sentence].map(escaped);
    // The same within an account and outside: whether there is one is not told.
    let tasks = paths::tasks();
    let (stylesheet, home) = (paths::stylesheet(), paths::without_account(&tasks));
    let page = format!(
        "<!DOCTYPE html><html lang=\"{tag}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title} · Coxswain</title>\
         <link rel=\"icon\" href=\"{icon}\"><link rel=\"stylesheet\" href=\"{stylesheet}\"></head>\
         <body><main class=\"centered-layout\"><p class=\"brand\">Coxswain</p><section class=\"card problem\"><div class=\"body stack\">\
         <h1>{title}</h1><p>{sentence}</p><div class=\"row\"><a class=\"button\" href=\"{home}\">{go_on}</a></div>\
         </div></section></main></body></html>",
        tag = language().tag(),
        icon = paths::favicon(),
        go_on = escaped(&t(errors::go_to_tasks())),
    );
    let mut page = (status, Html(page)).into_response();
    page.extensions_mut().insert(Sentence(told));
    page
}

/// What a plain page says, for a script that shows it in a page of its own.
#[derive(Clone, Debug)]
pub struct Sentence(pub String);

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The status of a refusal.
pub fn status(error: &AppError) -> StatusCode {
    StatusCode::from_u16(error.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The answer where a use case refused or failed.
pub fn refused(error: backend::Error) -> Response {
    let seconds = match &error {
        backend::Error::TooOften { seconds, .. } => Some(*seconds),
        _ => None,
    };
    worth_trying_after(seconds, render_error(&error.into()))
}

/// The answer to a failure of our own; it is logged.
pub fn failed(error: &(dyn std::error::Error + 'static)) -> Response {
    render_error(&report::logged(error))
}

/// The answer where somebody may not do what they asked for.
pub fn forbidden(sentence: Message) -> Response {
    render_error(&AppError::forbidden(sentence))
}

/// The answer where code panicked; where it panicked is in the log already.
#[allow(
    clippy::needless_pass_by_value,
    reason = "the layer that catches panics gives it so"
)]
pub fn panicked(_: Box<dyn Any + Send + 'static>) -> Response {
    let reference = report::reference();
    tracing::error!(reference, "a request panicked");
    render_error(&AppError::failed(reference))
}

/// What went wrong, as a page.
pub fn render_error(error: &AppError) -> Response {
    let title = t(error.kind.heading());
    let status = status(error);
    let page = match &error.reference {
        Some(reference) => {
            let sentence = t(errors::with_reference(reference, &error.sentence));
            error_page(status, &title, &sentence)
        }
        None => error_page(status, &title, &error.sentence),
    };
    let is_busy = error.kind == ErrorKind::Busy;
    worth_trying_after(is_busy.then_some(WAIT_WHERE_BUSY), page)
}

/// What a page tells of a refusal of which only the status is known: its heading, and a sentence.
fn of_bare_refusal(status: StatusCode) -> (Message, Message) {
    match status {
        StatusCode::NOT_FOUND => (errors::not_found(), errors::no_page()),
        StatusCode::METHOD_NOT_ALLOWED => (errors::not_found(), errors::no_page_to_open()),
        StatusCode::REQUEST_TIMEOUT => (errors::too_slow(), errors::send_again()),
        StatusCode::PAYLOAD_TOO_LARGE => (errors::too_large(), errors::shorten()),
        status if status.is_server_error() => (errors::failed(), errors::try_in_a_minute()),
        _ => (errors::incomplete(), errors::reload()),
    }
}

/// Puts a page in the place of the bare text with which layers and extractors refuse a request, where a person reads it.
pub async fn html_error_layer(request: Request, next: Next) -> Response {
    let is_read_by_a_person = wants_html(request.headers());
    let response = next.run(request).await;
    let status = response.status();
    let is_failure = status.is_client_error() || status.is_server_error();
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let is_bare = !kind.starts_with("text/html") && !kind.starts_with("application/json");
    if !(is_read_by_a_person && is_failure && is_bare) {
        return response;
    }
    let (title, sentence) = of_bare_refusal(status);
    let mut page = error_page(status, &t(title), &t(sentence));
    // `Allow` and what else the refusal tells stays; its type and length were those of the text.
    for (name, value) in response.headers() {
        page.headers_mut()
            .entry(name)
            .or_insert_with(|| value.clone());
    }
    page.headers_mut().remove(header::CONTENT_LENGTH);
    page
}

#[cfg(test)]
mod tests {
    use tower::ServiceExt;

    use super::*;

    #[test]
    fn a_plain_page_shows_text_as_text() {
        assert_eq!(
            escaped("<b>\"&\"</b>"),
            "&lt;b&gt;&quot;&amp;&quot;&lt;/b&gt;"
        );
    }

    #[test]
    fn a_browser_that_opens_a_page_is_told_from_a_script() {
        let mut headers = HeaderMap::new();
        assert!(!wants_html(&headers));
        headers.insert(
            header::ACCEPT,
            "text/html,application/xhtml+xml;q=0.9".parse().unwrap(),
        );
        assert!(wants_html(&headers));
        headers.insert(header::ACCEPT, "application/json".parse().unwrap());
        assert!(!wants_html(&headers));
    }

    #[tokio::test]
    async fn code_that_panics_is_answered_with_a_page_and_a_reference() {
        async fn panics() -> StatusCode {
            panic!("a secret of the code")
        }
        let router = axum::Router::new().route("/", axum::routing::get(panics));
        let router = router.layer(tower_http::catch_panic::CatchPanicLayer::custom(panicked));
        let answer = router.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let body = axum::body::to_bytes(answer.into_body(), 100_000)
            .await
            .unwrap();
        let text = String::from_utf8_lossy(&body);
        assert!(
            text.contains("Reference") && !text.contains("secret"),
            "{text}"
        );
    }

    #[tokio::test]
    async fn a_bare_refusal_becomes_a_page_for_people_and_keeps_its_headers() {
        let router = axum::Router::new().route("/", axum::routing::post(|| async {}));
        let router = router.layer(axum::middleware::from_fn(html_error_layer));
        let asked = |accept| {
            Request::builder()
                .uri("/")
                .header(header::ACCEPT, accept)
                .body(Body::empty())
                .unwrap()
        };
        let person = router.clone().oneshot(asked("text/html")).await.unwrap();
        assert_eq!(person.status(), StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(
            person.headers()[header::CONTENT_TYPE],
            "text/html; charset=utf-8"
        );
        assert_eq!(person.headers()[header::ALLOW], "POST");
        let script = router.oneshot(asked("application/json")).await.unwrap();
        assert_eq!(script.headers().get(header::CONTENT_TYPE), None);
    }
}
