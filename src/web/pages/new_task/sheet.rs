//! The place for the list, and the list that is kept.

use leads::kind::LeadKind;
use leads::views::{KeptList, LeadFilter, LeadQuery, NewTaskView};
use leptos::prelude::*;

use crate::islands::SheetDrop;
use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::problem_of;
use crate::web::components::icon::Icon;
use crate::web::components::numbers::number;
use crate::web::language::{t, with_elements};
use crate::web::messages::new_task as texts;
use crate::web::pages::draft::columns;
use crate::web::paths;

/// The `id` of what is said of the list that is kept.
pub const ID: &str = "list-kept";

/// The file input, and the list that is already there.
pub fn sheet(view: &NewTaskView) -> AnyView {
    let problem = problem_of("sheet", &view.problems);
    let invalid = problem.as_ref().map(|_| "true");
    let drop = with_elements(&texts::drop(), |name, text| match name {
        "kept" => view! { <strong class="if-kept">{text}</strong> }.into_any(),
        _ => view! { <strong class="if-none">{text}</strong> }.into_any(),
    });
    view! {
        <section class="card">
            <header>
                <h2><label for="sheet">{t(texts::list())}</label></h2>
            </header>
            <div class="body stack list-card">
                {kept(view)}
                <SheetDrop>
                    <Icon name="sheet" />
                    <p>{drop}</p>
                    <input
                        type="file"
                        id="sheet"
                        name="sheet"
                        accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods"
                        aria-invalid=invalid
                        aria-describedby="sheet-error sheet-hint"
                    />
                    <p id="sheet-chosen" role="status" data-too-large=t(texts::file_too_large("{file}", "{size}"))></p>
                    <p class="hint" id="sheet-hint">{t(texts::list_hint())}</p>
                </SheetDrop>
                <noscript>
                    <button class="button" type="submit" name="then" value="keep">{t(texts::read_list())}</button>
                </noscript>
                {under_way()}
            </div>
        </section>
    }
    .into_any()
}

/// What is told while a list is on its way, and where it does not arrive: drawn here, so that the script stays small. It puts the name of the
/// file, a status, or how much was sent, for `{}`.
fn under_way() -> AnyView {
    view! {
        <div role="status" class="upload-status">
            <p
                id="sheet-answer"
                data-unreachable=t(texts::unreachable())
                data-signed-out=t(texts::signed_out())
                data-broken-off=t(texts::broken_off("{}"))
                data-too-large=t(texts::too_large())
                data-not-waited=t(texts::not_waited("{}"))
                data-not-ours=t(texts::not_ours("{}"))
                data-percent-sent=t(texts::percent_sent("{}"))
            ></p>
            <div class="stack" data-under-way="" hidden=true>
                <p>{t(texts::uploading())}</p>
                <progress id="sheet-sent" max="100" aria-label=t(texts::upload_progress())></progress>
                <p class="small muted" aria-hidden="true"></p>
            </div>
        </div>
    }
    .into_any()
}

/// The list that is kept, as it was read; and what is wrong with the last file.
pub fn kept(view: &NewTaskView) -> AnyView {
    let problem = problem_of("sheet", &view.problems);
    let list = view.list.as_ref().map(|list| of_list(&view.draft, list));
    view! {
        <div id=ID class="stack if-any">
            {problem.map(|problem| view! { <p class="choice-error" id="sheet-error">{problem}</p> })} {list}
        </div>
    }
    .into_any()
}

fn of_list(draft: &str, list: &KeptList) -> AnyView {
    let sheet = &list.sheet;
    let counts = format!(
        "{} · {}",
        t(texts::leads(sheet.rows)),
        t(sheet.format.clone())
    );
    let columns = list
        .columns
        .iter()
        .filter_map(|column| {
            Some(fact(
                t(column.label.clone()),
                columns::source(&list.headers, column)?,
            ))
        })
        .collect();
    view! {
        <div class="stack kept-list">
            <p class="kept">
                <Icon name="sheet" />
                <span>
                    <strong>{sheet.file_name.clone()}</strong>
                    <br />
                    <span class="small muted">{counts}</span>
                    <br />
                    <span class="small muted">{t(sheet.lines.clone())}</span>
                </span>
            </p>
            {problems(draft, list)}
            <details>
                <summary>{t(texts::columns_used(used(list)))}</summary>
                <Facts pairs=columns />
            </details>
        </div>
    }
    .into_any()
}

fn used(list: &KeptList) -> u32 {
    let columns = list.columns.iter().filter(|column| column.column.is_some());
    u32::try_from(columns.count()).unwrap_or(u32::MAX)
}

/// What waits on the review: questions, and the problems that most leads have, each with the way to its rows.
fn problems(draft: &str, list: &KeptList) -> AnyView {
    let question = (list.questions > 0).then(|| {
        view! { <p class="choice-error">{t(texts::not_sure())}</p> }
    });
    let groups = list
        .problems
        .iter()
        .map(|group| {
            let query = LeadQuery {
                problem: group.key.clone(),
                ..LeadQuery::default()
            };
            let text = format!("{} · {}", t(group.message()), number(group.count));
            view! { <li><a href=paths::draft_leads(draft, &query)>{text}</a></li> }
        })
        .collect_view();
    let to_fix = LeadQuery {
        show: LeadFilter::Kind(LeadKind::ToFix),
        ..LeadQuery::default()
    };
    let rows = (list.tally.to_fix > 0).then(|| {
        let text = t(texts::rows_to_fix(list.tally.to_fix));
        view! { <li><a href=paths::draft_leads(draft, &to_fix)><strong>{text}</strong></a></li> }
    });
    let is_clean = list.problems.is_empty() && list.tally.to_fix == 0;
    let clean = (is_clean && list.questions == 0)
        .then(|| view! { <p class="small">{t(texts::nothing_to_fix())}</p> });
    view! { {question} {(!is_clean).then(|| view! { <ul class="first-problems">{rows} {groups}</ul> })} {clean} }.into_any()
}

/// What is read aloud once a list is kept.
pub fn said(view: &NewTaskView) -> String {
    match (&view.list, problem_of("sheet", &view.problems)) {
        (_, Some(problem)) => problem,
        (Some(list), None) => {
            let leads = texts::leads(list.sheet.rows);
            let rows = texts::rows_to_fix(list.tally.to_fix);
            t(texts::saved_in_draft(&list.sheet.file_name, leads, rows))
        }
        (None, None) => String::new(),
    }
}
