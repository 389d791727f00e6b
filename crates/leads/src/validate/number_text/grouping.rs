//! How the digits of a number are grouped: whether what stands between them groups one number, or parts two things.

use super::NumberText;
use super::digits::Digits;

/// Where digits were parted. Each end of a group is the bit at the count of digits up to it: `0812-335-088` has the
/// bits 4 and 7.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::validate) struct Grouping {
    /// Where anything stands between digits.
    ends: u32,
    /// Where a number may be at its end, and something else begin.
    uncertain: u32,
    /// Where a number certainly is at its end.
    certain: u32,
    /// Whether what follows there is an extension, when the number is a fixed line's: ` - 101`.
    perhaps_extension: bool,
    /// How many digits stand in front as the number of a list does, `8. 0812…`; 0 where none do.
    list_number: u32,
}

/// An extension, or how another number ends, has no more digits.
const MAX_AT_THE_END: u32 = 4;

/// The bit of an end behind that many digits.
pub(super) fn end(digits: u32) -> u32 {
    1_u32.checked_shl(digits).unwrap_or(0)
}

/// The ends between digits: without the beginning and the end of all.
pub(super) fn inner(ends: u32, digits: u32) -> u32 {
    ends & (end(digits).wrapping_sub(1)) & !1
}

impl Grouping {
    /// The ends where there is another thing behind the number, whatever the number is.
    pub(in crate::validate) fn certain(self) -> impl Iterator<Item = u32> {
        places(self.certain)
    }

    /// The ends to be asked about of a number that is certain as a whole.
    pub(in crate::validate) fn uncertain(self) -> impl Iterator<Item = u32> {
        places(self.uncertain)
    }

    /// All ends.
    pub(in crate::validate) fn all(self) -> impl Iterator<Item = u32> {
        places(self.ends)
    }

    /// Whether what stands behind a fixed line is an extension.
    pub(in crate::validate) const fn perhaps_extension(self) -> bool {
        self.perhaps_extension
    }

    /// How many of the first digits may be the number of a list.
    pub(in crate::validate) fn list_number(self) -> Option<u32> {
        (self.list_number > 0).then_some(self.list_number)
    }

    /// The same with the digits in front that may be the number of a list.
    pub(super) fn with_list_number(self, list_number: u32) -> Grouping {
        Grouping {
            list_number,
            ..self
        }
    }

    /// The same with a gap unlike those in front of it, where so few digits follow that another thing may begin there.
    pub(super) fn with_other_gap(self, place: u32, digits: u32) -> Grouping {
        let is_end = place > 0 && place < digits && digits - place <= MAX_AT_THE_END;
        Grouping {
            uncertain: self.uncertain | if is_end { end(place) } else { 0 },
            ..self
        }
    }

    /// With the ends of all groups, and the doubt that their lengths raise. `shift` digits were cut off in front.
    /// `None` when two groups are long enough to be numbers.
    pub(super) fn completed(self, ends: u32, shift: u32, digits: u32) -> Option<Grouping> {
        // The common cell: digits alone.
        if ends == 0 {
            return Some(Grouping::default());
        }
        let shifted = |ends: u32| inner(ends >> shift, digits);
        let ends = shifted(ends);
        Some(Grouping {
            ends,
            uncertain: shifted(self.uncertain) | uncertain_by_lengths(ends, digits)?,
            certain: shifted(self.certain),
            ..self
        })
    }
}

fn places(mut ends: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let place = (ends != 0).then(|| ends.trailing_zeros())?;
        ends &= ends - 1;
        Some(place)
    })
}

