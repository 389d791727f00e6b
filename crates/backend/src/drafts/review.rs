//! The review of a draft: its leads with their problems, its check, what may be done next.

use jiff::Timestamp;
use leads::states::CheckState;
use leads::views::{
    CheckView, ColumnView, DraftSummary, DraftView, LEADS_ON_A_PAGE, LeadQuery, LeadView,
    RobotMode, RobotVariable, Tally,
};
use leads::{Action, Country, Field, Mapping, Problem, ProblemKind, SearchText, Source};
use localization::Message;

use super::discard::summary;
use super::lead_selection::LeadSelection;
use super::lead_views::lead_view;
use super::questions::{self, Asked, LOOKED_THROUGH};
use super::readiness::{self, Readiness, refused_now, seconds_until, validate_form};
use super::reading;
use super::recent::all_recent;
use super::{searches, step_labels};
use crate::accounts::Account;
use crate::audit::{AuditEntry, AuditObject};
use crate::error::Error;
use crate::ids::DraftId;
use crate::store::drafts::DraftRecord;
use crate::store::pages::{PageOf, PageRecord};
use crate::store::reviews::{ReviewRecord, ReviewedCheck};
use crate::{Backend, Caller, robots, store, stored_sentences};

/// The review of a draft, a page of its leads at a time.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft in the account, or it has no sheet yet.
pub async fn review(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    shown: &LeadSelection,
) -> Result<DraftView, Error> {
    caller.must(Action::Prepare)?;
    let account = &*caller.account;
    let reviewed = store::reviews::of_draft(&backend.pool, account.id, id, LOOKED_THROUGH);
    let ReviewRecord {
        draft,
        all_recent: recent,
        made_by,
        fixes,
        robots,
        undo,
        redo,
        first_cells,
        check: reviewed,
        follows,
    } = reviewed.await?.ok_or(Error::NotFound)?;
    let known = robots::known_since(backend, account, now, robots).await?;
    let settings = validate_form(account, &known.robots, now, &draft.form.0);
    let check = reviewed.as_ref().map(|reviewed| &reviewed.check);
    let readiness = Readiness {
        draft: &draft,
        settings: &settings,
        check,
        refused: refused_now(reviewed.as_ref(), &draft),
        account,
        sandbox: backend.sandbox,
        now,
    };
    let columns = Columns {
        shows_all: matches!(shown, LeadSelection::Lead(_)),
        ..Columns::of_draft(&draft, &known.robots)?
    };
    let is_opened = matches!(shown, LeadSelection::Opened);
    let shown = &shown.of(draft.tally());
    let search = SearchText::parse(shown.typed());
    let page = match &search {
        Ok(search) => page((backend, caller), &readiness, &columns, shown, search).await?,
        Err(_) => Page::default(),
    };
    let asked = Asked::of_draft(&draft, &first_cells, &columns.mapping, &columns.names);
    let view = draw(&readiness, &columns, &page)?;
    let check = check_view(reviewed.as_ref(), &readiness);
    Ok(DraftView {
        all_recent: recent.map(|recent| all_recent(recent, &readiness)),
        summary: summary(&draft, made_by, caller.person, fixes),
        follows,
        questions: asked.questions,
        fallback: asked.fallback,
        tally: with_refused_ready(view.tally, reviewed.as_ref(), &readiness),
        query: shown.query(),
        is_opened,
        lead_robots: columns.lead_robots(&known.robots),
        search_problem: search.err().map(|problem| problem.message()),
        check,
        undo: undo.as_ref().map(step_labels::read),
        redo: redo.as_ref().map(step_labels::read),
        ..view
    })
}

