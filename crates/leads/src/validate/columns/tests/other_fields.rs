//! Names, platforms and variables, and how questions are answered.

use super::*;
use crate::validate::mapping::SourceChoice;

#[test]
fn the_name_is_told_from_codes_and_from_names_of_others() {
    let codes: &[&str] = &["C-10234", "C-10235", "C-10299"];
    let mapping = ph(
        &[("Customer", codes), ("Name", &NAMES), ("Mobile", &PH)],
        &[],
    );
    assert_eq!(column(&mapping, Field::Customer), Some(1));
    let mapping = ph(
        &[
            ("Nama Ibu Kandung", &NAMES),
            ("Nama Debitur", &NAMES),
            ("No HP", &PH),
        ],
        &[],
    );
    assert_eq!(column(&mapping, Field::Customer), Some(1));
    let mapping = ph(&[("Customer", codes), ("Mobile", &PH)], &[]);
    assert_eq!(asked(&mapping, Field::Customer), Some(vec![0]));
    let other: &[&str] = &["Dan", "Eva", "Fe"];
    let mapping = ph(
        &[
            ("Nama Nasabah", &NAMES),
            ("Nama Debitur", other),
            ("No HP", &PH),
        ],
        &[],
    );
    assert_eq!(asked(&mapping, Field::Customer), Some(vec![0, 1]));
    let mapping = ph(
        &[
            ("First Name", &NAMES),
            ("Last Name", other),
            ("Mobile", &PH),
            ("Contact", other),
        ],
        &[],
    );
    assert_eq!(mapping.source(Field::Customer), Some(&Source::Joined(0, 1)));
    let mapping = ph(&[("CONTACT", &PH), ("Mobile", &OTHERS)], &[]);
    assert_eq!(
        (
            column(&mapping, Field::Mobile),
            mapping.source(Field::Customer)
        ),
        (Some(1), None)
    );
}

#[test]
fn where_an_advertisement_was_shown_is_no_platform() {
    let platform = |header, cells: &[&str], beside| {
        column(
            &ph(
                &[
                    (header, cells),
                    ("phone_number", &PH),
                    (beside, &["false", "false", "false"]),
                    ("form_name", &["F", "F", "F"]),
                ],
                &[],
            ),
            Field::Platform,
        )
    };
    for cells in [
        ["fb", "ig", "fb"],
        ["FB", "an", "msg"],
        ["Facebook", "Instagram", ""],
        ["android", "ios", "ios"],
    ] {
        assert_eq!(platform("platform", &cells, "X"), None, "{cells:?}");
    }
    assert_eq!(
        platform("Platform", &["ab", "cd", "ab"], "is_organic"),
        None
    );
    for cells in [
        ["DIDI", "DIDI", "DIDI"],
        ["AIRUDDER", "", ""],
        ["ab", "cd", "ab"],
    ] {
        assert_eq!(platform("Platform", &cells, "X"), Some(0), "{cells:?}");
    }
    let mapping = ph(
        &[
            ("Platform", &["A1", "B1", "C1"]),
            ("App", &["K", "L", "M"]),
            ("Mobile", &PH),
        ],
        &[],
    );
    assert_eq!(asked(&mapping, Field::Platform), Some(vec![0, 1]));
}

#[test]
fn the_robots_variables_are_asked_for_where_the_list_has_none_of_them() {
    use Field::{ExtraA, ExtraB, ExtraC};
    let variables = [
        (ExtraA, "Promo"),
        (ExtraB, "Kode"),
        (ExtraC, "Berlaku sampai"),
    ];
    let rows: &[&[&str]] = &[&["Ani", "081233508801", "X1", "besok"]];
    let of = |headers: &[&str], hidden: &[usize]| {
        sheet_of_robot("ID", headers, hidden, rows, &variables)
    };
    let asked = of(&["Nama", "No HP", "Kode Voucher", "Tgl Berlaku"], &[]);
    let question = Question::Variables {
        fields: vec![ExtraA, ExtraB, ExtraC],
        near: vec![(ExtraB, 2), (ExtraC, 3)],
    };
    assert_eq!(asked.questions(), [question]);
    assert!(asked.asks_at(ExtraA) && !asked.asks_at(ExtraB));
    assert_eq!(of(&["Nama", "No HP", "Kode", "Kota"], &[]).questions(), []);
    let hidden = of(&["Nama", "No HP", "Kode", "Promo"], &[2]);
    let question = Question::Variables {
        fields: vec![ExtraB],
        near: vec![(ExtraB, 2)],
    };
    assert_eq!(hidden.questions(), [question]);
    assert_eq!(column(&hidden, ExtraA), Some(3));
}

#[test]
fn an_answer_settles_its_question_and_nothing_else() {
    let mapping = ph(
        &[
            ("A", &OTHERS),
            ("B", &PH),
            ("Customer", &["C-1001", "C-1002", "C-1009"]),
        ],
        &[],
    );
    assert_eq!(mapping.questions().len(), 2);
    let answered = mapping
        .with_answer(Field::Mobile, &SourceChoice::column(Some(1)), 3)
        .expect("one of the candidates");
    assert_eq!(column(&answered, Field::Mobile), Some(1));
    assert_eq!(answered.questions().len(), 1);
    assert!(
        mapping
            .with_answer(Field::Mobile, &SourceChoice::default(), 3)
            .is_err()
    );
    assert!(
        mapping
            .with_answer(Field::Mobile, &SourceChoice::column(Some(7)), 3)
            .is_err()
    );
    let all = answered
        .with_answer(Field::Customer, &SourceChoice::default(), 3)
        .expect("empty");
    assert_eq!(
        (all.questions().len(), all.source(Field::Customer)),
        (0, None)
    );
    assert_eq!(column(&all, Field::Mobile), Some(1));
    let json = serde_json::to_string(&mapping).expect("plain data");
    assert_eq!(serde_json::from_str::<Mapping>(&json).ok(), Some(mapping));
}

#[test]
fn a_variable_that_is_called_as_a_field_is_leaves_the_field_its_column() {
    use Field::{Customer, ExtraA, Mobile};
    let rows: &[&[&str]] = &[&["gold", "Ani", "081233508801"]];
    let mapping = sheet_of_robot(
        "ID",
        &["Customer", "Customer", "Mobile"],
        &[],
        rows,
        &[(ExtraA, "customer")],
    );
    assert_eq!(
        [ExtraA, Customer, Mobile].map(|field| column(&mapping, field)),
        [0, 1, 2].map(Some)
    );
    let rows: &[&[&str]] = &[&["081233508801", "gold"]];
    let mapping = sheet_of_robot(
        "ID",
        &["Mobile", "Mobile"],
        &[],
        rows,
        &[(ExtraA, "Mobile")],
    );
    assert_eq!(
        [Mobile, ExtraA].map(|field| column(&mapping, field)),
        [0, 1].map(Some)
    );
    assert_eq!(mapping.questions(), []);
}
