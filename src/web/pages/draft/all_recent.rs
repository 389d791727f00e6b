//! That nobody is left to call because all were called recently, and the two ways on.

use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::post_button::PostButton;
use crate::web::language::{t, with_elements};
use crate::web::messages::draft as texts;
use crate::web::pages::draft::back_to_top;
use crate::web::paths;

/// Names the task that called them; nothing where somebody is left to call.
pub fn all_recent(draft: &DraftView) -> AnyView {
    let Some(recent) = &draft.all_recent else {
        return ().into_any();
    };
    let sentence = with_elements(&recent.sentence(), |_, name| {
        view! { <a href=paths::task(&recent.task) translate="no">{name}</a> }.into_any()
    });
    view! {
        <div class="notice warn" role="status">
            <strong aria-hidden="true">"!"</strong>
            <p>{sentence}</p>
            <div class="row">
                <PostButton
                    action=paths::set_policies()
                    hidden=vec![
                        ("draft", draft.id.clone()),
                        ("keep", draft.keep.key().to_owned()),
                        ("back", back_to_top(draft)),
                    ]
                    text=t(texts::call_again())
                />
                <a class="button" href=paths::new_task_of_draft(&draft.id)>{t(texts::another_list())}</a>
            </div>
        </div>
    }
    .into_any()
}
