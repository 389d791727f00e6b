//! Files that were made to do harm, read as the program reads them: in a process of its own, under limits.

#[path = "../../crates/sheets/benches/hostile/mod.rs"]
mod files;

use std::fs::File;
use std::io::{Read, Seek};
use std::thread;
use std::time::{Duration, Instant};

use files::Scale;
use files::workbooks::{with_texts, workbook};
use leads::Country;
use sheets::reader::{ReadingHandle, SheetReader};
use sheets::{ReadOptions, RowSink, SheetError, SheetFormat, SheetHeaders, SheetRow};
use sqlx::PgPool;

use crate::support::{
    SignedIn, TestApp, children, is_alive, options, program, sheet, sheet_reader, visible_text,
};

/// How long something may take that takes a moment, before the test fails.
const TIMEOUT: Duration = Duration::from_secs(60);

#[derive(Default)]
struct Rows(u32);

impl RowSink for Rows {
    fn headers(&mut self, _: SheetHeaders, _: &[SheetRow]) {}

    fn row(&mut self, _: &SheetRow) -> bool {
        self.0 += 1;
        true
    }
}

fn read_with(reading: &ReadingHandle, file: &mut File) -> Result<(SheetFormat, u32), SheetError> {
    let options = ReadOptions::new(Country::parse("ID").expect("two letters"), &[]);
    let mut rows = Rows::default();
    let format = reading.read(file, &options, &mut rows)?;
    Ok((format, rows.0))
}

fn read(reader: &SheetReader, file: &mut File) -> Result<(SheetFormat, u32), SheetError> {
    let (_stop, reading) = reader.begin();
    read_with(&reading, file)
}

/// A workbook whose cells share so many megabytes of texts, which its reader keeps.
fn with_shared_texts(megabytes: usize) -> File {
    with_texts(
        |output| {
            let text = format!("<si><t>{}</t></si>", "x".repeat(1 << 14));
            (0..64 * megabytes).try_for_each(|_| output.write_all(text.as_bytes()))
        },
        |output| output.write_all(b"<row><c t=\"s\"><v>0</v></c></row>"),
    )
}

/// A workbook that is read for as long as its reader may, and yields no row: 64 sheets that are all one part of blank ones.
pub fn endless() -> File {
    workbook(
        64,
        |_| Ok(()),
        |output| {
            let rows = b"<row/>".repeat(1 << 16);
            (0..50).try_for_each(|_| output.write_all(&rows))
        },
    )
}

pub fn bytes_of(mut file: File) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.rewind().expect("a file");
    file.read_to_end(&mut bytes).expect("a file");
    bytes
}

