//! The form of the settings, as it is posted.

use std::collections::BTreeMap;

use leads::views::{AccountForm, LineForm};

/// The form of those names and values; names that it does not have are passed over.
///
/// Lines come as rows (`lines[0][name]`, `lines[0][label]`, `lines[0][remove]`), or as one text, `lines`, with a line on each of its
/// lines, as they did before.
pub fn settings_form<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> AccountForm {
    let mut form = AccountForm::default();
    let mut rows: BTreeMap<usize, LineForm> = BTreeMap::new();
    let mut default_row = None;
    for (name, value) in fields {
        let field = match name {
            "name" => &mut form.name,
            "country" => &mut form.country,
            "language" => &mut form.language,
            "zone" => &mut form.zone,
            "platform" => &mut form.platform,
            "batch_size" => &mut form.batch_size,
            "cooldown_days" => &mut form.cooldown_days,
            "sector" => &mut form.sector,
            "list_purpose" => &mut form.list_purpose,
            "list_source" => &mut form.list_source,
            "legal_basis" => &mut form.legal_basis,
            // A box that is not ticked is not sent.
            "dnc_arranged" => {
                form.dnc_arranged = true;
                continue;
            }
            "fill_notes" => {
                form.fill_notes = true;
                continue;
            }
            "two_persons" => {
                form.two_persons = true;
                continue;
            }
            "lines" => {
                rows = leads::lines_of_text(value)
                    .into_iter()
                    .enumerate()
                    .collect();
                continue;
            }
            "default_line" => {
                default_row = value.parse().ok();
                continue;
            }
            _ => {
                take_line(&mut rows, name, value);
                continue;
            }
        };
        value.clone_into(field);
    }
    // Rows may be missing: what counts is their order.
    let first = default_row.and_then(|row: usize| rows.keys().position(|place| *place == row));
    form.default_line = first.unwrap_or(0);
    form.lines = rows.into_values().collect();
    // The page adds empty rows at the end by itself.
    while form
        .lines
        .last()
        .is_some_and(|line| *line == LineForm::default())
    {
        form.lines.pop();
    }
    form
}

/// `lines[3][label]`
fn take_line(rows: &mut BTreeMap<usize, LineForm>, name: &str, value: &str) {
    let parts = name
        .strip_prefix("lines[")
        .and_then(|rest| rest.strip_suffix(']'));
    let Some((place, field)) = parts.and_then(|parts| parts.split_once("][")) else {
        return;
    };
    let Ok(place) = place.parse() else {
        return;
    };
    let line = rows.entry(place).or_default();
    match field {
        "name" => value.clone_into(&mut line.name),
        "label" => value.clone_into(&mut line.label),
        "remove" => line.remove = true,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(fields: &[(&str, &str)]) -> Vec<(String, String, bool)> {
        let lines = settings_form(fields.iter().copied()).lines;
        lines
            .into_iter()
            .map(|line| (line.name, line.label, line.remove))
            .collect()
    }

    fn line(name: &str, label: &str, remove: bool) -> (String, String, bool) {
        (name.to_owned(), label.to_owned(), remove)
    }

    #[test]
    fn lines_come_as_rows_in_the_order_of_their_numbers() {
        let fields = [
            ("lines[10][name]", "c"),
            ("lines[2][remove]", "true"),
            ("lines[0][name]", "a"),
            ("lines[0][label]", "Jakarta"),
            ("lines[2][name]", "b"),
            ("lines[11][name]", ""),
            ("lines[12][label]", ""),
        ];
        assert_eq!(
            lines(&fields),
            [
                line("a", "Jakarta", false),
                line("b", "", true),
                line("c", "", false)
            ]
        );
        let with_default = fields.into_iter().chain([("default_line", "10")]);
        assert_eq!(settings_form(with_default).default_line, 2);
    }

    #[test]
    fn lines_may_still_come_as_one_text() {
        assert_eq!(
            lines(&[("lines", "a · Jakarta\r\nb")]),
            [line("a", "Jakarta", false), line("b", "", false)]
        );
    }

    #[test]
    fn what_is_no_row_is_passed_over() {
        let fields = [
            ("lines[]", "x"),
            ("lines[a][name]", "x"),
            ("lines[-1][name]", "x"),
            ("lines[1]name]", "x"),
            ("lines[99999999999999999999][name]", "x"),
            ("default_line", "x"),
        ];
        assert!(lines(&fields).is_empty());
    }
}
