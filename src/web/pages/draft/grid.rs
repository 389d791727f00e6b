//! The leads, with what is wrong at the cell that it is wrong with.

use leads::field::Field;
use leads::kind::LeadKind;
use leads::problem::Level;
use leads::problem_groups::GroupKey;
use leads::views::{
    CellView, ColumnView, DraftView, LeadFilter, LeadQuery, LeadSort, LeadView, PageOfLeads,
    ProblemView,
};
use leptos::prelude::*;

use crate::web::components::empty::Empty;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::post_button::HiddenValues;
use crate::web::pages::draft::{actions, back, lead_page};
use crate::web::paths;

/// The `id` of a row.
pub fn row_id(row: u32) -> String {
    format!("row-{row}")
}

/// A page of leads. What the island needs to know stands at the table.
pub fn grid(draft: &DraftView) -> AnyView {
    if draft.leads.is_empty() {
        return nothing(draft);
    }
    let headers = draft
        .fields
        .iter()
        .map(|field| header(draft, field))
        .collect_view();
    let rows = draft
        .leads
        .iter()
        .map(|lead| row(draft, lead))
        .collect_view();
    let query = serde_json::to_string(&draft.query).expect("plain data");
    let id = draft.id.clone();
    let problem = has_reasons(draft).then(|| {
        view! {
            <th class="reasons" scope="col">
                "Problem"
            </th>
        }
    });
    view! {
        <p class="visually-hidden" id="grid-said" role="status"></p>
        <div class="scroll grid-scroll" tabindex="0" role="region" aria-label="Leads on this page">
            <table
                class="table lead-grid"
                id="lead-rows"
                data-draft=id
                data-url=paths::edit_cells()
                data-query=query
            >
                <thead>
                    <tr>
                        <th class="number" scope="col">"Row"</th>
                        {headers}
                        {problem}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="grid-help small muted" id="grid-help" hidden=true>
            "Arrows: move. Enter or F2: edit. Tab: next problem. Escape: leave. Ctrl+Z: undo."
        </p>
    }
    .into_any()
}

/// Whether the rows say in a column of their own what is wrong with them, or why they are not called.
fn has_reasons(draft: &DraftView) -> bool {
    draft.query.show != LeadFilter::Kind(LeadKind::Ready) || !draft.query.problem.is_empty()
}

/// The header sorts by its field, then the other way round, then no longer.
fn header(draft: &DraftView, column: &ColumnView) -> AnyView {
    let field = column.field;
    let current = draft.query.sort.filter(|sort| sort.field == field);
    let (sort, direction) = match current {
        None => (Some(false), None),
        Some(sort) if !sort.descending => (Some(true), Some("ascending")),
        Some(_) => (None, Some("descending")),
    };
    let query = LeadQuery {
        sort: sort.map(|descending| LeadSort { field, descending }),
        from: 0,
        ..draft.query.clone()
    };
    let mark = match direction {
        None => "",
        Some("ascending") => " ↑",
        Some(_) => " ↓",
    };
    view! {
        <th scope="col" aria-sort=direction data-field=field.key()>
            <a href=paths::draft_leads(&draft.id, &query)>
                {column.label.clone()} <span aria-hidden="true">{mark}</span>
            </a>
        </th>
    }
    .into_any()
}

/// A page behind the last one, whose leads somebody has fixed meanwhile.
fn beyond_the_end(draft: &DraftView, last: u32) -> AnyView {
    let query = LeadQuery {
        from: last,
        ..draft.query.clone()
    };
    let last_page = paths::draft_leads(&draft.id, &query);
    let there_are = match draft.matched {
        1 => "1 lead matches".to_owned(),
        matched => format!("{} leads match", format_number(matched)),
    };
    view! {
        <Empty
            title="This page is beyond the end"
            text=format!("Only {there_are}. Others might have been fixed meanwhile.")
        >
            <a class="button" href=last_page>"Show the last page"</a>
        </Empty>
    }
    .into_any()
}

