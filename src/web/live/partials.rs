//! Partials of pages, drawn for those that are open in a browser.

use leads::views::{DraftView, LeadView, NewTaskView, Partials, TaskView};
use leptos::prelude::{AnyView, RenderHtml};
use localization::Message;

use crate::web::language::t;
use crate::web::messages::review_notices;
use crate::web::pages::{draft, new_task, task};

/// What looks different: the leads of the draft as loaded, and what is counted and possible now.
pub fn of(draft: &DraftView) -> Partials {
    Partials {
        elements: drawn(draft::partials(draft)),
        said: t(in_words(&draft.leads, draft.tally.to_fix == 0)),
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
fn in_words(leads: &[LeadView], is_fixed: bool) -> Message {
    let sentences = |lead: &LeadView| -> Vec<Message> {
        let problems = lead.cells.iter().flat_map(|cell| &cell.problems);
        problems
            .filter(|problem| problem.level.is_problem())
            .map(|problem| problem.sentence.clone())
            .collect()
    };
    match leads {
        [only] => {
            let status = review_notices::row_status(only.row, only.kind.status());
            let mut told = vec![status];
            told.extend(sentences(only));
            told.extend(is_fixed.then(review_notices::nothing_left));
            Message::sentences(told)
        }
        [] => review_notices::page_unchanged(),
        several => review_notices::rows_updated(several.len()),
    }
}
