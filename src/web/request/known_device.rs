//! Which devices a person has used before: after a sign-in the browser keeps a signed token in a cookie, another one for each person.
//!
//! It opens nothing. Wrong passwords from a device without it make only such devices wait.

use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use backend::devices;
use backend::ids::PersonId;
use sha2::{Digest, Sha256};

use crate::web::clock;
use crate::web::request::cookies;
use crate::web::request::state::AppState;

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
    cookies::pairs(headers).filter(move |(name, _)| name.starts_with(prefix(https)))
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

/// The answer to a sign-in on a device that was not known, with the token by which it is known from then on.
pub fn remembered(state: &AppState, person: PersonId, answer: Response) -> Response {
    let Some(token) = devices::token(state.backend(), person, clock::random()) else {
        return answer;
    };
    let https = state.site().https;
    // A device is known for as long as its browser may keep that.
    let cookie = cookies::line(&name(person, https), &token, cookies::LONGEST, https);
    (AppendHeaders([(header::SET_COOKIE, cookie)]), answer).into_response()
}
