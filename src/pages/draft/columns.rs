//! Which column of the file fills which field.

use leads::field::Field;
use leads::views::{ColumnView, DraftView};
use leptos::prelude::*;

use crate::components::facts::{Facts, fact};
use crate::components::post_button::HiddenValues;
use crate::paths;

/// The columns as matched, and the form that matches them otherwise.
pub fn columns(draft: &DraftView) -> AnyView {
    let matched: Vec<_> = draft
        .columns
        .iter()
        .filter_map(|column| Some(fact(&column.label, header(&draft.headers, column.column?))))
        .collect();
    let left_out =
        (!draft.left_out.is_empty()).then(|| fact("Left out", draft.left_out.join(", ")));
    let pairs = matched.into_iter().chain(left_out).collect();
    // Without numbers nothing can be called: the form is opened at once.
    let open = draft
        .columns
        .iter()
        .any(|column| column.field == Field::Mobile && column.column.is_none());
    let fields = draft
        .columns
        .iter()
        .map(|column| choice(&draft.headers, column))
        .collect_view();
    view! {
        <section class="card">
            <header><h2>"Columns"</h2></header>
            <div class="body stack">
                <Facts pairs=pairs />
                <details open=open>
                    <summary>"Change" <span class="visually-hidden">" the columns"</span></summary>
                    <form class="stack" method="post" action=paths::match_columns()>
                        <HiddenValues values=vec![
                            ("draft", draft.id.clone()),
                            ("version", draft.version.to_string()),
                        ] />
                        {fields}
                        <button class="button" type="submit">"Match columns"</button>
                    </form>
                </details>
            </div>
        </section>
    }
    .into_any()
}

/// The header of that column, or its place where the file gives it no name.
fn header(headers: &[String], column: usize) -> String {
    match headers.get(column) {
        Some(name) if !name.trim().is_empty() => name.clone(),
        _ => format!("Column {}", column + 1),
    }
}

fn choice(headers: &[String], column: &ColumnView) -> AnyView {
    let id = format!("column-{}", column.field.key());
    let name = format!("columns[{}]", column.field.key());
    let options = (0..headers.len())
        .map(|place| {
            let selected = column.column == Some(place);
            view! { <option value=place.to_string() selected=selected>{header(headers, place)}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{column.label.clone()}</label>
            <select id=id name=name>
                <option value="" selected=column.column.is_none()>"No column"</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
