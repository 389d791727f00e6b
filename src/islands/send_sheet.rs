//! Sending the form of a new task with its file.

use std::time::Duration;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, Element, File, FormData, Headers, HtmlFormElement, HtmlInputElement, RequestInit,
    Response,
};

use crate::islands::dom;
use crate::islands::dom::{by_id, say, text_of};
use crate::islands::press_once::{block_second_submit, under_way_of};

/// A page that is shown again from the browser's memory must not keep a dead button.
const RELEASE_AFTER: Duration = Duration::from_secs(20);

/// Bytes of a file from which on the script sends it: below that no proxy refuses it (nginx takes 1 MB unless told otherwise),
/// and a form that goes as forms go needs nothing of the script's.
const LARGE: f64 = 900_000.0;

/// Sends a form that has a large file by the script, so that what was typed and the file stay where they are when the answer is
/// not Coxswain's own: it says in `#sheet-answer` what happened. Every other form goes as forms go, and so does each without
/// scripts.
#[island]
pub fn SendSheet(children: Children) -> impl IntoView {
    view! { <div class="once" on:submit=send>{children()}</div> }
}

/// What the island works with.
#[derive(Clone)]
struct Sending {
    form: HtmlFormElement,
    button: Element,
    input: HtmlInputElement,
    file: File,
}

fn send(event: SubmitEvent) {
    let Some(sending) = sending(&event) else {
        return block_second_submit(event);
    };
    event.prevent_default();
    if sending.button.has_attribute("aria-disabled") {
        return;
    }
    sending.hold();
    spawn_local(async move {
        match sending.send().await {
            UploadOutcome::To(address) => {
                // Refused only where the document is going away.
                let _ = window().location().assign(&address);
                set_timeout(move || sending.release(), RELEASE_AFTER);
            }
            UploadOutcome::SignedOut => sending.go_to_sign_in(),
            UploadOutcome::Told(sentence) => {
                sending.release();
                tell(&sentence);
            }
        }
    });
}

/// The form with its button and its file; `None` where no large one is chosen.
fn sending(event: &SubmitEvent) -> Option<Sending> {
    let input = by_id::<HtmlInputElement>("sheet")?;
    let file = input.files()?.get(0)?;
    if file.size() < LARGE {
        return None;
    }
    Some(Sending {
        form: event.target()?.dyn_into().ok()?,
        button: event.submitter()?.dyn_into().ok()?,
        file,
        input,
    })
}

/// Says what happened, beside the button.
fn tell(sentence: &str) {
    if let Some(place) = by_id::<Element>("sheet-answer") {
        place.set_class_name(if sentence.is_empty() {
            ""
        } else {
            "notice bad"
        });
        say(&place, sentence);
    }
}

/// What came of it.
enum UploadOutcome {
    /// Taken: the page to go on to.
    To(String),
    /// The session has ended.
    SignedOut,
    /// What went wrong.
    Told(String),
}

impl Sending {
    fn hold(&self) {
        // Never fails, like every attribute here: the name is a legal one.
        let _ = self.button.set_attribute("aria-disabled", "true");
        if let Some(under_way) = under_way_of(&self.button) {
            let _ = under_way.remove_attribute("hidden");
        }
        tell("");
    }

    fn release(&self) {
        let _ = self.button.remove_attribute("aria-disabled");
        if let Some(under_way) = under_way_of(&self.button) {
            let _ = under_way.set_attribute("hidden", "");
        }
    }

    async fn send(&self) -> UploadOutcome {
        // Nobody waits for a long file to be sent only to hear that the session has ended.
        let asked = self.form.get_attribute("data-session").unwrap_or_default();
        match dom::ask(&asked).await {
            Some((401, _)) => return UploadOutcome::SignedOut,
            Some(_) => {}
            None => return UploadOutcome::Told(UNREACHABLE.to_owned()),
        }
        let Ok(response) = self.post().await else {
            return UploadOutcome::Told(broken_off(&self.file.name()));
        };
        let status = response.status();
        let body = match response.json() {
            Ok(body) => JsFuture::from(body).await.unwrap_or(JsValue::NULL),
            Err(_) => JsValue::NULL,
        };
        if status == 401 {
            return UploadOutcome::SignedOut;
        }
        match (text_of(&body, "to"), text_of(&body, "sentence")) {
            (Some(address), _) => UploadOutcome::To(address),
            (None, Some(sentence)) => UploadOutcome::Told(sentence),
            (None, None) => UploadOutcome::Told(not_ours(status)),
        }
    }

    async fn post(&self) -> Result<Response, JsValue> {
        let headers = Headers::new()?;
        headers.append("Accept", "application/json")?;
        let request = RequestInit::new();
        request.set_method("POST");
        request.set_headers(&headers);
        let body: JsValue = FormData::new_with_form(&self.form)?.into();
        request.set_body(&body);
        let action = self.form.action();
        let response = JsFuture::from(window().fetch_with_str_and_init(&action, &request)).await?;
        response.dyn_into()
    }

    /// Sends what was typed as forms go, with the name of the file only: the server keeps it, and shows the sign-in page.
    fn go_to_sign_in(&self) {
        if let Some(files) = only_the_name(&self.file) {
            self.input.set_files(files.files().as_ref());
        } else {
            self.input.set_value("");
        }
        // Fails where the document is going away.
        let _ = self.form.submit();
    }
}

/// An empty file of that name.
fn only_the_name(file: &File) -> Option<DataTransfer> {
    let empty = File::new_with_str_sequence(&js_sys::Array::new(), &file.name()).ok()?;
    let transfer = DataTransfer::new().ok()?;
    transfer.items().add_with_file(&empty).ok()?;
    Some(transfer)
}

/// What is told where nobody answers.
const UNREACHABLE: &str = "Coxswain cannot be reached. What you entered and the file are still here: check that you are online, \
                           then press “Review leads” again.";

/// What is told where the connection broke: browsers do not say why.
fn broken_off(file_name: &str) -> String {
    format!(
        "The connection was lost while uploading “{file_name}”. The file might have changed or moved since you chose it, or a \
         proxy in front of Coxswain might refuse files of this size. What you entered is still here: choose the file again and \
         press “Review leads”. If it happens again, tell your administrator."
    )
}

/// What is told of an answer that is none of Coxswain's.
fn not_ours(status: u16) -> String {
    let (what, way_out) = match status {
        413 => (
            "refused a file of this size (413), so Coxswain did not get it",
            "Tell your administrator: the README of Coxswain says what a proxy must let through. Until then, split the file.",
        ),
        502..=504 => (
            "did not wait for Coxswain’s answer",
            "Coxswain might still be reading the list: look under Drafts in a minute, before you upload it again.",
        ),
        _ => (
            "answered in its place",
            "Press “Review leads” again. If it happens again, tell your administrator.",
        ),
    };
    let number = match status {
        413 => String::new(),
        status => format!(" ({status})"),
    };
    format!(
        "A server in front of Coxswain {what}{number}. What you entered and the file are still here. {way_out}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_of_a_proxy_is_told_with_its_status_and_a_way_out() {
        let refused = not_ours(413);
        assert!(
            refused.contains("(413)") && refused.contains("split the file"),
            "{refused}"
        );
        for status in [502, 503, 504] {
            let told = not_ours(status);
            assert!(told.contains(&format!("({status})")), "{told}");
            assert!(told.contains("look under Drafts"), "{told}");
        }
        assert!(
            not_ours(403).starts_with("A server in front of Coxswain answered in its place (403).")
        );
    }
}
