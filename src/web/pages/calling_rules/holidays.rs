//! The holidays by country and year, and the form of another one.

use leads::country_choices;
use leads::views::{HolidayRow, HolidaysOfYear};
use leptos::prelude::*;

use crate::web::components::field::Field;
use crate::web::components::numbers::count_with_noun;
use crate::web::components::post_button::PostButton;
use crate::web::components::table::{Column, Table};
use crate::web::paths;

/// The holidays that are known, each year folded, and the form below.
pub fn holidays(years: &[HolidaysOfYear]) -> AnyView {
    let known = years.iter().map(year).collect_view();
    view! {
        <section class="card">
            <header><h2>"Holidays"</h2></header>
            <div class="body stack">
                <p>"These count for rules that allow no calls on holidays. Add holidays that are declared later."</p>
                {known}
            </div>
        </section>
        <section class="card">
            <header><h2>"Add a holiday"</h2></header>
            <div class="body">{add()}</div>
        </section>
    }
    .into_any()
}

fn year(of: &HolidaysOfYear) -> AnyView {
    let count = count_with_noun(of.holidays.len() as u64, "holiday", "holidays");
    let title = format!("{} {}: {count}", of.country_name, of.year);
    let rows = of.holidays.iter().map(|holiday| row(of, holiday));
    let rows = rows.collect_view();
    view! {
        <details>
            <summary>{title}</summary>
            <Table
                label="Holidays"
                cards=true
                columns=["Day", "Name", "Source", "Remove"].map(Column::words).to_vec()
            >
                {rows}
            </Table>
        </details>
    }
    .into_any()
}

fn row(of: &HolidaysOfYear, holiday: &HolidayRow) -> AnyView {
    let hidden = vec![
        ("country", of.country.clone()),
        ("date", holiday.date.clone()),
    ];
    let text = format!("Remove {}", holiday.day);
    view! {
        <tr>
            <td data-label="Day">{holiday.day.clone()}</td>
            <td data-label="Name">{holiday.name.clone()}</td>
            <td data-label="Source" class="small">{holiday.source.clone()}</td>
            <td data-label="Remove">
                <PostButton action=paths::remove_holiday() hidden=hidden text=text />
            </td>
        </tr>
    }
    .into_any()
}

fn add() -> AnyView {
    let countries = country_choices().into_iter();
    let countries = countries.map(|choice| (choice.code, choice.name)).collect();
    let none = &[];
    view! {
        <form class="stack" method="post" action=paths::add_holiday() novalidate>
            <div class="fields">
                {Field::new("country", "Country", none).select("ID", countries)}
                {Field::new("date", "Day", none).date(None::<String>)}
            </div>
            <div class="fields">
                {Field::new("name", "Name", none).input("text", "", &[("autocomplete", "off")])}
                {Field::new("source", "Source", none)
                    .hint("Where you read it: a decree, or an address.")
                    .input("text", "", &[("autocomplete", "off")])}
            </div>
            <div class="row"><button class="button" type="submit">"Add holiday"</button></div>
        </form>
    }
    .into_any()
}
