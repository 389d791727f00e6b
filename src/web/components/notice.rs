//! Something the reader must know before going on.

use leads::states::Tone;
use leptos::prelude::*;

use crate::web::components::badge::tone_class;

/// One or two sentences with a mark.
#[component]
pub fn NoticeBox(tone: Tone, #[prop(into)] text: String) -> impl IntoView {
    let mark = match tone {
        Tone::Good => "✓",
        Tone::Warn | Tone::Bad => "!",
        Tone::Plain | Tone::Busy => "i",
    };
    view! {
        <div class=format!("notice {}", tone_class(tone)) role="status">
            <strong aria-hidden="true">{mark}</strong>
            <p>{text}</p>
        </div>
    }
}
