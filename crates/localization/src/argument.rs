//! What stands in a message.

use crate::message::Message;

/// What a variable of a message stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A text that is the same in every language: a name, a phone number, a word of the provider.
    Text(String),
    /// A number, written as the reader's language does.
    Number(Number),
    /// Another message, in the reader's language.
    Message(Box<Message>),
}

/// A number in a message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    pub(crate) value: f64,
    pub(crate) fraction_digits: usize,
}

impl Number {
    /// A number with so many digits behind the point.
    pub const fn decimal(value: f64, fraction_digits: usize) -> Number {
        Number {
            value,
            fraction_digits,
        }
    }
}

/// Counts of this program are far below 2⁵³, up to which each is exact.
macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Number {
            #[allow(clippy::cast_precision_loss, clippy::cast_lossless)]
            fn from(value: $integer) -> Number {
                Number::decimal(value as f64, 0)
            }
        }
    )*};
}
from_integers!(u8 u16 u32 u64 usize i16 i32 i64);

impl From<Number> for Argument {
    fn from(number: Number) -> Argument {
        Argument::Number(number)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Argument {
        Argument::Message(Box::new(message))
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Argument {
        Argument::Text(text)
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Argument {
        Argument::Text(text.clone())
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Argument {
        Argument::Text(text.to_owned())
    }
}

impl From<char> for Argument {
    fn from(letter: char) -> Argument {
        Argument::Text(letter.to_string())
    }
}
