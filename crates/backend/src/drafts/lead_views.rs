//! Leads as the review and the files show them: each cell with what is wrong with it.

use jiff::Timestamp;
use leads::views::{CellView, ColumnView, LeadView, ProblemView, RecentView};
use leads::{Field, Mapping, Mobile, Row, RowMarks};

use crate::accounts::Account;
use crate::error::Unreadable;
use crate::store;
use crate::store::leads::LeadRecord;
use crate::store::pages::PageRecord;

/// A lead as its row shows it.
pub(super) fn lead_view(
    record: &PageRecord,
    (account, now): (&Account, Timestamp),
    mapping: &Mapping,
    fields: &[ColumnView],
) -> Result<LeadView, Unreadable> {
    let lead = &record.lead;
    let edits = lead.row.edits();
    let row = Row {
        cells: &lead.row.cells,
        edits: &edits,
        marks: &RowMarks::NONE,
    };
    let cells = fields
        .iter()
        .map(|column| CellView {
            field: column.field,
            value: row.text(column.field, mapping).into_owned(),
            shown: shown(column.field, lead),
            from_sheet: edits
                .text(column.field)
                .map(|_| mapping.text(column.field, &lead.row.cells).into_owned()),
            problems: problems_of(record, column.field, fields),
        })
        .collect();
    let recent = record.recent_name.as_ref().zip(record.recent_at.as_ref());
    Ok(LeadView {
        row: store::row_number(lead.row.row)?,
        kind: lead.kind(),
        duplicate_of: lead.duplicate_of.map(store::row_number).transpose()?,
        recent: recent
            .zip(lead.recent_task)
            .map(|((name, at), task)| RecentView {
                task: task.to_string(),
                name: name.clone(),
                day: leads::day(at.to_jiff(), now, account.zone()),
            }),
        do_not_call: record.listed_in.clone(),
        to_fix_beside: (
            record.to_fix_before.map(store::row_number).transpose()?,
            record.to_fix_behind.map(store::row_number).transpose()?,
        ),
        cells,
    })
}

/// A number as it will be called; nothing where the cell is shown as it is.
fn shown(field: Field, lead: &LeadRecord) -> Option<String> {
    let number = lead.number.filter(|_| field == Field::Mobile)?;
    let mobile = Mobile::from_number(u64::try_from(number).ok()?).ok()?;
    Some(mobile.in_groups())
}

/// The problems of a cell. Those of a field without a column stand at the mobile, which every row shows; so does the
/// provider's refusal, since the number is what it speaks of.
pub(super) fn problems_of(
    record: &PageRecord,
    field: Field,
    shown: &[ColumnView],
) -> Vec<ProblemView> {
    let lead = &record.lead;
    let has_cell = |field: Field| shown.iter().any(|column| column.field == field);
    let own = lead
        .problems
        .0
        .iter()
        .filter(|problem| {
            problem.field == field || (field == Field::Mobile && !has_cell(problem.field))
        })
        .map(ProblemView::of);
    let refusal = record
        .refusal
        .iter()
        .filter(|_| field == Field::Mobile)
        .map(|words| ProblemView::of_refusal(words));
    own.chain(refusal).collect()
}
