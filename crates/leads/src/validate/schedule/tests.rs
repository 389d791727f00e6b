use super::*;

const NOW: &str = "2026-11-22T15:04:40Z";

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("an IANA name")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("RFC 3339")
}

/// In Mexico City, where it is 22 November 2026, 09:04:40.
fn window(start: &str, end: &str) -> Result<Schedule, Vec<(String, String)>> {
    window_in("America/Mexico_City", NOW, start, end)
}

fn window_in(
    place: &str,
    now: &str,
    start: &str,
    end: &str,
) -> Result<Schedule, Vec<(String, String)>> {
    let form = TaskForm {
        when: "later".to_owned(),
        start: start.to_owned(),
        end: end.to_owned(),
        ..TaskForm::default()
    };
    let told = |problem: FormProblem| (problem.input, problem.sentence.to_string());
    parse_schedule(&form, at(now), &zone(place))
        .map_err(|problems| problems.into_iter().map(told).collect())
}

fn inputs(outcome: Result<Schedule, Vec<(String, String)>>) -> Vec<String> {
    let problems = outcome.expect_err("something is wrong");
    problems.into_iter().map(|(input, _)| input).collect()
}

#[test]
fn a_window_within_five_days_is_kept_in_the_accounts_zone() {
    let schedule = window("2026-11-23T09:00", "2026-11-23 18:00:00").expect("a window");
    let Schedule::Later { start, end } = schedule else {
        panic!("{schedule:?}");
    };
    assert_eq!(wire_time(start), "2026-11-23 09:00:00");
    assert_eq!(wire_time(end), "2026-11-23 18:00:00");
}

#[test]
fn the_window_may_start_in_the_passing_minute_and_end_on_the_last() {
    assert!(window("2026-11-22T09:04", "2026-11-22T09:34").is_ok());
    assert!(window("2026-11-22T10:00", "2026-11-27T09:04").is_ok());
    assert_eq!(
        inputs(window("2026-11-22T09:03", "2026-11-22T09:34")),
        ["start"]
    );
    assert_eq!(
        inputs(window("2026-11-22T10:00", "2026-11-27T09:05")),
        ["end"]
    );
    assert_eq!(
        inputs(window("2026-11-22T10:00", "2026-11-22T10:29")),
        ["end"]
    );
}

#[test]
fn both_ends_are_validated() {
    assert_eq!(inputs(window("", "")), ["start", "end"]);
    assert_eq!(
        inputs(window("2026-11-23", "2026-11-23T18:00")),
        ["start_time"]
    );
    assert_eq!(
        inputs(window("2026-11-21T10:00", "2026-12-21T10:00")),
        ["start", "end"]
    );
    for text in [
        "tomorrow",
        "2026-11-23T25:00",
        "2026-11-23T10:00Z",
        "12026-11-23T10:00",
        "２０26-11-23T10:0",
    ] {
        assert_eq!(
            inputs(window(text, "2026-11-23T18:00")),
            ["start"],
            "{text}"
        );
    }
}

#[test]
fn an_end_before_the_start_says_from_when_on_it_may_be() {
    let problems = window("2026-11-23T23:45", "2026-11-23T18:00").expect_err("backwards");
    assert_eq!(
        problems,
        [(
            "end".to_owned(),
            "The window is shorter than 30 minutes. Choose an end at Tue 24 Nov, 00:15 or later."
                .to_owned()
        )]
    );
    let problems = window("2026-11-27T09:00", "2026-11-27T09:04").expect_err("no room");
    assert!(problems[0].1.contains("earlier start"), "{problems:?}");
}

#[test]
fn a_time_that_the_clocks_skip_does_not_exist() {
    let problems = window_in(
        "America/Tijuana",
        "2026-03-06T12:00:00Z",
        "2026-03-08T02:30",
        "2026-03-08T09:00",
    );
    let sentence = "The clocks skip 02:30 on that day. Choose 03:30 or another time.";
    assert_eq!(
        problems,
        Err(vec![("start".to_owned(), sentence.to_owned())])
    );
}

