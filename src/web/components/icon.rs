//! The drawings: strokes in the colour of the text around them.

use leptos::prelude::*;

/// The strokes of a drawing, on a field of 24 by 24.
fn strokes(name: &str) -> &'static str {
    match name {
        "plus" => "M12 5v14M5 12h14",
        "menu" => "M4 6h16M4 12h16M4 18h16",
        "tasks" => "M4 6h16M4 12h16M4 18h10",
        "insights" => "M4 20V10M10 20V4M16 20v-7M21 20H3",
        "robot" => {
            "M7 8h10a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z\
             M12 8V4M9 13h.01M15 13h.01M9 16h6"
        }
        "no-call" => "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M5.6 5.6l12.8 12.8",
        "settings" => {
            "M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1\
             M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1"
        }
        "refresh" => "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6",
        "sheet" => "M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h7M12 11v8",
        "copy" => "M9 9h11v11H9zM5 15H4V4h11v1",
        _ => "",
    }
}

/// A drawing that only repeats what the words beside it say.
#[component]
pub fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.8"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true"
        >
            <path d=strokes(name) />
        </svg>
    }
}

/// The wheel of the brand.
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <svg
            viewBox="0 0 32 32"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
            stroke-width="2.4"
            stroke-linecap="round"
        >
            <circle cx="16" cy="16" r="8" />
            <circle cx="16" cy="16" r="2.2" fill="currentColor" />
            <path d="M16 2v6M16 24v6M2 16h6M24 16h6M6.1 6.1l4.2 4.2M21.7 21.7l4.2 4.2M25.9 6.1l-4.2 4.2M10.3 21.7l-4.2 4.2" />
        </svg>
    }
}
