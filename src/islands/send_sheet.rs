//! Sending the form of a new task with its list.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, Element, File, FormData, HtmlElement, HtmlFormElement, HtmlInputElement,
};

use crate::islands::dom;
use crate::islands::dom::{by_id, say, text_of};
use crate::islands::press_once::{block_second_submit, under_way_of};

/// A page that is shown again from the browser's memory must not keep a dead button.
const RELEASE_AFTER: Duration = Duration::from_secs(20);

/// Bytes of a file from which on the script sends it with the form: below that no proxy refuses it (nginx takes 1 MB unless told
/// otherwise), and a form that goes as forms go needs nothing of the script's.
const LARGE: f64 = 900_000.0;

/// The button that keeps the list without going on.
const KEEP: &str = "keep";

thread_local! {
    /// Whether the form is being kept.
    static KEEPING: Cell<bool> = const { Cell::new(false) };
    /// Whether something has changed since it was sent.
    static CHANGED: Cell<bool> = const { Cell::new(false) };
    /// Whether something was typed since then, of which the browser makes a change once its field is left.
    static TYPED: Cell<bool> = const { Cell::new(false) };
    /// The button that was pressed meanwhile, by what it posts.
    static PRESSED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps the list once it is chosen, and from then on what is filled in: the server draws what has changed. A form that has a
/// large file is sent by the script, so that what was typed and the file stay where they are when the answer is not Coxswain's
/// own; `#sheet-answer` says what happened. Every other form goes as forms go, and so does each without scripts.
#[island]
pub fn SendSheet(children: Children) -> impl IntoView {
    // A list that was chosen before the island woke up is kept too.
    Effect::new(|| {
        if file().is_some() {
            keep(true);
        }
        window_event_listener_untyped("pagehide", |_| leave());
    });
    view! {
        <div class="once" on:submit=send on:change=changed on:input=|_: Event| TYPED.set(true)>
            {children()}
        </div>
    }
}

fn input() -> Option<HtmlInputElement> {
    by_id("sheet")
}

/// The list that is chosen and not kept yet.
fn file() -> Option<File> {
    input()?.files()?.get(0)
}

/// The form of this page.
fn form() -> Option<HtmlFormElement> {
    input()?.form()
}

/// Whether there is a draft of the form.
fn has_draft() -> bool {
    by_id::<Element>("form-draft").is_some_and(|draft| draft.has_attribute("data-kept"))
}

fn changed(event: Event) {
    let chosen: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    keep(chosen == input());
}

/// Keeps the list and what is filled in; again where something changes meanwhile. A list that could not be kept is sent again by a
/// button, and not with every change (`is_choice` is one of a list).
fn keep(is_choice: bool) {
    CHANGED.set(true);
    let may_be_kept = match file() {
        Some(_) => is_choice,
        None => has_draft(),
    };
    if KEEPING.get() || !may_be_kept {
        return;
    }
    let Some(form) = form() else { return };
    KEEPING.set(true);
    spawn_local(async move {
        let mut kept = Kept::Yes;
        while kept == Kept::Yes && CHANGED.take() {
            kept = keep_once(&form).await;
        }
        KEEPING.set(false);
        go_on(&form, kept != Kept::No);
    });
}

/// Sends what was typed last and has not been kept: the browser does so after the page is gone.
fn leave() {
    if !has_draft() || file().is_some() || !(TYPED.get() || KEEPING.get()) {
        return;
    }
    let Some(form) = form() else { return };
    if let Ok(body) = body_of(&form, KEEP) {
        let navigator = window().navigator();
        // Refused only where a form is larger than any of ours.
        let _ = navigator.send_beacon_with_opt_form_data(&form.action(), Some(&body));
    }
}

/// Whether a form was kept.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    Yes,
    No,
    /// Not before somebody has signed in again: the way on leads there.
    SignedOut,
}

