//! The leads of a draft, as they are filtered, searched and sorted, one of them; and the pages and files to which the review leads.

use leads::views::{LeadQuery, LeadSort};

use super::draft;
use super::query::with_query;

/// Where the leads stand on the review.
const LEADS: &str = "#leads";

/// The review of a draft at its leads; which of them, a form adds.
pub fn leads_of_draft(id: &str) -> String {
    format!("{}{LEADS}", draft(id))
}

/// The review of a draft, with those of its leads.
pub fn review(id: &str, query: &LeadQuery) -> String {
    asked_for(&draft(id), query)
}

/// The same, at the leads.
pub fn draft_leads(id: &str, query: &LeadQuery) -> String {
    format!("{}{LEADS}", review(id, query))
}

/// One lead of a draft.
pub fn lead(draft: impl std::fmt::Display, row: u32) -> String {
    format!("{}/leads/{row}", super::draft(draft))
}

/// One lead of a draft, which leads back to those of its leads.
pub fn lead_among(id: &str, row: u32, query: &LeadQuery) -> String {
    asked_for(&lead(id, row), query)
}

fn asked_for(page: &str, query: &LeadQuery) -> String {
    let sort = query.sort.map(LeadSort::key).unwrap_or_default();
    let from = match query.from {
        0 => String::new(),
        from => from.to_string(),
    };
    let pairs = [
        ("show", query.show.key()),
        ("problem", &query.problem),
        ("q", &query.q),
        ("sort", &sort),
        ("from", &from),
    ];
    with_query(page, &pairs)
}

/// The columns of a draft's file; their form posts there too.
pub fn columns(id: impl std::fmt::Display) -> String {
    format!("{}/columns", draft(id))
}

/// What a replacement in all cells of a field would do. A form says of which text.
pub fn replacement(id: impl std::fmt::Display) -> String {
    format!("{}/replace", draft(id))
}

/// The columns, as the next page after that address of the review, to which they lead back.
pub fn columns_from(id: impl std::fmt::Display, back: &str) -> String {
    with_query(&columns(id), &[("back", back)])
}

/// The rows of a draft that have to be fixed, as CSV.
pub fn rows_to_fix_as_csv(draft: &str) -> String {
    with_query(&rows_to_fix(draft), &[("format", "csv")])
}

/// The rows of a draft with a problem of that group, as a workbook.
pub fn rows_of_group(draft: &str, problem: &str) -> String {
    with_query(&rows_to_fix(draft), &[("problem", problem)])
}

/// The rows of a draft that have to be fixed, as a file; fixed rows are posted there.
pub fn rows_to_fix(draft: impl std::fmt::Display) -> String {
    format!("{}/rows-to-fix", super::draft(draft))
}
