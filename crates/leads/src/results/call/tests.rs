//! States, and answers that come in any order.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_790_000_000 + second).unwrap()
}

fn read(status: &str, started: &str, ended: &str) -> CallFacts {
    CallFacts::read(&ToldCall {
        status: Some(status),
        started: Some(started),
        ended: Some(ended),
        ..ToldCall::default()
    })
}

#[test]
fn known_words_are_known_in_any_spelling() {
    const BEGAN: &str = "2026-11-27T10:00:00Z";
    const ENDED: &str = "2026-11-27T10:00:41Z";
    for (status, started, ended, state) in [
        ("pending", "", "", CallState::NotDialled),
        ("PENDING", BEGAN, ENDED, CallState::WaitingForRedial),
        ("Pending", BEGAN, "", CallState::WaitingForRedial),
        ("calling", BEGAN, "", CallState::Calling),
        ("In-Progress", "--", "--", CallState::Calling),
        ("Finished", BEGAN, ENDED, CallState::Ended),
        ("finished", "", "", CallState::Ended),
        ("cancelled", "", "", CallState::Cancelled),
        ("Canceled", BEGAN, ENDED, CallState::Cancelled),
        ("settled-offline", BEGAN, ENDED, CallState::Ended),
        ("dreaming", BEGAN, "", CallState::NotTold),
        ("--", "", "", CallState::NotTold),
        ("", BEGAN, ENDED, CallState::NotTold),
    ] {
        let facts = read(status, started, ended);
        assert_eq!(CallState::of(&facts), state, "{status} {started} {ended}");
    }
}

#[test]
fn an_unknown_word_is_kept_to_be_shown() {
    assert_eq!(read("dreaming ", "", "").unknown_status(), Some("dreaming"));
    assert_eq!(read("finished", "", "").unknown_status(), None);
    assert_eq!(read("--", "", "").unknown_status(), None);
}

#[test]
fn a_lead_is_not_dialled_yet_until_the_batch_is_closed() {
    let new = CallFacts::default();
    assert_eq!(CallState::of(&new), CallState::NotDialled);
    let closed = |facts: CallFacts| CallFacts {
        closed: true,
        ..facts
    };
    assert_eq!(CallState::of(&closed(new)), CallState::NotTold);
    let calling = read("calling", "2026-11-27T10:00:00Z", "");
    assert_eq!(CallState::of(&closed(calling)), CallState::NotTold);
    let ended = read("finished", "", "");
    assert_eq!(CallState::of(&closed(ended)), CallState::Ended);
}

#[test]
fn times_that_stand_for_no_time_are_not_told() {
    for text in [
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "--",
        "",
        "10:00",
    ] {
        assert_eq!(read("pending", text, text).started, None, "{text}");
    }
    let facts = read("x", " 2026-11-27T10:00:00Z", "2026-11-27T17:00:41+07:00");
    assert_eq!(facts.seconds(), Some(41));
}

#[test]
fn an_end_before_the_beginning_has_no_seconds() {
    let facts = read("x", "2026-11-27T10:00:00Z", "2026-11-27T09:59:59Z");
    assert_eq!(facts.seconds(), None);
}

#[test]
fn every_state_of_a_call_is_found_by_its_key() {
    for state in CallState::ALL {
        assert_eq!(CallState::from_key(state.key()), Some(state));
    }
    assert_eq!(CallState::WaitingForRedial.key(), "waiting_for_redial");
}

#[test]
fn an_older_answer_changes_nothing_about_a_final_call() {
    let ended = read("finished", "2026-11-27T10:00:00Z", "2026-11-27T10:00:41Z");
    let calling = read("calling", "2026-11-27T10:00:00Z", "");
    assert_eq!(advance(&ended, &calling), ended);
    assert_eq!(advance(&calling, &ended), ended);
}

#[test]
fn a_later_dial_takes_nothing_from_the_one_before_but_the_robot() {
    let mut busy = read("pending", "2026-11-27T10:00:00Z", "2026-11-27T10:00:05Z");
    busy.ring_type = Some("busy".to_owned());
    busy.robot_id = Some("r1".to_owned());
    let calling = read("calling", "2026-11-27T10:15:00Z", "");
    let expected = CallFacts {
        robot_id: Some("r1".to_owned()),
        ..calling.clone()
    };
    assert_eq!(advance(&busy, &calling), expected);
    assert_eq!(advance(&calling, &busy), expected);
}

