//! What is measured, and on what: lists of leads as exports write them, made up by counting, the same every time.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs::File;
use std::path::Path;

use leads::Country;
use rlibphonenumber::{PHONE_NUMBER_UTIL, Region};
use rust_xlsxwriter::{Workbook, XlsxError};
use sheets::file_check::{self, FileCheck, FileRules};
use sheets::reader::SheetReader;

/// The columns of the lists: nine, of which one is left out.
pub const HEADERS: [&str; 9] = [
    "Ref", "Customer", "Mobile", "Platform", "Comments", "Gender", "ExtraA", "ExtraB", "ExtraC",
];

const NAMES: [&str; 8] = [
    "Budi Santoso",
    "Siti Rahayu",
    "Agus Prabowo",
    "Andrea Bautista",
    "José Rizal Santos",
    "María Núñez",
    "王小明",
    "Dewi Lestari",
];

/// A number as people and spreadsheets write it: most in E.164, some nationally, one in a hundred not to be repaired.
fn spelling(row: usize) -> String {
    // 7919 is prime to the ten million: no number comes twice by itself.
    let local = format!("{:07}", (row * 7919) % 10_000_000);
    let (first, last) = local.split_at(3);
    match row % 100 {
        0 => format!("6.2812{first}E+11"),
        1..=9 => format!("62812{local}"),
        10..=24 => format!("0812-{first}-{last}"),
        25..=39 => format!("+62 812 {first} {last}"),
        40..=42 => format!("+62812{local}.0"),
        43 => format!("\u{202A}+62812{local}\u{202C}"),
        // Now and then a number comes again.
        44 => spelling(row.saturating_sub(100) / 100 * 100 + 50),
        _ => format!("+62812{local}"),
    }
}

/// The cells of a lead.
pub fn cells(row: usize) -> [String; 9] {
    let gender = ["male", "female", "", "male"][row % 4];
    let long = if row % 200 == 77 {
        " that is longer than the sixty-four characters which one may have by far"
    } else {
        ""
    };
    [
        format!("{row}"),
        NAMES[row % NAMES.len()].to_owned(),
        spelling(row),
        "AIRUDDER".to_owned(),
        format!("C{:07}{long}", (row * 31_337) % 10_000_000),
        gender.to_owned(),
        ["Rp 1.250.000", "gold", "silver", ""][row % 4].to_owned(),
        String::new(),
        String::new(),
    ]
}

/// A list as CSV in UTF-8.
pub fn csv_text(rows: usize) -> String {
    let mut text = HEADERS.join(",") + "\n";
    for row in 0..rows {
        writeln!(text, "{}", cells(row).join(",")).expect("memory");
    }
    text
}

/// Writes a list as a workbook, its texts shared as Excel does.
pub fn write_workbook(rows: usize, path: &Path) -> Result<(), XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0..).zip(HEADERS) {
        sheet.write_string(0, column, header)?;
    }
    for row in 0..rows {
        let at = u32::try_from(row + 1).unwrap_or(u32::MAX);
        for (column, cell) in (0..).zip(cells(row)) {
            sheet.write_string(at, column, cell)?;
        }
    }
    workbook.save(path)
}

/// The whole way: from the bytes of a file to the verdict of every lead.
pub fn validate(file: &mut File) -> FileCheck {
    let rules = FileRules {
        country: Country::parse("ID").expect("two letters"),
        variables: Vec::new(),
        platform: None,
    };
    file_check::check(&SheetReader::in_process(), file, &rules).expect("a list of leads")
}

/// The floor: the `csv` crate reads every cell, and nothing is done with it.
pub fn csv_loop(bytes: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(bytes);
    let mut record = csv::StringRecord::new();
    let mut length = 0;
    while reader.read_record(&mut record).expect("CSV") {
        length += record.iter().map(str::len).sum::<usize>();
    }
    length
}

/// The floor with numbers: every number is also parsed by libphonenumber's port, and looked up in its numbering plan.
pub fn csv_loop_with_numbers(bytes: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(bytes);
    let mut record = csv::StringRecord::new();
    let mut valid = 0;
    while reader.read_record(&mut record).expect("CSV") {
        let number = PHONE_NUMBER_UTIL.parse(&record[2], Some(Region::ID));
        valid += usize::from(number.is_ok_and(|number| number.is_valid()));
    }
    valid
}

/// Fails when a list is not what it is taken for: so many leads, and some of every kind.
pub fn assert_is_telling(rows: usize, file: &mut File) {
    let tally = validate(file).tally;
    assert_eq!(tally.all() as usize, rows);
    assert!(tally.to_fix > 0 && tally.duplicates > 0 && tally.ready as usize > rows * 9 / 10);
    let spellings: HashSet<String> = (0..100).map(spelling).collect();
    assert!(spellings.len() > 90);
}
