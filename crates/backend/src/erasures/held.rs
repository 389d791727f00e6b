//! What is held of a number.

use std::collections::{BTreeMap, BTreeSet};

use leads::states::BatchState;
use localization::Message;
use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::Wanted;
use crate::accounts::{self, Account};
use crate::error::Error;
use crate::ids::{DraftId, TaskId};
use crate::messages::held_data;
use crate::store::batches::BatchRecord;
use crate::store::erasures::{self as stored, HitCall, HitRow};
use crate::{Backend, store};

/// A list that names the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldList {
    /// Its draft.
    pub draft: DraftId,
    /// The task that was made of it.
    pub task: Option<TaskId>,
    /// The name of the task, or of the draft.
    pub name: String,
    /// Its rows that name the number.
    pub rows: u64,
}

/// A batch with the number that AIRudder has, or may have, as AIRudder knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldBatch {
    /// Its name there.
    pub name: String,
    /// Its id there; nothing where it is not known whether AIRudder has it.
    pub id: Option<String>,
}

/// What one account holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldInAccount {
    /// The account's name.
    pub account: String,
    /// Drafts and tasks.
    pub lists: Vec<HeldList>,
    /// Calls of the number that are over.
    pub calls: u64,
    /// Calls that may still be going on: AIRudder is asked to cancel them.
    pub open_calls: u64,
    /// Submissions of the number that the cooldown knows.
    pub numbers: u64,
    /// Uploaded files that are kept with drafts.
    pub files: u64,
    /// Edit steps that name it.
    pub steps: u64,
    /// Words of AIRudder that name it.
    pub words: u64,
    /// Pushes of AIRudder that name it.
    pub pushes: u64,
    /// Batches with it of which nobody knows whether AIRudder has them.
    pub unclear: u64,
    /// Batches with it that AIRudder has, and those; none in receipts of earlier versions.
    #[serde(default)]
    pub batches: Vec<HeldBatch>,
    /// Leads of other numbers that name it, in batches which are not sent yet: they are left out of those.
    #[serde(default)]
    pub others: u64,
}

/// How many there are of something, and what is said of so many.
type Counted = (u64, fn(u64) -> Message);

impl HeldInAccount {
    /// Rows of lists.
    pub fn rows(&self) -> u64 {
        self.lists.iter().map(|list| list.rows).sum()
    }

    /// Everything beside the lists, each as a sentence without a full stop; what there is none of is left out.
    pub fn beside(&self) -> Vec<Message> {
        let counted: [Counted; 8] = [
            (self.others, held_data::others),
            (self.calls, held_data::calls),
            (self.open_calls, held_data::open_calls),
            (self.numbers, held_data::numbers),
            (self.files, held_data::files),
            (self.steps, held_data::steps),
            (self.words, held_data::texts),
            (self.pushes, held_data::pushes),
        ];
        let counted = counted.into_iter().filter(|(count, _)| *count > 0);
        counted.map(|(count, words)| words(count)).collect()
    }

    fn is_empty(&self) -> bool {
        self.lists.is_empty() && self.beside().is_empty()
    }
}

/// Everything that was found in one account.
pub(super) struct Hits {
    pub account: Account,
    pub rows: Vec<HitRow>,
    pub calls: Vec<HitCall>,
    pub held: HeldInAccount,
    /// Of the numbers that are held, those that stay only until calls are over that an erasure has found already.
    numbers_to_erase: u64,
}

impl Hits {
    /// What no erasure has found before: calls that are open stay with their numbers until the last answer about them. `None` where that is
    /// nothing.
    pub fn newly_held(&self) -> Option<HeldInAccount> {
        let calls = self.calls.iter().filter(|call| !call.is_to_erase);
        let (open, over): (Vec<&HitCall>, Vec<&HitCall>) = calls.partition(|call| call.is_open);
        let held = HeldInAccount {
            calls: over.len() as u64,
            open_calls: open.len() as u64,
            numbers: self.held.numbers - self.numbers_to_erase,
            ..self.held.clone()
        };
        (!held.is_empty()).then_some(held)
    }

    /// Rows of submitted lists, by task.
    pub fn submitted(&self) -> Vec<(TaskId, i32)> {
        let rows = self.rows.iter();
        rows.filter_map(|row| Some((row.task_id?, row.row)))
            .collect()
    }

    /// The rows of each draft.
    pub fn by_draft(&self) -> BTreeMap<DraftId, Vec<&HitRow>> {
        let mut drafts: BTreeMap<DraftId, Vec<&HitRow>> = BTreeMap::new();
        for row in &self.rows {
            drafts.entry(row.draft_id).or_default().push(row);
        }
        drafts
    }

    /// The drafts, each with the task that was made of it.
    pub fn tasks_by_draft(&self) -> BTreeMap<DraftId, Option<TaskId>> {
        self.rows
            .iter()
            .map(|row| (row.draft_id, row.task_id))
            .collect()
    }

    /// The calling codes that numbers of the account's lists may lack.
    pub fn calling_codes(&self) -> Vec<String> {
        calling_codes(&self.account)
    }
}

pub(super) fn calling_codes(account: &Account) -> Vec<String> {
    leads::calling_code_of(account.settings.country)
        .into_iter()
        .collect()
}

/// What each account holds, without those that hold nothing.
pub(super) async fn in_all_accounts(
    backend: &Backend,
    wanted: Wanted,
) -> Result<Vec<HeldInAccount>, Error> {
    let mut held = Vec::new();
    for account in backend.each_account().await? {
        let mut transaction = account.pool.begin().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        held.extend(
            hits(&account, &mut transaction, wanted)
                .await?
                .map(|hits| hits.held),
        );
    }
    Ok(held)
}

