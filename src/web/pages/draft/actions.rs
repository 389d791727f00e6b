//! What can be done with the draft now, and why something cannot.

use leads::states::CheckState;
use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::discard::Discard;
use crate::web::components::numbers::count_with_noun;
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::paths;

/// The `id` of the actions.
pub const ID: &str = "actions";

/// The actions at the foot of the leads.
pub fn actions(draft: &DraftView) -> AnyView {
    let running = draft
        .check
        .as_ref()
        .is_some_and(|check| check.state == CheckState::Running);
    let checked = draft
        .check
        .as_ref()
        .is_some_and(|check| check.state == CheckState::Done && check.current);
    let next = if running {
        view! { <span class="small muted">"The check is running."</span> }.into_any()
    } else if checked {
        submit(draft)
    } else {
        check(draft, "Check with AIRudder", "primary")
    };
    let again = if draft.submit_blocker.is_some() {
        "primary"
    } else {
        ""
    };
    view! {
        <div class="sticky-actions" id=ID>
            {next} <a class="button" href=paths::drafts()>"Back to drafts"</a>
            <Discard draft=draft.summary.clone() class="push" /> {(checked && draft.check_blocker.is_none()).then(|| check(draft, "Check again", again))}
            {(!running && !checked && draft.check_blocker.is_none())
                .then(|| view! { <span class="small muted">{dry_run(draft)}</span> })}
        </div>
    }
    .into_any()
}

/// What the check does, before it is asked for.
fn dry_run(draft: &DraftView) -> String {
    let leads = count_with_noun(draft.tally.sent(), "lead", "leads");
    format!("A dry run of {leads}: it creates no task and calls nobody.")
}

fn check(draft: &DraftView, text: &'static str, class: &'static str) -> AnyView {
    if let Some(blocker) = draft.check_blocker.clone() {
        return view! { <p class="blocker">{blocker}</p> }.into_any();
    }
    view! {
        <PostButton
            action=paths::check_draft()
            hidden=vec![("draft", draft.id.clone()), ("version", draft.version.to_string())]
            text=text
            class=class
            next=class == "primary"
        />
    }
    .into_any()
}

/// What leads to the launch.
fn submit(draft: &DraftView) -> AnyView {
    if let Some(blocker) = draft.submit_blocker.clone() {
        return view! { <p class="blocker">{blocker}</p> }.into_any();
    }
    view! {
        <form class="to-launch" method="post" action=paths::launch_draft()>
            <HiddenValues values=vec![("draft", draft.id.clone()), ("version", draft.version.to_string())] />
            <span class="small muted">"Nobody is called yet: you confirm on the next page."</span>
            <button class="button primary" type="submit">
                {format!("Submit {}", count_with_noun(draft.submit_count, "lead", "leads"))}
            </button>
        </form>
    }
    .into_any()
}
