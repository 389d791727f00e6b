//! Which column of the file fills which field.

use leads::field::Field;
use leads::of_nearly_all;
use leads::views::{ColumnView, DraftView, header_at};
use leptos::prelude::*;

use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::draft::back;
use crate::web::paths;

/// How many columns are used, with the way to match them otherwise.
pub fn columns(draft: &DraftView) -> AnyView {
    let is_remembered = draft.remembered.is_some();
    let is_remembered = is_remembered.then(|| format!(" · {}", t(texts::matched_as_last_time())));
    view! {
        <p>
            <b>{t(texts::columns())}</b>
            " "
            <span class="muted">{used(draft)} {is_remembered}</span>
            " "
            <a href=paths::columns_from(&draft.id, &back(draft))>{t(texts::match_columns())}</a>
        </p>
    }
    .into_any()
}

/// How many of the file's columns are used.
fn used(draft: &DraftView) -> String {
    let all = draft.headers.len();
    let used = all.saturating_sub(draft.left_out.len());
    t(texts::columns_used(all, used))
}

/// That nothing can be called for want of a column with numbers, or that nearly all leads have one problem, unless a question about the
/// columns is asked already: then they are matched wrongly.
pub fn wrongly_matched(draft: &DraftView) -> Option<AnyView> {
    if !draft.questions.is_empty() {
        return None;
    }
    let text = if has_no_number(draft) {
        texts::no_numbers()
    } else {
        let all = draft.tally.all();
        let problem = of_nearly_all(&draft.problem_groups, all)?;
        texts::nearly_all(all, problem.count, problem.message())
    };
    let href = paths::columns_from(&draft.id, &back(draft));
    Some(
        view! {
            <div class="notice warn decision">
                <p>{t(text)}</p>
                <a class="button" href=href>{t(texts::match_columns())}</a>
            </div>
        }
        .into_any(),
    )
}

fn has_no_number(draft: &DraftView) -> bool {
    let is_unmatched =
        |column: &ColumnView| column.field == Field::Mobile && column.column.is_none();
    draft.columns.iter().any(is_unmatched)
}

/// What fills the field, in words.
pub fn source(headers: &[String], column: &ColumnView) -> Option<String> {
    if let Some(value) = &column.value {
        return Some(t(texts::in_every_row(value)));
    }
    let first = header_at(headers, column.column?);
    Some(match (column.joined, column.otherwise) {
        (Some(second), _) => format!("{} + {}", t(first), t(header_at(headers, second))),
        (None, Some(second)) => t(texts::or_else(first, header_at(headers, second))),
        (None, None) => t(first),
    })
}
