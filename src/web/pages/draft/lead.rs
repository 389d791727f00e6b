//! One lead of a draft, as a form: fixing without a grid.

use leads::kind::LeadKind;
use leads::problem::Level;
use leads::views::{CellView, ColumnView, DraftView, LeadView};
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::web::components::layout::Section;
use crate::web::components::numbers::format_number;
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::components::text_area::TextArea;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::draft::grid::in_the_file;
use crate::web::pages::draft::name;
use crate::web::pages::load::{drawn_for, in_layout};
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// One lead, with every field that it may have.
async fn read(id: String, row: u32) -> Result<DraftView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&id)?;
    let shown = backend::drafts::Shown::Lead(row);
    let mut draft = backend::drafts::review(backend, caller, now, id, &shown).await?;
    if let Some(typed) = request.typed_into(paths::edit_lead()) {
        typed.fill_lead(&mut draft);
    }
    match draft.leads.is_empty() {
        true => Err(AppError::not_found()),
        false => Ok(draft),
    }
}

/// The lead of the address; of what has become a task nothing is fixed any more.
#[component]
pub fn LeadPage() -> impl IntoView {
    let row = path_value("row").parse().unwrap_or(0);
    let loading = read(path_value("id"), row);
    in_layout(Section::Tasks, loading, |draft| match &draft.task {
        Some(task) => view! { <Redirect path=paths::task(task) /> }.into_any(),
        None => draft
            .leads
            .first()
            .map(|lead| draw(&draft, lead))
            .into_any(),
    })
}

fn draw(draft: &DraftView, lead: &LeadView) -> AnyView {
    let row = format_number(lead.row);
    let fields = draft
        .fields
        .iter()
        .zip(&lead.cells)
        .map(|(column, cell)| field(column, cell))
        .collect_view();
    let is_left_out = lead.kind == LeadKind::LeftOut;
    let other_way = if is_left_out {
        "Include this row"
    } else {
        "Leave out this row"
    };
    let address = || vec![("draft", draft.id.clone()), ("row", lead.row.to_string())];
    let leaving_out = {
        let mut hidden = address();
        hidden.push(("left_out", (!is_left_out).to_string()));
        hidden
    };
    view! {
        <PageTitle text=format!("Row {row}: {}", name(draft)) error=false />
        <div class="page-head">
            <div>
                <h1>{format!("Row {row}")}</h1>
                <p>{format!("{} · {}", name(draft), lead.kind.status())}</p>
            </div>
            <a class="button push" href=paths::draft(&draft.id)>"Back to review"</a>
        </div>
        <form class="card narrow" method="post" action=paths::edit_lead() novalidate=true>
            <HiddenValues values=[vec![drawn_for()], address()].concat() />
            <div class="body stack">{fields}</div>
            <div class="sticky-actions">
                <button class="button primary" type="submit" data-next="">"Save row"</button>
            </div>
        </form>
        <PostButton action=paths::leave_out() hidden=leaving_out text=other_way />
    }
    .into_any()
}

/// A field of the lead. A text of several lines needs a control of several lines: the other one drops the breaks.
fn field(column: &ColumnView, cell: &CellView) -> AnyView {
    let id = format!("field-{}", column.field.key());
    let name = format!("fields[{}]", column.field.key());
    let error_id = format!("{id}-error");
    let is_bad = cell
        .problems
        .iter()
        .any(|problem| problem.level == Level::Error);
    let sentences: Vec<String> = cell
        .problems
        .iter()
        .map(|problem| problem.sentence.clone())
        .collect();
    let described_by = (!sentences.is_empty()).then(|| error_id.clone());
    let invalid = is_bad.then_some("true");
    let control = if cell.value.contains(['\n', '\r']) {
        view! {
            <TextArea
                id=id.clone()
                name=name
                value=cell.value.clone()
                rows="3"
                invalid=invalid
                described_by=described_by
            />
        }
        .into_any()
    } else {
        view! {
            <input
                type="text"
                id=id.clone()
                name=name
                value=cell.value.clone()
                autocomplete="off"
                aria-invalid=invalid
                aria-describedby=described_by
            />
        }
        .into_any()
    };
    let told = (!sentences.is_empty()).then(|| {
        let class = if is_bad { "error" } else { "hint" };
        view! { <p class=class id=error_id>{sentences.join(" ")}</p> }
    });
    let from_sheet = cell
        .from_sheet
        .as_ref()
        .map(|text| view! { <p class="hint">{in_the_file(text)}</p> });
    view! {
        <div class=if is_bad { "field bad" } else { "field" }>
            <label for=id>{column.label.clone()}</label>
            {control}
            {told}
            {from_sheet}
        </div>
    }
    .into_any()
}
