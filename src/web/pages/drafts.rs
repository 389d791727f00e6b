//! The open drafts.

use leads::views::DraftRow;
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::numbers::format_number;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::paths;
use crate::web::request::caller::request;

/// The open drafts.
async fn read() -> Result<Vec<DraftRow>, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::drafts::list(backend, caller, now).await?)
}

/// Every draft that was neither submitted nor discarded.
#[component]
pub fn DraftsPage() -> impl IntoView {
    in_layout(Section::Tasks, read(), draw)
}

fn draw(drafts: Vec<DraftRow>) -> AnyView {
    let empty = drafts.is_empty();
    let rows = drafts.into_iter().map(row).collect_view();
    view! {
        <PageTitle text="Drafts" />
        <div class="page-head">
            <div>
                <h1>"Drafts"</h1>
                <p>"Tasks that are not submitted yet. Nobody is called from a draft."</p>
            </div>
            <a class="button" href=paths::tasks()>"Back to tasks"</a>
        </div>
        <section class="card">
            {if empty {
                view! {
                    <Empty title="No drafts" text="A task you start stays here until you submit or discard it.">
                        <a class="button primary" href=paths::new_task()>"New task"</a>
                    </Empty>
                }
                    .into_any()
            } else {
                view! {
                    <Table
                        label="Drafts"
                        columns=vec![
                            Column::words("Draft"),
                            Column::numbers("Leads"),
                            Column::words("Started by"),
                            Column::words("Last changed"),
                            Column::words("Actions"),
                        ]
                    >
                        {rows}
                    </Table>
                }
                    .into_any()
            }}
        </section>
    }
    .into_any()
}

fn row(draft: DraftRow) -> AnyView {
    let href = if draft.reviewable {
        paths::draft(&draft.id)
    } else {
        paths::new_task_of_draft(&draft.id)
    };
    let name = if draft.name.is_empty() {
        "Untitled draft".to_owned()
    } else {
        draft.name
    };
    let file_name = draft.file_name.unwrap_or_else(|| "No list yet".to_owned());
    view! {
        <tr>
            <td class="name">
                <a class="title" href=href>{name}</a>
                <small>{file_name}</small>
            </td>
            <td class="number">{format_number(draft.rows)}</td>
            <td>{draft.by}</td>
            <td><Time moment=draft.changed /></td>
            <td>
                <Asking
                    id=format!("discard-{}", draft.id)
                    question="Discard this draft?"
                    text="Discard draft"
                    opener="button danger"
                    action=paths::discard_draft()
                    hidden=vec![("draft", draft.id)]
                    class="danger"
                >
                    <p>"This deletes the list and all fixes. You cannot undo it."</p>
                </Asking>
            </td>
        </tr>
    }
    .into_any()
}
