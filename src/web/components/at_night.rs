//! The choice to have people called at night all the same.

use leads::states::Tone;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::field::Choice;
use crate::web::components::notice::NoticeBox;
use crate::web::language::t;

/// What is said of the hour, and the tick that goes on in spite of it; part of the form that calls.
pub fn at_night(warning: Message) -> AnyView {
    view! {
        <NoticeBox tone=Tone::Warn text=t(warning) />
        <Choice
            kind="checkbox"
            id="at_night"
            name="at_night"
            value="true"
            label=t(leads::views::call_at_night())
            checked=false
        />
    }
    .into_any()
}
