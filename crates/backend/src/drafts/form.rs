//! The form of a task: empty, as a draft has it, like a task that was submitted, or as it was typed.

use jiff::Timestamp;
use leads::views::{
    BreachView, FormProblem, KeptList, NewTaskView, RobotRow, TaskForm, WhenChoice, WhenView,
};
use leads::{Action, Preset};
use localization::Message;

use super::file_problem::FileProblem;
use super::readiness::{list_blocker, validate_form};
use super::review::Columns;
use super::{open_draft, sheet_view};
use crate::accounts::Account;
use crate::error::Error;
use crate::ids::{DraftId, TaskId};
use crate::messages::file_problems;
use crate::store::drafts::DraftRecord;
use crate::store::forms::FormRecord;
use crate::{Backend, Caller, robots, store};

/// Kinds of problems that are named beside a list that is kept.
const MAX_PROBLEMS: usize = 4;

/// When calls of a window open and close, until somebody says otherwise.
const OPENS_AT: &str = "09:00";
const CLOSES_AT: &str = "18:00";

/// The form of a new task: empty, with a robot chosen, or as the draft has it.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft in the account, [`Error::Conflict`] when it was submitted.
pub async fn form(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    draft: Option<DraftId>,
    robot: Option<&str>,
    new_id: DraftId,
) -> Result<NewTaskView, Error> {
    caller.must(Action::Prepare)?;
    let known = Known::read(backend, caller, now, None).await?;
    let Some(id) = draft else {
        return Ok(known.draw(new_id, known.first_form(robot)));
    };
    let stored = open_draft(backend, caller, id).await?;
    let view = known.draw(id, stored.form.0.clone());
    // Before a draft was saved there is nothing to complain about: version 0 is a copy of a task, as earlier
    // versions of Coxswain made them.
    let problems = match stored.version {
        0 => Vec::new(),
        _ => problems(&caller.account, &known.robots, now, &stored),
    };
    known.with_list(view, &stored, problems)
}

/// The form with the settings of a task: the weekly repeat. Nothing is stored before there is a list; the name is counted up, and
/// it calls at the same hours on the next day that has them.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such task.
pub async fn form_like(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    task: TaskId,
    new_id: DraftId,
) -> Result<NewTaskView, Error> {
    caller.must(Action::Prepare)?;
    let known = Known::read(backend, caller, now, Some(task)).await?;
    let zone = caller.account.zone();
    let submitted = known.record.like.clone().ok_or(Error::NotFound)?;
    let (name, today) = (submitted.name.clone(), zone.to_datetime(now).date());
    let form = TaskForm {
        name: leads::next_name(&name, today, caller.account.settings.language, |name| {
            known.record.is_taken(name)
        }),
        ..leads::when_like(&submitted, now, zone)
    };
    let view = known.draw(new_id, form);
    Ok(NewTaskView {
        like: Some((task.to_string(), name)),
        ..view
    })
}

/// A form as it was typed, of which nothing was stored; with what has to be fixed in it, beside those problems.
///
/// # Errors
/// When the database fails.
pub async fn form_as_typed(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    typed: TaskForm,
    also: Vec<FormProblem>,
    new_id: DraftId,
) -> Result<NewTaskView, Error> {
    caller.must(Action::Prepare)?;
    let known = Known::read(backend, caller, now, None).await?;
    let found = validate_form(&caller.account, &known.robots, now, &typed).err();
    let mut view = known.draw(new_id, typed);
    view.problems = also;
    view.problems.extend(found.unwrap_or_default());
    Ok(view)
}

/// What may be chosen of when to call, for a form as it was typed.
pub fn when(caller: &Caller, now: Timestamp, form: &TaskForm) -> WhenView {
    when_view(&caller.account, now, form)
}

/// Who has not chosen yet reads beside *now* that the calling rule is not kept, where it is not.
fn when_view(account: &Account, now: Timestamp, form: &TaskForm) -> WhenView {
    let mut view = leads::when_view(form, now, account.zone(), account.zone_label(now));
    let at_once = TaskForm {
        when: Preset::Now.key().to_owned(),
        ..TaskForm::default()
    };
    let outside = leads::calling_rules::verdict_of_form(&at_once, 1, account.asked(now));
    let warning = outside.and_then(|verdict| verdict.sentence());
    let is_now = |choice: &&mut WhenChoice| choice.key == at_once.when && !choice.is_chosen;
    if let (Some(warning), Some(choice)) = (warning, view.choices.iter_mut().find(is_now)) {
        choice.hours = Some(warning);
    }
    view
}

/// What must be known where a form as typed has people called outside of the calling rule, and where a holiday among the days of its calls
/// might not be known.
fn rule_of_form(
    account: &Account,
    form: &TaskForm,
    batches: u32,
    now: Timestamp,
) -> (Option<BreachView>, Option<Message>) {
    let verdict = leads::calling_rules::verdict_of_form(form, batches, account.asked(now));
    verdict.map_or((None, None), |verdict| {
        (
            verdict.view(now, account.zone()),
            verdict.holidays_unknown(),
        )
    })
}

/// What the form is drawn by.
pub(super) struct Known<'a> {
    account: &'a Account,
    now: Timestamp,
    pub record: FormRecord,
    /// The robots, those used last first.
    pub robots: Vec<RobotRow>,
    /// How many robots at their beginning were used lately.
    robots_used: usize,
    notice: Option<Message>,
}

