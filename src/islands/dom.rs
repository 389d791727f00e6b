//! The few things that islands do to the document.

use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, FormData, Headers, HtmlElement, ProgressEvent, RequestInit, Response, XmlHttpRequest,
    XmlHttpRequestResponseType,
};

/// The element of that id, as that kind of element.
pub fn by_id<Kind: JsCast>(id: &str) -> Option<Kind> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// What an attribute says; nothing where it is not there.
#[inline(never)]
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// A sentence that the server has written, with a value in place of what stands for it.
#[inline(never)]
pub fn filled(sentence: &str, place: &str, value: &str) -> String {
    sentence.replace(place, value)
}

/// A number as the language of the page writes it, with at most three decimals.
pub fn format_number(number: f64) -> String {
    let page = document().document_element();
    let language = page.map(|page| attribute(&page, "lang"));
    js_sys::Number::from(number)
        .to_locale_string(&language.unwrap_or_default())
        .into()
}

/// Writes the text of an element, unless it says so already: what is live is read aloud at every change.
pub fn say(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Status and JSON of what is at that address; `None` when nobody answered.
pub async fn ask(url: &str) -> Option<(u16, JsValue)> {
    answer_of(window().fetch_with_str(url)).await
}

/// Posts a body to that address, of that type where the browser does not know it; likewise.
pub async fn post(url: &str, body: &JsValue, content_type: &str) -> Option<(u16, JsValue)> {
    let headers = Headers::new().ok()?;
    headers.set("accept", "application/json").ok()?;
    if !content_type.is_empty() {
        headers.set("content-type", content_type).ok()?;
    }
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_headers(&headers);
    request.set_body(body);
    answer_of(window().fetch_with_str_and_init(url, &request)).await
}

/// The same for a form with a file: `told` hears how much of it has been sent, in per cent. `fetch` does not tell.
pub async fn upload(url: &str, form: &FormData, told: fn(u32)) -> Option<(u16, JsValue)> {
    let told = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        told((event.loaded() * 100.0 / event.total()) as u32);
    });
    let request = XmlHttpRequest::new().ok()?;
    let ended = Promise::new(&mut |resolve, _| {
        request.set_onloadend(Some(&resolve));
        // Never fails: the address is that of a form of the page.
        let _ = send(&request, url, form, told.as_ref().unchecked_ref());
    });
    JsFuture::from(ended).await.ok()?;
    after_press().await;
    let status = request.status().ok().filter(|status| *status > 0)?;
    Some((status, request.response().unwrap_or_default()))
}

fn send(
    request: &XmlHttpRequest,
    url: &str,
    form: &FormData,
    told: &Function,
) -> Result<(), JsValue> {
    request.open("POST", url)?;
    request.set_request_header("accept", "application/json")?;
    request.set_response_type(XmlHttpRequestResponseType::Json);
    request.upload()?.set_onprogress(Some(told));
    request.send_with_opt_form_data(Some(form))
}

/// What is no JSON is `null`.
async fn answer_of(request: Promise) -> Option<(u16, JsValue)> {
    let response: Response = JsFuture::from(request).await.ok()?.dyn_into().ok()?;
    let body = JsFuture::from(response.json().ok()?).await;
    after_press().await;
    Some((response.status(), body.unwrap_or(JsValue::NULL)))
}

/// No press lasts longer than so many looks: whoever holds something down for 5 s has another thing in mind.
const LOOKS_AT_PRESS: u32 = 100;
const MILLISECONDS_BETWEEN_LOOKS: i32 = 50;

/// Waits while somebody holds something down: what an answer moves away from under the pointer would not take the press.
async fn after_press() {
    let is_held = || document().query_selector(":is(a, button, summary):active");
    for _ in 0..LOOKS_AT_PRESS {
        if !matches!(is_held(), Ok(Some(_))) {
            return;
        }
        let soon = Promise::new(&mut |resolve, _| {
            let wait = MILLISECONDS_BETWEEN_LOOKS;
            // Never fails: the function is the browser's own.
            let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, wait);
        });
        let _ = JsFuture::from(soon).await;
    }
}

/// The text under that name of a JSON object.
pub fn text_of(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}

/// The `id` and the HTML of each piece that the server drew.
pub fn partials_of(answer: &JsValue) -> Vec<(String, String)> {
    let elements = Reflect::get(answer, &"elements".into());
    let elements: Array = elements.unwrap_or_default().unchecked_into();
    let pair = |element: JsValue| {
        let pair: Array = element.unchecked_into();
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    elements.iter().filter_map(pair).collect()
}

/// Puts a piece in its place, where it looks different; the keyboard stays at the button where it was. `false` while somebody is
/// being asked something in it.
pub fn replace(id: &str, html: &str) -> bool {
    let Some(element) = by_id::<Element>(id) else {
        return true;
    };
    // A mark of the server, as the browser writes it.
    if element.outer_html() == filled(html, "<!>", "<!---->") {
        return true;
    }
    if is_asking_in(&element) {
        return false;
    }
    let words = document()
        .active_element()
        .filter(|active| element.contains(Some(active)))
        .and_then(|active| active.text_content());
    element.set_outer_html(html);
    if let (Some(words), Some(element)) = (words, by_id::<Element>(id)) {
        focus_button(&element, &words);
    }
    true
}

/// Whether somebody is being asked something.
pub fn is_asking() -> bool {
    document().body().is_some_and(|body| is_asking_in(&body))
}

fn is_asking_in(element: &Element) -> bool {
    matches!(element.query_selector(":popover-open"), Ok(Some(_)))
}

/// Goes to the button that says so, where there is one.
fn focus_button(element: &Element, words: &str) {
    let Ok(buttons) = element.query_selector_all("button") else {
        return;
    };
    for button in (0..buttons.length()).filter_map(|place| buttons.item(place)) {
        let says_so = button.text_content().as_deref() == Some(words);
        if let Some(button) = button.dyn_ref::<HtmlElement>().filter(|_| says_so) {
            // A button that is gone by now cannot be gone to.
            let _ = button.focus();
            return;
        }
    }
}