/// The ends that are odd within one number: behind seven digits or more, and in front of the last group where that is
/// shorter than groups of one number are. `None` when two groups have seven digits or more.
fn uncertain_by_lengths(ends: u32, digits: u32) -> Option<u32> {
    const LONG: u32 = 7;
    let (mut uncertain, mut begin, mut before, mut long) = (0, 0, 0, 0);
    for place in places(ends) {
        before = place - begin;
        begin = place;
        if before >= LONG {
            long += 1;
            uncertain |= end(place);
        }
    }
    let last = digits - begin;
    // Pairs at the end are how some group one number: `0812 3456 78 90`.
    let is_short = last < 3 && !(last == 2 && before == 2);
    if ends != 0 && is_short {
        uncertain |= end(begin);
    }
    (long + u32::from(last >= LONG) < 2).then_some(uncertain)
}

/// `2026-11-22`, `22/11/2026`: three groups that are a day, a month and a year, and nothing else.
pub(super) fn is_date(ends: u32, digits: &str) -> bool {
    if !(6..=8).contains(&digits.len()) || ends.count_ones() != 2 {
        return false;
    }
    let mut found = places(ends).map(|place| place as usize);
    let (Some(first), Some(second)) = (found.next(), found.next()) else {
        return false;
    };
    let parts = [&digits[..first], &digits[first..second], &digits[second..]];
    let number = |part: &str| part.parse::<u32>().unwrap_or(0);
    let is_year = |part: &str| part.len() == 4 && (1900..2100).contains(&number(part));
    let is_day = |one: &str, other: &str| {
        let (one_number, other_number) = (number(one), number(other));
        one.len() <= 2
            && other.len() <= 2
            && (1..=31).contains(&one_number)
            && (1..=31).contains(&other_number)
            && one_number.min(other_number) <= 12
    };
    is_year(parts[0]) && is_day(parts[1], parts[2])
        || is_year(parts[2]) && is_day(parts[0], parts[1])
}

/// One point, with one or two digits behind it, or as many as a phone number has in front of it.
pub(super) fn is_fraction(ends: u32, digits: Digits) -> bool {
    let place = ends.trailing_zeros();
    ends.count_ones() == 1 && (place >= 7 || digits.length() - place <= 2)
}

/// Whether the groups are those of a quantity: three digits each, one to three the first.
pub(super) fn is_by_threes(ends: u32, digits: u32) -> bool {
    let wanted = (1..digits)
        .filter(|place| (digits - place).is_multiple_of(3))
        .fold(0, |wanted, place| wanted | end(place));
    ends != 0 && ends == wanted
}

/// How many digits stand in front as the number of a list does: `8. 0812…`, `8) 0812…`, `(8) 0812…`; 0 where none do.
///
/// Only whether the rest is a whole number tells it from an area. A point alone counts where it is the only one.
pub(super) fn list_number(text: &str) -> u32 {
    let inner = text.strip_prefix(['(', '[']);
    let is_bracketed = inner.is_some();
    let inner = inner.unwrap_or(text);
    let length = inner.bytes().take_while(u8::is_ascii_digit).count();
    // Areas in brackets have two digits and more.
    let most = if is_bracketed { 1 } else { 3 };
    if !(1..=most).contains(&length) || inner.starts_with('0') {
        return 0;
    }
    let behind = &inner[length..];
    let rest = behind.trim_start_matches(|sign: char| !sign.is_ascii_digit());
    let gap = &behind[..behind.len() - rest.len()];
    let is_list = gap.starts_with([')', ']'])
        || !is_bracketed && gap.starts_with('.') && (gap.len() > 1 || !rest.contains('.'));
    if is_list { length as u32 } else { 0 }
}

/// What stands between two groups of digits, and around them.
struct Gap<'a> {
    text: &'a str,
    /// How many digits stand in front of it.
    before: u32,
    /// How many stand behind it.
    after: u32,
    /// What follows.
    rest: &'a str,
}

