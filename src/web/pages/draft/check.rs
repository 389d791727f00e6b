//! The check: how far it has come, and what AIRudder said.

use leads::states::{CheckState, SearchEnd, Tone};
use leads::views::{CheckView, DraftView, LeadFilter, LeadQuery};
use leptos::prelude::*;

use crate::web::components::moment::{GoodUntil, Time};
use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::post_button::PostButton;
use crate::web::components::under_way::UnderWay;
use crate::web::pages::draft::{back_to_top, unnamed};
use crate::web::paths;

/// The `id` of what the check says.
pub const ID: &str = "check";

/// What is said of a check that does not hold any more, where nothing else is.
const CHECK_AGAIN: &str = "The draft changed after the check. Check again.";

/// What the last check has to say; nothing before the first one.
pub fn check(draft: &DraftView) -> AnyView {
    view! { <div class="if-any" id=ID>{last(draft)}</div> }.into_any()
}

fn last(draft: &DraftView) -> AnyView {
    let Some(check) = &draft.check else {
        return ().into_any();
    };
    match check.state {
        CheckState::Running => under_way(&draft.id, Some(check), back_to_top(draft)),
        CheckState::Failed => failed(check),
        CheckState::Done if !check.current => view! {
            <NoticeBox
                tone=Tone::Warn
                text=draft.submit_blocker.clone().unwrap_or_else(|| CHECK_AGAIN.to_owned())
            />
        }
        .into_any(),
        CheckState::Done => done(draft, check),
    }
}

/// Whether AIRudder refuses what it does not name: until that is settled nobody is called, however many leads are ready.
pub fn refuses_all(draft: &DraftView) -> bool {
    let check = draft.check.as_ref();
    check.is_some_and(|check| {
        check.state == CheckState::Done && check.current && !check.words.is_empty()
    })
}

/// How far the check of that draft has come, or the search for what it does not name, for the page `here`.
pub fn under_way(draft: &str, check: Option<&CheckView>, here: String) -> AnyView {
    if let Some(search) = check.and_then(|check| check.search.as_ref()) {
        return unnamed::searching(draft, search, here);
    }
    let (done, total) = check.map_or((0, 0), |check| (check.done, check.total));
    let hidden = vec![("draft", draft.to_owned()), ("back", here.clone())];
    view! {
        <UnderWay
            heading="Checking with AIRudder"
            done=done
            total=total
            participle="checked"
            reassurance="This calls nobody. You can leave this page."
            url=paths::check_progress(draft)
            here=here
        >
            <PostButton action=paths::cancel_check() hidden=hidden text="Cancel the check" />
        </UnderWay>
    }
    .into_any()
}

fn failed(check: &CheckView) -> AnyView {
    view! {
        <div class="notice bad" role="status">
            <strong aria-hidden="true">"!"</strong>
            <div>
                <p>
                    <strong>"The check did not finish."</strong>
                    " Nobody is called. Check again in a minute."
                </p>
                {words(&check.words)}
            </div>
        </div>
    }
    .into_any()
}

fn done(draft: &DraftView, check: &CheckView) -> AnyView {
    let good_until = check.good_until.clone();
    let good_until =
        good_until.map(|moment| view! { ", " <GoodUntil moment=moment left=check.seconds_left /> });
    let ended = check
        .ended
        .clone()
        .map(|moment| view! { " Checked " <Time moment=moment /> {good_until} "." });
    if check.refused == 0 && check.words.is_empty() {
        let all = count_with_noun(check.total, "lead", "leads");
        return view! {
            <div class="notice good" role="status">
                <strong aria-hidden="true">"✓"</strong>
                <p><strong>{format!("AIRudder accepts all {all}.")}</strong>{ended}</p>
            </div>
        }
        .into_any();
    }
    let (heading, way_out) = refusal(check);
    let leads = (check.refused > 0).then(|| {
        let query = LeadQuery {
            show: LeadFilter::Refused,
            ..LeadQuery::default()
        };
        let href = paths::draft_leads(&draft.id, &query);
        let text = count_with_noun(check.refused, "refused lead", "refused leads");
        view! { <a class="button" href=href>{format!("Show {text}")}</a> }
    });
    view! {
        <section class="notice bad refused" aria-labelledby="refused-title">
            <strong aria-hidden="true">"!"</strong>
            <div>
                <h2 id="refused-title">{heading}</h2>
                <p>{way_out}{ended}</p>
                {words(&check.words)}
                {unnamed::unnamed(draft, check)}
            </div>
            {leads}
        </section>
    }
    .into_any()
}

/// What was refused, and the way out. Words of the whole task stand in the way whatever becomes of single leads.
fn refusal(check: &CheckView) -> (String, &'static str) {
    let leads = format!(
        "AIRudder refused {} of {}",
        format_number(check.refused),
        count_with_noun(check.total, "lead", "leads")
    );
    match (check.words.is_empty(), check.refused) {
        (true, 1) => (leads, "Fix it, or submit without it."),
        (true, _) => (leads, "Fix them, or submit without them."),
        (false, 0) if is_of_the_whole(check) => (
            "AIRudder refuses the list as a whole".to_owned(),
            "Read what it says, change the settings or the list, then check again.",
        ),
        (false, 0) if check.unnamed == 1 => (
            "AIRudder refuses a lead that it does not name".to_owned(),
            "Nobody is called until it is found, and fixed or left out.",
        ),
        (false, 0) if check.unnamed > 1 => (
            "AIRudder refuses leads that it does not name".to_owned(),
            "Nobody is called until they are found, and fixed or left out.",
        ),
        (false, 0) => (
            "AIRudder would refuse this task".to_owned(),
            "Fix what AIRudder names, then check again.",
        ),
        (false, _) => (leads, "Fix what AIRudder names, then check again."),
    }
}

fn is_of_the_whole(check: &CheckView) -> bool {
    let end = check.search.as_ref().and_then(|search| search.end);
    end == Some(SearchEnd::OfTheWhole)
}

/// What AIRudder said of the whole task, or of leads that could not be told.
fn words(words: &[String]) -> AnyView {
    if words.is_empty() {
        return ().into_any();
    }
    let lines = words
        .iter()
        .map(|line| view! { <li>{line.clone()}</li> })
        .collect_view();
    view! { <ul class="words">{lines}</ul> }.into_any()
}
