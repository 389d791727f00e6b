//! How long validating takes. `cargo bench -p backend --bench validating`; docs/benchmarks.md says what the figures mean.

mod work;

use std::fs::File;
use std::io::Write;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};

fn main() {
    work::assert_is_telling(10_000, &mut csv_file(10_000));
    divan::main();
}

fn csv_file(rows: usize) -> File {
    let mut file = tempfile::tempfile().expect("a temporary file");
    file.write_all(work::csv_text(rows).as_bytes())
        .expect("a temporary file");
    file
}

#[divan::bench(args = [10_000, 200_000])]
fn validate_csv(bencher: Bencher<'_, '_>, rows: usize) {
    let mut file = csv_file(rows);
    bencher
        .counter(ItemsCount::new(rows))
        .bench_local(|| work::validate(black_box(&mut file)));
}

#[divan::bench(args = [10_000])]
fn validate_xlsx(bencher: Bencher<'_, '_>, rows: usize) {
    let path = tempfile::NamedTempFile::new().expect("a temporary file");
    work::write_workbook(rows, path.path()).expect("a temporary file");
    let mut file = path.reopen().expect("a temporary file");
    bencher
        .counter(ItemsCount::new(rows))
        .bench_local(|| work::validate(black_box(&mut file)));
}

#[divan::bench(args = [10_000, 200_000])]
fn bare_csv_loop(bencher: Bencher<'_, '_>, rows: usize) {
    let text = work::csv_text(rows);
    bencher
        .counter(ItemsCount::new(rows))
        .bench_local(|| work::csv_loop(black_box(text.as_bytes())));
}

#[divan::bench(args = [10_000, 200_000])]
fn bare_csv_loop_with_numbers(bencher: Bencher<'_, '_>, rows: usize) {
    let text = work::csv_text(rows);
    bencher
        .counter(ItemsCount::new(rows))
        .bench_local(|| work::csv_loop_with_numbers(black_box(text.as_bytes())));
}
