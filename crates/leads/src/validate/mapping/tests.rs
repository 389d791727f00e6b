//! Matching headers, and taking a person's choices.

use super::*;

fn guess(headers: &[&str], variables: &[(Field, &str)]) -> Vec<Option<Field>> {
    let headers: Vec<String> = headers.iter().map(ToString::to_string).collect();
    let variables: Vec<RobotVariable> = variables
        .iter()
        .map(|(field, name)| RobotVariable {
            field: *field,
            name: (*name).to_owned(),
            description: None,
        })
        .collect();
    let mapping = Mapping::guess(&headers, &variables);
    (0..headers.len())
        .map(|column| mapping.filled_by(column))
        .collect()
}

use Field::{Comments, Customer, ExtraA, ExtraB, ExtraC, Gender, Mobile, Platform, RobotId};

#[test]
fn spanish_headers_and_the_robots_own_names_are_matched() {
    let headers = [
        "Nombre del cliente",
        "Teléfono celular",
        "Plataforma",
        "Comentarios",
        "Género",
        "Oferta",
        "Ciudad",
        "Saldo",
    ];
    let variables = [(ExtraA, "Oferta"), (ExtraB, "Ciudad"), (ExtraC, "Saldo")];
    let fields = [
        Customer, Mobile, Platform, Comments, Gender, ExtraA, ExtraB, ExtraC,
    ];
    assert_eq!(guess(&headers, &variables), fields.map(Some));
    assert_eq!(guess(&headers, &[])[5..], [None, None, None]);
}

#[test]
fn english_indonesian_and_chinese_headers_are_matched() {
    assert_eq!(
        guess(
            &[
                "Ref",
                "Phone",
                "Comments",
                "Full name",
                "ExtraA",
                "Sex",
                "platform_name"
            ],
            &[]
        ),
        [
            None,
            Some(Mobile),
            Some(Comments),
            Some(Customer),
            Some(ExtraA),
            Some(Gender),
            Some(Platform)
        ]
    );
    assert_eq!(
        guess(
            &["NAMA", "No. HP", "Catatan", "Jenis Kelamin", "Robot ID"],
            &[]
        ),
        [Customer, Mobile, Comments, Gender, RobotId].map(Some)
    );
    assert_eq!(
        guess(
            &[
                "客户名称",
                "手机号码",
                "平台",
                "备注",
                "性别",
                "变量A",
                "变量B",
                "变量C"
            ],
            &[]
        ),
        [
            Customer, Mobile, Platform, Comments, Gender, ExtraA, ExtraB, ExtraC
        ]
        .map(Some)
    );
}

#[test]
fn the_first_of_two_columns_wins_and_half_a_match_is_none() {
    assert_eq!(
        guess(&["Phone", "Mobile", "Phone of the branch", "", " "], &[]),
        [Some(Mobile), None, None, None, None]
    );
}

#[test]
fn a_column_that_counts_the_rows_is_not_taken_for_the_number() {
    for header in ["No", "No.", "Nomor", "Número", "Number", "#", "编号"] {
        assert_eq!(
            guess(&[header, "Nama", "No HP"], &[]),
            [None, Some(Customer), Some(Mobile)],
            "{header}"
        );
    }
}

#[test]
fn a_robots_own_name_wins_over_a_common_word_but_never_takes_the_number() {
    assert_eq!(guess(&["Nombre"], &[(ExtraB, "nombre")]), [Some(ExtraB)]);
    assert_eq!(
        guess(&["Phone", "Phone"], &[(ExtraA, "Phone")]),
        [Some(Mobile), Some(ExtraA)]
    );
}

#[test]
fn a_first_name_is_joined_to_the_last_name() {
    let customer = |headers: &[&str]| {
        let headers: Vec<String> = headers.iter().map(ToString::to_string).collect();
        Mapping::guess(&headers, &[]).source(Customer).cloned()
    };
    assert_eq!(
        customer(&["Last name", "Phone", "First name"]),
        Some(Source::Joined(2, 0))
    );
    assert_eq!(
        customer(&["Nombre", "Apellidos"]),
        Some(Source::Joined(0, 1))
    );
    assert_eq!(
        customer(&["Full name", "First name", "Last name"]),
        Some(Source::Column(0))
    );
    assert_eq!(customer(&["Phone", "Last name"]), None);
}

