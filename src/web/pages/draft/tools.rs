//! Finding leads, and fixing many of them at once.

use leads::problem::Level;
use leads::problem_groups::ProblemGroup;
use leads::views::{ColumnView, DraftView, LeadFilter, LeadQuery};
use leptos::prelude::*;

use crate::web::components::numbers::format_number;
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::components::search::search_field;
use crate::web::paths;

/// The `id` of what is wrong with the leads, and what to do about it.
pub const ID: &str = "tools";

/// The search in the leads.
pub fn search(draft: &DraftView) -> AnyView {
    let query = &draft.query;
    let show = match query.show {
        LeadFilter::All => String::new(),
        filter => filter.key().to_owned(),
    };
    let kept = [
        ("show", show),
        ("problem", query.problem.clone()),
        (
            "sort",
            query.sort.map(|sort| sort.key()).unwrap_or_default(),
        ),
    ];
    let hidden = kept
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect();
    let everything = query.is_narrowed().then(|| {
        let all = LeadQuery {
            sort: query.sort,
            ..LeadQuery::default()
        };
        view! { <a href=paths::draft_leads(&draft.id, &all)>"Show all leads"</a> }
    });
    view! {
        <form class="filters search" method="get" action=paths::draft(&draft.id) role="search">
            <HiddenValues values=hidden />
            {search_field("Search leads", query.q.clone(), None, draft.search_problem.clone())}
            <button class="button" type="submit">"Search"</button>
            {everything}
        </form>
    }
    .into_any()
}

/// What is wrong, counted; bulk fixes of whole groups; one step back and forth.
pub fn tools(draft: &DraftView) -> AnyView {
    let groups = draft.problem_groups.iter();
    let (problems, fixed): (Vec<&ProblemGroup>, Vec<&ProblemGroup>) =
        groups.partition(|group| group.level.is_problem());
    let filters = |groups: Vec<&ProblemGroup>| -> Vec<AnyView> {
        groups
            .into_iter()
            .map(|group| filter(draft, group))
            .collect()
    };
    let (problems, fixed) = (filters(problems), filters(fixed));
    let has_fixed = !fixed.is_empty();
    view! {
        <div class="tools" id=ID>
            {(!problems.is_empty()).then(|| view! { <ul class="chips" aria-label="Problems">{problems}</ul> })}
            {has_fixed
                .then(|| {
                    view! {
                        <details name="tools">
                            <summary>"Fixed automatically"</summary>
                            <ul class="chips">{fixed}</ul>
                        </details>
                    }
                })}
            {bulk_fixes(draft)}
            {replacing(draft)}
            {steps(draft)}
            {files(draft)}
        </div>
    }
    .into_any()
}

fn filter(draft: &DraftView, group: &ProblemGroup) -> AnyView {
    let current = draft.query.problem == group.key;
    let query = LeadQuery {
        problem: if current {
            String::new()
        } else {
            group.key.clone()
        },
        ..LeadQuery::default()
    };
    let class = match group.level {
        Level::Error => "chip bad",
        Level::Warning | Level::HeldBack => "chip warn",
        Level::Fixed => "chip",
    };
    view! {
        <li>
            <a
                class=class
                href=paths::draft_leads(&draft.id, &query)
                aria-current=current.then_some("true")
            >
                {group.label.clone()}
                " "
                <b>{format_number(group.count)}</b>
            </a>
        </li>
    }
    .into_any()
}

/// The address of the page as it is shown.
fn back(draft: &DraftView) -> String {
    paths::draft_leads(&draft.id, &draft.query)
}

fn bulk_fixes(draft: &DraftView) -> AnyView {
    if draft.bulk_fixes.is_empty() {
        return ().into_any();
    }
    let buttons = draft
        .bulk_fixes
        .iter()
        .map(|bulk_fix| {
            let hidden = vec![
                ("draft", draft.id.clone()),
                ("bulk_fix", bulk_fix.key.clone()),
                ("back", back(draft)),
            ];
            view! { <PostButton action=paths::apply_bulk_fix() hidden=hidden text=bulk_fix.label.clone() /> }
        })
        .collect_view();
    view! {
        <details name="tools">
            <summary>"Bulk fixes"</summary>
            <div class="row">{buttons}</div>
        </details>
    }
    .into_any()
}

fn replacing(draft: &DraftView) -> AnyView {
    let option = |column: &ColumnView| {
        let value = column.field.key();
        view! { <option value=value>{column.label.clone()}</option> }
    };
    let options = draft.fields.iter().map(option).collect_view();
    view! {
        <details name="tools">
            <summary>"Find and replace"</summary>
            <form class="filters" method="post" action=paths::replace_text()>
                <HiddenValues values=vec![("draft", draft.id.clone()), ("back", back(draft))] />
                <div class="field">
                    <label for="replace-field">"Column"</label>
                    <select id="replace-field" name="field">
                        {options}
                    </select>
                </div>
                <div class="field">
                    <label for="find">"Find"</label>
                    <input type="text" id="find" name="find" required=true autocomplete="off" />
                </div>
                <div class="field">
                    <label for="with">"Replace with"</label>
                    <input type="text" id="with" name="with" autocomplete="off" />
                </div>
                <button class="button" type="submit">"Replace all"</button>
            </form>
        </details>
    }
    .into_any()
}

/// The rows to fix as a file, there and back.
fn files(draft: &DraftView) -> AnyView {
    if draft.tally.to_fix + draft.tally.refused == 0 {
        return ().into_any();
    }
    let id = &draft.id;
    view! {
        <details name="tools">
            <summary>"Rows to fix as a file"</summary>
            <p>"Fix them in Excel, then upload the file. It replaces only those rows."</p>
            <div class="row">
                <a class="button" href=paths::rows_to_fix(id) download=true>"Excel workbook"</a>
                <a class="button" href=paths::rows_to_fix_as_csv(id) download=true>"CSV"</a>
            </div>
            <form class="filters" method="post" action=paths::rows_to_fix(id) enctype="multipart/form-data">
                <div class="field">
                    <label for="fixed">"Fixed file"</label>
                    <input type="file" id="fixed" name="sheet" required=true />
                </div>
                <button class="button" type="submit">"Upload fixed rows"</button>
            </form>
        </details>
    }
    .into_any()
}

/// The buttons name what they do; without anything to do they say so.
fn steps(draft: &DraftView) -> AnyView {
    let button = |word: &'static str, again: bool, label: &Option<String>| {
        label.as_ref().map(|label| {
            let hidden = vec![
                ("draft", draft.id.clone()),
                ("again", again.to_string()),
                ("back", back(draft)),
            ];
            view! { <PostButton action=paths::step_draft() hidden=hidden text=format!("{word}: {label}") /> }
        })
    };
    view! {
        <div class="row">
            {button("Undo", false, &draft.undo)} {button("Redo", true, &draft.redo)}
        </div>
    }
    .into_any()
}
