//! The address for AIRudder's pushes: whether there is one, when the last push came, and the address itself just after it was made.

use leads::views::PushesView;
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::message::with_time;
use crate::web::components::post_button::PostButton;
use crate::web::components::shown_once::ShownOnce;
use crate::web::forms::form_state::NewPushAddress;
use crate::web::language::t;
use crate::web::messages::settings;
use crate::web::paths;

/// The card below the form of the settings.
pub fn pushes(view: &PushesView) -> AnyView {
    view! {
        <section class="card narrow" id="pushes">
            <header><h2>{t(settings::pushes())}</h2></header>
            <div class="body stack">
                <p>{t(settings::pushes_explained())}</p>
                {standing(view)}
                {button(view)}
            </div>
        </section>
    }
    .into_any()
}

/// The address that was just made, on top of the page.
pub fn shown_once(NewPushAddress(address): NewPushAddress) -> AnyView {
    let (text, copy) = (settings::push_address_made(), settings::copy_address());
    view! { <ShownOnce text=t(text) secret=address copy=t(copy) /> }.into_any()
}

fn standing(view: &PushesView) -> AnyView {
    let Some((by, at)) = view.made.clone() else {
        return view! { <p>{t(settings::no_push_address())}</p> }.into_any();
    };
    let last = match view.last.clone() {
        Some(at) => view! { <p>{with_time(at, settings::last_push)}</p> }.into_any(),
        None => view! { <p>{t(settings::no_push())}</p> }.into_any(),
    };
    view! {
        <p>{with_time(at, |at| settings::push_address_by(at, by))}</p>
        {last}
    }
    .into_any()
}

fn button(view: &PushesView) -> AnyView {
    if view.made.is_none() {
        return view! { <PostButton action=paths::make_push_address() hidden=Vec::new() text=t(settings::make_push_address()) /> }
            .into_any();
    }
    view! {
        <div>
            <Asking
                id="new-push-address".to_owned()
                question=t(settings::new_push_address_question())
                text=t(settings::new_push_address())
                opener="button"
                action=paths::make_push_address()
                hidden=Vec::new()
                class="danger"
            >
                <p>{t(settings::new_push_address_explained())}</p>
            </Asking>
        </div>
    }
    .into_any()
}