#[test]
fn what_the_cells_hold_fills_only_what_is_free() {
    let headers = ["Phone".to_owned(), "X".to_owned(), "Y".to_owned()];
    let mapping =
        Mapping::guess(&headers, &[]).with_content(&[(Mobile, 1), (Gender, 0), (RobotId, 2)]);
    assert_eq!(mapping.source(Mobile), Some(&Source::Column(0)));
    assert_eq!(mapping.source(Gender), None);
    assert_eq!(mapping.source(RobotId), Some(&Source::Column(2)));
}

#[test]
fn a_column_fills_at_most_one_field() {
    let mut mapping = Mapping::default();
    mapping.set(Customer, Some(Source::Joined(2, 3)));
    mapping.set(Mobile, Some(Source::Column(2)));
    assert_eq!(mapping.source(Customer), None);
    assert_eq!(mapping.source(Mobile), Some(&Source::Column(2)));
    assert_eq!(mapping.left_out(4), [0, 1, 3]);
    assert!(mapping.is_usable());
}

#[test]
fn a_row_is_read_from_a_column_from_two_or_from_neither() {
    let cells = [" Ana ", "", "Ruiz"];
    assert_eq!(Source::Column(0).text(&cells), " Ana ");
    assert_eq!(Source::Column(9).text(&cells), "");
    assert_eq!(Source::Joined(0, 2).text(&cells), "Ana Ruiz");
    assert_eq!(Source::Joined(1, 2).text(&cells), "Ruiz");
    assert_eq!(Source::Joined(0, 9).text(&cells), "Ana");
    assert_eq!(Source::Value("DIDI".to_owned()).text(&cells), "DIDI");
}

fn column(column: usize) -> SourceChoice {
    SourceChoice::column(Some(column))
}

fn value(value: &str) -> SourceChoice {
    SourceChoice {
        value: value.to_owned(),
        ..SourceChoice::default()
    }
}

#[test]
fn every_choice_that_cannot_be_followed_is_named() {
    let joined = |column, joined| SourceChoice {
        column,
        joined: Some(joined),
        ..SourceChoice::default()
    };
    let choices = [
        (Customer, column(1)),
        (Mobile, column(1)),
        (Platform, column(9)),
        (Comments, joined(None, 2)),
        (ExtraA, joined(Some(2), 2)),
        (
            ExtraB,
            SourceChoice {
                value: "x".to_owned(),
                ..column(2)
            },
        ),
        (Gender, SourceChoice::default()),
    ];
    let problems = Mapping::parse(&choices, 3, &Mapping::default()).expect_err("five are wrong");
    let inputs: Vec<&str> = problems
        .iter()
        .map(|problem| problem.input.as_str())
        .collect();
    assert_eq!(
        inputs,
        ["mobile", "platform", "comments", "extra_a", "extra_b"]
    );
    assert!(problems[0].sentence.to_string().contains("Customer"));

    let problems =
        Mapping::parse(&[(Customer, column(0))], 3, &Mapping::default()).expect_err("no number");
    assert_eq!(problems[0].input, "mobile");
    let problems = Mapping::parse(&[(Mobile, value("+62812335088"))], 3, &Mapping::default())
        .expect_err("one number");
    assert!(problems[0].sentence.to_string().contains("same person"));

    let mapping = Mapping::parse(
        &[(Mobile, column(0)), (Customer, joined(Some(2), 1))],
        4,
        &Mapping::default(),
    );
    assert_eq!(mapping.map(|mapping| mapping.left_out(4)), Ok(vec![3]));
}

