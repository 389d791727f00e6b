//! Any path that is no page.

use leptos::prelude::*;

use crate::web::components::layout::Section;
use crate::web::error::{AppError, ErrorKind};
use crate::web::messages::errors;
use crate::web::pages::load::in_layout;

/// Says that there is nothing at the address.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let nothing = async { Err::<(), _>(AppError::new(ErrorKind::NotFound, errors::no_page())) };
    in_layout(Section::Elsewhere, nothing, |()| ().into_any())
}
