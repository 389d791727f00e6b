//! What can be done at once about all leads with the problem that is chosen.

use leads::kind::LeadKind;
use leads::views::{BulkFixView, DraftView, LeadFilter};
use leptos::prelude::*;

use crate::web::components::post_button::PostButton;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::draft::back;
use crate::web::paths;

/// The `id` of the bulk fixes.
pub const ID: &str = "bulk-fixes";

/// The bulk fixes of the chosen group; nothing where none is chosen.
pub fn bulk_fixes(draft: &DraftView) -> AnyView {
    let buttons = draft
        .bulk_fixes
        .iter()
        .filter(|bulk_fix| is_of_shown(draft, bulk_fix))
        .map(|bulk_fix| {
            let hidden = vec![
                ("draft", draft.id.clone()),
                ("bulk_fix", bulk_fix.key.clone()),
                ("back", back(draft)),
            ];
            let text = t(bulk_fix.label_at_group.clone());
            view! { <PostButton action=paths::apply_bulk_fix() hidden=hidden text=text /> }
        })
        .collect_view();
    view! {
        <div class="row if-any" id=ID>
            {buttons}
            {download(draft)}
        </div>
    }
    .into_any()
}

/// The rows of the chosen group as a file.
fn download(draft: &DraftView) -> Option<AnyView> {
    let mut groups = draft.problem_groups.iter();
    let group = groups.find(|group| group.key == draft.query.problem)?;
    let href = paths::rows_of_group(&draft.id, &group.key);
    let text = t(texts::download_rows(group.count));
    Some(
        view! {
            <a class="button" href=href download=true>
                {text}
            </a>
        }
        .into_any(),
    )
}

fn is_of_shown(draft: &DraftView, bulk_fix: &BulkFixView) -> bool {
    match bulk_fix.key.split_once(':') {
        // Of no group: it takes back what was left out.
        Some((_, "")) => draft.query.show == LeadFilter::Kind(LeadKind::LeftOut),
        Some((_, group)) => group == draft.query.problem,
        None => false,
    }
}
