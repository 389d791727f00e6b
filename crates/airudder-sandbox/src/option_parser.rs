//! Options as text, for a command line or an environment variable: `index-base=one, latency=250ms`.

use std::{fmt, time::Duration};

use crate::{call_options::*, options::*};

/// One word of an option text that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OptionProblem {
    /// The word is not of the form `option=value`.
    #[error("“{0}” needs the form option=value")]
    NotAPair(String),
    /// There is no such option.
    #[error("there is no option “{0}”; the sandbox's README lists them")]
    UnknownOption(String),
    /// The option exists, the value does not suit it.
    #[error("the option “{option}” cannot be “{value}”; use {wanted}")]
    UnknownValue {
        /// The option's name.
        option: String,
        /// What it was to be set to.
        value: String,
        /// What it can be set to.
        wanted: String,
    },
}

/// Everything that is wrong with an option text, in its order; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OptionProblems(pub Vec<OptionProblem>);

impl fmt::Display for OptionProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, problem) in self.0.iter().enumerate() {
            let gap = if position == 0 { "" } else { "; " };
            write!(f, "{gap}{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for OptionProblems {}

impl SandboxOptions {
    /// Reads options written as `option=value`, parted by commas or blanks, over the defaults.
    ///
    /// Durations are a whole number and `ms`, `s` or `min`; switches are `yes` or `no`. An option set twice keeps the later value.
    ///
    /// # Errors
    /// Every word that could not be used, not only the first.
    pub fn parse(text: &str) -> Result<Self, OptionProblems> {
        let mut options = Self::default();
        let mut problems = Vec::new();
        for word in text
            .split([',', ' ', '\n', '\t'])
            .filter(|word| !word.is_empty())
        {
            let outcome = match word.split_once('=') {
                Some((option, value)) => set(&mut options, option, value),
                None => Err(OptionProblem::NotAPair(word.to_owned())),
            };
            problems.extend(outcome.err());
        }
        if problems.is_empty() {
            Ok(options)
        } else {
            Err(OptionProblems(problems))
        }
    }
}

fn set(options: &mut SandboxOptions, option: &str, value: &str) -> Result<(), OptionProblem> {
    match option {
        "index-base" => options.index_base = choose(option, value, IndexBase::WORDS)?,
        "nothing-made" => options.nothing_made = choose(option, value, NothingMade::WORDS)?,
        "check-answers-id" => options.check_answers_id = choose(option, value, SWITCH)?,
        "no-errors" => options.no_errors = choose(option, value, EmptyList::WORDS)?,
        "comments-echo" => options.comments_echo = choose(option, value, CommentsEcho::WORDS)?,
        "number-echo" => options.number_echo = choose(option, value, NumberEcho::WORDS)?,
        "error-text" => options.error_shape.text = choose(option, value, ErrorText::WORDS)?,
        "error-http" => options.error_shape.http = choose(option, value, ErrorHttp::WORDS)?,
        "bad-token" => options.bad_token = choose(option, value, BadToken::WORDS)?,
        "token-renewal" => options.token_renewal = choose(option, value, TokenRenewal::WORDS)?,
        "duplicate-names" => {
            options.duplicate_names = choose(option, value, DuplicateNames::WORDS)?
        }
        "all-refused" => options.all_refused = choose(option, value, AllRefused::WORDS)?,
        "refused-details" => {
            options.refused_details = choose(option, value, RefusedDetails::WORDS)?
        }
        "async-answer" => options.async_answer = choose(option, value, AsyncAnswer::WORDS)?,
        "dnc-arranged" => options.dnc_arranged = choose(option, value, SWITCH)?,
        "list-shape" => options.list_shape = choose(option, value, ListShape::WORDS)?,
        "spelling" => options.spelling = choose(option, value, Spelling::WORDS)?,
        _ => return set_calls(options, option, value),
    }
    Ok(())
}

fn set_calls(options: &mut SandboxOptions, option: &str, value: &str) -> Result<(), OptionProblem> {
    match option {
        "call-number" => options.calls.number = choose(option, value, CallNumber::WORDS)?,
        "call-comments" => options.calls.comments = choose(option, value, CallComments::WORDS)?,
        "call-order" => options.calls.order = choose(option, value, CallOrder::WORDS)?,
        "calls-listed" => options.calls.listed = choose(option, value, CallsListed::WORDS)?,
        "stranger" => options.calls.stranger = choose(option, value, SWITCH)?,
        "call-times" => options.calls.times = choose(option, value, CallTimes::WORDS)?,
        "ring-words" => options.calls.ring_words = choose(option, value, RingWords::WORDS)?,
        "talk" => options.talk = choose(option, value, TalkLength::WORDS)?,
        "push" => options.pushes.sent = choose(option, value, SWITCH)?,
        "push-delay" => options.pushes.delay = duration(option, value)?,
        "push-twice" => options.pushes.twice = choose(option, value, SWITCH)?,
        "push-order" => options.pushes.order = choose(option, value, PushOrder::WORDS)?,
        _ => return set_pace(options, option, value),
    }
    Ok(())
}

fn set_pace(options: &mut SandboxOptions, option: &str, value: &str) -> Result<(), OptionProblem> {
    match option {
        "latency" => options.latency = duration(option, value)?,
        "slow" => options.slow = duration(option, value)?,
        "hang" => options.hang = duration(option, value)?,
        "rate-limited-times" => options.rate_limited_times = number(option, value)?,
        "retry-after" => options.retry_after = duration(option, value)?,
        "list-lag" => options.list_lag = duration(option, value)?,
        "late-list-lag" => options.late_list_lag = duration(option, value)?,
        "call-duration" => options.call_duration = duration(option, value)?,
        "redial-minute" => options.redial_minute = duration(option, value)?,
        "calls-at-once" => options.calls_at_once = number(option, value)?,
        _ => return Err(OptionProblem::UnknownOption(option.to_owned())),
    }
    Ok(())
}

const SWITCH: &[(&str, bool)] = &[("yes", true), ("no", false)];

fn choose<T: Copy>(option: &str, value: &str, words: &[(&str, T)]) -> Result<T, OptionProblem> {
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
            unknown_value(option, value, wanted)
        })
}

