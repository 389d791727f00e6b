//! What is sent to the provider for one batch, built from the stored cells alone.
//!
//! Architecture invariant: the check and the submission build their payload here and nowhere else; the digest taken at the
//! check is compared before the submission goes out, so that what is submitted is what was checked.

use airudder::detail_errors::{SentLead, match_errors as tie_errors};
use airudder::{CreateTask, Detail, Perform, RobotMethod, TaskAnswer};
use leads::{Country, Gender, Lead, Mapping, Row, RowMarks, RowRules, Schedule, TaskSettings};
use localization::Message;
use sha2::{Digest, Sha256};

use crate::ids::DraftId;
use crate::messages;
use crate::store::checks::CheckRecord;
use crate::store::rows::RowRecord;

/// One batch, ready to be sent.
pub(crate) struct Payload {
    /// The call: a check, until the caller sets what else is to be performed.
    pub task: CreateTask,
    /// The row of each detail, in their order.
    pub rows: Vec<i32>,
    /// SHA-256 of the body of the check, byte for byte: the same for what is submitted afterwards.
    pub digest: Vec<u8>,
}

/// Everything but the leads that decides what is sent.
pub(crate) struct PayloadInputs<'a> {
    pub name: &'a str,
    pub settings: &'a TaskSettings,
    pub mapping: &'a Mapping,
    pub country: Country,
    /// The batch's number, from 1: its window may start later than that of the batch before.
    pub batch: u32,
    /// The draft whose leads get a reference where they have no note; `None` where they get none.
    pub references: Option<DraftId>,
}

impl<'a> PayloadInputs<'a> {
    /// What a batch is sent as, by its check.
    pub fn of_check(check: &'a CheckRecord, name: &'a str, batch: u32) -> PayloadInputs<'a> {
        PayloadInputs {
            name,
            settings: &check.settings.0,
            mapping: &check.mapping.0,
            country: check.country,
            batch,
            references: check.with_references.then_some(check.draft_id),
        }
    }
}

/// Builds the payload of those leads.
pub(crate) fn build(inputs: &PayloadInputs<'_>, leads: Vec<RowRecord>) -> Payload {
    let settings = inputs.settings;
    let rules = RowRules {
        platform: &settings.platform,
        // Only the lead is needed here, not what is to be said of it.
        ..RowRules::of_country(inputs.country)
    };
    let mut rows = Vec::with_capacity(leads.len());
    let mut details = Vec::with_capacity(leads.len());
    for lead in leads {
        let reference = inputs.references.map(|draft| reference(draft, lead.row));
        rows.push(lead.row);
        let row = Row {
            cells: &lead.cells,
            edits: &lead.edits(),
            marks: &RowMarks::NONE,
        };
        let lead = leads::validate_row(&row, inputs.mapping, &rules).lead;
        details.push(detail(lead, reference));
    }
    let schedule = match settings.schedule_of_batch(inputs.batch) {
        Schedule::Now => airudder::Schedule::Immediately,
        Schedule::Later { start, end } => airudder::Schedule::Window {
            start: leads::wire_time(start),
            end: leads::wire_time(end),
        },
    };
    let method = if crate::drafts::is_group(settings.robot_mode) {
        RobotMethod::Group
    } else {
        RobotMethod::Single
    };
    let task = CreateTask {
        task_name: inputs.name.to_owned(),
        schedule,
        robot_id: settings.robot_id.clone(),
        sip_line: settings.line.clone(),
        repeat_interval: settings.redial_minutes,
        repeat_number: settings.redials,
        task_type: CreateTask::PROMOTION.to_owned(),
        perform: Perform::CheckOnly,
        robot_method: Some(method),
        async_create: settings.asynchronous.then_some(true),
        dnc_switch: settings.do_not_call.then_some(true),
        details,
    };
    let digest = Sha256::digest(task.body()).to_vec();
    Payload { task, rows, digest }
}

/// What stands for the note of a lead that has none: the same each time the batch is built.
pub(crate) fn reference(draft: DraftId, row: i32) -> String {
    // A row has a number from 1 on.
    leads::results::reference::reference(draft.as_bytes(), row.unsigned_abs())
}

fn detail(lead: Lead, reference: Option<String>) -> Detail {
    let given = |text: String| (!text.is_empty()).then_some(text);
    Detail {
        mobile: lead
            .mobile
            .map(|mobile| mobile.as_str().to_owned())
            .unwrap_or_default(),
        platform: lead.platform,
        customer: given(lead.customer),
        comments: given(lead.comments).or(reference),
        robot_id: given(lead.robot_id),
        gender: lead.gender.map(|gender| match gender {
            Gender::Male => airudder::Gender::Male,
            Gender::Female => airudder::Gender::Female,
        }),
        extra_a: given(lead.extra_a),
        extra_b: given(lead.extra_b),
        extra_c: given(lead.extra_c),
    }
}

impl Payload {
    /// The number of each detail, in their order; 0 where a detail has none, which no batch has.
    pub fn numbers(&self) -> Vec<i64> {
        let digits = |detail: &Detail| detail.mobile.trim_start_matches('+').parse().unwrap_or(0);
        self.task.details.iter().map(digits).collect()
    }

    /// The same with those of its leads alone: for a check, since the digest stays that of the whole.
    pub fn with_leads(mut self, places: std::ops::Range<usize>) -> Payload {
        self.rows = self.rows.get(places.clone()).unwrap_or_default().to_vec();
        self.task.details.truncate(places.end);
        self.task
            .details
            .drain(..places.start.min(self.task.details.len()));
        self
    }
}

/// The provider's verdicts on single leads, tied to their rows; what fits no row for certain is kept as words.
pub(crate) struct Verdicts {
    pub refused: Vec<(i32, String)>,
    pub words: Vec<Message>,
    /// What it says of leads that it does not name.
    pub unnamed: Vec<String>,
}

/// Ties the provider's verdicts to the rows of the payload.
///
/// What the provider says of the whole task beside them counts only where it names no lead: otherwise it only announces them.
pub(crate) fn match_errors(payload: &Payload, answer: &TaskAnswer) -> Verdicts {
    let errors = &answer.detail_errors;
    let sent: Vec<_> = payload
        .task
        .details
        .iter()
        .map(|detail| SentLead {
            mobile: &detail.mobile,
            comments: detail.comments.as_deref().unwrap_or_default(),
        })
        .collect();
    let matched = tie_errors(&sent, errors);
    let announced = answer
        .refusal
        .as_ref()
        .filter(|_| matched.refused.is_empty())
        .map(|refusal| messages::provider::refused(&refusal.message));
    let unnamed = matched.unmatched.iter().map(|error| error.msg.clone());
    let unnamed = unnamed.collect();
    let unmatched = matched
        .unmatched
        .into_iter()
        .map(|error| messages::batch_words::of_some_lead(error.msg));
    Verdicts {
        words: announced.into_iter().chain(unmatched).collect(),
        unnamed,
        refused: matched
            .refused
            .into_iter()
            .map(|(index, error)| (payload.rows[index], error.msg))
            .collect(),
    }
}
