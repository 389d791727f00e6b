//! Rows that are held back, and rows of several countries.

mod answers;
mod of_numbers;
mod unknown_countries;

use super::*;
use crate::edits::Edits;
use crate::kind::{LeadKind, RowContext};
use crate::marks::RowMarks;
use crate::validate::row::{Row, RowRules, ValidatedLead, validate_row};
use crate::validate::{Mapping, Mobile};

fn country(letters: &str) -> Country {
    Country::parse(letters).expect("two letters")
}

fn validated(
    account: &str,
    headers: &[&str],
    rows: &[&[&str]],
    released: &[HoldReason],
) -> Vec<ValidatedLead> {
    let headers: Vec<String> = headers.iter().map(ToString::to_string).collect();
    let first: Vec<Vec<&str>> = rows.iter().map(|row| row.to_vec()).collect();
    let head = SheetHead {
        headers: &headers,
        hidden: &[],
        first: &first,
    };
    let mapping = Mapping::of_sheet(&head, &[], country(account), None);
    assert_eq!(mapping.questions(), [], "{headers:?}");
    let stored = serde_json::to_string(&mapping).expect("plain data");
    assert_eq!(
        serde_json::from_str::<Mapping>(&stored).ok().as_ref(),
        Some(&mapping)
    );
    let rules = RowRules {
        platform: "ACME",
        released,
        ..RowRules::of_country(country(account))
    };
    let edits = Edits::default();
    let validate = |cells: &Vec<&str>| {
        let row = Row {
            cells,
            edits: &edits,
            marks: &RowMarks::NONE,
        };
        validate_row(&row, &mapping, &rules)
    };
    first.iter().map(validate).collect()
}

/// Why a row with that cell under that header is held back.
fn held(header: &str, cell: &str) -> Option<(HoldReason, String)> {
    let validated = validated(
        "ID",
        &["Nama", "No HP", header],
        &[&["Ani", "081233508801", cell]],
        &[],
    );
    let lead = validated.into_iter().next()?;
    let kind = LeadKind::of(&lead.problems, RowContext::default());
    let held = lead
        .problems
        .into_iter()
        .find_map(|problem| match problem.kind {
            ProblemKind::HeldBack { reason, says, .. } => Some((reason, says)),
            _ => None,
        });
    assert_eq!(
        kind == LeadKind::HeldBack,
        held.is_some(),
        "{header}: {cell}"
    );
    held
}

#[test]
fn who_asked_not_to_be_called_is_held_back() {
    for [header, cell] in [
        ["Do Not Call", "Yes"],
        ["do_not_call", "1"],
        ["doNotCall", "TRUE"],
        ["DNC", "x"],
        ["DND", "Fully blocked"],
        ["Opt-Out", "y"],
        ["Opted out on", "2026-10-01"],
        ["Unsubscribed", "true"],
        ["Jangan dihubungi", "Ya"],
        ["No llamar", "SÍ"],
        ["Não ligar", "Sim"],
        ["Huwag tawagan", "oo"],
        ["कॉल न करें", "हाँ"],
        ["请勿致电", "是"],
        ["REPEP", "Sí"],
        ["OK to call?", "No"],
        ["Boleh dihubungi", "tidak"],
        ["Status", "Do not call"],
        ["Status", "DNC"],
        ["Do not call/email", "yes"],
        ["黑名单", "✓"],
    ] {
        assert_eq!(
            held(header, cell).map(|(reason, _)| reason),
            Some(HoldReason::DoNotCall),
            "{header}: {cell}"
        );
    }
    assert_eq!(
        held("Do not call", "YES").map(|(_, says)| says).as_deref(),
        Some("“Do not call: YES”")
    );
}

