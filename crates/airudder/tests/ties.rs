//! Tying detail errors to leads: documented shape, both bases, and never to a wrong lead.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use airudder::DetailError;
use airudder::detail_errors::{IndexBase, MatchedErrors, SentLead, match_errors};

const LEADS: [(&str, &str); 4] = [
    ("+6281200000001", "A1"),
    ("+6281200000002", "A2"),
    ("+6281200000003", "A3"),
    ("+6281200000004", "A4"),
];

fn error(field: &str, msg: &str, comments: &str) -> DetailError {
    DetailError {
        field: field.into(),
        msg: msg.into(),
        comments: comments.into(),
    }
}

fn matched(leads: &[(&str, &str)], errors: &[DetailError]) -> MatchedErrors {
    let sent: Vec<SentLead> = leads
        .iter()
        .map(|(mobile, comments)| SentLead { mobile, comments })
        .collect();
    match_errors(&sent, errors)
}

fn positions(matched: &MatchedErrors) -> Vec<usize> {
    matched
        .refused
        .iter()
        .map(|(position, _)| *position)
        .collect()
}

#[test]
fn a_single_error_ties_under_either_base() {
    for (field, base) in [
        ("Details[1]", IndexBase::Zero),
        ("Details[2]", IndexBase::One),
    ] {
        for msg in [
            "Country Code Error: 6281200000002",
            "Error: +6281200000002.",
            "bad number 081200000002 ",
        ] {
            let matched = matched(&LEADS, &[error(field, msg, "A2 ")]);
            assert_eq!(
                (positions(&matched), matched.base),
                (vec![1], Some(base)),
                "{field} {msg}"
            );
        }
    }
}

#[test]
fn all_leads_refused_tie_under_either_base() {
    for (offset, base) in [(0, IndexBase::Zero), (1, IndexBase::One)] {
        let errors: Vec<_> = LEADS
            .iter()
            .enumerate()
            .map(|(position, (mobile, comments))| {
                error(&format!("Details[{}]", position + offset), mobile, comments)
            })
            .collect();
        let matched = matched(&LEADS, &errors);
        assert_eq!(
            (positions(&matched), matched.base),
            (vec![0, 1, 2, 3], Some(base))
        );
    }
}

#[test]
fn the_base_of_clear_errors_ties_the_ambiguous_ones() {
    let twins = [
        ("+6281200000001", "same"),
        ("+6281200000001", "same"),
        ("+6281200000003", "A3"),
        ("+6281200000001", "same"),
    ];
    let ambiguous = error("Details[1]", "Duplicate: 6281200000001", "same");
    let alone = matched(&twins, std::slice::from_ref(&ambiguous));
    assert_eq!(
        (positions(&alone), alone.base, alone.unmatched.len()),
        (vec![], None, 1)
    );
    let clear = error("Details[2]", "Country Code Error: 6281200000003", "A3");
    let both = matched(&twins, &[ambiguous, clear]);
    assert_eq!(
        (positions(&both), both.base),
        (vec![1, 2], Some(IndexBase::Zero))
    );
}

#[test]
fn a_field_of_a_detail_ties_like_the_detail() {
    for field in [
        "Details[2].Mobile",
        " details[ 2 ].Customer",
        "Details[2]:Mobile",
        "Details [2]",
    ] {
        let matched = matched(
            &LEADS,
            &[error(field, "Country Code Error: 6281200000003", "A3")],
        );
        assert_eq!(positions(&matched), [2], "{field}");
    }
}

#[test]
fn an_index_beyond_the_leads_or_none_is_not_tied() {
    for field in [
        "Details[5]",
        "Details[99999999999999999999]",
        "Details[-1]",
        "Details[]",
        "Details",
        "",
        "TaskName",
        "Détails[1]",
    ] {
        let matched = matched(&LEADS, &[error(field, "Error: 6281200000001", "A1")]);
        assert_eq!(
            (positions(&matched), matched.base, matched.unmatched.len()),
            (vec![], None, 1),
            "{field}"
        );
    }
    let last = matched(&LEADS, &[error("Details[4]", "Error: 6281200000004", "A4")]);
    assert_eq!(
        (positions(&last), last.base),
        (vec![3], Some(IndexBase::One))
    );
}

#[test]
fn an_error_that_disagrees_with_its_lead_is_not_tied() {
    let clear = error("Details[0]", "Error: 6281200000001", "A1");
    for other in [
        error("Details[1]", "Error: 6281200000009", "A2"),
        error("Details[1]", "Error: 6281200000002", "A9"),
        error("Details[1]", "Error: 6281200000003", "A3"),
    ] {
        let matched = matched(&LEADS, &[clear.clone(), other]);
        assert!(
            !positions(&matched).contains(&1),
            "{:?}",
            positions(&matched)
        );
        assert!(!positions(&matched).contains(&2));
    }
}

