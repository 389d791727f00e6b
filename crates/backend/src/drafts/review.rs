//! The review of a draft: its leads with their problems, its check, what may be done next.

use jiff::Timestamp;
use leads::views::{
    CellView, CheckView, ColumnView, DraftSummary, DraftView, LeadQuery, LeadView, ProblemView,
    RecentView, RefusedLead, RobotVariable, Tally,
};
use leads::{Field, Level, Mapping, Row, RowMarks, SearchText, Source};

use super::discard::summary;
use super::questions::{self, Asked, LOOKED_THROUGH};
use super::readiness::{Readiness, validate_form};
use super::reading;
use super::recent::all_recent;
use super::shown::Shown;
use crate::accounts::Account;
use crate::error::{Error, Unreadable};
use crate::ids::DraftId;
use crate::store::checks::RefusedRecord;
use crate::store::drafts::DraftRecord;
use crate::store::pages::{PageOf, PageRecord};
use crate::store::reviews::{ReviewRecord, ReviewedCheck};
use crate::{Backend, Caller, robots, store};

/// Leads on a page.
const PAGE: usize = 50;

/// Refused leads named one by one.
pub(crate) const MAX_NAMED: i64 = 200;

/// The review of a draft, a page of its leads at a time.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft in the account, or it has no sheet yet.
pub async fn review(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    shown: &Shown,
) -> Result<DraftView, Error> {
    let account = &*caller.account;
    let reviewed =
        store::reviews::of_draft(&backend.pool, account.id, id, MAX_NAMED, LOOKED_THROUGH);
    let ReviewRecord {
        draft,
        all_recent: recent,
        by_name,
        fixes,
        robots,
        undo,
        redo,
        first_cells,
        check: reviewed,
    } = reviewed.await?.ok_or(Error::NotFound)?;
    let known = robots::known_since(backend, account, now, robots).await?;
    let settings = validate_form(account, &known.robots, now, &draft.form.0);
    let check = reviewed.as_ref().map(|reviewed| &reviewed.check);
    let is_of_this_version = check.is_some_and(|check| check.draft_version == draft.version);
    let refused = reviewed.as_ref().map_or(0, |reviewed| reviewed.refused);
    let readiness = Readiness {
        draft: &draft,
        settings: &settings,
        check,
        refused: if is_of_this_version { refused } else { 0 },
        account,
        sandbox: backend.sandbox,
        now,
    };
    let columns = Columns {
        shows_all: matches!(shown, Shown::Lead(_)),
        ..Columns::of_draft(&draft, &known.robots)?
    };
    let (search, search_problem) = match SearchText::parse(shown.typed()) {
        Ok(search) => (Some(search), None),
        Err(problem) => (None, Some(problem.to_string())),
    };
    let page = match &search {
        Some(search) => page(backend, &readiness, &columns.mapping, shown, search).await?,
        None => Page::default(),
    };
    let asked = Asked::of_draft(&draft, &first_cells, &columns.mapping, &columns.names);
    let view = draw(&readiness, &columns, &page)?;
    let check = check_view(reviewed.as_ref(), &readiness)?;
    Ok(DraftView {
        all_recent: recent.map(|recent| all_recent(recent, &readiness)),
        summary: summary(&draft, by_name, fixes),
        questions: asked.questions,
        fallback: asked.fallback,
        query: shown.query(),
        search_problem,
        check,
        undo,
        redo,
        ..view
    })
}

/// Which column fills which field, and what the robot calls its fields.
pub(super) struct Columns {
    pub mapping: Mapping,
    names: Vec<RobotVariable>,
    /// Whether fields are shown that nothing fills.
    shows_all: bool,
}

/// Everything that the review shows but for what was asked of it, and the check's own view.
fn draw(readiness: &Readiness<'_>, columns: &Columns, page: &Page) -> Result<DraftView, Error> {
    let (draft, check, account) = (readiness.draft, readiness.check, readiness.account);
    let mapping = &columns.mapping;
    let headers = draft.headers.clone().unwrap_or_default();
    let left_out = mapping.left_out(headers.len()).into_iter();
    let fields = columns.shown();
    let tally = Tally {
        refused: readiness.refused,
        ..draft.tally()
    };
    Ok(DraftView {
        id: draft.id.to_string(),
        version: draft.version,
        name: draft.form.0.name.clone(),
        summary: DraftSummary::default(),
        sheet: reading::sheet(draft)?,
        questions: Vec::new(),
        fallback: None,
        held_back: questions::held_back(draft),
        of_the_list: questions::of_the_list(draft, account),
        tally,
        batches: readiness.batches(),
        stagger: readiness.stagger_in_words(),
        night: readiness.night_warning(),
        columns: columns.all(),
        left_out: left_out.map(|column| headers[column].clone()).collect(),
        headers,
        facts: facts(readiness, account),
        problems: readiness.problems(),
        leads: page
            .leads
            .iter()
            .map(|lead| lead_view(lead, (account, readiness.now), mapping, &fields))
            .collect::<Result<_, _>>()?,
        fields,
        next: page.next,
        check_blocker: readiness.check_blocker(),
        submit_blocker: readiness.submit_blocker(),
        submit_count: readiness.submit_count(),
        form_key: check.map(|check| check.id.to_string()).unwrap_or_default(),
        task: draft.task_id.map(|task| task.to_string()),
        zone: account.zone_label(readiness.now),
        bulk_fixes: leads::bulk_fixes(&draft.problem_counts.0, tally, account.settings.country),
        problem_groups: draft.problem_counts.0.groups(),
        keep: draft.keep(),
        leave_out_recent: draft.leave_out_recent,
        all_recent: None,
        cooldown_days: account.settings.cooldown_days,
        remembered: draft
            .remembered_at
            .as_ref()
            .map(|at| leads::moment(at.to_jiff(), readiness.now, account.zone())),
        query: LeadQuery::default(),
        search_problem: None,
        undo: None,
        redo: None,
        check: None,
    })
}

