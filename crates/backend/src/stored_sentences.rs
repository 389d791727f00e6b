//! Sentences that stand in the database in English, read as what they say.
//!
//! Why something failed is stored as a sentence, beside words of the provider and in the same column. This reads one back as the message that it
//! was made of, so that it is told in the language of whoever looks, whichever version has stored it: each sentence is listed with every
//! wording that a version has stored. What a calling rule says of a batch is stored as its verdict, in JSON. Any other text stays as it is: it
//! may be the provider's.

use leads::numbers::{format_number, mask_numbers};
use leads::states::start_has_passed;
use localization::Message;

use crate::calling_verdicts::told_outside;
use crate::messages::{batch_words, provider};

/// What was stored, as a message.
pub(crate) fn read(stored: &str) -> Message {
    let message = told_outside(stored);
    let message = message.or_else(|| {
        let is_stored = |(message, text): (Fixed, &str)| (text == stored).then(message);
        fixed().find_map(is_stored)
    });
    let message = message.or_else(|| OF_WORDS.iter().find_map(|of| of_words(of, stored)));
    let message = message.or_else(|| several_tasks(stored));
    // The sentences of the provider may stand behind ours.
    let message = message.or_else(|| {
        let behind = |(first, text): (Fixed, &str)| Some((first, rest(text, stored)?));
        let (first, rest) = fixed().find_map(behind)?;
        Some(Message::sentences([first(), read(rest)]))
    });
    message.unwrap_or_else(|| Message::verbatim(stored))
}

/// The same without whole phone numbers: outside the review nobody needs them.
pub(crate) fn read_masked(stored: &str) -> Message {
    // What holds moments is no sentence, and holds no number.
    told_outside(stored).unwrap_or_else(|| read(&mask_numbers(stored)))
}

/// A sentence without values.
type Fixed = fn() -> Message;

/// A sentence with every wording that stands in databases: today's first, those of earlier versions behind it. None is ever taken away.
type Wordings<T> = (T, &'static [&'static str]);

/// Sentences without values.
const FIXED: [Wordings<Fixed>; 24] = [
    (provider::not_reached, &["AIRudder could not be reached."]),
    (
        provider::busy,
        &["AIRudder is busy. Try again in a minute."],
    ),
    (provider::unclear, &["AIRudder gave no clear answer."]),
    (
        provider::left_alone,
        &[
            "AIRudder is not responding. Coxswain tries again automatically.",
            "AIRudder does not answer, so it was not asked. Coxswain tries again by itself.",
        ],
    ),
    (
        provider::no_credentials,
        &[
            "This account has no AIRudder credentials that can be used. An administrator can enter them under Settings.",
        ],
    ),
    (
        batch_words::not_built,
        &[
            "Coxswain could not build this batch.",
            "Coxswain could not put the part together.",
        ],
    ),
    (
        batch_words::stopped_before,
        &[
            "Coxswain was stopped before sending it.",
            "Coxswain was stopped before the part was sent.",
        ],
    ),
    (
        batch_words::not_searched,
        &[
            "AIRudder’s tasks could not be searched.",
            "AIRudder’s list does not say whether the task is there.",
        ],
    ),
    (
        batch_words::database_silent,
        &[
            "The database did not respond before it was sent.",
            "The database did not answer before the part was sent.",
        ],
    ),
    (
        batch_words::stopped_while_sending,
        &[
            "Coxswain was stopped while sending it.",
            "Coxswain was stopped while the part was being sent.",
        ],
    ),
    (
        batch_words::failed_while_sending,
        &[
            "Coxswain failed while sending it.",
            "Coxswain failed while the part was being sent.",
        ],
    ),
    (
        batch_words::stopped_while_asking,
        &["Coxswain was stopped while asking."],
    ),
    (
        batch_words::failed_while_asking,
        &["Coxswain failed while asking."],
    ),
    (
        batch_words::made_for_the_sandbox,
        &[
            "This task was made for the sandbox, not for AIRudder.",
            "It was submitted to the sandbox, so it does not go to AIRudder.",
        ],
    ),
    (
        batch_words::made_for_airudder,
        &[
            "This task was made for AIRudder, not for the sandbox.",
            "It was submitted to AIRudder, so it does not go to the sandbox.",
        ],
    ),
    (
        batch_words::waited_too_long,
        &[
            "It waited more than 30 minutes. Send it now, or start a new task with these settings.",
            "It waited more than 30 minutes. Send it now, or clone the task.",
            "It waited for more than 30 minutes, so it is not sent at an hour that nobody chose.",
        ],
    ),
    (
        batch_words::leads_changed,
        &[
            "The leads changed after the check. Start a new task with these settings.",
            "The leads changed after the check. Clone the task.",
            "The leads are no longer those that were checked.",
        ],
    ),
    (
        batch_words::not_compared,
        &["Coxswain could not compare it with the do-not-call lists."],
    ),
    (
        batch_words::nobody_left,
        &[
            "Nobody is left to call in this batch: every number is on a do-not-call list by now, or was erased.",
            "Every number is on a do-not-call list by now: nobody is called.",
        ],
    ),
    (
        batch_words::created_nothing,
        &[
            "AIRudder refused leads and created nothing.",
            "AIRudder refused leads of this part, so it created nothing.",
        ],
    ),
    (
        batch_words::every_lead_refused,
        &["AIRudder refused every lead."],
    ),
    (
        batch_words::did_not_say,
        &[
            "AIRudder did not say if it created the task.",
            "AIRudder’s answer does not say whether the task was made.",
        ],
    ),
    (batch_words::stopped_by_rule, &["Stopped by the stop rule."]),
    (
        start_has_passed,
        &[
            "The start time passed before the batch was sent. Start a new task with these settings and a later start.",
            "The start time passed before the batch was sent. Clone the task and choose a later start.",
            "Its start had passed before it could be sent. Clone the task and choose another.",
        ],
    ),
];