/// Whether that worked; where not, it is told.
async fn keep_once(form: &HtmlFormElement) -> Kept {
    let sent = file();
    TYPED.set(false);
    if sent.is_some() {
        show_progress(form, true);
        tell("");
    }
    let outcome = post(form, KEEP, sent.as_ref()).await;
    show_progress(form, false);
    match outcome {
        UploadOutcome::To(address) => {
            // Another one may have been chosen meanwhile.
            match (sent, input()) {
                (Some(sent), Some(input)) if file().as_ref() == Some(&sent) => input.set_value(""),
                _ => {}
            }
            show_kept(&address).await;
            Kept::Yes
        }
        UploadOutcome::SignedOut => {
            tell(&sentence("signed-out", ""));
            Kept::SignedOut
        }
        UploadOutcome::Told(sentence) => {
            tell(&sentence);
            Kept::No
        }
    }
}

/// Puts in place what the server draws of a form that is kept, and the name that it proposes where none was typed.
async fn show_kept(address: &str) {
    let Some((200, drawn)) = dom::ask(address).await else {
        return;
    };
    for (id, html) in dom::partials_of(&drawn) {
        dom::replace(&id, &html);
    }
    if let (Some(place), Some(said)) = (by_id::<Element>("sheet-chosen"), text_of(&drawn, "said")) {
        say(&place, &said);
    }
    let Some(draft) = by_id::<Element>("form-draft") else {
        return;
    };
    let told = |name: &str| dom::attribute(&draft, name);
    if let Some(name) = by_id::<HtmlInputElement>("name")
        && name.value().is_empty()
    {
        name.set_value(&told("data-name"));
    }
    // Whoever loads the page again finds the draft. Refused only where pages do so without end.
    if let Ok(history) = window().history() {
        let address = told("data-address");
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Presses the button that was pressed while the form was being kept.
fn go_on(form: &HtmlFormElement, leads_on: bool) {
    let Some(button) = PRESSED.take().and_then(|then| button_of(form, &then)) else {
        return;
    };
    release(&button);
    if leads_on {
        button.click();
    }
}

fn button_of(form: &HtmlFormElement, then: &str) -> Option<HtmlElement> {
    let found = form.query_selector(&format!("button[value={then}]"));
    found.ok()??.dyn_into().ok()
}

fn send(event: SubmitEvent) {
    let (Some(form), Some(button)) = (
        form(),
        event
            .submitter()
            .and_then(|submitter| submitter.dyn_into::<HtmlElement>().ok()),
    ) else {
        return;
    };
    let then = dom::attribute(&button, "value");
    let large = file().filter(|file| file.size() >= LARGE);
    if !KEEPING.get() && large.is_none() {
        return block_second_submit(event);
    }
    event.prevent_default();
    if button.has_attribute("aria-disabled") {
        return;
    }
    // Never fails, like every attribute here: the name is a legal one.
    let _ = button.set_attribute("aria-disabled", "true");
    if KEEPING.get() {
        PRESSED.set(Some(then));
        return;
    }
    let Some(file) = large else { return };
    show_progress(&form, true);
    tell("");
    spawn_local(async move {
        match post(&form, &then, Some(&file)).await {
            UploadOutcome::To(address) => {
                // Refused only where the document is going away.
                let _ = window().location().assign(&address);
                set_timeout(move || release(&button), RELEASE_AFTER);
            }
            UploadOutcome::SignedOut => go_to_sign_in(&form, &file),
            UploadOutcome::Told(sentence) => {
                release(&button);
                tell(&sentence);
            }
        }
    });
}

fn release(button: &HtmlElement) {
    let _ = button.remove_attribute("aria-disabled");
    if let Some(under_way) = under_way_of(button) {
        let _ = under_way.set_attribute("hidden", "");
    }
}

fn show_progress(form: &HtmlFormElement, is_shown: bool) {
    if let Ok(Some(under_way)) = form.query_selector("[data-under-way]") {
        // Never fails: the name is a legal one.
        let _ = under_way.toggle_attribute_with_force("hidden", !is_shown);
    }
}

/// Says what happened, beside the list.
fn tell(sentence: &str) {
    if let Some(place) = by_id::<HtmlElement>("sheet-answer") {
        place.set_class_name(if sentence.is_empty() {
            ""
        } else {
            "notice bad"
        });
        say(&place, sentence);
        if !sentence.is_empty() {
            place.scroll_into_view_with_bool(false);
        }
    }
}

/// A sentence that the server drew for us, with what belongs into it.
fn sentence(name: &str, with: &str) -> String {
    let place = by_id::<Element>("sheet-answer");
    let sentence = place.map(|place| dom::attribute(&place, &format!("data-{name}")));
    dom::filled(&sentence.unwrap_or_default(), "{}", with)
}

/// What came of it.
enum UploadOutcome {
    /// Taken: the page to go on to, or what has changed of this one.
    To(String),
    /// The session has ended.
    SignedOut,
    /// What went wrong.
    Told(String),
}

/// Sends the form as the button with that value would.
async fn post(form: &HtmlFormElement, then: &str, file: Option<&File>) -> UploadOutcome {
    if file.is_some() {
        // Nobody waits for a long file to be sent only to hear that the session has ended.
        let asked = dom::attribute(form, "data-session");
        match dom::ask(&asked).await {
            Some((401, _)) => return UploadOutcome::SignedOut,
            Some(_) => {}
            None => return UploadOutcome::Told(sentence("unreachable", "")),
        }
    }
    let Some((status, body)) = send_form(form, then).await else {
        return UploadOutcome::Told(match file {
            Some(file) => sentence("broken-off", &file.name()),
            None => sentence("unreachable", ""),
        });
    };
    if status == 401 {
        return UploadOutcome::SignedOut;
    }
    match (text_of(&body, "to"), text_of(&body, "sentence")) {
        (Some(address), _) => UploadOutcome::To(address),
        (None, Some(sentence)) => UploadOutcome::Told(sentence),
        (None, None) => {
            let what = match status {
                413 => "too-large",
                502..=504 => "not-waited",
                _ => "not-ours",
            };
            UploadOutcome::Told(sentence(what, &status.to_string()))
        }
    }
}

/// What the button with that value would send.
fn body_of(form: &HtmlFormElement, then: &str) -> Result<FormData, JsValue> {
    let body = FormData::new_with_form(form)?;
    body.append_with_str("then", then)?;
    Ok(body)
}

async fn send_form(form: &HtmlFormElement, then: &str) -> Option<(u16, JsValue)> {
    let body = body_of(form, then).ok()?;
    dom::upload(&form.action(), &body, show_sent).await
}

/// Shows how much of a list has been sent, in per cent, until all of it has: then it is read, and how long that takes is not known.
fn show_sent(percent: u32) {
    let Some(bar) = by_id::<Element>("sheet-sent") else {
        return;
    };
    let text = percent.to_string();
    // Never fails: the name is a legal one.
    let _ = if percent < 100 {
        bar.set_attribute("value", &text)
    } else {
        bar.remove_attribute("value")
    };
    if let Some(words) = bar.next_element_sibling() {
        words.set_text_content(Some(&sentence("percent-sent", &text)));
    }
}

/// Sends what was typed as forms go, with the name of the file only: the server keeps it, and shows the sign-in page.
fn go_to_sign_in(form: &HtmlFormElement, file: &File) {
    if let Some(input) = input() {
        match only_the_name(file) {
            Some(files) => input.set_files(files.files().as_ref()),
            None => input.set_value(""),
        }
    }
    // Fails where the document is going away.
    let _ = form.submit();
}

/// An empty file of that name.
fn only_the_name(file: &File) -> Option<DataTransfer> {
    let empty = File::new_with_str_sequence(&js_sys::Array::new(), &file.name()).ok()?;
    let transfer = DataTransfer::new().ok()?;
    transfer.items().add_with_file(&empty).ok()?;
    Some(transfer)
}
