//! Leads that AIRudder refuses without naming them, and the search for them.

use leads::states::SearchEnd;
use leads::views::{CheckView, DraftView, SearchView};
use leptos::prelude::*;

use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::post_button::PostButton;
use crate::web::components::under_way::UnderWay;
use crate::web::pages::draft::of_whole_list;
use crate::web::paths;

/// How far the search has come, for the page `here`.
pub fn searching(id: &str, search: &SearchView, here: String) -> AnyView {
    let about = count_with_noun(search.about, "check", "checks");
    view! {
        <UnderWay
            heading="Looking for refused leads"
            done=search.asked
            total=search.about
            participle="made"
            noun="checks"
            reassurance=format!("It takes about {about} of halves of the list. This calls nobody. You can leave this page.")
            url=paths::check_progress(id)
            here=here
        />
    }
    .into_any()
}

/// How many AIRudder does not name, and how they are found, or why not; nothing where all are named.
pub fn unnamed(draft: &DraftView, check: &CheckView) -> AnyView {
    if check.unnamed == 0 {
        return ().into_any();
    }
    let how_ended = check.search.and_then(|search| how_ended(check, search));
    let find = (check.finding_takes > 0).then(|| {
        let takes = count_with_noun(check.finding_takes, "check", "checks");
        let hidden = of_whole_list(draft);
        let text = if check.unnamed == 1 { "Find it" } else { "Find them" };
        view! {
            <p>{not_named(check)}</p>
            <div class="row">
                <PostButton action=paths::find_refused() hidden=hidden text=text class="primary" />
                <span class="small muted">{format!("Checks halves of the list: about {takes}. Calls nobody.")}</span>
            </div>
        }
    });
    view! { {how_ended.map(|text| view! { <p>{text}</p> })} {find} }.into_any()
}

fn not_named(check: &CheckView) -> String {
    let more = if check.refused > 0 { " more" } else { "" };
    match check.unnamed {
        1 => format!("AIRudder refuses one{more} lead and does not say which."),
        unnamed => format!(
            "AIRudder gives {}{more} reasons and does not say for which leads.",
            format_number(unnamed)
        ),
    }
}

fn how_ended(check: &CheckView, search: SearchView) -> Option<String> {
    let found = match search.found {
        0 => String::new(),
        found => format!("{} found. ", count_with_noun(found, "lead", "leads")),
    };
    let checks = count_with_noun(search.asked, "check", "checks");
    let rest = match search.end {
        Some(SearchEnd::OfTheWhole) => {
            "AIRudder accepts each part of the list alone, so no single lead is the reason."
                .to_owned()
        }
        Some(SearchEnd::TooMany) => format!(
            "{} not found in {checks}. Fix the leads that were found, then check again.",
            count_with_noun(check.unnamed, "refusal was", "refusals were")
        ),
        Some(SearchEnd::NoAnswer) | None => {
            "The search did not finish, since AIRudder gave no clear answer.".to_owned()
        }
        Some(SearchEnd::Found) => return None,
    };
    Some(format!("{found}{rest}"))
}
