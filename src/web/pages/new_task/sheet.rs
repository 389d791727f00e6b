//! The place for the spreadsheet.

use leads::views::{FormProblem, SheetView};
use leptos::prelude::*;

use crate::islands::SheetDrop;
use crate::web::components::field::problem_of;
use crate::web::components::icon::Icon;
use crate::web::components::numbers::count_with_noun;

/// The file input, and the spreadsheet that is already there.
pub fn sheet(stored: Option<SheetView>, problems: &[FormProblem]) -> AnyView {
    let problem = problem_of("sheet", problems);
    let invalid = problem.as_ref().map(|_| "true");
    let described_by = if problem.is_some() {
        "sheet-error sheet-hint"
    } else {
        "sheet-hint"
    };
    let class = if problem.is_some() {
        "field bad"
    } else {
        "field"
    };
    let word = if stored.is_some() {
        "Drop a new list here to replace it"
    } else {
        "Drop your list here"
    };
    view! {
        <section class="card">
            <header>
                <h2><label for="sheet">"List"</label></h2>
            </header>
            <div class="body stack">
                {stored.map(kept)}
                <div class=class>
                    {problem.map(|problem| view! { <p class="error" id="sheet-error">{problem}</p> })}
                    <SheetDrop>
                        <Icon name="sheet" />
                        <p><strong>{word}</strong>" or choose a file"</p>
                        <input
                            type="file"
                            id="sheet"
                            name="sheet"
                            accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods"
                            aria-invalid=invalid
                            aria-describedby=described_by
                        />
                        <p id="sheet-chosen" role="status"></p>
                        <p class="hint" id="sheet-hint">"CSV, TSV, Excel or OpenDocument file. At most 64 MB and 200,000 leads."</p>
                    </SheetDrop>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn kept(sheet: SheetView) -> AnyView {
    view! {
        <p class="kept">
            <Icon name="sheet" />
            <span>
                <strong>{sheet.file_name}</strong>
                <br />
                <span class="small muted">
                    {format!("{} · {}", count_with_noun(sheet.rows, "lead", "leads"), sheet.format)}
                </span>
            </span>
        </p>
    }
    .into_any()
}
