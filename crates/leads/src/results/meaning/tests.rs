//! The table of a robot's results.

use proptest::prelude::*;

use super::*;

fn row(letter: &str, name: &str, group: &str, order: &str) -> MeaningInput {
    MeaningInput {
        letter: letter.to_owned(),
        name: name.to_owned(),
        group: group.to_owned(),
        reached: true,
        order: order.to_owned(),
    }
}

fn inputs(rows: &[MeaningInput]) -> Vec<String> {
    let problems = Meanings::parse(rows).unwrap_err();
    problems.into_iter().map(|problem| problem.input).collect()
}

#[test]
fn results_stand_in_their_order_and_not_in_that_of_the_alphabet() {
    let meanings = Meanings::parse(&[
        row("A", "Not interested", "not_interested", "2"),
        row(" b ", "  Takes  the\nvoucher ", "interested", "1"),
        row("", " ", "", ""),
    ])
    .unwrap();
    let names: Vec<&str> = meanings
        .all()
        .iter()
        .map(|meaning| meaning.name.as_str())
        .collect();
    assert_eq!(names, ["Takes the voucher", "Not interested"]);
    assert_eq!(
        meanings.of("B").map(|meaning| meaning.group),
        Some(ResultGroup::Interested)
    );
    assert_eq!(meanings.of("C"), None);
}

#[test]
fn all_problems_are_told_at_their_fields() {
    let rows = [
        row("A", "", "interested", "1"),
        row("a", "Twice", "", "0"),
        row("--", "No letter", "call_back", "1,000"),
        row("123456789", &"x".repeat(61), "call_back", "3"),
    ];
    assert_eq!(
        inputs(&rows),
        [
            "name_0", "letter_1", "group_1", "order_1", "letter_2", "order_2", "letter_3", "name_3"
        ]
    );
}

#[test]
fn the_longest_texts_are_taken() {
    let longest = row(&"x".repeat(8), &"é".repeat(60), "interested", "999");
    assert_eq!(Meanings::parse(&[longest]).unwrap().all().len(), 1);
}

#[test]
fn a_robot_has_at_most_64_results() {
    let rows: Vec<MeaningInput> = (0..65)
        .map(|place| row(&format!("L{place}"), "Name", "interested", "1"))
        .collect();
    assert!(Meanings::parse(&rows[..64]).is_ok());
    assert_eq!(inputs(&rows), ["letter_64"]);
}

#[test]
fn the_first_table_is_made_of_what_the_provider_tells() {
    let meanings = Meanings::from_names(&[
        ("D", "Not interested"),
        ("A", "Takes the voucher"),
        ("F", "Answering machine"),
        ("a", "Told before"),
        ("--", "No letter"),
        ("G", " "),
    ]);
    let told: Vec<(&str, ResultGroup, bool, u16)> = meanings
        .all()
        .iter()
        .map(|it| (it.letter.as_str(), it.group, it.reached, it.order))
        .collect();
    assert_eq!(
        told,
        [
            ("A", ResultGroup::Interested, true, 1),
            ("D", ResultGroup::NotInterested, true, 2),
            ("F", ResultGroup::AnsweringMachine, false, 3),
        ]
    );
}

#[test]
fn an_unnamed_letter_says_so() {
    let meanings = Meanings::from_names(&[("A", "Takes the voucher")]);
    let with_name = |letter: &str| {
        let meaning = meanings.of(letter);
        let name = meaning.map(|meaning| meaning.name.as_str());
        letter_with_name(letter, name).to_string()
    };
    assert_eq!(with_name("A"), "Takes the voucher (A)");
    assert_eq!(with_name("Z"), "Z (not named yet)");
}

#[test]
fn every_group_is_found_by_its_key() {
    for group in ResultGroup::ALL {
        assert_eq!(ResultGroup::from_key(group.key()), Some(group));
    }
}

#[test]
fn a_stored_table_with_a_letter_twice_is_not_read() {
    let stored = r#"[{"letter":"A","name":"One","group":"interested","reached":true,"order":1},
        {"letter":"A","name":"Two","group":"interested","reached":true,"order":2}]"#;
    assert!(serde_json::from_str::<Meanings>(stored).is_err());
}

proptest! {
    #[test]
    fn whatever_the_provider_tells_makes_a_table_that_is_stored_and_read_again(
        names in prop::collection::vec((".{0,10}", "(?s).{0,70}"), 0..80)
    ) {
        let meanings = Meanings::from_names(&names);
        let stored = serde_json::to_string(&meanings).unwrap();
        prop_assert_eq!(serde_json::from_str::<Meanings>(&stored).unwrap(), meanings);
    }
}
