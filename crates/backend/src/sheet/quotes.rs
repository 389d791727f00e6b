//! Quotation marks in delimited text: which of them hold a cell together, and which have swallowed the lines below.
//!
//! RFC 4180 lets a cell in quotation marks go over several lines. A mark that somebody typed or cut off does the same to
//! lines that are rows of their own, and nobody notices: so the lines below the first are looked at.

use leads::{Country, ShapeProblem};

use super::headers;

/// How many lines of the beginning tell what rows look like.
const COMPARED: usize = 60;

/// What the rows of a text look like: how many cells most of them have, and in which columns numbers were seen.
#[derive(Clone, Debug)]
pub(super) struct RowShape {
    delimiter: u8,
    country: Country,
    width: usize,
    number_columns: Vec<usize>,
}

impl RowShape {
    /// Of a text that begins so. Each line counts by itself, whatever its quotation marks say.
    pub fn of(text: &str, delimiter: u8, country: Country) -> RowShape {
        let mut widths: Vec<usize> = Vec::new();
        let mut number_columns: Vec<usize> = Vec::new();
        let mut first_width = 0;
        let lines = text.split(['\n', '\r']).filter(|line| !line.is_empty());
        for line in lines.take(COMPARED) {
            let cells = split_line(line, delimiter);
            let numbers = (0..cells.len()).filter(|at| headers::is_number(&cells[*at], country));
            let before = number_columns.len();
            for column in numbers {
                widths.push(cells.len());
                number_columns.push(column);
            }
            if number_columns.len() == before && first_width == 0 {
                first_width = cells.len();
            }
        }
        widths.sort_unstable();
        let width = widths
            .chunk_by(PartialEq::eq)
            .max_by_key(|same| same.len())
            .map_or(first_width, |same| same[0]);
        number_columns.sort_unstable();
        number_columns.dedup();
        RowShape {
            delimiter,
            country,
            width,
            number_columns,
        }
    }

    /// Whether a line would be a row by itself: as many cells as the others, with a number where they have it. Where the mark
    /// is no proper one anyway, the cells are enough.
    fn is_row(&self, line: &str, is_proper: bool) -> bool {
        // Its quotation marks may belong together with those of the line before: then they part nothing.
        self.are_of_a_row(&split_line(line, self.delimiter), is_proper)
            || (line.contains('"')
                && self.are_of_a_row(&split_without_quotes(line, self.delimiter), is_proper))
    }

    fn are_of_a_row(&self, cells: &[String], is_proper: bool) -> bool {
        let is_as_wide = cells.len() == self.width && self.width > 1;
        if is_as_wide && !is_proper {
            return true;
        }
        let is_wide_enough = if self.width > 1 {
            cells.len() > 1 && 2 * cells.len() >= self.width
        } else {
            cells.len() == 1
        };
        let has_number = |cell: &String| {
            headers::is_number(cell, self.country) || headers::resembles_a_long_number(cell)
        };
        is_wide_enough
            && if self.number_columns.is_empty() {
                cells.iter().any(has_number)
            } else {
                self.number_columns
                    .iter()
                    .any(|column| cells.get(*column).is_some_and(has_number))
            }
    }

    /// Whether a line has as many cells as most rows, with a number where they have it.
    fn is_whole_row(&self, line: &str) -> bool {
        let cells = split_line(line, self.delimiter);
        cells.len() == self.width && self.width > 1 && self.are_of_a_row(&cells, true)
    }

    /// Whether a line has the cells of a whole row, so that nothing has to go on below it.
    fn is_whole(&self, line: &str) -> bool {
        split_line(line, self.delimiter).len() >= self.width
    }
}

/// What is wrong with a record that goes over several lines, or that is the last of the text. `raw` is the record as it
/// stands in the text, with the end of its last line or without.
pub(super) fn problem(raw: &str, shape: &RowShape) -> Option<ShapeProblem> {
    let (closing, cells) = closing(raw, shape.delimiter);
    if closing == Closing::Never {
        return Some(ShapeProblem::OpenQuote);
    }
    let mut swallowed = lines(raw);
    let first = swallowed.next().unwrap_or_default();
    let is_proper = closing == Closing::Proper && cells <= shape.width;
    // A cell that goes on below leaves its row unfinished, unless it is the last: then only whole rows within it tell, of which
    // its end is none.
    let has_rows = if is_proper && !shape.is_whole(first) {
        let mut within = lines(raw).skip(1).peekable();
        std::iter::from_fn(|| within.next().filter(|_| within.peek().is_some()))
            .any(|line| shape.is_whole_row(line))
    } else {
        swallowed.any(|line| shape.is_row(line, is_proper))
    };
    has_rows.then(|| ShapeProblem::SpansLines {
        lines: u32::try_from(lines(raw).count() - 1).unwrap_or(u32::MAX),
    })
}

/// Whether lines below the first would be rows by themselves.
pub(super) fn swallows_rows(raw: &str, shape: &RowShape) -> bool {
    lines(raw).skip(1).any(|line| shape.is_row(line, true))
}

/// The lines of a record, without their ends and without the nothing behind the last.
fn lines(raw: &str) -> impl Iterator<Item = &str> {
    let raw = raw.strip_suffix('\n').unwrap_or(raw);
    let raw = raw.strip_suffix('\r').unwrap_or(raw);
    raw.split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// How the cells that go over several lines end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    /// With a quotation mark at the end of the cell.
    Proper,
    /// With a quotation mark in the middle of something else: it was meant to open another cell.
    Improper,
    Never,
}

