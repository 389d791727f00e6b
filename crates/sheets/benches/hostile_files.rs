//! What files that were made to do harm cost: memory, processor time, and how each ends.
//!
//! `cargo bench -p backend --bench hostile_files` makes each as large as an upload may be, reads it in a process of its own under
//! the usual limits, and prints a table. `-- ods` takes only those whose names begin so. It ends with 1 where a file ended in
//! another way than it should, or took more than one file may.

mod hostile;

use std::fs::File;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use hostile::{Hostile, Scale};
use leads::Country;
use sheets::reader::{Limits, Program, SheetReader, read_for_parent};
use sheets::{ReadOptions, RowSink, SheetError, SheetFormat, SheetHeaders, SheetRow};

/// What makes this program read a sheet for itself.
const READ: &str = "read-sheet";

/// Clock ticks a second, in which Linux counts processor time in `/proc` (USER_HZ).
const TICKS: f64 = 100.0;

fn main() -> ExitCode {
    // Cargo adds a word of its own.
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    if words.iter().any(|word| word == READ) {
        return match read_for_parent(Limits::default()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let program = Program {
        path: "/proc/self/exe".into(),
        arguments: vec![READ.into()],
    };
    let reader = SheetReader::own_process(program);
    println!("| file | kB | peak memory, MB | processor, s | wall, s | ends |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let mut is_well = true;
    for hostile in hostile::all() {
        if words.is_empty()
            || words
                .iter()
                .any(|word| hostile.name.starts_with(word.as_str()))
        {
            is_well &= measure(&reader, &hostile);
        }
    }
    match is_well {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

struct Nothing;

impl RowSink for Nothing {
    fn headers(&mut self, _: SheetHeaders, _: &[SheetRow]) {}

    fn row(&mut self, _: &SheetRow) -> bool {
        true
    }
}

/// Prints a line of the table; whether the file ended as it should and within the limits.
fn measure(reader: &SheetReader, hostile: &Hostile) -> bool {
    let mut file = (hostile.make)(Scale::Full);
    let kilobytes = file.metadata().expect("a file").len() / 1024;
    let (before, start) = (children_took(), Instant::now());
    let (outcome, peak) = read(reader, &mut file);
    let (took, wall) = (children_took() - before, start.elapsed().as_secs_f64());
    let is_well = (hostile.ends)(Scale::Full).is(&outcome);
    let ends = match outcome {
        Ok(_) => "read".to_owned(),
        Err(error) => format!("{error:?}"),
    };
    let mark = if is_well { "" } else { " **unexpected**" };
    println!(
        "| {} | {kilobytes} | {peak} | {took:.1} | {wall:.1} | {ends}{mark} |",
        hostile.name
    );
    is_well && peak <= 300 && took <= 21.0
}

/// What became of the file, and the most memory that the reading process had resident, in MB.
fn read(reader: &SheetReader, file: &mut File) -> (Result<SheetFormat, SheetError>, u64) {
    let (is_over, peak) = (AtomicBool::new(false), AtomicU64::new(0));
    let outcome = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                peak.fetch_max(children_peak(), Ordering::Relaxed);
                std::thread::sleep(Duration::from_millis(2));
            }
        });
        let options = ReadOptions::new(Country::parse("ID").expect("two letters"), &[]);
        let (_stop, reading) = reader.begin();
        let outcome = reading.read(file, &options, &mut Nothing);
        is_over.store(true, Ordering::Relaxed);
        outcome
    });
    (outcome, peak.load(Ordering::Relaxed) / 1024)
}

/// The most kilobytes that a process which this one has started had resident (Linux, `/proc`).
fn children_peak() -> u64 {
    let Ok(threads) = std::fs::read_dir("/proc/self/task") else {
        return 0;
    };
    threads
        .filter_map(|thread| std::fs::read_to_string(thread.ok()?.path().join("children")).ok())
        .flat_map(|children| {
            let peaks = children.split_whitespace().filter_map(peak_of);
            peaks.collect::<Vec<_>>()
        })
        .max()
        .unwrap_or(0)
}

fn peak_of(process: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// The processor time of all processes that this one has waited for, in seconds (`/proc/self/stat`, fields 16 and 17).
fn children_took() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("Linux");
    let (_, fields) = stat.rsplit_once(')').expect("a name in brackets");
    let ticks = fields.split_whitespace().skip(13).take(2);
    ticks
        .map(|field| field.parse::<f64>().expect("a number"))
        .sum::<f64>()
        / TICKS
}
