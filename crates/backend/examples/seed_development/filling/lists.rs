//! The lists that are uploaded.

use std::io::Write;

use sha2::{Digest, Sha256};
use sheets::UploadedFile;

use super::Outcome;

/// Every kind of problem, in 300 rows.
const MESSY: &[u8] = include_bytes!("../../../../../tests/data/leads/messy-300.csv");

/// Nothing to say against any of 500 rows.
const CLEAN: &[u8] = include_bytes!("../../../../../tests/data/leads/clean-500.csv");

/// No list at all.
const NOT_A_SHEET: &[u8] = include_bytes!("../../../../../tests/data/leads/not-a-sheet.csv");

/// A number that the simulator refuses in the check already; its README lists them.
pub const BLOCKED: &str = "+628129000000";

/// A number that the simulator refuses only when the task is created.
pub const BLOCKED_LATER: &str = "+628129000003";

const NAMES: [&str; 7] = [
    "Budi Santoso",
    "Rina Wijaya",
    "Agus Prabowo",
    "Siti Nurhaliza",
    "Dewi Lestari",
    "Joko Susilo",
    "Maya Putri",
];

/// The sample with every kind of problem.
pub fn messy() -> Outcome<UploadedFile> {
    file("messy-300.csv", MESSY)
}

/// The sample without any problem.
pub fn clean() -> Outcome<UploadedFile> {
    file("clean-500.csv", CLEAN)
}

/// The sample that is no spreadsheet.
pub fn not_a_sheet() -> Outcome<UploadedFile> {
    file("not-a-sheet.csv", NOT_A_SHEET)
}

/// So many good numbers from that hundred on, none twice. More than a hundred reach into the hundreds after it.
pub fn numbers(hundred: u32, count: u32) -> Vec<String> {
    let first = 500_000 + hundred * 100;
    (first..first + count)
        .map(|number| format!("+62812{number}"))
        .collect()
}

/// A list of one lead for each number.
pub fn list(name: &str, numbers: &[String]) -> Outcome<UploadedFile> {
    let lines = numbers.iter().zip(NAMES.iter().cycle()).zip(1..);
    let lines = lines.map(|((number, name), place)| format!("{name},{number},C{place:04}"));
    csv(name, "Customer,Mobile,Comments", lines)
}

/// The same with three values that a robot can say.
pub fn with_values(name: &str, numbers: &[String]) -> Outcome<UploadedFile> {
    let lines = numbers.iter().zip(NAMES.iter().cycle()).zip(1..);
    let lines = lines.map(|((number, name), place)| {
        format!("{name},{number},C{place:04},Rp 50.000,Jakarta,30 November")
    });
    csv(name, "Customer,Mobile,Comments,ExtraA,ExtraB,ExtraC", lines)
}

/// A list without numbers.
pub fn without_numbers() -> Outcome<UploadedFile> {
    let lines = ["Siti,Bandung,31", "Budi,Surabaya,45"].map(str::to_owned);
    csv("odd.csv", "Name,City,Age", lines)
}

/// Two columns of numbers, and no word that says which of them is called.
pub fn of_two_numbers() -> Outcome<UploadedFile> {
    let lines = numbers(90, 12).into_iter().zip(numbers(91, 12));
    let lines = lines
        .zip(NAMES.iter().cycle())
        .map(|((old, new), name)| format!("{name},{old},{new}"));
    csv("two-numbers.csv", "Nama,Lama,Baru", lines)
}

/// On the company's do-not-call list.
pub const LISTED: &str = "+62812509805";

/// A register of Mexico, of which two numbers are enough.
pub fn register() -> Outcome<UploadedFile> {
    let lines = ["+525512340001", "+525512340002"].map(str::to_owned);
    csv("registro.csv", "Telefono", lines)
}

/// Leads that are sent with a warning, leads that are held back, duplicates, and those numbers, which were called recently.
pub fn warnings(called_recently: &[String]) -> Outcome<UploadedFile> {
    let odd = [
        // A fixed line of Jakarta, numbers of the Philippines and of India.
        "Hotel Merdeka,+62215550123,Jakarta,tidak",
        "Ana Reyes,+639171234501,Manila,tidak",
        "Ravi Kumar,+919810012345,Delhi,tidak",
        // Not to be called.
        "Joko Susilo,+62812509801,Medan,ya",
        "Maya Putri,+62812509802,Medan,ya",
        "Dewi Lestari,+62812509803,Solo,ya",
        // One number in three forms.
        "Agus Prabowo,+62812509804,Solo,tidak",
        "Agus P.,0812509804,Solo,tidak",
        "A. Prabowo,62812509804,Solo,tidak",
    ];
    let good = numbers(92, 20);
    let numbers = good.iter().chain(called_recently);
    let plain = numbers
        .zip(NAMES.iter().cycle())
        .map(|(number, name)| format!("{name},{number},Bandung,tidak"));
    let listed = format!("Rina Wulandari,{LISTED},Solo,tidak");
    let lines = odd.into_iter().map(str::to_owned).chain(plain);
    let lines = lines.chain([listed]);
    csv("do-not-call.csv", "Nama,No HP,Kota,Jangan dihubungi", lines)
}

fn csv(name: &str, header: &str, lines: impl IntoIterator<Item = String>) -> Outcome<UploadedFile> {
    let mut text = format!("{header}\n");
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
    file(name, text.as_bytes())
}

fn file(name: &str, bytes: &[u8]) -> Outcome<UploadedFile> {
    let mut file = tempfile::tempfile()?;
    file.write_all(bytes)?;
    Ok(UploadedFile {
        file,
        file_name: name.to_owned(),
        size: bytes.len() as u64,
        digest: Sha256::digest(bytes).into(),
    })
}
