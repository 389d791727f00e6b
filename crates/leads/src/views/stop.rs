//! What became of a stop request, in words.

use serde::{Deserialize, Serialize};

use super::Moment;
use crate::numbers::count_with_noun;
use crate::states::{StopState, Tone};

/// A request to AIRudder to stop a batch, or to cancel one number of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopView {
    /// How far it has come.
    pub state: StopState,
    /// Who wants it: a person, or `the stop rule`.
    pub by: String,
    /// Since when.
    pub wanted: Moment,
    /// When AIRudder was asked last; `None` where it was not asked yet.
    pub asked: Option<Moment>,
    /// AIRudder's words, or what stands in the way; numbers are masked.
    pub words: Option<String>,
}

impl StopView {
    /// What is certain of the stop of a batch. `under_way` counts its calls that were under way when AIRudder last told;
    /// `is_there` says that AIRudder is known to have the batch.
    pub fn of_batch(&self, under_way: u32, is_there: bool) -> String {
        let (by, wanted) = (&self.by, &self.wanted.text);
        let asked = self.asked_at();
        match self.state {
            StopState::Waiting if !is_there => {
                format!("{by} wants the calls stopped, {wanted}. AIRudder is asked as soon as it is known to have this batch.")
            }
            StopState::Waiting => {
                let sentence = format!("{by} wants the calls stopped, {wanted}. AIRudder is about to be asked.");
                self.with_words(&sentence)
            }
            StopState::Asking => format!("AIRudder is being asked to stop since {asked}."),
            StopState::Accepted => {
                let rest = match under_way {
                    0 => "It agreed, and no call is known to be under way.".to_owned(),
                    some => {
                        let calls = count_with_noun(some, "call", "calls");
                        format!("It agreed; {calls} may still be under way.")
                    }
                };
                format!("AIRudder was asked to stop at {asked}. {rest}")
            }
            StopState::Refused => {
                self.with_refusal(&format!("AIRudder was asked to stop at {asked}"))
            }
            StopState::Unclear => self.with_words(&format!(
                "AIRudder was asked to stop at {asked} and gave no clear answer. People may still be called: ask again."
            )),
        }
    }

    /// What is certain of the cancellation of a number.
    pub fn of_number(&self) -> String {
        let asked = self.asked_at();
        match self.state {
            StopState::Waiting => self.with_words("AIRudder is about to be asked to cancel it."),
            StopState::Asking => format!("AIRudder is being asked to cancel it since {asked}."),
            StopState::Accepted => {
                format!("Cancelled: AIRudder agreed at {asked}. A call under way may go on.")
            }
            StopState::Refused => {
                self.with_refusal(&format!("AIRudder was asked at {asked} to cancel it"))
            }
            StopState::Unclear => self.with_words(&format!(
                "AIRudder was asked at {asked} to cancel it and gave no clear answer. Coxswain asks again as long as it may be called."
            )),
        }
    }

    fn asked_at(&self) -> &str {
        let moment = self.asked.as_ref().unwrap_or(&self.wanted);
        &moment.text
    }

    /// The words of a refusal say themselves that it is one.
    fn with_refusal(&self, asked: &str) -> String {
        match &self.words {
            Some(words) => format!("{asked}. {words}"),
            None => format!("{asked} and refused."),
        }
    }

    fn with_words(&self, sentence: &str) -> String {
        match &self.words {
            Some(words) => format!("{sentence} {words}"),
            None => sentence.to_owned(),
        }
    }
}

/// What can be stopped of a task, and what became of what was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoppingView {
    /// Leads whose calls are not over, in batches that AIRudder has or may have and that nobody has stopped yet.
    pub open: u32,
    /// Batches of those.
    pub batches: u32,
    /// Batches that are not sent yet, and their leads.
    pub waiting: u32,
    /// Their leads.
    pub waiting_leads: u32,
    /// What became of the batches that were stopped, in sentences.
    pub told: Vec<(Tone, String)>,
    /// When the stop rule was applied and by what figures.
    pub by_rule: Option<String>,
}

impl StoppingView {
    /// What is asked before a task is stopped: what is stopped where.
    pub fn sentences(&self) -> Vec<String> {
        let leads = |count| count_with_noun(count, "lead", "leads");
        let is = |count: u32| if count == 1 { "is" } else { "are" };
        let mut sentences = Vec::new();
        if self.batches > 0 {
            sentences.push(format!(
                "{} {} not over. AIRudder is asked to dial no more of them; what is being dialled may go on to its end.",
                leads(self.open),
                is(self.open)
            ));
        }
        if self.waiting > 0 {
            sentences.push(format!(
                "{} with {} {} kept back.",
                count_with_noun(self.waiting, "waiting batch", "waiting batches"),
                leads(self.waiting_leads),
                is(self.waiting)
            ));
        }
        sentences
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment {
            iso: String::new(),
            text: text.to_owned(),
        }
    }

    fn stop(state: StopState) -> StopView {
        StopView {
            state,
            by: "Ana".to_owned(),
            wanted: moment("14:01"),
            asked: (state != StopState::Waiting).then(|| moment("14:02")),
            words: None,
        }
    }

    #[test]
    fn what_is_certain_is_said_and_no_more() {
        let of = |state, under_way| stop(state).of_batch(under_way, true);
        assert_eq!(
            of(StopState::Accepted, 3),
            "AIRudder was asked to stop at 14:02. It agreed; 3 calls may still be under way."
        );
        assert!(of(StopState::Accepted, 1).contains("1 call may"));
        assert!(of(StopState::Accepted, 0).contains("no call is known to be under way"));
        assert!(of(StopState::Waiting, 3).starts_with("Ana wants the calls stopped, 14:01."));
        assert!(
            stop(StopState::Waiting)
                .of_batch(0, false)
                .contains("as soon as it is known to have this batch")
        );
        for state in [StopState::Asking, StopState::Unclear, StopState::Refused] {
            let said = of(state, 3);
            assert!(said.contains("14:02") && !said.contains("agreed"), "{said}");
        }
    }

    #[test]
    fn a_refusal_is_told_in_the_words_of_airudder() {
        let stop = StopView {
            words: Some("AIRudder refused: “It is over”".to_owned()),
            ..stop(StopState::Refused)
        };
        for said in [stop.of_batch(0, true), stop.of_number()] {
            assert!(said.ends_with("AIRudder refused: “It is over”"), "{said}");
            assert_eq!(said.matches("refused").count(), 1, "{said}");
        }
    }

    #[test]
    fn a_refusal_without_words_is_one_all_the_same() {
        assert!(
            stop(StopState::Refused)
                .of_number()
                .ends_with("to cancel it and refused.")
        );
    }

    #[test]
    fn a_question_names_what_is_stopped_and_where() {
        let all = StoppingView {
            open: 94,
            batches: 2,
            waiting: 1,
            waiting_leads: 1,
            ..StoppingView::default()
        };
        let [at_airudder, here] = &all.sentences()[..] else {
            panic!("{:?}", all.sentences());
        };
        assert!(at_airudder.starts_with("94 leads are not over."));
        assert_eq!(here, "1 waiting batch with 1 lead is kept back.");
        assert!(StoppingView::default().sentences().is_empty());
    }
}
