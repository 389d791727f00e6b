//! Messages with an element that many pages draw in the same way.

use leads::views::Moment;
use leptos::prelude::*;
use localization::Message;

use crate::web::language::with_elements;

/// A message of which the element `hidden` is only read aloud.
pub fn with_hidden(message: &Message) -> Vec<AnyView> {
    with_elements(message, |_, text| {
        view! { <span class="visually-hidden">{text}</span> }.into_any()
    })
}

/// A message with the moment as a variable, of which the element `time` is that moment for machines too.
pub fn with_time(moment: Moment, message: impl FnOnce(String) -> Message) -> Vec<AnyView> {
    let Moment { iso, text } = moment;
    with_elements(&message(text), |_, text| {
        view! { <time datetime=iso.clone()>{text}</time> }.into_any()
    })
}
