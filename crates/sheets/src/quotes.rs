//! Quotation marks in delimited text: which of them hold a cell together, and which have swallowed the lines below.
//!
//! RFC 4180 lets a cell in quotation marks go over several lines. A mark that somebody typed or cut off does the same to
//! lines that are rows of their own, and nobody notices: so the lines below the first are looked at.

use leads::{Country, ShapeProblem};

use super::headers;

mod records;

/// How many lines of the beginning tell what rows look like.
const COMPARED: usize = 60;

/// What the rows of a text look like: how many cells most of them have, and in which columns numbers were seen.
#[derive(Clone, Debug)]
pub(super) struct RowShape {
    delimiter: u8,
    country: Country,
    width: usize,
    /// How many cells a row may have: as many as most rows or, where the headers are more, as many as they are.
    max_cells: usize,
    number_columns: Vec<usize>,
}

impl RowShape {
    /// Of a text that begins so. Its records tell where most of them are sound and some go over several lines; else its
    /// lines do, because quotation marks may hold together what does not belong together.
    pub fn of(text: &str, delimiter: u8, country: Country) -> RowShape {
        let mut shape = RowShape::of_lines(text, delimiter, country);
        if memchr::memchr(b'"', text.as_bytes()).is_some()
            && let Some(found) = records::found(text, delimiter, country)
        {
            shape.width = found.width;
            shape.max_cells = found.width.max(found.headers);
            shape.number_columns = found.number_columns;
        }
        shape
    }

    /// Each line counts by itself, whatever its quotation marks say.
    fn of_lines(text: &str, delimiter: u8, country: Country) -> RowShape {
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
            max_cells: width,
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
        is_wide_enough
            && if self.number_columns.is_empty() {
                cells.iter().any(|cell| self.may_be_number(cell))
            } else {
                (self.number_columns.iter()).any(|column| self.has_number(cells, *column))
            }
    }

    fn may_be_number(&self, cell: &str) -> bool {
        headers::is_number(cell, self.country) || headers::resembles_a_long_number(cell)
    }

    fn has_number(&self, cells: &[String], column: usize) -> bool {
        cells
            .get(column)
            .is_some_and(|cell| self.may_be_number(cell))
    }

    /// Whether a line has as many cells as most rows, with a number where they have it.
    fn is_whole_row(&self, line: &str) -> bool {
        let cells = split_line(line, self.delimiter);
        cells.len() == self.width && self.width > 1 && self.are_of_a_row(&cells, true)
    }

    /// Whether both lines have the cells of a whole row, with the number in the same column. The second half of a cell that
    /// goes over two lines may have as many cells as a row, and a number behind it, but then the first half has none there. Where
    /// the record has too few cells itself, the line may have too few as well.
    fn are_rows_alike(&self, first: &str, line: &str, cells_of_record: usize) -> bool {
        // The mark that opens the cell may have taken all of its line into it.
        [split_line, split_without_quotes]
            .into_iter()
            .any(|split| self.is_alike(&split(first, self.delimiter), line, cells_of_record))
    }

    fn is_alike(&self, first_cells: &[String], line: &str, cells_of_record: usize) -> bool {
        if self.width < 2 || first_cells.len() < self.width {
            return false;
        }
        let is_alike = |cells: &[String]| {
            let is_wide_enough = cells.len() == self.width
                || (cells_of_record < self.width
                    && cells.len() > 1
                    && 2 * cells.len() >= self.width);
            let has_both = |column: usize| {
                (self.number_columns.is_empty() || self.number_columns.contains(&column))
                    && self.has_number(first_cells, column)
                    && self.has_number(cells, column)
            };
            is_wide_enough && (0..self.width).any(has_both)
        };
        // The same is true of the mark that ends it.
        is_alike(&split_line(line, self.delimiter))
            || is_alike(&split_without_quotes(line, self.delimiter))
    }
}

/// What is wrong with a record that goes over several lines, or that is the last of the text. `raw` is the record as it
/// stands in the text, with the end of its last line or without.
pub(super) fn problem(raw: &str, shape: &RowShape) -> Option<ShapeProblem> {
    let ending = ending(raw, shape.delimiter);
    if ending.closing == Closing::Never {
        return Some(ShapeProblem::OpenQuote);
    }
    let mut swallowed = lines(raw);
    let first = swallowed.next().unwrap_or_default();
    let is_proper = ending.closing == Closing::Proper && ending.cells <= shape.max_cells;
    // A cell that goes on below leaves its row unfinished, unless it is the last: then only whole rows within it tell. A line on
    // which such a cell ends is a row only if the first line is one as well.
    let goes_on = ending
        .spanning
        .is_some_and(|cell| cell + 1 < ending.cells.max(shape.width));
    // A mark in front of cells that are all there has taken them away from their row, and the next mark ends it by chance.
    let hides_cells = ending.closing == Closing::Improper
        && (ending.spanning).is_some_and(|cell| cell + 1 < shape.width);
    let has_rows = if hides_cells && shape.is_whole_row(first) {
        true
    } else if is_proper && goes_on {
        swallowed.any(|line| {
            if ends_a_cell(line) {
                shape.are_rows_alike(first, line, ending.cells)
            } else {
                shape.is_whole_row(line)
            }
        })
    } else {
        swallowed.any(|line| shape.is_row(line, is_proper))
    };
    has_rows.then(|| ShapeProblem::SpansLines {
        lines: u32::try_from(lines(raw).count() - 1).unwrap_or(u32::MAX),
    })
}

/// Whether a line that begins within quotation marks has their end. Two in a row are one that belongs to the text.
fn ends_a_cell(line: &str) -> bool {
    line.contains('"') && line.replace("\"\"", "").contains('"')
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

/// What the quotation marks of a record come to.
#[derive(Clone, Copy, Debug)]
struct Ending {
    closing: Closing,
    /// How many cells the record has.
    cells: usize,
    /// The first cell that goes over several lines, from 0.
    spanning: Option<usize>,
}

fn ending(raw: &str, delimiter: u8) -> Ending {
    let bytes = raw.as_bytes();
    let mut ending = Ending {
        closing: Closing::Proper,
        cells: 0,
        spanning: None,
    };
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            let begin = at + 1;
            let Some(end) = end_of_quoted(bytes, begin) else {
                ending.closing = Closing::Never;
                return ending;
            };
            let spans = memchr::memchr2(b'\n', b'\r', &bytes[begin..end]).is_some();
            at = end + 1;
            let behind = bytes[at..].iter().find(|byte| **byte != b' ');
            let is_proper = behind.is_none_or(|byte| [delimiter, b'\n', b'\r'].contains(byte));
            if spans {
                ending.spanning.get_or_insert(ending.cells);
            }
            if spans && !is_proper {
                ending.closing = Closing::Improper;
            }
        }
        // The rest of the cell is text, quotation marks or not.
        ending.cells += 1;
        let rest = memchr::memchr3(delimiter, b'\n', b'\r', &bytes[at..]);
        at = rest.map_or(bytes.len(), |rest| at + rest + 1);
    }
    ending
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
        // The last cell of the second row is missing.
        let ragged = "\"Ana,09171234501,Cebu\nBen\",09171234502\n";
        assert_eq!(
            problem(ragged, &shape),
            Some(ShapeProblem::SpansLines { lines: 1 })
        );
        let open = "Ed,09171234505,\"7 Bonifacio\n";
        assert_eq!(problem(open, &shape), Some(ShapeProblem::OpenQuote));
    }
}
