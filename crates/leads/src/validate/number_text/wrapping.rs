//! What stands around a number: apostrophes, links, and words that say which number it is.

use std::borrow::Cow;

/// The schemes of links in front of numbers, and `p:`, which exports of lead forms write.
const SCHEMES: [&str; 10] = [
    "tel://",
    "tel:",
    "callto:",
    "phone:",
    "whatsapp:",
    "sms://",
    "sms:",
    "smsto:",
    "wa:",
    "p:",
];

/// The addresses of chats, in front of the number with its country code and without a plus (WhatsApp Help Center, “How to use
/// click to chat”).
const CHATS: [&str; 6] = [
    "wa.me/",
    "api.whatsapp.com/send?phone=",
    "api.whatsapp.com/send/?phone=",
    "web.whatsapp.com/send?phone=",
    "web.whatsapp.com/send/?phone=",
    "whatsapp://send?phone=",
];

/// What stands behind a number in the ids of chats, which begin with the country code.
const CHAT_ENDINGS: [&str; 2] = ["@c.us", "@s.whatsapp.net"];

/// The words that say that a number follows, in lower case and without punctuation. No word for a fax.
const LABELS: [&str; 41] = [
    "wa",
    "whatsapp",
    "wsp",
    "hp",
    "no hp",
    "nohp",
    "no wa",
    "handphone",
    "ponsel",
    "telp",
    "tlp",
    "telpon",
    "telepon",
    "no telp",
    "no tlp",
    "tel",
    "telf",
    "telefono",
    "telefone",
    "fone",
    "fono",
    "cel",
    "celular",
    "cell",
    "movil",
    "mob",
    "mobile",
    "phone",
    "ph",
    "contact",
    "contacto",
    "contato",
    "mobil",
    "hape",
    "selular",
    "cp",
    "mob no",
    "phone no",
    "mobile no",
    "contact no",
    "gsm",
];

/// Letters that are such words only in front of a colon.
const LETTERS: [&str; 5] = ["m", "t", "c", "h", "p"];

/// A cell without what stands around the number.
pub(super) struct Bare<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) was_normalized: bool,
}

/// Takes off the apostrophe that makes a cell text, the formula `="…"` that exports write for the same, links, and words
/// that say which number it is.
pub(super) fn without_wrapping(text: &str) -> Bare<'_> {
    // The common cell: nothing to take off.
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let begins = matches!(text.as_bytes().first(), Some(b'0'..=b'9' | b'+'));
    if begins && is_digit(text.as_bytes().last()) && !text.contains(['x', 'X']) {
        return Bare {
            text: Cow::Borrowed(text),
            was_normalized: false,
        };
    }
    let unquoted = text.strip_prefix('=').unwrap_or(text);
    let inner = unquoted
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let plain = inner.map_or(text, str::trim);
    let plain = plain
        .strip_prefix(['\'', '`'])
        .unwrap_or(plain)
        .trim_start();
    if let Some(number) = of_chat(plain) {
        return Bare {
            text: Cow::Owned(number),
            was_normalized: true,
        };
    }
    let worded = without_label_behind(without_word_in_front(plain));
    let text = without_carrier(worded);
    Bare {
        was_normalized: inner.is_some()
            || worded.len() != plain.len()
            || matches!(text, Cow::Owned(_)),
        text,
    }
}

fn without_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// The number of a chat, by its link or its id: digits with the country code, which get their plus.
fn of_chat(text: &str) -> Option<String> {
    let by_id = || {
        CHAT_ENDINGS
            .iter()
            .find_map(|ending| text.strip_suffix(ending))
    };
    let address = without_prefix(text, "https://")
        .or_else(|| without_prefix(text, "http://"))
        .unwrap_or(text);
    let address = without_prefix(address, "www.").unwrap_or(address);
    let by_link = || {
        let rest = CHATS
            .iter()
            .find_map(|chat| without_prefix(address, chat))?;
        let number = rest.split(['?', '&', '#']).next().unwrap_or(rest);
        Some(number.trim_end_matches('/'))
    };
    let number = by_id().or_else(by_link)?;
    let digits = without_prefix(number, "%2B").or_else(|| number.strip_prefix('+'));
    let digits = digits.unwrap_or(number);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    // Some put the number as it is dialled within the country there.
    let plus = if digits.starts_with('0') { "" } else { "+" };
    is_number.then(|| format!("{plus}{digits}"))
}

/// What follows the scheme of a link, or a word such as `HP:`.
fn without_word_in_front(text: &str) -> &str {
    for scheme in SCHEMES {
        if let Some(rest) = without_prefix(text, scheme) {
            return rest.trim_start();
        }
    }
    let is_of_word = |sign: char| sign.is_ascii_alphabetic() || " .:".contains(sign);
    let end = text.find(|sign| !is_of_word(sign)).unwrap_or(text.len());
    let (front, rest) = text.split_at(end);
    let is_number = rest.starts_with(|sign: char| sign.is_ascii_digit() || "+(".contains(sign));
    if is_number && is_label(front) {
        rest
    } else {
        text
    }
}

fn is_label(front: &str) -> bool {
    let words = front.trim_end_matches([' ', '.', ':']).to_ascii_lowercase();
    let words = words.replace(". ", " ").replace('.', " ");
    LABELS.contains(&words.as_str())
        || LETTERS.contains(&words.as_str()) && front.trim_end().ends_with(':')
}

/// The text without ` (WA)` at its end.
fn without_label_behind(text: &str) -> &str {
    let inner = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('));
    match inner {
        Some((number, label)) if is_label(label) => number.trim_end(),
        _ => text,
    }
}

/// In Brazil `xx` stands for the carrier that one chooses: `0xx11…`. The zero in front of it is dialled within the country only.
fn without_carrier(text: &str) -> Cow<'_, str> {
    let place = text
        .as_bytes()
        .windows(3)
        .position(|part| part.eq_ignore_ascii_case(b"0xx"));
    let Some(place) = place else {
        return Cow::Borrowed(text);
    };
    let (front, behind) = (&text[..place], &text[place + 3..]);
    let is_followed = behind
        .trim_start_matches([' ', '-', ')', '('])
        .starts_with(|sign: char| sign.is_ascii_digit());
    let has_code = front.bytes().any(|byte| byte.is_ascii_digit());
    match (
        is_followed,
        front.ends_with(|sign: char| sign.is_ascii_digit()),
    ) {
        (true, false) => {
            let zero = if has_code { "" } else { "0" };
            Cow::Owned(format!("{front}{zero}{behind}"))
        }
        _ => Cow::Borrowed(text),
    }
}
