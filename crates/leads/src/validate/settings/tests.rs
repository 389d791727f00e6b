//! The form of a new task.

use localization::Language;

use super::*;

fn robots() -> Vec<RobotRow> {
    [
        ("r1", "Ana", Some(RobotMode::Single)),
        ("r2", "Ventas", Some(RobotMode::Group)),
        ("r3", "Nueva", None),
    ]
    .into_iter()
    .map(|(id, name, mode)| RobotRow {
        id: id.to_owned(),
        name: name.to_owned(),
        mode,
        language: None,
        variables: Vec::new(),
        says: None,
    })
    .collect()
}

fn lines() -> Vec<LineRow> {
    vec![LineRow {
        name: "mx-line-1".to_owned(),
        label: "Ventas".to_owned(),
    }]
}

fn form() -> TaskForm {
    TaskForm {
        name: "Black Friday".to_owned(),
        robot: "r1".to_owned(),
        line: "mx-line-1".to_owned(),
        when: "later".to_owned(),
        start: "2026-11-23T09:00".to_owned(),
        end: "2026-11-23T18:00".to_owned(),
        redials: "2".to_owned(),
        redial_minutes: "15".to_owned(),
        platform: "ACME_1".to_owned(),
        ..TaskForm::default()
    }
}

fn zone() -> TimeZone {
    TimeZone::get("America/Mexico_City").expect("an IANA name")
}

fn now() -> jiff::Timestamp {
    "2026-11-22T15:04:40Z".parse().expect("RFC 3339")
}

fn parse(form: &TaskForm, arranged: bool) -> Result<TaskSettings, Vec<FormProblem>> {
    let (robots, lines, zone) = (robots(), lines(), zone());
    let rules = TaskRules {
        robots: &robots,
        lines: &lines,
        dnc_arranged: arranged,
        needs_purpose: false,
        now: now(),
        zone: &zone,
    };
    parse_task_form(form, &rules)
}

fn settings(change: impl FnOnce(&mut TaskForm)) -> TaskSettings {
    let mut form = form();
    change(&mut form);
    parse(&form, true).expect("nothing is wrong")
}

fn inputs(change: impl FnOnce(&mut TaskForm)) -> Vec<String> {
    let mut form = form();
    change(&mut form);
    let problems = parse(&form, false).expect_err("something is wrong");
    problems.into_iter().map(|problem| problem.input).collect()
}

fn fact(settings: &TaskSettings, label: &str) -> Option<String> {
    let facts = settings.facts(now(), &zone());
    facts
        .into_iter()
        .find(|(found, _)| found.to_string() == label)
        .map(|(_, value)| value.to_string())
}

#[test]
fn a_form_without_problem_becomes_the_settings() {
    let settings = settings(|_| {});
    assert_eq!(settings.name.as_str(), "Black Friday");
    assert_eq!(
        (settings.robot_id.as_str(), settings.robot_name.as_str()),
        ("r1", "Ana")
    );
    assert_eq!(settings.line, "mx-line-1");
    assert_eq!((settings.redials, settings.redial_minutes), (2, 15));
    assert_eq!(settings.platform, "ACME_1");
    let json = serde_json::to_string(&settings).expect("JSON");
    assert_eq!(
        serde_json::from_str::<TaskSettings>(&json).ok(),
        Some(settings)
    );
}

#[test]
fn every_problem_of_an_empty_form_is_named_in_the_order_of_the_form() {
    assert_eq!(
        inputs(|form| *form = TaskForm::default()),
        [
            "robot",
            "line",
            "name",
            "when",
            "redials",
            "redial_minutes",
            "platform"
        ]
    );
    assert_eq!(
        inputs(|form| {
            form.start = String::new();
            form.end = "2027-01-01T00:00".to_owned();
            form.do_not_call = true;
        }),
        ["start", "end", "do_not_call"]
    );
}

#[test]
fn the_robots_mode_is_taken_over_and_an_unknown_one_dials_alone() {
    for (robot, mode) in [
        ("r1", RobotMode::Single),
        ("r2", RobotMode::Group),
        ("r3", RobotMode::Single),
    ] {
        assert_eq!(
            settings(|form| form.robot = robot.to_owned()).robot_mode,
            mode
        );
    }
    assert_eq!(inputs(|form| form.robot = "gone".to_owned()), ["robot"]);
    assert_eq!(inputs(|form| form.line = "gone".to_owned()), ["line"]);
}

#[test]
fn redials_and_their_minutes_keep_to_the_documented_ranges() {
    let most = settings(|form| {
        form.redials = "15".to_owned();
        form.redial_minutes = "30".to_owned();
    });
    assert_eq!((most.redials, most.redial_minutes), (15, 30));
    assert_eq!(inputs(|form| form.redials = "16".to_owned()), ["redials"]);
    assert_eq!(inputs(|form| form.redials = "-1".to_owned()), ["redials"]);
    assert_eq!(
        inputs(|form| form.redial_minutes = "31".to_owned()),
        ["redial_minutes"]
    );
    assert_eq!(
        inputs(|form| form.redial_minutes = String::new()),
        ["redial_minutes"]
    );
}

#[test]
fn without_redials_their_minutes_may_be_left_out() {
    let settings = settings(|form| {
        form.redials = "0".to_owned();
        form.redial_minutes = String::new();
    });
    assert_eq!((settings.redials, settings.redial_minutes), (0, 0));
}

