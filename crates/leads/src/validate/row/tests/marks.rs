//! Rows of which the sheet says something beside their cells.

use super::*;
use crate::marks::ShapeProblem;

fn validate_marked(marks: &RowMarks, edits: &Edits, released: &[HoldReason]) -> ValidatedLead {
    let cells = ["Siti", "+62812335088", "ACME", "C1", "", "", "", "", ""];
    let row = Row {
        cells: &cells,
        edits,
        marks,
    };
    let rules = RowRules {
        released,
        ..rules("")
    };
    validate_row(&row, &mapping(), &rules)
}

#[test]
fn a_hidden_row_is_held_back_until_a_person_says_that_it_is_called() {
    let marks = RowMarks {
        hidden: true,
        struck_through: true,
        ..RowMarks::NONE
    };
    let kind = |released: &[HoldReason]| {
        let validated = validate_marked(&marks, &Edits::default(), released);
        LeadKind::of(&validated.problems, RowContext::default())
    };
    assert_eq!(kind(&[]), LeadKind::HeldBack);
    assert_eq!(kind(&[HoldReason::Hidden]), LeadKind::HeldBack);
    let both = [HoldReason::Hidden, HoldReason::StruckThrough];
    assert_eq!(kind(&both), LeadKind::Ready);
}

#[test]
fn a_row_of_another_shape_has_no_number_unless_a_person_writes_it() {
    let marks = RowMarks {
        shape: Some(ShapeProblem::OpenQuote),
        ..RowMarks::NONE
    };
    let validated = validate_marked(&marks, &Edits::default(), &[]);
    assert_eq!(validated.lead.mobile, None);
    assert!(validated.has_errors());
    let mut edits = Edits::default();
    edits.set(Field::Mobile, Some("+62812335089".to_owned()));
    let validated = validate_marked(&marks, &edits, &[]);
    assert_eq!(validated.problems, []);
    assert_eq!(
        validated.lead.mobile.map(String::from).as_deref(),
        Some("+62812335089")
    );
}
