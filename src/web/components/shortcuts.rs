//! The keyboard shortcuts: what they are, and the switch that turns single keys off.

use leptos::prelude::*;
use localization::Message;

use crate::web::components::field::Choice;
use crate::web::language::t;
use crate::web::messages::shortcuts as words;

/// The `id` of what tells the shortcuts.
const ID: &str = "shortcuts";

/// Those of every page.
fn everywhere() -> [(Message, Message); 4] {
    [
        (Message::verbatim("/"), words::search()),
        (Message::verbatim("n"), words::new_task()),
        (Message::verbatim("?"), words::show()),
        (Message::verbatim("Ctrl+Enter"), words::go_on()),
    ]
}

/// Those of the cells of the review.
fn in_the_grid() -> [(Message, Message); 5] {
    [
        (words::key_arrows(), words::r#move()),
        (words::key_enter(), words::edit()),
        (words::key_tab(), words::next_problem()),
        (words::key_escape(), words::leave()),
        (Message::verbatim("Ctrl+Z"), words::undo()),
    ]
}

/// The button that opens them. Without scripts there are none, and it is not drawn.
#[component]
pub fn ShortcutsButton() -> impl IntoView {
    view! { <button class="link scripted" type="button" popovertarget=ID>{t(words::heading())}</button> }
}

/// What they are, above the page until Escape or a press elsewhere takes it away.
#[component]
pub fn Shortcuts() -> impl IntoView {
    view! {
        <div class="card asking" id=ID popover="auto" role="dialog" tabindex="-1" autofocus=true aria-labelledby="shortcuts-title">
            <div class="body stack">
                <h2 id="shortcuts-title">{t(words::heading())}</h2>
                <Keys keys=everywhere() />
                <h3>{t(words::in_the_grid())}</h3>
                <Keys keys=in_the_grid() />
                <Choice
                    kind="checkbox"
                    id="single-keys"
                    name="single-keys"
                    value="on"
                    label=t(words::single_keys())
                    hint=t(words::single_keys_hint())
                    checked=true
                />
                <div class="row">
                    <button class="button" type="button" popovertarget=ID popovertargetaction="hide">{t(words::close())}</button>
                </div>
            </div>
        </div>
    }
}

#[component]
fn Keys<const MANY: usize>(keys: [(Message, Message); MANY]) -> impl IntoView {
    let rows = keys
        .into_iter()
        .map(|(key, text)| view! { <dt><kbd>{t(key)}</kbd></dt><dd>{t(text)}</dd> })
        .collect_view();
    view! { <dl class="facts keys">{rows}</dl> }
}
