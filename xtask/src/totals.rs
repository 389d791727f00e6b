//! How many tests the runners counted, read from their own summary lines.

/// Sums over all runners so far.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct Totals {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Totals {
    /// Takes a line such as `test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; …`.
    pub fn add_cargo_line(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else {
            return;
        };
        let counts = counts.split_once(". ").map_or(counts, |(_, counts)| counts);
        for count in counts.split("; ") {
            self.add(count);
        }
    }

    /// Takes a line such as `  12 passed (3.4s)`, of which Playwright prints one for each kind.
    pub fn add_playwright_line(&mut self, line: &str) {
        let text = without_colours(line);
        let Some(count) = text
            .strip_prefix("  ")
            .filter(|rest| !rest.starts_with(' '))
        else {
            return;
        };
        let count = count.split_once(" (").map_or(count, |(count, _)| count);
        self.add(count);
    }

    /// `N kind`; a kind that is not known and anything else counts nothing.
    fn add(&mut self, count: &str) {
        let Some((number, kind)) = count.trim().split_once(' ') else {
            return;
        };
        let Ok(number) = number.parse::<u64>() else {
            return;
        };
        match kind {
            "passed" => self.passed += number,
            "failed" | "flaky" | "interrupted" => self.failed += number,
            "ignored" | "skipped" | "did not run" => self.skipped += number,
            _ => {}
        }
    }

    /// `N passed, N failed`, and `, N skipped` where some were. None when no runner counted anything.
    pub fn line(&self) -> Option<String> {
        let Self {
            passed,
            failed,
            skipped,
        } = self;
        match (passed + failed + skipped, skipped) {
            (0, _) => None,
            (_, 0) => Some(format!("{passed} passed, {failed} failed")),
            _ => Some(format!(
                "{passed} passed, {failed} failed, {skipped} skipped"
            )),
        }
    }
}

fn without_colours(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        text.push_str(before);
        rest = after.split_once('m').map_or("", |(_, after)| after);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summaries_of_both_runners_are_summed() {
        let mut totals = Totals::default();
        totals.add_cargo_line("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s");
        totals.add_cargo_line("test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.02s");
        totals.add_playwright_line("  \u{1b}[32m7 passed\u{1b}[39m\u{1b}[2m (5.0s)\u{1b}[22m");
        totals.add_playwright_line("  1 flaky");
        assert_eq!(
            totals.line().as_deref(),
            Some("23 passed, 3 failed, 1 skipped")
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        let mut totals = Totals::default();
        totals.add_cargo_line("running 12 tests");
        totals.add_cargo_line("test says_3_passed ... ok");
        totals.add_playwright_line("Running 7 tests using 1 worker");
        totals.add_playwright_line("  ✓  1 journey.spec.ts:3:1 › 3 passed (1.0s)");
        totals.add_playwright_line("    9 passed");
        assert_eq!(totals.line(), None);
    }

    #[test]
    fn a_clean_run_names_passed_and_failed_only() {
        let mut totals = Totals::default();
        totals.add_playwright_line("  7 passed (1.2m)");
        assert_eq!(totals.line().as_deref(), Some("7 passed, 0 failed"));
    }
}
