//! The page of a test call.

use jiff::Timestamp;
use leads::views::{
    LaunchRemedy, RobotRow, RobotVariable, TestCallView, TestInput, TestState, TestValues,
};
use leads::{Action, Field, Mapping, Mobile, NotTested, TaskSettings};
use localization::Message;

use super::values;
use super::{TypedValue, own_number, parse_stored};
use crate::accounts::Account;
use crate::drafts::record_lead;
use crate::error::Error;
use crate::ids::{CheckId, DraftId};
use crate::provider::robots::row;
use crate::store::reviews::ReviewRecord;
use crate::store::rows::RowRecord;
use crate::store::test_calls::ValuesOf;
use crate::{Backend, Caller, robots, store};

/// Stands for a platform that is typed on the page.
const TO_BE_TYPED: &str = "-";

/// The page for a draft: with the values of that row, or of the first that is called. `form_key` is to be the key of its form.
///
/// # Errors
/// [`Error::NotFound`] when there is no such draft in the account, or it has no list yet.
pub async fn of_draft(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    row: Option<u32>,
    form_key: CheckId,
) -> Result<TestCallView, Error> {
    caller.must(Action::Prepare)?;
    let account = &*caller.account;
    let reviewed = store::reviews::of_draft(&backend.pool, account.id, id, 0);
    let ReviewRecord {
        draft,
        robots,
        check,
        ..
    } = reviewed.await?.ok_or(Error::NotFound)?;
    let mapping = &draft.mapping.as_ref().ok_or(Error::NotFound)?.0;
    let known = robots::known_since(backend, account, now, robots).await?;
    let check = check.map(|reviewed| reviewed.check);
    let check = check.filter(|check| check.draft_version == draft.version);
    let of = ValuesOf {
        account: account.id,
        person: caller.person,
        draft: id,
        // What is no row of any list is none of this one.
        row: row.map(|row| i32::try_from(row).unwrap_or(0)),
        check: check.map(|check| check.id),
        robot: &draft.form.0.robot,
    };
    let found = store::test_calls::of_draft(&backend.pool, &of).await?;
    let tested = match row.filter(|_| found.lead.is_none()) {
        Some(row) => Err(NotTested::NoRow(row)),
        None => values::of_draft(account, &known.robots, now, &draft, found.lead.as_ref()),
    };
    let robot = known.robots.iter().find(|robot| robot.id == of.robot);
    let lead = found.lead.as_ref();
    let says = robot.zip(lead);
    let says = says.map_or_else(Vec::new, |(robot, lead)| says_with(robot, lead, mapping));
    let lead = lead.map(|lead| values::named(lead, mapping)).transpose()?;
    let said = says.iter().map(|(_, text)| text.as_str());
    record_lead(backend, caller, now, id, lead.as_ref(), said).await?;
    let values = TestValues::Row {
        draft: id.to_string(),
        version: draft.version,
        lead,
        says,
    };
    let number = parse_stored(caller.person, found.own_number.as_deref())?;
    Ok(TestCallView {
        name: draft.form.0.name.clone(),
        script: found.robot.as_ref().and_then(airudder::Robot::script),
        robot_language: robot.and_then(|robot| robot.language.clone()),
        task: draft.task_id.map(|task| task.to_string()),
        ..page(
            account,
            now,
            number.as_ref(),
            tested.map(|tested| tested.settings),
            values,
            form_key,
        )
    })
}

/// The page for a robot, with what was typed before.
///
/// # Errors
/// [`Error::NotFound`] when the account has no such robot.
pub async fn of_robot(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    robot: &str,
    line: &str,
    typed: &[TypedValue],
    form_key: CheckId,
) -> Result<TestCallView, Error> {
    caller.must(Action::See)?;
    let account = &*caller.account;
    let (record, _) = robots::detailed(backend, account.id, now, robot).await?;
    let script = airudder::Robot::script(&record.raw);
    let robot = row(record)?;
    let found = store::test_calls::of_robot(&backend.pool, account.id, caller.person).await?;
    let lines = &account.settings.lines;
    let is_line = |line: &&str| lines.iter().any(|known| known.name == *line);
    let used = [line, found.last_line.as_deref().unwrap_or_default()];
    let line = used.into_iter().find(is_line);
    let line = line.or_else(|| lines.first().map(|line| line.name.as_str()));
    let line = line.unwrap_or_default().to_owned();
    // What is typed is told about when it is sent.
    let platform = Some(account.settings.platform.as_str()).filter(|own| !own.is_empty());
    let platform = platform.unwrap_or(TO_BE_TYPED);
    let settings = values::settings_with_robot(account, &robot, now, &line, platform);
    let settings = settings.map(|(_, settings)| settings);
    let values = TestValues::Typed {
        robot: robot.id.clone(),
        line,
        lines: lines.clone(),
        inputs: inputs(account, &robot.variables, typed),
    };
    let number = parse_stored(caller.person, found.own_number.as_deref())?;
    Ok(TestCallView {
        name: robot.name,
        script,
        robot_language: robot.language,
        ..page(account, now, number.as_ref(), settings, values, form_key)
    })
}

/// What is said of any test.
fn page(
    account: &Account,
    now: Timestamp,
    number: Option<&Mobile>,
    settings: Result<TaskSettings, NotTested>,
    values: TestValues,
    form_key: CheckId,
) -> TestCallView {
    let (zone, label) = (account.zone(), account.zone_label(now));
    let confirmed = settings.as_ref().ok().into_iter();
    let confirmed = confirmed.flat_map(|settings| settings.launch_settings(now, zone, &label));
    TestCallView {
        name: String::new(),
        own_number: number.map(own_number),
        settings: confirmed.collect(),
        script: None,
        robot_language: None,
        values,
        state: match (settings, number) {
            (Err(reason), _) => TestState::Blocked {
                reason: reason.message(),
                remedy: remedy(&reason),
            },
            (Ok(_), None) => TestState::NoNumber,
            (Ok(_), Some(number)) => TestState::Ready {
                button: leads::call_now(number),
                form_key: form_key.to_string(),
                night: leads::night_warning(account.place(now)),
            },
        },
        task: None,
    }
}

fn remedy(reason: &NotTested) -> Option<LaunchRemedy> {
    match reason {
        NotTested::Settings(_) => Some(LaunchRemedy::CompleteSettings),
        NotTested::NoLead
        | NotTested::NoRow(_)
        | NotTested::ValuesOfRow(..)
        | NotTested::Values(_) => Some(LaunchRemedy::Review),
    }
}

fn says_with(robot: &RobotRow, lead: &RowRecord, mapping: &Mapping) -> Vec<(String, String)> {
    let variables = robot.variables.iter();
    variables
        .map(|variable| (variable.name.clone(), lead.text(variable.field, mapping)))
        .collect()
}

/// What is typed: the robot's variables, and the platform where the account has none.
fn inputs(account: &Account, variables: &[RobotVariable], typed: &[TypedValue]) -> Vec<TestInput> {
    let value = |field| {
        let typed = typed.iter().find(|(found, _)| *found == field);
        typed.map_or_else(String::new, |(_, value)| value.clone())
    };
    let platform = account.settings.platform.is_empty().then(|| TestInput {
        field: Field::Platform,
        label: Field::Platform.message(),
        hint: None,
        value: value(Field::Platform),
    });
    let variables = variables.iter().map(|variable| TestInput {
        field: variable.field,
        label: Message::verbatim(&variable.name),
        hint: variable.description.clone(),
        value: value(variable.field),
    });
    variables.chain(platform).collect()
}
