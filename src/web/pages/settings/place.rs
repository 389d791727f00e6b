//! The country and the zone of the account: how its numbers are read, and its times.

use leads::states::Tone;
use leads::views::{CountryChoice, SettingsView, ZonesOfCountry};
use leads::{sort_by_country, zone_elsewhere};
use leptos::prelude::*;

use crate::web::components::field::Field;
use crate::web::components::notice::NoticeBox;
use crate::web::language::{language, t};
use crate::web::messages::settings;

/// Country, example and zone. The page's script says at once how numbers of another country are read, and proposes its zone.
pub fn place(view: &SettingsView) -> AnyView {
    let form = &view.form;
    let country = Field::new("country", t(settings::country()), &view.problems)
        .hint(t(settings::country_hint()));
    let zone =
        Field::new("zone", t(settings::zone()), &view.problems).hint(t(settings::zone_hint()));
    let (mut listed, mut zones_of) = (view.countries.clone(), view.zones.clone());
    sort_by_country(&mut listed, language(), |choice| &choice.code);
    sort_by_country(&mut zones_of, language(), |of| &of.code);
    let example = view
        .countries
        .iter()
        .find(|choice| choice.code == form.country);
    let example = example.and_then(|choice| choice.example.clone());
    let example = example.map(t).unwrap_or_default();
    let countries = view! {
        <select
            id="country"
            name="country"
            data-shows=""
            aria-invalid=country.invalid()
            aria-describedby=country.described_by()
        >
            {unlisted(&form.country, listed.iter().any(|choice| choice.code == form.country))}
            <optgroup label=t(settings::your_countries())>{countries(&listed, true, &form.country)}</optgroup>
            <optgroup label=t(settings::other_countries())>{countries(&listed, false, &form.country)}</optgroup>
        </select>
    };
    let mut all = view.zones.iter().flat_map(|country| &country.zones);
    let is_listed = all.any(|zone| zone.name == form.zone);
    let zones = view! {
        <select id="zone" name="zone" aria-invalid=zone.invalid() aria-describedby=zone.described_by()>
            {unlisted(&form.zone, is_listed)}
            {zones_of.iter().map(|country| zones(country, &form.zone)).collect_view()}
        </select>
    };
    let elsewhere = zone_elsewhere(&form.country, &form.zone);
    let elsewhere = elsewhere.map(|text| view! { <NoticeBox tone=Tone::Warn text=t(text) /> });
    view! {
        <div class="fields">
            {country.draw(countries.into_any())} {zone.draw(zones.into_any())}
        </div>
        {elsewhere}
        <output id="example" for="country">{example}</output>
    }
    .into_any()
}

/// What is set or was sent, but is not among the choices, stays as it is.
fn unlisted(value: &str, is_listed: bool) -> Option<AnyView> {
    let value = (!is_listed).then(|| value.to_owned())?;
    let text = value.clone();
    Some(view! { <option value=value selected=true>{text}</option> }.into_any())
}

fn countries(choices: &[CountryChoice], ours: bool, chosen: &str) -> AnyView {
    let choices = choices.iter().filter(|choice| choice.is_ours == ours);
    choices
        .map(|choice| {
            let CountryChoice {
                code,
                name,
                zone,
                example,
                ..
            } = choice.clone();
            let selected = code == chosen;
            let example = example.map(t).unwrap_or_default();
            view! {
                <option value=code selected=selected data-zone=zone data-example=example>
                    {t(name)}
                </option>
            }
        })
        .collect_view()
        .into_any()
}

fn zones(country: &ZonesOfCountry, chosen: &str) -> AnyView {
    let options = country
        .zones
        .iter()
        .map(|zone| {
            let selected = zone.name == chosen;
            view! { <option value=zone.name.clone() selected=selected>{t(zone.label.message())}</option> }
        })
        .collect_view();
    view! { <optgroup label=t(country.country.clone())>{options}</optgroup> }.into_any()
}
