//! The figures of this program for `cargo xtask bench`, and the files that the other programs get.
//!
//! `cargo bench -p backend --bench table -- FOLDER` writes `leads-10000.csv`, `leads-200000.csv` and `leads-10000.xlsx` into
//! the folder and prints a line for each figure: its name, a tab, the median in milliseconds.

mod work;

use std::fs::File;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Cargo adds a word of its own.
    let folder = std::env::args()
        .skip(1)
        .find(|word| !word.starts_with("--"));
    let folder = PathBuf::from(folder.ok_or("name the folder for the files")?);
    for (rows, times) in [(10_000, 41), (200_000, 7)] {
        let path = folder.join(format!("leads-{rows}.csv"));
        let text = work::csv_text(rows);
        std::fs::write(&path, &text)?;
        let mut file = File::open(&path)?;
        work::assert_is_telling(rows, &mut file);
        print(&format!("ours-csv-{rows}"), times, || {
            work::validate(&mut file)
        });
        print(&format!("csv-loop-{rows}"), times, || {
            work::csv_loop(text.as_bytes())
        });
        print(&format!("csv-loop-numbers-{rows}"), times, || {
            work::csv_loop_with_numbers(text.as_bytes())
        });
    }
    let path = folder.join("leads-10000.xlsx");
    work::write_workbook(10_000, &path)?;
    let mut file = File::open(&path)?;
    print("ours-xlsx-10000", 15, || work::validate(&mut file));
    Ok(())
}

/// Once to warm up, then as many times as it says; an odd number has a middle.
fn print<T>(name: &str, times: usize, mut work: impl FnMut() -> T) {
    black_box(work());
    let mut took: Vec<f64> = (0..times)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    took.sort_by(f64::total_cmp);
    println!("{name}\t{:.2}", took[times / 2]);
}
