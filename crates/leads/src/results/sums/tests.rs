//! Counts that agree with their calls, and rates as people read them.

use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::results::call::ToldCall;
use crate::results::classify::classify;
use crate::results::meaning::Meanings;

fn call(status: &str, ring: &str, letter: &str, seconds: i64) -> CallFacts {
    let at = |second| Timestamp::from_second(1_790_000_000 + second).ok();
    let facts = CallFacts::read(&ToldCall {
        status: Some(status),
        ring_type: Some(ring),
        letter: Some(letter),
        ..ToldCall::default()
    });
    CallFacts {
        started: at(0),
        ended: at(seconds),
        ..facts
    }
}

fn counted(calls: &[CallFacts]) -> CallCounts {
    let meanings = Meanings::from_names(&[("A", "Interested"), ("F", "Answering machine")]);
    let mut counts = CallCounts::default();
    for facts in calls {
        counts.add(facts, classify(facts, Some(&meanings)));
    }
    counts
}

#[test]
fn calls_are_counted_by_group_letter_and_ring() {
    let counts = counted(&[
        call("finished", "answered", "A", 30),
        call("finished", "answered", "a", 45),
        call("finished", "answered", "F", 10),
        call("finished", "no_answer", "--", 30),
        call("finished", "--", "--", 30),
        call("pending", "busy", "--", 5),
        CallFacts::default(),
    ]);
    let groups: Vec<(&str, u64)> = counts
        .by_group()
        .map(|(group, count)| (group.key(), count))
        .collect();
    assert_eq!(
        groups,
        [
            ("interested", 2),
            ("answering_machine", 1),
            ("not_reached", 2),
            ("not_dialled", 1),
            ("waiting_for_redial", 1)
        ]
    );
    assert_eq!(counts.by_letter().collect::<Vec<_>>(), [("A", 2), ("F", 1)]);
    let rings: Vec<(RingClass, u64)> = counts.by_ring().collect();
    assert_eq!(rings, [(RingClass::NoAnswer, 1), (RingClass::Other, 1)]);
    assert_eq!((counts.leads(), counts.open()), (7, 2));
    assert_eq!((counts.dialled, counts.reached), (6, 2));
    assert_eq!((counts.talks, counts.talk_seconds), (3, 85));
    assert_eq!(counts.mean_talk_seconds(), Some(28));
    assert_eq!(counts.dial_rate().text(), "85.7 %");
    assert_eq!(counts.reach_rate().text(), "33.3 %");
    assert_eq!(
        counts.rate_of_reached(CallGroup::Interested).text(),
        "100.0 %"
    );
    assert_eq!(CallCounts::default().mean_talk_seconds(), None);
}

#[test]
fn a_rate_is_rounded_half_up_and_never_to_none_or_all() {
    for (part, base, text) in [
        (0, 0, "–"),
        (0, 9, "0.0 %"),
        (9, 9, "100.0 %"),
        (4_812, 9_412, "51.1 %"),
        (1, 2_000, "0.1 %"),
        (1, 2_001, "under 0.1 %"),
        (1_999, 2_000, "over 99.9 %"),
        (1_998, 2_000, "99.9 %"),
        (1, 3, "33.3 %"),
        (1, 800, "0.1 %"),
        (3, 800, "0.4 %"),
        (30, 2, "1,500.0 %"),
    ] {
        assert_eq!(Rate { part, base }.text(), text, "{part} of {base}");
    }
    assert_eq!(Rate { part: 2, base: 3 }.percent(), Some(66.7));
    assert_eq!(Rate { part: 0, base: 0 }.percent(), None);
    let rate = Rate {
        part: 4_812,
        base: 9_412,
    };
    assert_eq!(rate.with_base("dialled"), "4,812 (51.1 % of dialled)");
}

fn calls() -> impl Strategy<Value = Vec<CallFacts>> {
    let parts = (
        select(vec![
            "pending",
            "calling",
            "finished",
            "cancelled",
            "dreaming",
        ]),
        select(vec!["answered", "busy", "no_answer", "call_screened", "--"]),
        select(vec!["A", "F", "Z", "--"]),
        -5_i64..300,
    );
    prop::collection::vec(parts, 0..60).prop_map(|calls| {
        calls
            .into_iter()
            .map(|(status, ring, letter, seconds)| call(status, ring, letter, seconds))
            .collect()
    })
}

proptest! {
    #[test]
    fn groups_sum_up_to_the_leads_and_the_rest_to_its_own(calls in calls()) {
        let counts = counted(&calls);
        prop_assert_eq!(counts.leads(), calls.len() as u64);
        prop_assert_eq!(counts.by_group().map(|(_, count)| count).sum::<u64>(), counts.leads());
        prop_assert_eq!(counts.by_ring().map(|(_, count)| count).sum::<u64>(), counts.of(CallGroup::NotReached));
        let with_letter = calls.iter().filter(|facts| facts.letter.is_some()).count();
        prop_assert_eq!(counts.by_letter().map(|(_, count)| count).sum::<u64>(), with_letter as u64);
        prop_assert!(counts.reached <= counts.dialled && counts.dialled <= counts.leads());
        prop_assert!(counts.talks <= counts.dialled);
    }

    #[test]
    fn batches_counted_apart_are_counted_together(calls in calls(), at in 0_usize..60) {
        let (first, second) = calls.split_at(at.min(calls.len()));
        let mut merged = counted(first);
        merged.merge(&counted(second));
        prop_assert_eq!(merged, counted(&calls));
    }
}
