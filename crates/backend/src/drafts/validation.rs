//! What the leads of a draft are validated by, and the verdict as it is stored.

use std::collections::HashMap;

use futures::TryStreamExt;
use jiff::Timestamp;
use leads::states::cooldown_began;
use leads::views::{RobotRow, RobotVariable, Tally};
use leads::{
    Country, DuplicatePolicy, Field, HoldReason, LeadKind, NumberHolds, Problem, ProblemCounts,
    RobotModes, RowContext, RowRules, ValidatedLead, may_be_sent, resolve_duplicates,
};
use sqlx::PgConnection;
use sqlx::types::Json;

use crate::Backend;
use crate::accounts::Account;
use crate::do_not_call::Screening;
use crate::error::{Error, Unreadable};
use crate::ids::{DoNotCallListId, DraftId, TaskId};
use crate::store;
use crate::store::drafts::DraftRecord;
use crate::store::leads::{NewVerdict, NumberedRecord, Turn};
use crate::store::numbers::RecentWindow;

/// What leads are validated by.
#[derive(Clone, Debug)]
pub struct ValidationRules {
    pub draft: DraftId,
    pub country: Country,
    pub platform: String,
    /// `None` where the account's robots are not known.
    pub robots: Option<RobotModes>,
    /// Why rows are not held back, since a person said that they are to be called.
    pub released: Vec<HoldReason>,
    /// Whether several numbers of the list were rounded.
    pub rounded_list: bool,
    /// The fields that the task's robot says.
    pub spoken: Vec<Field>,
    /// The variables of the task's robot.
    pub variables: Vec<RobotVariable>,
    pub keep: DuplicatePolicy,
    pub leave_out_recent: bool,
    pub recent_window: RecentWindow,
    /// By what numbers on do-not-call lists are found.
    pub screening: Screening,
}

/// What others say of numbers.
#[derive(Debug, Default)]
pub struct NumberFacts {
    /// The tasks in which they were submitted recently.
    pub recent: HashMap<i64, TaskId>,
    /// The do-not-call lists that they are on.
    pub listed: HashMap<i64, DoNotCallListId>,
}

impl ValidationRules {
    /// As the account is set, for a draft that nobody has decided anything about yet; `platform` is that of the task.
    pub fn new(
        backend: &Backend,
        account: &Account,
        robots: &[RobotRow],
        now: Timestamp,
        draft: DraftId,
        platform: &str,
    ) -> ValidationRules {
        let modes: RobotModes = robots
            .iter()
            .map(|robot| (robot.id.clone(), robot.mode))
            .collect();
        ValidationRules {
            draft,
            country: account.settings.country,
            platform: platform.trim().to_owned(),
            robots: (!modes.is_empty()).then_some(modes),
            released: Vec::new(),
            rounded_list: false,
            spoken: Vec::new(),
            variables: Vec::new(),
            keep: DuplicatePolicy::default(),
            leave_out_recent: true,
            recent_window: recent_window(account, backend.sandbox, now),
            screening: Screening::of(backend, account.id),
        }
    }

    /// The same, with what was decided for the draft.
    pub fn decided_as(self, draft: &DraftRecord) -> ValidationRules {
        ValidationRules {
            keep: draft.keep(),
            leave_out_recent: draft.leave_out_recent,
            released: draft.released(),
            rounded_list: draft.numbers.0.rounded,
            recent_window: RecentWindow {
                follows: draft.follows_task,
                follows_calls: draft.follows_calls_of.map(|_| draft.id),
                ..self.recent_window
            },
            ..self
        }
    }

    /// As the account is set and the draft stands, with the platform that the form of the task has.
    pub fn of_draft(
        backend: &Backend,
        account: &Account,
        robots: &[RobotRow],
        now: Timestamp,
        draft: &DraftRecord,
    ) -> ValidationRules {
        let platform = &draft.form.0.platform;
        ValidationRules::new(backend, account, robots, now, draft.id, platform)
            .spoken(robots, &draft.form.0.robot)
            .decided_as(draft)
    }

    /// The same, for another file: nobody has seen which of its rows are held back.
    pub fn for_another_file(self) -> ValidationRules {
        ValidationRules {
            released: Vec::new(),
            // Whose calls the draft follows says nothing of another list.
            recent_window: RecentWindow {
                follows_calls: None,
                ..self.recent_window
            },
            ..self
        }
    }

    /// The same, for a task whose robot says these fields.
    pub fn spoken(self, robots: &[RobotRow], robot: &str) -> ValidationRules {
        let robot = robots.iter().find(|known| known.id == robot);
        let variables = robot.map_or(&[][..], |robot| &robot.variables);
        ValidationRules {
            spoken: variables.iter().map(|variable| variable.field).collect(),
            variables: variables.to_vec(),
            ..self
        }
    }

