//! What works on all leads, above them.

use leads::views::{ColumnView, DraftView};
use leptos::prelude::*;

use crate::web::components::post_button::HiddenValues;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::draft::back;
use crate::web::paths;

/// The `id` of the tools.
pub const ID: &str = "tools";

/// Find and replace, which shows first what it would do; the rows to fix as a file.
pub fn tools(draft: &DraftView) -> AnyView {
    view! {
        <div class="tools" id=ID>
            {replacing(draft)} {files(draft)}
        </div>
    }
    .into_any()
}

fn replacing(draft: &DraftView) -> AnyView {
    let option = |column: &ColumnView| {
        let value = column.field.key();
        view! { <option value=value>{t(column.label.clone())}</option> }
    };
    let options = draft.fields.iter().map(option).collect_view();
    view! {
        <details name="tools">
            <summary>{t(texts::find_and_replace())}</summary>
            <form class="filters" method="get" action=paths::replacement(&draft.id)>
                <HiddenValues values=vec![("back", back(draft))] />
                <div class="field">
                    <label for="replace-field">{t(texts::column())}</label>
                    <select id="replace-field" name="field">
                        {options}
                    </select>
                </div>
                <div class="field">
                    <label for="find">{t(texts::find())}</label>
                    <input type="text" id="find" name="find" autocomplete="off" />
                </div>
                <div class="field">
                    <label for="with">{t(texts::replace_with())}</label>
                    <input type="text" id="with" name="with" autocomplete="off" />
                </div>
                <button class="button" type="submit">{t(texts::find_cells())}</button>
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
            <summary>{t(texts::rows_as_file())}</summary>
            <p>{t(texts::fix_in_excel())}</p>
            <div class="row">
                <a class="button" href=paths::rows_to_fix(id) download=true>{t(texts::excel_workbook())}</a>
                <a class="button" href=paths::rows_to_fix_as_csv(id) download=true>{t(texts::csv())}</a>
            </div>
            <form
                class="filters"
                method="post"
                action=paths::rows_to_fix(id)
                enctype="multipart/form-data"
                novalidate=true
            >
                <div class="field">
                    <label for="fixed">{t(texts::fixed_file())}</label>
                    <input type="file" id="fixed" name="sheet" />
                </div>
                <button class="button" type="submit">{t(texts::upload_fixed())}</button>
            </form>
        </details>
    }
    .into_any()
}
