//! The digits of a number.

/// Up to 32 ASCII digits, held in place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::judge) struct Digits {
    bytes: [u8; Digits::MOST],
    length: u8,
}

impl Digits {
    const MOST: usize = 32;

    pub(super) const NONE: Digits = Digits {
        bytes: [0; Digits::MOST],
        length: 0,
    };

    pub(in crate::judge) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).expect("ASCII digits")
    }

    pub(in crate::judge) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }

    /// Whether there was room for it.
    pub(super) fn push(&mut self, digit: u8) -> bool {
        let place = self.bytes.get_mut(usize::from(self.length));
        let is_room = place.is_some();
        if let Some(place) = place {
            *place = digit;
            self.length += 1;
        }
        is_room
    }

    pub(super) fn length(&self) -> u32 {
        u32::from(self.length)
    }

    pub(in crate::judge) fn without_first(self, count: usize) -> Digits {
        let mut rest = Digits::NONE;
        for digit in self.as_bytes().iter().skip(count) {
            rest.push(*digit);
        }
        rest
    }

    /// The first of them, that many at most.
    pub(in crate::judge) fn first(mut self, count: u32) -> Digits {
        self.length = self.length.min(u8::try_from(count).unwrap_or(u8::MAX));
        self
    }
}

impl std::fmt::Debug for Digits {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.as_str(), formatter)
    }
}
