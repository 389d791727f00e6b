//! Any path that is no page.

use leptos::prelude::*;

use crate::web::components::layout::Section;
use crate::web::error::{AppError, ErrorKind};
use crate::web::language::t;
use crate::web::messages::errors;
use crate::web::pages::load::in_layout;

/// Says that there is nothing at the address.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    let nothing = async {
        let sentence = t(errors::no_page());
        Err::<(), _>(AppError::new(ErrorKind::NotFound, sentence))
    };
    in_layout(Section::Elsewhere, nothing, |()| ().into_any())
}
