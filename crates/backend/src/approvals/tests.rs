//! Every part of what goes out is part of its digest.

use jiff::civil::date;
use leads::{Country, Schedule, Sector, TaskSettings};
use uuid::Uuid;

use super::*;

fn settings() -> TaskSettings {
    serde_json::from_value(serde_json::json!({
        "name": "Reminder",
        "robot_id": "r-1",
        "robot_name": "Reminder robot",
        "robot_mode": "single",
        "line": "id-line-1",
        "schedule": { "when": "now" },
        "redials": 1,
        "redial_minutes": 10,
        "stagger_minutes": 0,
        "platform": "Demo",
        "asynchronous": false,
        "do_not_call": false,
    }))
    .unwrap()
}

fn batch(number: i32) -> OutgoingBatch {
    OutgoingBatch {
        number,
        name: format!("Reminder {number}"),
        leads: 5_000,
        payload: Some(format!("{number:064x}")),
    }
}

fn list(id: u128) -> AppliedList {
    AppliedList {
        id: Uuid::from_u128(id).into(),
        version: 1,
    }
}

/// A change to what goes out.
type Change = fn(&mut Parts);

struct Parts {
    check: u128,
    version: i64,
    settings: TaskSettings,
    sandbox: bool,
    leads: u32,
    batches: Vec<OutgoingBatch>,
    refused_rows: String,
    without_refused: bool,
    lists: Vec<AppliedList>,
    reason: Option<&'static str>,
}

fn digest_after(change: Change) -> String {
    let mut parts = Parts {
        check: 1,
        version: 3,
        settings: settings(),
        sandbox: false,
        leads: 10_000,
        batches: vec![batch(1), batch(2)],
        refused_rows: "0".repeat(64),
        without_refused: false,
        lists: vec![list(1), list(2)],
        reason: None,
    };
    change(&mut parts);
    let outgoing = Outgoing {
        check: CheckId::new(Uuid::from_u128(parts.check)),
        draft_version: parts.version,
        settings: &parts.settings,
        sandbox: parts.sandbox,
        leads: parts.leads,
        batches: &parts.batches,
        refused_rows: &parts.refused_rows,
        without_refused: parts.without_refused,
        lists: &parts.lists,
        outside: parts.reason.map(|reason| OutgoingOutside {
            rule: RuleSetId {
                country: Country::parse("ID").unwrap(),
                sector: Sector::Finance,
                version: 1,
            },
            kinds: vec![&BreachKind::TooLate],
            reason,
            reason_by: PersonId::new(Uuid::from_u128(7)),
        }),
    };
    outgoing.digest().unwrap().digits()
}

#[test]
fn the_same_content_has_the_same_digest() {
    assert_eq!(digest_after(|_| {}), digest_after(|_| {}));
}

#[test]
fn each_part_of_what_goes_out_changes_the_digest() {
    let changes: &[(&str, Change)] = &[
        ("check", |parts| parts.check = 2),
        ("version", |parts| parts.version = 4),
        ("robot", |parts| parts.settings.robot_id = "r-2".to_owned()),
        ("line", |parts| parts.settings.line = "id-line-2".to_owned()),
        ("schedule", |parts| {
            let at = |hour| date(2026, 3, 2).at(hour, 0, 0, 0);
            parts.settings.schedule = Schedule::Later {
                start: at(9),
                end: at(18),
            };
        }),
        ("minutes between batches", |parts| {
            parts.settings.stagger_minutes = 5;
        }),
        ("redials", |parts| parts.settings.redials = 2),
        ("minutes between redials", |parts| {
            parts.settings.redial_minutes = 11;
        }),
        ("platform", |parts| {
            parts.settings.platform = "Other".to_owned();
        }),
        ("asynchronous", |parts| parts.settings.asynchronous = true),
        ("do not call", |parts| parts.settings.do_not_call = true),
        ("provider", |parts| parts.sandbox = true),
        ("leads", |parts| parts.leads = 9_999),
        ("order of batches", |parts| parts.batches.reverse()),
        ("a batch less", |parts| {
            parts.batches.pop();
        }),
        ("name of a batch", |parts| parts.batches[1].name.push('x')),
        ("leads of a batch", |parts| parts.batches[0].leads = 4_999),
        ("payload of a batch", |parts| {
            parts.batches[1].payload = Some("f".repeat(64));
        }),
        ("no payload", |parts| parts.batches[1].payload = None),
        ("refused rows", |parts| parts.refused_rows = "1".repeat(64)),
        ("without refused", |parts| parts.without_refused = true),
        ("a newer list", |parts| parts.lists[1].version = 2),
        ("a list less", |parts| {
            parts.lists.pop();
        }),
        ("another list", |parts| parts.lists[1] = list(3)),
        ("outside of the rule", |parts| parts.reason = Some("Agreed")),
        ("another reason", |parts| {
            parts.reason = Some("Agreed by phone")
        }),
    ];
    let as_it_was = digest_after(|_| {});
    let mut digests = vec![as_it_was];
    for (what, change) in changes {
        let digest = digest_after(*change);
        assert!(!digests.contains(&digest), "{what}");
        digests.push(digest);
    }
}

#[test]
fn a_digest_is_read_as_it_was_written_and_nothing_else_is() {
    let digits = digest_after(|_| {});
    let read = LaunchDigest::parse(&digits).map(|digest| digest.digits());
    assert_eq!(read, Some(digits.clone()));
    for text in [
        "",
        "0",
        &digits[1..],
        &format!("{digits}0"),
        &"x".repeat(64),
    ] {
        assert_eq!(LaunchDigest::parse(text), None, "{text}");
    }
}
