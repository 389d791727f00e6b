//! The leads, with what is wrong at the cell that it is wrong with.

use leads::do_not_call::list_name;
use leads::field::Field;
use leads::kind::LeadKind;
use leads::problem::Level;
use leads::problem_groups::GroupKey;
use leads::views::{
    CellView, ColumnView, DraftView, LeadFilter, LeadQuery, LeadSort, LeadView, PageOfLeads,
    ProblemView,
};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::empty::Empty;
use crate::web::components::message::with_hidden;
use crate::web::components::post_button::HiddenValues;
use crate::web::language::{t, with_elements};
use crate::web::messages::draft as texts;
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
                {t(texts::problem())}
            </th>
        }
    });
    view! {
        <p class="visually-hidden" id="grid-said" role="status"></p>
        <div class="scroll grid-scroll" tabindex="0" role="region" aria-label=t(texts::leads_on_page())>
            <table
                class="table lead-grid"
                id="lead-rows"
                data-draft=id
                data-url=paths::edit_cells()
                data-query=query
                data-still-saving=t(texts::still_saving())
                data-not-pasted=t(texts::not_pasted("{count}"))
                data-cell=t(texts::cell("{column}", "{row}"))
            >
                <thead>
                    <tr>
                        <th class="number" scope="col">{t(texts::row())}</th>
                        {headers}
                        {problem}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="grid-help small muted" id="grid-help" hidden=true>
            {t(texts::grid_help())}
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
                {t(column.label.clone())} <span aria-hidden="true">{mark}</span>
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
    view! {
        <Empty title=t(texts::beyond_end()) text=t(texts::only_matching(draft.matched))>
            <a class="button" href=last_page>{t(texts::last_page())}</a>
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
            <Empty title=t(texts::no_leads()) text=t(texts::no_leads_text())>
                <a class="button" href=href>{t(texts::replace_list())}</a>
            </Empty>
        }
        .into_any();
    }
    let is_fixed = query.show == LeadFilter::Kind(LeadKind::ToFix) && draft.tally.to_fix == 0;
    if !query.q.is_empty() {
        let text = t(texts::none_contains(&query.q));
        let href = paths::draft_leads(&draft.id, &query.without_search());
        return view! {
            <Empty title=t(texts::none_match()) text=text>
                <a class="button" href=href>{t(texts::clear_search())}</a>
            </Empty>
        }
        .into_any();
    }
    let (title, text) = match is_fixed {
        true => (texts::all_fixed(), texts::ready(draft.tally.sent())),
        false => (texts::no_leads_here(), texts::no_leads_here_text()),
    };
    let all = paths::draft_leads(&draft.id, &LeadQuery::default());
    let check = is_fixed.then(|| actions::check_button(draft)).flatten();
    view! {
        <Empty title=t(title) text=t(text)>
            {check}
            <a class="button" href=all>{t(texts::show_all())}</a>
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
    let number = with_hidden(&texts::row_number(lead.row));
    view! {
        <tr id=row_id(lead.row) class=class data-row=lead.row.to_string()>
            <th class="number" scope="row">
                <a href=lead_page(draft, lead.row)>{number}</a>
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
        <td class=class data-field=cell.field.key() data-label=t(column.label.clone())>
            <span class=value_class translate="no" data-text=text title=whole>
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
    let is_looked_for =
        || problem.group.is_some() && problem.group == GroupKey::parse(&draft.query.problem);
    problem.level.is_problem() || is_looked_for()
}

/// What is wrong with the row in a few words, or why it is not called: that first which keeps it from being called.
fn reasons(draft: &DraftView, lead: &LeadView) -> AnyView {
    let mut labels: Vec<String> = Vec::new();
    let mut sentences: Vec<String> = Vec::new();
    let mut level = None;
    let problems = lead.cells.iter().flat_map(|cell| &cell.problems);
    for problem in problems.filter(|problem| is_told(draft, problem)) {
        let label = t(problem.label());
        if !labels.contains(&label) {
            labels.push(label);
        }
        sentences.push(t(problem.sentence.clone()));
        level = level.max(Some(problem.level));
    }
    let class = match level {
        Some(Level::Error) => "reasons error",
        Some(Level::Warning) if lead.kind.is_sent() => "reasons warning",
        _ => "reasons",
    };
    let (words, mut told): (Vec<String>, Vec<AnyView>) = why_not_sent(lead).into_iter().unzip();
    let words = words.into_iter().map(|words| t(texts::sentence(words)));
    let labels = labels.into_iter().map(|label| label.into_any());
    if lead.kind.is_sent() || lead.kind == LeadKind::ToFix {
        sentences.extend(words);
        told.splice(0..0, labels);
    } else {
        sentences.splice(0..0, words);
        told.extend(labels);
    }
    let title = (!sentences.is_empty()).then(|| {
        let sentences = sentences.into_iter().map(Message::verbatim);
        t(Message::sentences(sentences))
    });
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
    t(match text {
        "" => texts::empty_in_the_file(),
        text => texts::in_the_file(text),
    })
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
                    aria-label=t(texts::keep_this_row(lead.row))
                >
                    {t(texts::keep_this())}
                </button>
            </form>
        }
        .into_any(),
    )
}

/// Why a lead without problems is not sent, or may be one too many; in words alone, and with the way to the other task.
fn why_not_sent(lead: &LeadView) -> Vec<(String, AnyView)> {
    let plain = |words: Message| (t(words.clone()), t(words).into_any());
    let duplicate = lead.duplicate_of;
    let duplicate = duplicate.map(|row| plain(texts::same_number(row)));
    let recent = lead.recent.as_ref().map(|recent| {
        let words = texts::in_task(recent.day.clone(), &recent.name);
        let linked = with_elements(&words, |_, name| {
            view! { <a href=paths::task(&recent.task) translate="no">{name}</a> }.into_any()
        });
        (t(words), linked.into_any())
    });
    let left_out = lead.kind == LeadKind::LeftOut;
    let left_out = left_out.then(|| plain(texts::lead_left_out()));
    let listed = lead.do_not_call.as_ref();
    let listed = listed.map(|list| plain(texts::on_do_not_call_list(list_name(list))));
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
    let told = match problem.level {
        Level::Error => t(texts::error(problem.sentence.clone())),
        Level::Warning => t(texts::warning(problem.sentence.clone())),
        Level::HeldBack | Level::Fixed => t(problem.sentence.clone()),
    };
    view! { <small class=class>{told}</small> }.into_any()
}
