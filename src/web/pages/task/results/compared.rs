//! The results beside those of the task whose settings this one began with.

use leads::results::rate::Rate;
use leads::results::statistics::{ComparedRate, compare};
use leads::views::{ComparedTask, ResultsView, TaskView};
use leptos::prelude::*;
use localization::Message;

use crate::web::language::{t, with_elements};
use crate::web::messages::task_results as texts;
use crate::web::paths;

/// The `id` of the card's content, which changes by itself.
pub const ID: &str = "compared";

/// The card; nothing where the task began with no other one.
pub fn compared(task: &TaskView, results: &ResultsView) -> Option<AnyView> {
    task.compared.as_ref()?;
    Some(
        view! {
            <section class="card">
                <header><h2>{t(texts::compared())}</h2></header>
                {sentences(task, results)}
            </section>
        }
        .into_any(),
    )
}

/// What differs in words, each with its 95% interval. While calls go on it is said that it is so far.
pub fn sentences(task: &TaskView, results: &ResultsView) -> AnyView {
    let Some(earlier) = &task.compared else {
        return view! { <div class="if-any" id=ID></div> }.into_any();
    };
    let lines = lines(earlier, results)
        .into_iter()
        .map(|line| view! { <p>{t(line)}</p> });
    let so_far = (results.as_of.open > 0)
        .then(|| view! { <p class="small muted">{t(texts::compared_so_far())}</p> });
    let with_which = with_elements(&texts::compared_with(&earlier.name), |_, text| {
        view! { <a href=paths::task(&earlier.id)>{text}</a> }.into_any()
    });
    view! {
        <div class="body stack" id=ID>
            <p class="small muted">{with_which}</p>
            {lines.collect_view()}
            {so_far}
        </div>
    }
    .into_any()
}

fn lines(earlier: &ComparedTask, results: &ResultsView) -> [Message; 2] {
    let rate = |part: u32, base: u32| Rate {
        part: part.into(),
        base: base.into(),
    };
    let interested = results.of(leads::results::classify::CallGroup::Interested);
    let reach = (
        rate(results.reached, results.dialled),
        rate(earlier.reached, earlier.dialled),
    );
    let interest = (
        rate(interested, results.reached),
        rate(earlier.interested, earlier.reached),
    );
    let difference = |of, (now, before)| {
        compare(now, before).message(of, texts::this_task(), texts::task_before())
    };
    let told = |(now, before): (Rate, Rate)| (before.message(), now.message());
    let (before, now) = told(reach);
    let reached = texts::compared_reached(before, now);
    let (before, now) = told(interest);
    let interested = texts::compared_interested(before, now);
    [
        (reached, ComparedRate::Reach, reach),
        (interested, ComparedRate::Interest, interest),
    ]
    .map(|(rates, of, both)| Message::sentences([rates, difference(of, both)]))
}
