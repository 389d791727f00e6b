//! Phone numbers as spreadsheets hold them, cleaned of what exports add, before libphonenumber reads them.

mod digits;
mod fold;
mod grouping;
mod reasons;
mod wrapping;

use digits::Digits;
use fold::fold;
pub(super) use grouping::Grouping;
use wrapping::without_wrapping;

/// What a cell says, once what exports add is off.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NumberText {
    /// Nothing.
    Empty,
    /// Exponent form: the digits are rounded.
    Exponent,
    /// Something else than one number.
    NoNumber,
    /// A minus in front of digits or behind them, or parentheses around them: a sum, or a quantity below zero.
    Negative,
    /// Two numbers, or one and how another differs at its end.
    TwoNumbers,
    /// A number and a word for an extension behind it.
    Extension,
    /// A formula.
    Formula,
    /// A word such as `#N/A`, by which a spreadsheet says that it could not work out the cell.
    ErrorValue,
    /// More digits than any number has.
    TooManyDigits,
    /// Digits.
    Number(RawNumber),
}

/// The digits of a cell, and how they were spelt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RawNumber {
    /// At least one.
    pub(super) digits: Digits,
    /// What stood in front of them.
    pub(super) start: Start,
    /// Where they were parted.
    pub(super) grouping: Grouping,
    /// Whether they are written as the digits of a quantity are: `62,812,335,088`, `62.812.335.088`.
    pub(super) quantity: bool,
    /// Whether a trailing `.0` was cut off.
    pub(super) decimal_zero: bool,
    /// Whether invisible characters were taken out.
    pub(super) invisible: bool,
    /// Whether the digits were other digits, or stood in a formula or behind `tel:`. Blanks, punctuation and one
    /// apostrophe do not count.
    pub(super) was_normalized: bool,
}

/// How the digits begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Start {
    /// With the country code, behind `+`.
    Plus,
    /// With the country code, behind `00`, which is not among the digits.
    DoubleZero,
    /// With neither.
    Bare,
}

/// Reads the cell of a number.
///
/// Letters make it no number, though libphonenumber would skip or translate them: `Budi 0812…` or `0800-CALL-ME`
/// might reach somebody else than was meant.
pub(super) fn read(raw: &str) -> NumberText {
    if let Some(number) = read_plain(raw) {
        return number;
    }
    let read = if raw.is_ascii() {
        read_ascii(raw, false, false)
    } else {
        let folded = fold(raw);
        read_ascii(&folded.text, folded.invisible, folded.was_normalized)
    };
    match read {
        NumberText::NoNumber => reasons::why_no_number(raw),
        other => other,
    }
}

/// The common cell: digits and nothing else, but perhaps a plus in front. Says what [`read_ascii`] says, in less time.
fn read_plain(raw: &str) -> Option<NumberText> {
    let (written, plus) = match raw.strip_prefix('+') {
        Some(written) => (written, true),
        None => (raw, false),
    };
    let are_digits = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    let digits = Digits::of(written).filter(|_| are_digits)?;
    spelt(digits, plus, &Separators::NONE, Grouping::default())
}

fn read_ascii(folded: &str, invisible: bool, was_normalized: bool) -> NumberText {
    let text = folded.trim();
    if text.is_empty() {
        return NumberText::Empty;
    }
    // What is left of a list of which all but one were deleted.
    let bare = without_wrapping(text.trim_end_matches([',', ';', '/', '|', ' ']));
    let (stem, decimal_zero) = match without_decimal_zero(&bare.text) {
        Some(stem) => (stem, true),
        None => (bare.text.as_ref(), false),
    };
    match digits_of(stem) {
        NumberText::Number(number) => NumberText::Number(RawNumber {
            decimal_zero,
            invisible,
            was_normalized: was_normalized || bare.was_normalized || number.was_normalized,
            ..number
        }),
        NumberText::NoNumber if is_exponent(&bare.text) => NumberText::Exponent,
        other => other,
    }
}

/// A spreadsheet that took the number for a quantity writes `628123350.0`, or `,0` where commas part the decimals. A
/// second point means that points group the digits, and the last group is `0`.
fn without_decimal_zero(text: &str) -> Option<&str> {
    // The common cell: other digits at its end.
    if !text.ends_with('0') {
        return None;
    }
    let whole = text.trim_end_matches('0');
    let stem = whole.strip_suffix(['.', ','])?;
    let point = whole.as_bytes()[stem.len()];
    let zeros = text.len() - whole.len();
    ((1..=2).contains(&zeros) && !stem.as_bytes().contains(&point)).then_some(stem)
}

/// `6.28123E+11`, with a decimal point or comma.
fn is_exponent(text: &str) -> bool {
    let text = text.trim_start_matches('+');
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, "0"));
    [whole, fraction, exponent]
        .iter()
        .all(|digits| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()))
}