#[test]
fn without_consent_nobody_is_called() {
    for [header, cell] in [
        ["Consent", "No"],
        ["Consent given", "FALSE"],
        ["Marketing consent", "withdrawn"],
        ["Persetujuan", "tidak"],
        ["Setuju", "Menolak"],
        ["Consentimiento", "no"],
        ["Autoriza llamadas", "No"],
        ["Consentimento", "não"],
        ["Pahintulot", "hindi"],
        ["सहमति", "नहीं"],
        ["同意", "否"],
        ["Opt-in", "0"],
        ["No consent", "x"],
    ] {
        assert_eq!(
            held(header, cell).map(|(reason, _)| reason),
            Some(HoldReason::NoConsent),
            "{header}: {cell}"
        );
    }
}

#[test]
fn what_is_over_by_its_status_is_held_back() {
    for [header, cell] in [
        ["Status", "Deceased"],
        ["STATUS", "closed"],
        ["Loan status", "Paid"],
        ["Payment Status", "PAID IN FULL"],
        ["Status Pembayaran", "Lunas"],
        ["Status", "Sudah lunas"],
        ["Status", "Meninggal dunia"],
        ["Estatus", "Fallecido"],
        ["Estado", "Pagado"],
        ["Situação", "Quitado"],
        ["Katayuan", "Namatay"],
        ["स्थिति", "मृत"],
        ["状态", "已结清"],
        ["Deceased", "Yes"],
        ["Date of death", "2026-01-02"],
        ["Lunas", "Ya"],
        ["Paid", "yes"],
        ["Meninggal", "1"],
        ["Pagado", "Sí"],
    ] {
        assert_eq!(
            held(header, cell).map(|(reason, _)| reason),
            Some(HoldReason::Status),
            "{header}: {cell}"
        );
    }
}

#[test]
fn what_is_not_plain_holds_nobody_back() {
    for [header, cell] in [
        ["Do Not Call", "No"],
        ["DNC", ""],
        ["DNC", "0"],
        ["DNC", "-"],
        ["DNC", "n/a"],
        ["Do not call", "false"],
        ["Jangan dihubungi", "tidak"],
        ["No llamar", "no"],
        ["DND", "Not DND"],
        ["Consent", "Yes"],
        ["Consent", ""],
        ["Persetujuan", "Ya"],
        ["Email Opt Out", "Yes"],
        ["Unsubscribed from newsletter", "yes"],
        ["SMS consent", "no"],
        ["WhatsApp opt-in", "no"],
        ["Status", "Active"],
        ["Status", "Unpaid"],
        ["Status", "Not paid"],
        ["Status", "Belum lunas"],
        ["Status", "Partially paid"],
        ["Status", "No pagado"],
        ["Status", "Promise to pay, not paid"],
        ["Marital status", "Deceased"],
        ["Estado civil", "Cerrado"],
        ["Status Pekerjaan", "tutup"],
        ["Paid amount", "1"],
        ["Paid", "120000"],
        ["City", "Yes"],
        ["No. Kontak Lain", "ya"],
    ] {
        assert_eq!(held(header, cell), None, "{header}: {cell}");
    }
}

#[test]
fn what_a_person_released_is_called() {
    let rows: &[&[&str]] = &[&["Ani", "081233508801", "yes", "no"]];
    let headers = ["Nama", "No HP", "DNC", "Consent"];
    let count = |released: &[HoldReason]| {
        validated("ID", &headers, rows, released)[0]
            .problems
            .iter()
            .filter(|problem| matches!(problem.kind, ProblemKind::HeldBack { .. }))
            .count()
    };
    assert_eq!(count(&[]), 2);
    assert_eq!(count(&[HoldReason::DoNotCall]), 1);
    assert_eq!(count(&HoldReason::ALL), 0);
}

fn numbers(account: &str, headers: &[&str], rows: &[&[&str]]) -> Vec<(String, Vec<ProblemKind>)> {
    let leads = validated(account, headers, rows, &[]).into_iter();
    let number = |lead: ValidatedLead| {
        let number = lead
            .lead
            .mobile
            .as_ref()
            .map(Mobile::as_str)
            .unwrap_or_default()
            .to_owned();
        let told = lead.problems.into_iter().map(|problem| problem.kind);
        let told = told.filter(|kind| !matches!(kind, ProblemKind::FixedAutomatically { .. }));
        (number, told.collect())
    };
    leads.map(number).collect()
}

