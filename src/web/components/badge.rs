//! A state: a dot and a word.

use leads::states::Tone;
use leptos::prelude::*;

/// The class that gives a badge, a notice or an event its tone.
pub const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Good => "good",
        Tone::Busy => "busy",
        Tone::Warn => "warn",
        Tone::Bad => "bad",
    }
}

/// A state as a dot and a word.
#[component]
pub fn Badge(tone: Tone, #[prop(into)] word: String) -> impl IntoView {
    view! { <span class=format!("badge {}", tone_class(tone))>{word}</span> }
}
