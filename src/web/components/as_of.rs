//! As of when results are, and how it goes on.

use leads::views::AsOf;
use leptos::prelude::*;

use crate::web::components::numbers::count_with_noun;

/// The line above results; `id` is that of its element.
pub fn as_of(of: &AsOf, id: &'static str) -> AnyView {
    let class = match (of.failures > 0, &of.next) {
        (true, Some(_)) => "as-of warn",
        (false, Some(_)) => "as-of good",
        (_, None) => "as-of",
    };
    view! { <p class=class id=id>{in_words(of)}</p> }.into_any()
}

/// `As of 14:32:10 · AIRudder is asked again at 14:32:40 · 94 calls are not finished yet · expected to end about today 15:10`.
fn in_words(of: &AsOf) -> String {
    let Some(told) = &of.told else {
        return before_the_first_answer(of);
    };
    let goes_on = match (&of.next, of.failures) {
        (Some(next), 0) => format!("AIRudder is asked again at {next}"),
        (Some(next), _) => format!("AIRudder did not answer; asked again at {next}"),
        (None, _) => "AIRudder is not asked any more".to_owned(),
    };
    let open = (of.open > 0).then(|| {
        let calls = count_with_noun(of.open, "call is", "calls are");
        format!("{calls} not finished yet")
    });
    let end = of.expected_end.as_ref();
    let end = end.map(|end| format!("expected to end about {}", end.text));
    let parts = [Some(format!("As of {told}")), Some(goes_on), open, end];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn before_the_first_answer(of: &AsOf) -> String {
    match (&of.next, of.failures) {
        (Some(next), 0) => {
            format!("AIRudder has not reported all calls yet. It is asked at {next}.")
        }
        (Some(next), _) => format!(
            "AIRudder has not reported all calls yet: it did not answer. It is asked again at {next}."
        ),
        (None, _) => {
            "AIRudder has not reported all calls. It is not asked any more by itself.".to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use leads::views::Moment;

    use super::*;

    fn asked() -> AsOf {
        AsOf {
            told: Some("14:32:10".to_owned()),
            told_in_full: None,
            next: Some("14:32:40".to_owned()),
            seconds_left: 30,
            failures: 0,
            open: 94,
            expected_end: Some(Moment {
                iso: "2026-11-27T21:10:00Z".to_owned(),
                text: "today 15:10".to_owned(),
            }),
        }
    }

    #[test]
    fn the_line_says_as_of_when_what_is_open_and_how_it_goes_on() {
        assert_eq!(
            in_words(&asked()),
            "As of 14:32:10 · AIRudder is asked again at 14:32:40 · 94 calls are not finished yet · expected to end about today 15:10"
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
