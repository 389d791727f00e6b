//! Formulas that hold their own value: what exports write so that a spreadsheet shows a text as it is, or as a link.

/// What a spreadsheet shows for `="…"` and `=HYPERLINK("address","text")`, which need no cell and no calculation. `None` for
/// any other text.
pub(super) fn shown_by_constant(text: &str) -> Option<String> {
    const LINK: &str = "HYPERLINK(";
    let formula = text.strip_prefix('=')?;
    let arguments = match formula.split_at_checked(LINK.len()) {
        Some((name, arguments)) if name.eq_ignore_ascii_case(LINK) => {
            arguments.trim_end().strip_suffix(')')?
        }
        _ => formula,
    };
    let is_link = arguments.len() < formula.len();
    let (first, rest) = string(arguments)?;
    match rest.strip_prefix([',', ';']) {
        None => rest.is_empty().then_some(first),
        Some(behind) if is_link => {
            let (shown, rest) = string(behind)?;
            rest.is_empty().then_some(shown)
        }
        Some(_) => None,
    }
}

/// A string in quotation marks, which are doubled within it, and what follows.
fn string(text: &str) -> Option<(String, &str)> {
    let mut rest = text.trim_start().strip_prefix('"')?;
    let mut string = String::new();
    loop {
        let (before, behind) = rest.split_once('"')?;
        string.push_str(before);
        match behind.strip_prefix('"') {
            Some(more) => {
                string.push('"');
                rest = more;
            }
            None => return Some((string, behind.trim())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_that_holds_its_own_value_is_read_as_what_it_shows() {
        for (text, shown) in [
            ("=\"0812\"", "0812"),
            ("=\"say \"\"hi\"\"\"", "say \"hi\""),
            ("=HYPERLINK(\"http://x\",\"Ana López\")", "Ana López"),
            ("=hyperlink(\"http://x\" ; \"Ana\")", "Ana"),
            ("=HYPERLINK(\"http://x\")", "http://x"),
        ] {
            assert_eq!(shown_by_constant(text).as_deref(), Some(shown), "{text}");
        }
        for text in [
            "",
            "Ana",
            "=",
            "=A1",
            "=\"a\"&B1",
            "=\"a\",\"b\"",
            "=HYPERLINK(A1,\"x\")",
            "=HYPERLINK(\"a\",B1)",
            "=HYPERLINK(\"a\",\"b\")&C1",
            "=HYPERLINK(\"a",
            "=CONCAT(\"a\",\"b\")",
        ] {
            assert_eq!(shown_by_constant(text), None, "{text}");
        }
    }
}