fn nothing(draft: &DraftView) -> AnyView {
    let query = &draft.query;
    let page = PageOfLeads::of(query.from, 0, draft.matched);
    if let Some(last) = page.last_page() {
        return beyond_the_end(draft, last);
    }
    if !query.is_narrowed() {
        let href = paths::new_task_of_draft(&draft.id);
        return view! {
            <Empty title="No leads" text="The list has headers and no rows. Choose another file.">
                <a class="button" href=href>"Replace the list"</a>
            </Empty>
        }
        .into_any();
    }
    let is_fixed = query.show == LeadFilter::Kind(LeadKind::ToFix) && draft.tally.to_fix == 0;
    if !query.q.is_empty() {
        let text = format!("No lead contains “{}”.", query.q);
        let href = paths::draft_leads(&draft.id, &query.without_search());
        return view! {
            <Empty title="No leads match" text=text>
                <a class="button" href=href>"Clear search"</a>
            </Empty>
        }
        .into_any();
    }
    let (title, text) = if is_fixed {
        let ready = count_with_noun(draft.tally.sent(), "lead is", "leads are");
        ("Everything is fixed", format!("{ready} ready."))
    } else {
        let text = "Choose another count above, or show all leads.";
        ("No leads here", text.to_owned())
    };
    let all = paths::draft_leads(&draft.id, &LeadQuery::default());
    let check = is_fixed.then(|| actions::check_button(draft)).flatten();
    view! {
        <Empty title=title text=text>
            {check}
            <a class="button" href=all>"Show all leads"</a>
        </Empty>
    }
    .into_any()
}

/// A lead, with the link to its own page.
pub fn row(draft: &DraftView, lead: &LeadView) -> AnyView {
    let cells = lead
        .cells
        .iter()
        .zip(&draft.fields)
        .map(|(cell, column)| draw_cell(draft, cell, column))
        .collect_view();
    let class = match lead.kind.is_sent() || lead.kind == LeadKind::ToFix {
        true => "",
        false => "not-sent",
    };
    view! {
        <tr id=row_id(lead.row) class=class data-row=lead.row.to_string()>
            <th class="number" scope="row">
                <a href=lead_page(draft, lead.row)>
                    <span class="visually-hidden">"Row "</span>
                    {format_number(lead.row)}
                </a>
            </th>
            {cells}
            {has_reasons(draft).then(|| reasons(draft, lead))}
        </tr>
    }
    .into_any()
}

/// A text that is longer is cut at the end of its cell: it is told whole where the pointer rests on it.
const FITS: usize = 20;

fn draw_cell(draft: &DraftView, cell: &CellView, column: &ColumnView) -> AnyView {
    let problems = || {
        cell.problems
            .iter()
            .filter(|problem| is_told(draft, problem))
    };
    let class = match problems().map(|problem| problem.level).max() {
        Some(Level::Error) => "bad",
        Some(Level::Warning) => "warn",
        _ if cell.from_sheet.is_some() => "fixed",
        _ if cell.value.is_empty() => "nothing",
        _ => "",
    };
    let value_class = if cell.field == Field::Mobile {
        "grid-cell mono"
    } else {
        "grid-cell"
    };
    let from_sheet = cell.from_sheet.as_ref().map(|text| {
        view! { <small class="note">{in_the_file(text)}</small> }
    });
    let shown = cell.shown.as_ref().unwrap_or(&cell.value);
    // What is written into, where that is not what is shown.
    let text = (*shown != cell.value).then(|| cell.value.clone());
    let whole = (shown.chars().count() > FITS).then(|| shown.clone());
    view! {
        <td class=class data-field=cell.field.key() data-label=column.label.clone()>
            <span class=value_class data-text=text title=whole>
                {shown.clone()}
            </span>
            {problems().map(sentence).collect_view()}
            {from_sheet}
        </td>
    }
    .into_any()
}

/// What was fixed automatically is told where that is what is looked for.
fn is_told(draft: &DraftView, problem: &ProblemView) -> bool {
    let is_looked_for = || {
        GroupKey::parse(&draft.query.problem).is_some_and(|group| group.label() == problem.label)
    };
    problem.level.is_problem() || is_looked_for()
}

