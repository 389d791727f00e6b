//! The forms of what is erased on request. No `Debug`: they hold a number.

use backend::erasures::Held;
use serde::Deserialize;

/// The form that looks up what is held of a number.
#[derive(Clone, Default, Deserialize)]
pub struct FindErasureForm {
    /// As typed.
    #[serde(default)]
    pub number: String,
}

/// The form that erases it.
#[derive(Clone, Default, Deserialize)]
pub struct EraseForm {
    /// As typed before.
    #[serde(default)]
    pub number: String,
    /// Whether it stays on the company's do-not-call list.
    #[serde(default)]
    pub keep_on_list: bool,
}

/// What is held of the number that was typed, as the answer shows it.
#[derive(Clone)]
pub struct HeldNumber {
    /// As typed.
    pub number: String,
    /// What is held of it.
    pub held: Held,
}
