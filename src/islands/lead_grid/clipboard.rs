//! A block of cells as spreadsheet programs put it on the clipboard.

/// The rows of the block, each with its cells: cut at tabs and line breaks, but for those between quotation marks.
pub fn parse(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut characters = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(character) = characters.next() {
        let row = rows.last_mut().expect("never empty");
        let cell = row.last_mut().expect("never empty");
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            // Only a cell that begins with one is quoted: 5" is a size.
            '"' if cell.is_empty() => is_quoted = true,
            '\t' if !is_quoted => row.push(String::new()),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => rows.push(vec![String::new()]),
            other => cell.push(other),
        }
    }
    // The break at the end of the last row begins no other one.
    if rows.len() > 1
        && rows
            .last()
            .is_some_and(|row| row.len() == 1 && row[0].is_empty())
    {
        rows.pop();
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_cut_into_rows_and_cells() {
        assert_eq!(parse("a\tb\r\nc\t\r\n"), [["a", "b"], ["c", ""]]);
        assert_eq!(parse("one"), [["one"]]);
        assert_eq!(parse("a\n\nb"), [[["a"]], [[""]], [["b"]]].concat());
    }

    #[test]
    fn what_stands_between_quotation_marks_stays_together() {
        assert_eq!(parse("\"a\tb\n\"\"c\"\"\"\td"), [["a\tb\n\"c\"", "d"]]);
        assert_eq!(parse("5\" wide\tx"), [["5\" wide", "x"]]);
    }
}