#[test]
fn of_a_repeated_hour_the_first_is_meant() {
    let window = |start, end| window_in("America/Tijuana", "2026-10-31T12:00:00Z", start, end);
    assert!(window("2026-11-01T00:45", "2026-11-01T01:15").is_ok());
    assert_eq!(
        inputs(window("2026-11-01T00:50", "2026-11-01T01:15")),
        ["end"]
    );
}

#[test]
fn now_needs_no_times_and_no_choice_is_a_problem() {
    let zone = zone("Asia/Jakarta");
    let parse = |when: &str| {
        let form = TaskForm {
            when: when.to_owned(),
            ..TaskForm::default()
        };
        parse_schedule(&form, at(NOW), &zone)
    };
    assert_eq!(parse("now"), Ok(Schedule::Now));
    assert_eq!(
        parse("").map_err(|problems| problems[0].input.clone()),
        Err("when".to_owned())
    );
}

#[test]
fn a_window_is_written_with_its_days() {
    let time = |text: &str| text.parse::<DateTime>().expect("a time");
    let tijuana = zone("America/Tijuana");
    for (start, end, label) in [
        (
            "2026-11-23T09:00",
            "2026-11-23T18:00",
            "Mon 23 Nov, 09:00–18:00",
        ),
        (
            "2026-11-23T09:00",
            "2026-11-24T18:00",
            "Mon 23 Nov, 09:00 – Tue 24 Nov, 18:00",
        ),
        (
            "2026-11-01T00:30",
            "2026-11-01T09:00",
            "Sun 1 Nov, 00:30–09:00 (the clocks change in between)",
        ),
    ] {
        let today = time("2026-11-22T09:00").date();
        let window = window_label(time(start), time(end), today, &tijuana);
        assert_eq!(window.to_string(), label);
    }
    let (start, end) = (time("2026-11-23T09:00"), time("2026-11-23T18:00"));
    assert_eq!(
        window_label(start, end, time("2027-11-22T09:00").date(), &tijuana).to_string(),
        "23 Nov 2026, 09:00–18:00"
    );
}

#[test]
fn a_schedule_is_read_back_as_it_was_written() {
    for schedule in [
        Schedule::Now,
        window("2026-11-23T09:00", "2026-11-23T18:00").expect("a window"),
    ] {
        let json = serde_json::to_string(&schedule).expect("JSON");
        assert_eq!(serde_json::from_str::<Schedule>(&json).ok(), Some(schedule));
    }
}

/// At a whole minute in Mexico City: 22 November 2026, 09:04.
fn at_0904(start: &str, end: &str) -> Result<Schedule, Vec<(String, String)>> {
    window_in("America/Mexico_City", "2026-11-22T15:04:00Z", start, end)
}

#[test]
fn the_last_moments_of_a_window_are_part_of_it() {
    assert!(at_0904("2026-11-27T08:34", "2026-11-27T09:04").is_ok());
    let short = at_0904("2026-11-27T08:34", "2026-11-27T08:50").expect_err("it is too short");
    assert!(
        short[0]
            .1
            .ends_with("Choose an end at Fri 27 Nov, 09:04 or later."),
        "{short:?}"
    );
    let late = at_0904("2026-11-27T08:35", "2026-11-27T08:50").expect_err("it is too short");
    assert!(late[0].1.ends_with("Choose an earlier start."), "{late:?}");
    assert!(at_0904("2026-11-22T09:03", "2026-11-22T18:00").is_ok());
    assert!(at_0904("2026-11-22T09:02", "2026-11-22T18:00").is_err());
}

#[test]
fn what_is_missing_is_asked_for_and_a_day_alone_is_no_time() {
    let told = |start: &str| {
        window(start, "2026-11-23T18:00").expect_err("no start")[0]
            .1
            .clone()
    };
    assert_eq!(told(""), "Choose the start day.");
    assert_eq!(told("2026-11-23"), "Choose the start time.");
    assert_eq!(told("tomorrow"), "Write the start as 2026-11-23T09:00.");
    assert_eq!(read_time("2026-11-23"), None);
    assert_eq!(read_time("2026-11-23T09:0x"), None);
    assert!(read_time("2026-11-23 09:00").is_some());
}
