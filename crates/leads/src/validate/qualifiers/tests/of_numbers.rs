//! What a row says of its number rather than of itself.

use super::*;
use crate::validate::holds_number;

#[test]
fn who_is_not_to_be_called_or_dead_is_so_in_every_row_and_a_loan_is_one_of_several() {
    for (header, cell, is_of_number) in [
        ("Do not call", "yes", true),
        ("Jangan dihubungi", "ya", true),
        ("OK to call?", "no", true),
        ("Consent", "no", true),
        ("Persetujuan", "tidak", true),
        ("Status", "Do not call", true),
        ("Status", "Deceased", true),
        ("Status", "Case closed - customer passed away", true),
        ("Estado", "Fallecido", true),
        ("Deceased", "yes", true),
        ("Meninggal", "ya", true),
        ("Status", "Fully paid", false),
        ("Status", "Fully paid (not deceased)", false),
        ("Status", "Lunas", false),
        ("Closed", "yes", false),
    ] {
        let rows: &[&[&str]] = &[&["Ani", "081233508801", cell]];
        let validated = validated("ID", &["Nama", "No HP", header], rows, &[]);
        let kind = LeadKind::of(&validated[0].problems, RowContext::default());
        assert_eq!(kind, LeadKind::HeldBack, "{header}: {cell}");
        assert_eq!(
            holds_number(&validated[0].problems),
            is_of_number,
            "{header}: {cell}"
        );
    }
}
