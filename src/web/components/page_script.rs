//! The one script that stands in every page of somebody who is signed in. Nothing is loaded for it, and every page works without.
//!
//! It looks for these marks, which pages put on what they draw:
//!
//! | mark | on | what it adds |
//! | --- | --- | --- |
//! | `data-search` | a field | `/` goes there |
//! | `data-next` | the button that leads on; never one that calls people | Ctrl+Enter presses it |
//! | `data-new` | the link to a new task | `n` follows it |
//! | `data-guard` | a form | the browser asks before changed values are left; any value of the mark says that they are changed already |
//! | `data-shows` | a `<select>` with an `id` | only the chosen one of the `data-for="id:value"` is shown; a change puts each `data-NAME` of the chosen `<option>` into the control or the `<output>` with the `id` NAME |
//! | `data-stay` | what leads back to the same page | it comes back at the same height, with the same panels open and the keyboard where it was; `data-stay="no"` inside excepts a part |
//! | `data-left` | an empty `<span>`, with a number of seconds | counts the last two minutes down with the words of `data-soon`, which has `{seconds}`; then it says `data-over` |
//! | `role="search"` | a form | a filter in it applies once the pointer has chosen; by the keyboard, which passes many on its way, the button does |
//! | `data-copy` | a button, drawn `hidden` | copies the text of the element with that `id`, and says `data-copied` |
//!
//! Once nobody has touched the page for as long as a session lasts, or the person has signed out in another tab, nothing of it is shown any more
//! (ASVS 14.3.1).

use leptos::nonce::use_nonce;
use leptos::prelude::*;

use crate::web::language::t;
use crate::web::messages::layout as words;
use crate::web::request::session;

/// Single keys do nothing in a field, with a modifier, or once they are turned off (WCAG 2.2, 2.1.4).
const PAGE: &str = include_str!("page.js");

/// The script, at the end of the page.
#[component]
pub fn PageScript() -> impl IntoView {
    view! {
        <main id="page-left" class="empty" data-after=session::IDLE_SECONDS hidden>
            <h1>{t(words::page_is_empty())}</h1>
            <p>{t(words::page_left())}</p>
            <p><a href="">{t(words::load_again())}</a></p>
        </main>
        <script nonce=use_nonce()>{PAGE}</script>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_every_page_stays_small_and_cannot_end_its_element() {
        assert!(PAGE.len() <= 3_000, "{} bytes", PAGE.len());
        assert!(!PAGE.contains("</"));
    }
}
