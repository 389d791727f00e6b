//! Events are read as they were written, by this version and later ones.

use leads::{Country, Sector};
use localization::Language;
use serde_json::json;

use super::*;

fn created() -> BatchCreated {
    BatchCreated {
        batch: 2,
        provider_id: "t-1".to_owned(),
        words: None,
        refused: 3,
    }
}

fn stopped() -> Stopped {
    Stopped {
        batch: 2,
        row: Some(12),
        words: None,
    }
}

fn of_stops() -> Vec<Event> {
    vec![
        Event::StopWanted(StopWanted {
            batches: 3,
            batch: None,
        }),
        Event::StopAccepted(stopped()),
        Event::StopRefused(stopped()),
        Event::StopUnclear(stopped()),
        Event::CancelWanted { row: 12 },
        Event::CancelsWantedAgain { numbers: 2 },
        Event::StopRuleApplied(StopRuleApplied {
            dialled: 500,
            reached: 12,
            percent: 5,
            calls: 500,
        }),
        Event::CallsEnded(Batch { batch: 2 }),
        Event::PushAddressMade {},
    ]
}

fn rule() -> RuleSetId {
    RuleSetId {
        country: Country::parse("ID").unwrap(),
        sector: Sector::Finance,
        version: 2,
    }
}

fn of_retention() -> Vec<Event> {
    vec![
        Event::DraftMinimised(DraftMinimised {
            columns: 3,
            file: true,
            steps: 1,
        }),
        Event::LeadsDeleted(LeadsDeleted {
            leads: 1_200,
            calls: 1,
            days: 90,
        }),
        Event::NumbersDeleted { numbers: 1_199 },
        Event::DraftsDeleted {
            drafts: 1,
            days: 30,
        },
        Event::NumberErased { rows: 2 },
    ]
}

#[test]
fn what_was_dropped_deleted_and_erased_is_said_with_its_figures() {
    let sentences = of_retention()
        .into_iter()
        .map(|event| event.sentence().0.to_string());
    assert_eq!(
        sentences.collect::<Vec<_>>(),
        [
            "Dropped what is no longer needed: 3 columns that nothing uses, the uploaded file, 1 edit step.",
            "Deleted 1,200 leads and 1 call, which the account keeps for 90 days. Figures stay.",
            "Deleted 1,199 numbers, which the cooldown no longer needs.",
            "Deleted 1 draft that nobody had touched for 30 days.",
            "Erased a number on request: 2 rows.",
        ]
    );
}

fn of_submissions() -> Vec<Event> {
    vec![
        Event::Submitted(Submitted {
            leads: 12,
            refused: 1,
            without_refused: true,
            at_night: true,
            is_test: false,
            approved: true,
            outside_rule: Some(rule()),
        }),
        Event::Submitted(Submitted {
            leads: 1,
            refused: 0,
            without_refused: false,
            at_night: false,
            is_test: true,
            approved: false,
            outside_rule: None,
        }),
        Event::RuleOverridden(RuleOverridden {
            rule: rule(),
            batch: Some(2),
        }),
    ]
}

fn all() -> Vec<Event> {
    let ended = BatchEnded {
        batch: 2,
        words: Some("No line.".to_owned()),
    };
    let batch = Batch { batch: 2 };
    vec![
        Event::SettingsSaved {},
        Event::DraftDiscarded(DraftDiscarded { leads: 300 }),
        Event::DraftRestored {},
        Event::NumberSearched { found: 3 },
        Event::LeadsDownloaded { leads: 9 },
        Event::CallsExported {
            calls: 12,
            whole_numbers: true,
        },
        Event::NumbersShown {
            numbers: 50,
            first_row: Some(2),
            last_row: Some(51),
        },
        Event::Approved(Approved {
            leads: 11,
            sha256: "00".repeat(32),
        }),
        Event::MarkedDone {},
        Event::NeedsAttentionAgain {},
        Event::Refreshed {},
        Event::BatchCreated(created()),
        Event::BatchFound(created()),
        Event::BatchRefused(ended.clone()),
        Event::BatchUnknown(ended.clone()),
        Event::BatchNotSent(ended.clone()),
        Event::BatchNotSentAgain(ended.clone()),
        Event::BatchPutBack(ended),
        Event::BatchAbsent(BatchAbsent {
            batch: 2,
            searches: 5,
        }),
        Event::BatchSentAgain(batch.clone()),
        Event::BatchGivenUp(batch.clone()),
        Event::BatchStopped(batch),
    ]
}

