//! Phone numbers in what others say, masked before the words are kept or shown.

/// The fewest digits of a phone number with its area; shorter runs are codes, limits and counts.
const MIN_NUMBER_LENGTH: usize = 7;

/// The most signs, blanks aside, between two groups of digits of one number, such as `)-(`.
const MAX_SIGNS: usize = 3;

/// A text of the provider with every phone number in it masked to its last four digits.
///
/// A number is a run of seven digits or more of any script, also where blanks, dashes, points or brackets group them:
/// `+62 812 3350 8812`, `(0812) 3350.8812`. Ids and compact dates of so many digits are masked with them: rather too much
/// than a number too few. Only dates as ISO 8601 writes them, with their hour if they have one, stay.
pub fn mask_numbers(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(char::is_numeric) {
        let (before, from) = rest.split_at(start);
        let (run, after) = from.split_at(run_length(from));
        let digits = run.chars().filter(|letter| letter.is_numeric()).count();
        masked.push_str(before);
        let is_part_of_a_number = before.ends_with('+');
        if digits < MIN_NUMBER_LENGTH || (!is_part_of_a_number && is_date(run, after)) {
            masked.push_str(run);
        } else {
            masked.push_str(&last_four(run));
        }
        rest = after;
    }
    masked.push_str(rest);
    masked
}

/// A phone number, however it is written, as its last four digits.
pub fn last_four(number: &str) -> String {
    let digits: Vec<char> = number
        .chars()
        .filter(|letter| letter.is_numeric())
        .collect();
    let last = &digits[digits.len().saturating_sub(4)..];
    format!("•••• {}", last.iter().collect::<String>())
}

/// Bytes of the digits at the beginning, and of further groups of digits that belong to them.
fn run_length(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = &text[length..];
        let digits = rest.find(|letter: char| !letter.is_numeric());
        let Some(digits) = digits else {
            return text.len();
        };
        length += digits;
        let behind = &text[length..];
        let Some(gap) = behind.find(|letter: char| !is_between_digits(letter)) else {
            return length;
        };
        let (gap, next) = behind.split_at(gap);
        if !(next.starts_with(char::is_numeric) && joins(gap)) {
            return length;
        }
        length += gap.len();
    }
}

/// What people and programs put between the digits of one number, seen or unseen.
fn is_between_digits(letter: char) -> bool {
    let is_unseen = matches!(letter,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{20E3}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}');
    let is_sign = matches!(
        letter,
        '-' | '.'
            | ','
            | '('
            | ')'
            | '['
            | ']'
            | '/'
            | '+'
            | '~'
            | '_'
            | '·'
            | '•'
            | '−'
            | 'ー'
            | '・'
            | '\u{2010}'..='\u{2015}' | '－' | '．' | '（' | '）' | '／' | '＋' | '～'
    );
    letter.is_whitespace() || is_unseen || is_sign
}

/// Whether the digits on both sides are of one number. A comma alone groups digits; one with a blank lists numbers.
fn joins(gap: &str) -> bool {
    let signs = gap.chars().filter(|letter| !letter.is_whitespace()).count();
    signs <= MAX_SIGNS && (gap == "," || !gap.contains(','))
}

