//! What was done is told in whole sentences.

use leads::calling_rules::RuleSetId;
use leads::{Country, Sector};
use localization::Language;
use serde_json::json;

use super::*;
use crate::audit::{FileOf, LeadsPage, SettingChange};
use crate::hourly::Costly;

fn submitted(refused: u64, at_night: bool, approved: bool, is_outside: bool) -> AuditAction {
    let rule = RuleSetId {
        country: Country::parse("ID").unwrap(),
        sector: Sector::Finance,
        version: 2,
    };
    AuditAction::Submitted {
        leads: 1_200,
        refused,
        without_refused: refused > 0,
        at_night,
        is_test: false,
        approved,
        outside_rule: is_outside.then_some(rule),
    }
}

#[test]
fn a_submission_says_under_which_conditions_it_was() {
    let told = submitted(0, false, false, false).sentence();
    assert_eq!(told.to_string(), "Submitted 1,200 leads.");
    let told = submitted(2, false, true, true).sentence();
    assert_eq!(
        told.to_string(),
        "Submitted 1,200 leads, without 2 refused, to be called outside of the calling rule, as a second person approved."
    );
    let told = submitted(1, true, true, false).sentence();
    let texts = Language::ALL.map(|language| told.text(language));
    assert_eq!(
        texts,
        [
            "Submitted 1,200 leads, without 1 refused, to be called at night, as a second person approved.",
            "提交了 1,200 条线索，不含被拒绝的 1 条，在夜间呼叫，经另一人批准。",
            "Envió 1,200 leads, sin 1 rechazado, para llamar de noche, con la aprobación de una segunda persona.",
            "Mengirim 1.200 prospek, tanpa 1 yang ditolak, ditelepon pada malam hari, dengan persetujuan orang kedua.",
        ]
    );
}

#[test]
fn a_look_names_the_rows_and_the_digits_as_far_as_they_are_known() {
    let shown = |page, digits, rows: Option<(u32, u32)>| {
        let looked = AuditAction::LeadsShown {
            page,
            digits,
            leads: 100,
            first_row: rows.map(|(first, _)| first),
            last_row: rows.map(|(_, last)| last),
        };
        looked.sentence().to_string()
    };
    for (page, digits, rows, sentence) in [
        (LeadsPage::Lead, 0, None, "Looked at one lead by itself."),
        (
            LeadsPage::Columns,
            0,
            None,
            "Looked at the columns of a list: 100 cells with a whole number.",
        ),
        (
            LeadsPage::Replacement,
            0,
            None,
            "Looked at what replacing a text would do: 100 cells with a whole number.",
        ),
        (
            LeadsPage::Lead,
            1,
            Some((2, 2)),
            "Looked at one lead by itself (row 2 of the list), found by 1 digit of a number.",
        ),
        (
            LeadsPage::Review,
            0,
            None,
            "Looked at 100 leads of a draft.",
        ),
        (
            LeadsPage::Review,
            5,
            Some((2, 1_101)),
            "Looked at 100 leads of a draft (rows 2 to 1,101 of the list), found by 5 digits of a number.",
        ),
    ] {
        assert_eq!(shown(page, digits, rows), sentence);
    }
    let file = AuditAction::FileDownloaded {
        file: FileOf::RowsToFix,
        rows: 1,
        whole_numbers: false,
    };
    assert_eq!(
        file.sentence().to_string(),
        "Downloaded rows to fix: 1 row, with masked numbers."
    );
}

#[test]
fn changed_settings_are_told_one_by_one_with_their_values() {
    let change = |field: &str, old, new| SettingChange {
        field: field.to_owned(),
        old,
        new,
    };
    let changes = vec![
        change("batch_size", json!("5000"), json!("1000")),
        change("two_persons", json!(false), json!(true)),
        change("of_a_later_version", json!(""), json!(7)),
    ];
    let told = AuditAction::SettingsChanged { changes }.sentence();
    assert_eq!(
        told.to_string(),
        "Changed the settings: leads per batch from “5000” to “1000”; approval by a second person from off to on; of a later version from nothing to 7."
    );
    assert_eq!(
        told.text(Language::Spanish),
        "Cambió la configuración: leads por lote, de “5000” a “1000”; aprobación de una segunda persona, de desactivado a \
         activado; of a later version, de vacío a 7."
    );
    let saved = AuditAction::SettingsChanged {
        changes: Vec::new(),
    };
    assert_eq!(
        saved.sentence().to_string(),
        "Saved the settings without a change."
    );
}

