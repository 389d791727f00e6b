//! What goes wrong because the name of a task asks for it: instead of what is asked, or to its answer.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use tokio::time::sleep;

use crate::{
    answer::{
        ApiResponse, bad_gateway, closed_connection, cut_in_the_middle, failure, garbled,
        http_failure, unauthorized,
    },
    gate::token_of,
    options::SandboxOptions,
    sentinels::{Act, NameSentinel},
    world::Sandbox,
};

/// What a sentinel has happen in the place of what is asked for. Tries are counted for each name and what is done with it.
pub(crate) async fn instead_of_acting(
    sandbox: &Sandbox,
    sentinel: Option<NameSentinel>,
    (act, name): (Act, &str),
    headers: &HeaderMap,
) -> Option<Response> {
    let options = &sandbox.settings.options;
    let tries_before = || sandbox.world().tries_before(format!("{act:?} {name}"));
    match sentinel? {
        NameSentinel::ServerError => Some(server_error(options)),
        NameSentinel::ServerErrorOnce if tries_before() == 0 => Some(server_error(options)),
        NameSentinel::RateLimited if tries_before() < options.rate_limited_times => {
            let mut response =
                http_failure(options, StatusCode::TOO_MANY_REQUESTS, "Too many requests")
                    .into_response();
            response.headers_mut().insert(
                header::RETRY_AFTER,
                HeaderValue::from(options.retry_after.as_secs()),
            );
            Some(response)
        }
        NameSentinel::TokenForgotten if tries_before() == 0 => {
            sandbox
                .world()
                .drop_token(token_of(headers).unwrap_or_default());
            Some(
                unauthorized(options, "The token is unknown or more than 24 hours old")
                    .into_response(),
            )
        }
        NameSentinel::TimeoutBefore => {
            sleep(options.hang).await;
            Some(closed_connection())
        }
        NameSentinel::Refused => Some(
            failure(
                options,
                StatusCode::BAD_REQUEST,
                match act {
                    Act::Stop => "The stop is refused because the name of the task asks for it",
                    Act::Check | Act::Create => "The task is refused because its name asks for it",
                },
            )
            .into_response(),
        ),
        NameSentinel::Closed => Some(closed_connection()),
        _ => None,
    }
}

fn server_error(options: &SandboxOptions) -> Response {
    let code = StatusCode::INTERNAL_SERVER_ERROR;
    http_failure(options, code, "Internal server error").into_response()
}

/// What a sentinel makes of an answer when all has gone well.
pub(crate) async fn answer_after_acting(
    options: &SandboxOptions,
    sentinel: Option<NameSentinel>,
    answer: ApiResponse,
) -> Response {
    match sentinel {
        Some(NameSentinel::TimeoutAfter | NameSentinel::Late) => {
            sleep(options.hang).await;
            closed_connection()
        }
        Some(NameSentinel::Slow) => {
            sleep(options.slow).await;
            answer.into_response()
        }
        Some(NameSentinel::Cut) => cut_in_the_middle(&answer),
        Some(NameSentinel::Garbled) => garbled(),
        Some(NameSentinel::BadGateway) => bad_gateway(),
        _ => answer.into_response(),
    }
}
