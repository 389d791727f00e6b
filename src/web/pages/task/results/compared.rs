//! The results beside those of the task whose settings this one began with.

use leads::results::rate::Rate;
use leads::results::statistics::compare;
use leads::views::{ComparedTask, ResultsView, TaskView};
use leptos::prelude::*;

use crate::web::paths;

/// The `id` of the card's content, which changes by itself.
pub const ID: &str = "compared";

/// The card; nothing where the task began with no other one.
pub fn compared(task: &TaskView, results: &ResultsView) -> Option<AnyView> {
    task.compared.as_ref()?;
    Some(
        view! {
            <section class="card">
                <header><h2>"Compared with the task before"</h2></header>
                {sentences(task, results)}
            </section>
        }
        .into_any(),
    )
}

/// What differs in words, each with its 95 % interval. While calls go on it is said that it is so far.
pub fn sentences(task: &TaskView, results: &ResultsView) -> AnyView {
    let Some(earlier) = &task.compared else {
        return view! { <div class="if-any" id=ID></div> }.into_any();
    };
    let lines = lines(earlier, results)
        .into_iter()
        .map(|line| view! { <p>{line}</p> });
    let so_far = (results.as_of.open > 0)
        .then(|| view! { <p class="small muted">"So far: calls of this task are not over."</p> });
    view! {
        <div class="body stack" id=ID>
            <p class="small muted">
                "With " <a href=paths::task(&earlier.id)>{earlier.name.clone()}</a>
                ", whose settings this task began with. The range holds with 95 % confidence."
            </p>
            {lines.collect_view()}
            {so_far}
        </div>
    }
    .into_any()
}

fn lines(earlier: &ComparedTask, results: &ResultsView) -> [String; 2] {
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
    [
        ("Reached", "of dialled", "reaches", reach),
        ("Interested", "of reached", "interests", interest),
    ]
    .map(|(what, of, verb, (now, before))| {
        let difference = compare(now, before).sentence("This task", verb, "the task before");
        format!(
            "{what}: {} {of}, before {}. {difference}",
            now.text(),
            before.text()
        )
    })
}
