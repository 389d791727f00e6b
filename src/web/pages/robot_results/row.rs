//! One result of a robot as a row of a form.

use leads::results::meaning::ResultGroup;
use leads::views::FormProblem;
use leptos::prelude::*;

use crate::web::components::control::Control;
use crate::web::forms::robot_results::ResultRow;

/// A field of a row: its control, its label, and the row's number.
struct Cell {
    control: Control,
    label: &'static str,
    number: usize,
}

impl Cell {
    /// The label with its control.
    fn field(&self, control: AnyView) -> AnyView {
        let of_row = format!(" of result {}", self.number);
        view! {
            <div class="field">
                <label for=self.control.id.clone()>{self.label} <span class="visually-hidden">{of_row}</span></label>
                {control}
            </div>
        }
        .into_any()
    }

    fn text(&self, value: &str, inputmode: Option<&'static str>) -> AnyView {
        let control = view! {
            <input
                type="text"
                id=self.control.id.clone()
                name=self.control.id.clone()
                value=value.to_owned()
                autocomplete="off"
                inputmode=inputmode
                aria-invalid=self.control.invalid()
                aria-describedby=self.control.described_by()
            />
        };
        self.field(control.into_any())
    }

    fn groups(&self, chosen: &str) -> AnyView {
        let options = ResultGroup::ALL.into_iter().map(|group| {
            let selected = group.key() == chosen;
            view! { <option value=group.key() selected=selected>{group.label()}</option> }
        });
        let control = view! {
            <select
                id=self.control.id.clone()
                name=self.control.id.clone()
                aria-invalid=self.control.invalid()
                aria-describedby=self.control.described_by()
            >
                <option value="" selected=chosen.is_empty()>"Choose a group"</option>
                {options.collect_view()}
            </select>
        };
        self.field(control.into_any())
    }
}

/// The row in that place, from 0.
pub fn row(place: usize, row: &ResultRow, problems: &[FormProblem]) -> AnyView {
    let number = place + 1;
    let cell = |field: &str, label: &'static str| Cell {
        control: Control::new(&format!("{field}_{place}"), problems),
        label,
        number,
    };
    let (letter, name) = (cell("letter", "Letter"), cell("name", "Name"));
    let (group, order) = (cell("group", "Group"), cell("order", "Order"));
    let input = &row.input;
    let cells = [&letter, &name, &group, &order];
    let is_bad = cells.iter().any(|cell| cell.control.invalid().is_some());
    let class = if is_bad {
        "line result bad"
    } else {
        "line result"
    };
    let offered = row.is_offered.then(|| {
        view! { <input type="hidden" name=format!("offered_{place}") value="true" /> }
    });
    view! {
        <div class=class role="group" aria-label=format!("Result {number}")>
            {letter.text(&input.letter, None)}
            {name.text(&input.name, None)}
            {group.groups(&input.group)}
            {reached(place, input.reached)}
            {order.text(&input.order, Some("numeric"))}
            {cells.into_iter().map(|cell| cell.control.error()).collect_view()}
            {offered}
        </div>
    }
    .into_any()
}

fn reached(place: usize, is_reached: bool) -> AnyView {
    let id = format!("reached_{place}");
    view! {
        <span class="row">
            <input type="checkbox" id=id.clone() name=id.clone() value="true" checked=is_reached />
            <label for=id>
                "Counts as reached"
                <span class="visually-hidden">{format!(": result {}", place + 1)}</span>
            </label>
        </span>
    }
    .into_any()
}
