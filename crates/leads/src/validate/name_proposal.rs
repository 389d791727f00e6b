//! Names that are proposed for a task: from the file of its list, or from the task that it repeats.

use std::ops::Range;

use jiff::civil::Date;
use localization::Language;
use unicode_normalization::UnicodeNormalization;

use super::task_name::MAX_TASK_NAME_LENGTH;

/// Digits of a number that is counted up. A longer one is a year, or a code.
const MAX_COUNTED_DIGITS: usize = 3;

/// How often a name is tried with another number behind it.
const MOST_TRIED: u32 = 99;

/// A name for a task with the list of that file: `messy-300 week 48`. `today` is the day of the account, and `language` is the account's: everybody
/// in it reads the name.
///
/// Letters lose their accents, what is not ASCII is left out, and a file whose name has a week keeps it. Where a task of the
/// account has that name, as `is_taken` tells, it gets a number behind it.
pub fn proposed_name(
    file_name: &str,
    today: Date,
    language: Language,
    is_taken: impl Fn(&str) -> bool,
) -> String {
    let stem = without_number(without_ending(file_name));
    let plain: String = stem
        .nfkd()
        .map(|character| if character == '_' { ' ' } else { character })
        .filter(|character| matches!(character, ' '..='~'))
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let name = words.join(" ");
    let name = name.trim_matches(['-', ' ']);
    let name = if name.is_empty() {
        nameless(language)
    } else {
        name
    };
    let proposed = match week_in(name) {
        Some(_) => fitting(name, ""),
        None => fitting(name, &of_week(week(today), language)),
    };
    untaken(proposed, is_taken)
}

/// A name for a task like that one: `Weekend promo week 47` becomes that of this week, `Survey 3` becomes `Survey 4`, and any
/// other gets the week behind it.
pub fn next_name(
    name: &str,
    today: Date,
    language: Language,
    is_taken: impl Fn(&str) -> bool,
) -> String {
    let name = without_number(name);
    let this_week = week(today);
    let counted = if let Some(place) = week_in(name) {
        format!("{}{this_week}{}", &name[..place.start], &name[place.end..])
    } else if let Some((before, number, width)) = last_number(name) {
        format!("{before}{:0width$}", number + 1)
    } else {
        fitting(name, &of_week(this_week, language))
    };
    untaken(fitting(&counted, ""), is_taken)
}

/// A name for a task that goes on with what that one did not do: the same with a number behind it, `Weekend promo week 47 (2)`.
pub fn follow_up_name(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    untaken(fitting(without_number(name), ""), is_taken)
}

/// What stands behind a name for the week. AIRudder takes ASCII only.
fn of_week(week: i8, language: Language) -> String {
    match language {
        Language::English | Language::Pseudo => format!(" week {week}"),
        Language::Spanish => format!(" semana {week}"),
        Language::Indonesian => format!(" minggu {week}"),
        Language::Chinese => format!(" W{week}"),
    }
}

/// The name where nothing of a file's is left that AIRudder takes.
const fn nameless(language: Language) -> &'static str {
    match language {
        Language::English | Language::Chinese | Language::Pseudo => "List",
        Language::Spanish => "Lista",
        Language::Indonesian => "Daftar",
    }
}

/// The week of the year (ISO 8601).
fn week(day: Date) -> i8 {
    day.iso_week_date().week()
}

/// The name, or with the first number behind it that is free.
fn untaken(name: String, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(&name) {
        return name;
    }
    let numbered = |number: u32| fitting(&name, &format!(" ({number})"));
    let free = (2..=MOST_TRIED).map(numbered).find(|name| !is_taken(name));
    free.unwrap_or(name)
}

/// The name and what is put behind it, cut before that to what a task may have. Both are ASCII.
fn fitting(name: &str, behind: &str) -> String {
    let room = MAX_TASK_NAME_LENGTH.saturating_sub(behind.len());
    let cut: String = name.chars().take(room).collect();
    format!("{}{behind}", cut.trim_end())
}

/// The file's name without its ending.
fn without_ending(file_name: &str) -> &str {
    match file_name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.len() <= 5 => stem,
        _ => file_name,
    }
}

