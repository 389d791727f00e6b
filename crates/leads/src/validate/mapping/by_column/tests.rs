use super::*;

const HEADERS: [&str; 5] = ["HP 1", "HP 2", "Nama", "Marga", "Kode promo"];

fn headers() -> Vec<String> {
    HEADERS.map(str::to_owned).to_vec()
}

fn variables() -> Vec<RobotVariable> {
    vec![RobotVariable {
        field: Field::ExtraA,
        name: "Kode".to_owned(),
        description: None,
    }]
}

/// HP 1 is the number, Nama and Marga the name, and the platform is written down.
fn before() -> Mapping {
    let mut mapping = Mapping::default();
    mapping.set(Field::Mobile, Some(Source::Column(0)));
    mapping.set(Field::Customer, Some(Source::Joined(2, 3)));
    mapping.set(Field::Platform, Some(Source::Value("DIDI".to_owned())));
    mapping
}

/// The form as it is drawn, some columns chosen otherwise.
fn drawn(changes: &[(usize, &str)]) -> ColumnChoices {
    let mut choices = ColumnChoices::of_mapping(&before());
    for (column, key) in changes {
        match ColumnUse::from_key(key) {
            Some(column_use) => choices.uses.insert(*column, column_use),
            None => choices.uses.remove(column),
        };
    }
    choices
}

fn resolved(choices: &ColumnChoices) -> Result<(Mapping, Vec<usize>), Vec<FormProblem>> {
    let (headers, before, variables) = (headers(), before(), variables());
    let from = ChosenFrom {
        headers: &headers,
        before: &before,
        variables: &variables,
    };
    let matched = choices.resolve(&from)?;
    let mapping = Mapping::parse(&matched.choices, headers.len(), &before)?;
    Ok((mapping, matched.replaced))
}

#[test]
fn a_form_that_nobody_touched_changes_nothing() {
    assert_eq!(resolved(&drawn(&[])), Ok((before(), Vec::new())));
}

#[test]
fn every_use_is_found_by_its_key() {
    for field in Field::ALL {
        for part in ColumnPart::ALL {
            let column_use = ColumnUse { field, part };
            assert_eq!(ColumnUse::from_key(&column_use.key()), Some(column_use));
        }
    }
    for key in ["", "mobile.", "mobile.first", "nobody", ".joined"] {
        assert_eq!(ColumnUse::from_key(key), None, "{key}");
    }
}

#[test]
fn a_column_that_is_chosen_takes_the_place_of_the_one_from_before() {
    let (mapping, replaced) = resolved(&drawn(&[(1, "mobile")])).expect("no problem");
    assert_eq!(mapping.source(Field::Mobile), Some(&Source::Column(1)));
    assert_eq!(replaced, [0]);
    // With the first of two joined columns, the second goes too.
    let (mapping, replaced) = resolved(&drawn(&[(4, "customer")])).expect("no problem");
    assert_eq!(mapping.source(Field::Customer), Some(&Source::Column(4)));
    assert_eq!(replaced, [2, 3]);
}

#[test]
fn a_second_column_is_joined_or_counts_where_the_first_is_empty() {
    let (mapping, replaced) =
        resolved(&drawn(&[(1, "mobile.otherwise"), (4, "customer.joined")])).expect("no problem");
    let either = Source::Either {
        first: 0,
        otherwise: 1,
    };
    assert_eq!(mapping.source(Field::Mobile), Some(&either));
    assert_eq!(mapping.source(Field::Customer), Some(&Source::Joined(2, 4)));
    assert_eq!(replaced, [3]);
}

#[test]
fn two_columns_that_are_chosen_for_one_field_are_told_at_both() {
    let problems = resolved(&drawn(&[(1, "comments"), (4, "comments")])).expect_err("two");
    let sentence = "Comments: “HP 2” and “Kode promo” are chosen. Choose one, or “Second column of Comments” for the other.";
    let told: Vec<(&str, String)> = problems
        .iter()
        .map(|problem| (problem.input.as_str(), problem.sentence.to_string()))
        .collect();
    let sentence = || sentence.to_owned();
    assert_eq!(told, [("column-1", sentence()), ("column-4", sentence())]);
}

#[test]
fn of_three_columns_that_are_chosen_for_one_field_two_can_stay() {
    let problems =
        resolved(&drawn(&[(1, "comments"), (3, "comments"), (4, "comments")])).expect_err("three");
    assert_eq!(problems.len(), 3);
    let sentence = problems[0].sentence.to_string();
    let end = "Choose one, and “Second column of Comments” for one other at most.";
    assert!(sentence.ends_with(end), "{sentence}");
}

#[test]
fn a_column_is_chosen_at_a_field_that_has_none() {
    let mut choices = drawn(&[]);
    choices.at_fields.insert(Field::ExtraA, 4);
    let (mapping, _) = resolved(&choices).expect("no problem");
    assert_eq!(mapping.source(Field::ExtraA), Some(&Source::Column(4)));
    // What the table says of it from before gives way.
    choices.at_fields.insert(Field::ExtraA, 3);
    let (mapping, _) = resolved(&choices).expect("no problem");
    assert_eq!(mapping.source(Field::ExtraA), Some(&Source::Column(3)));
    assert_eq!(mapping.source(Field::Customer), Some(&Source::Column(2)));
}

#[test]
fn a_column_that_is_chosen_for_two_fields_is_told_at_both() {
    let mut choices = drawn(&[(4, "comments")]);
    choices.at_fields.insert(Field::ExtraA, 4);
    let problems = resolved(&choices).expect_err("two fields");
    let inputs: Vec<&str> = problems
        .iter()
        .map(|problem| problem.input.as_str())
        .collect();
    assert_eq!(inputs, ["field-extra_a", "column-4"]);
    assert_eq!(
        problems[0].sentence.to_string(),
        "“Kode promo” is chosen for Kode and for Comments. Choose it for one of them."
    );
    let mut twice = drawn(&[]);
    twice.at_fields.insert(Field::ExtraA, 4);
    twice.at_fields.insert(Field::ExtraB, 4);
    assert_eq!(resolved(&twice).expect_err("two fields").len(), 2);
}

#[test]
fn of_a_value_and_a_column_the_one_that_was_chosen_now_counts() {
    let (mapping, replaced) = resolved(&drawn(&[(4, "platform")])).expect("no problem");
    assert_eq!(mapping.source(Field::Platform), Some(&Source::Column(4)));
    assert!(replaced.is_empty());
    let mut choices = drawn(&[]);
    choices.values.insert(Field::Customer, "Siti".to_owned());
    let (mapping, replaced) = resolved(&choices).expect("no problem");
    let value = Source::Value("Siti".to_owned());
    assert_eq!(mapping.source(Field::Customer), Some(&value));
    assert_eq!(replaced, [2, 3]);
    // Both at once is for the person to decide.
    let mut both = drawn(&[(4, "comments")]);
    both.values.insert(Field::Comments, "Week 48".to_owned());
    let problems = resolved(&both).expect_err("a column and a value");
    assert_eq!(
        both.input_for(Field::Comments, &before()),
        "column-4",
        "{problems:?}"
    );
}

#[test]
fn what_is_wrong_with_a_field_is_said_at_its_control() {
    let none = drawn(&[(0, "")]);
    assert_eq!(none.input_for(Field::Mobile, &before()), "column-0");
    assert_eq!(none.input_for(Field::ExtraA, &before()), "field-extra_a");
    assert_eq!(none.input_for(Field::Platform, &before()), "value-platform");
    assert!(!none.fills(Field::Mobile) && none.fills(Field::Platform));
}