/// The counts, with how many of those refused are ready otherwise.
fn with_refused_ready(
    tally: Tally,
    reviewed: Option<&ReviewedCheck>,
    readiness: &Readiness<'_>,
) -> Tally {
    let of_version = reviewed.filter(|_| readiness.check_is_of_this_version());
    Tally {
        refused_ready: of_version.map_or(0, |reviewed| reviewed.refused_ready),
        ..tally
    }
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
    let list_country = questions::list_country(draft, mapping, account);
    let country = mapping.country(account.settings.country);
    let asked = list_country.as_ref().and_then(|asked| asked.country);
    let tally = Tally {
        refused: readiness.refused,
        ..draft.tally()
    };
    Ok(DraftView {
        id: draft.id.to_string(),
        version: draft.version,
        name: draft.form.0.name.clone(),
        summary: DraftSummary::default(),
        follows: None,
        sheet: reading::sheet(draft)?,
        questions: Vec::new(),
        fallback: None,
        held_back: questions::held_back(draft),
        outdated_lists: account.outdated_lists(readiness.now),
        list_country,
        tally,
        batches: readiness.batches(),
        stagger: readiness.stagger(),
        outside: readiness.breach(),
        unknown_holidays: readiness.unknown_holidays(),
        columns: columns.all(),
        left_out: left_out.map(|column| headers[column].clone()).collect(),
        headers,
        call: call(readiness, account),
        problems: readiness.problems(),
        leads: leads_of(page, readiness, mapping, &fields, asked)?,
        fields,
        matched: page.matched,
        check_blocker: readiness.check_blocker(),
        submit_blocker: readiness.submit_blocker(),
        submit_count: readiness.submit_count(),
        form_key: check.map(|check| check.id.to_string()).unwrap_or_default(),
        task: draft.task_id.map(|task| task.to_string()),
        zone: account.zone_label(readiness.now),
        bulk_fixes: leads::bulk_fixes(&draft.problem_counts.0, tally, country),
        problem_groups: draft.problem_counts.0.groups(),
        keep: draft.keep(),
        leave_out_recent: draft.leave_out_recent,
        all_recent: None,
        cooldown_days: account.settings.cooldown_days,
        remembered: readiness.remembered(),
        query: LeadQuery::default(),
        is_opened: false,
        lead_robots: Vec::new(),
        search_problem: None,
        undo: None,
        redo: None,
        check: None,
    })
}

/// The leads of the page. What is asked once of the list, in which country the numbers are dialled, is not said in each row again.
fn leads_of(
    page: &Page,
    readiness: &Readiness<'_>,
    mapping: &Mapping,
    fields: &[ColumnView],
    asked: Option<Country>,
) -> Result<Vec<LeadView>, Error> {
    let (account, now) = (readiness.account, readiness.now);
    let views = page.leads.iter().map(|lead| {
        let mut view = lead_view(lead, (account, now), mapping, fields)?;
        if let Some(country) = asked {
            without_country(&mut view, country);
        }
        Ok(view)
    });
    views.collect()
}

/// The lead without what is said of numbers of that country.
fn without_country(lead: &mut LeadView, country: Country) {
    let kind = ProblemKind::OtherCountry {
        country: Some(country),
    };
    let said = Problem::new(Field::Mobile, kind).message();
    for cell in &mut lead.cells {
        cell.problems.retain(|problem| problem.sentence != said);
    }
}

#[derive(Default)]
struct Page {
    leads: Vec<PageRecord>,
    /// How many leads match what is asked for.
    matched: u32,
}

