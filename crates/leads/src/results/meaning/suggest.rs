//! Which group a result belongs to, guessed from the words of its name.

use super::ResultGroup;

/// The group that a result’s name suggests, for English names; an administrator has the last word. What is to be avoided comes first:
/// a name that says both “interested” and “do not call” is of the latter. A name that says nothing known is
/// [`ResultGroup::ReachedOtherwise`].
pub fn suggest_group(name: &str) -> ResultGroup {
    let name = Words::of(name);
    let is_negated = name.begins(&NEGATIONS);
    if name.holds(&DO_NOT_CALL) || name.begins(&["complain", "unsubscrib", "blacklist"]) {
        ResultGroup::DoNotCall
    } else if name.holds(&WRONG_NUMBER) {
        ResultGroup::WrongNumber
    } else if name.holds(&MACHINE) {
        ResultGroup::AnsweringMachine
    } else if name.begins(&REFUSALS) || (is_negated && name.begins(&INTEREST)) {
        ResultGroup::NotInterested
    } else if name.holds(&CALL_BACK) || (name.begins(&["call"]) && name.holds(&ANOTHER_TIME)) {
        ResultGroup::CallBack
    } else if name.begins(&INTEREST) {
        ResultGroup::Interested
    } else {
        ResultGroup::ReachedOtherwise
    }
}

const DO_NOT_CALL: [&str; 9] = [
    "do not call",
    "dont call",
    "not to call",
    "not call again",
    "no more calls",
    "stop calling",
    "never call",
    "opt out",
    "dnc",
];

const WRONG_NUMBER: [&str; 6] = [
    "wrong number",
    "wrong person",
    "not the person",
    "not the right person",
    "not the owner",
    "not the customer",
];

const MACHINE: [&str; 7] = [
    "voicemail",
    "voice mail",
    "answering machine",
    "voice assistant",
    "virtual assistant",
    "machine",
    "mailbox",
];

const CALL_BACK: [&str; 5] = [
    "callback",
    "busy",
    "not now",
    "not convenient",
    "inconvenient",
];

const ANOTHER_TIME: [&str; 6] = ["later", "back", "again", "tomorrow", "another time", "next"];

/// The beginnings of words; with a blank behind them, whole words.
const REFUSALS: [&str; 7] = [
    "refus",
    "reject",
    "declin",
    "uninterest",
    "unwilling",
    "no need ",
    "not need ",
];

/// The same, for words that say interest unless something in the name says no.
const INTEREST: [&str; 12] = [
    "interest", "promis", "agree", "accept", "willing", "want", "use ", "uses ", "take ", "takes ",
    "buy ", "pay ",
];

/// Whole words that turn the others around, each with the blank behind it.
const NEGATIONS: [&str; 9] = [
    "not ", "no ", "never ", "dont ", "doesnt ", "didnt ", "wont ", "cannot ", "without ",
];

/// A name in lower case, its words apart by one blank, with a blank around it; apostrophes are left out (`dont`).
struct Words(String);

impl Words {
    fn of(name: &str) -> Words {
        let lower = name.to_lowercase().replace(['\'', '’'], "");
        let words = lower.split(|letter: char| !letter.is_alphanumeric());
        let mut spaced = String::from(" ");
        for word in words.filter(|word| !word.is_empty()) {
            spaced.push_str(word);
            spaced.push(' ');
        }
        Words(spaced)
    }

    /// Whether one of the phrases is in it, with whole words.
    fn holds(&self, phrases: &[&str]) -> bool {
        phrases
            .iter()
            .any(|phrase| self.0.contains(&format!(" {phrase} ")))
    }

    /// Whether one of its words begins so.
    fn begins(&self, beginnings: &[&str]) -> bool {
        beginnings
            .iter()
            .any(|beginning| self.0.contains(&format!(" {beginning}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [(ResultGroup, &str); 7] = [
        (
            ResultGroup::Interested,
            "Interested|Will use it|Promises to pay|Takes the voucher",
        ),
        (
            ResultGroup::CallBack,
            "Call later|Asks to be called later|Call back|Busy, callback",
        ),
        (
            ResultGroup::NotInterested,
            "Not interested|Refuses|Doesn’t want it|No need",
        ),
        (
            ResultGroup::DoNotCall,
            "Do not call again|Don't call|Asked to stop calling|Complains, though interested",
        ),
        (
            ResultGroup::WrongNumber,
            "Wrong number|WRONG_NUMBER|Not the person|wrong person",
        ),
        (
            ResultGroup::AnsweringMachine,
            "Voicemail|Answering machine|Voice assistant|Voice-mail",
        ),
        (
            ResultGroup::ReachedOtherwise,
            "Will think about it|User hung up|Taken by a child|",
        ),
    ];

    #[test]
    fn the_words_of_a_name_suggest_its_group() {
        for (group, names) in NAMES {
            for name in names.split('|') {
                assert_eq!(suggest_group(name), group, "{name}");
            }
        }
    }
}
