//! The holidays by country and year, and the form of another one.

use leads::views::{HolidayRow, HolidaysOfYear};
use leads::{country_choices, sort_by_country};
use leptos::prelude::*;

use crate::web::components::field::Field;
use crate::web::components::post_button::PostButton;
use crate::web::components::table::{Column, Table};
use crate::web::language::{language, t};
use crate::web::messages::holidays;
use crate::web::paths;

/// The holidays that are known, each year folded, and the form below.
pub fn holidays(years: &[HolidaysOfYear]) -> AnyView {
    let known = years.iter().map(year).collect_view();
    view! {
        <section class="card">
            <header><h2>{t(holidays::title())}</h2></header>
            <div class="body stack">
                <p>{t(holidays::explained())}</p>
                {known}
            </div>
        </section>
        <section class="card">
            <header><h2>{t(holidays::add_title())}</h2></header>
            <div class="body">{add()}</div>
        </section>
    }
    .into_any()
}

fn year(of: &HolidaysOfYear) -> AnyView {
    let (count, year) = (of.holidays.len(), of.year.to_string());
    let title = t(holidays::of_year(count, of.country_name.clone(), year));
    let columns = [
        holidays::day(),
        holidays::name(),
        holidays::source(),
        holidays::remove(),
    ];
    let columns = columns.map(|header| Column::words(t(header))).to_vec();
    let rows = of.holidays.iter().map(|holiday| row(of, holiday));
    let rows = rows.collect_view();
    view! {
        <details>
            <summary>{title}</summary>
            <Table label=t(holidays::title()) cards=true columns=columns>{rows}</Table>
        </details>
    }
    .into_any()
}

fn row(of: &HolidaysOfYear, holiday: &HolidayRow) -> AnyView {
    let hidden = vec![
        ("country", of.country.clone()),
        ("date", holiday.date.clone()),
    ];
    let text = t(holidays::remove_day(holiday.day.clone()));
    // What an administrator has written is in a language that nobody knows.
    let lang = if holiday.is_of_program { "en" } else { "" };
    view! {
        <tr>
            <td data-label=t(holidays::day())>{t(holiday.day.clone())}</td>
            <td data-label=t(holidays::name()) translate="no">{t(holiday.name.clone())}</td>
            <td data-label=t(holidays::source()) class="small reason" lang=lang translate="no">{holiday.source.clone()}</td>
            <td data-label=t(holidays::remove())>
                <PostButton action=paths::remove_holiday() hidden=hidden text=text />
            </td>
        </tr>
    }
    .into_any()
}

fn add() -> AnyView {
    let mut countries = country_choices();
    sort_by_country(&mut countries, language(), |choice| &choice.code);
    let countries = countries.into_iter();
    let countries = countries.map(|choice| (choice.code, t(choice.name)));
    let countries = countries.collect();
    let none = &[];
    view! {
        <form class="stack" method="post" action=paths::add_holiday() novalidate>
            <div class="fields">
                {Field::new("country", t(holidays::country()), none).select("ID", countries)}
                {Field::new("date", t(holidays::day()), none).date(None::<String>)}
            </div>
            <div class="fields">
                {Field::new("name", t(holidays::name()), none).input("text", "", &[("autocomplete", "off")])}
                {Field::new("source", t(holidays::source()), none)
                    .hint(t(holidays::source_hint()))
                    .input("text", "", &[("autocomplete", "off")])}
            </div>
            <div class="row"><button class="button" type="submit">{t(holidays::submit())}</button></div>
        </form>
    }
    .into_any()
}
