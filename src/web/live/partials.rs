//! Pieces of pages, drawn for those that are open in a browser.

use leads::fault::Level;
use leads::views::{DraftView, Fragments, LeadView, TaskView};
use leptos::prelude::{AnyView, RenderHtml};

use crate::web::pages::{draft, task};

/// What looks different: the leads of the draft as loaded, and what is counted and possible now.
pub fn of(draft: &DraftView) -> Fragments {
    Fragments {
        elements: drawn(draft::pieces(draft)),
        said: in_words(&draft.leads),
    }
}

/// What changes on the page of a task by itself.
pub fn of_task(of: &TaskView) -> Fragments {
    Fragments {
        elements: drawn(task::pieces(of)),
        said: task::looked_in_words(&of.parts),
    }
}

fn drawn(pieces: Vec<(String, AnyView)>) -> Vec<(String, String)> {
    pieces
        .into_iter()
        .map(|(id, view)| (id, view.to_html()))
        .collect()
}

/// What is read aloud of the leads.
fn in_words(leads: &[LeadView]) -> String {
    let sentences = |lead: &LeadView| -> Vec<String> {
        let faults = lead.cells.iter().flat_map(|cell| &cell.faults);
        faults
            .filter(|fault| fault.level != Level::Note)
            .map(|fault| fault.sentence.clone())
            .collect()
    };
    match leads {
        [only] => {
            let told = sentences(only).join(" ");
            format!("Row {}: {}. {told}", only.row, only.kind.status())
        }
        [] => "Nothing on this page has changed.".to_owned(),
        several => format!("{} rows updated.", several.len()),
    }
}