#[test]
fn errors_that_show_both_bases_are_all_left_untied() {
    let errors = [
        error("Details[0]", "Error: 6281200000001", "A1"),
        error("Details[3]", "Error: 6281200000003", "A3"),
    ];
    let matched = matched(&LEADS, &errors);
    assert_eq!(
        (positions(&matched), matched.base, matched.unmatched.len()),
        (vec![], None, 2)
    );
}

#[test]
fn a_limit_or_quoted_code_in_the_message_is_not_taken_for_a_number() {
    let coded = [
        ("+6281200000001", "C12345567"),
        ("+6281200000002", "C12345568"),
    ];
    for msg in [
        "Customer longer than 64",
        "Customer too long",
        "Comments used twice: C12345567",
    ] {
        let matched = matched(&coded, &[error("Details[1].Customer", msg, "C12345567")]);
        assert_eq!(
            (positions(&matched), matched.base),
            (vec![0], Some(IndexBase::One)),
            "{msg}"
        );
    }
}

#[test]
fn a_lead_may_have_two_errors() {
    let errors = [
        error("Details[1].Mobile", "6281200000002", "A2"),
        error("Details[1].Gender", "Gender Error", "A2"),
    ];
    assert_eq!(positions(&matched(&LEADS, &errors)), [1, 1]);
}

#[test]
fn without_leads_nothing_is_tied() {
    assert_eq!(
        positions(&matched(
            &[],
            &[error("Details[0]", "Error: 6281200000001", "A1")]
        )),
        Vec::<usize>::new()
    );
}

/// How the provider of the exhaustive test writes an error.
#[derive(Clone, Copy, Debug)]
struct Style {
    base: usize,
    number: fn(&str) -> String,
    comments: fn(&str) -> String,
}

fn styles() -> Vec<Style> {
    let numbers: [fn(&str) -> String; 4] = [
        |mobile| format!("Country Code Error: {mobile}"),
        |mobile| format!("Country Code Error: {}", &mobile[1..]),
        |mobile| format!("Country Code Error: 0{}", &mobile[3..]),
        |_| "Customer longer than 64".to_owned(),
    ];
    let comments: [fn(&str) -> String; 3] = [
        str::to_owned,
        |comments| format!("{comments} "),
        |_| String::new(),
    ];
    let mut styles = Vec::new();
    for base in [0, 1] {
        for number in numbers {
            styles.extend(comments.map(|comments| Style {
                base,
                number,
                comments,
            }));
        }
    }
    styles
}

/// Every world of one to three leads, with equal numbers, equal national digits and equal or no comments among them;
/// every choice of refused leads; every way of writing the errors. A tie must be to the lead the error is about.
#[test]
fn in_every_small_world_no_error_is_tied_to_a_wrong_lead() {
    let kinds: Vec<(&str, &str)> = ["+6281200000001", "+6281200000002", "+9181200000001"]
        .into_iter()
        .flat_map(|mobile| ["", "x", "y"].map(|comments| (mobile, comments)))
        .collect();
    let styles = styles();
    let (mut ties, mut unmatched) = (0, 0);
    for count in 1..=3_u32 {
        for world in 0..kinds.len().pow(count) {
            let leads: Vec<(&str, &str)> = (0..count)
                .map(|digit| kinds[world / kinds.len().pow(digit) % kinds.len()])
                .collect();
            for chosen in 1..(1_usize << count) {
                let refused: Vec<usize> = (0..leads.len())
                    .filter(|position| chosen >> position & 1 == 1)
                    .collect();
                for style in &styles {
                    let errors: Vec<DetailError> = refused
                        .iter()
                        .map(|position| written(style, *position, leads[*position]))
                        .collect();
                    let matched = matched(&leads, &errors);
                    for (position, error) in &matched.refused {
                        let truth = format!("Details[{}]", position + style.base);
                        assert_eq!(error.field, truth, "{leads:?} {refused:?} {style:?}");
                    }
                    ties += matched.refused.len();
                    unmatched += matched.unmatched.len();
                    assert_eq!(
                        matched.refused.len() + matched.unmatched.len(),
                        errors.len()
                    );
                }
            }
        }
    }
    assert!(
        ties > unmatched,
        "most errors can be tied: {ties} were, {unmatched} were not"
    );
}

fn written(style: &Style, position: usize, (mobile, comments): (&str, &str)) -> DetailError {
    let field = format!("Details[{}]", position + style.base);
    error(&field, &(style.number)(mobile), &(style.comments)(comments))
}
