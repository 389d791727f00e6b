//! The launch of a draft: what a person confirms before anybody is called.

use jiff::Timestamp;
use leads::calling_rules::Verdict;
use leads::states::CheckState;
use leads::views::{
    ApprovalView, FirstLead, LaunchRemedy, LaunchSetting, LaunchState, LaunchView, Moment,
    ReadyView, RobotRow, SpokenView,
};
use leads::{Action, Field, LaunchStep, Mapping};
use localization::Message;

use super::at_version;
use super::calling_rule::needs_second_person;
use super::looks::record_lead;
use super::readiness::{Readiness, good_until, refused_now, seconds_until, validate_form};
use super::review::check_view;
use crate::approvals::{Outgoing, OutgoingOutside};
use crate::error::{Error, Unreadable};
use crate::ids::{DraftId, PersonId};
use crate::store::approvals::ApprovingRecord;
use crate::store::drafts::DraftRecord;
use crate::store::reviews::{FirstCalled, ReviewRecord};
use crate::store::rows::RowRecord;
use crate::{Backend, Caller, robots, store};

/// The launch of a draft as it stands now.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft in the account, or it has no list yet.
pub async fn launch(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
) -> Result<LaunchView, Error> {
    caller.must(Action::Prepare)?;
    let account = &*caller.account;
    let reviewed = store::reviews::of_draft(&backend.pool, account.id, id, 0);
    let ReviewRecord {
        draft,
        robots,
        check: reviewed,
        ..
    } = reviewed.await?.ok_or(Error::NotFound)?;
    let mapping = &draft.mapping.as_ref().ok_or(Error::NotFound)?.0;
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
    let refusals = readiness.current_check();
    let robot_id = &draft.form.0.robot;
    let robot = known.robots.iter().find(|robot| robot.id == *robot_id);
    let verdict = readiness.verdict();
    let rule_asks = verdict.as_ref().is_some_and(needs_second_person);
    let first =
        store::reviews::first_called(&backend.pool, account.id, id, refusals, robot_id, rule_asks);
    let first = first.await?;
    let (verdict, approving) = (verdict.as_ref(), first.approving.as_ref());
    let said = robot.map_or_else(Vec::new, |robot| says(robot, &readiness, mapping, &first));
    let lead = first_lead(first.lead.as_ref(), mapping)?;
    let samples = said.iter().map(|spoken| spoken.sample.as_str());
    record_lead(backend, caller, now, id, lead.as_ref(), samples).await?;
    let tally = readiness.tally();
    Ok(LaunchView {
        id: draft.id.to_string(),
        version: draft.version,
        name: draft.form.0.name.clone(),
        file_name: draft.file_name.clone().unwrap_or_default(),
        settings: settings_shown(&readiness, verdict),
        unknown_holidays: verdict.and_then(Verdict::holidays_unknown),
        lines: leads::launch_lines(tally, account.settings.cooldown_days),
        called_again: leads::called_again(first.called_again, account.settings.cooldown_days),
        all: tally.all(),
        batches: readiness.batches(),
        stagger: readiness.stagger(),
        says: said,
        first: lead,
        script: first.robot.as_ref().and_then(airudder::Robot::script),
        robot_language: robot.and_then(|robot| robot.language.clone()),
        check: check_view(reviewed.as_ref(), &readiness),
        problems: readiness.problems(),
        state: state(&readiness, verdict, caller.person, approving)?,
        task: draft.task_id.map(|task| task.to_string()),
    })
}

/// That the draft is still as the person saw it. One that was submitted meanwhile is: its task tells what became of it.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft in the account, [`Error::Conflict`] where it has changed.
pub async fn confirm(
    backend: &Backend,
    caller: &Caller,
    id: DraftId,
    version: i64,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    seen(backend, caller, id, version).await.map(|_| ())
}

