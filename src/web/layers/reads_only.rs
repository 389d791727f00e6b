//! Requests that only read.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;

/// Lets a request that changes nothing take connections with the database without trying them first ([`backend::reads_only`]).
pub async fn mark(request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        backend::reads_only(next.run(request)).await
    } else {
        next.run(request).await
    }
}
