//! The controls of the columns.

use leads::ColumnUse;
use leads::views::{ColumnsView, header_at};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::control::Control;
use crate::web::language::t;
use crate::web::messages::columns as texts;

/// The header of that column, or its place where the file gives it no name.
pub fn header(view: &ColumnsView, column: usize) -> String {
    t(header_at(&view.headers, column))
}

/// What a column can be for: what the robot says comes first.
pub fn uses(view: &ColumnsView, control: &Control, chosen: Option<ColumnUse>) -> AnyView {
    let [said, others, seconds] = view.uses();
    let group = |label: Message, uses: Vec<ColumnUse>| {
        let options = uses
            .into_iter()
            .map(|column_use| {
                let selected = chosen == Some(column_use);
                let label = t(column_use.label(&view.variables));
                view! { <option value=column_use.key() selected=selected>{label}</option> }
            })
            .collect::<Vec<_>>();
        (!options.is_empty()).then(|| view! { <optgroup label=t(label)>{options}</optgroup> })
    };
    view! {
        <select
            id=control.id.clone()
            name=control.id.clone()
            aria-invalid=control.invalid()
            aria-describedby=control.described_by()
        >
            <option value="" selected=chosen.is_none()>{t(texts::not_used())}</option>
            {group(texts::robot_says(), said)}
            {group(texts::other_fields(), others)}
            {group(texts::second_columns(), seconds)}
        </select>
    }
    .into_any()
}

/// A choice among the columns of the file.
pub fn columns(view: &ColumnsView, control: &Control, chosen: Option<usize>) -> AnyView {
    let options = (0..view.headers.len())
        .map(|column| {
            let selected = chosen == Some(column);
            view! { <option value=column.to_string() selected=selected>{header(view, column)}</option> }
        })
        .collect_view();
    view! {
        <select
            id=control.id.clone()
            name=control.id.clone()
            aria-invalid=control.invalid()
            aria-describedby=control.described_by()
        >
            <option value="" selected=chosen.is_none()>{t(texts::no_column())}</option>
            {options}
        </select>
    }
    .into_any()
}