impl<'a> Known<'a> {
    pub async fn read(
        backend: &Backend,
        caller: &'a Caller,
        now: Timestamp,
        like: Option<TaskId>,
    ) -> Result<Known<'a>, Error> {
        let account = &*caller.account;
        let reading = store::forms::read(&backend.pool, account.id, caller.person, like);
        let mut record = reading.await?;
        let seen = std::mem::take(&mut record.robots);
        let known = robots::known_since(backend, account, now, seen).await?;
        let mut robots = known.robots;
        let used = |robot: &RobotRow| {
            let place = record.used_robots.iter().position(|used| *used == robot.id);
            place.unwrap_or(usize::MAX)
        };
        robots.sort_by_key(used);
        let robots_used = robots.partition_point(|robot| used(robot) < usize::MAX);
        Ok(Known {
            account,
            now,
            record,
            robots,
            robots_used,
            notice: known.notice,
        })
    }

    fn first_form(&self, robot: Option<&str>) -> TaskForm {
        let settings = &self.account.settings;
        let robot = robot.filter(|id| self.robots.iter().any(|robot| robot.id == *id));
        let used = self.record.last_line.as_ref();
        let mut lines = settings.lines.iter().map(|line| &line.name);
        let line = used.filter(|used| lines.clone().any(|line| line == *used));
        TaskForm {
            robot: robot.unwrap_or_default().to_owned(),
            line: line.or_else(|| lines.next()).cloned().unwrap_or_default(),
            start_time: OPENS_AT.to_owned(),
            end_time: CLOSES_AT.to_owned(),
            redials: "0".to_owned(),
            redial_minutes: "0".to_owned(),
            platform: settings.platform.clone(),
            list_purpose: settings.list_purpose.purpose.clone(),
            list_source: settings.list_purpose.source.clone(),
            legal_basis: settings.list_purpose.legal_basis.clone(),
            ..TaskForm::default()
        }
    }

    fn draw(&self, draft: DraftId, form: TaskForm) -> NewTaskView {
        let (account, now) = (self.account, self.now);
        let (outside, unknown_holidays) = rule_of_form(account, &form, 1, now);
        NewTaskView {
            draft: draft.to_string(),
            version: 0,
            when: when_view(account, now, &form),
            rule: account.calling_rules.rule_set.message(),
            needs_purpose: account.calling_rules.rule_set.needs_purpose,
            outside,
            unknown_holidays,
            form,
            problems: Vec::new(),
            list: None,
            like: None,
            robots: self.robots.clone(),
            robots_used: self.robots_used,
            lines: account.settings.lines.clone(),
            dnc_arranged: account.settings.dnc_arranged,
            fills_notes: account.settings.fill_notes,
            batches: 1,
            max_name_length: leads::MAX_TASK_NAME_LENGTH,
            notice: self.notice.clone(),
        }
    }

    /// The form of a draft, with the list that is kept with it.
    fn with_list(
        &self,
        view: NewTaskView,
        draft: &DraftRecord,
        problems: Vec<FormProblem>,
    ) -> Result<NewTaskView, Error> {
        let (account, now) = (self.account, self.now);
        let batches = account.split(draft.tally().sent()).len();
        let batches = u32::try_from(batches).unwrap_or(u32::MAX).max(1);
        let (outside, unknown_holidays) = rule_of_form(account, &view.form, batches, now);
        Ok(NewTaskView {
            version: draft.version,
            problems,
            list: kept_list(draft, &self.robots)?,
            batches,
            outside,
            unknown_holidays,
            ..view
        })
    }
}

fn kept_list(draft: &DraftRecord, robots: &[RobotRow]) -> Result<Option<KeptList>, Error> {
    let Some(sheet) = sheet_view(draft) else {
        return Ok(None);
    };
    let columns = Columns::of_draft(draft, robots)?;
    let filled = columns.all().into_iter().filter(|it| it.is_filled());
    let groups = draft.problem_counts.0.groups().into_iter();
    let problems = groups.filter(|group| group.level.is_problem());
    Ok(Some(KeptList {
        sheet,
        headers: draft.headers.clone().unwrap_or_default(),
        columns: filled.collect(),
        tally: draft.tally(),
        problems: problems.take(MAX_PROBLEMS).collect(),
        questions: u32::try_from(columns.mapping.questions().len()).unwrap_or(u32::MAX),
        can_be_checked: draft.sheet_problem.is_none() && list_blocker(draft).is_none(),
    }))
}

/// What has to be fixed before the leads can be reviewed.
pub(super) fn problems(
    account: &Account,
    robots: &[RobotRow],
    now: Timestamp,
    draft: &DraftRecord,
) -> Vec<FormProblem> {
    let sentence = match (FileProblem::of(draft), &draft.file_name) {
        (Some(problem), _) => Some(problem.message()),
        (None, None) => Some(file_problems::no_list()),
        (None, Some(_)) => None,
    };
    let of_list = sentence.map(|sentence| FormProblem::new("sheet", sentence));
    let of_form = validate_form(account, robots, now, &draft.form.0).err();
    of_list
        .into_iter()
        .chain(of_form.unwrap_or_default())
        .collect()
}
