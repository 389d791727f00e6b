//! Messages with an element that many pages draw in the same way.

use leads::views::Moment;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::moment::timed;
use crate::web::language::with_elements;

/// A message of which the element `hidden` is only read aloud.
pub fn with_hidden(message: &Message) -> Vec<AnyView> {
    with_elements(message, |_, text| {
        view! { <span class="visually-hidden">{text}</span> }.into_any()
    })
}

/// A message with the moment as a variable, of which the element `time` is that moment for machines too.
pub fn with_time(moment: Moment, message: impl FnOnce(Message) -> Message) -> Vec<AnyView> {
    with_elements(&message(moment.message()), |_, text| {
        timed(moment.iso.clone(), text)
    })
}
