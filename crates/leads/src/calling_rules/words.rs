//! What people read of rules.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use localization::{DayStyle, Message};

use super::{
    Breach, BreachKind, NoWindow, OnHolidays, RuleAction, RuleSet, RuleSetId, Verdict, ZoneBasis,
    holiday_name, shipped,
};
use crate::countries::country_name;
use crate::messages::calling_rules;
use crate::places::place_name;
use crate::validate::{coming_moment, window_label};
use crate::views::{BreachView, LaunchSetting, SettingKind};

impl RuleSet {
    /// `Mon–Sat 08:00–18:00, by every clock of Indonesia, not on holidays`.
    pub fn message(&self) -> Message {
        let (days, hours) = (self.days.message(), self.hours.message());
        let country = country_name(self.id.country);
        match (self.zones, self.on_holidays) {
            (ZoneBasis::Account, OnHolidays::AsOtherDays) => calling_rules::rule(days, hours),
            (ZoneBasis::Account, OnHolidays::NoCalls) => {
                calling_rules::rule_without_holidays(days, hours)
            }
            (ZoneBasis::Strictest, OnHolidays::AsOtherDays) => {
                calling_rules::rule_by_every_clock(country, days, hours)
            }
            (ZoneBasis::Strictest, OnHolidays::NoCalls) => {
                calling_rules::rule_by_every_clock_without_holidays(country, days, hours)
            }
        }
    }

    /// Where the rule comes from.
    pub fn shown_source(&self) -> Message {
        shipped::source(&self.source)
    }

    /// `the calling rule for Indonesia, financial products`.
    pub fn name(&self) -> Message {
        let RuleSetId {
            country, sector, ..
        } = self.id;
        calling_rules::the_rule(country_name(country), sector.message_in_sentence())
    }
}

impl RuleSetId {
    /// `the calling rule for Indonesia, financial products, version 2`.
    pub fn message(&self) -> Message {
        let sector = self.sector.message_in_sentence();
        calling_rules::the_rule_of_version(country_name(self.country), sector, self.version)
    }
}

impl Breach {
    /// `Batch 2: Sat 28 Nov, 20:30 in Mexico City is after the hours.`
    pub fn sentence(&self) -> Message {
        let at = Message::moment(self.at, DayStyle::Weekday);
        let day = Message::day(self.at.date(), DayStyle::Weekday);
        let weekday = Message::day(self.at.date(), DayStyle::NameOfWeekday);
        let place = place_name(&self.place);
        match (&self.kind, self.batch) {
            (BreachKind::TooEarly, 1) => calling_rules::too_early(at, place),
            (BreachKind::TooEarly, batch) => calling_rules::too_early_of_batch(at, batch, place),
            (BreachKind::TooLate, 1) => calling_rules::too_late(at, place),
            (BreachKind::TooLate, batch) => calling_rules::too_late_of_batch(at, batch, place),
            (BreachKind::RedialTooLate, 1) => calling_rules::redial_too_late(at, place),
            (BreachKind::RedialTooLate, batch) => {
                calling_rules::redial_too_late_of_batch(at, batch, place)
            }
            (BreachKind::Day, 1) => calling_rules::day(day, weekday),
            (BreachKind::Day, batch) => calling_rules::day_of_batch(batch, day, weekday),
            (BreachKind::Holiday(name), 1) => calling_rules::holiday(day, holiday_name(name)),
            (BreachKind::Holiday(name), batch) => {
                calling_rules::holiday_of_batch(batch, day, holiday_name(name))
            }
        }
    }
}

impl Verdict {
    /// What is said of calls outside the rule: the rule, what is wrong, and where people could be called instead; `None` where it is
    /// kept. The source stands beside it.
    pub fn sentence(&self) -> Option<Message> {
        outside_told(&self.rule_set, &self.breaches)
    }

    /// The same for a page, with the next window that is allowed.
    pub fn view(&self, now: Timestamp, zone: &TimeZone) -> Option<BreachView> {
        let sentence = self.sentence()?;
        Some(BreachView {
            sentence,
            source: self.rule_set.shown_source(),
            source_address: self.rule_set.source_address().map(str::to_owned),
            is_confirmed: self.rule_set.is_confirmed,
            is_refused: self.rule_set.action == RuleAction::Refuse,
            next: self.next_window(now, zone),
            no_window: self.no_window.map(NoWindow::message),
        })
    }

    fn next_window(&self, now: Timestamp, zone: &TimeZone) -> Option<Message> {
        let (next, today) = (self.next?, zone.to_datetime(now).date());
        Some(window_label(next.start, next.end, today, zone))
    }

    /// What is answered where calls are not placed because of the rule.
    pub fn refusal(&self, now: Timestamp, zone: &TimeZone) -> Message {
        let next = self.next_window(now, zone);
        let next = next.map(calling_rules::allowed_next);
        let instead = next.or_else(|| self.no_window.map(NoWindow::message));
        let source = calling_rules::source(self.rule_set.shown_source());
        let told = self.sentence().into_iter();
        Message::sentences(told.chain(instead).chain([source]))
    }

