//! Partials of pages, drawn for those that are open in a browser.

use leads::views::{DraftView, LeadView, NewTaskView, Partials, TaskView};
use leptos::prelude::{AnyView, RenderHtml};

use crate::web::pages::{draft, new_task, task};

/// What looks different: the leads of the draft as loaded, and what is counted and possible now.
pub fn of(draft: &DraftView) -> Partials {
    Partials {
        elements: drawn(draft::partials(draft)),
        said: in_words(&draft.leads, draft.tally.to_fix == 0),
    }
}

/// What changes on the page of a task by itself; `origin` is where people find Coxswain.
pub fn of_task(of: &TaskView, origin: &str) -> Partials {
    Partials {
        elements: drawn(task::partials(of, origin)),
        said: task::searches_done(&of.batches),
    }
}

/// What changes on the form of a draft once it is saved.
pub fn of_form(view: &NewTaskView) -> Partials {
    Partials {
        elements: drawn(new_task::partials(view)),
        said: new_task::said(view),
    }
}

fn drawn(partials: Vec<(String, AnyView)>) -> Vec<(String, String)> {
    partials
        .into_iter()
        .map(|(id, view)| (id, view.to_html()))
        .collect()
}

/// What is read aloud of the leads; `is_fixed` when no lead of the list has an error.
fn in_words(leads: &[LeadView], is_fixed: bool) -> String {
    let sentences = |lead: &LeadView| -> Vec<String> {
        let problems = lead.cells.iter().flat_map(|cell| &cell.problems);
        problems
            .filter(|problem| problem.level.is_problem())
            .map(|problem| problem.sentence.clone())
            .collect()
    };
    match leads {
        [only] => {
            let mut told = vec![format!("Row {}: {}.", only.row, only.kind.status())];
            told.extend(sentences(only));
            told.extend(is_fixed.then(|| "Nothing is left to fix.".to_owned()));
            told.join(" ")
        }
        [] => "Nothing on this page has changed.".to_owned(),
        several => format!("{} rows updated.", several.len()),
    }
}
