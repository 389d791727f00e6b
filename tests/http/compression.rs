//! Pages sent compressed.

use reqwest::Method;
use sqlx::PgPool;

use crate::support::{SignedIn, TestApp};

/// The coding of an answer to somebody whose browser takes those, asked for by that site.
async fn coding(person: &SignedIn, path: &str, accepted: &str, site: &str) -> String {
    let request = person
        .request(Method::GET, path)
        .header("accept-encoding", accepted)
        .header("sec-fetch-site", site);
    let answer = request.send().await.expect("an answer");
    let coding = answer.headers().get("content-encoding");
    coding
        .map_or("", |coding| coding.to_str().expect("text"))
        .to_owned()
}

#[sqlx::test(migrations = "./migrations")]
async fn a_page_is_compressed_unless_another_site_may_have_chosen_what_stands_in_it(pool: PgPool) {
    let app = TestApp::start(pool).await;
    let member = app.member().await;
    for (accepted, site, expected) in [
        ("gzip, br", "same-origin", "br"),
        ("gzip", "same-origin", "gzip"),
        ("gzip", "none", "gzip"),
        ("", "same-origin", ""),
        ("gzip, br", "cross-site", ""),
        ("gzip, br", "same-site", ""),
    ] {
        let found = coding(&member, "/tasks?q=+62812", accepted, site).await;
        assert_eq!(found, expected, "{accepted} {site}");
    }
    app.stop().await;
}
