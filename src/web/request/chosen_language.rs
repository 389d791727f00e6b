//! The language that somebody has chosen, as their browser keeps it: the sign-in page is written in it, too.

use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use localization::Language;

use crate::web::request::cookies;

/// The name of the cookie, which says nothing but the language. Over https it is of this very host (RFC 6265bis).
const fn name(https: bool) -> &'static str {
    if https {
        "__Host-coxswain-language"
    } else {
        "coxswain-language"
    }
}

/// How long it is kept, in seconds: as long as browsers keep a cookie at the most (RFC 6265bis, 400 days).
const LASTS: i64 = 400 * 24 * 60 * 60;

/// The language that the browser keeps.
pub fn of(headers: &HeaderMap) -> Option<Language> {
    let mut found =
        cookies::pairs(headers).filter(|(found, _)| [true, false].map(name).contains(found));
    // In development it may be the one that shows what is in no catalogue.
    let language = match cfg!(debug_assertions) {
        true => Language::from_tag,
        false => Language::offered,
    };
    found.find_map(|(_, tag)| language(tag))
}

/// The answer with which the browser keeps that language, or forgets the one that it keeps.
pub fn kept(language: Option<Language>, https: bool, answer: Response) -> Response {
    let cookie = match language {
        Some(language) => cookies::line(name(https), language.tag(), LASTS, https),
        None => cookies::line(name(https), "", 0, https),
    };
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
        assert_eq!(of(&headers), Some(Language::Spanish));
    }

    #[test]
    fn what_somebody_wrote_into_the_cookie_is_no_language() {
        for value in ["coxswain-language=de", "coxswain-language=", "en"] {
            let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(value))]);
            assert_eq!(of(&headers), None, "{value}");
        }
    }
}
