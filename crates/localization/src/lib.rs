//! The languages of Coxswain, and messages that can be written in each.
//!
//! A message is made where something is to be told, and becomes a text where it is known who reads it. The texts stand in catalogues of
//! [Fluent](https://projectfluent.org), one for each language, and the terms of the trade in a glossary that all catalogues share.

mod argument;
mod catalogue;
mod collation;
mod days;
mod language;
mod message;
mod number;

pub use argument::{Argument, Number};
pub use catalogue::Catalogue;
pub use collation::sort_by_name;
pub use days::DayStyle;
pub use language::Language;
pub use message::{Message, Part};
pub use number::write_number;
