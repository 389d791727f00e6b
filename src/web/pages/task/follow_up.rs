//! The way back from a task that was refused, or created in part.

use crate::web::request::caller::may;
use backend::ids::DraftId;
use leads::Action;
use leads::views::{FollowUpView, TaskView};
use leptos::prelude::*;

use crate::web::components::post_button::PostButton;
use crate::web::language::{t, with_elements};
use crate::web::messages::task as texts;
use crate::web::pages::task::attention;
use crate::web::{clock, paths};

/// The `id` of the way back.
pub const ID: &str = "follow-up";

/// What happened to people, and the buttons that make a draft of those who are not called. Where another task follows already, its
/// name stands in their place.
pub fn follow_up(task: &TaskView) -> AnyView {
    let notice = task.follow_up.as_ref().map(|view| notice(task, view));
    view! { <div class="if-any" id=ID>{notice}</div> }.into_any()
}

/// Whether the notice has buttons: a draft can be made, and no other task follows.
pub fn leads_back(task: &TaskView) -> bool {
    task.follow_up.as_ref().is_some_and(is_open)
}

fn is_open(view: &FollowUpView) -> bool {
    !view.is_undecided && view.followed_by.is_empty()
}

fn notice(task: &TaskView, view: &FollowUpView) -> AnyView {
    let followed = followed_by(view);
    let buttons = is_open(view).then(|| buttons(task, view));
    view! {
        <div class="notice bad" role="status">
            <strong aria-hidden="true">"!"</strong>
            <p>{t(view.happened.clone())} {followed}</p>
            {buttons}
        </div>
    }
    .into_any()
}

fn followed_by(view: &FollowUpView) -> Vec<AnyView> {
    let link = |(id, name): &(String, String)| {
        let followed = with_elements(&texts::followed_by(name), |_, text| {
            view! { <a href=paths::task(id)>{text}</a> }.into_any()
        });
        view! { " " {followed} }.into_any()
    };
    view.followed_by.iter().map(link).collect()
}

/// The others alone, where any were refused or called; all that are not called otherwise. Neither calls anybody.
fn buttons(task: &TaskView, view: &FollowUpView) -> AnyView {
    let has_others = view.others > 0 && (view.refused > 0 || view.is_partly_called);
    let has_refused = view.refused > 0 || !has_others;
    let hidden = |without_refused: bool| {
        vec![
            ("task", task.id.clone()),
            // A second press of the same button finds the draft of the first.
            ("draft", clock::new_id::<DraftId>().to_string()),
            ("without_refused", without_refused.to_string()),
        ]
    };
    let may_prepare = may(Action::Prepare);
    let others = (has_others && may_prepare).then(|| {
        let text = t(texts::send_others(view.others));
        view! { <PostButton action=paths::follow_task() hidden=hidden(true) text=text class="primary" /> }
    });
    let class = if has_others { "" } else { "primary" };
    let all = (has_refused && may_prepare).then(|| {
        view! { <PostButton action=paths::follow_task() hidden=hidden(false) text=t(texts::fix_and_send_again()) class=class /> }
    });
    view! { <div class="row">{others} {all} {attention::mark_as_done(task)}</div> }.into_any()
}