#[derive(Default)]
struct Page {
    leads: Vec<PageRecord>,
    next: Option<u32>,
}

async fn page(
    backend: &Backend,
    readiness: &Readiness<'_>,
    mapping: &Mapping,
    shown: &Shown,
    search: &SearchText,
) -> Result<Page, Error> {
    let check = readiness
        .check
        .filter(|_| readiness.check_is_of_this_version());
    let (query, rows, most) = match shown {
        Shown::Page(query) => (query.clone(), None, PAGE),
        Shown::Rows(rows, _) => (LeadQuery::default(), Some(rows.as_slice()), rows.len()),
        Shown::Lead(row) => (LeadQuery::default(), Some(std::slice::from_ref(row)), 1),
    };
    let wanted = PageOf {
        draft: readiness.draft.id,
        check: check.map(|check| check.id),
        mapping,
        query: &query,
        search,
        rows,
        most: i64::try_from(most + 1).unwrap_or(i64::MAX),
    };
    let mut leads = store::pages::page(&backend.pool, &wanted).await?;
    let more = leads.len() > most;
    leads.truncate(most);
    let next = match (leads.last().filter(|_| more), query.sort) {
        (None, _) => None,
        (Some(last), None) => Some(store::row_number(last.lead.row.row)?),
        (Some(_), Some(_)) => Some(
            query
                .from
                .saturating_add(u32::try_from(most).unwrap_or(u32::MAX)),
        ),
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
    pub fn of_draft(
        draft: &DraftRecord,
        robots: &[leads::views::RobotRow],
    ) -> Result<Columns, Error> {
        Ok(Columns {
            mapping: draft.mapping.as_ref().ok_or(Error::NotFound)?.0.clone(),
            names: variables(robots, draft),
            shows_all: false,
        })
    }

    fn of(&self, field: Field) -> ColumnView {
        let label = match self.names.iter().find(|variable| variable.field == field) {
            Some(variable) => format!("{} ({})", variable.name, field.label()),
            None => field.label().to_owned(),
        };
        let mut view = ColumnView {
            field,
            label,
            column: None,
            joined: None,
            otherwise: None,
            value: None,
        };
        match self.mapping.source(field) {
            None => {}
            Some(Source::Column(column)) => view.column = Some(*column),
            Some(Source::Joined(first, second)) => {
                (view.column, view.joined) = (Some(*first), Some(*second));
            }
            Some(Source::Either { first, otherwise }) => {
                (view.column, view.otherwise) = (Some(*first), Some(*otherwise));
            }
            Some(Source::Value(value)) => view.value = Some(value.clone()),
        }
        view
    }

    pub fn all(&self) -> Vec<ColumnView> {
        Field::ALL.into_iter().map(|field| self.of(field)).collect()
    }

    /// The table shows the fields that something fills; and the mobile always, since nothing goes without it.
    pub fn shown(&self) -> Vec<ColumnView> {
        let has_cell = |column: &ColumnView| {
            self.shows_all || column.field == Field::Mobile || column.is_filled()
        };
        self.all().into_iter().filter(has_cell).collect()
    }
}

fn lead_view(
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
        cells,
    })
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
        .map(|problem| ProblemView {
            level: problem.level(),
            sentence: problem.sentence(),
        });
    let refusal = record
        .refusal
        .iter()
        .filter(|_| field == Field::Mobile)
        .map(|words| ProblemView {
            level: Level::Error,
            sentence: format!("AIRudder: “{words}”"),
        });
    own.chain(refusal).collect()
}

fn facts(readiness: &Readiness<'_>, account: &Account) -> Vec<(String, String)> {
    let settings = readiness.settings.as_ref();
    settings
        .map(|settings| settings.facts(readiness.now, account.zone()))
        .unwrap_or_default()
}

pub(super) fn check_view(
    reviewed: Option<&ReviewedCheck>,
    readiness: &Readiness<'_>,
) -> Result<Option<CheckView>, Error> {
    let Some(reviewed) = reviewed else {
        return Ok(None);
    };
    let check = &reviewed.check;
    let refused_leads = reviewed
        .refused_leads
        .iter()
        .map(|record| refused_lead(record, &check.mapping.0))
        .collect::<Result<_, _>>()?;
    Ok(Some(CheckView {
        state: check.state,
        done: reviewed.done,
        total: check.lead_count,
        refused: readiness.refused,
        refused_leads,
        words: reviewed.words.clone(),
        ended: check
            .ended_at
            .as_ref()
            .map(|at| leads::moment(at.to_jiff(), readiness.now, readiness.account.zone())),
        good_until: check.ended_at.as_ref().map(|at| {
            let until = super::readiness::good_until(at.to_jiff());
            leads::coming_moment(until, readiness.now, readiness.account.zone())
        }),
        current: readiness.check_is_current(),
    }))
}

/// A refused lead, with its number as it was checked.
pub(crate) fn refused_lead(
    record: &RefusedRecord,
    mapping: &Mapping,
) -> Result<RefusedLead, Unreadable> {
    let edits = record.row.edits();
    let row = Row {
        cells: &record.row.cells,
        edits: &edits,
        marks: &RowMarks::NONE,
    };
    Ok(RefusedLead {
        row: store::row_number(record.row.row)?,
        customer: row.text(Field::Customer, mapping).into_owned(),
        mobile: row.text(Field::Mobile, mapping).into_owned(),
        words: record.words.clone(),
    })
}
