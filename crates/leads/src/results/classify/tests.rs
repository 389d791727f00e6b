//! What came of a call.

use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::results::call::ToldCall;

fn meanings() -> Meanings {
    Meanings::from_names(&[("A", "Interested"), ("F", "Answering machine")])
}

/// A call with that status, ring, side that hung up, letter and length in seconds.
fn told(status: &str, ring: &str, hangup: &str, letter: &str, seconds: Option<i64>) -> CallFacts {
    let began = Timestamp::from_second(1_790_000_000).unwrap();
    let facts = CallFacts::read(&ToldCall {
        status: Some(status),
        ring_type: Some(ring),
        hangup_type: Some(hangup),
        letter: Some(letter),
        ..ToldCall::default()
    });
    let ended = |seconds| Timestamp::from_second(began.as_second() + seconds).unwrap();
    CallFacts {
        started: seconds.map(|_| began),
        ended: seconds.map(ended),
        ..facts
    }
}

/// Status, ring, side that hung up, letter, seconds; then group, and whether it is reached.
const DECISIONS: &str = "
    finished  answered      robot  A  48  interested          reached
    finished  answered      robot  a  48  interested          reached
    finished  answered      robot  F  12  answering_machine   -
    finished  answered      robot  Z  12  unnamed             reached
    finished  busy          --     A  --  interested          reached
    calling   --            --     A  --  interested          reached
    cancelled --            --     A  --  interested          reached
    finished  answered      callee --  3  no_result           reached
    finished  answered      --     --  0  no_result           reached
    cancelled answered      callee --  3  no_result           reached
    finished  --            callee --  1  no_result           reached
    finished  call_screened callee --  1  no_result           reached
    finished  --            callee --  0  not_reached         -
    finished  --            --     -- 30  not_reached         -
    finished  no_answer     callee -- 30  not_reached         -
    finished  voicemail     robot  -- 30  not_reached         -
    finished  --            --     -- --  not_reached         -
    cancelled busy          --     --  5  cancelled           -
    calling   answered      --     -- --  calling             -
    pending   answered      callee --  5  waiting_for_redial  -
    pending   --            --     -- --  not_dialled         -
    dreaming  --            --     -- --  not_told            -
";

#[test]
fn a_call_is_decided_by_its_letter_then_by_its_talk_then_by_its_state() {
    for line in DECISIONS.trim().lines() {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [status, ring, hangup, letter, seconds, group, reached] = columns[..] else {
            panic!("{line}");
        };
        let facts = told(status, ring, hangup, letter, seconds.parse().ok());
        let found = classify(&facts, Some(&meanings()));
        assert_eq!(
            (found.group.key(), found.reached),
            (group, reached == "reached"),
            "{line}"
        );
    }
}

#[test]
fn a_letter_counts_as_reached_while_its_robot_has_no_results() {
    let facts = told("finished", "answered", "robot", "F", Some(48));
    let found = classify(&facts, None);
    assert_eq!((found.group, found.reached), (CallGroup::Unnamed, true));
}

#[test]
fn dialled_is_what_had_a_dial() {
    for (status, seconds, dialled) in [
        ("pending", None, false),
        ("pending", Some(5), true),
        ("calling", None, true),
        ("finished", None, true),
        ("cancelled", None, false),
        ("cancelled", Some(5), true),
        ("dreaming", None, false),
    ] {
        let facts = told(status, "--", "--", "--", seconds);
        assert_eq!(classify(&facts, None).dialled, dialled, "{status}");
    }
}

#[test]
fn only_a_call_that_was_taken_has_talk() {
    let talk = |letter, ring| {
        classify(&told("finished", ring, "robot", letter, Some(48)), None).talk_seconds
    };
    assert_eq!(talk("A", "answered"), Some(48));
    assert_eq!(talk("--", "answered"), Some(48));
    assert_eq!(talk("--", "no_answer"), None);
}

#[test]
fn every_group_is_found_by_its_key_and_stands_at_its_index() {
    for (index, group) in CallGroup::ALL.into_iter().enumerate() {
        assert_eq!(CallGroup::from_key(group.key()), Some(group));
        assert_eq!(group.index(), index);
    }
    for group in ResultGroup::ALL {
        assert_eq!(CallGroup::from(group).result(), Some(group));
        assert_eq!(CallGroup::from(group).key(), group.key());
    }
    assert_eq!(CallGroup::Unnamed.result(), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reached_and_talk_are_only_of_what_was_dialled(
        status in select(vec!["pending", "calling", "finished", "cancelled", "dreaming", "--"]),
        ring in select(vec!["answered", "busy", "voicemail", "call_screened", "--"]),
        hangup in select(vec!["callee", "robot", "--"]),
        letter in select(vec!["A", "F", "Z", "--", "--"]),
        seconds in prop::option::of(-5_i64..300),
        closed: bool,
        named: bool,
    ) {
        let facts = CallFacts { closed, ..told(status, ring, hangup, letter, seconds) };
        let table = meanings();
        let found = classify(&facts, named.then_some(&table));
        prop_assert!(found.dialled || !found.reached);
        prop_assert!(found.dialled || found.talk_seconds.is_none());
        // The table changes what a letter means, and nothing else.
        let other = classify(&facts, (!named).then_some(&table));
        prop_assert_eq!(found.dialled, other.dialled);
        prop_assert_eq!(found.talk_seconds, other.talk_seconds);
        prop_assert!(facts.letter.is_some() || found == other);
        prop_assert_eq!(facts.letter.is_some(), found.group.result().is_some() || found.group == CallGroup::Unnamed);
    }
}
