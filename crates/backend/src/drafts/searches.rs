//! The search for leads that a check refuses without naming them, as the review tells of it: all batches together.

use leads::states::{RefusalSearch, SearchEnd};
use leads::views::SearchView;

use crate::store::reviews::UnnamedRecord;

/// What is not named, and how far the search for it has come.
pub(super) struct Missing {
    /// Refusals that name no lead.
    pub refusals: u32,
    /// How many checks it takes to find their leads, roughly; 0 where nobody may ask for it.
    pub finding_takes: u32,
    pub search: Option<SearchView>,
}

pub(super) fn of(batches: &[UnnamedRecord]) -> Missing {
    let begun: Vec<&RefusalSearch> = batches.iter().filter_map(|it| it.search.as_ref()).collect();
    let is_open = |it: &&UnnamedRecord| {
        let search = it.search.as_ref();
        it.refusals > 0 && search.is_none_or(RefusalSearch::may_go_on)
    };
    let takes = |it: &UnnamedRecord| match &it.search {
        Some(search) => search.about.saturating_sub(search.asked).max(1),
        None => RefusalSearch::new(it.leads, it.refusals).about,
    };
    let sum = |of: fn(&RefusalSearch) -> u32| begun.iter().copied().map(of).sum::<u32>();
    Missing {
        refusals: batches.iter().map(|it| it.refusals).sum(),
        finding_takes: batches.iter().filter(is_open).map(takes).sum(),
        search: (!begun.is_empty()).then(|| SearchView {
            asked: sum(|search| search.asked),
            about: sum(|search| search.about.max(search.asked)),
            found: sum(|search| search.found),
            end: end(&begun),
        }),
    }
}

/// The end that says the most of those: `None` while one of them goes on.
fn end(searches: &[&RefusalSearch]) -> Option<SearchEnd> {
    let ends: Option<Vec<SearchEnd>> = searches.iter().map(|search| search.end).collect();
    let ends = ends?;
    let worst = [
        SearchEnd::NoAnswer,
        SearchEnd::TooMany,
        SearchEnd::OfTheWhole,
    ];
    let worst = worst.into_iter().find(|end| ends.contains(end));
    Some(worst.unwrap_or(SearchEnd::Found))
}
