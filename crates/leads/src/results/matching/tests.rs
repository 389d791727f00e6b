//! Entries in every reading and every order.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::results::call::ToldCall;

fn sent<'a>(leads: &[(&'a str, &'a str)]) -> Vec<SentCall<'a>> {
    let rows = leads.iter().zip(1..);
    rows.map(|((number, comments), row)| SentCall {
        row,
        number,
        comments,
    })
    .collect()
}

fn told<'a>(number: &'a str, comments: &'a str) -> ToldOwner<'a> {
    let some = |text: &'a str| Some(text).filter(|text| !text.is_empty());
    ToldOwner {
        number: some(number),
        comments: some(comments),
    }
}

fn owners(leads: &[(&str, &str)], entries: &[(&str, &str)]) -> Matches {
    let entries: Vec<ToldOwner<'_>> = entries
        .iter()
        .map(|(number, comments)| told(number, comments))
        .collect();
    match_calls(&sent(leads), &entries)
}

const ONE: &str = "+6281234567890";
const TWO: &str = "+6281234567891";
const THREE: &str = "+6281234567892";

#[test]
fn a_number_decides_with_or_without_a_plus_and_whatever_the_note_says() {
    let matches = owners(
        &[(ONE, "C1"), (TWO, "C1")],
        &[
            (TWO, "C1"),
            ("6281234567890", ""),
            ("0062 812-3456-7890", "C9"),
        ],
    );
    assert_eq!(
        matches.owners,
        [Owner::Row(2), Owner::Row(1), Owner::Row(1)]
    );
    assert_eq!(matches.ambiguous, []);
}

#[test]
fn without_a_number_the_note_decides_whatever_blanks_are_behind_it() {
    let matches = owners(&[(ONE, "C1"), (TWO, " C2")], &[("", "C2 "), ("", "C1")]);
    assert_eq!(matches.owners, [Owner::Row(2), Owner::Row(1)]);
}

#[test]
fn a_number_or_a_note_that_was_not_sent_is_a_strangers() {
    let matches = owners(
        &[(ONE, "C1"), (TWO, "shared"), (THREE, "shared")],
        &[
            (ONE, ""),
            ("+6289999999999", "shared"),
            ("", "C9"),
            ("", ""),
        ],
    );
    let strangers = [Owner::Stranger; 3];
    assert_eq!(matches.owners[0], Owner::Row(1));
    assert_eq!(matches.owners[1..], strangers);
}

#[test]
fn a_number_that_is_written_in_another_way_leaves_it_to_the_note() {
    let leads = [(ONE, "C1"), (TWO, "shared"), (THREE, "shared")];
    let entries = [("62812****7890", "C1"), ("62812****7891", "shared")];
    let matches = owners(&leads, &entries);
    assert_eq!(matches.owners, [Owner::Row(1), Owner::OneOf(0)]);
    assert_eq!(
        matches.ambiguous,
        [Ambiguous {
            rows: vec![2, 3],
            entries: vec![1]
        }]
    );
}

#[test]
fn the_note_decides_among_leads_with_the_same_number() {
    let leads = [(ONE, "C1"), (ONE, "C2"), (ONE, "C2"), (TWO, "C1")];
    let matches = owners(&leads, &[(ONE, "C1 "), (ONE, "C2"), (TWO, "C1")]);
    assert_eq!(
        matches.owners,
        [Owner::Row(1), Owner::OneOf(0), Owner::Row(4)]
    );
    assert_eq!(matches.ambiguous[0].rows, [2, 3]);
    // A note that none of them has tells nothing.
    let matches = owners(&leads, &[(ONE, "C9"), (ONE, "")]);
    assert_eq!(matches.owners, [Owner::OneOf(0), Owner::OneOf(0)]);
    assert_eq!(matches.ambiguous[0].rows, [1, 2, 3]);
}

#[test]
fn a_lead_with_an_entry_of_its_own_is_in_no_group() {
    let leads = [(ONE, "shared"), (TWO, "shared"), (THREE, "shared")];
    let matches = owners(&leads, &[("", "shared"), (TWO, "shared")]);
    assert_eq!(matches.owners, [Owner::OneOf(0), Owner::Row(2)]);
    assert_eq!(matches.ambiguous[0].rows, [1, 3]);
}

#[test]
fn groups_that_share_a_lead_are_one() {
    let leads = [(ONE, "a"), (ONE, "b"), (TWO, "b")];
    let matches = owners(&leads, &[(ONE, "x"), ("", "b")]);
    assert_eq!(matches.owners, [Owner::OneOf(0), Owner::OneOf(0)]);
    assert_eq!(matches.ambiguous[0].rows, [1, 2, 3]);
}

#[test]
fn no_note_ties_only_one_entry_to_one_lead() {
    let leads = [(ONE, "C1"), (TWO, "")];
    let both = owners(&leads, &[("", ""), ("", "C1")]);
    assert_eq!(both.owners, [Owner::Row(2), Owner::Row(1)]);
    // An answer without any note does not say that this lead has none.
    assert_eq!(owners(&leads, &[("", "")]).owners, [Owner::OneOf(0)]);
    let twice = owners(&leads, &[("", ""), ("", "")]);
    assert_eq!(twice.owners, [Owner::OneOf(0), Owner::OneOf(0)]);
    assert_eq!(twice.ambiguous[0].rows, [2]);
    // A number says whose it is not.
    let other = owners(&leads, &[("+6289999999999", "")]);
    assert_eq!(other.owners, [Owner::Stranger]);
}

