//! Which column of the file fills which field.

use leads::field::Field;
use leads::views::{ColumnView, DraftView, header_or_place};
use leptos::prelude::*;

use crate::web::components::facts::{Facts, fact};
use crate::web::components::moment::Time;
use crate::web::components::post_button::HiddenValues;
use crate::web::pages::draft::of_whole_list;
use crate::web::paths;

/// The columns as matched, and the form that matches them otherwise.
pub fn columns(draft: &DraftView) -> AnyView {
    let matched: Vec<_> = draft
        .columns
        .iter()
        .filter_map(|column| Some(fact(&column.label, source(&draft.headers, column)?)))
        .collect();
    let left_out =
        (!draft.left_out.is_empty()).then(|| fact("Not used", draft.left_out.join(", ")));
    let pairs = matched.into_iter().chain(left_out).collect();
    // Without numbers nothing can be called: the form is opened at once, where nothing asks for the column above.
    let is_unmatched =
        |column: &ColumnView| column.field == Field::Mobile && column.column.is_none();
    let open = draft.questions.is_empty() && draft.columns.iter().any(is_unmatched);
    let fields = draft
        .columns
        .iter()
        .map(|column| choice(&draft.headers, column))
        .collect_view();
    let is_remembered = draft
        .remembered
        .is_some()
        .then_some(" · Matched as last time");
    view! {
        <details name="settings" id="columns" open=open>
            <summary>
                <b>"Columns"</b>
                " "
                <span class="muted">{used(draft)} {is_remembered}</span>
                " "
                <span class="link">"Match columns"</span>
            </summary>
            <div class="panel stack">
                {remembered(draft)} <Facts pairs=pairs />
                <form class="stack" method="post" action=paths::match_columns()>
                    <HiddenValues values=of_whole_list(draft) />
                    <div class="fields">{fields}</div>
                    <div class="row">
                        <button class="button" type="submit">
                            "Save columns"
                        </button>
                    </div>
                </form>
            </div>
        </details>
    }
    .into_any()
}

/// How many of the file's columns are used.
fn used(draft: &DraftView) -> String {
    let all = draft.headers.len();
    let used = all.saturating_sub(draft.left_out.len());
    format!("{used} of {all} used")
}

/// Whether a match of before was used.
fn remembered(draft: &DraftView) -> Option<AnyView> {
    let moment = draft.remembered.clone()?;
    Some(
        view! { <p class="small muted">"Matched as last time, on " <Time moment=moment /> "."</p> }
            .into_any(),
    )
}

/// What fills the field, in words.
pub fn source(headers: &[String], column: &ColumnView) -> Option<String> {
    if let Some(value) = &column.value {
        return Some(format!("“{value}” in every row"));
    }
    let first = header(headers, column.column?);
    Some(match (column.joined, column.otherwise) {
        (Some(second), _) => format!("{first} + {}", header(headers, second)),
        (None, Some(second)) => format!("{first}, else {}", header(headers, second)),
        (None, None) => first,
    })
}

/// The header of that column, or its place where the file gives it no name.
fn header(headers: &[String], column: usize) -> String {
    header_or_place(headers.get(column).map_or("", String::as_str), column)
}

fn choice(headers: &[String], column: &ColumnView) -> AnyView {
    let key = column.field.key();
    let id = format!("column-{key}");
    let is_text = !matches!(column.field, Field::Mobile | Field::RobotId | Field::Gender);
    let joined = is_text.then(|| {
        let id = format!("joined-{key}");
        view! {
            <label class="small" for=id.clone()>"Add a second column"</label>
            {columns_of(headers, id, format!("joined[{key}]"), column.joined, "No column")}
        }
    });
    let value = (column.field != Field::Mobile).then(|| {
        let id = format!("value-{key}");
        view! {
            <label class="small" for=id.clone()>"Or one value for every row"</label>
            <input
                type="text"
                id=id
                name=format!("values[{key}]")
                value=column.value.clone().unwrap_or_default()
                autocomplete="off"
            />
        }
    });
    let otherwise = (column.field == Field::Mobile).then(|| {
        let id = format!("otherwise-{key}");
        view! {
            <label class="small" for=id.clone()>"Column to use where it is empty"</label>
            {columns_of(headers, id, format!("otherwise[{key}]"), column.otherwise, "No column")}
        }
    });
    let more = {
        let open = column.joined.is_some() || column.value.is_some() || column.otherwise.is_some();
        view! {
            <details open=open>
                <summary class="small">
                    "More options" <span class="visually-hidden">{format!(" for {}", column.label)}</span>
                </summary>
                {joined}
                {otherwise}
                {value}
            </details>
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{column.label.clone()}</label>
            {columns_of(headers, id, format!("columns[{key}]"), column.column, "No column")}
            {more}
        </div>
    }
    .into_any()
}

/// A choice among the columns of the sheet.
fn columns_of(
    headers: &[String],
    id: String,
    name: String,
    chosen: Option<usize>,
    none: &'static str,
) -> AnyView {
    let options = (0..headers.len())
        .map(|place| {
            let selected = chosen == Some(place);
            view! { <option value=place.to_string() selected=selected>{header(headers, place)}</option> }
        })
        .collect_view();
    view! {
        <select id=id name=name>
            <option value="" selected=chosen.is_none()>{none}</option>
            {options}
        </select>
    }
    .into_any()
}
