//! What a list is for.

use leads::views::FormProblem;
use leptos::prelude::*;

use crate::web::components::field::Field;

/// Purpose, source and legal basis, as they were typed.
pub fn purpose_fields(typed: [&str; 3], problems: &[FormProblem]) -> AnyView {
    let [purpose, source, legal_basis] = typed;
    let plain = [("autocomplete", "off")];
    view! {
        {Field::new("list_purpose", "Purpose", problems)
            .hint("Why these people are called. At most 200 characters.")
            .input("text", purpose, &plain)}
        {Field::new("list_source", "Source of the list", problems)
            .hint("Where the numbers are from.")
            .input("text", source, &plain)}
        {Field::new("legal_basis", "Legal basis", problems)
            .hint("Why they may be called, such as their consent and where it is kept.")
            .input("text", legal_basis, &plain)}
    }
    .into_any()
}
