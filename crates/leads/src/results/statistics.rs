//! How surely a rate is known, and whether two rates differ: 95% intervals.
//!
//! * One rate: the score interval without continuity correction. E. B. Wilson (1927), “Probable inference, the law of succession, and
//!   statistical inference”, Journal of the American Statistical Association 22:209–212.
//! * The difference of two independent rates: R. G. Newcombe (1998), “Interval estimation for the difference between independent
//!   proportions: comparison of eleven methods”, Statistics in Medicine 17:873–890, method 10.

use localization::{Argument, Message, Number};

use super::rate::Rate;
use crate::messages::rates;

/// Fewer calls than this tell nothing: rates of so few are not compared, and none of them is the best.
pub const TOO_FEW: u64 = 30;

/// The quantile of the normal distribution for two-sided 95%.
const Z: f64 = 1.959_963_984_540_054;

/// From where to where a value is with 95% confidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The interval of a rate, between 0 and 1; `None` without calls, or where the part is more than the whole.
pub fn wilson(rate: Rate) -> Option<Interval> {
    if rate.base == 0 || rate.part > rate.base {
        return None;
    }
    let (share, calls) = (share(rate), rate.base as f64);
    let spread = Z * (share * (1.0 - share) / calls + Z * Z / (4.0 * calls * calls)).sqrt();
    let middle = share + Z * Z / (2.0 * calls);
    let whole = 1.0 + Z * Z / calls;
    // At none and at all the ends are exact; arithmetic would miss them by its last digit.
    let low = if rate.part == 0 {
        0.0
    } else {
        (middle - spread) / whole
    };
    let high = if rate.part == rate.base {
        1.0
    } else {
        (middle + spread) / whole
    };
    Some(Interval {
        low: low.clamp(0.0, share),
        high: high.clamp(share, 1.0),
    })
}

/// By how much one rate differs from another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The first rate less the second, between −1 and 1.
    pub estimate: f64,
    /// Its interval, between −1 and 1.
    pub interval: Interval,
}

/// The difference of two rates of different calls; `None` where one of them has no interval.
pub fn difference(one: Rate, other: Rate) -> Option<Difference> {
    let (first, second) = (wilson(one)?, wilson(other)?);
    let (share_one, share_other) = (share(one), share(other));
    let estimate = share_one - share_other;
    let down = (share_one - first.low).hypot(second.high - share_other);
    let up = (first.high - share_one).hypot(share_other - second.low);
    Some(Difference {
        estimate,
        interval: Interval {
            low: (estimate - down).max(-1.0),
            high: (estimate + up).min(1.0),
        },
    })
}

/// What may be said of two rates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparison {
    /// One of them has fewer than [`TOO_FEW`] calls.
    TooFew,
    /// The interval holds zero.
    NoDifference(Difference),
    /// The first rate is higher.
    Higher(Difference),
    /// The first rate is lower.
    Lower(Difference),
}

/// Compares two rates of different calls.
pub fn compare(one: Rate, other: Rate) -> Comparison {
    match difference(one, other) {
        Some(found) if one.base >= TOO_FEW && other.base >= TOO_FEW => {
            if found.interval.low > 0.0 {
                Comparison::Higher(found)
            } else if found.interval.high < 0.0 {
                Comparison::Lower(found)
            } else {
                Comparison::NoDifference(found)
            }
        }
        _ => Comparison::TooFew,
    }
}

/// Which rates are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedRate {
    /// How many of those who were dialled were reached.
    Reach,
    /// How many of those who were reached were interested.
    Interest,
}

impl Comparison {
    /// The comparison in words: `v3 reaches 4.3 points more than v2, 3.2 to 5.4`. `one` and `other` name what is compared.
    pub fn message(
        self,
        of: ComparedRate,
        one: impl Into<Argument>,
        other: impl Into<Argument>,
    ) -> Message {
        match self {
            Comparison::TooFew => rates::too_few(TOO_FEW, one, other),
            Comparison::NoDifference(found) => {
                let Interval { low, high } = found.interval;
                rates::no_difference(signed(high), signed(low), one, other)
            }
            Comparison::Higher(found) => {
                let [low, points, high] = in_points(found);
                match of {
                    ComparedRate::Reach => rates::reaches_more(high, low, one, other, points),
                    ComparedRate::Interest => rates::interests_more(high, low, one, other, points),
                }
            }
            Comparison::Lower(found) => {
                let [low, points, high] = in_points(turned(found));
                match of {
                    ComparedRate::Reach => rates::reaches_less(high, low, one, other, points),
                    ComparedRate::Interest => rates::interests_less(high, low, one, other, points),
                }
            }
        }
    }
}

/// The lower end, the estimate and the upper end.
fn in_points(found: Difference) -> [Number; 3] {
    [found.interval.low, found.estimate, found.interval.high].map(points)
}

/// The same difference, seen from the other rate.
fn turned(found: Difference) -> Difference {
    Difference {
        estimate: -found.estimate,
        interval: Interval {
            low: -found.interval.high,
            high: -found.interval.low,
        },
    }
}

/// Percentage points with one decimal.
fn points(value: f64) -> Number {
    Number::decimal(value * 100.0, 1)
}

/// Percentage points with their sign, where they have one: `−0.4`, `0.0`, `+2.1`.
fn signed(value: f64) -> Message {
    let size = points(value.abs());
    match value {
        // What is written as 0.0 has no sign.
        _ if (value * 1_000.0).round() == 0.0 => rates::points(size),
        value if value < 0.0 => rates::points_less(size),
        _ => rates::points_more(size),
    }
}

fn share(rate: Rate) -> f64 {
    rate.part as f64 / rate.base as f64
}

#[cfg(test)]
mod tests;
