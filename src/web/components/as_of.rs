//! As of when results are, and how it goes on.

use leads::views::AsOf;
use leptos::prelude::*;

use crate::web::language::t;
use crate::web::messages::as_of as words;

/// The line above results; `id` is that of its element.
pub fn as_of(of: &AsOf, id: &'static str) -> AnyView {
    let class = match (of.failures > 0, &of.next) {
        (true, Some(_)) => "as-of warn",
        (false, Some(_)) => "as-of good",
        (_, None) => "as-of",
    };
    view! { <p class=class id=id>{in_words(of)}</p> }.into_any()
}

/// `As of 14:32:10 · AIRudder is asked again at 14:32:40 · 94 calls are not finished yet · expected to end about 15:10`.
fn in_words(of: &AsOf) -> String {
    let Some(told) = &of.told else {
        return before_the_first_answer(of);
    };
    let goes_on = match (&of.next, of.failures) {
        (Some(next), 0) => words::asked_again(next.clone()),
        (Some(next), _) => words::no_answer(next.clone()),
        (None, _) => words::not_asked(),
    };
    let open = (of.open > 0).then(|| words::open(of.open));
    let end = of.expected_end.as_ref();
    let end = end.map(|end| words::expected_end(end.message()));
    let parts = [Some(words::as_of(told.clone())), Some(goes_on), open, end];
    let parts: Vec<String> = parts.into_iter().flatten().map(t).collect();
    parts.join(" · ")
}

fn before_the_first_answer(of: &AsOf) -> String {
    t(match (&of.next, of.failures) {
        (Some(next), 0) => words::none_yet(next.clone()),
        (Some(next), _) => words::none_yet_no_answer(next.clone()),
        (None, _) => words::none(),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;
    use leads::views::{Moment, Shown};
    use localization::Message;

    use super::*;

    fn asked() -> AsOf {
        AsOf {
            told: Some(Message::verbatim("14:32:10")),
            told_in_full: None,
            next: Some(Message::verbatim("14:32:40")),
            seconds_left: 30,
            failures: 0,
            open: 94,
            expected_end: Some(Moment {
                iso: "2026-11-27T21:10:00Z".to_owned(),
                at: datetime(2026, 11, 27, 15, 10, 0, 0),
                shown: Shown::Time,
            }),
        }
    }

    #[test]
    fn the_line_says_as_of_when_what_is_open_and_how_it_goes_on() {
        assert_eq!(
            in_words(&asked()),
            "As of 14:32:10 · AIRudder is asked again at 14:32:40 · 94 calls are not finished yet · expected to end about 15:10"
        );
        let one = AsOf {
            open: 1,
            failures: 2,
            expected_end: None,
            ..asked()
        };
        assert_eq!(
            in_words(&one),
            "As of 14:32:10 · AIRudder did not answer; asked again at 14:32:40 · 1 call is not finished yet"
        );
    }

    #[test]
    fn what_is_not_asked_any_more_says_so() {
        let over = AsOf {
            next: None,
            open: 0,
            expected_end: None,
            ..asked()
        };
        assert_eq!(
            in_words(&over),
            "As of 14:32:10 · AIRudder is not asked any more"
        );
    }

    #[test]
    fn before_the_first_answer_nothing_is_claimed() {
        let first = AsOf {
            told: None,
            ..asked()
        };
        assert_eq!(
            in_words(&first),
            "AIRudder has not reported all calls yet. It is asked at 14:32:40."
        );
        let failed = AsOf {
            failures: 1,
            ..first.clone()
        };
        assert!(in_words(&failed).contains("It is asked again at 14:32:40"));
        let never = AsOf {
            next: None,
            ..first
        };
        assert!(in_words(&never).ends_with("not asked any more by itself."));
    }
}