/// What the account of the backend holds; `None` where that is nothing.
pub(super) async fn hits(
    backend: &Backend,
    connection: &mut PgConnection,
    wanted: Wanted,
) -> Result<Option<Hits>, Error> {
    let Some(id) = backend.account else {
        return Ok(None);
    };
    let account = accounts::by_id(backend, id).await?;
    let pattern = wanted.pattern();
    let mut rows = stored::rows(connection, wanted.number, &pattern).await?;
    let codes = calling_codes(&account);
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    rows.retain(|row| row.number == Some(wanted.number) || names(row, wanted, &codes));
    let calls = stored::calls(connection, wanted.number).await?;
    let drafts: Vec<DraftId> = rows.iter().map(|row| row.draft_id).collect();
    let others = stored::count_others(connection, wanted.number, &pattern, &drafts).await?;
    let open = calls.iter().filter(|call| call.is_open).count() as u64;
    let count = |count: i64| count.unsigned_abs();
    let mut hits = Hits {
        held: HeldInAccount {
            account: account.settings.name.clone(),
            lists: lists(&rows),
            calls: calls.len() as u64 - open,
            open_calls: open,
            numbers: count(others.numbers),
            files: count(others.files),
            steps: count(others.steps),
            words: count(others.words),
            pushes: count(others.pushes),
            unclear: 0,
            batches: Vec::new(),
            others: 0,
        },
        account,
        rows,
        calls,
        numbers_to_erase: count(others.numbers_to_erase),
    };
    if hits.held.is_empty() {
        return Ok(None);
    }
    look_at_batches(connection, &mut hits, wanted).await?;
    Ok(Some(hits))
}

impl HitRow {
    /// Whether the whole row is of the person, and does not only name the number.
    pub(super) fn is_of(&self, wanted: Wanted) -> bool {
        self.number.is_none_or(|number| number == wanted.number)
    }
}

/// Whether a text of the row spells the number.
fn names(row: &HitRow, wanted: Wanted, codes: &[&str]) -> bool {
    let fixes = row.mended.iter().flat_map(|edits| edits.0.texts());
    let cells = row.cells.iter().map(String::as_str);
    cells.chain(fixes).any(|text| wanted.is_in(text, codes))
}

fn lists(rows: &[HitRow]) -> Vec<HeldList> {
    let mut lists: BTreeMap<DraftId, HeldList> = BTreeMap::new();
    for row in rows {
        let list = lists.entry(row.draft_id).or_insert_with(|| HeldList {
            draft: row.draft_id,
            task: row.task_id,
            name: row.name.clone(),
            rows: 0,
        });
        list.rows += 1;
    }
    lists.into_values().collect()
}

/// Looks which batches with the number the provider has or may have, and whose leads are left out of those that it does not have.
async fn look_at_batches(
    connection: &mut PgConnection,
    hits: &mut Hits,
    wanted: Wanted,
) -> Result<(), Error> {
    let tasks = hits.rows.iter().filter_map(|row| row.task_id);
    // Of a call the row may be erased already.
    let tasks: BTreeSet<TaskId> = tasks
        .chain(hits.calls.iter().map(|call| call.task_id))
        .collect();
    for task in tasks {
        for batch in store::batches::of_task(connection, task).await? {
            let state = batch.state()?;
            let rows: Vec<&HitRow> = hits.rows.iter().filter(|row| is_in(row, &batch)).collect();
            let sent = || rows.iter().filter(|row| row.is_sent);
            let is_called = || hits.calls.iter().any(|call| is_call_of(call, &batch));
            let is_created = state == BatchState::Created;
            let is_unclear = !is_created && batch.is_unconfirmed() && !rows.is_empty();
            let is_held = is_created && (sent().next().is_some() || is_called());
            if !batch.is_unconfirmed() && may_be_sent(state) {
                let others = sent().filter(|row| !row.is_of(wanted));
                hits.held.others += others.count() as u64;
            }
            hits.held.unclear += u64::from(is_unclear);
            if is_unclear || is_held {
                hits.held.batches.push(HeldBatch {
                    name: batch.provider_name,
                    id: batch.provider_task_id,
                });
            }
        }
    }
    Ok(())
}

/// Whether a batch that the provider does not have may still be sent.
const fn may_be_sent(state: BatchState) -> bool {
    matches!(
        state,
        BatchState::Waiting | BatchState::NotSent | BatchState::Stopped
    )
}

fn is_in(row: &HitRow, batch: &BatchRecord) -> bool {
    row.task_id == Some(batch.task_id) && (batch.first_row..=batch.last_row).contains(&row.row)
}

fn is_call_of(call: &HitCall, batch: &BatchRecord) -> bool {
    (call.task_id, call.part) == (batch.task_id, batch.number)
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn what_is_held_is_counted_in_the_language_of_the_reader() {
        let held = HeldInAccount {
            calls: 1,
            numbers: 2_310,
            ..HeldInAccount::default()
        };
        let told = |language| {
            let beside = held.beside().into_iter();
            beside.map(|held| held.text(language)).collect::<Vec<_>>()
        };
        assert_eq!(
            told(Language::English),
            ["1 call that is over", "2,310 numbers kept for the cooldown"]
        );
        assert_eq!(
            told(Language::Spanish),
            [
                "1 llamada terminada",
                "2,310 números guardados para el periodo de espera"
            ]
        );
        assert_eq!(
            told(Language::Indonesian)[1],
            "2.310 nomor yang disimpan untuk masa jeda"
        );
    }
}
