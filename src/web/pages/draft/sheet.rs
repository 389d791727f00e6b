//! The file that the leads come from, where its lines went, and how else it can be read.

use leads::views::{DraftView, OtherReading};
use leptos::prelude::*;

use crate::web::components::numbers::count_with_noun;
use crate::web::components::post_button::HiddenValues;
use crate::web::pages::draft::of_whole_list;
use crate::web::paths;

/// The file in a line; where something about it was guessed, a switch.
pub fn sheet(draft: &DraftView) -> AnyView {
    let line = format!(
        "{} · {} · {}",
        draft.sheet.file_name, draft.sheet.format, draft.sheet.lines
    );
    let switch = draft
        .sheet
        .other_reading
        .as_ref()
        .map(|other| switch(draft, other));
    view! { <p>{line}</p> <div class="switches">{switch} {headers(draft)}</div> }.into_any()
}

fn switch(draft: &DraftView, other: &OtherReading) -> AnyView {
    match other {
        OtherReading::Encoding {
            current,
            all,
            previews,
        } => view! {
            <details class="switch">
                <summary>"Do letters look wrong?"</summary>
                {form(draft, "Text encoding", "encoding", options(all, current))}
                {read_otherwise(previews)}
            </details>
        }
        .into_any(),
        OtherReading::Sheet { current, all } => view! {
            <details class="switch">
                <summary>"Wrong sheet?"</summary>
                {form(draft, "Sheet", "sheet", options(all, current))}
            </details>
        }
        .into_any(),
    }
}

fn options(all: &[String], current: &str) -> Vec<(String, String, bool)> {
    all.iter()
        .map(|value| (value.clone(), value.clone(), value == current))
        .collect()
}

/// How some lines read in each encoding.
fn read_otherwise(previews: &[(String, Vec<String>)]) -> Option<AnyView> {
    (!previews.is_empty()).then(|| {
        view! { <dl class="previews">{previews.iter().map(preview).collect_view()}</dl> }.into_any()
    })
}

/// How some lines read in an encoding.
fn preview((encoding, lines): &(String, Vec<String>)) -> AnyView {
    let lines = lines
        .iter()
        .map(|line| view! { <dd>{line.clone()}</dd> })
        .collect_view();
    view! {
        <div>
            <dt>{encoding.clone()}</dt>
            {lines}
        </div>
    }
    .into_any()
}

/// The choice of another row for the headers.
fn headers(draft: &DraftView) -> Option<AnyView> {
    let sheet = &draft.sheet;
    if sheet.first_rows.is_empty() {
        return None;
    }
    let mut rows: Vec<(String, String, bool)> = sheet
        .first_rows
        .iter()
        .map(|(row, text)| {
            let is_current = sheet.header_row == Some(*row);
            (row.to_string(), format!("Row {row}: {text}"), is_current)
        })
        .collect();
    let none = "No headers: the first row is a lead".to_owned();
    rows.push((
        paths::NO_HEADERS.to_owned(),
        none,
        sheet.header_row.is_none(),
    ));
    Some(
        view! {
            <details class="switch">
                <summary>"Headers in another row?"</summary>
                {form(draft, "Header row", "headers", rows)}
            </details>
        }
        .into_any(),
    )
}

fn form(
    draft: &DraftView,
    label: &'static str,
    name: &'static str,
    options: Vec<(String, String, bool)>,
) -> AnyView {
    let options = options
        .into_iter()
        .map(|(value, text, selected)| {
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect_view();
    let id = format!("reading-{name}");
    let warning = draft
        .undo
        .is_some()
        .then_some("Reading the file again removes your fixes.");
    view! {
        <form class="filters" method="post" action=paths::read_again()>
            <HiddenValues values=of_whole_list(draft) />
            <div class="field">
                <label for=id.clone()>{label}</label>
                <select id=id name=name>
                    {options}
                </select>
            </div>
            <button class="button" type="submit">"Read file again"</button>
            {warning.map(|text| view! { <span class="small muted">{text}</span> })}
        </form>
    }
    .into_any()
}

/// Other sheets that hold leads, with the way to take them too.
pub fn other_lists(draft: &DraftView) -> Option<AnyView> {
    let lists = &draft.sheet.other_lists;
    if lists.is_empty() {
        return None;
    }
    let named: Vec<String> = lists
        .iter()
        .map(|(name, rows)| format!("“{name}” ({})", count_with_noun(*rows, "row", "rows")))
        .collect();
    let text = format!(
        "Other sheets of this file look like leads but are not in this list: {}.",
        named.join(", ")
    );
    let names = lists
        .iter()
        .map(|(name, _)| view! { <input type="hidden" name="and_sheets[]" value=name.clone() /> })
        .collect_view();
    Some(
        view! {
            <div class="notice warn decision">
                <p>{text}</p>
                <form method="post" action=paths::read_again()>
                    <HiddenValues values=of_whole_list(draft) />
                    {names}
                    <button class="button" type="submit">"Add these sheets"</button>
                </form>
            </div>
        }
        .into_any(),
    )
}
