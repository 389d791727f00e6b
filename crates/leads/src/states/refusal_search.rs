//! Which leads a check refuses without naming them: found by asking about halves.
//!
//! The provider lists one entry for each rule that a lead breaks, so an answer about a part tells how many refusals are in it, also
//! where it does not tell whose they are. What is not in one half is in the other, which is not asked about by itself. A single lead
//! is only called refused once it was asked about alone: a refusal that no part shows is of the list as a whole.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Checks of one search at the most: enough for four refusals in 10,000 leads.
pub const MAX_SEARCH_CHECKS: u32 = 64;

/// How a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SearchEnd {
    /// Every refusal has its lead.
    Found,
    /// A refusal shows in no part of the list: it is of the whole.
    OfTheWhole,
    /// It took too many checks.
    TooMany,
    /// The provider gave no usable answer.
    NoAnswer,
}

/// Leads that stand together and have refusals among them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Run {
    /// Places in the batch, from 0; the end is behind the last.
    first: u32,
    end: u32,
    refusals: u32,
}

/// How far the search in a batch has come. It is stored after every check, so that another process can go on with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalSearch {
    open: Vec<Run>,
    /// Checks made.
    pub asked: u32,
    /// How many it takes, roughly.
    pub about: u32,
    /// Leads found.
    pub found: u32,
    /// Refusals that no part has shown.
    of_the_whole: u32,
    /// How it ended; `None` while it goes on.
    pub end: Option<SearchEnd>,
}

impl RefusalSearch {
    /// The search for so many refusals in a batch of so many leads.
    pub fn new(leads: u32, refusals: u32) -> RefusalSearch {
        let halvings = leads.max(1).next_power_of_two().ilog2();
        let refusals = refusals.max(1);
        RefusalSearch {
            open: vec![Run {
                first: 0,
                end: leads.max(1),
                refusals,
            }],
            asked: 0,
            about: halvings
                .saturating_mul(refusals)
                .saturating_add(1)
                .min(MAX_SEARCH_CHECKS),
            found: 0,
            of_the_whole: 0,
            end: None,
        }
    }

    /// The places of the leads that the next check is about; `None` once the search has ended.
    pub fn next_part(&self) -> Option<Range<usize>> {
        let run = self.open.last().filter(|_| self.end.is_none())?;
        let end = match run.end - run.first {
            1 => run.end,
            leads => run.first + leads / 2,
        };
        Some(run.first as usize..end as usize)
    }

    /// Takes the answer about [`next_part`](RefusalSearch::next_part): how many refusals are among those leads. The place of the lead that is
    /// refused, where that is clear now.
    pub fn answered(&mut self, refusals: u32) -> Option<usize> {
        let asked = self.next_part()?;
        let run = self.open.pop()?;
        self.asked += 1;
        let is_alone = asked.len() == 1;
        let rest = Run {
            first: u32::try_from(asked.end).unwrap_or(run.end),
            refusals: run.refusals.saturating_sub(refusals),
            ..run.clone()
        };
        if rest.first == rest.end {
            self.of_the_whole += rest.refusals;
        } else if rest.refusals > 0 {
            self.open.push(rest.clone());
        }
        if refusals > 0 && !is_alone {
            self.open.push(Run {
                first: run.first,
                end: rest.first,
                refusals,
            });
        }
        let found = (refusals > 0 && is_alone).then_some(asked.start);
        self.found += u32::from(found.is_some());
        self.end = if self.open.is_empty() {
            Some(match self.of_the_whole {
                0 => SearchEnd::Found,
                _ => SearchEnd::OfTheWhole,
            })
        } else {
            (self.asked >= MAX_SEARCH_CHECKS).then_some(SearchEnd::TooMany)
        };
        found
    }

    /// Ends the search, since the provider does not answer.
    pub fn give_up(&mut self) {
        self.end.get_or_insert(SearchEnd::NoAnswer);
    }

    /// Refusals whose leads are not known.
    pub fn missing(&self) -> u32 {
        let open: u32 = self.open.iter().map(|run| run.refusals).sum();
        open + self.of_the_whole
    }

    /// The same, to go on where it was given up.
    pub fn resumed(self) -> RefusalSearch {
        RefusalSearch {
            end: self.end.filter(|end| *end != SearchEnd::NoAnswer),
            ..self
        }
    }

    /// Whether somebody may have it go on: it has not ended as it can.
    pub fn may_go_on(&self) -> bool {
        matches!(self.end, None | Some(SearchEnd::NoAnswer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Searches in so many leads, of which those are refused, each with so many entries: what was found, and how.
    fn search(leads: u32, refused: &[(usize, u32)]) -> (Vec<usize>, RefusalSearch) {
        let total = refused.iter().map(|(_, entries)| entries).sum();
        let mut search = RefusalSearch::new(leads, total);
        let mut found = Vec::new();
        while let Some(asked) = search.next_part() {
            assert!(!asked.is_empty() && asked.end <= leads as usize);
            let among = refused.iter().filter(|(place, _)| asked.contains(place));
            found.extend(search.answered(among.map(|(_, entries)| entries).sum()));
        }
        found.sort_unstable();
        (found, search)
    }

    #[test]
    fn one_refused_lead_is_found_wherever_it_is() {
        for leads in 1..40 {
            for place in 0..leads as usize {
                let (found, search) = search(leads, &[(place, 1)]);
                assert_eq!((found, search.end), (vec![place], Some(SearchEnd::Found)));
                assert!(search.asked <= search.about, "{leads} {place}: {search:?}");
                assert_eq!(search.missing(), 0);
            }
        }
        assert_eq!(RefusalSearch::new(9, 1).about, 5);
        assert_eq!(search(10_000, &[(9_999, 1)]).1.asked, 15);
    }

    #[test]
    fn several_refused_leads_are_all_found_also_one_that_breaks_two_rules() {
        for one in 0..9 {
            for other in (0..9).filter(|other| *other > one) {
                let (found, search) = search(9, &[(one, 2), (other, 1)]);
                assert_eq!(found, [one, other], "{search:?}");
                assert_eq!((search.end, search.found), (Some(SearchEnd::Found), 2));
            }
        }
    }

    #[test]
    fn what_no_part_shows_is_of_the_whole() {
        for leads in 1..20 {
            let mut search = RefusalSearch::new(leads, 1);
            while search.next_part().is_some() {
                assert_eq!(search.answered(0), None);
            }
            assert_eq!(search.end, Some(SearchEnd::OfTheWhole));
            assert!(search.missing() == 1 && !search.may_go_on());
            assert!(search.asked <= search.about);
        }
    }

    #[test]
    fn a_search_that_takes_too_many_checks_ends_and_says_how_many_are_missing() {
        let refused: Vec<(usize, u32)> = (0..50).map(|place| (place * 200, 1)).collect();
        let (found, search) = search(10_000, &refused);
        assert_eq!(search.end, Some(SearchEnd::TooMany));
        assert_eq!(search.asked, MAX_SEARCH_CHECKS);
        assert_eq!(search.missing() as usize, 50 - found.len());
        assert!(!found.is_empty());
    }

    #[test]
    fn a_search_without_an_answer_goes_on_where_it_was() {
        let mut search = RefusalSearch::new(9, 1);
        search.answered(1);
        search.give_up();
        assert!(search.next_part().is_none() && search.may_go_on());
        assert_eq!(search.answered(1), None);
        let resumed = search.resumed();
        assert_eq!((resumed.asked, resumed.next_part()), (1, Some(0..2)));
    }
}
