//! Numbers as people read them.

use localization::{Number, write_number};

use crate::web::language::{language, t};
use crate::web::messages::components;

/// The number as the reader's language writes it: `2,310`, `2.310`. Within a sentence it is a variable of its message.
pub fn number(number: impl Into<Number>) -> String {
    write_number(number.into(), language())
}

/// A count that was not counted to its end where there is more than `most`: `10,000+`.
pub fn capped(count: u32, most: u32) -> String {
    if count > most {
        t(components::more_than(most))
    } else {
        number(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_is_counted_is_told_by_a_plus() {
        assert_eq!(capped(0, 10_000), "0");
        assert_eq!(capped(10_000, 10_000), "10,000");
        assert_eq!(capped(10_001, 10_000), "10,000+");
    }
}
