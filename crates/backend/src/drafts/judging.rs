//! What the leads of a draft are judged by, and the verdict as it is stored.

use std::collections::HashMap;

use futures::TryStreamExt;
use jiff::{SignedDuration, Timestamp};
use leads::views::{RobotRow, RobotVariable, Tally};
use leads::{
    Country, DuplicatePolicy, Fault, FaultCounts, Field, HoldReason, JudgedLead, LeadKind,
    NumberHolds, RobotModes, RowRules, Standing, may_be_sent, same_number,
};
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

use crate::accounts::Account;
use crate::error::{Error, Unreadable};
use crate::store;
use crate::store::drafts::DraftRecord;
use crate::store::leads::{NewVerdict, NumberedRecord, Turn};
use crate::store::numbers::Lately;

/// What leads are judged by.
#[derive(Clone, Debug)]
pub struct Judging {
    pub draft: Uuid,
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
    pub lately: Lately,
}

impl Judging {
    /// As the account is set, for a draft that nobody has decided anything about yet; `platform` is that of the task.
    pub fn new(
        account: &Account,
        sandbox: bool,
        robots: &[RobotRow],
        now: Timestamp,
        draft: Uuid,
        platform: &str,
    ) -> Judging {
        let modes: RobotModes = robots
            .iter()
            .map(|robot| (robot.id.clone(), robot.mode))
            .collect();
        Judging {
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
            lately: lately(account, sandbox, now),
        }
    }

    /// The same, with what was decided for the draft.
    pub fn decided_as(self, draft: &DraftRecord) -> Judging {
        Judging {
            keep: draft.keep(),
            leave_out_recent: draft.leave_out_recent,
            released: draft.released(),
            rounded_list: draft.numbers.0.rounded,
            ..self
        }
    }

    /// As the account is set and the draft stands, with the platform that the form of the task has.
    pub fn of_draft(
        account: &Account,
        sandbox: bool,
        robots: &[RobotRow],
        now: Timestamp,
        draft: &DraftRecord,
    ) -> Judging {
        let platform = &draft.form.0.platform;
        Judging::new(account, sandbox, robots, now, draft.id, platform)
            .spoken(robots, &draft.form.0.robot)
            .decided_as(draft)
    }

    /// The same, for another file: nobody has seen which of its rows are held back.
    pub fn for_another_file(self) -> Judging {
        Judging {
            released: Vec::new(),
            ..self
        }
    }

