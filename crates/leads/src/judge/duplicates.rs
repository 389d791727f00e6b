//! Leads with the same number.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::mobile::Mobile;

/// The numbers seen so far, and the row where each stood first.
///
/// Ask only for leads without errors, in the order of the file: a lead that is not sent must not hide one that is.
#[derive(Clone, Debug, Default)]
pub struct Seen(HashMap<u64, u32>);

impl Seen {
    /// The row where the number stood first; `None` when this is the first time, which is then remembered.
    pub fn first_row(&mut self, mobile: &Mobile, row: u32) -> Option<u32> {
        match self.0.entry(mobile.number()) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(place) => {
                place.insert(row);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_later_row_names_the_first_one() {
        let mobile = |text| Mobile::from_e164(text).expect("E.164");
        let mut seen = Seen::default();
        assert_eq!(seen.first_row(&mobile("+62812335088"), 2), None);
        assert_eq!(seen.first_row(&mobile("+62812335089"), 3), None);
        assert_eq!(seen.first_row(&mobile("+62812335088"), 4), Some(2));
        assert_eq!(seen.first_row(&mobile("+62812335088"), 5), Some(2));
    }
}
