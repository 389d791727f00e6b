//! Rows of which the sheet says something beside their cells.

use super::*;
use crate::marks::ShapeProblem;

fn judge_marked(marks: &RowMarks, mended: &Mended, released: &[HoldReason]) -> JudgedLead {
    let cells = ["Siti", "+62812335088", "ACME", "C1", "", "", "", "", ""];
    let row = Row {
        cells: &cells,
        mended,
        marks,
    };
    let rules = RowRules {
        released,
        ..rules("")
    };
    judge_row(&row, &mapping(), &rules)
}

#[test]
fn a_hidden_row_is_held_back_until_a_person_says_that_it_is_called() {
    let marks = RowMarks {
        hidden: true,
        struck_through: true,
        ..RowMarks::NONE
    };
    let kind = |released: &[HoldReason]| {
        let judged = judge_marked(&marks, &Mended::default(), released);
        LeadKind::of(&judged.faults, Standing::default())
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
    let judged = judge_marked(&marks, &Mended::default(), &[]);
    assert_eq!(judged.lead.mobile, None);
    assert!(judged.has_errors());
    let mut mended = Mended::default();
    mended.set(Field::Mobile, Some("+62812335089".to_owned()));
    let judged = judge_marked(&marks, &mended, &[]);
    assert_eq!(judged.faults, []);
    assert_eq!(
        judged.lead.mobile.map(String::from).as_deref(),
        Some("+62812335089")
    );
}
