//! Cookies as they come and go.

use axum::http::{HeaderMap, header};

/// Names and values of the cookies of a request.
pub fn pairs(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(header::COOKIE).iter();
    lines
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
}

/// The longest that browsers keep a cookie, in seconds (RFC 6265bis, 400 days).
pub const LONGEST: i64 = 400 * 24 * 60 * 60;

/// The line that sets a cookie for so many seconds; none makes the browser drop it.
pub fn line(name: &str, value: &str, seconds: i64, https: bool) -> String {
    let secure = if https { "; Secure" } else { "" };
    format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}