impl Gap<'_> {
    fn has(&self, characters: &[char]) -> bool {
        self.text.contains(characters)
    }

    /// Two blanks, a tab, `. `, `) `: more than parts the groups of one number. A bracket that closes an area is no doubt, since no
    /// number is at its end there.
    fn is_wide(&self) -> bool {
        self.text.len() > 1 || self.has(&['\t', ')', ']'])
    }

    /// ` - `, and what is no better: `- `, `--`.
    fn is_spaced_dash(&self) -> bool {
        self.text.contains('-') && self.text.len() > 1
    }
}

/// The gaps in front of digits and, behind the last of them, the rest.
fn gaps(text: &str, digits: u32) -> impl Iterator<Item = Gap<'_>> + Clone {
    let (mut rest, mut before, mut is_over) = (text, 0, false);
    std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let is_digit = |byte: &u8| byte.is_ascii_digit();
        let length = rest.bytes().take_while(|byte| !is_digit(byte)).count();
        let (gap, behind) = rest.split_at(length);
        let gap = Gap {
            text: gap,
            before,
            after: digits - before,
            rest: behind,
        };
        is_over = behind.is_empty();
        let group = behind.bytes().take_while(is_digit).count();
        rest = &behind[group..];
        before += group as u32;
        Some(gap)
    })
}

/// The ends by what stands between the digits, where that is more than a blank, a dash or a point each.
///
/// A bracket holds an area or a country code, with at most four digits in front of it. A slash may part the area from
/// the rest, and dashes with blanks the groups of a number; two or three digits behind them are how another number
/// ends, or an extension. A line break parts.
pub(super) fn of_unusual(text: &str, digits: u32) -> Result<Grouping, NumberText> {
    let mut grouping = Grouping::default();
    let are_several_spaced_dashes = || {
        let between = gaps(text, digits).filter(|gap| gap.before > 0 && gap.after > 0);
        between.filter(Gap::is_spaced_dash).count() > 1
    };
    for gap in gaps(text, digits) {
        let place = end(gap.before);
        if gap.before == 0 {
            refused_in_front(&gap)?;
        } else if gap.after == 0 {
            if gap.has(&['-']) {
                return Err(NumberText::Negative);
            }
        } else if gap.has(&['\n', '\r', '\u{B}', '\u{C}']) {
            return Err(NumberText::TwoNumbers);
        } else if gap.has(&['(', '[']) {
            if gap.before > 4 {
                grouping.certain |= place;
            }
        } else if gap.has(&['/', '~']) {
            if gap.after <= 3 {
                grouping.certain |= place;
            }
            grouping.uncertain |= place;
        } else if gap.is_spaced_dash() {
            if gap.after <= 3 && !are_several_spaced_dashes() {
                grouping.certain |= place;
                grouping.perhaps_extension = gap.after == 3;
            }
            grouping.uncertain |= place;
        } else if gap.is_wide() && gap.after <= MAX_AT_THE_END {
            grouping.uncertain |= place;
        }
    }
    Ok(grouping)
}

/// A minus is no part of any number, nor are the parentheses in which accountants write what is below zero. Those
/// never stand around a plus or a zero in front.
fn refused_in_front(gap: &Gap<'_>) -> Result<(), NumberText> {
    if gap.has(&['-']) {
        return Err(NumberText::Negative);
    }
    if gap.has(&['.', '/', '~', ',']) {
        return Err(NumberText::NoNumber);
    }
    if gap.has(&['(', '[']) && !gap.has(&['+']) && !gap.rest.starts_with('0') {
        let behind = gap.rest.split_once([')', ']']).map(|(_, behind)| behind);
        let Some(behind) = behind.or_else(|| {
            // The closing bracket of an area was lost: `(11 912345699`.
            let is_one_group = !gap
                .rest
                .trim_end()
                .contains(|sign: char| !sign.is_ascii_digit());
            is_one_group.then_some("")
        }) else {
            return Err(NumberText::NoNumber);
        };
        if !behind.bytes().any(|byte| byte.is_ascii_digit()) {
            return Err(NumberText::Negative);
        }
    }
    Ok(())
}
