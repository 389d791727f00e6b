//! Which of many leads a page shows.

/// The most leads on a page.
pub const LEADS_ON_A_PAGE: u32 = 100;

/// Which of the leads that were asked for a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageOfLeads {
    /// The place of the first, from 1; 0 where none is shown.
    pub first: u32,
    /// The place of the last.
    pub last: u32,
    /// How many were asked for.
    pub matched: u32,
    /// Where the page before begins ([`LeadQuery::from`](super::LeadQuery::from)); of a page beyond the end, the last one.
    pub previous: Option<u32>,
    /// Where the next page begins.
    pub next: Option<u32>,
}

impl PageOfLeads {
    /// The page that begins behind `from` leads and shows so many, of all that match.
    pub const fn of(from: u32, shown: u32, matched: u32) -> PageOfLeads {
        let last = from.saturating_add(shown);
        PageOfLeads {
            first: if shown == 0 {
                0
            } else {
                from.saturating_add(1)
            },
            last,
            matched,
            previous: if shown == 0 && matched > 0 && from >= matched {
                Some((matched - 1) / LEADS_ON_A_PAGE * LEADS_ON_A_PAGE)
            } else if from > 0 {
                Some(from.saturating_sub(LEADS_ON_A_PAGE))
            } else {
                None
            },
            next: if shown > 0 && last < matched {
                Some(last)
            } else {
                None
            },
        }
    }

    /// Where the last page begins, if this one is beyond the end.
    pub const fn last_page(&self) -> Option<u32> {
        if self.first == 0 && self.matched > 0 {
            self.previous
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_where_it_stands_and_what_is_beside_it() {
        let page = |from, shown, matched| {
            let page = PageOfLeads::of(from, shown, matched);
            (page.first, page.last, page.previous, page.next)
        };
        assert_eq!(page(0, 100, 300), (1, 100, None, Some(100)));
        assert_eq!(page(100, 100, 300), (101, 200, Some(0), Some(200)));
        assert_eq!(page(200, 100, 300), (201, 300, Some(100), None));
        // An address from before, whose pages had fifty leads.
        assert_eq!(page(51, 100, 300), (52, 151, Some(0), Some(151)));
        assert_eq!(page(0, 0, 0), (0, 0, None, None));
        // Somebody else has fixed what was on the page meanwhile.
        assert_eq!(page(100, 0, 40), (0, 100, Some(0), None));
        assert_eq!(page(900, 0, 300), (0, 900, Some(200), None));
        assert_eq!(page(900, 0, 301), (0, 900, Some(300), None));
        assert_eq!(PageOfLeads::of(900, 0, 301).last_page(), Some(300));
        assert_eq!(PageOfLeads::of(200, 100, 300).last_page(), None);
        assert_eq!(PageOfLeads::of(0, 0, 0).last_page(), None);
    }
}
