//! What is being reviewed, and what can be done with the whole of it.

use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::discard::Discard;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::draft::sheet;
use crate::web::paths;

/// The task's name, the file, and the ways out.
pub fn head(draft: &DraftView) -> AnyView {
    view! {
        <div class="page-head review-head">
            <div>
                <h1>{t(draft.summary.title())}</h1>
                {sheet::sheet(draft)}
            </div>
            <div class="row">
                <a class="button" href=paths::drafts()>
                    {t(texts::back_to_drafts())}
                </a>
                <a class="button" href=format!("{}#sheet", paths::new_task_of_draft(&draft.id))>
                    {t(texts::replace_list())}
                </a>
                <Discard draft=draft.summary.clone() />
            </div>
        </div>
    }
    .into_any()
}
