//! The lines of the account, one a row.

use leads::line_input;
use leads::views::{AccountForm, FormProblem, LineForm};
use leptos::prelude::*;

use crate::web::components::field::problem_of;
use crate::web::components::message::with_hidden;
use crate::web::language::t;
use crate::web::messages::settings;

/// Empty rows at the end, to add lines in.
const EMPTY_ROWS: usize = 2;

/// The lines, and rows to add some.
pub fn lines(form: &AccountForm, problems: &[FormProblem]) -> AnyView {
    let typed = form.lines.iter().enumerate();
    let rows = typed.map(|(place, line)| row(place, line, form.default_line, problems));
    let empty = LineForm::default();
    let after = form.lines.len();
    let more = (after..after + EMPTY_ROWS).map(|place| new_row(place, &empty));
    view! {
        <fieldset class="lines">
            <legend>{t(settings::lines())}</legend>
            <p class="small muted">{t(settings::lines_explained())}</p>
            <div class="line line-heads small muted" aria-hidden="true">
                <span>{t(settings::line_name())}</span>
                <span>{t(settings::line_label())}</span>
            </div>
            {rows.collect_view()}
            {more.collect_view()}
        </fieldset>
    }
    .into_any()
}

fn row(place: usize, line: &LineForm, default: usize, problems: &[FormProblem]) -> AnyView {
    let number = place + 1;
    let id = line_input(place);
    let problem = problem_of(&id, problems);
    let error_id = format!("{id}-error");
    let described_by = problem.as_ref().map(|_| error_id.clone());
    let class = if problem.is_some() {
        "line bad"
    } else {
        "line"
    };
    let (default_id, remove_id) = (
        format!("default-line-{place}"),
        format!("remove-line-{place}"),
    );
    view! {
        <div class=class role="group" aria-label=t(settings::line(number))>
            <div class="field">
                <label for=id.clone()>{with_hidden(&settings::line_name_of(number))}</label>
                <input
                    type="text"
                    id=id.clone()
                    name=id
                    value=line.name.clone()
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=problem.as_ref().map(|_| "true")
                    aria-describedby=described_by
                />
            </div>
            {label(place, number, line)}
            <span class="row">
                <input
                    type="radio"
                    id=default_id.clone()
                    name="default_line"
                    value=place.to_string()
                    checked=place == default
                />
                <label for=default_id>{with_hidden(&settings::default_line(number))}</label>
            </span>
            <span class="row">
                <input
                    type="checkbox"
                    id=remove_id.clone()
                    name=format!("lines[{place}][remove]")
                    value="true"
                    checked=line.remove
                />
                <label for=remove_id>{with_hidden(&settings::remove_line(number))}</label>
            </span>
            {problem.map(|problem| view! { <p class="error small" id=error_id>{problem}</p> })}
        </div>
    }
    .into_any()
}

fn new_row(place: usize, empty: &LineForm) -> AnyView {
    let number = place + 1;
    let id = line_input(place);
    view! {
        <div class="line" role="group" aria-label=t(settings::new_line(number))>
            <div class="field">
                <label for=id.clone()>{with_hidden(&settings::line_name_of(number))}</label>
                <input type="text" id=id.clone() name=id autocomplete="off" spellcheck="false" />
            </div>
            {label(place, number, empty)}
            <span class="small muted">{t(settings::new())}</span>
        </div>
    }
    .into_any()
}

fn label(place: usize, number: usize, line: &LineForm) -> AnyView {
    let id = format!("lines[{place}][label]");
    view! {
        <div class="field">
            <label for=id.clone()>{with_hidden(&settings::line_label_of(number))}</label>
            <input type="text" id=id.clone() name=id value=line.label.clone() autocomplete="off" />
        </div>
    }
    .into_any()
}