    pub fn rules(&self) -> RowRules<'_> {
        RowRules {
            country: self.country,
            platform: &self.platform,
            robots: self.robots.as_ref(),
            released: &self.released,
            rounded_list: self.rounded_list,
            spoken: &self.spoken,
        }
    }

    /// The verdict on a lead. `facts` are what others say of numbers.
    pub fn verdict(
        &self,
        validated: ValidatedLead,
        left_out: bool,
        duplicate_of: Option<u32>,
        facts: &NumberFacts,
    ) -> NewVerdict {
        let number = validated
            .lead
            .mobile
            .as_ref()
            .and_then(|mobile| i64::try_from(mobile.number()).ok());
        let recent_task = number.and_then(|number| facts.recent.get(&number).copied());
        let do_not_call = number.and_then(|number| facts.listed.get(&number).copied());
        let context = RowContext {
            left_out,
            ..self.context(duplicate_of, recent_task, do_not_call)
        };
        NewVerdict {
            kind: LeadKind::of(&validated.problems, context),
            duplicate_of,
            problems: validated.problems,
            number,
            recent_task,
            do_not_call,
        }
    }

    /// What decides about a lead beside its problems, for one that nobody has left out.
    fn context(
        &self,
        duplicate_of: Option<u32>,
        recent_task: Option<TaskId>,
        do_not_call: Option<DoNotCallListId>,
    ) -> RowContext {
        RowContext {
            left_out: false,
            duplicate: duplicate_of.is_some() && self.keep != DuplicatePolicy::All,
            recent: recent_task.is_some() && self.leave_out_recent,
            do_not_call: do_not_call.is_some(),
        }
    }

    /// Decides which of the leads with one number is sent, if any is; those that turn are added to the turns.
    fn turn_group(
        &self,
        group: &[NumberedRecord],
        turns: &mut Vec<Turn>,
        counts: &mut ProblemCounts,
    ) -> Result<(), Unreadable> {
        let mut holds = NumberHolds::default();
        for lead in group {
            holds.add(store::row_number(lead.row)?, &lead.problems.0);
        }
        let mut sendable = Vec::with_capacity(group.len());
        let mut told = Vec::with_capacity(group.len());
        for lead in group {
            let problems = holds.applied(&lead.problems.0);
            let may_be_called = !lead.left_out && lead.do_not_call.is_none();
            if may_be_called && may_be_sent(problems.as_ref().unwrap_or(&lead.problems.0)) {
                sendable.push(store::row_number(lead.row)?);
            }
            told.push(problems);
        }
        let mut others = resolve_duplicates(self.keep, &sendable).peekable();
        for (lead, problems) in group.iter().zip(told) {
            let row = store::row_number(lead.row)?;
            let other = others.next_if(|(sendable, _)| *sendable == row);
            let duplicate_of = other.and_then(|(_, other)| other);
            if let Some(problems) = problems.as_ref().filter(|_| !lead.left_out) {
                counts.subtract(&lead.problems.0);
                counts.add(problems);
            }
            turns.extend(self.turn(lead, duplicate_of, problems)?);
        }
        Ok(())
    }

    fn turn(
        &self,
        lead: &NumberedRecord,
        duplicate_of: Option<u32>,
        problems: Option<Vec<Problem>>,
    ) -> Result<Option<Turn>, Unreadable> {
        let from = lead.kind;
        let told = problems.as_ref().unwrap_or(&lead.problems.0);
        let context = RowContext {
            left_out: lead.left_out,
            ..self.context(duplicate_of, lead.recent_task, lead.do_not_call)
        };
        let to = LeadKind::of(told, context);
        let before = lead.duplicate_of.map(store::row_number).transpose()?;
        let is_new = from != to || before != duplicate_of || problems.is_some();
        Ok(is_new.then_some(Turn {
            row: lead.row,
            from,
            to,
            duplicate_of,
            problems: problems.map(Json),
        }))
    }
}

/// Since when numbers count as submitted recently.
pub fn recent_window(account: &Account, sandbox: bool, now: Timestamp) -> RecentWindow {
    let began = cooldown_began(account.settings.cooldown_days, now, account.zone());
    RecentWindow {
        account: account.id,
        // Without a cooldown nothing counts, not even what is planned for later.
        since: began.unwrap_or(Timestamp::MAX),
        sandbox,
        follows: None,
        follows_calls: None,
    }
}

/// Numbers that are asked for at once. With many more of them the database reads every number that was submitted recently
/// rather than to look each of them up: beside a million, 10,000 took 340 ms, and 1,000 took 4 ms.
const NUMBERS_AT_ONCE: usize = 1_000;

/// Of those numbers, the ones that were submitted recently, with the task.
pub async fn recently_submitted(
    connection: &mut PgConnection,
    recent_window: RecentWindow,
    numbers: &[i64],
) -> Result<HashMap<i64, TaskId>, Error> {
    let mut recent = HashMap::new();
    for numbers in numbers.chunks(NUMBERS_AT_ONCE) {
        recent.extend(store::numbers::submitted(connection, recent_window, numbers).await?);
    }
    Ok(recent)
}

/// Decides anew which of the leads with the same number is sent, and which are held back because another row says not to
/// call the number: for those numbers, or for all of them. The rows that turned; the counts are kept true.
pub async fn resolve_stored_duplicates(
    connection: &mut PgConnection,
    validation: &ValidationRules,
    numbers: Option<&[i64]>,
    (tally, problems): (&mut Tally, &mut ProblemCounts),
) -> Result<Vec<u32>, Error> {
    let mut leads = store::leads::numbered(connection, validation.draft, numbers);
    let (mut turns, mut group) = (Vec::new(), Vec::<NumberedRecord>::new());
    while let Some(lead) = leads.try_next().await? {
        if group
            .first()
            .is_some_and(|first| first.number != lead.number)
        {
            validation.turn_group(&group, &mut turns, problems)?;
            group.clear();
        }
        group.push(lead);
    }
    validation.turn_group(&group, &mut turns, problems)?;
    drop(leads);
    for turn in &turns {
        tally.turn(turn.from, turn.to);
    }
    if !turns.is_empty() {
        store::leads::turn(connection, validation.draft, &turns).await?;
    }
    let rows = turns.iter().map(|turn| store::row_number(turn.row));
    Ok(rows.collect::<Result<_, _>>()?)
}
