//! Days and times as each language writes them: English in a form of its own (`Thu 26 Nov`), the others by CLDR.

use std::sync::LazyLock;

use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{E, MD, MDE, YM, YMD};
use icu_locale_core::{Locale, locale};
use jiff::civil;

use crate::language::Language;

/// How a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayStyle {
    /// `Thu 26 Nov`.
    Weekday,
    /// `26 Nov 2026`.
    Year,
    /// `26 Nov`.
    Short,
    /// `November 2026`.
    Month,
    /// `Thursday`.
    NameOfWeekday,
}

/// What a day is written by in one language.
struct Days {
    weekday: FixedCalendarDateTimeFormatter<Gregorian, MDE>,
    year: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    short: FixedCalendarDateTimeFormatter<Gregorian, MD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    name_of_weekday: FixedCalendarDateTimeFormatter<Gregorian, E>,
}

impl Days {
    fn of(locale: Locale) -> Days {
        const DATA: &str = "the data is part of the program";
        let preferences = || locale.clone().into();
        Days {
            weekday: FixedCalendarDateTimeFormatter::try_new(preferences(), MDE::medium())
                .expect(DATA),
            year: FixedCalendarDateTimeFormatter::try_new(preferences(), YMD::medium())
                .expect(DATA),
            short: FixedCalendarDateTimeFormatter::try_new(preferences(), MD::medium())
                .expect(DATA),
            month: FixedCalendarDateTimeFormatter::try_new(preferences(), YM::long()).expect(DATA),
            name_of_weekday: FixedCalendarDateTimeFormatter::try_new(preferences(), E::long())
                .expect(DATA),
        }
    }

    fn write(&self, date: &Date<Gregorian>, style: DayStyle) -> String {
        match style {
            DayStyle::Weekday => self.weekday.format(date).to_string(),
            DayStyle::Year => self.year.format(date).to_string(),
            DayStyle::Short => self.short.format(date).to_string(),
            DayStyle::Month => self.month.format(date).to_string(),
            DayStyle::NameOfWeekday => self.name_of_weekday.format(date).to_string(),
        }
    }
}

static CHINESE: LazyLock<Days> = LazyLock::new(|| Days::of(locale!("zh-Hans")));
static SPANISH: LazyLock<Days> = LazyLock::new(|| Days::of(locale!("es-MX")));
static INDONESIAN: LazyLock<Days> = LazyLock::new(|| Days::of(locale!("id")));

/// The day as the language writes it.
pub(crate) fn day(date: civil::Date, style: DayStyle, language: Language) -> String {
    let days = match language {
        Language::English | Language::Pseudo => return english(date, style),
        Language::Chinese => &CHINESE,
        Language::Spanish => &SPANISH,
        Language::Indonesian => &INDONESIAN,
    };
    let month = date.month().unsigned_abs();
    let of_icu = Date::try_new_gregorian(date.year().into(), month, date.day().unsigned_abs());
    // Every day of jiff is one of ICU.
    of_icu.map_or_else(|_| date.to_string(), |of_icu| days.write(&of_icu, style))
}

fn english(date: civil::Date, style: DayStyle) -> String {
    let pattern = match style {
        DayStyle::Weekday => "%a %-d %b",
        DayStyle::Year => "%-d %b %Y",
        DayStyle::Short => "%-d %b",
        DayStyle::Month => "%B %Y",
        DayStyle::NameOfWeekday => "%A",
    };
    date.strftime(pattern).to_string()
}

/// The time of day, `21:05`, by 24 hours everywhere: who plans calls over midnight must not look for am and pm.
pub(crate) fn time(time: civil::Time, language: Language) -> String {
    let pattern = match language {
        Language::Indonesian => "%H.%M",
        _ => "%H:%M",
    };
    time.strftime(pattern).to_string()
}

/// The time of day with its seconds: `21:05:09`.
pub(crate) fn time_with_seconds(time: civil::Time, language: Language) -> String {
    let pattern = match language {
        Language::Indonesian => "%H.%M.%S",
        _ => "%H:%M:%S",
    };
    time.strftime(pattern).to_string()
}

/// A day with its time.
pub(crate) fn moment(at: civil::DateTime, style: DayStyle, language: Language) -> String {
    let between = if language == Language::Chinese {
        " "
    } else {
        ", "
    };
    let (day, time) = (day(at.date(), style, language), time(at.time(), language));
    format!("{day}{between}{time}")
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn a_moment_is_written_as_people_of_the_language_write_it() {
        let at = datetime(2026, 11, 26, 21, 5, 0, 0);
        let written = |style| Language::ALL.map(|language| moment(at, style, language));
        assert_eq!(
            written(DayStyle::Weekday),
            [
                "Thu 26 Nov, 21:05",
                "11月26日周四 21:05",
                "jue 26 de nov, 21:05",
                "Kam, 26 Nov, 21.05"
            ]
        );
        assert_eq!(
            written(DayStyle::Year),
            [
                "26 Nov 2026, 21:05",
                "2026年11月26日 21:05",
                "26 nov 2026, 21:05",
                "26 Nov 2026, 21.05"
            ]
        );
        assert_eq!(
            Language::ALL.map(|language| time_with_seconds(at.time(), language)),
            ["21:05:00", "21:05:00", "21:05:00", "21.05.00"]
        );
        let days = |style| Language::ALL.map(|language| day(at.date(), style, language));
        assert_eq!(
            days(DayStyle::Month),
            [
                "November 2026",
                "2026年11月",
                "noviembre de 2026",
                "November 2026"
            ]
        );
        assert_eq!(
            days(DayStyle::Short),
            ["26 Nov", "11月26日", "26 nov", "26 Nov"]
        );
        assert_eq!(
            days(DayStyle::NameOfWeekday),
            ["Thursday", "星期四", "jueves", "Kamis"]
        );
    }
}