#[test]
fn every_event_is_read_as_it_was_written() {
    let all = all().into_iter().chain(of_stops()).chain(of_retention());
    for event in all.chain(of_submissions()) {
        let (kind, detail) = event.stored().unwrap();
        assert!(detail.is_object(), "{kind}: {detail}");
        assert_eq!(Event::from_stored(&kind, &detail).unwrap(), event);
    }
}

#[test]
fn what_older_versions_wrote_is_read() {
    for (kind, detail, sentence) in [
        (
            "submitted",
            json!({ "leads": 2, "refused": 0, "without_refused": false }),
            "Submitted 2 leads.",
        ),
        (
            "submitted",
            json!({ "leads": 10, "refused": 1, "without_refused": true, "at_night": true }),
            "Submitted 10 leads, leaving out 1 that AIRudder refused, to be called at night anyway.",
        ),
        ("refreshed", json!({}), "Updated from AIRudder."),
        (
            "part_created",
            json!({ "part": 1, "provider_id": "t-1", "words": null, "refused": 0 }),
            "Batch 1: created as t-1 at AIRudder.",
        ),
        (
            "part_found",
            json!({ "part": 1, "provider_id": "t-1", "words": null }),
            "Batch 1: found as t-1 at AIRudder.",
        ),
        (
            "part_refused",
            json!({ "part": 1, "provider_id": null, "words": "No.", "refused": 0 }),
            "Batch 1: No.",
        ),
    ] {
        let event = Event::from_stored(kind, &detail).unwrap();
        assert_eq!(event.sentence().0.to_string(), sentence);
    }
}

#[test]
fn a_test_says_that_it_is_one_and_not_whom_it_called() {
    let submitted = |at_night| Submitted {
        leads: 1,
        refused: 0,
        without_refused: false,
        at_night,
        is_test: true,
        approved: false,
        outside_rule: None,
    };
    for (at_night, sentence) in [
        (false, "Submitted a test: one call of their own number."),
        (
            true,
            "Submitted a test: one call of their own number, to be called at night anyway.",
        ),
    ] {
        assert_eq!(submitted(at_night).sentence().to_string(), sentence);
    }
}

#[test]
fn a_submission_says_under_which_conditions_it_was_in_each_language() {
    let submitted = of_submissions().remove(0).sentence().0;
    assert_eq!(
        Language::ALL.map(|language| submitted.text(language)),
        [
            "Submitted 12 leads, leaving out 1 that AIRudder refused, to be called at night anyway, to be called outside of the \
             calling rule for a reason, as a second person approved.",
            "已提交 12 条线索，剔除了 AIRudder 拒绝的 1 条，仍在夜间呼叫，凭理由在呼叫规则之外呼叫，经另一人批准。",
            "Envió 12 leads, sin 1 que AIRudder rechazó, para llamar de noche de todos modos, para llamar fuera de la regla de \
             llamadas por un motivo, con la aprobación de una segunda persona.",
            "Mengirim 12 prospek, tanpa 1 yang ditolak AIRudder, tetap ditelepon pada malam hari, ditelepon di luar aturan panggilan \
             dengan alasan, dengan persetujuan orang kedua.",
        ]
    );
}

#[test]
fn words_of_airudder_stand_behind_what_became_of_a_batch_or_a_number() {
    let words = || Some("No line.".to_owned());
    let ended = |words| BatchEnded { batch: 2, words };
    let stopped = |row, words| Stopped {
        batch: 2,
        row,
        words,
    };
    for (event, sentence) in [
        (Event::BatchUnknown(ended(None)), "Batch 2: unknown."),
        (
            Event::BatchUnknown(ended(words())),
            "Batch 2: unknown. No line.",
        ),
        (Event::BatchRefused(ended(None)), "Batch 2: refused."),
        (Event::BatchRefused(ended(words())), "Batch 2: No line."),
        (
            Event::StopAccepted(stopped(Some(1_200), None)),
            "Row 1200: AIRudder was asked to cancel the number and agreed.",
        ),
        (
            Event::StopRefused(stopped(None, None)),
            "Batch 2: AIRudder was asked to stop and refused.",
        ),
        (
            Event::StopRefused(stopped(None, words())),
            "Batch 2: AIRudder was asked to stop. No line.",
        ),
        (
            Event::StopUnclear(stopped(None, words())),
            "Batch 2: AIRudder was asked to stop and gave no clear answer. No line.",
        ),
    ] {
        assert_eq!(event.sentence().0.to_string(), sentence);
    }
}

#[test]
fn what_this_version_does_not_know_is_not_read() {
    for (kind, detail) in [
        ("part_postponed", json!({ "part": 1 })),
        ("part_created", json!({})),
    ] {
        Event::from_stored(kind, &detail).unwrap_err();
    }
}
