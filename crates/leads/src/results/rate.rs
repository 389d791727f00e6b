//! A part of a whole, as people read it.

use localization::{Argument, Message, Number};
use serde::{Deserialize, Serialize};

use crate::messages::rates;

/// A part of a whole. A part of a rate can be more than its base where the two are counted apart: nothing forbids that interested people
/// do not count as reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rate {
    /// How many of them.
    pub part: u64,
    /// Of how many.
    pub base: u64,
}

impl Rate {
    /// The rate in tenths of a per cent, rounded half up; `None` of nothing.
    fn tenths(self) -> Option<u128> {
        let (part, base) = (u128::from(self.part), u128::from(self.base));
        (base > 0).then(|| (part * 2_000 + base) / (base * 2))
    }

    /// The rate in per cent with one decimal, rounded half up; `None` of nothing.
    pub fn percent(self) -> Option<f64> {
        self.tenths().map(|tenths| tenths as f64 / 10.0)
    }

    /// The rate as people read it: `51.1%`. What rounding would make none or all of them is told apart (`under 0.1%`, `over 99.9%`),
    /// and nothing of nothing is a dash.
    pub fn message(self) -> Message {
        let percent = |percent: f64| Number::decimal(percent, 1);
        match self.tenths() {
            None => Message::verbatim("–"),
            Some(0) if self.part > 0 => rates::under_percent(percent(0.1)),
            Some(1_000) if self.part < self.base => rates::over_percent(percent(99.9)),
            Some(tenths) => rates::percent(percent(tenths as f64 / 10.0)),
        }
    }

    /// The part with its rate and what it is of: `4,812 (51.1% of dialled)`; the part alone where that is nothing.
    pub fn with_base(self, base: impl Into<Argument>) -> Message {
        if self.base == 0 {
            return rates::part(self.part);
        }
        rates::with_base(base, self.part, self.message())
    }
}

#[cfg(test)]
mod tests;
