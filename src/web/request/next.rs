//! Where a person goes on to after signing in.

use axum::http::{HeaderMap, Uri, header};

use crate::web::paths;

/// The longest path that is gone on to, in bytes. It stands in an address again, percent-encoded, which may have 64 kB.
const MAX_LENGTH: usize = 2048;

/// The path to go on to, when it leads to this site and is not overlong; a stranger may have written it into the link.
///
/// Browsers take `//host` and `/\host` for another site, and drop tabs and line breaks before they look (WHATWG URL).
pub fn local_path(next: &str) -> Option<&str> {
    let stays_here = next.starts_with('/') && !next.starts_with("//") && !next.starts_with("/\\");
    let is_plain = next.bytes().all(|byte| byte.is_ascii_graphic());
    (stays_here && is_plain && next.len() <= MAX_LENGTH).then_some(next)
}

/// The sign-in page that leads back to this path.
pub fn sign_in_page(next: Option<&str>) -> String {
    let Some(next) = next.and_then(local_path).filter(|next| *next != "/") else {
        return paths::sign_in().to_owned();
    };
    paths::sign_in_then(next)
}

/// Path and query of the page that the request was made from.
pub fn referring_page(headers: &HeaderMap) -> Option<String> {
    let referrer = headers
        .get(header::REFERER)?
        .to_str()
        .ok()?
        .parse::<Uri>()
        .ok()?;
    Some(referrer.path_and_query()?.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_this_site_is_followed() {
        for good in ["/", "/tasks?q=a&page=2", "/drafts/1#leads"] {
            assert_eq!(local_path(good), Some(good));
        }
        let bad = [
            "",
            "tasks",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/a b",
        ];
        for bad in bad {
            assert_eq!(local_path(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn an_overlong_path_is_not_followed() {
        let path = |length: usize| format!("/{}", "a".repeat(length - 1));
        assert!(local_path(&path(MAX_LENGTH)).is_some());
        assert_eq!(local_path(&path(MAX_LENGTH + 1)), None);
        assert_eq!(sign_in_page(Some(&path(MAX_LENGTH + 1))), "/sign-in");
    }

    #[test]
    fn the_way_back_is_kept_whole() {
        assert_eq!(
            sign_in_page(Some("/tasks?q=a&b")),
            "/sign-in?next=%2Ftasks%3Fq%3Da%26b"
        );
        assert_eq!(sign_in_page(Some("//evil.example")), "/sign-in");
        assert_eq!(sign_in_page(None), "/sign-in");
    }
}