/// How they end, and how many cells the record has.
fn closing(raw: &str, delimiter: u8) -> (Closing, usize) {
    let bytes = raw.as_bytes();
    let mut closing = Closing::Proper;
    let mut cells = 0;
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            let begin = at + 1;
            let Some(end) = end_of_quoted(bytes, begin) else {
                return (Closing::Never, cells);
            };
            let spans = memchr::memchr2(b'\n', b'\r', &bytes[begin..end]).is_some();
            at = end + 1;
            let behind = bytes[at..].iter().find(|byte| **byte != b' ');
            let is_proper = behind.is_none_or(|byte| [delimiter, b'\n', b'\r'].contains(byte));
            if spans && !is_proper {
                closing = Closing::Improper;
            }
        }
        // The rest of the cell is text, quotation marks or not.
        cells += 1;
        let rest = memchr::memchr3(delimiter, b'\n', b'\r', &bytes[at..]);
        at = rest.map_or(bytes.len(), |rest| at + rest + 1);
    }
    (closing, cells)
}

/// Where the quotation mark stands that ends the text which begins there.
fn end_of_quoted(bytes: &[u8], begin: usize) -> Option<usize> {
    let mut at = begin;
    loop {
        at += memchr::memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// The cells of one line. A quotation mark that is not closed on it is text.
pub(super) fn split_line(line: &str, delimiter: u8) -> Vec<String> {
    let bytes = line.as_bytes();
    let mut cells = Vec::new();
    let mut at = 0;
    loop {
        let mut cell = String::new();
        if bytes.get(at) == Some(&b'"')
            && let Some(end) = end_of_quoted(bytes, at + 1)
        {
            cell = line[at + 1..end].replace("\"\"", "\"");
            at = end + 1;
        }
        let rest = memchr::memchr(delimiter, &bytes[at..]).map(|rest| at + rest);
        cell.push_str(&line[at..rest.unwrap_or(line.len())]);
        cells.push(cell);
        match rest {
            Some(end) => at = end + 1,
            None => return cells,
        }
    }
}

/// The cells of one line, as if quotation marks were letters like others.
fn split_without_quotes(line: &str, delimiter: u8) -> Vec<String> {
    line.split(char::from(delimiter))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> RowShape {
        RowShape::of(text, b',', Country::parse("PH").expect("two letters"))
    }

    const LIST: &str = "Name,Mobile,Address\nAna,09171234501,Cebu\nBen,09171234502,Davao\n";

    #[test]
    fn a_line_is_split_as_spreadsheets_do_and_a_lone_mark_is_text() {
        for (line, cells) in [
            ("a,\"b,c\",d", vec!["a", "b,c", "d"]),
            ("a,\"b \"\"x\"\"\",", vec!["a", "b \"x\"", ""]),
            ("a,\"b,c", vec!["a", "\"b", "c"]),
            ("6\" pipe,\"x\"y\"", vec!["6\" pipe", "xy\""]),
            ("", vec![""]),
        ] {
            assert_eq!(split_line(line, b','), cells, "{line}");
        }
    }

    #[test]
    fn an_address_of_several_lines_is_one_cell() {
        let shape = shape(LIST);
        for raw in [
            "Ana,09171234501,\"12 Mabini St\nMakati\"\n",
            "Ana,09171234501,\"12 Mabini St\nBrgy. 5, Makati, Manila\"\n",
            "Ana,09171234501,\"12 Mabini St\r\nMakati, Metro Manila, 1200\"",
            "\"Ana\nMaria\",09171234501,Cebu\n",
            "\"Cruz, \"\"JR\"\"\nAna\",09171234501,Cebu\n",
            "Ana,\"0917 123 4501\nor 0917 123 4502\",Cebu\n",
        ] {
            assert_eq!(problem(raw, &shape), None, "{raw}");
        }
    }

    #[test]
    fn swallowed_rows_are_seen() {
        let shape = shape(LIST);
        for raw in [
            // The mark of the next address ends the one before.
            "Ben,09171234502,\"2/F Fort\nCarla,09171234503,\"8 Rizal\"\n",
            // An inch sign ends it, at the end of a cell.
            "Ben,09171234502,\"2/F Fort\nCarla,09171234503,TV 6\"\n",
            // The number is missing, but the mark does not end a cell.
            "Ben,09171234502,\"2/F Fort\nCarla,,\"8 Rizal\"\n",
            // Its own line is cut short by the mark.
            "\"Ben,09171234502\nCarla,09171234503,Cebu\nDina\",09171234504,Davao\n",
            // Two lone marks hold the end of a line together with the beginning of the next.
            "Ben,09171234502,\"\n\",09171234503,\"x\"\n",
        ] {
            let lines = u32::try_from(raw.lines().count() - 1).expect("few lines");
            assert_eq!(
                problem(raw, &shape),
                Some(ShapeProblem::SpansLines { lines }),
                "{raw}"
            );
        }
        let open = "Ed,09171234505,\"7 Bonifacio\n";
        assert_eq!(problem(open, &shape), Some(ShapeProblem::OpenQuote));
    }
}
