//! What came of the calls of a task. Every number opens its calls, where they can be filtered by it.

mod compared;
mod funnel;
mod hours;
mod said;
mod summary;

use crate::web::request::caller::may;
use leads::Action;
use leads::results::classify::{CallGroup, dialled_definition, reached_definition};
use leads::results::matching::why_not_told_apart;
use leads::states::Tone;
use leads::views::{CallQuery, CallStage, ResultsView, TaskView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::as_of::as_of;
use crate::web::components::chart_card::{Base, Card, card, parts, rate_of};
use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::number;
use crate::web::components::post_button::PostButton;
use crate::web::language::t;
use crate::web::messages::task_results as texts;
use crate::web::pages::task::{chain, under_way};
use crate::web::paths;

/// The `id`s of what changes by itself, beside the parts of the cards.
const AS_OF_ID: &str = "as-of";
const TILES_ID: &str = "tiles";
const CALL_AGAIN_ID: &str = "call-again";
const NOTICES_ID: &str = "results-notices";

/// The results, from the moment that they are of to what the numbers mean; `origin` is where people find Coxswain.
pub fn results(task: &TaskView, results: &ResultsView, origin: &str) -> AnyView {
    let Cards { wide, narrow } = cards(task, results);
    let wide = wide.into_iter().map(card).collect_view();
    let narrow = narrow.into_iter().map(card).collect_view();
    view! {
        <div class="row">
            {as_of(&results.as_of, AS_OF_ID)} {under_way::following(task)} {call_again(task, results)}
        </div>
        {notices(results)}
        {tiles(results)}
        <div class="split">
            <div class="stack">{wide}</div>
            <div class="stack">
                {compared::compared(task, results)} {chain::chain(task)} {narrow}
                {summary::summary(task, results, &link(task, origin))} {definitions()}
            </div>
        </div>
    }
    .into_any()
}

/// What of it changes by itself, each part with the `id` of its element.
pub fn partials(task: &TaskView, results: &ResultsView, origin: &str) -> Vec<(String, AnyView)> {
    let Cards { wide, narrow } = cards(task, results);
    let mut partials = vec![
        (AS_OF_ID.to_owned(), as_of(&results.as_of, AS_OF_ID)),
        (NOTICES_ID.to_owned(), notices(results)),
        (TILES_ID.to_owned(), tiles(results)),
        (CALL_AGAIN_ID.to_owned(), call_again(task, results)),
        (compared::ID.to_owned(), compared::sentences(task, results)),
        (
            summary::TEXT_ID.to_owned(),
            summary::text(task, results, &link(task, origin)),
        ),
    ];
    partials.extend(wide.into_iter().chain(narrow).flat_map(parts));
    partials
}

/// The address of the results, for people elsewhere.
fn link(task: &TaskView, origin: &str) -> String {
    format!("{origin}{}", paths::task(&task.id))
}

/// The way to a follow-up, once anybody can be called again. A test has none.
fn call_again(task: &TaskView, results: &ResultsView) -> AnyView {
    let mut groups = results.groups.iter();
    let anybody = groups.any(|(group, calls)| group.may_be_called_again() && *calls > 0);
    let is_offered = anybody && task.test.is_none() && may(Action::Prepare);
    let button = is_offered.then(|| {
        view! { <a class="button" href=paths::call_follow_up(&task.id)>{t(texts::call_again())}</a> }
    });
    view! { <span class="push if-any" id=CALL_AGAIN_ID>{button}</span> }.into_any()
}

/// The cards of the wide column and of the narrow one.
struct Cards {
    wide: Vec<Card>,
    narrow: Vec<Card>,
}

fn cards(task: &TaskView, results: &ResultsView) -> Cards {
    Cards {
        wide: vec![
            funnel::funnel(task, results),
            said::said(results),
            hours::hours(results, &task.zone),
        ],
        narrow: vec![said::not_reached(results), hours::talk(results)],
    }
}

/// The heading of what may still change, once it cannot change any more, or while it does: `What people said so far`.
fn heading(at_last: Message, so_far: Message, results: &ResultsView) -> String {
    t(match results.as_of.open {
        0 => at_last,
        _ => so_far,
    })
}

fn tiles(results: &ResultsView) -> AnyView {
    let tile = |name: Message, count: u32, words: String, query: CallQuery| {
        let href = paths::calls(&results.task, &query);
        view! {
            <li>
                <a href=href>
                    <span>{t(name)}</span>
                    " "
                    <b>{number(count)}</b>
                    " "
                    <small>{words}</small>
                </a>
            </li>
        }
    };
    let stage = |stage: CallStage, count: u32, of: String| {
        let name = match stage {
            CallStage::Dialled => texts::dialled(),
            CallStage::Reached => texts::reached(),
        };
        tile(name, count, of, CallQuery::of_stage(stage))
    };
    let group = |group: CallGroup| {
        let count = results.of(group);
        let words = rate_of(count, results.reached, Base::Reached);
        tile(group.label(), count, words, CallQuery::of_group(group))
    };
    let dialled = rate_of(results.dialled, results.sent, Base::Sent);
    let reached = rate_of(results.reached, results.dialled, Base::Dialled);
    view! {
        <ul class="tiles" id=TILES_ID>
            {stage(CallStage::Dialled, results.dialled, dialled)}
            {stage(CallStage::Reached, results.reached, reached)}
            {group(CallGroup::Interested)}
            {group(CallGroup::CallBack)}
            {group(CallGroup::DoNotCall)}
        </ul>
    }
    .into_any()
}

/// What must be known to read the numbers.
fn notices(results: &ResultsView) -> AnyView {
    let shared = (results.shared_notes > 0).then(|| {
        let which = texts::cannot_be_told_apart(results.shared_notes);
        let text = Message::sentences([which, why_not_told_apart()]);
        view! { <NoticeBox tone=Tone::Warn text=t(text) /> }
    });
    let strangers = (!results.strangers.is_empty()).then(|| {
        let text = strangers(&results.strangers);
        view! { <NoticeBox tone=Tone::Warn text=t(text) /> }
    });
    view! { <div class="stack if-any" id=NOTICES_ID>{shared} {strangers} {renamed(results)}</div> }
        .into_any()
}

/// The way to the names that the robot's results have now.
fn renamed(results: &ResultsView) -> Option<AnyView> {
    (results.is_renamed && may(Action::Launch)).then(|| {
        let task = results.task.clone();
        view! {
            <NoticeBox tone=Tone::Plain text=t(texts::renamed())>
                <PostButton
                    action=paths::count_again()
                    hidden=vec![("task", task)]
                    text=t(texts::count_again())
                />
            </NoticeBox>
        }
        .into_any()
    })
}

/// The most numbers that are named.
const MAX_STRANGERS: usize = 5;

/// The numbers by their ends. How many there are is not said: of very many, only some are kept.
fn strangers(ends: &[String]) -> Message {
    let named = ends.iter().take(MAX_STRANGERS).map(Message::verbatim);
    let others = (ends.len() > MAX_STRANGERS).then(texts::others);
    texts::strangers(Message::list(named.chain(others)))
}

fn definitions() -> AnyView {
    let groups = CallGroup::ALL
        .into_iter()
        .map(|group| view! { <dt>{t(group.label())}</dt><dd>{t(group.sentence())}</dd> })
        .collect_view();
    view! {
        <section class="card">
            <div class="body">
                <details>
                    <summary>{t(texts::meanings())}</summary>
                    <div class="stack small">
                        <p>{t(dialled_definition())}</p>
                        <p>{t(reached_definition())}</p>
                        <dl class="facts">{groups}</dl>
                    </div>
                </details>
            </div>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_were_not_sent_are_named_up_to_five() {
        let ends = |count: usize| vec!["···· 4417".to_owned(); count];
        let strangers = |count: usize| strangers(&ends(count)).to_string();
        assert_eq!(
            strangers(1),
            "AIRudder tells of calls whose number was not sent: ···· 4417. They are not counted."
        );
        assert!(strangers(5).ends_with("4417 and ···· 4417. They are not counted."));
        let many = strangers(8);
        assert!(many.ends_with("4417 and others. They are not counted."));
        assert_eq!(many.matches("4417").count(), MAX_STRANGERS);
    }
}
