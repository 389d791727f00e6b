//! What a test is made from: the settings, and the lead in whose place the person is called.

use jiff::Timestamp;
use leads::views::{FirstLead, RobotRow, TaskForm};
use leads::{Field, Lead, Mapping, Mobile, NotTested, Row, RowMarks, RowRules, TaskSettings};

use super::TypedValue;
use crate::accounts::Account;
use crate::drafts::validate_test_form;
use crate::error::{Error, Unreadable};
use crate::ids::DraftId;
use crate::store;
use crate::store::drafts::DraftRecord;
use crate::store::rows::RowRecord;

/// What stands in the file of a test that has none.
const NO_FILE: &str = "";

/// What is tested, validated.
pub(super) struct Tested {
    /// The draft that it comes from, where it comes from one.
    pub draft: Option<DraftId>,
    pub form: TaskForm,
    pub settings: TaskSettings,
    /// Without a number.
    pub lead: Lead,
    /// The row of the list.
    pub row: i32,
    pub file_name: String,
    pub file_digest: Vec<u8>,
}

impl From<NotTested> for Error {
    fn from(reason: NotTested) -> Error {
        Error::Conflict(reason.message())
    }
}

/// A test of a draft with the values of that row.
pub(super) fn of_draft(
    account: &Account,
    robots: &[RobotRow],
    now: Timestamp,
    draft: &DraftRecord,
    lead: Option<&RowRecord>,
) -> Result<Tested, NotTested> {
    let form = leads::test_form(&draft.form.0);
    let settings = validate_test_form(account, robots, now, &form).map_err(NotTested::Settings)?;
    let record = lead.ok_or(NotTested::NoLead)?;
    let none = Mapping::default();
    let mapping = draft.mapping.as_ref().map_or(&none, |mapping| &mapping.0);
    let modes = robots.iter().map(|robot| (robot.id.clone(), robot.mode));
    let modes = modes.collect();
    let rules = RowRules {
        robots: Some(&modes),
        platform: &settings.platform,
        ..RowRules::of_country(account.settings.country)
    };
    let row = Row {
        cells: &record.cells,
        edits: &record.edits(),
        marks: &RowMarks::NONE,
    };
    let lead = leads::lead_without_number(leads::validate_row(&row, mapping, &rules));
    let in_row = |told| NotTested::ValuesOfRow(record.row.unsigned_abs(), told);
    Ok(Tested {
        draft: Some(draft.id),
        lead: lead.map_err(in_row)?,
        form,
        settings,
        row: record.row,
        file_name: draft.file_name.clone().unwrap_or_default(),
        file_digest: draft.file_digest.clone().unwrap_or_default(),
    })
}

/// A test of a robot with values that were typed.
pub(super) fn of_robot(
    account: &Account,
    robot: &RobotRow,
    now: Timestamp,
    line: &str,
    values: &[TypedValue],
) -> Result<Tested, NotTested> {
    let typed = values.iter().find(|(field, _)| *field == Field::Platform);
    let platform = typed.map_or(&account.settings.platform, |(_, typed)| typed);
    let (form, settings) = settings_with_robot(account, robot, now, line, platform)?;
    let rules = RowRules {
        platform: &settings.platform,
        ..RowRules::of_country(account.settings.country)
    };
    let lead = leads::lead_of_values(values, &rules).map_err(NotTested::Values)?;
    Ok(Tested {
        draft: None,
        form,
        settings,
        lead,
        row: 1,
        file_name: NO_FILE.to_owned(),
        file_digest: Vec::new(),
    })
}

/// The settings of a test of a robot.
pub(super) fn settings_with_robot(
    account: &Account,
    robot: &RobotRow,
    now: Timestamp,
    line: &str,
    platform: &str,
) -> Result<(TaskForm, TaskSettings), NotTested> {
    let form = leads::test_form(&TaskForm {
        name: robot.name.clone(),
        robot: robot.id.clone(),
        line: line.to_owned(),
        platform: platform.to_owned(),
        ..TaskForm::default()
    });
    let settings = validate_test_form(account, std::slice::from_ref(robot), now, &form);
    Ok((form, settings.map_err(NotTested::Settings)?))
}

/// The row as the page names it.
pub(super) fn named(record: &RowRecord, mapping: &Mapping) -> Result<FirstLead, Unreadable> {
    Ok(FirstLead {
        row: store::row_number(record.row)?,
        customer: record.text(Field::Customer, mapping),
    })
}

/// The one lead of a test as it is stored, so that it says for that number what the lead says.
pub(super) struct StoredLead {
    pub record: RowRecord,
    pub headers: Vec<String>,
    pub mapping: Mapping,
}

impl StoredLead {
    pub fn of(tested: &Tested, number: &Mobile) -> StoredLead {
        let sheet = leads::TestSheet::of_lead(&tested.lead, number);
        StoredLead {
            record: RowRecord {
                row: tested.row,
                cells: sheet.cells,
                edits: None,
                left_out: false,
                marks: None,
            },
            headers: sheet.headers,
            mapping: sheet.mapping,
        }
    }
}