/// Whether the run is a date such as `2026-11-26`, or one with the hour of the time that follows.
fn is_date(run: &str, after: &str) -> bool {
    let (date, hour) = run
        .split_once(' ')
        .map_or((run, None), |(date, hour)| (date, Some(hour)));
    let number = |text: &str, digits: usize| {
        let is_plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u16>().ok().filter(|_| is_plain)
    };
    let mut parts = date.split('-');
    let mut next = |digits| number(parts.next().unwrap_or_default(), digits);
    let (year, month, day) = (next(4), next(2), next(2));
    let is_day = year.is_some_and(|year| (1900..2100).contains(&year))
        && month.is_some_and(|month| (1..=12).contains(&month))
        && day.is_some_and(|day| (1..=31).contains(&day))
        && parts.next().is_none();
    let is_hour = |hour| number(hour, 2).is_some_and(|hour| hour < 24) && after.starts_with(':');
    is_day && hour.is_none_or(is_hour)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_masked_to_their_last_four_digits_wherever_and_however_they_stand() {
        for (text, masked) in [
            (
                "Country Code Error: 13016111",
                "Country Code Error: •••• 6111",
            ),
            ("+628129000000 blocked", "+•••• 0000 blocked"),
            ("+62 812 3350 8812 is blocked", "+•••• 8812 is blocked"),
            ("call 812-335-0881.", "call •••• 0881."),
            ("(0812) 3350.8812", "(•••• 8812"),
            ("62,812,335,088", "•••• 5088"),
            ("0812\u{A0}3350\u{202F}8812", "•••• 8812"),
            ("0812\u{2011}3350\u{2011}8812", "•••• 8812"),
            ("０８１２３３５０８８１２", "•••• ８８１２"),
            ("٠٨١٢٣٣٥", "•••• ٢٣٣٥"),
            ("0812\u{200B}335", "•••• 2335"),
            ("task 26111972-2026-11-26", "task •••• 1126"),
            ("+2026-11-26", "+•••• 1126"),
        ] {
            assert_eq!(mask_numbers(text), masked);
        }
        assert_eq!(last_four("0812-335-088"), "•••• 5088");
    }

    #[test]
    fn codes_counts_dates_and_times_stay() {
        for text in [
            "",
            "Error 1302: at most 64",
            "at most 10000 leads",
            "rows 1, 2, 3, 4, 5, 6, 7 and 8",
            "the start 2026-11-26 20:08:00 has passed",
            "the start 2026-11-26T20:08:00Z has passed",
            "until 2026-11-26",
            "code 130161",
        ] {
            assert_eq!(mask_numbers(text), text);
        }
    }

    #[test]
    fn only_a_day_that_there_can_be_is_a_date() {
        for (run, after, date) in [
            ("2026-11-26", "", true),
            ("2026-12-31", "", true),
            ("1900-01-01", "", true),
            ("2099-11-26", "", true),
            ("1899-11-26", "", false),
            ("2100-11-26", "", false),
            ("2026-13-26", "", false),
            ("2026-00-26", "", false),
            ("2026-11-32", "", false),
            ("2026-11-00", "", false),
            ("2026-11-26-1", "", false),
            ("2026-1-26", "", false),
            ("202-11-26", "", false),
            ("2026-11-26 20", ":08", true),
            ("2026-11-26 23", ":08", true),
            ("2026-11-26 24", ":08", false),
            ("2026-11-26 20", " 08", false),
            ("2026-11-26 2", ":08", false),
        ] {
            assert_eq!(is_date(run, after), date, "{run}{after}");
        }
    }

    #[test]
    fn a_comma_alone_groups_digits_and_one_with_a_blank_lists_numbers() {
        for (gap, joined) in [
            ("", true),
            (",", true),
            (", ", false),
            (" ,", false),
            (" - ", true),
        ] {
            assert_eq!(joins(gap), joined, "“{gap}”");
        }
        let most = "-".repeat(MAX_SIGNS);
        assert!(joins(&most) && !joins(&format!("{most}-")));
    }

    /// A number of that many digits, with what stands between its groups.
    fn spelt() -> impl Strategy<Value = (String, String)> {
        let gap = prop::sample::select(vec![
            "", "", "", " ", "-", ".", " - ", ") ", "\u{A0}", "\u{2009}", "–", "\u{200B}", "  ",
            "/", "．",
        ]);
        prop::collection::vec(("[0-9]", gap), 7..=15).prop_map(|pairs| {
            let digits: String = pairs.iter().map(|(digit, _)| digit.as_str()).collect();
            let last = pairs.len() - 1;
            let spelt = pairs
                .iter()
                .enumerate()
                .map(|(at, (digit, gap))| format!("{digit}{}", if at == last { "" } else { gap }));
            (digits, spelt.collect())
        })
    }

    proptest! {
        #[test]
        fn of_a_number_only_the_last_four_digits_are_left_however_it_is_grouped((digits, spelt) in spelt()) {
            prop_assume!(!is_date(&spelt, ""));
            let masked = mask_numbers(&format!("The number {spelt} is blocked."));
            let left: String = masked.chars().filter(char::is_ascii_digit).collect();
            prop_assert_eq!(left, &digits[digits.len() - 4..]);
        }

        #[test]
        fn what_has_fewer_digits_in_a_run_is_left_alone(words in prop::collection::vec("[a-z:;]{1,4}[0-9]{0,6}", 0..9)) {
            let text = words.concat();
            prop_assert_eq!(mask_numbers(&text), text);
        }

        #[test]
        fn masking_twice_is_masking_once(text in "[0-9 .,:•+a٣–-]{0,40}") {
            let once = mask_numbers(&text);
            prop_assert_eq!(mask_numbers(&once), once);
        }
    }
}
