//! Saving what was written: one request at a time, in the order of writing, until the server has it.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use js_sys::{Array, JSON, Object, Reflect};
use leptos::prelude::{document, set_timeout};
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use crate::islands::dom;
use crate::islands::lead_grid::{cells, editor};

/// Seconds until what could not be saved is sent again.
const AGAIN_AFTER: u64 = 3;

/// What was written into a cell.
#[derive(Clone, Debug)]
pub struct Change {
    /// The row in the file.
    pub row: String,
    /// The field's key.
    pub field: String,
    /// The text.
    pub text: String,
}

thread_local! {
    /// What the server does not have yet. A browser runs one thread.
    static WAITING: RefCell<Vec<Change>> = const { RefCell::new(Vec::new()) };
    /// Rows that came while a cell in them was being written in.
    static LATER: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
    static IS_SENDING: Cell<bool> = const { Cell::new(false) };
}

/// Whether something was written that the server does not have.
pub fn is_waiting() -> bool {
    IS_SENDING.get() || WAITING.with_borrow(|waiting| !waiting.is_empty())
}

/// Saves what was written.
pub fn save(changes: impl IntoIterator<Item = Change>) {
    WAITING.with_borrow_mut(|waiting| waiting.extend(changes));
    send();
}

fn send() {
    if IS_SENDING.get() {
        return;
    }
    let changes = WAITING.with_borrow_mut(std::mem::take);
    if changes.is_empty() {
        return;
    }
    spawn_local(async move {
        IS_SENDING.set(true);
        let cells = Array::new();
        for change in &changes {
            let row = change.row.parse::<f64>().unwrap_or_default();
            cells.push(&object(&[
                ("row", JsValue::from_f64(row)),
                ("field", JsValue::from_str(&change.field)),
                ("text", JsValue::from_str(&change.text)),
            ]));
        }
        let answer = post(&[("cells", cells.into())]).await;
        IS_SENDING.set(false);
        if let SaveResponse::None { signed_out } = answer {
            WAITING.with_borrow_mut(|waiting| waiting.splice(..0, changes).for_each(drop));
            let waiting = WAITING.with_borrow(Vec::len).to_string();
            tell(if signed_out { "signed-out" } else { "offline" }, &waiting);
            set_timeout(send, Duration::from_secs(AGAIN_AFTER));
        } else {
            send();
        }
    });
}

/// Takes the last step back, or does it again.
pub fn step(again: bool) {
    if is_waiting() {
        cells::say(&cells::sentence("data-still-saving"));
        return;
    }
    spawn_local(async move {
        IS_SENDING.set(true);
        let answer = post(&[("again", JsValue::from_bool(again))]).await;
        IS_SENDING.set(false);
        if let SaveResponse::None { signed_out } = answer {
            tell(if signed_out { "signed-out" } else { "no-step" }, "");
        }
        send();
    });
}

/// What came of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SaveResponse {
    /// It was done.
    Done,
    /// It was refused for good; the reason is shown.
    Refused,
    /// Nobody answered: it may be done, and doing it twice does no harm. Or nobody is signed in, and it is not done.
    None { signed_out: bool },
}

async fn post(wanted: &[(&str, JsValue)]) -> SaveResponse {
    tell("saving", "");
    match ask(wanted).await {
        Some((200, body)) => {
            tell("saved", "");
            draw(&body);
            SaveResponse::Done
        }
        Some((401, _)) => SaveResponse::None { signed_out: true },
        Some((status, body)) if status < 500 => {
            let sentence = dom::text_of(&body, "sentence").unwrap_or_default();
            tell("refused", &sentence);
            SaveResponse::Refused
        }
        _ => SaveResponse::None { signed_out: false },
    }
}

/// Posts to the address at the table; the status and the JSON of the answer.
async fn ask(wanted: &[(&str, JsValue)]) -> Option<(u16, JsValue)> {
    let table = cells::table()?;
    let shown = Array::new();
    for row in cells::rows() {
        let row = row.get_attribute("data-row")?;
        shown.push(&JsValue::from_f64(row.parse().ok()?));
    }
    let edit = object(wanted);
    let query = JSON::parse(&table.get_attribute("data-query")?).ok()?;
    let draft = JsValue::from_str(&table.get_attribute("data-draft")?);
    for (name, value) in [("shown", shown.into()), ("query", query), ("draft", draft)] {
        Reflect::set(&edit, &name.into(), &value).ok()?;
    }
    let body = JSON::stringify(&object(&[("edit", edit.into())])).ok()?;
    let url = table.get_attribute("data-url")?;
    dom::post(&url, &body.into(), "application/json").await
}

fn object(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in pairs {
        // Never fails on a plain object.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// Puts the pieces that the server drew in their places, and says what it says.
fn draw(answer: &JsValue) {
    let had_errors = has_errors();
    for (id, html) in dom::partials_of(answer) {
        replace(&id, &html);
    }
    // What was written meanwhile is newer than what came.
    WAITING.with_borrow(|waiting| {
        for change in waiting {
            if let Some(cell) = cells::at(&change.row, &change.field) {
                editor::show(&cell, &change.text);
            }
        }
    });
    if let Some(said) = dom::text_of(answer, "said") {
        cells::say(&said);
    }
    if had_errors {
        go_on_if_fixed();
    }
}

/// Whether the page shows a cell with an error.
fn has_errors() -> bool {
    matches!(document().query_selector("#lead-rows .bad"), Ok(Some(_)))
}

/// After the last error of the list the keyboard goes on to what comes next, unless somebody is writing.
fn go_on_if_fixed() {
    let next = "body:not(:has(.cell-editor, #lead-rows .bad)) #actions[data-fixed] [data-next]";
    if let Ok(Some(next)) = document().query_selector(next)
        && let Some(next) = next.dyn_ref::<HtmlElement>()
    {
        // Fails only where the button is no longer on the page.
        let _ = next.focus();
    }
}

/// Puts a piece in its place. A row in which somebody is writing waits for them; the keyboard stays where it was.
fn replace(id: &str, html: &str) {
    let Some(element) = dom::by_id::<Element>(id) else {
        return;
    };
    if matches!(element.query_selector(".cell-editor"), Ok(Some(_))) {
        LATER.with_borrow_mut(|later| later.push((id.to_owned(), html.to_owned())));
        return;
    }
    let focused = document()
        .active_element()
        .filter(|active| element.contains(Some(active)))
        .and_then(|active| cells::address(&active));
    let stop = element.query_selector("td[tabindex='0']").ok().flatten();
    let stop = stop.and_then(|stop| cells::address(&stop));
    element.set_outer_html(html);
    if let Some(row) = dom::by_id::<Element>(id).filter(|row| row.tag_name() == "TR") {
        cells::wake_row(&row);
        if let Some(cell) = stop.and_then(|(row, field)| cells::at(&row, &field)) {
            let _ = cell.set_attribute("tabindex", "0");
        }
    }
    if let Some(cell) = focused.and_then(|(row, field)| cells::at(&row, &field)) {
        cells::focus(&cell);
    }
}

/// Draws the rows that waited for somebody to end writing.
pub fn apply_deferred() {
    for (id, html) in LATER.take() {
        replace(&id, &html);
    }
}

/// Shows the one of the sentences in the bar that has this class, with a text in it.
fn tell(state: &str, text: &str) {
    let Some(place) = dom::by_id::<Element>("save-state") else {
        return;
    };
    if let Ok(Some(part)) = place.query_selector(&format!(".{state} b")) {
        dom::say(&part, text);
    }
    // Never fails: the name is a legal one.
    let _ = place.set_attribute("data-state", state);
}
