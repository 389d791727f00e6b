//! The address for AIRudder's pushes: whether there is one, when the last push came, and the address itself just after it was made.

use leads::views::PushesView;
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::moment::Time;
use crate::web::components::post_button::PostButton;
use crate::web::components::shown_once::ShownOnce;
use crate::web::forms::form_state::NewPushAddress;
use crate::web::paths;

/// The card below the form of the settings.
pub fn pushes(view: &PushesView) -> AnyView {
    view! {
        <section class="card narrow" id="pushes">
            <header><h2>"Pushes from AIRudder"</h2></header>
            <div class="body stack">
                <p>
                    "Optional. AIRudder can tell Coxswain when calls have ended, so that results come sooner. Coxswain asks AIRudder \
                     regularly in any case, and takes no result from a push."
                </p>
                {standing(view)}
                {button(view)}
            </div>
        </section>
    }
    .into_any()
}

/// The address that was just made, on top of the page.
pub fn shown_once(NewPushAddress(address): NewPushAddress) -> AnyView {
    let text = "The address for AIRudder’s pushes was made. Give it to AIRudder now: it is shown only once. Whoever has it can make Coxswain ask \
                AIRudder sooner.";
    view! { <ShownOnce text=text secret=address what="address" /> }.into_any()
}

fn standing(view: &PushesView) -> AnyView {
    let Some((by, at)) = view.made.clone() else {
        return view! { <p>"There is no address yet."</p> }.into_any();
    };
    let last = match view.last.clone() {
        Some(at) => view! { <p>"Last push: " <Time moment=at /> "."</p> }.into_any(),
        None => view! { <p>"No push has come to it yet."</p> }.into_any(),
    };
    view! {
        <p>"Address made by " {by} ", " <Time moment=at /> "."</p>
        {last}
    }
    .into_any()
}

fn button(view: &PushesView) -> AnyView {
    if view.made.is_none() {
        return view! { <PostButton action=paths::make_push_address() hidden=Vec::new() text="Make an address" /> }
            .into_any();
    }
    view! {
        <div>
            <Asking
                id="new-push-address".to_owned()
                question="Make a new address?"
                text="Make a new address"
                opener="button"
                action=paths::make_push_address()
                hidden=Vec::new()
                class="danger"
            >
                <p>"The present address stops working at once. AIRudder needs the new one."</p>
            </Asking>
        </div>
    }
    .into_any()
}
