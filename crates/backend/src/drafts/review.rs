//! The review of a draft: its leads with their faults, its check, what may be done next.

use jiff::Timestamp;
use leads::states::CheckState;
use leads::views::{
    CellView, CheckView, ColumnView, DraftView, FaultView, LeadFilter, LeadView, RefusedLead,
    RobotVariable, Tally,
};
use leads::{Field, LeadKind, Level, Mapping, TaskSettings};
use uuid::Uuid;

use super::standing::{Standing, judge_form};
use crate::accounts::{self, Account};
use crate::error::Error;
use crate::store::checks::{CheckRecord, RefusedRecord};
use crate::store::drafts::DraftRecord;
use crate::store::leads::{LeadRecord, PageOf};
use crate::{Backend, Caller, robots, store};

/// Leads on a page.
const PAGE: usize = 50;

/// Refused leads named one by one.
pub(crate) const MOST_NAMED: i64 = 200;

/// The review of a draft, a page of its leads at a time.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft in the account, or it has no sheet yet.
pub async fn review(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    filter: LeadFilter,
    after: Option<u32>,
) -> Result<DraftView, Error> {
    let account = accounts::of(backend, caller).await?;
    let robots = robots::known(backend, &account, now).await?.robots;
    let draft = store::drafts::by_id(&backend.pool, account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    let settings = judge_form(&account, &robots, now, &draft.form.0);
    let mut connection = backend.pool.acquire().await?;
    let check = store::checks::last_of(&mut connection, id).await?;
    let refused = match &check {
        Some(check) if check.draft_version == draft.version => {
            store::checks::count_refused(&mut connection, check.id).await?
        }
        _ => 0,
    };
    drop(connection);
    let standing = Standing {
        draft: &draft,
        settings: &settings,
        check: check.as_ref(),
        refused,
        sandbox: backend.sandbox,
        now,
    };
    let page = page(backend, &standing, filter, after).await?;
    let check = match &check {
        Some(check) => Some(check_view(backend, &account, &draft, check, &standing).await?),
        None => None,
    };
    let columns = Columns {
        mapping: draft.mapping.as_ref().ok_or(Error::NotFound)?.0.clone(),
        names: variables(&robots, &draft),
    };
    let view = draw(&account, &standing, &columns, &page)?;
    Ok(DraftView {
        filter,
        paged: after.is_some(),
        check,
        ..view
    })
}

/// Which column fills which field, and what the robot calls its fields.
struct Columns {
    mapping: Mapping,
    names: Vec<RobotVariable>,
}

/// Everything that the review shows but for what was asked of it, and the check's own view.
fn draw(
    account: &Account,
    standing: &Standing<'_>,
    columns: &Columns,
    page: &Page,
) -> Result<DraftView, Error> {
    let (draft, check, mapping) = (standing.draft, standing.check, &columns.mapping);
    let headers = draft.headers.clone().unwrap_or_default();
    let left_out = mapping.left_out(headers.len()).into_iter();
    let fields = columns.shown();
    let tally = Tally {
        refused: standing.refused,
        ..draft.tally()
    };
    Ok(DraftView {
        id: draft.id.to_string(),
        version: draft.version,
        name: draft.form.0.name.clone(),
        sheet: super::sheet_view(draft).ok_or(Error::NotFound)?,
        tally,
        parts: leads::split(tally.sent(), account.settings.part_size),
        columns: columns.all(),
        left_out: left_out.map(|column| headers[column].clone()).collect(),
        headers,
        facts: facts(standing.settings, account),
        problems: standing
            .settings
            .as_ref()
            .err()
            .cloned()
            .unwrap_or_default(),
        leads: page
            .leads
            .iter()
            .map(|lead| lead_view(lead, mapping, &fields))
            .collect(),
        fields,
        next: page.next,
        check_hindrance: standing.check_hindrance(),
        submit_hindrance: standing.submit_hindrance(),
        submit_count: check.map_or(0, |check| check.leads().saturating_sub(standing.refused)),
        form_key: check.map(|check| check.id.to_string()).unwrap_or_default(),
        task: draft.task_id.map(|task| task.to_string()),
        zone: account.zone_label(standing.now),
        filter: LeadFilter::All,
        paged: false,
        check: None,
    })
}

struct Page {
    leads: Vec<LeadRecord>,
    next: Option<u32>,
}

async fn page(
    backend: &Backend,
    standing: &Standing<'_>,
    filter: LeadFilter,
    after: Option<u32>,
) -> Result<Page, Error> {
    let check = standing
        .check
        .filter(|_| standing.check_is_of_this_version());
    let wanted = PageOf {
        draft: standing.draft.id,
        kind: match filter {
            LeadFilter::Kind(kind) => Some(kind),
            LeadFilter::All | LeadFilter::Refused => None,
        },
        check: check.map(|check| check.id),
        only_refused: filter == LeadFilter::Refused,
        after: after.unwrap_or(0),
        most: i64::try_from(PAGE + 1).unwrap_or(i64::MAX),
    };
    let mut leads = store::leads::page(&backend.pool, &wanted).await?;
    let more = leads.len() > PAGE;
    leads.truncate(PAGE);
    let next = if more {
        leads.last().map(|lead| store::whole(lead.row))
    } else {
        None
    };
    Ok(Page { leads, next })
}

fn variables(robots: &[leads::views::RobotRow], draft: &DraftRecord) -> Vec<RobotVariable> {
    let chosen = robots.iter().find(|robot| robot.id == draft.form.0.robot);
    chosen
        .map(|robot| robot.variables.clone())
        .unwrap_or_default()
}

impl Columns {
    fn of(&self, field: Field) -> ColumnView {
        let label = match self.names.iter().find(|variable| variable.field == field) {
            Some(variable) => format!("{} · {}", field.label(), variable.name),
            None => field.label().to_owned(),
        };
        ColumnView {
            field,
            label,
            column: self.mapping.column(field),
        }
    }

    fn all(&self) -> Vec<ColumnView> {
        Field::ALL.into_iter().map(|field| self.of(field)).collect()
    }

    /// The table shows the fields that have a column; and the mobile always, since nothing goes without it.
    fn shown(&self) -> Vec<ColumnView> {
        let has_cell =
            |column: &ColumnView| column.field == Field::Mobile || column.column.is_some();
        self.all().into_iter().filter(has_cell).collect()
    }
}

fn lead_view(lead: &LeadRecord, mapping: &Mapping, fields: &[ColumnView]) -> LeadView {
    let cells = fields
        .iter()
        .map(|column| CellView {
            field: column.field,
            value: cell(&lead.cells, mapping, column.field),
            faults: faults_of(lead, column.field, fields),
        })
        .collect();
    LeadView {
        row: store::whole(lead.row),
        kind: LeadKind::from_key(&lead.kind).unwrap_or(LeadKind::ToMend),
        duplicate_of: lead.duplicate_of.map(store::whole),
        cells,
    }
}

fn cell(cells: &[String], mapping: &Mapping, field: Field) -> String {
    mapping
        .column(field)
        .and_then(|column| cells.get(column))
        .cloned()
        .unwrap_or_default()
}

/// The faults of a cell. Those of a field without a column stand at the mobile, which every row shows; so does the
/// provider's refusal, since the number is what it speaks of.
fn faults_of(lead: &LeadRecord, field: Field, shown: &[ColumnView]) -> Vec<FaultView> {
    let has_cell = |field: Field| shown.iter().any(|column| column.field == field);
    let own = lead
        .faults
        .iter()
        .filter(|fault| fault.field == field || (field == Field::Mobile && !has_cell(fault.field)))
        .map(|fault| FaultView {
            level: fault.level(),
            sentence: fault.sentence(),
        });
    let refusal = lead
        .refusal
        .iter()
        .filter(|_| field == Field::Mobile)
        .map(|words| FaultView {
            level: Level::Error,
            sentence: format!("AIRudder: {words}"),
        });
    own.chain(refusal).collect()
}

fn facts(
    settings: &Result<TaskSettings, Vec<leads::views::FormFault>>,
    account: &Account,
) -> Vec<(String, String)> {
    settings
        .as_ref()
        .map(|settings| settings.facts(account.zone()))
        .unwrap_or_default()
}

async fn check_view(
    backend: &Backend,
    account: &Account,
    draft: &DraftRecord,
    check: &CheckRecord,
    standing: &Standing<'_>,
) -> Result<CheckView, Error> {
    let records =
        store::checks::refused_leads(&backend.pool, check.id, draft.id, MOST_NAMED).await?;
    let refused_leads = records
        .into_iter()
        .map(|record| refused_lead(record, &check.mapping.0))
        .collect();
    Ok(CheckView {
        state: check.state().unwrap_or(CheckState::Failed),
        done: store::checks::leads_done(&backend.pool, check.id).await?,
        total: check.leads(),
        refused: standing.refused,
        refused_leads,
        words: store::checks::words(&backend.pool, check.id).await?,
        ended: check
            .ended_at
            .as_ref()
            .map(|at| leads::moment(at.to_jiff(), account.zone())),
        current: standing.check_is_current(),
    })
}

/// A refused lead, with its number as it stands in the file.
pub(crate) fn refused_lead(record: RefusedRecord, mapping: &Mapping) -> RefusedLead {
    RefusedLead {
        row: store::whole(record.row),
        customer: cell(&record.cells, mapping, Field::Customer),
        mobile: cell(&record.cells, mapping, Field::Mobile),
        words: record.words,
    }
}