#[test]
fn it_is_written_as_a_map_from_field_to_source() {
    let choices = [
        (Mobile, column(1)),
        (ExtraA, column(0)),
        (Platform, value(" DIDI ")),
        (
            Customer,
            SourceChoice {
                joined: Some(3),
                ..column(2)
            },
        ),
    ];
    let mapping = Mapping::parse(&choices, 4, &Mapping::default()).expect("usable");
    let json = serde_json::to_string(&mapping).expect("a map");
    assert_eq!(
        json,
        r#"{"customer":[2,3],"mobile":1,"platform":"DIDI","extra_a":0}"#
    );
    assert_eq!(serde_json::from_str::<Mapping>(&json).ok(), Some(mapping));
    assert!(serde_json::from_str::<Mapping>(r#"{"mobile":1,"customer":[0,1]}"#).is_err());
}

#[test]
fn how_letters_are_meant_for_genders_is_written_down_too() {
    let mut mapping = Mapping::default();
    mapping.set(Mobile, Some(Source::Column(1)));
    mapping.set(Gender, Some(Source::Column(0)));
    let usual = mapping.clone().with_genders(&[["M"], ["F"]].map(Vec::from));
    assert_eq!(usual, mapping);
    let other = mapping.with_genders(&[["M"], ["H"]].map(Vec::from));
    assert_eq!(other.genders(), GenderReading::FemaleIsM);
    let json = serde_json::to_string(&other).expect("a map");
    assert_eq!(serde_json::from_str::<Mapping>(&json).ok(), Some(other));
}

fn either(column: Option<usize>, otherwise: usize) -> SourceChoice {
    SourceChoice {
        otherwise: Some(otherwise),
        ..SourceChoice::column(column)
    }
}

#[test]
fn a_second_column_is_read_where_the_first_is_empty() {
    let source = Source::Either {
        first: 0,
        otherwise: 1,
    };
    assert_eq!(source.text(&["", "0812335088"]), "0812335088");
    assert_eq!(source.text(&[" \u{A0}", "0812335088"]), "0812335088");
    assert_eq!(source.text(&["0812335077", "0812335088"]), "0812335077");
    assert_eq!(source.text(&["0812335077"]), "0812335077");
    assert_eq!(source.text(&[""]), "");
    let none = Mapping::default();
    let mapping = Mapping::parse(&[(Mobile, either(Some(2), 3))], 4, &none).expect("usable");
    let json = serde_json::to_string(&mapping).expect("a map");
    assert_eq!(json, r#"{"mobile":{"first":2,"otherwise":3}}"#);
    assert_eq!(
        serde_json::from_str::<Mapping>(&json).ok(),
        Some(mapping.clone())
    );
    assert_eq!(mapping.left_out(4), [0, 1]);
    for (field, choice) in [
        (Mobile, either(None, 3)),
        (Mobile, either(Some(3), 3)),
        (Mobile, either(Some(2), 9)),
        (Customer, either(Some(2), 3)),
    ] {
        let problems = Mapping::parse(&[(Mobile, column(0)), (field, choice)], 4, &none);
        assert!(problems.is_err_and(|problems| problems[0].input == field.key()));
    }
}

#[test]
fn a_mapping_that_was_stored_before_is_still_read() {
    let stored = r#"{"customer":[2,3],"mobile":1,"platform":"DIDI","genders":"female_is_m"}"#;
    let mapping: Mapping = serde_json::from_str(stored).expect("as it was written");
    assert_eq!(mapping.source(Mobile), Some(&Source::Column(1)));
    assert_eq!(mapping.genders(), GenderReading::FemaleIsM);
    assert_eq!(mapping.questions(), []);
    assert!(mapping.qualifiers().is_empty());
    assert_eq!(
        serde_json::to_string(&mapping).ok().as_deref(),
        Some(stored)
    );
}

#[test]
fn choices_keep_what_is_known_of_the_sheet_and_answer_every_question() {
    let headers = ["A", "B", "DNC"].map(str::to_owned);
    let first = [["09171234501", "09179990417", "no"]];
    let first: Vec<Vec<&str>> = first.iter().map(|row| row.to_vec()).collect();
    let sheet = SheetHead {
        headers: &headers,
        hidden: &[],
        first: &first,
    };
    let country = Country::parse("PH").expect("two letters");
    let before = Mapping::of_sheet(&sheet, &[], country, None);
    assert!(before.asks_at(Mobile));
    let chosen = Mapping::parse(&[(Mobile, column(1))], 3, &before).expect("usable");
    assert_eq!(chosen.questions(), []);
    assert_eq!(chosen.qualifiers(), before.qualifiers());
    assert_eq!(chosen.qualifiers().holds.len(), 1);
}