    /// The calling rule on the launch, and whether it is kept.
    pub fn launch_setting(&self) -> LaunchSetting {
        let rule = self.rule_set.message();
        let value = match (self.is_kept(), self.rule_set.is_confirmed) {
            (true, true) => calling_rules::kept(rule),
            (true, false) => calling_rules::kept_not_confirmed(rule),
            (false, true) => calling_rules::not_kept(rule),
            (false, false) => calling_rules::not_kept_not_confirmed(rule),
        };
        LaunchSetting {
            kind: SettingKind::CallingRule,
            value,
        }
    }

    /// When calls end on the launch, where the rule ends them: `20:00 at the latest. Whoever was not called by then is not called.`
    pub fn calls_end_setting(&self, now: Timestamp, zone: &TimeZone) -> Option<LaunchSetting> {
        let ends = coming_moment(self.calls_end?, now, zone);
        Some(LaunchSetting {
            kind: SettingKind::CallsEnd,
            value: calling_rules::calls_end(&ends),
        })
    }
}

/// The same of a rule set and of how calls could fall outside it: [`Verdict::sentence`].
pub fn outside_told(rule_set: &RuleSet, breaches: &[Breach]) -> Option<Message> {
    if breaches.is_empty() {
        return None;
    }
    let outside = calling_rules::outside(rule_set.name(), rule_set.message());
    let breaches = breaches.iter().map(Breach::sentence);
    Some(Message::sentences([outside].into_iter().chain(breaches)))
}

/// Why somebody went on outside of a rule, as it is kept with a task.
#[derive(Clone, Copy, Debug)]
pub struct ReasonTold<'a> {
    /// In their words.
    pub words: &'a str,
    /// Their name.
    pub by: &'a str,
    /// Whether a second person approved it.
    pub is_approved: bool,
    /// The batch that it is about, where one was sent again.
    pub batch: Option<u32>,
}

/// What people read on the page of a task of what the rule said: `kept: every day 08:00–20:00 (version 1)`.
pub fn verdict_told(
    rule_set: &RuleSet,
    breaches: &[Breach],
    reason: Option<ReasonTold<'_>>,
) -> Message {
    let (rule, version) = (rule_set.message(), rule_set.id.version);
    let Some(reason) = reason else {
        return calling_rules::was_kept(rule, version);
    };
    let outside = match reason.batch {
        Some(batch) => calling_rules::called_outside_with_batch(batch, rule, version),
        None => calling_rules::called_outside(rule, version),
    };
    let words = match reason.is_approved {
        true => calling_rules::reason_approved(reason.by, reason.words),
        false => calling_rules::reason(reason.by, reason.words),
    };
    let breaches = breaches.iter().map(Breach::sentence);
    let told = [outside].into_iter().chain(breaches).chain([words]);
    Message::sentences(told)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use localization::Language;

    use super::*;
    use crate::calling_rules::tests::rule;

    #[test]
    fn a_rule_and_what_is_wrong_with_calls_are_told_in_each_language() {
        let rule_set = RuleSet {
            zones: ZoneBasis::Strictest,
            ..rule(0b11_1111, 8, 24)
        };
        let rules = Language::ALL.map(|language| rule_set.message().text(language));
        assert_eq!(
            rules,
            [
                "Mon–Sat 08:00–24:00, by every clock of Indonesia, not on holidays",
                "周一至周六 08:00–24:00，须同时满足印度尼西亚的所有时区，节假日除外",
                "lun–sáb 08:00–24:00, en todas las zonas horarias de Indonesia a la vez, excepto días festivos",
                "Sen–Sab 08.00–24.00, menurut semua zona waktu Indonesia sekaligus, kecuali hari libur",
            ]
        );
        let breach = |kind, batch| Breach {
            kind,
            batch,
            at: date(2026, 11, 28).at(20, 30, 0, 0),
            place: "Mexico City".to_owned(),
        };
        let late = breach(BreachKind::TooLate, 2).sentence();
        assert_eq!(
            Language::ALL.map(|language| late.text(language)),
            [
                "Batch 2: Sat 28 Nov, 20:30 in Mexico City is after the hours.",
                "批次 2：墨西哥城的 11月28日周六 20:30 晚于允许的时间。",
                "Lote 2, después del horario permitido: sáb 28 de nov, 20:30 en Ciudad de México.",
                "Kelompok 2: Sab, 28 Nov, 20.30 di Kota Meksiko melewati jam yang diizinkan.",
            ]
        );
        let saturday = breach(BreachKind::Day, 1).sentence();
        assert_eq!(
            saturday.to_string(),
            "Sat 28 Nov: the rule allows no calls on Saturdays."
        );
        assert_eq!(
            saturday.text(Language::Spanish),
            "sáb 28 de nov: la regla no permite llamadas en sábado."
        );
    }
}