/// Each wording of a sentence without values, with its message.
fn fixed() -> impl Iterator<Item = (Fixed, &'static str)> {
    let each = |(message, wordings): &Wordings<Fixed>| {
        let message = *message;
        wordings.iter().map(move |wording| (message, *wording))
    };
    FIXED.iter().flat_map(each)
}

/// A sentence with words in it.
type OfWords = fn(&str) -> Message;

/// Sentences with words in them, whoever said these; `{}` stands for the words.
const OF_WORDS: [Wordings<OfWords>; 6] = [
    (
        |words| provider::key_refused(words),
        &["AIRudder refused this account’s key: “{}”. Ask an administrator."],
    ),
    (
        |words| provider::refused(words),
        &["AIRudder refused: “{}”"],
    ),
    (
        |words| provider::unreadable(words),
        &["Coxswain could not read AIRudder’s answer ({}). Tell your administrator."],
    ),
    (
        |words| batch_words::of_some_lead(words),
        &["AIRudder: “{}” (not clear which lead)"],
    ),
    (|words| batch_words::given_up(words), &["Given up by {}."]),
    (|words| batch_words::stopped(words), &["Stopped by {}."]),
];

fn of_words((of, wordings): &Wordings<OfWords>, stored: &str) -> Option<Message> {
    wordings.iter().find_map(|wording| {
        let (before, behind) = wording.split_once("{}")?;
        between(of, before, behind, stored)
    })
}

/// That the provider has several tasks of one name: how many, then their ids.
const SEVERAL_TASKS: &[&str] = &[
    "AIRudder has {} tasks with this name: {}. Stop all but one there, or people are called twice.",
];

fn several_tasks(stored: &str) -> Option<Message> {
    SEVERAL_TASKS.iter().find_map(|wording| {
        let (before, rest) = wording.split_once("{}")?;
        let (amid, behind) = rest.split_once("{}")?;
        let words = stored.strip_prefix(before)?.strip_suffix(behind)?;
        let (tasks, ids) = words.split_once(amid)?;
        Some(batch_words::several_tasks(ids, tasks))
    })
}

/// The sentence with the words that stand in what was stored, or several of them, one behind the other; `None` where that is another sentence.
fn between(
    of: impl Fn(&str) -> Message,
    before: &str,
    behind: &str,
    stored: &str,
) -> Option<Message> {
    let words = stored.strip_prefix(before)?.strip_suffix(behind)?;
    let amid = format!("{behind} {before}");
    Some(match words.contains(&amid) {
        true => Message::sentences(words.split(&amid).map(of)),
        false => of(words),
    })
}

/// Stand for words while a sentence is compared.
const WORDS: &str = "\u{f8fe}";

/// The sentence with the words that stand in what was stored in the English of today; `None` where that is another sentence.
pub(crate) fn with_words(of: impl Fn(&str) -> Message, stored: &str) -> Option<Message> {
    let sentence = of(WORDS).to_string();
    let (before, behind) = sentence.split_once(WORDS)?;
    between(of, before, behind, stored)
}

/// Stands for a number while a sentence is compared.
const NUMBER: u64 = 987_654_321;

/// The sentence with the number that stands in what was stored in the English of today; `None` where that is another sentence.
pub(crate) fn with_number(of: impl Fn(u64) -> Message, stored: &str) -> Option<Message> {
    let one = of(1);
    if one.to_string() == stored {
        return Some(one);
    }
    let sentence = of(NUMBER).to_string();
    let written = [format_number(NUMBER), NUMBER.to_string()];
    let parts = written
        .iter()
        .find_map(|written| sentence.split_once(written));
    let (before, behind) = parts?;
    let number = stored.strip_prefix(before)?.strip_suffix(behind)?;
    Some(of(number.replace(',', "").parse().ok()?))
}

/// What stands behind that sentence, where it is the first.
fn rest<'a>(first: &str, stored: &'a str) -> Option<&'a str> {
    stored.strip_prefix(first)?.strip_prefix(' ')
}

#[cfg(test)]
mod tests;
