//! Which devices a person has used before: after a sign-in the browser keeps a signed token in a cookie, another one for each person.
//!
//! It opens nothing. Wrong passwords from a device without it make only such devices wait.

use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use backend::devices;
use backend::ids::PersonId;
use sha2::{Digest, Sha256};

use crate::web::clock;
use crate::web::request::state::AppState;

/// How long a device is known after a sign-in, in seconds: as long as browsers keep a cookie at the most (RFC 6265bis, 400 days).
const LASTS: u32 = 400 * 24 * 60 * 60;

/// How the name of every such cookie begins.
const fn prefix(https: bool) -> &'static str {
    if https {
        "__Host-coxswain-device-"
    } else {
        "coxswain-device-"
    }
}

/// The cookie does not say whose it is to others who read it.
fn name(person: PersonId, https: bool) -> String {
    let digest = hex::encode(&Sha256::digest(person.as_bytes())[..8]);
    format!("{}{digest}", prefix(https))
}

/// Names and values of the cookies of known devices that a request carries.
fn cookies(headers: &HeaderMap, https: bool) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(header::COOKIE).iter();
    lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .filter(move |(name, _)| name.starts_with(prefix(https)))
}

/// The tokens that the browser keeps, whoever they are of.
pub fn tokens(headers: &HeaderMap, https: bool) -> Vec<&str> {
    cookies(headers, https).map(|(_, token)| token).collect()
}

/// Whether that person has signed in with this device before.
pub fn is_known(state: &AppState, headers: &HeaderMap, person: PersonId) -> bool {
    let https = state.site().https;
    let name = name(person, https);
    let mut of_person = cookies(headers, https).filter(|(found, _)| *found == name);
    of_person.any(|(_, token)| devices::known(state.backend(), person, token).is_some())
}

/// The answer to a sign-in, with the token for a device that was not known.
pub fn remembered(
    state: &AppState,
    headers: &HeaderMap,
    person: PersonId,
    answer: Response,
) -> Response {
    let token = devices::token(state.backend(), person, clock::random());
    match token.filter(|_| !is_known(state, headers, person)) {
        Some(token) => {
            let cookie = cookie(person, &token, state.site().https);
            (AppendHeaders([(header::SET_COOKIE, cookie)]), answer).into_response()
        }
        None => answer,
    }
}

fn cookie(person: PersonId, token: &str, https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    let name = name(person, https);
    format!("{name}={token}; Path=/; Max-Age={LASTS}; HttpOnly; SameSite=Lax{secure}")
}