#[test]
fn what_has_a_name_in_each_language_is_told_by_it_and_a_day_as_one() {
    let change = |field: &str, old: &str, new: &str| SettingChange {
        field: field.to_owned(),
        old: json!(old),
        new: json!(new),
    };
    let changes = vec![
        change("country", "ID", "MX"),
        change("language", "", "zh-Hans"),
        change("sector", "other", "finance"),
        change("read_on", "2026-11-01", "soon"),
    ];
    let told = AuditAction::SettingsChanged { changes }.sentence();
    let told = [Language::English, Language::Spanish].map(|language| told.text(language));
    for named in [
        "from Indonesia to Mexico",
        "简体中文",
        "to Financial products",
        "1 Nov 2026 to “soon”",
    ] {
        assert!(told[0].contains(named), "{named}: {}", told[0]);
    }
    assert!(told[1].contains("de Indonesia a México"), "{}", told[1]);
    let added = AuditAction::HolidayChanged {
        country: Country::parse("MX").unwrap(),
        date: jiff::civil::date(2026, 12, 25),
        name: "Navidad".to_owned(),
        is_removed: false,
    };
    assert_eq!(
        added.sentence().to_string(),
        "Added the holiday 25 Dec 2026, “Navidad”, of Mexico."
    );
    let uploaded = |as_of: &str| AuditAction::DoNotCallListTakenIn {
        list: "REPEP".to_owned(),
        as_of: as_of.to_owned(),
        numbers: 2,
        unreadable: 0,
        sha256: "01".repeat(32),
    };
    let told = uploaded("2026-11-01").sentence();
    assert!(
        told.to_string().contains("“REPEP” of 1 Nov 2026 "),
        "{told}"
    );
    let told = told.text(Language::Spanish);
    assert!(told.contains("“REPEP” del 1 nov 2026 "), "{told}");
    let told = uploaded("soon").sentence();
    assert!(told.to_string().contains("“REPEP” of soon "), "{told}");
}

#[test]
fn choices_of_a_calling_rule_are_told_in_the_words_of_the_reader() {
    let change = |field: &str, old: &str, new: &str| SettingChange {
        field: field.to_owned(),
        old: json!(old),
        new: json!(new),
    };
    let rule = RuleSetId {
        country: Country::parse("MX").unwrap(),
        sector: Sector::Finance,
        version: 2,
    };
    let changes = vec![
        change("zones", "account", "strictest"),
        change("on_holidays", "as_other_days", "no_calls"),
        change("action", "warn", "refuse"),
    ];
    let told = AuditAction::CallingRuleChanged { rule, changes }.sentence();
    for (language, words) in Language::ALL.into_iter().zip([
        "whose clock counts from the account’s time zone to every time zone of the country; on holidays from calls as on other days \
         to no calls; what happens outside of it from a warning to a refusal.",
        "时区由账户的时区改为该国的所有时区；节假日由照常呼叫改为不呼叫；规则之外的处理方式由警告改为拒绝。",
        "hora que cuenta, de zona horaria de la cuenta a todas las zonas horarias del país; en días festivos, de llamadas como en \
         otros días a ninguna llamada; qué pasa fuera de la regla, de advertencia a rechazo.",
        "jam yang berlaku dari zona waktu akun menjadi semua zona waktu negara itu; pada hari libur dari panggilan seperti hari lain \
         menjadi tanpa panggilan; yang terjadi di luar aturan dari peringatan menjadi penolakan.",
    ]) {
        let told = told.text(language);
        assert!(told.ends_with(words), "{told}");
    }
    let later = vec![change("action", "warn", "of_a_later_version")];
    let later = AuditAction::CallingRuleChanged {
        rule,
        changes: later,
    }
    .sentence();
    assert!(
        later
            .to_string()
            .ends_with("from a warning to “of_a_later_version”.")
    );
}

#[test]
fn what_was_too_often_is_told() {
    let told = |of| AuditAction::TooOften { of }.sentence();
    assert_eq!(
        told(Costly::Check).to_string(),
        "Was refused a check: there were too many within an hour."
    );
    assert_eq!(
        told(Costly::NumberSearch).text(Language::Spanish),
        "Se le negó una búsqueda por número: hubo demasiadas en una hora."
    );
}

#[test]
fn what_a_role_does_not_allow_is_told_with_the_role() {
    let told = AuditAction::ActionForbidden {
        permission: "prepare".to_owned(),
        role: "viewer".to_owned(),
    };
    let told = told.sentence();
    assert_eq!(
        told.to_string(),
        "Was not allowed to work on drafts as viewer."
    );
    assert_eq!(
        told.text(Language::Spanish),
        "No tenía permiso para trabajar en borradores como lector."
    );
    let refused = AuditAction::SignInRefused {
        reason: SignInRefusal::UnknownEmail,
        unknown_email: Some("0a1b".to_owned()),
    };
    assert_eq!(
        refused.sentence().to_string(),
        "A sign-in was refused: nobody has this email (email 0a1b…)."
    );
}
