//! `coxswain leads check`: what operators and their programs get.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

fn check(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_coxswain"))
        .args(["leads", "check"])
        .args(arguments)
        .env_clear()
        .output()
        .expect("an end")
}

fn sample(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/leads");
    folder
        .join(name)
        .to_str()
        .expect("a path of letters")
        .to_owned()
}

fn json_of(arguments: &[&str]) -> Value {
    let output = check(arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "nothing is logged: {output:?}");
    serde_json::from_slice(&output.stdout).expect("one object")
}

fn refusal(arguments: &[&str]) -> String {
    let output = check(arguments);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty(), "{output:?}");
    String::from_utf8(output.stderr).expect("text")
}

#[test]
fn programs_get_every_lead_with_its_row_and_its_problems() {
    let verdict = json_of(&[&sample("messy-300.csv"), "--country", "ID", "--json"]);
    let facts = [
        ("format", json!("csv")),
        ("encoding", json!("utf-8")),
        ("delimiter", json!(",")),
        ("sheet", json!(null)),
        ("header_row", json!(1)),
        ("rows", json!(300)),
        // One of the two with a warning is a duplicate as well: it counts as both.
        ("ready", json!(277)),
        ("error_rows", json!(20)),
        ("warning_rows", json!(2)),
        ("duplicate_rows", json!(2)),
    ];
    for (fact, expected) in facts {
        assert_eq!(verdict[fact], expected, "{fact}");
    }
    assert_eq!(
        verdict["columns"][1],
        json!({"header": "Mobile", "field": "mobile"})
    );
    let leads = verdict["leads"].as_array().expect("a list");
    assert_eq!(leads.len(), 300);
    let first = json!({"row": 2, "mobile": "+62812335088", "duplicate_of": null, "faults": []});
    assert_eq!(leads[0], first);
    let problems: Vec<&Value> = leads
        .iter()
        .flat_map(|lead| lead["faults"].as_array().expect("a list"))
        .collect();
    let missing = json!({
        "field": "mobile", "level": "error", "kind": "missing", "message": "Mobile is empty. Fill it in."
    });
    assert!(problems.contains(&&missing), "{problems:?}");
    assert!(problems.iter().any(|problem| problem["level"] == "warning"));
}

/// A file that is deleted when it is dropped.
fn file_of(text: &str) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), text).expect("a file");
    file
}

#[test]
fn programs_get_where_every_line_went_and_what_a_person_would_be_asked() {
    let held = file_of(
        "Weekly list\n\nNama,No HP,Jangan dihubungi\nSiti,+6281233508801,\nBudi,+6281233508802,ya\n",
    );
    let path = held.path().to_str().expect("letters");
    let verdict = json_of(&[path, "--country", "ID", "--json"]);
    let lines = json!({
        "total": 5, "above": 1, "header": 1, "blank": 1, "repeated_headers": 0, "held_back": 1, "leads": 1
    });
    assert_eq!(verdict["lines"], lines);
    assert_eq!(
        verdict["held_back"],
        json!({"rows": 1, "reasons": {"do_not_call": 1}})
    );
    assert_eq!(verdict["question"], json!(null));
    assert_eq!(verdict["hidden"], json!({"rows": 0, "columns": []}));
    assert_eq!(verdict["other_sheets"], json!([]));
    assert_eq!(verdict["ready"], json!(1));

    let unclear = file_of(
        "Nama,Satu,Dua\nSiti,+6281233508801,+6281233508811\nBudi,+6281233508802,+6281233508812\n",
    );
    let path = unclear.path().to_str().expect("letters");
    let verdict = json_of(&[path, "--country", "ID", "--json"]);
    assert_eq!(verdict["question"]["field"], json!("mobile"));
    assert_eq!(
        verdict["question"]["text"],
        json!("Which column has the phone numbers?")
    );
    assert_eq!(verdict["question"]["columns"], json!(["Satu", "Dua"]));
    assert_eq!(verdict["ready"], json!(0));
}

#[test]
fn a_robots_own_names_and_a_workbooks_sheet_are_understood() {
    let file = sample("spanish.xlsx");
    let names = [
        "--country",
        "mx",
        "--robot-variables",
        "Oferta,Ciudad,Saldo",
    ];
    let verdict = json_of(&[&[file.as_str(), "--json"], &names[..]].concat());
    let fields: Vec<&Value> = verdict["columns"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|column| &column["field"])
        .collect();
    for field in ["extra_a", "extra_b", "extra_c"] {
        assert!(fields.contains(&&json!(field)), "{field}: {fields:?}");
    }
    assert_eq!(
        (&verdict["format"], &verdict["encoding"]),
        (&json!("xlsx"), &json!(null))
    );
    assert_eq!(verdict["delimiter"], json!(null));
    assert!(verdict["sheet"].is_string());
}

#[test]
fn a_later_lead_of_the_same_number_names_the_row_of_the_first() {
    let verdict = json_of(&[&sample("duplicates.csv"), "--country", "ID", "--json"]);
    assert_eq!(verdict["duplicate_rows"], json!(10));
    let leads = verdict["leads"].as_array().expect("a list");
    let repeat = leads
        .iter()
        .find(|lead| lead["duplicate_of"].is_u64())
        .expect("ten of them");
    let first = leads
        .iter()
        .find(|lead| lead["row"] == repeat["duplicate_of"])
        .expect("it is in the file");
    assert_eq!(first["mobile"], repeat["mobile"]);
    assert_eq!(first["duplicate_of"], json!(null));
}

#[test]
fn people_get_the_counts_and_where_the_problems_are() {
    let output = check(&[&sample("messy-300.csv"), "--country", "ID"]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).expect("text");
    for line in [
        "CSV, comma, UTF-8; headers in row 1",
        "    2  Mobile     Mobile",
        "300 leads",
        "        277  Ready",
        "         20  Rows to fix",
    ] {
        assert!(text.lines().any(|other| other == line), "{line}\n{text}");
    }
    assert!(text.contains("\nError: Mobile, empty, "), "{text}");
}

#[test]
fn what_cannot_be_read_ends_with_2_and_the_reason() {
    let country = ["--country", "ID"];
    for (name, reason) in [
        ("empty.csv", "The file is empty."),
        ("not-a-sheet.csv", "This is a picture, not a spreadsheet."),
        ("broken.xlsx", "This workbook is damaged"),
        ("header-only.csv", "The list has no leads"),
        ("no-such-file.csv", "cannot be opened"),
    ] {
        let words = refusal(&[&[sample(name).as_str()], &country[..]].concat());
        assert!(words.contains(reason), "{name}: {words}");
    }
    let words = refusal(&[&[sample("").as_str()], &country[..]].concat());
    assert!(words.contains("is not a file"), "{words}");
    let words = refusal(&[&sample("clean-500.csv"), "--country", "ZZ"]);
    assert!(words.contains("no numbering plan for country"), "{words}");
    let file = sample("clean-500.csv");
    let four = [
        file.as_str(),
        "--country",
        "ID",
        "--robot-variables",
        "A,B,C,D",
    ];
    assert!(refusal(&four).contains("at most 3 variables"));
}
