//! A part of a whole, as people read it.

use serde::{Deserialize, Serialize};

use crate::numbers::format_number;

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

    /// The rate as people read it: `51.1 %`. What rounding would make none or all of them is told apart (`under 0.1 %`, `over 99.9 %`),
    /// and nothing of nothing is a dash.
    pub fn text(self) -> String {
        match self.tenths() {
            None => "–".to_owned(),
            Some(0) if self.part > 0 => "under 0.1 %".to_owned(),
            Some(1_000) if self.part < self.base => "over 99.9 %".to_owned(),
            Some(tenths) => {
                let whole = u64::try_from(tenths / 10).unwrap_or(u64::MAX);
                format!("{}.{} %", format_number(whole), tenths % 10)
            }
        }
    }

    /// The part with its rate and what it is of: `4,812 (51.1 % of dialled)`; the part alone where that is nothing.
    pub fn with_base(self, base: &str) -> String {
        let part = format_number(self.part);
        if self.base == 0 {
            return part;
        }
        format!("{part} ({} of {base})", self.text())
    }
}

#[cfg(test)]
mod tests;
