//! Knobs as text, for a command line or an environment variable: `index-base=one, latency=250ms`.

use std::{fmt, time::Duration};

use crate::knobs::*;

/// One word of a knob text that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KnobFault {
    /// The word is not of the form `knob=value`.
    #[error("“{0}” needs the form knob=value")]
    NotAPair(String),
    /// There is no such knob.
    #[error("there is no knob “{0}”; the sandbox's README lists them")]
    UnknownKnob(String),
    /// The knob exists, the value does not suit it.
    #[error("the knob “{knob}” cannot be “{value}”; use {wanted}")]
    UnknownValue {
        /// The knob's name.
        knob: String,
        /// What it was to be set to.
        value: String,
        /// What it can be set to.
        wanted: String,
    },
}

/// Everything that is wrong with a knob text, in its order; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnobFaults(pub Vec<KnobFault>);

impl fmt::Display for KnobFaults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, fault) in self.0.iter().enumerate() {
            let gap = if position == 0 { "" } else { "; " };
            write!(f, "{gap}{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for KnobFaults {}

impl Knobs {
    /// Reads knobs written as `knob=value`, parted by commas or blanks, over the defaults.
    ///
    /// Durations are a whole number and `ms`, `s` or `min`; switches are `yes` or `no`. A knob set twice keeps the later value.
    ///
    /// # Errors
    /// Every word that could not be used, not only the first.
    pub fn parse(text: &str) -> Result<Self, KnobFaults> {
        let mut knobs = Self::default();
        let mut faults = Vec::new();
        for word in text
            .split([',', ' ', '\n', '\t'])
            .filter(|word| !word.is_empty())
        {
            let outcome = match word.split_once('=') {
                Some((knob, value)) => set(&mut knobs, knob, value),
                None => Err(KnobFault::NotAPair(word.to_owned())),
            };
            faults.extend(outcome.err());
        }
        if faults.is_empty() {
            Ok(knobs)
        } else {
            Err(KnobFaults(faults))
        }
    }
}

fn set(knobs: &mut Knobs, knob: &str, value: &str) -> Result<(), KnobFault> {
    match knob {
        "index-base" => knobs.index_base = choose(knob, value, IndexBase::WORDS)?,
        "nothing-made" => knobs.nothing_made = choose(knob, value, NothingMade::WORDS)?,
        "check-answers-id" => knobs.check_answers_id = choose(knob, value, SWITCH)?,
        "no-errors" => knobs.no_errors = choose(knob, value, EmptyList::WORDS)?,
        "comments-echo" => knobs.comments_echo = choose(knob, value, CommentsEcho::WORDS)?,
        "number-echo" => knobs.number_echo = choose(knob, value, NumberEcho::WORDS)?,
        "error-text" => knobs.error_shape.text = choose(knob, value, ErrorText::WORDS)?,
        "error-http" => knobs.error_shape.http = choose(knob, value, ErrorHttp::WORDS)?,
        "bad-token" => knobs.bad_token = choose(knob, value, BadToken::WORDS)?,
        "token-renewal" => knobs.token_renewal = choose(knob, value, TokenRenewal::WORDS)?,
        "duplicate-names" => knobs.duplicate_names = choose(knob, value, DuplicateNames::WORDS)?,
        "all-refused" => knobs.all_refused = choose(knob, value, AllRefused::WORDS)?,
        "refused-details" => knobs.refused_details = choose(knob, value, RefusedDetails::WORDS)?,
        "async-answer" => knobs.async_answer = choose(knob, value, AsyncAnswer::WORDS)?,
        "dnc-arranged" => knobs.dnc_arranged = choose(knob, value, SWITCH)?,
        "list-shape" => knobs.list_shape = choose(knob, value, ListShape::WORDS)?,
        "spelling" => knobs.spelling = choose(knob, value, Spelling::WORDS)?,
        _ => return set_pace(knobs, knob, value),
    }
    Ok(())
}

fn set_pace(knobs: &mut Knobs, knob: &str, value: &str) -> Result<(), KnobFault> {
    match knob {
        "latency" => knobs.latency = duration(knob, value)?,
        "slow" => knobs.slow = duration(knob, value)?,
        "hang" => knobs.hang = duration(knob, value)?,
        "rate-limited-times" => knobs.rate_limited_times = number(knob, value)?,
        "retry-after" => knobs.retry_after = duration(knob, value)?,
        "list-lag" => knobs.list_lag = duration(knob, value)?,
        "late-list-lag" => knobs.late_list_lag = duration(knob, value)?,
        "call-duration" => knobs.call_duration = duration(knob, value)?,
        "redial-minute" => knobs.redial_minute = duration(knob, value)?,
        "calls-at-once" => knobs.calls_at_once = number(knob, value)?,
        _ => return Err(KnobFault::UnknownKnob(knob.to_owned())),
    }
    Ok(())
}

const SWITCH: &[(&str, bool)] = &[("yes", true), ("no", false)];

fn choose<T: Copy>(knob: &str, value: &str, words: &[(&str, T)]) -> Result<T, KnobFault> {
    words
        .iter()
        .find(|(word, _)| *word == value)
        .map(|(_, choice)| *choice)
        .ok_or_else(|| {
            let wanted = words
                .iter()
                .map(|(word, _)| *word)
                .collect::<Vec<_>>()
                .join(" or ");
            unknown_value(knob, value, wanted)
        })
}

fn number<T: std::str::FromStr>(knob: &str, value: &str) -> Result<T, KnobFault> {
    value
        .parse()
        .map_err(|_| unknown_value(knob, value, "a whole number".to_owned()))
}

fn duration(knob: &str, value: &str) -> Result<Duration, KnobFault> {
    let unit_at = value
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(value.len());
    let (digits, unit) = value.split_at(unit_at);
    let milliseconds = match unit {
        "ms" => Some(1),
        "s" => Some(1_000),
        "min" => Some(60_000),
        _ => None,
    };
    let count = digits.parse::<u32>().ok();
    match (count, milliseconds) {
        (Some(count), Some(each)) => Ok(Duration::from_millis(u64::from(count) * each)),
        _ => Err(unknown_value(
            knob,
            value,
            "a whole number and a unit, such as 250ms, 4s or 10min".to_owned(),
        )),
    }
}

fn unknown_value(knob: &str, value: &str, wanted: String) -> KnobFault {
    KnobFault::UnknownValue {
        knob: knob.to_owned(),
        value: value.to_owned(),
        wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_gives_the_defaults() {
        assert_eq!(Knobs::parse(" ,\n"), Ok(Knobs::default()));
    }

    #[test]
    fn knobs_are_read_from_pairs() {
        let knobs = Knobs::parse("index-base=one, nothing-made=null error-text=status,latency=250ms,hang=2min,calls-at-once=7 dnc-arranged=no")
            .expect("every pair is good");
        let mut wanted = Knobs {
            index_base: IndexBase::One,
            nothing_made: NothingMade::Null,
            ..Knobs::default()
        };
        wanted.error_shape.text = ErrorText::Status;
        wanted.latency = Duration::from_millis(250);
        wanted.hang = Duration::from_secs(120);
        wanted.calls_at_once = 7;
        wanted.dnc_arranged = false;
        assert_eq!(knobs, wanted);
    }

    #[test]
    fn every_fault_of_a_text_is_reported() {
        let faults = Knobs::parse("index-base=two,latency,colour=red,hang=5,calls-at-once=-1")
            .expect_err("all are bad");
        assert_eq!(faults.0.len(), 5);
        assert_eq!(
            faults.0[0].to_string(),
            "the knob “index-base” cannot be “two”; use zero or one"
        );
        assert_eq!(faults.0[1], KnobFault::NotAPair("latency".into()));
        assert_eq!(faults.0[2], KnobFault::UnknownKnob("colour".into()));
    }

    #[test]
    fn the_readme_lists_every_knob() {
        let readme = include_str!("../README.md");
        let source = include_str!("knob_text.rs");
        let names = source
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\" => knobs."));
        let mut seen = 0;
        for (knob, _) in names {
            assert!(
                readme.contains(&format!("`{knob}`")),
                "the README does not list the knob {knob}"
            );
            seen += 1;
        }
        assert_eq!(seen, 27);
    }
}
