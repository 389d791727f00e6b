//! Pieces of the review, drawn for the grid that is open in a browser.

use leads::fault::Level;
use leads::views::{DraftView, Fragments, LeadView};
use leptos::prelude::RenderHtml;

use crate::pages::draft;

/// What looks different: the leads of the draft as loaded, and what is counted and possible now.
pub fn of(draft: &DraftView) -> Fragments {
    let elements = draft::pieces(draft)
        .into_iter()
        .map(|(id, view)| (id, view.to_html()))
        .collect();
    Fragments {
        elements,
        said: in_words(&draft.leads),
    }
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
            format!("Row {}: {}. {told}", only.row, only.kind.label())
        }
        [] => "Nothing on this page has changed.".to_owned(),
        several => format!("{} rows are judged anew.", several.len()),
    }
}
