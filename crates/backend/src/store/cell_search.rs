//! The condition that a lead holds a text that was searched for.

use sqlx::{Postgres, QueryBuilder};

/// Adds the condition that a cell of `leads`, as it came or as it was fixed, holds the text, in whatever case.
///
/// A search looks into every lead of the list, so the condition is kept cheap, and such that Postgres can share it among its workers: it has
/// no subquery, and its operators are those of which Postgres estimates that they find little.
pub fn push_holds(sql: &mut QueryBuilder<'_, Postgres>, text: &str) {
    let pattern = format!("%{}%", escaped_for_like(text));
    sql.push("(");
    if text.is_ascii() {
        // Whatever the locale, "C" lowers just these letters, and in less time.
        let cells = "array_to_string(cells, ' ') collate \"C\"";
        match text.chars().any(char::is_alphabetic) {
            true => sql.push(format_args!("lower({cells})")),
            false => sql.push(cells),
        };
        sql.push(" like ").push_bind(pattern.to_lowercase());
    } else {
        sql.push("lower(array_to_string(cells, ' ')) like lower(")
            .push_bind(pattern)
            .push(")");
    }
    // Without the first condition a path in a parameter is parsed once for each lead.
    sql.push(" or mended is not null and mended @? ")
        .push_bind(edits_with(text))
        .push("::jsonpath)");
}

/// The text as a part of a pattern that stands for itself alone.
fn escaped_for_like(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// The path to edits that hold the text. Strings of a path are written as in JSON; `q` takes the expression as it stands, `i` in any case.
fn edits_with(text: &str) -> String {
    let quoted = serde_json::Value::from(text);
    format!("$.* ? (@ like_regex {quoted} flag \"iq\")")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_in_a_pattern_stands_for_itself() {
        assert_eq!(escaped_for_like("100 %_\\"), "100 \\%\\_\\\\");
        assert_eq!(
            edits_with("a\"b\\"),
            "$.* ? (@ like_regex \"a\\\"b\\\\\" flag \"iq\")"
        );
    }
}