/// What is wrong with the row in a few words, or why it is not called: that first which keeps it from being called.
fn reasons(draft: &DraftView, lead: &LeadView) -> AnyView {
    let mut labels: Vec<&str> = Vec::new();
    let mut sentences: Vec<String> = Vec::new();
    let mut level = None;
    let problems = lead.cells.iter().flat_map(|cell| &cell.problems);
    for problem in problems.filter(|problem| is_told(draft, problem)) {
        if !labels.contains(&problem.label.as_str()) {
            labels.push(&problem.label);
        }
        sentences.push(problem.sentence.clone());
        level = level.max(Some(problem.level));
    }
    let class = match level {
        Some(Level::Error) => "reasons error",
        Some(Level::Warning) if lead.kind.is_sent() => "reasons warning",
        _ => "reasons",
    };
    let (words, mut told): (Vec<String>, Vec<AnyView>) = why_not_sent(lead).into_iter().unzip();
    let words = words.into_iter().map(|words| format!("{words}."));
    let labels = labels.into_iter().map(|label| label.to_owned().into_any());
    if lead.kind.is_sent() || lead.kind == LeadKind::ToFix {
        sentences.extend(words);
        told.splice(0..0, labels);
    } else {
        sentences.splice(0..0, words);
        told.extend(labels);
    }
    let title = (!sentences.is_empty()).then(|| sentences.join(" "));
    let told = told
        .into_iter()
        .enumerate()
        .map(|(place, words)| view! { {(place > 0).then_some(" · ")} {words} })
        .collect_view();
    view! {
        <td class=class title=title>
            <div class="row-reasons">{keeping(draft, lead)} <span>{told}</span></div>
        </td>
    }
    .into_any()
}

/// What the file says in a cell that was fixed.
pub fn in_the_file(text: &str) -> String {
    let text = if text.is_empty() { "empty" } else { text };
    format!("In the file: {text}")
}

/// Where duplicates stand with the row that is called: the way to call this one in its place.
fn keeping(draft: &DraftView, lead: &LeadView) -> Option<AnyView> {
    let duplicates = LeadKind::Duplicate;
    if draft.query.show != LeadFilter::Kind(duplicates) || lead.kind != duplicates {
        return None;
    }
    let hidden = vec![
        ("draft", draft.id.clone()),
        ("row", lead.row.to_string()),
        ("back", back(draft)),
    ];
    Some(
        view! {
            <form class="keeping" method="post" action=paths::keep_row()>
                <HiddenValues values=hidden />
                <button
                    class="link"
                    type="submit"
                    aria-label=format!("Keep this one: row {}", lead.row)
                >
                    "Keep this one"
                </button>
            </form>
        }
        .into_any(),
    )
}

/// Why a lead without problems is not sent, or may be one too many; in words alone, and with the way to the other task.
fn why_not_sent(lead: &LeadView) -> Vec<(String, AnyView)> {
    let plain = |words: String| (words.clone(), words.into_any());
    let duplicate = lead
        .duplicate_of
        .map(|row| plain(format!("Same number as row {}", format_number(row))));
    let recent = lead.recent.as_ref().map(|recent| {
        let (name, day) = (recent.name.clone(), format!(", {}", recent.day));
        let words = format!("In task {name}{day}");
        let link = view! { "In task " <a href=paths::task(&recent.task)>{name}</a> {day} };
        (words, link.into_any())
    });
    let left_out = (lead.kind == LeadKind::LeftOut).then(|| plain("Left out by hand".to_owned()));
    let listed = lead.do_not_call.as_ref();
    let listed = listed.map(|list| plain(format!("On a do-not-call list: {list}")));
    [duplicate, recent, listed, left_out]
        .into_iter()
        .flatten()
        .collect()
}

fn sentence(problem: &ProblemView) -> AnyView {
    let class = match problem.level {
        Level::Fixed => "note",
        Level::Warning => "warning",
        Level::Error | Level::HeldBack => "",
    };
    // Colour alone would not tell them apart.
    let weight = match problem.level {
        Level::Error => "Error: ",
        Level::Warning => "Warning: ",
        Level::HeldBack | Level::Fixed => "",
    };
    view! { <small class=class>{format!("{weight}{}", problem.sentence)}</small> }.into_any()
}
