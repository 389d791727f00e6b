//! What a person has to decide or to know of a draft's list: questions about the columns and their answers, rows that are held
//! back, the country of its numbers.

use jiff::Timestamp;
use leads::views::{
    CandidateView, HeldBackView, ListCountryView, QuestionView, RobotVariable, header_at,
};
use leads::{Action, Country, Field, HoldReason, Mapping, Question, SourceChoice};

use super::draft_edit::DraftEdit;
use super::intake::{self, Matched};
use super::{robot_variables, whole_list};
use crate::accounts::Account;
use crate::error::Error;
use crate::ids::DraftId;
use crate::store::drafts::DraftRecord;
use crate::{Backend, Caller, accounts, messages, store};

/// Rows that are looked through for samples, and the samples that are shown of a column.
pub(super) const LOOKED_THROUGH: i64 = 20;
const SAMPLES: usize = 3;

/// The longest sample that is shown, in characters.
pub(super) const MAX_SAMPLE_LENGTH: usize = 40;

/// Answers questions about the columns, and validates every lead by them. The answers are remembered for the next sheet with these
/// headers.
///
/// # Errors
/// [`Error::Problems`] where an answer cannot be followed, [`Error::Conflict`] where the draft is no longer at `version`.
pub async fn answer(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    version: i64,
    answers: &[(Field, SourceChoice)],
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    let account = accounts::of(backend, caller).await?;
    let robot = super::open_draft(backend, caller, id).await?.form.0.robot;
    let variables = robot_variables(backend, &account, now, &robot).await?;
    let (backend, caller, answers) = (backend.clone(), caller.clone(), answers.to_vec());
    let answered = whole_list::run(backend.clone(), |given_up| async move {
        let mut edit = DraftEdit::open_whole_at(&backend, &caller, now, id, version).await?;
        let before = Matched::as_it_stands(&edit.draft)?;
        let mut mapping = before.mapping;
        for (field, choice) in &answers {
            let answered = mapping.with_answer(*field, choice, before.headers.len());
            mapping = answered.map_err(Error::Problems)?;
        }
        let fingerprint = intake::fingerprint(&before.headers, &variables);
        let transaction = &mut edit.transaction;
        store::matches::remember(transaction, now, account.id, &fingerprint, &mapping).await?;
        let matched = Matched {
            headers: before.headers,
            mapping,
            remembered_at: None,
        };
        edit.validate_all(&backend, now, matched, given_up).await?;
        Ok(())
    });
    answered.await
}

/// What is asked of a draft, and what is offered, with samples of the cells.
pub(super) struct Asked {
    pub questions: Vec<QuestionView>,
    pub fallback: Option<CandidateView>,
}

impl Asked {
    /// `first` are the cells of the first rows, at most [`LOOKED_THROUGH`] of them.
    pub fn of_draft(
        draft: &DraftRecord,
        first: &[Vec<String>],
        mapping: &Mapping,
        variables: &[RobotVariable],
    ) -> Asked {
        let headers = draft.headers.as_deref().unwrap_or_default();
        let candidate = |column: usize| CandidateView {
            column,
            header: header_at(headers, column),
            samples: samples(first, column),
        };
        let question = |question: &Question| match question {
            Question::Column { field, candidates } => QuestionView::Column {
                field: *field,
                candidates: candidates.iter().map(|column| candidate(*column)).collect(),
            },
            Question::Variables { fields, near } => QuestionView::Variables {
                fields: fields
                    .iter()
                    .map(|field| (*field, leads::field_name(*field, variables)))
                    .collect(),
                near: near
                    .iter()
                    .map(|(field, column)| (*field, candidate(*column)))
                    .collect(),
            },
        };
        Asked {
            questions: mapping.questions().iter().map(question).collect(),
            fallback: mapping.fallback().map(candidate),
        }
    }
}

/// The rows that are held back, and those that a person has released, by their reasons.
pub(super) fn held_back(draft: &DraftRecord) -> Vec<HeldBackView> {
    let released = draft.released();
    let view = |reason: HoldReason| {
        let is_called = released.contains(&reason);
        let key = format!("{}.{}", Field::Mobile.key(), reason.key());
        let count = draft.problem_counts.0.of(&key);
        (is_called || count > 0).then_some(HeldBackView {
            reason,
            count,
            is_called,
        })
    };
    HoldReason::ALL.into_iter().filter_map(view).collect()
}

/// Reads the numbers of a draft as those of that country; `None` for that of the account. Every lead is validated by it.
///
/// # Errors
/// [`Error::Conflict`] for a country that nobody was asked about, and where the draft is no longer at `version`.
pub async fn read_numbers_as(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    version: i64,
    country: Option<Country>,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    let (backend, caller) = (backend.clone(), caller.clone());
    let decided = whole_list::run(backend.clone(), |given_up| async move {
        let edit = DraftEdit::open_whole_at(&backend, &caller, now, id, version).await?;
        let offered = edit.draft.numbers.0.elsewhere().map(|(country, _)| country);
        if country.is_some() && country != offered {
            return Err(Error::Conflict(messages::drafts::not_of_that_country()));
        }
        let matched = Matched::as_it_stands(&edit.draft)?;
        let matched = Matched {
            mapping: matched.mapping.dialled_in(country),
            ..matched
        };
        edit.validate_all(&backend, now, matched, given_up).await?;
        Ok(())
    });
    decided.await
}

/// What there is to say of the country of the numbers.
pub(super) fn list_country(
    draft: &DraftRecord,
    mapping: &Mapping,
    account: &Account,
) -> Option<ListCountryView> {
    let country = account.settings.country;
    let read_as = mapping.qualifiers().of_list;
    draft.numbers.0.country_question(country, read_as)
}

/// The first different cells of a column that hold something, each an excerpt.
pub(super) fn samples(first: &[Vec<String>], column: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for cell in first.iter().filter_map(|cells| cells.get(column)) {
        let cell = leads::excerpt(cell, MAX_SAMPLE_LENGTH);
        if !cell.is_empty() && !samples.contains(&cell) {
            samples.push(cell);
        }
        if samples.len() == SAMPLES {
            break;
        }
    }
    samples
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_different_filled_and_short() {
        let long = "x".repeat(60);
        let rows: Vec<Vec<String>> = ["", "a", " a ", &long, "b", "c"]
            .iter()
            .map(|cell| vec![(*cell).to_owned()])
            .collect();
        let short = format!("{}…", &long[..MAX_SAMPLE_LENGTH - 1]);
        assert_eq!(samples(&rows, 0), ["a", &short, "b"]);
        assert!(samples(&rows, 1).is_empty());
    }
}
