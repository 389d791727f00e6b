//! The check: how far it has come, and what AIRudder said.

use leads::states::{CheckState, SearchEnd, Tone};
use leads::views::{CheckView, DraftView, LeadFilter, LeadQuery, Moment};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::moment::{GoodUntil, Time};
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::PostButton;
use crate::web::components::under_way::UnderWay;
use crate::web::language::{t, with_elements};
use crate::web::messages::{components, draft as texts};
use crate::web::pages::draft::{back_to_top, unnamed};
use crate::web::paths;

/// The `id` of what the check says.
pub const ID: &str = "check";

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
                text=t(draft.submit_blocker.clone().unwrap_or_else(texts::outdated_check))
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
            heading=t(texts::checking())
            done=done
            total=total
            words=components::leads_checked
            reassurance=t(texts::calls_nobody())
            url=paths::check_progress(draft)
            here=here
        >
            <PostButton action=paths::cancel_check() hidden=hidden text=t(texts::cancel_check()) />
        </UnderWay>
    }
    .into_any()
}

fn failed(check: &CheckView) -> AnyView {
    let told = with_elements(&texts::check_failed(), |_, text| {
        view! { <strong>{text}</strong> }.into_any()
    });
    view! {
        <div class="notice bad" role="status">
            <strong aria-hidden="true">"!"</strong>
            <div>
                <p>{told}</p>
                {words(&check.words)}
            </div>
        </div>
    }
    .into_any()
}

fn done(draft: &DraftView, check: &CheckView) -> AnyView {
    let ended = check.ended.as_ref().map(|moment| checked(check, moment));
    if check.refused == 0 && check.words.is_empty() {
        return view! {
            <div class="notice good" role="status">
                <strong aria-hidden="true">"✓"</strong>
                <p><strong>{t(texts::accepts_all(check.total))}</strong>{ended}</p>
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
        view! { <a class="button" href=href>{t(texts::show_refused(check.refused))}</a> }
    });
    view! {
        <section class="notice bad refused" aria-labelledby="refused-title">
            <strong aria-hidden="true">"!"</strong>
            <div>
                <h2 id="refused-title">{t(heading)}</h2>
                <p>{t(way_out)}{ended}</p>
                {words(&check.words)}
                {unnamed::unnamed(draft, check)}
            </div>
            {leads}
        </section>
    }
    .into_any()
}

/// When the check has ended, and until when it counts.
fn checked(check: &CheckView, ended: &Moment) -> AnyView {
    let good_until = check.good_until.as_ref();
    let message = match good_until {
        Some(_) => texts::checked_until(ended.message()),
        None => texts::checked(ended.message()),
    };
    let told = with_elements(&message, |name, _| match (name, good_until) {
        ("until", Some(moment)) => {
            view! { <GoodUntil moment=moment.clone() left=check.seconds_left /> }.into_any()
        }
        _ => view! { <Time moment=ended.clone() /> }.into_any(),
    });
    view! { " " {told} }.into_any()
}

/// What was refused, and the way out. Words of the whole task stand in the way whatever becomes of single leads.
fn refusal(check: &CheckView) -> (Message, Message) {
    let leads = texts::refused_of(check.refused, check.total);
    match (check.words.is_empty(), check.refused) {
        (true, 1) => (leads, texts::fix_it()),
        (true, _) => (leads, texts::fix_them()),
        (false, 0) if is_of_the_whole(check) => (
            texts::refuses_whole_list(),
            texts::change_settings_or_list(),
        ),
        (false, 0) if check.unnamed == 1 => {
            (texts::refuses_unnamed_lead(), texts::until_it_is_found())
        }
        (false, 0) if check.unnamed > 1 => (
            texts::refuses_unnamed_leads(),
            texts::until_they_are_found(),
        ),
        (false, 0) => (texts::would_refuse(), texts::fix_named()),
        (false, _) => (leads, texts::fix_named()),
    }
}

fn is_of_the_whole(check: &CheckView) -> bool {
    let end = check.search.as_ref().and_then(|search| search.end);
    end == Some(SearchEnd::OfTheWhole)
}

/// What AIRudder said of the whole task, or of leads that could not be told.
fn words(words: &[Message]) -> AnyView {
    if words.is_empty() {
        return ().into_any();
    }
    let lines = words
        .iter()
        .map(|line| view! { <li>{t(line.clone())}</li> })
        .collect_view();
    view! { <ul class="words">{lines}</ul> }.into_any()
}
