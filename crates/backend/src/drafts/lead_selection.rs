//! What the review of a draft is asked to show.

use leads::views::{LeadFilter, LeadQuery, Tally};
use leads::{LeadKind, SearchText};

use crate::audit::{AuditAction, LeadsPage};

/// Which leads of a draft are shown.
#[derive(Clone, Debug)]
pub enum LeadSelection {
    /// The first page as the review opens: the rows to fix where there are any, else all leads.
    Opened,
    /// A page of them.
    Page(LeadQuery),
    /// Single rows of a page.
    Rows(Vec<u32>, LeadQuery),
    /// One row, with every field, whether anything fills it or not.
    Lead(u32),
}

impl LeadSelection {
    /// What is shown of a draft with these leads.
    pub(super) fn of(&self, tally: Tally) -> LeadSelection {
        match self {
            LeadSelection::Opened => LeadSelection::Page(LeadQuery {
                show: match tally.to_fix {
                    0 => LeadFilter::All,
                    _ => LeadFilter::Kind(LeadKind::ToFix),
                },
                ..LeadQuery::default()
            }),
            other => other.clone(),
        }
    }

    pub(super) fn query(&self) -> LeadQuery {
        match self {
            LeadSelection::Page(query) | LeadSelection::Rows(_, query) => query.clone(),
            LeadSelection::Opened | LeadSelection::Lead(_) => LeadQuery::default(),
        }
    }

    /// What the audit log tells of it: numbers stand on the page whole.
    pub(super) fn look(&self, search: &SearchText) -> AuditAction {
        let digits = search.as_str().chars().filter(char::is_ascii_digit);
        AuditAction::LeadsShown {
            page: match self {
                LeadSelection::Lead(_) => LeadsPage::Lead,
                LeadSelection::Opened | LeadSelection::Page(_) | LeadSelection::Rows(..) => {
                    LeadsPage::Review
                }
            },
            digits: digits.count() as u64,
            leads: 0,
            first_row: None,
            last_row: None,
        }
    }

    /// What is typed into the search: single rows are shown whatever it says.
    pub(super) fn typed(&self) -> &str {
        match self {
            LeadSelection::Page(query) => &query.q,
            LeadSelection::Opened | LeadSelection::Rows(..) | LeadSelection::Lead(_) => "",
        }
    }
}
