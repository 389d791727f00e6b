//! What bulk fixes write, and the words of their buttons.

use super::super::mapping::Source;
use super::super::row::{RowRules, validate_row};
use localization::Language;

use super::*;
use crate::edits::Edits;
use crate::marks::RowMarks;

fn mapping() -> Mapping {
    let mut mapping = Mapping::default();
    for field in Field::ALL {
        mapping.set(field, Some(Source::Column(field.index())));
    }
    mapping
}

fn country() -> Country {
    Country::parse("ID").expect("two letters")
}

fn problems_of(row: &Row<'_, &str>) -> Vec<Problem> {
    validate_row(row, &mapping(), &RowRules::of_country(country())).problems
}

/// What the bulk fix writes into the field of a lead with that text in it.
fn edits(key: &str, field: Field, text: &str) -> Option<LeadState> {
    let mut cells = ["", "+62812335088", "ACME", "", "", "", "", "", ""];
    cells[field.index()] = text;
    let none = Edits::default();
    let row = Row {
        cells: &cells,
        edits: &none,
        marks: &RowMarks::NONE,
    };
    let problems = problems_of(&row);
    BulkFix::from_key(key)
        .expect("a bulk fix")
        .apply(&row, false, &mapping(), &problems)
}

#[test]
fn a_long_comment_is_cut_by_characters_and_keeps_no_blank_at_its_end() {
    let long = format!("{} {}", "é".repeat(63), "x".repeat(9));
    let state = edits("cut:comments.too_long", Field::Comments, &long).expect("it fits");
    let cut = "é".repeat(63);
    assert_eq!(state.edits.text(Field::Comments), Some(cut.as_str()));
    assert_eq!(
        edits("cut:comments.too_long", Field::Comments, "short"),
        None
    );
}

#[test]
fn a_text_is_cut_between_characters_as_a_person_sees_them() {
    let family = "👩‍👩‍👧";
    let long = format!("{}{family}{}", "x".repeat(60), "y".repeat(9));
    let state = edits("cut:comments.too_long", Field::Comments, &long).expect("it fits");
    assert_eq!(
        state.edits.text(Field::Comments),
        Some("x".repeat(60).as_str())
    );
    let hindi = "का".repeat(40);
    let state = edits("cut:comments.perhaps_too_long", Field::Comments, &hindi);
    let state = state.expect("it fits");
    assert_eq!(
        state.edits.text(Field::Comments),
        Some("का".repeat(32).as_str())
    );
}

#[test]
fn what_a_voice_would_say_wrongly_is_emptied_put_right_or_taken_out() {
    for (key, field, text, becomes) in [
        ("clear:customer.placeholder", Field::Customer, "N/A", ""),
        ("clear:extra_b.placeholder", Field::ExtraB, "-", ""),
        ("clear:comments.error_value", Field::Comments, "#N/A", ""),
        ("clear:gender.error_value", Field::Gender, "#REF!", ""),
        ("write:customer.garbled", Field::Customer, "MuÃ±oz", "Muñoz"),
        ("write:extra_a.garbled", Field::ExtraA, "LeÃ³n", "León"),
        (
            "strip:customer.unspeakable",
            Field::Customer,
            " Ana 🌹 López ",
            "Ana López",
        ),
    ] {
        let state = edits(key, field, text).expect(key);
        assert_eq!(state.edits.text(field), Some(becomes), "{key}");
        assert_eq!(edits(key, field, "Ana"), None, "{key}");
    }
}

#[test]
fn the_buttons_for_texts_say_how_many_and_of_what() {
    let mut counts = ProblemCounts::default();
    for [name, extra] in [
        ["JosÃ©", "-"],
        ["MuÃ±oz", "🌹"],
        ["Ana 🌹", "LeÃ³n"],
        ["N/A", "x"],
        ["Mu??oz", "y"],
    ] {
        let cells = [name, "+62812335088", "ACME", "", "", "", extra];
        let none = Edits::default();
        let row = Row {
            cells: &cells,
            edits: &none,
            marks: &RowMarks::NONE,
        };
        counts.add(&problems_of(&row));
    }
    let mut labels: Vec<String> = bulk_fixes(&counts, Tally::default(), country())
        .into_iter()
        .map(|bulk_fix| bulk_fix.label.to_string())
        .filter(|label| !label.starts_with("Leave out"))
        .collect();
    labels.sort_unstable();
    assert_eq!(
        labels,
        [
            "Empty 1 placeholder in Customer",
            "Empty 1 placeholder in ExtraA",
            "Remove symbols from 1 name",
            "Remove symbols from 1 text of ExtraA",
            "Repair the letters of 1 text of ExtraA",
            "Repair the letters of 2 names",
        ]
    );
}

