//! The follow-ups that a task belongs with, and what came of all of them together.

use leads::results::rate::Rate;
use leads::views::{ChainView, TaskView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::numbers::number;
use crate::web::components::table::{Column, Table};
use crate::web::language::t;
use crate::web::messages::task_results as texts;
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
                true => view! { <strong aria-current="page" translate="no">{of.name.clone()}</strong> }.into_any(),
                false => view! { <a href=paths::task(&of.id) translate="no">{of.name.clone()}</a> }.into_any(),
            };
            view! {
                <tr>
                    <td class="name">{name}</td>
                    <td class="number" data-label=t(texts::sent())>{number(of.sent)}</td>
                    <td class="number" data-label=t(texts::reached())>{number(of.reached)}</td>
                    <td class="number" data-label=t(texts::interested())>{number(of.interested)}</td>
                </tr>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="card">
                <header><h2>{t(texts::follow_ups())}</h2></header>
                <Table
                    label=t(texts::follow_ups())
                    cards=true
                    columns=vec![
                        Column::words(t(texts::task())),
                        Column::numbers(t(texts::sent())),
                        Column::numbers(t(texts::reached())),
                        Column::numbers(t(texts::interested())),
                    ]
                >
                    {rows}
                </Table>
                <p class="body">{t(all(chain))}</p>
            </section>
        }
        .into_any(),
    )
}

/// Over all of them each number counts once.
fn all(chain: &ChainView) -> Message {
    let rate = |part: u32, base: u32| Rate {
        part: part.into(),
        base: base.into(),
    };
    let reached = rate(chain.reached, chain.people).with_base(texts::all());
    let interested = rate(chain.interested, chain.reached).with_base(texts::those_reached());
    texts::of_all_follow_ups(interested, chain.people, reached)
}
