//! Fields that no column fills: those that are needed, each with what can be chosen for it; and one value for every row.

use leads::{ColumnChoices, ColumnUse, Field};
use leptos::prelude::*;

use super::ShownForm;
use super::choices;
use crate::web::components::control::Control;
use crate::web::components::message::with_hidden;
use crate::web::language::t;
use crate::web::messages::columns as texts;

/// The fields that are needed and that no column fills: as the columns are matched, or as they are chosen now.
fn needed(shown: &ShownForm) -> Vec<Field> {
    let stood = ColumnChoices::of_mapping(&shown.view.mapping);
    let has_column = |field: &Field| {
        [&stood, &shown.choices].into_iter().all(|choices| {
            let mut uses = choices.uses.values();
            uses.any(|column_use| *column_use == ColumnUse::first(*field))
        })
    };
    let [said, others, _] = shown.view.uses();
    let fields = others.into_iter().chain(said);
    fields
        .map(|column_use| column_use.field)
        .filter(|field| shown.view.is_needed(*field) && !has_column(field))
        .collect()
}

/// A line for each of them, first on the page; nothing where each has a column.
pub fn without_column(shown: &ShownForm) -> AnyView {
    let lines: Vec<AnyView> = needed(shown)
        .into_iter()
        .map(|field| line(shown, field))
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    view! { <section class="question" aria-label=t(texts::needed_without_column())>{lines}</section> }
        .into_any()
}

fn line(shown: &ShownForm, field: Field) -> AnyView {
    let name = shown.view.name(field);
    let has_value = shown.choices.values.contains_key(&field);
    let told = match has_value {
        true => texts::one_value(name.clone()),
        false => texts::without_column(name.clone()),
    };
    let column = Control::new(&ColumnChoices::input_of_field(field), &shown.problems);
    let chosen = shown.choices.at_fields.get(&field).copied();
    let (id, class, error) = (column.id.clone(), column.class("field"), column.error());
    let value = (field != Field::Mobile).then(|| {
        value(
            shown,
            field,
            with_hidden(&texts::or_one_value(name.clone())),
        )
    });
    view! {
        <fieldset class="needed-field">
            <legend>{t(told)}</legend>
            <div class="filters">
                <div class=class>
                    <label for=id>{with_hidden(&texts::column_for(name))}</label>
                    {choices::columns(&shown.view, &column, chosen)}
                    {error}
                </div>
                {value}
            </div>
        </fieldset>
    }
    .into_any()
}

/// The input of the field's one value for every row.
fn value(shown: &ShownForm, field: Field, label: Vec<AnyView>) -> AnyView {
    let control = Control::new(&ColumnChoices::input_of_value(field), &shown.problems);
    let typed = shown
        .choices
        .values
        .get(&field)
        .cloned()
        .unwrap_or_default();
    let (class, error) = (control.class("field"), control.error());
    view! {
        <div class=class>
            <label for=control.id.clone()>{label}</label>
            <input
                type="text"
                id=control.id.clone()
                name=control.id.clone()
                value=typed
                autocomplete="off"
                aria-invalid=control.invalid()
                aria-describedby=control.described_by()
            />
            {error}
        </div>
    }
    .into_any()
}

/// One value for every row, for the fields that have no line of their own.
pub fn values(shown: &ShownForm) -> AnyView {
    let needed = needed(shown);
    let can_have = |field: &Field| *field != Field::Mobile && !needed.contains(field);
    let fields: Vec<Field> = Field::ALL.into_iter().filter(can_have).collect();
    let is_open = fields
        .iter()
        .any(|field| shown.choices.values.contains_key(field));
    let inputs = fields
        .into_iter()
        .map(|field| {
            let name = shown.view.name(field);
            value(shown, field, with_hidden(&texts::in_every_row(name)))
        })
        .collect_view();
    view! {
        <details open=is_open>
            <summary>{t(texts::one_value_for_every_row())}</summary>
            <p class="small muted">{t(texts::takes_place_of_column())}</p>
            <div class="fields">{inputs}</div>
        </details>
    }
    .into_any()
}
