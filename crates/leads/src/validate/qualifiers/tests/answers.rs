//! What cells and headers mean that hold a row back, and what only looks like it.

use super::*;

fn assert_held(reason: Option<HoldReason>, cases: &[[&str; 2]]) {
    for [header, cell] in cases {
        let held = held(header, cell).map(|(reason, _)| reason);
        assert_eq!(held, reason, "{header}: {cell}");
    }
}

#[test]
fn a_negation_counts_only_where_it_stands_before_what_it_takes_back() {
    let over = [
        "Deceased - pending docs",
        "Meninggal, belum lapor",
        "Fallecido - pendiente acta",
        "Fully paid - no balance",
        "Closed - no dues",
        "Lunas, tidak ada tunggakan",
        "Customer is deceased, the family will send the papers next week",
        "Loan closed",
        "Cuenta cerrada",
        "Ya pagado",
        "Sudah bayar",
        "Paid on 12/10/2026",
        "Preclosed",
        "Pagado",
        "Bayad na",
        "Dead",
    ];
    assert_held(Some(HoldReason::Status), &over.map(|cell| ["Status", cell]));
    let not_to_call = [
        ["Estado", "Baja"],
        ["Status", "Not interested, do not call"],
    ];
    assert_held(Some(HoldReason::DoNotCall), &not_to_call);
}

#[test]
fn what_is_paid_or_closed_in_part_or_of_something_else_holds_nobody_back() {
    let not_over = [
        "Not deceased",
        "Belum meninggal",
        "Has not yet been settled",
        "Will be fully paid",
        "Lunas sebagian",
        "Belom lunas",
        "gak lunas",
        "blm. lunas",
        "Pago vencido",
        "Pago atrasado",
        "Pago rechazado",
        "Pago mínimo",
        "Falta de pago",
        "Nunca pagado",
        "Medio pagado",
        "Link de pago enviado",
        "Sudah bayar 1x",
        "Kulang bayad",
        "Paid late",
        "Paid 1 of 3 EMI",
        "Paid - partial",
        "Minimum paid",
        "Door closed",
        "Toko tutup",
        "Ticket closed",
        "Dead lead",
        "Closed Won",
        "Closed - Won",
        "未结清",
        "chukta nahi",
    ];
    assert_held(None, &not_over.map(|cell| ["Status", cell]));
    let states = [
        ["Estado", "Baja California"],
        ["Estado", "Baja California Sur"],
    ];
    assert_held(None, &states);
}

#[test]
fn questions_and_consents_are_read_with_their_answers() {
    let refused = [
        ["Do you agree to be contacted?", "do not agree"],
        ["May we call you?", "no"],
        ["¿Acepta que le llamemos?", "No acepto"],
        ["¿Podemos llamarle?", "no"],
        ["¿Quiere ser contactado?", "No"],
        ["Pwede bang tawagan?", "hindi"],
        ["Aceita ser contatado?", "não"],
        ["Boleh di telepon?", "jangan"],
        ["Boleh dihubungi", "gak"],
        ["Contactable", "Uncontactable"],
        ["DNC", "opted out"],
        ["Unsubscribe", "unsubscribed"],
        ["可否致电", "不可"],
        ["Status", "jgn dihubungi"],
        ["Status", "jangan di telpon"],
        ["Status", "tdk mau dihubungi"],
        ["Status", "wag nang tawagan"],
        ["Status", "no volver a marcar"],
        ["Status", "no desea que lo llamen"],
        ["Status", "stop calling"],
    ];
    assert_held(Some(HoldReason::DoNotCall), &refused);
    let without = [
        ["Consent Status", "No"],
        ["Consent Status", "Withdrawn"],
        ["Consent Status", "Declined"],
        ["Consent", "Do not consent"],
        ["No consent", "withdrawn"],
        ["Setuju / Tidak setuju", "Tidak setuju"],
        ["Estado de consentimiento", "No"],
        ["Permission", "decline"],
        ["Data privacy", "No"],
        ["Aviso de privacidad", "no acepto"],
    ];
    assert_held(Some(HoldReason::NoConsent), &without);
}

#[test]
fn a_remark_holds_back_where_it_says_nothing_else() {
    let not_to_call = [
        ["Remarks", "Do not call"],
        ["Keterangan", "jangan dihubungi"],
        ["Tags", "DNC"],
        ["Ket", "jangan dihubungi lagi"],
        ["Category", "Do not call"],
        ["Notes", "Please do not call"],
        ["Observaciones", "No llamar"],
    ];
    assert_held(Some(HoldReason::DoNotCall), &not_to_call);
    let over = [
        ["Remarks", "Deceased"],
        ["Keterangan", "Lunas"],
        ["Notes", "Customer deceased"],
        ["Feedback", "customer expired"],
        ["备注", "已结清"],
    ];
    assert_held(Some(HoldReason::Status), &over);
    let others = [
        ["Remarks", "Do not call before 9"],
        ["Remarks", "Father deceased"],
        ["Keterangan", "lunas bulan depan"],
        ["Notes", "Paid"],
        ["Notes", "Closed"],
        ["Tags", "vip"],
    ];
    assert_held(None, &others);
}

#[test]
fn headers_and_answers_that_only_look_so_hold_nobody_back() {
    let cases = [
        ["Unsubscribe Link", "https://example.com/u/1"],
        ["DNC Check Date", "2026-10-01"],
        ["DND Checked On", "2026-10-01"],
        ["Do Not Call Before", "09:00"],
        ["Do Not Call After", "18:00"],
        ["Death Benefit", "500000"],
        ["Dead Stock", "yes"],
        ["No Izin", "0"],
        ["GDPR", "NA"],
        ["Opt-out", "Not opted out"],
        ["Setuju / Tidak setuju", "Setuju"],
        ["DNC", "Clean"],
        ["DND Status", "Deactivated"],
        ["Autorización de buró", "No"],
        ["DND", "Clear"],
        ["DNC", "Inactive"],
        ["DNC", "Bersih"],
        ["Jangan dihubungi", "Aman"],
        ["REPEP", "Sin registro"],
        ["REUS", "Limpio"],
        ["DNC", "can call"],
        ["DNC", "ok"],
        ["OK to Call?", "ok"],
        ["Boleh dihubungi", "boleh"],
        ["Consent", "allowed"],
    ];
    assert_held(None, &cases);
}
