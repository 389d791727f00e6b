//! Files of calls that Coxswain wrote itself, read as a list: the number that was called stands beside the list's own.

use std::sync::LazyLock;

use localization::{Language, Message};

use super::Column;
use crate::messages::call_files;
use crate::validate::synonyms::fold;

/// The header of the number that was called, in a file of calls.
pub fn called_number_header() -> Message {
    call_files::called_number()
}

/// The header of the row of the list, in a file of calls.
pub fn row_of_list_header() -> Message {
    call_files::row_of_list()
}

/// Both headers in each language, [folded](fold).
static HEADERS: LazyLock<[(String, String); 4]> = LazyLock::new(|| {
    let header = |message: Message, language| fold(&message.text(language));
    Language::ALL.map(|language| {
        let called = header(called_number_header(), language);
        (called, header(row_of_list_header(), language))
    })
});

/// Takes the number that was called out of the columns that may be called, where another one names the list's own number: it is that
/// number, written again.
pub(super) fn leave_out_called_number(columns: &mut [Column<'_>]) {
    let headers: Vec<String> = columns.iter().map(|column| fold(column.header)).collect();
    // A list that came from such a file may have been written again, in another language.
    let called: Vec<&String> = HEADERS
        .iter()
        .filter(|(called, row)| headers.contains(called) && headers.contains(row))
        .map(|(called, _)| called)
        .collect();
    let mut others = columns.iter().zip(&headers);
    if !others.any(|(column, header)| !called.contains(&header) && column.names_the_number()) {
        return;
    }
    for (column, header) in columns.iter_mut().zip(&headers) {
        if called.contains(&header) && column.own.is_none() {
            column.number.excluded = true;
            column.exact = None;
        }
    }
}
