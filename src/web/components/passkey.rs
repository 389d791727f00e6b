//! A button that uses a passkey, or makes one, and the script for it. Without the script the button is not there: pages offer another way.
//!
//! The script looks for forms with `data-passkey`, the address that says what is to be signed; with `data-makes` a passkey is made. What it
//! says where none is used stands in `data-exists`, `data-not-sent` and `data-not-used`.

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::web::components::post_button::HiddenValues;
use crate::web::language::t;
use crate::web::messages::components;

const SCRIPT: &str = include_str!("passkey.js");

/// The form of a passkey, and the script behind it: a page has one.
#[component]
pub fn PasskeyForm(
    /// Where the passkey posts.
    #[prop(into)]
    action: String,
    /// Where the script asks for what is to be signed.
    #[prop(into)]
    challenge: String,
    /// Whether a passkey is made.
    #[prop(optional)]
    makes: bool,
    /// Names and values that it posts.
    #[prop(optional)]
    hidden: Vec<(&'static str, String)>,
    /// Verb and object.
    #[prop(into)]
    text: String,
    /// Class of the button beside `button`.
    #[prop(optional)]
    class: &'static str,
    /// Fields above the button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let makes = makes.then_some("");
    view! {
        <form
            class="stack"
            method="post"
            action=action
            hidden
            data-passkey=challenge
            data-makes=makes
            data-exists=t(components::passkey_exists())
            data-not-sent=t(components::passkey_not_sent())
            data-not-used=t(components::passkey_not_used())
        >
            <HiddenValues values=hidden />
            <input type="hidden" name="credential" />
            {children.map(|children| children())}
            <div><button class=format!("button {class}") type="submit">{text}</button></div>
            <p class="error" role="alert"></p>
        </form>
        <script nonce=use_nonce()>{SCRIPT}</script>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stays_small_and_cannot_end_its_element() {
        assert!(SCRIPT.len() <= 3_000, "{} bytes", SCRIPT.len());
        assert!(!SCRIPT.contains("</"));
    }
}
