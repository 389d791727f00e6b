//! What the forms of the review say, and what is told of them.

use std::collections::HashMap;

use backend::approvals::LaunchDigest;
use backend::drafts::{ReadingChoice, Replacement};
use backend::ids::DraftId;
use backend::tasks::LaunchConfirmation;
use leads::states::Tone;
use leads::views::{CellChange, Notice, NoticeAction};
use leads::{BulkFix, Country, Field, NotACountry, SourceChoice};
use sheets::HeaderChoice;
use uuid::Uuid;

use crate::web::language::t;
use crate::web::messages::review_notices;

/// The answers by the fields' keys: only of the fields that the form names.
pub fn answers(
    columns: &HashMap<String, String>,
    otherwise: &HashMap<String, String>,
) -> Vec<(Field, SourceChoice)> {
    let is_named = |field: &Field| columns.contains_key(field.key());
    let answer = |field: Field| {
        let choice = SourceChoice {
            column: place(columns, field),
            otherwise: place(otherwise, field),
            ..SourceChoice::default()
        };
        (field, choice)
    };
    Field::ALL
        .into_iter()
        .filter(is_named)
        .map(answer)
        .collect()
}

fn place(form: &HashMap<String, String>, field: Field) -> Option<usize> {
    form.get(field.key())?.parse().ok()
}

/// What is written into the fields of one lead. A browser sends every line break as CR LF.
pub fn cells_of_form(row: u32, fields: HashMap<String, String>) -> Vec<CellChange> {
    let change = |(key, text): (String, String)| {
        let field = Field::from_key(&key)?;
        let text = text.replace("\r\n", "\n");
        Some(CellChange { row, field, text })
    };
    fields.into_iter().filter_map(change).collect()
}

/// What the launch page has somebody confirm, of a draft at a version.
/// What is no key belongs to no check, and what is no digest is of nothing that was shown: the use case says what is missing.
pub fn confirmed(
    (draft, version): (DraftId, i64),
    form_key: &str,
    without_refused: bool,
    shown: &str,
) -> LaunchConfirmation {
    LaunchConfirmation {
        draft,
        version,
        form_key: Uuid::parse_str(form_key).unwrap_or_default().into(),
        without_refused,
        shown: LaunchDigest::parse(shown),
    }
}

/// How a file is to be read: one of these is given. `None` for a row of headers that is no number.
pub fn reading(
    encoding: String,
    sheet: String,
    and_sheets: Vec<String>,
    headers: &str,
) -> Option<ReadingChoice> {
    Some(if headers == crate::web::paths::NO_HEADERS {
        ReadingChoice::Headers(HeaderChoice::NoHeaders)
    } else if !headers.is_empty() {
        ReadingChoice::Headers(HeaderChoice::Row(headers.parse().ok()?))
    } else if !and_sheets.is_empty() {
        ReadingChoice::AndSheets(and_sheets)
    } else if !sheet.is_empty() {
        ReadingChoice::Sheet(sheet)
    } else {
        ReadingChoice::Encoding(encoding)
    })
}

/// A country by its two letters; `None` where none is named.
///
/// # Errors
/// [`NotACountry`] for anything else.
pub fn country(text: &str) -> Result<Option<Country>, NotACountry> {
    match text {
        "" => Ok(None),
        text => Country::parse(text).map(Some),
    }
}

/// What is replaced; `None` where there is no such field.
pub fn replacement(field: &str, find: String, with: String) -> Option<Replacement> {
    let field = Field::from_key(field)?;
    Some(Replacement { field, find, with })
}

/// What is told of a replacement, with the way to take it back. `back` is the address of the review.
pub fn replaced_notice(
    changed: usize,
    replacement: &Replacement,
    draft: DraftId,
    back: String,
) -> Notice {
    let (field, find) = (replacement.field.message(), &replacement.find);
    if changed == 0 {
        return Notice::new(Tone::Plain, t(review_notices::not_found(field, find)));
    }
    undoable(
        t(review_notices::replaced(changed, field, find)),
        draft,
        back,
    )
}

/// What is told of a bulk fix of that key; likewise.
pub fn fixed_notice(changed: usize, key: &str, draft: DraftId, back: String) -> Notice {
    let rows = u32::try_from(changed).unwrap_or(u32::MAX);
    match BulkFix::from_key(key) {
        Some(bulk_fix) if changed > 0 => undoable(t(bulk_fix.done(rows)), draft, back),
        _ => changed_notice(changed, draft, back),
    }
}

/// What is told of a change to many leads, with the way to take it back. `back` is the address of the review.
pub fn changed_notice(changed: usize, draft: DraftId, back: String) -> Notice {
    if changed == 0 {
        return Notice::new(Tone::Plain, t(review_notices::nothing_to_change()));
    }
    undoable(t(review_notices::leads_changed(changed)), draft, back)
}

/// What is told where one of several rows with a number was kept; likewise.
pub fn kept_notice(row: u32, others: usize, draft: DraftId, back: String) -> Notice {
    undoable(t(review_notices::kept(others, row)), draft, back)
}

fn undoable(text: String, draft: DraftId, back: String) -> Notice {
    Notice {
        action: Some(NoticeAction::UndoStep {
            draft: draft.to_string(),
            back,
        }),
        ..Notice::new(Tone::Good, text)
    }
}
