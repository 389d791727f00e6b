//! Pages sent compressed, where nobody else can make a browser ask for them.
//!
//! Who sees how long encrypted answers are, and can put text of their own into a page beside something that is none of their
//! business, learns that letter by letter from how well both compress together (BREACH, CVE-2013-3587). Pages repeat what stands in
//! an address, such as a search, beside names and numbers of leads; and a browser that is sent here by another site brings its
//! session along. So an answer is compressed only where the browser says that one of our own pages asked for it, or the person
//! by hand (`Sec-Fetch-Site`, Fetch Metadata, which no site can write): never where another site chose the address.

use axum::extract::Request;
use axum::http::{Extensions, HeaderMap, StatusCode, Version, header};
use axum::middleware::Next;
use axum::response::Response;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, Predicate, SizeAbove};

/// Shorter answers fit into one packet of TCP anyhow.
const MIN_COMPRESSED_BYTES: u16 = 1_024;

/// The answer to a request that no other site has made.
#[derive(Clone, Copy, Debug)]
struct NobodyElseAsked;

type Compressible = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// Compresses what [`mark`] lets through: the least work for each byte that is saved, since it is done for every answer.
pub fn layer() -> CompressionLayer<And<SizeAbove, Compressible>> {
    CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(SizeAbove::new(MIN_COMPRESSED_BYTES).and(is_compressible as Compressible))
}

/// Marks answers to requests that no other site has made.
pub async fn mark(request: Request, next: Next) -> Response {
    let is_ours = is_asked_for_by_us(request.headers());
    let mut response = next.run(request).await;
    if is_ours {
        response.extensions_mut().insert(NobodyElseAsked);
    }
    response
}

fn is_asked_for_by_us(headers: &HeaderMap) -> bool {
    let site = headers.get("sec-fetch-site");
    site.is_some_and(|site| site == "same-origin" || site == "none")
}

/// Pages, and the partials of pages that scripts put in. Files are compressed already, and downloads are packed or pass as they
/// come.
fn is_compressible(
    _: StatusCode,
    _: Version,
    headers: &HeaderMap,
    extensions: &Extensions,
) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let is_page = kind.starts_with("text/html") || kind.starts_with("application/json");
    is_page && extensions.get::<NobodyElseAsked>().is_some()
}
