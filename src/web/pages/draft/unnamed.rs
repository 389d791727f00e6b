//! Leads that AIRudder refuses without naming them, and the search for them.

use leads::states::SearchEnd;
use leads::views::{CheckView, DraftView, SearchView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::post_button::PostButton;
use crate::web::components::under_way::UnderWay;
use crate::web::language::t;
use crate::web::messages::{components, draft as texts};
use crate::web::pages::draft::of_whole_list;
use crate::web::paths;

/// How far the search has come, for the page `here`.
pub fn searching(id: &str, search: &SearchView, here: String) -> AnyView {
    view! {
        <UnderWay
            heading=t(texts::looking_for_refused())
            done=search.asked
            total=search.about
            words=components::checks_made
            reassurance=t(texts::search_takes(search.about))
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
        let hidden = of_whole_list(draft);
        let text = match check.unnamed {
            1 => texts::find_it(),
            _ => texts::find_them(),
        };
        let not_named = match check.refused {
            0 => texts::unnamed(check.unnamed),
            _ => texts::more_unnamed(check.unnamed),
        };
        view! {
            <p>{t(not_named)}</p>
            <div class="row">
                <PostButton action=paths::find_refused() hidden=hidden text=t(text) class="primary" />
                <span class="small muted">{t(texts::finding_takes(check.finding_takes))}</span>
            </div>
        }
    });
    view! { {how_ended.map(|told| view! { <p>{t(told)}</p> })} {find} }.into_any()
}

fn how_ended(check: &CheckView, search: SearchView) -> Option<Message> {
    let found = (search.found > 0).then(|| texts::found(search.found));
    let rest = match search.end {
        Some(SearchEnd::OfTheWhole) => texts::no_single_lead(),
        Some(SearchEnd::TooMany) => texts::not_found(texts::checks(search.asked), check.unnamed),
        Some(SearchEnd::NoAnswer) | None => texts::no_clear_answer(),
        Some(SearchEnd::Found) => return None,
    };
    Some(Message::sentences(found.into_iter().chain([rest])))
}
