//! The page of the proof of a task, which stands in a file of its own.

use backend::tasks::{AppliedList, LeftOutLater, ProofView, ProvenBatch};
use leads::views::{BatchView, EventView, TaskView};
use leptos::prelude::*;

use crate::web::components::facts::Facts;
use crate::web::components::moment::Time;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::table::{Column, Table};

/// What a browser shows of the file without Coxswain's style sheet, which is not in it.
const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #8885;padding:.3rem .6rem .3rem 0;text-align:left;\
vertical-align:top}.number{text-align:right}code,dd{overflow-wrap:anywhere}.scroll{overflow-x:auto}td code{display:block;\
min-width:8rem}:root{color-scheme:light dark}";

/// The whole page.
pub fn proof_page(view: &ProofView) -> String {
    let files = match view.task.retention.is_deleted() {
        true => "The list and its calls were deleted: lists-deleted.txt says when.",
        false => {
            "list-with-calls.csv has every row of the list, opt-outs.csv the calls in which somebody asked not to be called again."
        }
    };
    let page = view! {
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <title>{format!("Proof of {}", view.task.name)}</title>
                <style>{STYLE}</style>
            </head>
            <body>
                <h1>{format!("Proof of “{}”", view.task.name)}</h1>
                <p>
                    "Made by Coxswain on " <Time moment=view.made.clone() /> " (" {view.task.zone.clone()}
                    "). " {files} " SHA256SUMS has the digests of these files."
                </p>
                {view.task.sandbox.then(|| view! { <p><strong>"This task went to the simulator: nobody was called."</strong></p> })}
                {submitted(view)}
                {list(view)}
                {applied(&view.lists, &view.left_out_later)}
                {batches(&view.task.batches, &view.batches)}
                {calls(view)}
                {activity(&view.task.events)}
            </body>
        </html>
    };
    format!("<!DOCTYPE html>{}", page.to_html())
}

fn submitted(view: &ProofView) -> AnyView {
    let task: &TaskView = &view.task;
    let mut facts = vec![
        ("Account".to_owned(), view.account.clone()),
        ("Task".to_owned(), task.id.clone()),
        (
            "Submitted by".to_owned(),
            format!("{}, {}", task.by, task.at.text),
        ),
    ];
    if let Some((by, at)) = &task.approved {
        facts.push(("Approved by".to_owned(), format!("{by}, {}", at.text)));
    }
    let by = view.check.by.as_ref().map(|by| format!(" by {by}"));
    facts.push((
        "Checked".to_owned(),
        format!(
            "{}{}: {}, of which AIRudder refused {}",
            view.check.started.text,
            by.unwrap_or_default(),
            count_with_noun(view.check.leads, "lead", "leads"),
            format_number(view.check.refused)
        ),
    ));
    facts.extend(task.facts.iter().cloned());
    view! { <h2>"Who and how"</h2> <Facts pairs=facts /> }.into_any()
}

fn list(view: &ProofView) -> AnyView {
    let problems = view
        .problems
        .iter()
        .map(|problem| {
            view! { <tr><td>{problem.label.clone()}</td><td class="number">{format_number(problem.count)}</td></tr> }
        })
        .collect_view();
    let lines = view
        .lines
        .iter()
        .map(|line| view! { <li>{format!("{} {}", format_number(line.count), line.words)}</li> })
        .collect_view();
    let columns = vec![Column::words("Problem"), Column::numbers("Leads")];
    let table = (!view.problems.is_empty())
        .then(|| view! { <Table label="Problems" columns=columns>{problems}</Table> });
    view! {
        <h2>"The list"</h2>
        <p>{view.task.file_name.clone()} ", SHA-256 " <code>{view.task.file_digest.clone()}</code></p>
        <ul>{lines}</ul>
        {table}
    }
    .into_any()
}

fn applied(lists: &[AppliedList], left_out_later: &[LeftOutLater]) -> AnyView {
    let rows = lists
        .iter()
        .map(|list| {
            let as_of = list
                .as_of
                .map_or_else(String::new, |as_of| as_of.to_string());
            view! {
                <tr>
                    <td>
                        {list.name.clone()}
                        {(list.name != list.kind()).then(|| view! { <br/><small>{list.kind()}</small> })}
                    </td>
                    <td>{as_of}</td>
                    <td class="number">{list.version}</td>
                    <td class="number">{format_number(list.numbers)}</td>
                    <td class="number">{format_number(list.left_out)}</td>
                </tr>
            }
        })
        .collect_view();
    let later = left_out_later
        .iter()
        .map(|later| {
            let leads = count_with_noun(later.leads, "lead", "leads");
            let why = match later.reason.as_str() {
                "erased" => "since their numbers were erased",
                _ => "since their numbers were put on a do-not-call list meanwhile",
            };
            view! { <p>{format!("{leads} taken out of the batches before they were sent, {why}.")}</p> }
        })
        .collect_view();
    let columns = vec![
        Column::words("List"),
        Column::words("Of"),
        Column::numbers("Version"),
        Column::numbers("Numbers on it"),
        Column::numbers("Leads left out"),
    ];
    let table = match lists.is_empty() {
        // Tasks from before there were lists.
        true => view! { <p>"It is not known which lists were applied."</p> }.into_any(),
        false => {
            view! { <Table label="Do-not-call lists" columns=columns>{rows}</Table> }.into_any()
        }
    };
    view! { <h2>"Do-not-call lists applied"</h2> {table} {later} }.into_any()
}

fn batches(batches: &[BatchView], proven: &[ProvenBatch]) -> AnyView {
    let rows = batches
        .iter()
        .map(|batch| {
            let digest = proven.iter().find(|proven| proven.number == batch.number);
            view! {
                <tr>
                    <td class="number">{batch.number}</td>
                    <td>{batch.state.label()}</td>
                    <td class="number">{format_number(batch.leads)}</td>
                    <td><code>{batch.provider_id.clone()}</code></td>
                    <td><code>{digest.map(|digest| digest.sha256.clone())}</code></td>
                </tr>
            }
        })
        .collect_view();
    let columns = vec![
        Column::numbers("Batch"),
        Column::words("Status"),
        Column::numbers("Leads"),
        Column::words("Id at AIRudder"),
        Column::words("SHA-256 of what was sent"),
    ];
    view! { <h2>"Batches"</h2> <Table label="Batches" columns=columns>{rows}</Table> }.into_any()
}

fn calls(view: &ProofView) -> AnyView {
    let Some(results) = &view.task.results else {
        return view! { <h2>"Calls"</h2> <p>"No call was begun."</p> }.into_any();
    };
    let groups = results
        .groups
        .iter()
        .map(|(group, count)| view! { <li>{format!("{}: {}", group.label(), format_number(*count))}</li> })
        .collect_view();
    let opt_outs = count_with_noun(view.opt_outs, "person", "people");
    view! {
        <h2>"Calls"</h2>
        <p>{format!(
            "{} sent, {} dialled, {} reached. {opt_outs} asked not to be called again.",
            format_number(results.sent),
            format_number(results.dialled),
            format_number(results.reached)
        )}</p>
        <ul>{groups}</ul>
    }
    .into_any()
}

fn activity(events: &[EventView]) -> AnyView {
    let rows = events
        .iter()
        .map(|event| {
            view! {
                <tr>
                    <td><Time moment=event.at.clone() /></td>
                    <td>{event.by.clone()}</td>
                    <td>{event.sentence.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    let columns = vec![
        Column::words("When"),
        Column::words("Who"),
        Column::words("What"),
    ];
    view! { <h2>"Activity"</h2> <Table label="Activity" columns=columns>{rows}</Table> }.into_any()
}
