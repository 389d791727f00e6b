//! The file that the leads come from, where its lines went, and how else it can be read.

use leads::views::{DraftView, EncodingReading, OtherReading};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::post_button::HiddenValues;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::draft::of_whole_list;
use crate::web::paths;

/// The file in a line; where something about it was guessed, a switch.
pub fn sheet(draft: &DraftView) -> AnyView {
    let follows_calls = draft.follows.as_ref().is_some_and(|follows| follows.calls);
    // Of a follow-up of calls only some rows of the file are there.
    let lines = match follows_calls {
        true => t(texts::rows_of_it(draft.tally.all())),
        false => t(draft.sheet.lines.clone()),
    };
    let line = format!(
        "{} · {} · {lines}",
        draft.sheet.file_name,
        t(draft.sheet.format.clone())
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
            readings,
            others,
        } => encodings(draft, current, readings, others),
        OtherReading::Sheet { current, all } => {
            let sheets = all
                .iter()
                .map(|sheet| {
                    let is_current = sheet.key == *current;
                    (sheet.key.clone(), t(sheet.name.clone()), is_current)
                })
                .collect();
            view! {
                <details class="switch">
                    <summary>{t(texts::wrong_sheet())}</summary>
                    {form(draft, t(texts::sheet()), "sheet", sheets)}
                </details>
            }
            .into_any()
        }
    }
}

/// The encodings, to be told by what they make of a cell: what is right can be seen.
fn encodings(
    draft: &DraftView,
    current: &str,
    readings: &[EncodingReading],
    others: &[EncodingReading],
) -> AnyView {
    let choices = |readings: &[EncodingReading]| {
        readings
            .iter()
            .map(|reading| encoding(reading, reading.name == current))
            .collect_view()
    };
    let more = (!others.is_empty()).then(|| {
        view! {
            <details>
                <summary>{t(texts::other_encodings())}</summary>
                <div class="answers">{choices(others)}</div>
            </details>
        }
    });
    view! {
        <details class="switch">
            <summary>{t(texts::letters_look_wrong())}</summary>
            <form class="stack" method="post" action=paths::read_again()>
                <HiddenValues values=of_whole_list(draft) />
                <fieldset class="readings">
                    <legend>{t(texts::choose_reading())}</legend>
                    <div class="answers">{choices(readings)}</div>
                    {more}
                </fieldset>
                <div class="row">
                    <button class="button" type="submit">
                        {t(texts::read_again())}
                    </button>
                    {warning(draft)}
                </div>
            </form>
        </details>
    }
    .into_any()
}

fn encoding(reading: &EncodingReading, is_current: bool) -> AnyView {
    let sample = (!reading.sample.is_empty()).then(|| {
        view! { <b>{reading.sample.clone()}</b> " " }
    });
    view! {
        <label class="answer">
            <input type="radio" name="encoding" value=reading.name.clone() checked=is_current />
            <span>{sample} <span class="small muted">{t(reading.label.clone())}</span></span>
        </label>
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
            (
                row.to_string(),
                t(texts::header_row_choice(*row, text)),
                is_current,
            )
        })
        .collect();
    let none = t(texts::no_headers());
    rows.push((
        paths::NO_HEADERS.to_owned(),
        none,
        sheet.header_row.is_none(),
    ));
    Some(
        view! {
            <details class="switch">
                <summary>{t(texts::headers_elsewhere())}</summary>
                {form(draft, t(texts::header_row()), "headers", rows)}
            </details>
        }
        .into_any(),
    )
}

fn form(
    draft: &DraftView,
    label: String,
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
    view! {
        <form class="filters" method="post" action=paths::read_again()>
            <HiddenValues values=of_whole_list(draft) />
            <div class="field">
                <label for=id.clone()>{label}</label>
                <select id=id name=name>
                    {options}
                </select>
            </div>
            <button class="button" type="submit">{t(texts::read_again())}</button>
            {warning(draft)}
        </form>
    }
    .into_any()
}

/// What is lost by it, where something is.
fn warning(draft: &DraftView) -> Option<AnyView> {
    let text = t(texts::fixes_are_lost());
    let has_fixes = draft.undo.is_some();
    has_fixes.then(|| view! { <span class="small muted">{text}</span> }.into_any())
}

/// Other sheets that hold leads, with the way to take them too.
pub fn other_lists(draft: &DraftView) -> Option<AnyView> {
    let lists = &draft.sheet.other_lists;
    if lists.is_empty() {
        return None;
    }
    let named = lists
        .iter()
        .map(|(sheet, rows)| texts::sheet_with_rows(sheet.name.clone(), *rows));
    let text = t(texts::other_sheets(Message::list(named)));
    let names = lists
        .iter()
        .map(|(sheet, _)| view! { <input type="hidden" name="and_sheets[]" value=sheet.key.clone() /> })
        .collect_view();
    Some(
        view! {
            <div class="notice warn decision">
                <p>{text}</p>
                <form method="post" action=paths::read_again()>
                    <HiddenValues values=of_whole_list(draft) />
                    {names}
                    <button class="button" type="submit">{t(texts::add_sheets())}</button>
                </form>
            </div>
        }
        .into_any(),
    )
}
