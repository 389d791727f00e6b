//! Letters that a program wrote for a web page, for an address or for JavaScript, and that nobody turned back.

/// The text with its escapes turned back; `None` where it has none. `Jos&eacute;`, `Jos%C3%A9`, `Jos\u00e9`.
pub(super) fn unescaped(text: &str) -> Option<String> {
    let is_ampersand_first = text.find('&').is_some_and(|at| text[at..].contains(';'));
    if is_ampersand_first && let Some(plain) = of_web_page(text) {
        return Some(plain);
    }
    if text.contains('%') {
        return of_address(text);
    }
    text.contains("\\u").then(|| of_javascript(text)).flatten()
}

/// The character references of HTML (WHATWG HTML, 13.5), twice where they were written twice: `&amp;#039;`.
fn of_web_page(text: &str) -> Option<String> {
    let once = html_escape::decode_html_entities(text);
    let twice = html_escape::decode_html_entities(once.as_ref());
    let plain = twice.replace('\u{A0}', " ");
    (once != text).then_some(plain)
}

/// The escapes of addresses (RFC 3986, 2.1), where letters beyond ASCII or blanks between words are escaped. Addresses keep them.
fn of_address(text: &str) -> Option<String> {
    if text.contains(['/', '=', '?', '@']) || text.contains("www.") {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let (mut rest, mut is_between_words) = (text, true);
    while let Some(at) = rest.find('%') {
        let byte = rest
            .get(at + 1..at + 3)
            .filter(|hex| hex.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())?;
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let follows_letter = bytes.last().is_some_and(u8::is_ascii_alphabetic);
        is_between_words &= follows_letter && matches!(byte, b' ' | b'\'');
        bytes.push(byte);
        rest = &rest[at + 3..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    let plain = String::from_utf8(bytes).ok()?;
    let is_beyond = |text: &str| text.chars().filter(|letter| !letter.is_ascii()).count();
    (is_between_words || is_beyond(&plain) > is_beyond(text)).then_some(plain)
}

/// The escapes of JavaScript and JSON (RFC 8259, 7): four digits of UTF-16.
fn of_javascript(text: &str) -> Option<String> {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let (mut rest, mut is_changed) = (text, false);
    while let Some(at) = rest.find("\\u") {
        let unit = rest
            .get(at + 2..at + 6)
            .filter(|hex| hex.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|hex| u16::from_str_radix(hex, 16).ok());
        let end = if unit.is_some() { at } else { at + 2 };
        units.extend(rest[..end].encode_utf16());
        units.extend(unit);
        is_changed |= unit.is_some();
        rest = &rest[if unit.is_some() { at + 6 } else { end }..];
    }
    units.extend(rest.encode_utf16());
    String::from_utf16(&units).ok().filter(|_| is_changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_turned_back() {
        for (text, plain) in [
            ("O&#039;Brien", "O'Brien"),
            ("O&#x27;Brien", "O'Brien"),
            ("Jos&eacute; Mu&ntilde;oz", "José Muñoz"),
            ("Tom &amp; Jerry", "Tom & Jerry"),
            ("O&amp;#039;Brien", "O'Brien"),
            ("Ana&nbsp;López", "Ana López"),
            ("Jos%C3%A9", "José"),
            ("Ana%20Mar%C3%ADa", "Ana María"),
            ("Ana%20Lopez", "Ana Lopez"),
            ("Jos\\u00e9", "José"),
            ("Ana \\ud83c\\udf39", "Ana 🌹"),
        ] {
            assert_eq!(unescaped(text).as_deref(), Some(plain), "{text}");
        }
        for text in [
            "AT&T",
            "R&D; lab",
            "Tom & Jerry; Spike",
            "50%",
            "5%20",
            "100%de",
            "a.com/Jos%C3%A9",
            "C:\\users",
            "\\ud83c",
            "20% desc",
        ] {
            assert_eq!(unescaped(text), None, "{text}");
        }
    }
}
