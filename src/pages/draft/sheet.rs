//! The file that the leads come from, and how else it can be read.

use leads::views::{DraftView, OtherReading};
use leptos::prelude::*;

use crate::components::numbers::counted;
use crate::components::post_button::HiddenValues;
use crate::paths;

/// The file in a line; where something about it was guessed, a switch.
pub fn sheet(draft: &DraftView) -> AnyView {
    let line = format!(
        "{} · {} · {}",
        draft.sheet.file_name,
        draft.sheet.format,
        counted(draft.sheet.rows, "lead", "leads")
    );
    let switch = draft
        .sheet
        .other_reading
        .as_ref()
        .map(|other| switch(draft, other));
    view! { <p>{line}</p> {switch} }.into_any()
}

fn switch(draft: &DraftView, other: &OtherReading) -> AnyView {
    let (question, label, name, current, all) = match other {
        OtherReading::Encoding { current, all } => {
            ("Are letters wrong?", "Read it as", "encoding", current, all)
        }
        OtherReading::Sheet { current, all } => (
            "Is it another sheet?",
            "Read the sheet",
            "sheet",
            current,
            all,
        ),
    };
    let options = all
        .iter()
        .map(|value| {
            let selected = value == current;
            view! { <option value=value.clone() selected=selected>{value.clone()}</option> }
        })
        .collect_view();
    let warning = draft
        .undo
        .is_some()
        .then_some("What was mended is lost when the file is read again.");
    view! {
        <details class="switch">
            <summary>{question}</summary>
            <form class="filters" method="post" action=paths::read_again()>
                <HiddenValues values=vec![
                    ("draft", draft.id.clone()),
                    ("version", draft.version.to_string()),
                ] />
                <div class="field">
                    <label for="reading">{label}</label>
                    <select id="reading" name=name>
                        {options}
                    </select>
                </div>
                <button class="button" type="submit">"Read again"</button>
                {warning.map(|text| view! { <span class="small muted">{text}</span> })}
            </form>
        </details>
    }
    .into_any()
}
