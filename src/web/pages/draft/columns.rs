//! Which column of the file fills which field.

use leads::field::Field;
use leads::views::{ColumnView, DraftView, header_at};
use leptos::prelude::*;

use crate::web::pages::draft::back;
use crate::web::paths;

/// How many columns are used, with the way to match them otherwise.
pub fn columns(draft: &DraftView) -> AnyView {
    let is_remembered = draft
        .remembered
        .is_some()
        .then_some(" · Matched as last time");
    view! {
        <p>
            <b>"Columns"</b>
            " "
            <span class="muted">{used(draft)} {is_remembered}</span>
            " "
            <a href=paths::columns_from(&draft.id, &back(draft))>"Match columns"</a>
        </p>
    }
    .into_any()
}

/// How many of the file's columns are used.
fn used(draft: &DraftView) -> String {
    let all = draft.headers.len();
    let used = all.saturating_sub(draft.left_out.len());
    format!("{used} of {all} used")
}

/// That nothing can be called for want of a column with numbers, unless that is asked already.
pub fn no_number(draft: &DraftView) -> Option<AnyView> {
    let is_unmatched =
        |column: &ColumnView| column.field == Field::Mobile && column.column.is_none();
    let says_so = draft.questions.is_empty() && draft.columns.iter().any(is_unmatched);
    says_so.then(|| {
        let href = paths::columns_from(&draft.id, &back(draft));
        view! {
            <div class="notice warn decision">
                <p>"No column of this list is used for Mobile, so nobody can be called."</p>
                <a class="button" href=href>"Match columns"</a>
            </div>
        }
        .into_any()
    })
}

/// What fills the field, in words.
pub fn source(headers: &[String], column: &ColumnView) -> Option<String> {
    if let Some(value) = &column.value {
        return Some(format!("“{value}” in every row"));
    }
    let first = header_at(headers, column.column?);
    Some(match (column.joined, column.otherwise) {
        (Some(second), _) => format!("{first} + {}", header_at(headers, second)),
        (None, Some(second)) => format!("{first}, else {}", header_at(headers, second)),
        (None, None) => first,
    })
}
