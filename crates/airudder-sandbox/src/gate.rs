//! The route table, the headers every call must carry, and tokens.

use std::sync::Arc;

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use serde_json::{Value, json};

use crate::{
    answer::{ApiResponse, failure, success, unauthorized},
    create, robots, stopping, tasks,
    world::Sandbox,
};

const AUTH: &str = "/service/cloud/auth";
/// Room for 10,000 leads with every field full, in bytes.
const MAX_TASK_BYTES: usize = 16 * 1024 * 1024;

/// Every path of the simulated API behind the checks that all calls share.
pub(crate) fn guarded_router(sandbox: Arc<Sandbox>) -> Router {
    Router::new()
        .route(AUTH, post(issue_token))
        .route(
            "/service/cloud/v2/task",
            post(create::create_task).layer(DefaultBodyLimit::max(MAX_TASK_BYTES)),
        )
        .route("/service/cloud/v2/robot", get(robots::list_robots))
        .route("/service/cloud/robot", get(robots::list_robots))
        .route("/service/cloud/v2/robot/detail", get(robots::robot_details))
        .route("/service/cloud/list", get(tasks::list_tasks))
        .route("/service/cloud/detail", get(tasks::task_calls))
        .route("/service/cloud/operation", post(stopping::stop_task))
        .route(
            "/service/cloud/cancelphonecall",
            post(stopping::cancel_number),
        )
        .route("/service/cloud/case", get(tasks::no_recordings))
        .route("/service/cloud/recording", get(tasks::no_recordings))
        .fallback(no_such_path)
        .method_not_allowed_fallback(no_such_method)
        .layer(from_fn_with_state(Arc::clone(&sandbox), check_headers))
        .with_state(sandbox)
}

async fn check_headers(
    State(sandbox): State<Arc<Sandbox>>,
    request: Request,
    next: Next,
) -> Response {
    match header_problem(&sandbox, &request) {
        Some(refusal) => refusal.into_response(),
        None => next.run(request).await,
    }
}

fn header_problem(sandbox: &Sandbox, request: &Request) -> Option<ApiResponse> {
    let options = &sandbox.settings.options;
    let headers = request.headers();
    if text_of(headers, header::USER_AGENT) != Some("Airudder") {
        return Some(failure(
            options,
            StatusCode::BAD_REQUEST,
            "The User-Agent header must be Airudder",
        ));
    }
    if request.method() == Method::POST && !says_json(headers) {
        return Some(failure(
            options,
            StatusCode::BAD_REQUEST,
            "The Content-Type header must be application/json",
        ));
    }
    if request.uri().path() == AUTH {
        return None;
    }
    let Some(token) = token_of(headers) else {
        return Some(unauthorized(
            options,
            "The Authorization header must be Token, one blank, and a token",
        ));
    };
    let known = sandbox.world().token_is_good(token, sandbox.now());
    (!known).then(|| unauthorized(options, "The token is unknown or more than 24 hours old"))
}

/// The token in `Authorization: Token <token>`, with exactly one blank between the two.
pub(crate) fn token_of(headers: &HeaderMap) -> Option<&str> {
    text_of(headers, header::AUTHORIZATION)?
        .strip_prefix("Token ")
        .filter(|token| !token.is_empty() && !token.contains(' '))
}

fn says_json(headers: &HeaderMap) -> bool {
    let essence = text_of(headers, header::CONTENT_TYPE).and_then(|text| text.split(';').next());
    essence.is_some_and(|essence| essence.trim().eq_ignore_ascii_case("application/json"))
}

fn text_of(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

async fn issue_token(State(sandbox): State<Arc<Sandbox>>, body: Bytes) -> ApiResponse {
    let settings = &sandbox.settings;
    let options = &settings.options;
    let asked: Value = match serde_json::from_slice(&body) {
        Ok(asked) => asked,
        Err(_) => {
            return failure(
                options,
                StatusCode::INTERNAL_SERVER_ERROR,
                "The body is not JSON",
            );
        }
    };
    // The documentation names 401 and 403 and does not say which is which: the split is assumed.
    if asked["APPKey"].as_str() != Some(settings.app_key.as_str()) {
        return failure(options, StatusCode::UNAUTHORIZED, "The APPKey is unknown");
    }
    if asked["APPSecret"].as_str() != Some(settings.app_secret.as_str()) {
        return failure(
            options,
            StatusCode::FORBIDDEN,
            "The APPSecret does not belong to the APPKey",
        );
    }
    let token =
        sandbox
            .world()
            .issue_token(&settings.app_secret, options.token_renewal, sandbox.now());
    success(json!({"token": token}))
}

async fn no_such_path(State(sandbox): State<Arc<Sandbox>>) -> ApiResponse {
    failure(
        &sandbox.settings.options,
        StatusCode::NOT_FOUND,
        "There is no such path",
    )
}

async fn no_such_method(State(sandbox): State<Arc<Sandbox>>) -> ApiResponse {
    failure(
        &sandbox.settings.options,
        StatusCode::METHOD_NOT_ALLOWED,
        "The path does not take this method",
    )
}
