//! The list of a task row by row: what was sent, and why the others were not.

use jiff::Timestamp;
use leads::do_not_call::list_name;
use leads::views::{LEADS_ON_A_PAGE, LeadFilter, LeadQuery, ListRow, ListRowsView};
use leads::{Action, Field, LeadKind, SearchText, numbers};
use localization::Language;

use super::calls::{ListColumn, columns};
use super::export_rows::why_not_sent;
use crate::accounts::Account;
use crate::error::{Error, Unreadable};
use crate::ids::TaskId;
use crate::messages::left_out_rows;
use crate::store::pages::{PageOf, PageRecord};
use crate::store::results::CallsOfTask;
use crate::{Backend, Caller, retention, store};

/// A page of the rows of a task's list, behind `from` of them. What became of a row is told in that language, with its numbers masked.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task, or it is a test, which has no list.
pub async fn list_rows(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
    show: LeadFilter,
    from: u32,
    language: Language,
) -> Result<ListRowsView, Error> {
    caller.must(Action::See)?;
    let account = &*caller.account;
    let task = store::results::of_task(&backend.pool, account.id, id).await?;
    let task = task.filter(|task| !task.is_test).ok_or(Error::NotFound)?;
    let query = LeadQuery {
        show,
        from,
        ..LeadQuery::default()
    };
    let mut found = page(backend, &task, &query).await?;
    let counted = found.first().and_then(|lead| lead.matched);
    let matched = u32::try_from(counted.unwrap_or(0)).unwrap_or(u32::MAX);
    if matched <= from {
        // Beyond the end stands one lead that only says how many there are.
        found.clear();
    }
    let columns = columns(&task);
    let rows = found
        .iter()
        .map(|record| row(&task, record, &columns, (account, now, language)));
    let sent = task.results.as_ref();
    let sent = sent.map(|results| results.counts.iter().map(|count| count.calls).sum());
    Ok(ListRowsView {
        task: id.to_string(),
        sent,
        show,
        from,
        matched,
        headers: columns.iter().map(|column| column.header.clone()).collect(),
        rows: rows.collect::<Result<_, _>>()?,
        gone: task
            .leads_deleted_at
            .map(|at| retention::gone(at, account, now)),
        name: task.name,
    })
}

async fn page(
    backend: &Backend,
    task: &CallsOfTask,
    query: &LeadQuery,
) -> Result<Vec<PageRecord>, Error> {
    let wanted = PageOf {
        draft: task.draft_id,
        check: None,
        shows_refused_before: false,
        mapping: &task.mapping,
        query,
        search: &SearchText::default(),
        rows: None,
        counts: true,
        looks_beside: false,
        most: i64::from(LEADS_ON_A_PAGE),
        look: None,
    };
    Ok(store::pages::page(&backend.pool, &wanted).await?)
}

fn row(
    task: &CallsOfTask,
    record: &PageRecord,
    columns: &[ListColumn],
    (account, now, language): (&Account, Timestamp, Language),
) -> Result<ListRow, Unreadable> {
    let lead = &record.lead;
    let text = |field| numbers::mask_numbers(&lead.row.text(field, &task.mapping));
    Ok(ListRow {
        row: store::row_number(lead.row.row)?,
        customer: text(Field::Customer),
        number: match lead.number {
            Some(number) => numbers::last_four(&number.to_string()),
            None => text(Field::Mobile),
        },
        cells: columns.iter().map(|column| text(column.field)).collect(),
        why: why(record, account, now, language)?,
    })
}

/// Why the row was left out, or that it was not.
fn why(
    record: &PageRecord,
    account: &Account,
    now: Timestamp,
    language: Language,
) -> Result<Vec<String>, Unreadable> {
    let lead = &record.lead;
    let problems = lead.problems.0.iter();
    let problems = problems.map(|problem| {
        // It may name what stands in a cell.
        numbers::mask_numbers(&problem.message().text(language))
    });
    let recent = record.recent_name.as_ref().zip(record.recent_at.as_ref());
    let because = match (lead.kind(), lead.duplicate_of, recent) {
        (LeadKind::Duplicate, Some(other), _) => {
            Some(left_out_rows::duplicate_of(store::row_number(other)?))
        }
        (LeadKind::Recent, _, Some((name, at))) => {
            let day = leads::day(at.to_jiff(), now, account.zone());
            Some(left_out_rows::recent_in(day, name))
        }
        (LeadKind::DoNotCall, ..) => match &record.listed_in {
            Some(list) => Some(left_out_rows::on_list(list_name(list))),
            None => why_not_sent(LeadKind::DoNotCall),
        },
        (kind, ..) => why_not_sent(kind),
    };
    let because = because.unwrap_or_else(left_out_rows::not_left_out);
    Ok([because.text(language)]
        .into_iter()
        .chain(problems)
        .collect())
}
