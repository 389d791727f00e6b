//! Cells of the grid: found, moved between, told apart.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, NodeList};

use crate::islands::dom;

/// What can be fixed.
const CELL: &str = "td[data-field]";

/// Where to go from a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A row up.
    Up,
    /// A row down.
    Down,
    /// A cell to the left.
    Left,
    /// A cell to the right.
    Right,
    /// The first cell of the row.
    Begin,
    /// The last cell of the row.
    End,
    /// The first cell of all.
    First,
    /// The last cell of all.
    Last,
}

/// The table of the leads, where the page shows any.
pub fn table() -> Option<Element> {
    dom::by_id("lead-rows")
}

/// Makes a grid of the table: one stop of the keyboard, and the arrow keys inside.
pub fn enable(table: &Element) {
    set(table, "role", "grid");
    set(table, "aria-describedby", "grid-help");
    if let Some(help) = dom::by_id::<Element>("grid-help") {
        // Never fails, like every attribute here: the name is a legal one.
        let _ = help.remove_attribute("hidden");
    }
    for row in all(table, "tbody tr") {
        wake_row(&row);
    }
    if let Some(first) = all(table, CELL).first() {
        set(first, "tabindex", "0");
    }
}

/// Prepares a row that was drawn by the server.
pub fn wake_row(row: &Element) {
    for cell in all(row, CELL) {
        set(&cell, "tabindex", "-1");
    }
    for link in all(row, "a") {
        set(&link, "tabindex", "-1");
    }
}

/// The cell that holds the target of an event.
pub fn of(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into::<Element>().ok()?.closest(CELL).ok()?
}

/// The cell of a field in a row, where the page shows it.
pub fn at(row: &str, field: &str) -> Option<Element> {
    let row: Element = dom::by_id(&format!("row-{row}"))?;
    row.query_selector(&format!("td[data-field='{field}']"))
        .ok()?
}

/// The row in the file, and the field.
pub fn address(cell: &Element) -> Option<(String, String)> {
    let row = cell.closest("tr").ok()??.get_attribute("data-row")?;
    Some((row, cell.get_attribute("data-field")?))
}

/// The rows that the page shows.
pub fn rows() -> Vec<Element> {
    table()
        .map(|table| all(&table, "tbody tr"))
        .unwrap_or_default()
}

/// Goes to a cell; it becomes the one stop of the keyboard.
pub fn focus(cell: &Element) {
    if let Some(table) = table() {
        for other in all(&table, "td[tabindex='0']") {
            set(&other, "tabindex", "-1");
        }
    }
    set(cell, "tabindex", "0");
    if let Some(cell) = cell.dyn_ref::<HtmlElement>() {
        // A cell that is gone by now cannot be gone to.
        let _ = cell.focus();
    }
}

/// Tells in the bar what is said of the row of a cell.
pub fn tell_row(cell: &Element) {
    let (Some(place), Ok(Some(row))) = (dom::by_id::<Element>("row-detail"), cell.closest("tr"))
    else {
        return;
    };
    let mut text = String::new();
    for sentence in all(&row, "small") {
        text.push_str(if text.is_empty() { "" } else { " · " });
        text.push_str(&sentence.text_content().unwrap_or_default());
    }
    dom::say(&place, &text);
}

/// Leaves the grid for what comes behind it: the way past many problems.
pub fn leave() {
    if let Some(actions) = dom::by_id::<HtmlElement>("actions") {
        set(&actions, "tabindex", "-1");
        // The actions are in the page as long as the grid is.
        let _ = actions.focus();
    }
}

/// Goes on from a cell; stays where there is nothing in that direction.
pub fn step(cell: &Element, direction: Direction) {
    if let Some(next) = beside(cell, direction) {
        focus(&next);
    }
}

fn beside(cell: &Element, direction: Direction) -> Option<Element> {
    let rows = rows();
    let row = cell.closest("tr").ok()??;
    let own = all(&row, CELL);
    let column = own.iter().position(|other| other == cell)?;
    let line = rows.iter().position(|other| *other == row)?;
    let in_row = |line: usize| all(rows.get(line)?, CELL).into_iter().nth(column);
    match direction {
        Direction::Up => in_row(line.checked_sub(1)?),
        Direction::Down => in_row(line + 1),
        Direction::Left => own.into_iter().nth(column.checked_sub(1)?),
        Direction::Right => own.into_iter().nth(column + 1),
        Direction::Begin => own.into_iter().next(),
        Direction::End => own.into_iter().next_back(),
        Direction::First => all(rows.first()?, CELL).into_iter().next(),
        Direction::Last => all(rows.last()?, CELL).into_iter().next_back(),
    }
}

/// The cell so many rows below and cells to the right.
pub fn offset(cell: &Element, down: usize, right: usize) -> Option<Element> {
    let row = cell.closest("tr").ok()??;
    let column = all(&row, CELL).iter().position(|other| other == cell)?;
    let rows = rows();
    let line = rows.iter().position(|other| *other == row)?;
    all(rows.get(line + down)?, CELL)
        .into_iter()
        .nth(column + right)
}

/// Goes to the next cell that has something against it, or the one before; whether there is one.
pub fn next_problem(cell: &Element, backwards: bool) -> bool {
    let Some(table) = table() else { return false };
    let cells = all(&table, CELL);
    let Some(place) = cells.iter().position(|other| other == cell) else {
        return false;
    };
    let has_problem = |cell: &&Element| {
        let classes = cell.class_list();
        classes.contains("bad") || classes.contains("warn")
    };
    let next = if backwards {
        cells[..place].iter().rev().find(has_problem)
    } else {
        cells[place + 1..].iter().find(has_problem)
    };
    next.inspect(|cell| focus(cell)).is_some()
}

/// A sentence that the server wrote at the table, by the name of its attribute.
pub fn sentence(name: &str) -> String {
    table().map_or_else(String::new, |table| dom::attribute(&table, name))
}

/// Says something to those who listen.
pub fn say(text: &str) {
    if let Some(said) = dom::by_id::<Element>("grid-said") {
        dom::say(&said, text);
    }
}

fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

fn all(parent: &Element, selector: &str) -> Vec<Element> {
    let list: Option<NodeList> = parent.query_selector_all(selector).ok();
    let list = list.into_iter().flat_map(|list| {
        (0..list.length()).filter_map(move |place| list.item(place)?.dyn_into::<Element>().ok())
    });
    list.collect()
}
