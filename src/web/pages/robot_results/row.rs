//! One result of a robot as a row of a form.

use leads::results::meaning::ResultGroup;
use leads::views::FormProblem;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::control::Control;
use crate::web::components::message::with_hidden;
use crate::web::forms::robot_results::ResultRow;
use crate::web::language::t;
use crate::web::messages::robot_results as texts;

/// A field of a row: its control, and its label with the number of the row.
struct Cell {
    control: Control,
    label: Message,
}

impl Cell {
    /// The label with its control.
    fn field(&self, control: AnyView) -> AnyView {
        view! {
            <div class="field">
                <label for=self.control.id.clone()>{with_hidden(&self.label)}</label>
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
            view! { <option value=group.key() selected=selected>{t(group.message())}</option> }
        });
        let control = view! {
            <select
                id=self.control.id.clone()
                name=self.control.id.clone()
                aria-invalid=self.control.invalid()
                aria-describedby=self.control.described_by()
            >
                <option value="" selected=chosen.is_empty()>{t(texts::choose_group())}</option>
                {options.collect_view()}
            </select>
        };
        self.field(control.into_any())
    }
}

/// The row in that place, from 0.
pub fn row(place: usize, row: &ResultRow, problems: &[FormProblem]) -> AnyView {
    let number = place + 1;
    let cell = |field: &str, label: Message| Cell {
        control: Control::new(&format!("{field}_{place}"), problems),
        label,
    };
    let letter = cell("letter", texts::letter_of(number));
    let name = cell("name", texts::name_of(number));
    let group = cell("group", texts::group_of(number));
    let order = cell("order", texts::order_of(number));
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
        <div class=class role="group" aria-label=t(texts::result(number))>
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
            <label for=id>{with_hidden(&texts::counts_as_reached(place + 1))}</label>
        </span>
    }
    .into_any()
}