#[test]
fn a_gender_is_cleared_and_a_row_left_out() {
    let state = edits("clear:gender.unknown_gender", Field::Gender, "cat").expect("it fits");
    assert_eq!(state.edits.text(Field::Gender), Some(""));
    let state = edits("leave_out:gender.unknown_gender", Field::Gender, "cat");
    assert_eq!(state.map(|state| state.left_out), Some(true));
}

#[test]
fn a_bulk_fix_is_offered_where_it_fixes_and_names_what_it_does() {
    let mut counts = ProblemCounts::default();
    let rows = [("call me", "x"), ("+62812335088", "y")];
    for (mobile, letter) in rows {
        let long = letter.repeat(65);
        let cells = ["", mobile, "ACME", long.as_str()];
        let none = Edits::default();
        let row = Row {
            cells: &cells,
            edits: &none,
            marks: &RowMarks::NONE,
        };
        counts.add(&problems_of(&row));
    }
    let tally = Tally {
        left_out: 1_204,
        ..Tally::default()
    };
    let offered = bulk_fixes(&counts, tally, country());
    let labels: Vec<String> = offered
        .iter()
        .map(|bulk_fix| bulk_fix.label.to_string())
        .collect();
    assert_eq!(
        labels,
        [
            "Shorten 2 comments to 64 characters",
            "Leave out 2 rows (Comments: too long)",
            "Leave out 1 row (Mobile: not a phone number)",
            "Include 1,204 rows again",
        ]
    );
    let at_group = offered.iter().map(|fix| &fix.label_at_group);
    let in_spanish: Vec<String> = at_group
        .map(|label| label.text(Language::Spanish))
        .collect();
    assert_eq!(
        in_spanish,
        [
            "Reducir 2 comentarios a 64 caracteres",
            "Omitir 2 filas",
            "Omitir 1 fila",
            "Incluir de nuevo 1,204 filas",
        ]
    );
    for bulk_fix in offered {
        assert!(
            BulkFix::from_key(&bulk_fix.key).is_some(),
            "{}",
            bulk_fix.key
        );
    }
}

#[test]
fn every_bulk_fix_has_the_words_of_its_button() {
    let mut all = 0;
    for bulk_fix in BulkFix::all() {
        assert!(bulk_fix.label(3, "62").is_some(), "{bulk_fix:?}");
        all += 1;
    }
    assert!(all > 400, "{all}");
    for (key, code, label) in [
        ("write:mobile.lost_zero", "62", Some("Add +62 to 3 numbers")),
        ("write:mobile.lost_zero", "", None),
        (
            "leave_out:mobile.too_short",
            "",
            Some("Leave out 3 rows (Mobile: too few digits)"),
        ),
        ("take_in:", "", Some("Include 3 rows again")),
    ] {
        let bulk_fix = BulkFix::from_key(key).expect("a key");
        let told = bulk_fix.label(3, code).map(|label| label.to_string());
        assert_eq!(told.as_deref(), label);
    }
}

#[test]
fn what_is_never_offered_is_no_bulk_fix() {
    for key in [
        "",
        "cut",
        "cut:",
        "take_in:mobile.missing",
        "burn:mobile.too_short",
        "leave_out:",
        // A note is nothing to leave a lead out for, and an empty field is nothing to cut.
        "leave_out:mobile.country_code",
        "cut:comments.missing",
        "cut:mobile.too_long",
        "write:mobile.too_short",
        "clear:mobile.missing",
        "write:customer.letters_lost",
        "clear:comments.placeholder",
        "strip:comments.unspeakable",
        "clear:customer.error_value",
        "leave_out:a\"b.c",
        "leave_out:mobile.x\" || @.field like_regex \".*\" || @.kind == \"",
    ] {
        assert_eq!(BulkFix::from_key(key), None, "{key}");
    }
    assert!(BulkFix::from_key("take_in:").is_some());
    assert!(BulkFix::from_key("leave_out:mobile.too_short").is_some());
}
