//! The digits of a number.

use arrayvec::ArrayString;

/// Up to 32 ASCII digits, held in place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::validate) struct Digits(ArrayString<{ Digits::MOST }>);

impl Digits {
    const MOST: usize = 32;

    pub(super) const NONE: Digits = Digits(ArrayString::new_const());

    /// `None` where there are more than fit. The text must be ASCII digits.
    pub(super) fn of(text: &str) -> Option<Digits> {
        ArrayString::from(text).ok().map(Digits)
    }

    pub(in crate::validate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(in crate::validate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Whether there was room for it.
    pub(super) fn push(&mut self, digit: u8) -> bool {
        self.0.try_push(char::from(digit)).is_ok()
    }

    pub(super) fn length(&self) -> u32 {
        self.0.len() as u32
    }

    pub(in crate::validate) fn without_first(self, count: usize) -> Digits {
        let mut rest = Digits::NONE;
        rest.0.push_str(self.0.get(count..).unwrap_or_default());
        rest
    }

    /// The first of them, that many at most.
    pub(in crate::validate) fn first(mut self, count: u32) -> Digits {
        let count = self.0.len().min(count as usize);
        self.0.truncate(count);
        self
    }
}

impl std::fmt::Debug for Digits {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), formatter)
    }
}