fn digits_of(text: &str) -> NumberText {
    let mut plus = false;
    let mut digits = Digits::NONE;
    let mut is_room = true;
    let mut separators = Separators::NONE;
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                is_room &= digits.push(byte);
                separators.behind_digit = true;
            }
            b'+' if !plus && digits.length() == 0 => plus = true,
            b' ' | b'-' | b'.' | b',' | b'/' | b'\t'..=b'\r' | b'(' | b')' | b'[' | b']' | b'~' => {
                separators.add(byte, digits.length());
            }
            _ => return NumberText::NoNumber,
        }
    }
    if digits.length() == 0 || separators.commas && !is_quantity(text) {
        return NumberText::NoNumber;
    }
    if !is_room {
        return match separators.ends {
            0 => NumberText::TooManyDigits,
            _ => NumberText::TwoNumbers,
        };
    }
    let unusual = if separators.unusual || text.ends_with('-') {
        match grouping::of_unusual(text, digits.length()) {
            Ok(grouping) => grouping,
            Err(refused) => return refused,
        }
    } else {
        Grouping::default()
    };
    let unusual = unusual.with_other_gap(separators.other_at, digits.length());
    // Only up to three digits in front may be the number of a list.
    let may_be_listed = !plus && separators.ends & 0b1110 != 0;
    let unusual = if may_be_listed {
        unusual.with_list_number(grouping::list_number(text))
    } else {
        unusual
    };
    spelt(digits, plus, &separators, unusual).unwrap_or(NumberText::TwoNumbers)
}

/// `None` for digits of two numbers.
fn spelt(
    mut digits: Digits,
    plus: bool,
    separators: &Separators,
    unusual: Grouping,
) -> Option<NumberText> {
    let by_points = separators.are_points && !plus && !digits.as_bytes().starts_with(b"0");
    let ends = grouping::inner(separators.ends, digits.length());
    if grouping::is_date(ends, digits.as_str()) || by_points && grouping::is_fraction(ends, digits)
    {
        return Some(NumberText::NoNumber);
    }
    let quantity = separators.commas || by_points && grouping::is_by_threes(ends, digits.length());
    let mut start = if plus { Start::Plus } else { Start::Bare };
    let mut shift = 0;
    // No country code begins with 0, so `+00` can only be both spellings at once.
    if digits.as_bytes().starts_with(b"00") {
        digits = digits.without_first(2);
        start = Start::DoubleZero;
        shift = 2;
    }
    if digits.as_bytes().iter().all(|digit| *digit == b'0') {
        return Some(NumberText::NoNumber);
    }
    Some(NumberText::Number(RawNumber {
        digits,
        start,
        grouping: unusual.completed(ends, shift, digits.length())?,
        quantity,
        decimal_zero: false,
        invisible: false,
        was_normalized: separators.commas,
    }))
}

/// What stands between the digits.
struct Separators {
    /// The ends of the groups of digits, as in [`Grouping`], the ends of the whole among them.
    ends: u32,
    commas: bool,
    /// Whether they are points and nothing else.
    are_points: bool,
    /// Whether there is anything but one blank, dash or point at a time, each behind a digit.
    unusual: bool,
    behind_digit: bool,
    /// What stands behind the first group; 0 before it is known.
    first: u8,
    /// Behind how many digits something else stands than behind all the groups before; 0 where nothing does.
    other_at: u32,
}

impl Separators {
    const NONE: Separators = Separators {
        ends: 0,
        commas: false,
        are_points: true,
        unusual: false,
        behind_digit: false,
        first: 0,
        other_at: 0,
    };

    fn add(&mut self, byte: u8, digits: u32) {
        self.ends |= grouping::end(digits);
        self.commas |= byte == b',';
        self.are_points &= byte == b'.';
        self.unusual |= !self.behind_digit || !matches!(byte, b' ' | b'-' | b'.');
        if digits > 0 && self.behind_digit && matches!(byte, b' ' | b'-' | b'.') {
            if self.first == 0 {
                self.first = byte;
            } else if self.first != byte && self.other_at == 0 {
                self.other_at = digits;
            }
        }
        self.behind_digit = false;
    }
}

/// Commas only group the digits of a quantity: by threes (`62,812,335,088`), or as India does (`9,84,50,31,276`).
fn is_quantity(text: &str) -> bool {
    // A sign is another's question.
    let text = text.trim_matches(['+', '-', '(', ')', '[', ']', ' ']);
    let are_digits = |part: &str| part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b','));
    let (Some((first, _)), Some((head, last))) = (text.split_once(','), text.rsplit_once(','))
    else {
        return false;
    };
    let inner_are = |length| head.split(',').skip(1).all(|group| group.len() == length);
    are_digits(text)
        && last.len() == 3
        && ((1..=3).contains(&first.len()) && inner_are(3)
            || (1..=2).contains(&first.len()) && inner_are(2))
}

#[cfg(test)]
mod tests;