#[test]
fn a_column_gives_each_row_its_country() {
    let there = |letters| ProblemKind::OtherCountry {
        country: Some(country(letters)),
    };
    for (header, cells) in [
        ("Country", ["ID", "SG", "Malaysia"]),
        ("Negara", ["Indonesia", "Singapura", "MYS"]),
        ("País", ["indonesia", "Singapur", "Malasia"]),
        ("国家", ["印度尼西亚", "新加坡", "马来西亚"]),
        ("Country code", ["62", "+65", "60"]),
        ("Kode negara", ["+62", "0065", "60.0"]),
        ("ISO code", ["id", "sg", "my"]),
        (
            "Country/Region",
            ["Indonesia (ID)", "SG - Singapore", "+60 Malaysia"],
        ),
        (
            "Mailing Country",
            ["62 (Indonesia)", "+65 Singapore", "Malaysia / MY"],
        ),
        ("Country of Work", ["Indonesia", "Singapore", "Malaysia"]),
        ("Prefix", ["+62", "+65", "+60"]),
    ] {
        let rows = [
            ["Ani", "081233508801", cells[0]],
            ["Budi", "91234567", cells[1]],
            ["Citra", "0123456789", cells[2]],
        ];
        let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
        let found = numbers("ID", &["Nama", "No HP", header], &rows);
        assert_eq!(
            found,
            [
                ("+6281233508801".to_owned(), vec![]),
                ("+6591234567".to_owned(), vec![there("SG")]),
                ("+60123456789".to_owned(), vec![there("MY")]),
            ],
            "{header}"
        );
    }
}

#[test]
fn a_code_of_its_own_counts_before_the_column() {
    let rows: &[&[&str]] = &[
        &["Ani", "+6281233508801", "SG"],
        &["Budi", "+6591234567", "ID"],
        &["Citra", "081233508802", "nowhere"],
        &["Dewi", "081233508803", ""],
        &["Eka", "081233508804", "ID"],
        &["Fitri", "081233508805", "ID"],
    ];
    let found = numbers("ID", &["Nama", "No HP", "Country"], rows);
    let first: Vec<&str> = found.iter().map(|(number, _)| number.as_str()).collect();
    assert_eq!(
        first,
        [
            "+6281233508801",
            "+6591234567",
            "+6281233508802",
            "+6281233508803",
            "+6281233508804",
            "+6281233508805"
        ]
    );
    assert_eq!(found[0].1, []);
    assert_eq!(
        found[1].1,
        [ProblemKind::OtherCountry {
            country: Some(country("SG"))
        }]
    );
}

#[test]
fn a_number_that_two_countries_may_have_is_warned_of_where_the_row_does_not_say_which() {
    // Ten digits are dialled within Mexico and within the United States.
    let rows: &[&[&str]] = &[
        &["Ana", "5512345678", "MX"],
        &["Ben", "6505550123", "US"],
        &["Eva", "2125551234", "US"],
        &["Leo", "6562534567", ""],
        &["Mia", "8112345678", "MX"],
    ];
    let found = numbers("MX", &["Nombre", "Celular", "País"], rows);
    let other = ProblemKind::TwoCountries {
        other: country("US"),
    };
    let warned: Vec<bool> = found
        .iter()
        .map(|(_, told)| told.contains(&other))
        .collect();
    assert_eq!(warned, [false, false, false, true, false]);
    // One number from abroad makes no list of two countries.
    let one: &[&[&str]] = &[
        &["Ana", "6562534567"],
        &["Ben", "+16505550123"],
        &["Eva", "5512345678"],
    ];
    assert!(
        numbers("MX", &["Nombre", "Celular"], one)
            .iter()
            .all(|(_, told)| !told.contains(&other))
    );
}