#[test]
fn calls_that_cannot_be_told_apart_are_spread_over_their_leads_the_furthest_first() {
    let status = |status| {
        CallFacts::read(&ToldCall {
            status: Some(status),
            ..ToldCall::default()
        })
    };
    let facts = [status("pending"), status("finished"), status("calling")];
    let mut group = Ambiguous {
        rows: vec![4, 7, 8, 9],
        entries: vec![0, 1, 2],
    };
    let spread = group.spread(|entry| &facts[entry]);
    let expected = [
        (4, Some(&facts[1])),
        (7, Some(&facts[2])),
        (8, Some(&facts[0])),
        (9, None),
    ];
    assert_eq!(spread, expected);
    group.rows.truncate(1);
    assert_eq!(group.spread(|entry| &facts[entry]), expected[..1]);
}

#[test]
fn ten_thousand_leads_with_one_note_and_one_number_are_one_group() {
    let leads = vec![(ONE, "shared"); 10_000];
    let entries = vec![(ONE, "shared"); 10_000];
    let matches = owners(&leads, &entries);
    assert_eq!(matches.ambiguous.len(), 1);
    assert_eq!(matches.ambiguous[0].rows.len(), 10_000);
    assert_eq!(matches.ambiguous[0].entries.len(), 10_000);
}

/// How an answer tells of a lead.
#[derive(Clone, Copy, Debug)]
enum Reading {
    NumberAndNote,
    NumberOnly,
    NoteOnly,
    Masked,
}

type Lead = (String, String);

fn leads() -> impl Strategy<Value = Vec<Lead>> {
    let lead = (0_u32..12, 0_u32..12).prop_map(|(number, note)| {
        let note = if note == 0 {
            String::new()
        } else {
            format!("C{note}")
        };
        (format!("+62812345678{number:02}"), note)
    });
    prop::collection::vec(lead, 1..20)
}

/// Leads, and an entry for some of them in any order: the places of the leads.
fn answers() -> impl Strategy<Value = (Vec<Lead>, Vec<usize>, Reading)> {
    let reading = select(vec![
        Reading::NumberAndNote,
        Reading::NumberOnly,
        Reading::NoteOnly,
        Reading::Masked,
    ]);
    let shuffled = leads().prop_flat_map(|leads| {
        let places: Vec<usize> = (0..leads.len()).collect();
        let some = 0..=places.len();
        let listed = (Just(places).prop_shuffle(), some);
        (
            Just(leads),
            listed.prop_map(|(places, some)| places[..some].to_vec()),
        )
    });
    (shuffled, reading).prop_map(|((leads, listed), reading)| (leads, listed, reading))
}

fn answered(leads: &[Lead], listed: &[usize], reading: Reading) -> Matches {
    let pairs: Vec<(&str, &str)> = leads
        .iter()
        .map(|(number, note)| (number.as_str(), note.as_str()))
        .collect();
    let masked: Vec<String> = leads
        .iter()
        .map(|(number, _)| number.replacen("2345", "****", 1))
        .collect();
    let entries: Vec<ToldOwner<'_>> = listed
        .iter()
        .map(|place| {
            let (number, note) = pairs[*place];
            match reading {
                Reading::NumberAndNote => told(number, note),
                Reading::NumberOnly => told(&number[1..], ""),
                Reading::NoteOnly => told("", note),
                Reading::Masked => told(&masked[*place], note),
            }
        })
        .collect();
    match_calls(&sent(&pairs), &entries)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_entry_is_ever_given_to_another_lead((leads, listed, reading) in answers()) {
        let matches = answered(&leads, &listed, reading);
        prop_assert_eq!(matches.owners.len(), listed.len());
        for (entry, (owner, place)) in matches.owners.iter().zip(&listed).enumerate() {
            let row = u32::try_from(place + 1).unwrap();
            match owner {
                Owner::Row(owner) => prop_assert_eq!(*owner, row),
                Owner::OneOf(group) => {
                    let group = &matches.ambiguous[*group];
                    prop_assert!(group.rows.contains(&row) || matches.owners.contains(&Owner::Row(row)));
                    prop_assert!(group.entries.contains(&entry));
                }
                Owner::Stranger => prop_assert!(matches!(reading, Reading::Masked) && leads[*place].1.is_empty()),
            }
        }
    }

    #[test]
    fn a_group_has_a_row_for_each_entry((leads, listed, reading) in answers()) {
        let matches = answered(&leads, &listed, reading);
        let mut rows: Vec<u32> = matches.ambiguous.iter().flat_map(|group| group.rows.clone()).collect();
        for group in &matches.ambiguous {
            prop_assert!(group.entries.len() <= group.rows.len());
        }
        rows.sort_unstable();
        let count = rows.len();
        rows.dedup();
        prop_assert_eq!(rows.len(), count, "no row is in two groups");
    }

    #[test]
    fn the_order_of_the_answer_decides_nothing(
        (leads, listed, reading) in answers(),
        turn in 0_usize..20,
    ) {
        let mut turned = listed.clone();
        turned.rotate_left(turn % listed.len().max(1));
        turned.reverse();
        let pairs = |listed: &[usize]| {
            let matches = answered(&leads, listed, reading);
            let mut pairs: Vec<(usize, Owner)> = listed.iter().copied().zip(matches.owners).collect();
            pairs.sort_by_key(|(place, _)| *place);
            let rows: Vec<Vec<u32>> = matches.ambiguous.into_iter().map(|group| group.rows).collect();
            (pairs, rows)
        };
        prop_assert_eq!(pairs(&listed), pairs(&turned));
    }
}