#[test]
fn minutes_between_batches_are_a_whole_number_up_to_four_hours() {
    for (typed, minutes) in [("0", 0), (" 30 ", 30), ("240", 240)] {
        let settings = settings(|form| form.stagger = typed.to_owned());
        assert_eq!(settings.stagger_minutes, minutes, "{typed}");
    }
    for typed in ["241", "-1", "1.5", "half an hour", "", "99999999999"] {
        let mut form = form();
        form.stagger = typed.to_owned();
        assert_eq!(
            parse(&form, true),
            Err(vec![FormProblem::new(
                "stagger",
                Message::verbatim("Enter a whole number of minutes between batches from 0 to 240.")
            )]),
            "{typed}"
        );
    }
}

#[test]
fn what_was_stored_before_batches_could_be_apart_starts_them_together() {
    let without = |json: serde_json::Value, field: &str| {
        let mut json = json;
        let removed = json.as_object_mut().and_then(|fields| fields.remove(field));
        assert!(removed.is_some(), "{field}");
        json
    };
    let settings = settings(|form| form.stagger = "30".to_owned());
    let stored = serde_json::to_value(&settings).expect("JSON");
    let read: TaskSettings =
        serde_json::from_value(without(stored, "stagger_minutes")).expect("old settings");
    assert_eq!(read.stagger_minutes, 0);
    let stored = serde_json::to_value(form()).expect("JSON");
    let read: TaskForm = serde_json::from_value(without(stored, "stagger")).expect("an old form");
    assert_eq!(read, form());
}

#[test]
fn a_platform_has_at_most_twenty_characters_that_can_be_printed() {
    assert_eq!(
        settings(|form| form.platform = "平".repeat(20)).platform,
        "平".repeat(20)
    );
    assert_eq!(inputs(|form| form.platform = "x".repeat(21)), ["platform"]);
    assert_eq!(
        inputs(|form| form.platform = "a\tb".to_owned()),
        ["platform"]
    );
    assert_eq!(inputs(|form| form.platform = " ".to_owned()), ["platform"]);
}

#[test]
fn the_do_not_call_pool_needs_an_arrangement() {
    assert_eq!(inputs(|form| form.do_not_call = true), ["do_not_call"]);
    assert!(settings(|form| form.do_not_call = true).do_not_call);
}

#[test]
fn the_facts_say_what_will_happen() {
    let plain = settings(|_| {});
    assert_eq!(fact(&plain, "Robot").as_deref(), Some("Ana"));
    assert_eq!(
        fact(&plain, "When").as_deref(),
        Some("Mon 23 Nov, 09:00–18:00")
    );
    assert_eq!(
        fact(&plain, "Redials").as_deref(),
        Some("2, 15 minutes apart")
    );
    assert_eq!(fact(&plain, "Batches"), None);
    assert_eq!(fact(&plain, "Do-not-call"), None);
    assert_eq!(fact(&plain, "Created in the background"), None);

    let other = settings(|form| {
        form.robot = "r2".to_owned();
        form.when = "now".to_owned();
        form.redials = "0".to_owned();
        form.stagger = "30".to_owned();
        form.asynchronous = true;
        form.do_not_call = true;
    });
    assert_eq!(fact(&other, "Robot").as_deref(), Some("Ventas (group)"));
    assert_eq!(fact(&other, "When").as_deref(), Some("Now"));
    assert_eq!(fact(&other, "Redials").as_deref(), Some("None"));
    assert_eq!(fact(&other, "Batches").as_deref(), Some("30 minutes apart"));
    assert!(fact(&other, "Do-not-call").is_some());
    let brief = |settings: &TaskSettings, language| {
        let words = settings.in_brief(now(), &zone()).into_iter();
        let words = words.map(|words| words.text(language));
        words.collect::<Vec<String>>()
    };
    assert_eq!(
        brief(&plain, Language::English),
        [
            "Ana",
            &plain.line,
            "Mon 23 Nov, 09:00–18:00",
            "2 redials, 15 minutes apart"
        ]
    );
    assert_eq!(
        brief(&other, Language::English)[2..],
        [
            "now",
            "no redials",
            "batches 30 minutes apart",
            "AIRudder’s do-not-call list"
        ]
    );
    assert_eq!(
        brief(&other, Language::Indonesian)[2..],
        [
            "sekarang",
            "tanpa panggil ulang",
            "kelompok berjarak 30 menit",
            "daftar jangan hubungi AIRudder"
        ]
    );
    assert!(fact(&other, "Created in the background").is_some());
}

#[test]
fn redials_are_written_as_people_say_them() {
    for (redials, minutes, label) in [
        (1, 15, "1, after 15 minutes"),
        (1, 1, "1, after 1 minute"),
        (3, 1, "3, 1 minute apart"),
        (3, 0, "3, at once"),
    ] {
        assert_eq!(redials_label(redials, minutes).to_string(), label);
    }
}

#[test]
fn settings_without_a_stop_rule_are_stored_as_before_and_read_by_the_version_before() {
    let plain = settings(|_| {});
    let stored = serde_json::to_value(&plain).unwrap();
    assert!(stored.get("stop_rule").is_none(), "{stored}");
    assert_eq!(
        serde_json::from_value::<TaskSettings>(stored).unwrap(),
        plain
    );
    let ruled = settings(|form| {
        form.stop_percent = "5".to_owned();
        form.stop_calls = "500".to_owned();
    });
    let rule = ruled.stop_rule.expect("a rule");
    assert_eq!((rule.percent, rule.calls), (5, 500));
    let stored = serde_json::to_value(&ruled).unwrap();
    assert_eq!(
        serde_json::from_value::<TaskSettings>(stored).unwrap(),
        ruled
    );
}
