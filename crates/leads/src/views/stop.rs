//! What became of a stop request, in words.

use localization::Message;

use super::Moment;
use crate::messages::stops;
use crate::states::{StopState, Tone};

/// A request to AIRudder to stop a batch, or to cancel one number of it.
#[derive(Clone, Debug, PartialEq)]
pub struct StopView {
    /// How far it has come.
    pub state: StopState,
    /// Who wants it: a person, [`by_the_stop_rule`] or [`by_the_calling_rule`].
    pub by: Message,
    /// Since when.
    pub wanted: Moment,
    /// When AIRudder was asked last; `None` where it was not asked yet.
    pub asked: Option<Moment>,
    /// AIRudder's words, or what stands in the way; numbers are masked.
    pub words: Option<Message>,
    /// Whether Coxswain asks again by itself where AIRudder gave no clear answer: the calling rule wants it.
    pub is_asked_again: bool,
}

/// Who has stopped the calls where the stop rule of the task has.
pub fn by_the_stop_rule() -> Message {
    stops::the_stop_rule()
}

/// Who has stopped the calls where the calling rule allows none any more.
pub fn by_the_calling_rule() -> Message {
    stops::the_calling_rule()
}

impl StopView {
    /// What is certain of the stop of a batch. `under_way` counts its calls that were under way when AIRudder last told;
    /// `is_there` says that AIRudder is known to have the batch.
    pub fn of_batch(&self, under_way: u32, is_there: bool) -> Message {
        let (by, wanted, asked) = (self.by.clone(), &self.wanted, self.asked_at());
        match self.state {
            StopState::Waiting if !is_there => stops::wanted_once_known(wanted, by),
            StopState::Waiting => self.with_words(stops::wanted(wanted, by)),
            StopState::Asking => stops::being_asked(asked),
            StopState::Accepted => match under_way {
                0 => stops::agreed(asked),
                calls => stops::agreed_under_way(asked, calls),
            },
            StopState::Refused => self.with_refusal(stops::asked, stops::refused),
            StopState::Unclear if self.is_asked_again => {
                self.with_words(stops::unclear_asked_again(asked))
            }
            StopState::Unclear => self.with_words(stops::unclear(asked)),
        }
    }

    /// What is certain of the cancellation of a number.
    pub fn of_number(&self) -> Message {
        let asked = self.asked_at();
        match self.state {
            StopState::Waiting => self.with_words(stops::number_to_be_asked()),
            StopState::Asking => stops::number_being_asked(asked),
            StopState::Accepted => stops::number_cancelled(asked),
            StopState::Refused => self.with_refusal(stops::number_asked, stops::number_refused),
            StopState::Unclear => self.with_words(stops::number_unclear(asked)),
        }
    }

    /// When AIRudder was asked last; where nobody knows, since when the request stands.
    pub fn asked_at(&self) -> &Moment {
        self.asked.as_ref().unwrap_or(&self.wanted)
    }

    /// The words of a refusal say themselves that it is one.
    fn with_refusal<'a>(
        &'a self,
        asked: fn(&'a Moment) -> Message,
        refused: fn(&'a Moment) -> Message,
    ) -> Message {
        let at = self.asked_at();
        match &self.words {
            Some(words) => Message::sentences([asked(at), words.clone()]),
            None => refused(at),
        }
    }

    fn with_words(&self, sentence: Message) -> Message {
        Message::sentences([sentence].into_iter().chain(self.words.clone()))
    }
}

/// What became of the stop of a batch, with its number where the task has several.
pub fn stop_of_batch(batch: u32, told: Message) -> Message {
    stops::of_batch(batch, told)
}

/// What became of the stops of so many batches that have come as far. `under_way` counts their calls that were under way when AIRudder last
/// told, `asked` is when it was asked last; `are_asked_again` says that Coxswain asks again about each of them by itself.
pub fn stops_of_batches(
    state: StopState,
    batches: u32,
    under_way: u32,
    asked: &Moment,
    are_asked_again: bool,
) -> Message {
    match state {
        StopState::Waiting | StopState::Asking => stops::batches_to_be_asked(batches),
        StopState::Accepted => stops::batches_agreed(asked, batches, under_way),
        StopState::Refused => stops::batches_refused(asked, batches),
        StopState::Unclear if are_asked_again => stops::batches_unclear_asked_again(asked, batches),
        StopState::Unclear => stops::batches_unclear(asked, batches),
    }
}

/// When the stop rule was applied, and by what figures.
pub fn stopped_by_rule(at: &Moment, told: Message) -> Message {
    stops::by_rule(at, told)
}

/// What can be stopped of a task, and what became of what was.
#[derive(Clone, Debug, Default, PartialEq)]
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
    pub told: Vec<(Tone, Message)>,
    /// When the stop rule was applied and by what figures.
    pub by_rule: Option<Message>,
}

