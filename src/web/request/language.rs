//! The language that a request is answered in. What somebody has chosen is kept by their browser: the sign-in page is written in it, too.

use axum::extract::Request;
use axum::http::{HeaderMap, Uri, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use localization::Language;

use crate::web::paths;
use crate::web::request::cookies;

/// The name of the cookie, which says nothing but the language. Over https it is of this very host (RFC 6265bis).
const fn name(https: bool) -> &'static str {
    if https {
        "__Host-coxswain-language"
    } else {
        "coxswain-language"
    }
}

/// The language that a request asks for by itself: its cookie, which keeps what was chosen, or else what its browser prefers. `https` tells
/// the name of the cookie.
pub fn asked_for(uri: &Uri, headers: &HeaderMap, https: bool) -> Option<Language> {
    in_address(uri)
        .or_else(|| kept_language(headers, https))
        .or_else(|| {
            let accepted = headers.get(header::ACCEPT_LANGUAGE)?;
            Language::accepted(accepted.to_str().ok()?)
        })
}

/// The language of somebody who is signed in: the one that they have chosen, or that they ask for, or that of their account.
pub fn of_person(
    request: &Request,
    https: bool,
    chosen: Option<Language>,
    of_account: Option<Language>,
) -> Language {
    in_address(request.uri())
        .or(chosen)
        .or_else(|| asked_for(request.uri(), request.headers(), https))
        .or(of_account)
        .unwrap_or_default()
}

/// In development the address may say the language: `?lang=qps` shows what is in no catalogue.
fn in_address(uri: &Uri) -> Option<Language> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let query = uri.query().unwrap_or_default();
    let mut pairs = url::form_urlencoded::parse(query.as_bytes());
    let (_, tag) = pairs.find(|(name, _)| name == paths::LANGUAGE)?;
    Language::from_tag(&tag)
}

/// The language that the browser keeps.
fn kept_language(headers: &HeaderMap, https: bool) -> Option<Language> {
    let mut found = cookies::pairs(headers).filter(|(found, _)| *found == name(https));
    // In development it may be the one that shows what is in no catalogue.
    let language = match cfg!(debug_assertions) {
        true => Language::from_tag,
        false => Language::offered,
    };
    found.find_map(|(_, tag)| language(tag))
}

/// The answer with which the browser keeps that language, or forgets the one that it keeps.
pub fn kept(language: Option<Language>, https: bool, answer: Response) -> Response {
    let (tag, seconds) = language.map_or(("", 0), |language| (language.tag(), cookies::LONGEST));
    let cookie = cookies::line(name(https), tag, seconds, https);
    (AppendHeaders([(header::SET_COOKIE, cookie)]), answer).into_response()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderValue, StatusCode};

    use super::*;

    #[test]
    fn a_language_is_read_from_the_cookie_that_kept_it() {
        let answer = kept(
            Some(Language::Spanish),
            true,
            StatusCode::OK.into_response(),
        );
        let cookie = answer.headers()[header::SET_COOKIE].to_str().unwrap();
        assert!(cookie.contains("; Secure"), "{cookie}");
        let (pair, _) = cookie.split_once(';').unwrap();
        let sent = format!("a=b; {pair}");
        let headers = HeaderMap::from_iter([(header::COOKIE, sent.parse().unwrap())]);
        assert_eq!(kept_language(&headers, true), Some(Language::Spanish));
        assert_eq!(kept_language(&headers, false), None);
    }

    #[test]
    fn what_somebody_wrote_into_the_cookie_is_no_language() {
        for value in ["coxswain-language=de", "coxswain-language=", "en"] {
            let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(value))]);
            assert_eq!(kept_language(&headers, false), None, "{value}");
        }
    }
}