#[test]
fn a_final_answer_without_a_beginning_keeps_the_one_that_is_known() {
    let calling = read("calling", "2026-11-27T10:15:00Z", "");
    let ended = read("finished", "", "2026-11-27T10:15:30Z");
    for facts in [advance(&calling, &ended), advance(&ended, &calling)] {
        assert_eq!(CallState::of(&facts), CallState::Ended);
        assert_eq!(facts.seconds(), Some(30));
    }
}

#[test]
fn a_letter_that_was_changed_afterwards_is_taken() {
    let with = |letter: &str| CallFacts {
        letter: Some(letter.to_owned()),
        ..read("finished", "2026-11-27T10:00:00Z", "2026-11-27T10:00:41Z")
    };
    assert_eq!(advance(&with("A"), &with("B")), with("B"));
}

/// Every answer that the provider can give about one call while it happens, from the first to the last.
fn history() -> impl Strategy<Value = Vec<CallFacts>> {
    let letter = select(vec![None, Some("A"), Some("Z")]);
    let last = select(vec!["finished", "cancelled", "settled-offline"]);
    (1_i64..5, letter, last).prop_map(|(dials, letter, last)| {
        let some = |word: &str| Some(word.to_owned());
        let listed = CallFacts {
            listed: true,
            status: some("pending"),
            robot_id: some("r1"),
            ..CallFacts::default()
        };
        let mut answers = vec![CallFacts::default(), listed.clone()];
        for dial in 0..dials {
            let calling = CallFacts {
                status: some("calling"),
                started: Some(at(dial * 900)),
                ..listed.clone()
            };
            let is_last = dial + 1 == dials;
            let ended = CallFacts {
                status: some(if is_last { last } else { "pending" }),
                ended: Some(at(dial * 900 + 30)),
                ring_type: some(if is_last { "answered" } else { "busy" }),
                hangup_type: is_last.then(|| "robot".to_owned()),
                letter: letter.filter(|_| is_last).map(str::to_owned),
                ..calling.clone()
            };
            answers.extend([calling, ended]);
        }
        answers
    })
}

/// The answer without some of its fields. The beginning of a dial is always told: by it dials are told apart. So is the end with an
/// unknown word, which alone says that the call is over.
fn thinned(mut facts: CallFacts, without: u8) -> CallFacts {
    let word_is_known = facts.unknown_status().is_none();
    let fields = [
        &mut facts.ring_type,
        &mut facts.hangup_type,
        &mut facts.letter,
        &mut facts.robot_id,
        &mut facts.status,
    ];
    for (place, field) in fields.into_iter().enumerate() {
        if without >> place & 1 == 1 {
            *field = None;
        }
    }
    if without >> 5 & 1 == 1 && word_is_known {
        facts.ended = None;
    }
    facts
}

/// Some of the answers about one call, some of them twice, each with fields missing; once in their order and once shuffled.
fn orders() -> impl Strategy<Value = (Vec<CallFacts>, Vec<CallFacts>)> {
    let seen = history().prop_flat_map(|answers| {
        let twice: Vec<CallFacts> = answers.iter().chain(&answers).cloned().collect();
        let most = twice.len();
        subsequence(twice, 1..=most)
    });
    let thinned = seen.prop_flat_map(|answers| {
        let count = answers.len();
        let sparse = prop_oneof![3 => Just(0_u8), 1 => 0_u8..64];
        (Just(answers), prop::collection::vec(sparse, count)).prop_map(|(answers, without)| {
            let pairs = answers.into_iter().zip(without);
            pairs
                .map(|(facts, without)| thinned(facts, without))
                .collect::<Vec<CallFacts>>()
        })
    });
    thinned.prop_flat_map(|answers| (Just(answers.clone()), Just(answers).prop_shuffle()))
}

fn all(answers: &[CallFacts]) -> CallFacts {
    answers
        .iter()
        .fold(CallFacts::default(), |known, told| advance(&known, told))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_in_any_order_end_in_the_same_facts((told, shuffled) in orders()) {
        prop_assert_eq!(all(&told), all(&shuffled));
    }

    #[test]
    fn an_answer_that_comes_twice_changes_nothing((told, shuffled) in orders()) {
        let known = all(&told);
        for answer in shuffled {
            prop_assert_eq!(&advance(&known, &answer), &known);
        }
    }

    #[test]
    fn no_answer_takes_a_call_backwards((_, shuffled) in orders()) {
        let mut known = CallFacts::default();
        for answer in shuffled {
            let next = advance(&known, &answer);
            prop_assert!(Progress::of(&next) >= Progress::of(&known));
            prop_assert!(Progress::of(&next) >= Progress::of(&answer));
            prop_assert!(next.is_final() || !known.is_final());
            known = next;
        }
    }
}
