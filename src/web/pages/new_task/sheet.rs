//! The place for the list, and the list that is kept.

use leads::kind::LeadKind;
use leads::views::{KeptList, LeadFilter, LeadQuery, NewTaskView};
use leptos::prelude::*;

use crate::islands::SheetDrop;
use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::problem_of;
use crate::web::components::icon::Icon;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::pages::draft::columns;
use crate::web::paths;

/// The `id` of what is said of the list that is kept.
pub const ID: &str = "list-kept";

/// What the script says where something goes wrong on the way: it is drawn here, so that the script stays small.
const UNREACHABLE: &str = "Coxswain cannot be reached. What you entered and the file are still here: check that you are online, then \
                           press “Review leads” again.";
const SIGNED_OUT: &str = "Your session has ended, so nothing more is saved. What you entered and the file are still here: press \
                          “Review leads” and sign in.";
const BROKEN_OFF: &str = "The connection was lost while uploading “{}”. The file might have changed or moved since you chose it, or \
                          a proxy in front of Coxswain might refuse files of this size. What you entered is still here: choose the \
                          file again and press “Review leads”. If it happens again, tell your administrator.";
const TOO_LARGE: &str = "A server in front of Coxswain refused a file of this size (413), so Coxswain did not get it. What you \
                         entered and the file are still here. Tell your administrator: the README of Coxswain says what a proxy must \
                         let through. Until then, split the file.";
const NOT_WAITED: &str = "A server in front of Coxswain did not wait for Coxswain’s answer ({}). What you entered and the file are \
                          still here. Coxswain might still be reading the list: look under Drafts in a minute, before you upload it \
                          again.";
const NOT_OURS: &str = "A server in front of Coxswain answered in its place ({}). What you entered and the file are still here. \
                        Press “Review leads” again. If it happens again, tell your administrator.";

/// The file input, and the list that is already there.
pub fn sheet(view: &NewTaskView) -> AnyView {
    let problem = problem_of("sheet", &view.problems);
    let invalid = problem.as_ref().map(|_| "true");
    view! {
        <section class="card">
            <header>
                <h2><label for="sheet">"List"</label></h2>
            </header>
            <div class="body stack list-card">
                {kept(view)}
                <SheetDrop>
                    <Icon name="sheet" />
                    <p><strong class="if-none">"Drop your list here"</strong>
                    <strong class="if-kept">"Replace: drop another list here"</strong>" or choose a file"</p>
                    <input
                        type="file"
                        id="sheet"
                        name="sheet"
                        accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods"
                        aria-invalid=invalid
                        aria-describedby="sheet-error sheet-hint"
                    />
                    <p id="sheet-chosen" role="status"></p>
                    <p class="hint" id="sheet-hint">"CSV, TSV, Excel or OpenDocument file. At most 64 MB and 200,000 leads."</p>
                </SheetDrop>
                <noscript>
                    <button class="button" type="submit" name="then" value="keep">"Read the list"</button>
                </noscript>
                {under_way()}
            </div>
        </section>
    }
    .into_any()
}

/// What is told while a list is on its way, and where it does not arrive.
fn under_way() -> AnyView {
    view! {
        <div role="status" class="upload-status">
            <p
                id="sheet-answer"
                data-unreachable=UNREACHABLE
                data-signed-out=SIGNED_OUT
                data-broken-off=BROKEN_OFF
                data-too-large=TOO_LARGE
                data-not-waited=NOT_WAITED
                data-not-ours=NOT_OURS
            ></p>
            <div class="stack" data-under-way="" hidden=true>
                <p>"Uploading and reading your list. This can take a few seconds."</p>
                <progress id="sheet-sent" max="100" aria-label="Upload progress"></progress>
                <p class="small muted percent-sent" aria-hidden="true"></p>
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
        count_with_noun(sheet.rows, "lead", "leads"),
        sheet.format
    );
    let columns = list
        .columns
        .iter()
        .filter_map(|column| Some(fact(&column.label, columns::source(&list.headers, column)?)))
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
                    <span class="small muted">{sheet.lines.clone()}</span>
                </span>
            </p>
            {problems(draft, list)}
            <details>
                <summary>{format!("{} of the list used", count_with_noun(used(list), "column", "columns"))}</summary>
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
        view! { <p class="choice-error">"Coxswain is not sure what each column is. You are asked before any lead is ready."</p> }
    });
    let groups = list
        .problems
        .iter()
        .map(|group| {
            let query = LeadQuery {
                problem: group.key.clone(),
                ..LeadQuery::default()
            };
            let text = format!("{} · {}", group.label, format_number(group.count));
            view! { <li><a href=paths::draft_leads(draft, &query)>{text}</a></li> }
        })
        .collect_view();
    let to_fix = LeadQuery {
        show: LeadFilter::Kind(LeadKind::ToFix),
        ..LeadQuery::default()
    };
    let rows = (list.tally.to_fix > 0).then(|| {
        let text = format!(
            "{} to fix",
            count_with_noun(list.tally.to_fix, "row", "rows")
        );
        view! { <li><a href=paths::draft_leads(draft, &to_fix)><strong>{text}</strong></a></li> }
    });
    let is_clean = list.problems.is_empty() && list.tally.to_fix == 0;
    let clean = (is_clean && list.questions == 0)
        .then(|| view! { <p class="small">"Nothing in the list has to be fixed."</p> });
    view! { {question} {(!is_clean).then(|| view! { <ul class="first-problems">{rows} {groups}</ul> })} {clean} }.into_any()
}

/// What is read aloud once a list is kept.
pub fn said(view: &NewTaskView) -> String {
    match (&view.list, problem_of("sheet", &view.problems)) {
        (_, Some(problem)) => problem,
        (Some(list), None) => {
            let leads = count_with_noun(list.sheet.rows, "lead", "leads");
            let rows = count_with_noun(list.tally.to_fix, "row", "rows");
            format!(
                "{} is saved in a draft: {leads}, {rows} to fix.",
                list.sheet.file_name
            )
        }
        (None, None) => String::new(),
    }
}
