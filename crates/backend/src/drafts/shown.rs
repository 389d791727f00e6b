//! What the review of a draft is asked to show.

use leads::views::LeadQuery;

/// Which leads of a draft are shown.
#[derive(Clone, Debug)]
pub enum Shown {
    /// A page of them.
    Page(LeadQuery),
    /// Single rows of a page.
    Rows(Vec<u32>, LeadQuery),
    /// One row, with every field, whether anything fills it or not.
    Lead(u32),
}

impl Shown {
    pub(super) fn query(&self) -> LeadQuery {
        match self {
            Shown::Page(query) | Shown::Rows(_, query) => query.clone(),
            Shown::Lead(_) => LeadQuery::default(),
        }
    }

    /// What is typed into the search: single rows are shown whatever it says.
    pub(super) fn typed(&self) -> &str {
        match self {
            Shown::Page(query) => &query.q,
            Shown::Rows(..) | Shown::Lead(_) => "",
        }
    }
}
