//! Addresses of the pages and files to which a review leads, and which lead back to it.

use super::draft;
use super::query::with_query;

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
