//! What a list is for.

use leads::views::FormProblem;
use leptos::prelude::*;

use crate::web::components::field::Field;
use crate::web::language::t;
use crate::web::messages::components;

/// Purpose, source and legal basis, as they were typed.
pub fn purpose_fields(typed: [&str; 3], problems: &[FormProblem]) -> AnyView {
    let [purpose, source, legal_basis] = typed;
    let plain = [("autocomplete", "off")];
    view! {
        {Field::new("list_purpose", t(components::purpose()), problems)
            .hint(t(components::purpose_hint()))
            .input("text", purpose, &plain)}
        {Field::new("list_source", t(components::source()), problems)
            .hint(t(components::source_hint()))
            .input("text", source, &plain)}
        {Field::new("legal_basis", t(components::legal_basis()), problems)
            .hint(t(components::legal_basis_hint()))
            .input("text", legal_basis, &plain)}
    }
    .into_any()
}