impl StoppingView {
    /// What is asked before a task is stopped: what is stopped where.
    pub fn sentences(&self) -> Vec<Message> {
        let at_airudder = (self.batches > 0).then(|| stops::leads_open(self.open));
        let here =
            (self.waiting > 0).then(|| stops::batches_kept_back(self.waiting, self.waiting_leads));
        at_airudder.into_iter().chain(here).collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use localization::Language;

    use super::*;
    use crate::views::Shown;

    fn moment(minute: i8) -> Moment {
        Moment {
            iso: String::new(),
            at: date(2026, 11, 23).at(14, minute, 0, 0),
            shown: Shown::Time,
        }
    }

    fn stop(state: StopState) -> StopView {
        StopView {
            state,
            by: Message::verbatim("Ana"),
            wanted: moment(1),
            asked: (state != StopState::Waiting).then(|| moment(2)),
            words: None,
            is_asked_again: false,
        }
    }

    #[test]
    fn nobody_is_told_to_ask_again_where_coxswain_does() {
        let by_rule = StopView {
            is_asked_again: true,
            ..stop(StopState::Unclear)
        };
        let asks = "Coxswain asks again as long as people may be called.";
        let told = by_rule.of_batch(0, true).to_string();
        assert!(told.ends_with(asks), "{told}");
        let told = stop(StopState::Unclear).of_batch(0, true).to_string();
        assert!(told.ends_with("People may still be called: ask again."));
        let several =
            |again| stops_of_batches(StopState::Unclear, 2, 0, &moment(2), again).to_string();
        assert!(several(true).ends_with(asks), "{}", several(true));
        assert!(several(false).ends_with(": ask again."));
    }

    #[test]
    fn what_is_certain_is_said_and_no_more() {
        let of = |state, under_way| stop(state).of_batch(under_way, true).to_string();
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
                .to_string()
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
            words: Some(Message::verbatim("AIRudder refused: “It is over”")),
            ..stop(StopState::Refused)
        };
        for said in [stop.of_batch(0, true), stop.of_number()] {
            let said = said.to_string();
            assert!(said.ends_with("AIRudder refused: “It is over”"), "{said}");
            assert_eq!(said.matches("refused").count(), 1, "{said}");
        }
    }

    #[test]
    fn a_refusal_without_words_is_one_all_the_same() {
        assert!(
            stop(StopState::Refused)
                .of_number()
                .to_string()
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
        assert!(
            at_airudder
                .to_string()
                .starts_with("94 leads are not over.")
        );
        assert_eq!(
            here.to_string(),
            "1 waiting batch with 1 lead is kept back."
        );
        assert!(StoppingView::default().sentences().is_empty());
    }

    #[test]
    fn the_words_of_a_stop_are_in_the_language_of_the_reader() {
        let agreed = stops_of_batches(StopState::Accepted, 1, 3, &moment(2), false);
        assert_eq!(
            agreed.text(Language::Spanish),
            "1 lote: se pidió a AIRudder detener las llamadas (14:02) y aceptó; 3 llamadas pueden seguir en curso."
        );
        assert_eq!(
            agreed.text(Language::Indonesian),
            "1 kelompok: AIRudder diminta berhenti (14.02) dan setuju; 3 panggilan mungkin masih berlangsung."
        );
    }
}