async fn page(
    (backend, caller): (&Backend, &Caller),
    readiness: &Readiness<'_>,
    columns: &Columns,
    shown: &LeadSelection,
    search: &SearchText,
) -> Result<Page, Error> {
    let check = readiness
        .check
        .filter(|_| readiness.check_is_of_this_version());
    let (query, rows, most) = match shown {
        LeadSelection::Page(query) => (query.clone(), None, LEADS_ON_A_PAGE),
        LeadSelection::Opened => (LeadQuery::default(), None, LEADS_ON_A_PAGE),
        LeadSelection::Rows(rows, _) => (
            LeadQuery::default(),
            Some(rows.as_slice()),
            u32::try_from(rows.len()).unwrap_or(u32::MAX),
        ),
        LeadSelection::Lead(row) => (LeadQuery::default(), Some(std::slice::from_ref(row)), 1),
    };
    let known = match rows {
        Some(_) => Some(most),
        None => readiness.matched(&query),
    };
    let look = AuditEntry::of(caller, readiness.now, shown.look(search));
    let look = look.about(AuditObject::Draft(readiness.draft.id));
    let wanted = PageOf {
        draft: readiness.draft.id,
        check: check.map(|check| check.id),
        shows_refused_before: check.is_none_or(|check| check.state != CheckState::Done),
        mapping: &columns.mapping,
        query: &query,
        search,
        rows,
        counts: known.is_none(),
        looks_beside: matches!(shown, LeadSelection::Lead(_)),
        most: i64::from(most),
        look: Some(&look),
    };
    let mut leads = store::pages::page(&backend.pool, &wanted).await?;
    let counted = leads.first().and_then(|lead| lead.matched);
    let counted = u32::try_from(counted.unwrap_or(0)).unwrap_or(u32::MAX);
    let matched = known.unwrap_or(counted);
    if query.from > 0 && matched <= query.from {
        // Beyond the end stands one lead that only says how many there are.
        leads.clear();
    }
    Ok(Page { leads, matched })
}

pub(super) fn variables(
    robots: &[leads::views::RobotRow],
    draft: &DraftRecord,
) -> Vec<RobotVariable> {
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

    /// What each field is called in a file that is written and read again.
    pub fn headers(&self) -> Vec<(Field, Message)> {
        let headers = Field::ALL.into_iter();
        headers.map(|field| (field, self.header(field))).collect()
    }

    /// What a field is called in such a file.
    pub fn header(&self, field: Field) -> Message {
        match self.variable(field) {
            Some(variable) => sheets::variable_header(&variable.name, field.message()),
            None => field.message(),
        }
    }

    /// The robot's variable that the field fills.
    fn variable(&self, field: Field) -> Option<&RobotVariable> {
        self.names.iter().find(|variable| variable.field == field)
    }

    fn of(&self, field: Field) -> ColumnView {
        let mut view = ColumnView {
            field,
            label: leads::views::column_label(field, self.variable(field)),
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

    /// The robots that a lead can have as its own, where one lead alone is shown.
    fn lead_robots(&self, robots: &[leads::views::RobotRow]) -> Vec<(String, String)> {
        let can_be = |robot: &&leads::views::RobotRow| {
            self.shows_all && robot.mode == Some(RobotMode::Single)
        };
        let robots = robots.iter().filter(can_be);
        robots
            .map(|robot| (robot.id.clone(), robot.name.clone()))
            .collect()
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

/// How it will be called, in a few words each.
fn call(readiness: &Readiness<'_>, account: &Account) -> Vec<Message> {
    let settings = readiness.settings.as_ref();
    settings
        .map(|settings| settings.in_brief(readiness.now, account.zone()))
        .unwrap_or_default()
}

pub(super) fn check_view(
    reviewed: Option<&ReviewedCheck>,
    readiness: &Readiness<'_>,
) -> Option<CheckView> {
    let reviewed = reviewed?;
    let check = &reviewed.check;
    let ended = check.ended_at.as_ref().map(|at| at.to_jiff());
    let good_until = ended.map(readiness::good_until);
    let missing = searches::of(&reviewed.unnamed);
    Some(CheckView {
        unnamed: missing.refusals,
        finding_takes: missing.finding_takes,
        search: missing.search,
        state: check.state,
        done: reviewed.done,
        total: check.lead_count,
        refused: readiness.refused,
        words: reviewed
            .words
            .iter()
            .map(|words| stored_sentences::read(words))
            .collect(),
        ended: ended.map(|ended| leads::moment(ended, readiness.now, readiness.account.zone())),
        good_until: good_until
            .map(|until| leads::coming_moment(until, readiness.now, readiness.account.zone())),
        seconds_left: good_until
            .map(|until| seconds_until(readiness.now, until))
            .unwrap_or_default(),
        current: readiness.check_is_current(),
    })
}