/// The name without a number in brackets at its end, as browsers and this form count names up.
fn without_number(name: &str) -> &str {
    let counted = name.trim_end().strip_suffix(')');
    match counted.and_then(|name| name.rsplit_once('(')) {
        Some((before, number)) if is_number(number) && !before.trim_end().is_empty() => {
            before.trim_end()
        }
        _ => name,
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// “Week” in the languages that are written in ASCII, and its letter.
const WEEKS: [&str; 4] = ["week", "semana", "minggu", "w"];

/// Where the number of a week stands in the name: behind the word, with at most one sign between them.
fn week_in(name: &str) -> Option<Range<usize>> {
    let lower = name.to_ascii_lowercase();
    let words = WEEKS.iter().flat_map(|word| lower.match_indices(*word));
    let numbers = words.filter_map(|(at, word)| {
        let is_a_word = !lower[..at].ends_with(|before: char| before.is_ascii_alphanumeric());
        let behind = at + word.len();
        let rest = &lower[behind..];
        let gap = usize::from(rest.starts_with([' ', '-', '_']));
        let digits = rest[gap..].bytes().take_while(u8::is_ascii_digit).count();
        let number = behind + gap..behind + gap + digits;
        (is_a_word && (1..=2).contains(&digits)).then_some(number)
    });
    numbers.max_by_key(|number| number.start)
}

/// What stands before the number at the end of the name, the number, and how many digits it has.
fn last_number(name: &str) -> Option<(&str, u32, usize)> {
    let before = name.trim_end_matches(|last: char| last.is_ascii_digit());
    let digits = &name[before.len()..];
    let is_counted =
        (1..=MAX_COUNTED_DIGITS).contains(&digits.len()) && before.ends_with([' ', '-', '_', '#']);
    let number = digits.parse().ok().filter(|_| is_counted)?;
    Some((before, number, digits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRIDAY: Date = jiff::civil::date(2026, 11, 27);

    fn free(_: &str) -> bool {
        false
    }

    #[test]
    fn a_name_is_proposed_from_the_file_and_the_week() {
        for (file, name) in [
            ("messy-300.csv", "messy-300 week 48"),
            (
                "Promoción_Fin_de_semana.xlsx",
                "Promocion Fin de semana week 48",
            ),
            ("leads (3).csv", "leads week 48"),
            ("名单.xlsx", "List week 48"),
            ("Promo week 47.csv", "Promo week 47"),
            ("Promo semana 47.csv", "Promo semana 47"),
            ("promo_minggu_47.xlsx", "promo minggu 47"),
            ("export.2026.final", "export.2026 week 48"),
            (".csv", ".csv week 48"),
            ("", "List week 48"),
        ] {
            assert_eq!(
                proposed_name(file, FRIDAY, Language::English, free),
                name,
                "{file}"
            );
        }
    }

    #[test]
    fn the_week_stands_in_the_language_of_the_account() {
        for (language, name, without) in [
            (Language::Spanish, "Promo semana 48", "Lista semana 48"),
            (Language::Indonesian, "Promo minggu 48", "Daftar minggu 48"),
            (Language::Chinese, "Promo W48", "List W48"),
        ] {
            assert_eq!(proposed_name("Promo.csv", FRIDAY, language, free), name);
            assert_eq!(proposed_name("名单.xlsx", FRIDAY, language, free), without);
            assert_eq!(next_name("Promo", FRIDAY, language, free), name);
            let later = jiff::civil::date(2026, 12, 4);
            let next = name.replace("48", "49");
            assert_eq!(next_name(name, later, Language::English, free), next);
        }
    }

    #[test]
    fn whatever_the_file_is_called_the_name_is_one_that_may_be_given() {
        let long = "x".repeat(200);
        for file in [long.as_str(), "\u{202e}cod.exe", "a\u{0}b.csv", "---.csv"] {
            for is_taken in [free, |name: &str| !name.ends_with("(99)")] {
                let name = proposed_name(file, FRIDAY, Language::English, is_taken);
                assert!(crate::TaskName::parse(&name).is_ok(), "{name}");
            }
        }
    }

    #[test]
    fn a_repeat_is_counted_up() {
        for (name, next) in [
            ("Weekend promo week 47", "Weekend promo week 48"),
            ("week-47 promo", "week-48 promo"),
            ("Week47", "Week48"),
            ("Promo semana 47", "Promo semana 48"),
            ("Promo Minggu 47 (2)", "Promo Minggu 48"),
            ("Promo W47", "Promo W48"),
            ("View 3", "View 4"),
            ("Plan semanal 3", "Plan semanal 4"),
            ("Weekend promo week 47 (2)", "Weekend promo week 48"),
            ("Survey 3", "Survey 4"),
            ("Survey #009", "Survey #010"),
            ("Promo 99", "Promo 100"),
            ("Promo 2026", "Promo 2026 week 48"),
            ("Weekend promo", "Weekend promo week 48"),
            ("biweek 3", "biweek 4"),
        ] {
            assert_eq!(
                next_name(name, FRIDAY, Language::English, free),
                next,
                "{name}"
            );
        }
    }

    #[test]
    fn the_week_is_that_of_the_calendar_at_the_turn_of_the_year() {
        let week_of = |day| next_name("Promo week 1", day, Language::English, free);
        assert_eq!(week_of(jiff::civil::date(2027, 1, 1)), "Promo week 53");
        assert_eq!(week_of(jiff::civil::date(2027, 1, 4)), "Promo week 1");
    }

    #[test]
    fn what_follows_a_task_keeps_its_name_and_gets_a_number() {
        let taken = ["Promo week 47", "Promo week 47 (2)"];
        let is_taken = |name: &str| taken.contains(&name);
        for name in taken {
            assert_eq!(follow_up_name(name, is_taken), "Promo week 47 (3)");
        }
    }

    #[test]
    fn a_name_that_is_taken_gets_the_next_number_that_is_free() {
        let taken = ["Promo week 48", "Promo week 48 (2)"];
        let is_taken = |name: &str| taken.contains(&name);
        assert_eq!(
            next_name("Promo week 47", FRIDAY, Language::English, is_taken),
            "Promo week 48 (3)"
        );
        assert_eq!(
            next_name("Promo week 48", FRIDAY, Language::English, is_taken),
            "Promo week 48 (3)"
        );
        assert_eq!(
            proposed_name("Promo.csv", FRIDAY, Language::English, is_taken),
            "Promo week 48 (3)"
        );
    }
}