    /// The same, for a task whose robot says these fields.
    pub fn spoken(self, robots: &[RobotRow], robot: &str) -> Judging {
        let robot = robots.iter().find(|known| known.id == robot);
        let variables = robot.map_or(&[][..], |robot| &robot.variables);
        Judging {
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

    /// The verdict on a lead. `recent` tells in which task a number was submitted lately.
    pub fn verdict(
        &self,
        judged: JudgedLead,
        left_out: bool,
        duplicate_of: Option<u32>,
        recent: &HashMap<i64, Uuid>,
    ) -> NewVerdict {
        let number = judged
            .lead
            .mobile
            .as_ref()
            .and_then(|mobile| i64::try_from(mobile.number()).ok());
        let recent_task = number.and_then(|number| recent.get(&number).copied());
        NewVerdict {
            kind: self.kind(&judged.faults, left_out, duplicate_of, recent_task),
            duplicate_of,
            faults: judged.faults,
            number,
            recent_task,
        }
    }

    fn kind(
        &self,
        faults: &[Fault],
        left_out: bool,
        duplicate_of: Option<u32>,
        recent_task: Option<Uuid>,
    ) -> LeadKind {
        let standing = Standing {
            left_out,
            duplicate: duplicate_of.is_some() && self.keep != DuplicatePolicy::All,
            recent: recent_task.is_some() && self.leave_out_recent,
        };
        LeadKind::of(faults, standing)
    }

    /// Decides which of the leads with one number is sent, if any is; those that turn are added to the turns.
    fn turn_group(
        &self,
        group: &[NumberedRecord],
        turns: &mut Vec<Turn>,
        counts: &mut FaultCounts,
    ) -> Result<(), Unreadable> {
        let mut holds = NumberHolds::default();
        for lead in group {
            holds.add(store::row_number(lead.row)?, &lead.faults.0);
        }
        let mut sendable = Vec::with_capacity(group.len());
        let mut told = Vec::with_capacity(group.len());
        for lead in group {
            let faults = holds.applied(&lead.faults.0);
            if !lead.left_out && may_be_sent(faults.as_ref().unwrap_or(&lead.faults.0)) {
                sendable.push(store::row_number(lead.row)?);
            }
            told.push(faults);
        }
        let mut others = same_number(self.keep, &sendable).peekable();
        for (lead, faults) in group.iter().zip(told) {
            let row = store::row_number(lead.row)?;
            let other = others.next_if(|(sendable, _)| *sendable == row);
            let duplicate_of = other.and_then(|(_, other)| other);
            if let Some(faults) = faults.as_ref().filter(|_| !lead.left_out) {
                counts.subtract(&lead.faults.0);
                counts.add(faults);
            }
            turns.extend(self.turn(lead, duplicate_of, faults)?);
        }
        Ok(())
    }

    fn turn(
        &self,
        lead: &NumberedRecord,
        duplicate_of: Option<u32>,
        faults: Option<Vec<Fault>>,
    ) -> Result<Option<Turn>, Unreadable> {
        let from = lead.kind;
        let told = faults.as_ref().unwrap_or(&lead.faults.0);
        let to = self.kind(told, lead.left_out, duplicate_of, lead.recent_task);
        let before = lead.duplicate_of.map(store::row_number).transpose()?;
        let is_new = from != to || before != duplicate_of || faults.is_some();
        Ok(is_new.then_some(Turn {
            row: lead.row,
            from,
            to,
            duplicate_of,
            faults: faults.map(Json),
        }))
    }
}

/// Since when numbers count as submitted lately.
pub fn lately(account: &Account, sandbox: bool, now: Timestamp) -> Lately {
    let quiet = SignedDuration::from_hours(24 * i64::from(account.settings.quiet_days));
    let since = match account.settings.quiet_days {
        // Nothing counts then, not even what is planned for later.
        0 => Timestamp::MAX,
        _ => now.checked_sub(quiet).unwrap_or(Timestamp::MIN),
    };
    Lately {
        account: account.id,
        since,
        sandbox,
    }
}

/// Numbers that are asked for at once. With many more of them the database reads every number that was submitted lately
/// rather than to look each of them up: beside a million, 10,000 took 340 ms, and 1,000 took 4 ms.
const NUMBERS_AT_ONCE: usize = 1_000;

/// Of those numbers, the ones that were submitted lately, with the task.
pub async fn recently_submitted(
    connection: &mut PgConnection,
    lately: Lately,
    numbers: &[i64],
) -> Result<HashMap<i64, Uuid>, Error> {
    let mut recent = HashMap::new();
    for numbers in numbers.chunks(NUMBERS_AT_ONCE) {
        recent.extend(store::numbers::submitted(connection, lately, numbers).await?);
    }
    Ok(recent)
}

/// Decides anew which of the leads with the same number is sent, and which are held back because another row says not to
/// call the number: for those numbers, or for all of them. The rows that turned; the counts are kept true.
pub async fn settle(
    connection: &mut PgConnection,
    judging: &Judging,
    numbers: Option<&[i64]>,
    (tally, faults): (&mut Tally, &mut FaultCounts),
) -> Result<Vec<u32>, Error> {
    let mut leads = store::leads::numbered(connection, judging.draft, numbers);
    let (mut turns, mut group) = (Vec::new(), Vec::<NumberedRecord>::new());
    while let Some(lead) = leads.try_next().await? {
        if group
            .first()
            .is_some_and(|first| first.number != lead.number)
        {
            judging.turn_group(&group, &mut turns, faults)?;
            group.clear();
        }
        group.push(lead);
    }
    judging.turn_group(&group, &mut turns, faults)?;
    drop(leads);
    for turn in &turns {
        tally.turn(turn.from, turn.to);
    }
    if !turns.is_empty() {
        store::leads::turn(connection, judging.draft, &turns).await?;
    }
    let rows = turns.iter().map(|turn| store::row_number(turn.row));
    Ok(rows.collect::<Result<_, _>>()?)
}