fn number<T: std::str::FromStr>(option: &str, value: &str) -> Result<T, OptionProblem> {
    value
        .parse()
        .map_err(|_| unknown_value(option, value, "a whole number".to_owned()))
}

fn duration(option: &str, value: &str) -> Result<Duration, OptionProblem> {
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
            option,
            value,
            "a whole number and a unit, such as 250ms, 4s or 10min".to_owned(),
        )),
    }
}

fn unknown_value(option: &str, value: &str, wanted: String) -> OptionProblem {
    OptionProblem::UnknownValue {
        option: option.to_owned(),
        value: value.to_owned(),
        wanted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_text_gives_the_defaults() {
        assert_eq!(SandboxOptions::parse(" ,\n"), Ok(SandboxOptions::default()));
    }

    #[test]
    fn options_are_read_from_pairs() {
        let options = SandboxOptions::parse("index-base=one, nothing-made=null error-text=status,latency=250ms,hang=2min,calls-at-once=7 dnc-arranged=no")
            .expect("every pair is good");
        let mut wanted = SandboxOptions {
            index_base: IndexBase::One,
            nothing_made: NothingMade::Null,
            ..SandboxOptions::default()
        };
        wanted.error_shape.text = ErrorText::Status;
        wanted.latency = Duration::from_millis(250);
        wanted.hang = Duration::from_secs(120);
        wanted.calls_at_once = 7;
        wanted.dnc_arranged = false;
        assert_eq!(options, wanted);
    }

    #[test]
    fn each_word_of_an_option_of_calls_sets_what_it_names() {
        fn read(text: &str) -> SandboxOptions {
            SandboxOptions::parse(text).expect("a pair that is good")
        }
        for (word, number) in CallNumber::WORDS {
            assert_eq!(read(&format!("call-number={word}")).calls.number, *number);
        }
        for (word, comments) in CallComments::WORDS {
            let told = read(&format!("call-comments={word}")).calls.comments;
            assert_eq!(told, *comments);
        }
        for (word, order) in CallOrder::WORDS {
            assert_eq!(read(&format!("call-order={word}")).calls.order, *order);
        }
        for (word, listed) in CallsListed::WORDS {
            assert_eq!(read(&format!("calls-listed={word}")).calls.listed, *listed);
        }
        for (word, times) in CallTimes::WORDS {
            assert_eq!(read(&format!("call-times={word}")).calls.times, *times);
        }
        for (word, words) in RingWords::WORDS {
            assert_eq!(read(&format!("ring-words={word}")).calls.ring_words, *words);
        }
        for (word, talk) in TalkLength::WORDS {
            assert_eq!(read(&format!("talk={word}")).talk, *talk);
        }
        for (word, order) in PushOrder::WORDS {
            assert_eq!(read(&format!("push-order={word}")).pushes.order, *order);
        }
        let all = read("stranger=yes,push=yes,push-delay=90s,push-twice=yes");
        let wanted = PushOptions {
            sent: true,
            delay: Duration::from_secs(90),
            twice: true,
            ..PushOptions::default()
        };
        assert_eq!((all.calls.stranger, all.pushes), (true, wanted));
    }

    #[test]
    fn every_problem_of_a_text_is_reported() {
        let problems =
            SandboxOptions::parse("index-base=two,latency,colour=red,hang=5,calls-at-once=-1")
                .expect_err("all are bad");
        assert_eq!(problems.0.len(), 5);
        assert_eq!(
            problems.0[0].to_string(),
            "the option “index-base” cannot be “two”; use zero or one"
        );
        assert_eq!(problems.0[1], OptionProblem::NotAPair("latency".into()));
        assert_eq!(problems.0[2], OptionProblem::UnknownOption("colour".into()));
    }

    #[test]
    fn the_readme_lists_every_option() {
        let readme = include_str!("../README.md");
        let source = include_str!("option_parser.rs");
        let names = source
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\" => "))
            .filter(|(_, what)| *what == "{" || what.starts_with("options."));
        let mut seen = 0;
        for (option, _) in names {
            assert!(
                readme.contains(&format!("`{option}`")),
                "the README does not list the option {option}"
            );
            seen += 1;
        }
        assert_eq!(seen, 39);
    }
}
