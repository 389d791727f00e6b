//! The HTTP status of a page.

use std::sync::Arc;

use leptos::prelude::use_context;

/// Sets the HTTP status of the page that is being drawn; the server puts it into the context.
#[derive(Clone)]
pub struct PageStatus(pub Arc<dyn Fn(u16) + Send + Sync>);

/// Answers the page that is being drawn with that HTTP status instead of 200.
pub fn set_page_status(status: u16) {
    if let Some(PageStatus(set)) = use_context::<PageStatus>() {
        set(status);
    }
}
