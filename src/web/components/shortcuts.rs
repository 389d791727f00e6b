//! The keyboard shortcuts: what they are, and the switch that turns single keys off.

use leptos::prelude::*;

use crate::web::components::field::Choice;

/// The `id` of what tells the shortcuts.
const ID: &str = "shortcuts";

/// Those of every page.
const EVERYWHERE: [(&str, &str); 4] = [
    ("/", "Go to the search"),
    ("n", "New task"),
    ("?", "Show these shortcuts"),
    ("Ctrl+Enter", "Continue: press the main button of the page"),
];

/// Those of the cells of the review.
const IN_THE_GRID: [(&str, &str); 5] = [
    ("Arrow keys", "Move between cells"),
    (
        "Enter or F2",
        "Edit the cell; typing replaces what it holds",
    ),
    ("Tab", "Next problem"),
    ("Escape", "Leave the cell, then the table"),
    ("Ctrl+Z", "Undo"),
];

/// The button that opens them. Without scripts there are none, and it is not drawn.
#[component]
pub fn ShortcutsButton() -> impl IntoView {
    view! { <button class="link scripted" type="button" popovertarget=ID>"Keyboard shortcuts"</button> }
}

/// What they are, above the page until Escape or a press elsewhere takes it away.
#[component]
pub fn Shortcuts() -> impl IntoView {
    view! {
        <div class="card asking" id=ID popover="auto" role="dialog" tabindex="-1" autofocus=true aria-labelledby="shortcuts-title">
            <div class="body stack">
                <h2 id="shortcuts-title">"Keyboard shortcuts"</h2>
                <Keys keys=&EVERYWHERE />
                <h3>"In the table of leads"</h3>
                <Keys keys=&IN_THE_GRID />
                <Choice
                    kind="checkbox"
                    id="single-keys"
                    name="single-keys"
                    value="on"
                    label="Use single keys: / n ?"
                    hint="Turn them off if they get in the way of how you type. This browser remembers it."
                    checked=true
                />
                <div class="row">
                    <button class="button" type="button" popovertarget=ID popovertargetaction="hide">"Close"</button>
                </div>
            </div>
        </div>
    }
}

#[component]
fn Keys(keys: &'static [(&'static str, &'static str)]) -> impl IntoView {
    let rows = keys
        .iter()
        .map(|(key, text)| view! { <dt><kbd>{*key}</kbd></dt><dd>{*text}</dd> })
        .collect_view();
    view! { <dl class="facts keys">{rows}</dl> }
}
