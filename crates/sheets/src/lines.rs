//! Every line of a file is accounted for.

use localization::Message;
use serde::{Deserialize, Serialize};

use crate::messages::lines;

/// What the lines of a sheet are, from the first to the last that is not blank: rows as a spreadsheet shows them, so a cell that
/// goes over several lines of a text file makes one of them.
///
/// Each line is counted once: [`total`](LineCount::total) is the sum of the others. A line that names the delimiter (`sep=;`) is
/// none, as in a spreadsheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineCount {
    /// All of them.
    pub total: u32,
    /// Titles and whatever else stands above the headers, blank lines not counted.
    pub above: u32,
    /// The headers: none, one line, or two where a second one names what the first leaves open.
    pub header: u32,
    /// Lines without anything in them, wherever they stand.
    pub blank: u32,
    /// Lines that say the headers again.
    pub repeated_headers: u32,
    /// Lines that are handed on to be validated: leads, those that are to be fixed or held back, and totals and footers, which are
    /// told as such.
    pub leads: u32,
}

impl LineCount {
    /// Counts what was met below and above the headers; `last` is the number of the last row that is not blank. What is left of
    /// the rows are blank ones.
    pub(super) fn of_rows(
        last: u32,
        above: u32,
        header: u32,
        repeated_headers: u32,
        leads: u32,
    ) -> LineCount {
        let filled = above
            .saturating_add(header)
            .saturating_add(repeated_headers)
            .saturating_add(leads);
        let total = last.max(filled);
        LineCount {
            total,
            above,
            header,
            blank: total - filled,
            repeated_headers,
            leads,
        }
    }

    /// What people read: `10,003 lines: 1 header, 2 blank, 10,000 leads`. Of what there is none, nothing is said.
    pub fn message(&self) -> Message {
        let parts = [
            (self.above, lines::above(self.above)),
            (self.header, lines::headers(self.header)),
            (self.blank, lines::blank(self.blank)),
            (
                self.repeated_headers,
                lines::repeated_headers(self.repeated_headers),
            ),
            (self.leads, lines::leads(self.leads)),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        match one_behind_the_other(parts.map(|(_, part)| part)) {
            Some(parts) => lines::lines_of(self.total, parts),
            None => lines::lines(self.total),
        }
    }
}

/// Several parts with a comma between them; `None` of none.
pub(super) fn one_behind_the_other(
    parts: impl DoubleEndedIterator<Item = Message>,
) -> Option<Message> {
    parts
        .rev()
        .reduce(|others, first| lines::and_more(first, others))
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn the_lines_are_counted_in_the_words_of_each_language() {
        let lines = LineCount::of_rows(10_003, 0, 1, 0, 10_000).message();
        assert_eq!(
            Language::ALL.map(|language| lines.text(language)),
            [
                "10,003 lines: 1 header, 2 blank, 10,000 leads",
                "10,003 行：标题 1 行，空行 2 行，线索 10,000 条",
                "10,003 líneas: 1 de encabezados, 2 en blanco, 10,000 leads",
                "10.003 baris: 1 judul kolom, 2 kosong, 10.000 prospek",
            ]
        );
    }

    #[test]
    fn the_parts_add_up_and_what_is_left_is_blank() {
        let lines = LineCount::of_rows(10_003, 0, 1, 0, 10_000);
        assert_eq!(lines.blank, 2);
        assert_eq!(
            lines.message().to_string(),
            "10,003 lines: 1 header, 2 blank, 10,000 leads"
        );
        let lines = LineCount::of_rows(6, 1, 1, 1, 1);
        assert_eq!(
            lines.message().to_string(),
            "6 lines: 1 above the headers, 1 header, 2 blank, 1 repeated header, 1 lead"
        );
        let words = |lines: LineCount| lines.message().to_string();
        assert_eq!(words(LineCount::of_rows(1, 0, 0, 0, 1)), "1 line: 1 lead");
        assert_eq!(words(LineCount::default()), "0 lines");
    }
}