#[test]
fn every_hostile_file_ends_as_it_should_in_half_the_memory() {
    let reader = sheet_reader(&["--memory-mb", "128"]);
    let mut wrong = Vec::new();
    for hostile in files::all() {
        let outcome = read(&reader, &mut (hostile.make)(Scale::Small));
        if !(hostile.ends)(Scale::Small).is(&outcome) {
            wrong.push(format!("{}: {outcome:?}", hostile.name));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_takes_more_memory_than_one_file_may_is_refused() {
    let mut file = with_shared_texts(80);
    let reader = sheet_reader(&["--memory-mb", "48"]);
    let refused = read(&reader, &mut file);
    assert_eq!(refused.err(), Some(SheetError::TooMuchMemory));
    let enough = read(&sheet_reader(&[]), &mut file);
    assert_eq!(enough.err(), Some(SheetError::NoLeads));
}

#[test]
fn what_takes_longer_than_one_file_may_is_refused() {
    let reader = sheet_reader(&["--processor-seconds", "1"]);
    let refused = read(&reader, &mut endless());
    assert_eq!(refused.err(), Some(SheetError::TooMuchTime));
}

/// The process that reads with those limits, which nobody else has: it is awaited.
fn reading_process(limits: &str) -> u32 {
    let begun = Instant::now();
    while begun.elapsed() < TIMEOUT {
        let found = children(std::process::id()).into_iter().find(|child| {
            let command = std::fs::read_to_string(format!("/proc/{child}/cmdline"));
            command.is_ok_and(|command| command.contains(limits))
        });
        match found {
            Some(child) => return child,
            None => thread::sleep(Duration::from_millis(10)),
        }
    }
    panic!("no process reads the sheet");
}

#[test]
fn reading_ends_with_whoever_waits_for_it() {
    let limits = "4001";
    let reader = sheet_reader(&["--processor-seconds", limits]);
    let (stop, reading) = reader.begin();
    let thread = thread::spawn(move || read_with(&reading, &mut endless()));
    let process = reading_process(limits);
    let left = Instant::now();
    drop(stop);
    let outcome = thread.join().expect("no panic");
    assert_eq!(outcome.err(), Some(SheetError::Stopped));
    assert!(!is_alive(process) && left.elapsed() < TIMEOUT);
}

#[test]
fn a_reader_that_is_closed_ends_what_it_reads_and_reads_nothing_more() {
    let limits = "4002";
    let reader = sheet_reader(&["--processor-seconds", limits]);
    let (_stop, reading) = reader.begin();
    let thread = thread::spawn(move || read_with(&reading, &mut endless()));
    let process = reading_process(limits);
    reader.close();
    let outcome = thread.join().expect("no panic");
    assert_eq!(outcome.err(), Some(SheetError::Stopped));
    assert!(!is_alive(process));
    let late = read(&reader, &mut endless());
    assert_eq!(late.err(), Some(SheetError::Stopped));
}

#[test]
fn the_process_that_reads_has_no_secret_and_no_connection_but_its_own() {
    let limits = "4003";
    let reader = sheet_reader(&["--processor-seconds", limits]);
    let (stop, reading) = reader.begin();
    let thread = thread::spawn(move || read_with(&reading, &mut endless()));
    let process = reading_process(limits);
    let environment = std::fs::read(format!("/proc/{process}/environ")).expect("it runs");
    let mut names: Vec<&[u8]> = environment
        .split(|byte| *byte == 0)
        .filter_map(|variable| variable.split(|byte| *byte == b'=').next())
        .filter(|name| !name.is_empty())
        .collect();
    names.sort_unstable();
    let expected: [&[u8]; 2] = [b"MIMALLOC_DISALLOW_ARENA_ALLOC", b"TMPDIR"];
    assert_eq!(names, expected);
    let handles = std::fs::read_dir(format!("/proc/{process}/fd")).expect("it runs");
    let connections = handles
        .filter_map(|handle| std::fs::read_link(handle.ok()?.path()).ok())
        .filter(|target| target.to_string_lossy().starts_with("socket:"));
    // Its standard output and its own copy of it; whoever started the tests may hand on pipes and files.
    assert!(connections.count() <= 2);
    drop(stop);
    assert!(thread.join().expect("no panic").is_err());
}

#[test]
fn nobody_reads_a_sheet_by_hand_with_the_command_for_it() {
    let output = program(&["read-sheet"], &[]).output().expect("an end");
    assert_eq!(output.status.code(), Some(1));
    let words = String::from_utf8(output.stderr).expect("text");
    assert!(words.contains("coxswain leads check"), "{words}");
    let help = program(&["--help"], &[]).output().expect("an end");
    let help = String::from_utf8(help.stdout).expect("text");
    assert!(help.contains("sandbox") && !help.contains("read-sheet"));
}

/// Sends the file with everything else good; the page that the person sees then.
async fn upload(member: &SignedIn, bytes: Vec<u8>) -> String {
    let page = member.get("/tasks/new").await.page();
    let robot = options(&page, "robot").remove(0).0;
    let changes = [
        ("name", "Hostile"),
        ("robot", robot.as_str()),
        ("line", "line-a"),
        ("when", "now"),
    ];
    let answer = member
        .upload("/tasks/new", &changes, "leads.xlsx", bytes)
        .await;
    visible_text(&member.get(answer.location()).await.page())
}

#[sqlx::test(migrations = "./migrations")]
async fn a_file_that_takes_too_much_is_refused_and_the_program_goes_on(pool: PgPool) {
    let reader = sheet_reader(&["--memory-mb", "48", "--processor-seconds", "2"]);
    let app = TestApp::start_with(pool, "http", reader).await;
    let member = app.member().await;
    let page = upload(&member, bytes_of(with_shared_texts(80))).await;
    assert!(page.contains("needs too much memory to read"), "{page}");
    let page = upload(&member, bytes_of(endless())).await;
    assert!(page.contains("takes too long to read"), "{page}");
    let page = upload(&member, sheet("clean-500.csv")).await;
    assert!(page.contains("500 leads"), "{page}");
    app.stop().await;
}
