use super::*;
use crate::country::Country;
use crate::marks::{HoldReason, HoldScope, ShapeProblem};
use crate::problem::{AutoFix, NotANumber, ProblemKind, Service};

/// A problem of each kind of which there is only one sort.
fn plain_kinds() -> Vec<ProblemKind> {
    vec![
        ProblemKind::Missing,
        ProblemKind::TooLong {
            found: 2,
            allowed: 1,
        },
        ProblemKind::ExponentForm,
        ProblemKind::Unassigned,
        ProblemKind::UnknownGender,
        ProblemKind::UnreadableCharacters,
        ProblemKind::FixedLine,
        ProblemKind::OtherCountry { country: None },
        ProblemKind::UnknownRobot,
        ProblemKind::GroupRobot,
        ProblemKind::ColumnNotChosen,
        ProblemKind::Negative,
        ProblemKind::TwoNumbers,
        ProblemKind::ListNumber,
        ProblemKind::Extension,
        ProblemKind::Rounded,
        ProblemKind::PerhapsRounded,
        ProblemKind::Dummy,
        ProblemKind::TwoCountries {
            other: Country::parse("ID").expect("two letters"),
        },
        ProblemKind::UnknownCountry {
            says: String::new(),
        },
        ProblemKind::NeverCalculated,
        ProblemKind::ErrorValue,
        ProblemKind::Placeholder,
        ProblemKind::Garbled { to: String::new() },
        ProblemKind::LettersLost,
        ProblemKind::PerhapsTooLong {
            found: 2,
            allowed: 1,
        },
        ProblemKind::Unspeakable,
        ProblemKind::NothingToSay,
        ProblemKind::GenderLeftEmpty,
    ]
}

const REASONS: [NotANumber; 5] = [
    NotANumber::NoNumber,
    NotANumber::UnknownCountryCode,
    NotANumber::TooShort,
    NotANumber::TooLong,
    NotANumber::WrongLength,
];

const CAUSES: [AutoFix; 13] = [
    AutoFix::Spelling,
    AutoFix::Invisible,
    AutoFix::DecimalZero,
    AutoFix::DoubleZero,
    AutoFix::LostPlus,
    AutoFix::CountryCode,
    AutoFix::LostZero,
    AutoFix::MexicanOne,
    AutoFix::MexicanPrefix,
    AutoFix::ZeroAndCode,
    AutoFix::CodeTwice,
    AutoFix::FormatPlus,
    AutoFix::ArgentineFifteen,
];

const SERVICES: [Service; 7] = [
    Service::TollFree,
    Service::Premium,
    Service::SharedCost,
    Service::Pager,
    Service::Voicemail,
    Service::CompanyWide,
    Service::Short,
];

const SHAPES: [ShapeProblem; 4] = [
    ShapeProblem::MoreCells {
        cells: 5,
        headers: 4,
    },
    ShapeProblem::SpansLines { lines: 3 },
    ShapeProblem::OpenQuote,
    ShapeProblem::NotALead,
];

fn every_kind() -> Vec<ProblemKind> {
    let held = |reason| ProblemKind::HeldBack {
        reason,
        says: String::new(),
        scope: HoldScope::Number,
    };
    let rewritten = |cause| ProblemKind::FixedAutomatically {
        to: String::new(),
        cause,
    };
    let mut kinds = plain_kinds();
    kinds.extend(REASONS.map(|reason| ProblemKind::NotANumber { reason }));
    kinds.extend(CAUSES.map(rewritten));
    kinds.extend(SERVICES.map(|service| ProblemKind::SpecialNumber { service }));
    kinds.extend(SHAPES.map(ProblemKind::Shape));
    kinds.extend(HoldReason::ALL.map(held));
    kinds
}

#[test]
fn every_kind_has_a_group_of_its_weight() {
    for kind in every_kind() {
        let problem = Problem::new(Field::Comments, kind);
        let group = ProblemGroup::named(&problem.key(), 1);
        let group = group.unwrap_or_else(|| panic!("{} has no group", problem.key()));
        assert_eq!(group.level, problem.level(), "{}", problem.key());
    }
}

#[test]
fn only_a_field_and_a_kind_that_there_are_name_a_group() {
    for kind in every_kind() {
        let key = Problem::new(Field::Mobile, kind).key();
        let parsed = GroupKey::parse(&key).map(|group| group.to_string());
        assert_eq!(parsed.as_deref(), Some(key.as_str()));
    }
    for key in [
        "",
        ".",
        "mobile",
        "mobile.",
        ".missing",
        "Mobile.missing",
        "mobile.missing.missing",
        "mobile.missing ",
        "mobile.x\" || true || \"",
        "a\"b.missing",
        "mobile.\0",
    ] {
        assert_eq!(GroupKey::parse(key), None, "{key:?}");
    }
}

#[test]
fn a_group_counts_leads_and_not_problems() {
    let missing = Problem::new(Field::Platform, ProblemKind::Missing);
    let fixed = Problem::new(Field::Mobile, ProblemKind::FixedLine);
    let mut counts = ProblemCounts::default();
    counts.add(&[missing.clone(), missing.clone(), fixed.clone()]);
    counts.add(std::slice::from_ref(&fixed));
    assert_eq!(counts.of("platform.missing"), 1);
    let labels: Vec<(String, u32)> = counts
        .groups()
        .into_iter()
        .map(|group| (group.message().to_string(), group.count))
        .collect();
    let expected = [("Platform: empty", 1), ("Mobile: landline", 2)];
    assert_eq!(
        labels,
        expected.map(|(label, count)| (label.to_owned(), count))
    );
    counts.subtract(&[missing, fixed]);
    assert_eq!(
        (
            counts.of("platform.missing"),
            counts.of("mobile.fixed_line")
        ),
        (0, 1)
    );
}