/// The draft as the person saw it; nothing where it was submitted meanwhile.
///
/// # Errors
/// Those of [`confirm`].
pub(super) async fn seen(
    backend: &Backend,
    caller: &Caller,
    id: DraftId,
    version: i64,
) -> Result<Option<DraftRecord>, Error> {
    let draft = store::drafts::by_id(&backend.pool, caller.account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    if draft.task_id.is_some() {
        return Ok(None);
    }
    at_version(&draft, version)?;
    Ok(Some(draft))
}

/// How people are called, and what the calling rule says of it; nothing where the settings have to be completed.
fn settings_shown(readiness: &Readiness<'_>, verdict: Option<&Verdict>) -> Vec<LaunchSetting> {
    let (account, now) = (readiness.account, readiness.now);
    let confirmed =
        readiness.settings.as_ref().ok().map(|settings| {
            settings.launch_settings(now, account.zone(), &account.zone_label(now))
        });
    let rule = verdict.map(Verdict::launch_setting);
    let calls_end = verdict.and_then(|verdict| verdict.calls_end_setting(now, account.zone()));
    let settings = confirmed.into_iter().flatten();
    settings.chain(rule).chain(calls_end).collect()
}

/// What the robot says, with the values of the first lead that is called.
fn says(
    robot: &RobotRow,
    readiness: &Readiness<'_>,
    mapping: &Mapping,
    first: &FirstCalled,
) -> Vec<SpokenView> {
    let sample = |field| match &first.lead {
        Some(lead) => lead.text(field, mapping),
        None => String::new(),
    };
    let empty = |field: Field| match mapping.source(field) {
        None => readiness.draft.tally().all(),
        Some(_) => {
            let problems = &readiness.draft.problem_counts.0;
            problems.of(&format!("{}.nothing_to_say", field.key()))
        }
    };
    let said = robot.variables.iter().map(|variable| SpokenView {
        name: variable.name.clone(),
        field: variable.field,
        sample: sample(variable.field),
        empty: empty(variable.field),
    });
    said.collect()
}

fn first_lead(
    lead: Option<&RowRecord>,
    mapping: &Mapping,
) -> Result<Option<FirstLead>, Unreadable> {
    let first = lead.map(|lead| {
        Ok(FirstLead {
            row: store::row_number(lead.row)?,
            customer: lead.text(Field::Customer, mapping),
        })
    });
    first.transpose()
}

/// Whether people can be called; where not, why, and what helps.
fn state(
    readiness: &Readiness<'_>,
    verdict: Option<&Verdict>,
    reader: PersonId,
    approving: Option<&ApprovingRecord>,
) -> Result<LaunchState, Error> {
    let is_running = readiness
        .check
        .is_some_and(|check| check.state == CheckState::Running);
    if is_running && readiness.check_is_of_this_version() {
        return Ok(LaunchState::Checking);
    }
    let blocked = |reason: Message, remedy| Ok(LaunchState::Blocked { reason, remedy });
    if let Some(reason) = readiness.settings_blocker() {
        return blocked(reason, LaunchRemedy::CompleteSettings);
    }
    if let Some(reason) = readiness.check_blocker() {
        return blocked(reason, LaunchRemedy::Review);
    }
    if let Some(reason) = readiness.submit_blocker() {
        let remedy = match readiness.is_refused_as_it_is() {
            true => LaunchRemedy::Review,
            false => LaunchRemedy::CheckAgain,
        };
        return blocked(reason, remedy);
    }
    ready(readiness, verdict, reader, approving).map(|ready| LaunchState::Ready(Box::new(ready)))
}

fn ready(
    readiness: &Readiness<'_>,
    verdict: Option<&Verdict>,
    reader: PersonId,
    approving: Option<&ApprovingRecord>,
) -> Result<ReadyView, Error> {
    let (account, now) = (readiness.account, readiness.now);
    let ended = readiness.check.and_then(|check| check.ended_at.as_ref());
    let (Ok(settings), Some(check), Some(ended)) = (readiness.settings, readiness.check, ended)
    else {
        return Err(Error::Inconsistent(
            "a draft without a blocker has a check that has ended",
        ));
    };
    let (count, keep) = (readiness.submit_count(), readiness.draft.keep());
    let moment = |at| leads::coming_moment(at, now, account.zone());
    let until = good_until(ended.to_jiff());
    let without_refused = readiness.refused > 0;
    let approval = approving.map(|approving| {
        let outside = verdict.and_then(|verdict| OutgoingOutside::of(readiness.draft, verdict));
        let refused = readiness.refused;
        let outgoing = Outgoing::of_check(check, approving, refused, without_refused, outside);
        approval(approving, &outgoing, reader, &moment)
    });
    let approval = approval.transpose()?;
    let step = approval.as_ref().map(|approval| approval.step);
    let approves = step == Some(LaunchStep::Approve);
    Ok(ReadyView {
        question: leads::launch_question(&settings.schedule, count, keep),
        button: leads::launch_button(
            &settings.schedule,
            count,
            keep,
            approves,
            now,
            account.zone(),
        ),
        checked: moment(ended.to_jiff()),
        good_until: moment(until),
        seconds_left: seconds_until(now, until),
        form_key: check.id.to_string(),
        without_refused,
        outdated_lists: account.outdated_lists(now),
        outside: verdict.and_then(|verdict| readiness.outside(verdict)),
        approval,
    })
}

/// Whether somebody has approved what goes out, and what the reader can do.
fn approval(
    approving: &ApprovingRecord,
    outgoing: &Outgoing<'_>,
    reader: PersonId,
    moment: &impl Fn(Timestamp) -> Moment,
) -> Result<ApprovalView, Error> {
    let digest = outgoing.digest()?;
    let names = approving.contributors.iter();
    Ok(ApprovalView {
        step: approving.step(reader, &digest),
        contributors: names.map(|person| person.name.clone()).collect(),
        approved: approving
            .holding(&digest)
            .map(|approval| (approval.name.clone(), moment(approval.at))),
        digest: digest.digits(),
    })
}
