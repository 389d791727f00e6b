//! The follow-ups that a task belongs with, and what came of all of them together.

use leads::results::rate::Rate;
use leads::views::{ChainView, TaskView};
use leptos::prelude::*;

use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::table::{Column, Table};
use crate::web::paths;

/// The card; nothing where the task is alone.
pub fn chain(task: &TaskView) -> Option<AnyView> {
    let chain = task.chain.as_ref()?;
    let rows = chain
        .tasks
        .iter()
        .map(|of| {
            let is_here = of.id == task.id;
            let name = match is_here {
                true => view! { <strong aria-current="page">{of.name.clone()}</strong> }.into_any(),
                false => view! { <a href=paths::task(&of.id)>{of.name.clone()}</a> }.into_any(),
            };
            view! {
                <tr>
                    <td class="name">{name}</td>
                    <td class="number" data-label="Sent">{format_number(of.sent)}</td>
                    <td class="number" data-label="Reached">{format_number(of.reached)}</td>
                    <td class="number" data-label="Interested">{format_number(of.interested)}</td>
                </tr>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="card">
                <header><h2>"Follow-ups"</h2></header>
                <Table
                    label="Follow-ups"
                    cards=true
                    columns=vec![
                        Column::words("Task"),
                        Column::numbers("Sent"),
                        Column::numbers("Reached"),
                        Column::numbers("Interested"),
                    ]
                >
                    {rows}
                </Table>
                <p class="body">{all(chain)}</p>
            </section>
        }
        .into_any(),
    )
}

/// Over all of them each number counts once.
fn all(chain: &ChainView) -> String {
    let rate = |part: u32, base: u32| Rate {
        part: part.into(),
        base: base.into(),
    };
    format!(
        "Over all of them, each number once: {}, reached {}, interested {}.",
        count_with_noun(chain.people, "number", "numbers"),
        rate(chain.reached, chain.people).with_base("all"),
        rate(chain.interested, chain.reached).with_base("reached")
    )
}
