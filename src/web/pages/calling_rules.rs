//! The calling rules and the holidays, for administrators.

mod edit;
mod holidays;
mod planned;

pub use edit::CallingRulePage;

use leads::sort_by_country;
use leads::states::Tone;
use leads::views::{CallingRulesView, PlannedOutside, RuleSetRow};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::layout::Section;
use crate::web::components::message::{with_hidden, with_time};
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::PostButton;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::{language, t};
use crate::web::messages::calling_rules;
use crate::web::pages::load::in_layout;
use crate::web::pages::query_value;
use crate::web::paths;
use crate::web::request::caller::request;
use holidays::holidays;

/// The rules, and after a change of one the tasks with batches at AIRudder that could call outside of them.
async fn read(changed: bool) -> Result<(CallingRulesView, Vec<PlannedOutside>), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let view = backend::calling_rules::view(backend, caller, now).await?;
    let planned = match changed {
        true => backend::calling_rules::planned_outside(backend, caller, now).await?,
        false => Vec::new(),
    };
    Ok((view, planned))
}

/// The rules in force and the holidays; administrators only.
#[component]
pub fn CallingRulesPage() -> impl IntoView {
    let changed = !query_value(paths::CHANGED).is_empty();
    in_layout(Section::Settings, read(changed), draw)
}

fn draw((mut view, planned): (CallingRulesView, Vec<PlannedOutside>)) -> AnyView {
    sort_by_country(&mut view.rule_sets, language(), |row| &row.country);
    sort_by_country(&mut view.holidays, language(), |of| &of.country);
    let missing = view.missing.iter().cloned();
    let missing = missing.map(|text| view! { <NoticeBox tone=Tone::Warn text=t(text) /> });
    let unconfirmed = view.rule_sets.iter().any(|row| row.confirmed.is_none());
    view! {
        <PageTitle text=t(calling_rules::page_title()) />
        <div class="page-head">
            <div>
                <h1>{t(calling_rules::page_title())}</h1>
                <p>{t(calling_rules::explained())}</p>
            </div>
            <a class="button" href=paths::settings()>{t(calling_rules::back_to_settings())}</a>
        </div>
        {planned::notice(&planned)}
        {missing.collect_view()}
        {unconfirmed.then(|| view! { <NoticeBox tone=Tone::Plain text=t(calling_rules::unconfirmed()) /> })}
        <section class="card">
            <header><h2>{t(calling_rules::rules())}</h2></header>
            <Table
                label=t(calling_rules::page_title())
                cards=true
                columns=columns()
            >
                {view.rule_sets.iter().map(row).collect_view()}
            </Table>
        </section>
        {holidays(&view.holidays)}
    }
    .into_any()
}

fn columns() -> Vec<Column> {
    let headers = [
        calling_rules::country(),
        calling_rules::sector(),
        calling_rules::rule(),
        calling_rules::outside(),
        calling_rules::source(),
        calling_rules::confirmation(),
        calling_rules::change(),
    ];
    headers.map(|header| Column::words(t(header))).to_vec()
}

fn row(row: &RuleSetRow) -> AnyView {
    let outside = match row.is_refused {
        true => calling_rules::refused(),
        false => calling_rules::warned(),
    };
    let source = match row.source_address.clone() {
        Some(address) => {
            view! { <a href=address rel="noreferrer" translate="no">{t(row.source.clone())}</a> }
                .into_any()
        }
        None => view! { <span translate="no">{t(row.source.clone())}</span> }.into_any(),
    };
    let name = name_of(row);
    let of_account = row
        .is_of_account
        .then(|| view! { <p class="small muted">{t(calling_rules::this_account())}</p> });
    let purpose = row
        .needs_purpose
        .then(|| view! { <p class="small muted">{t(calling_rules::needs_purpose())}</p> });
    view! {
        <tr>
            <td data-label=t(calling_rules::country())>{t(row.country_name.clone())} {of_account}</td>
            <td data-label=t(calling_rules::sector())>{t(row.sector_label.clone())}</td>
            <td data-label=t(calling_rules::rule())>{t(row.rule.clone())} {purpose}</td>
            <td data-label=t(calling_rules::outside())>{t(outside)}</td>
            <td data-label=t(calling_rules::source())>
                {source}
                <p class="small muted">{t(calling_rules::read_on(row.read_on.clone(), row.version))}</p>
            </td>
            <td data-label=t(calling_rules::confirmation())>{confirmed(row, name.clone())}</td>
            <td data-label=t(calling_rules::change())>
                <a href=paths::calling_rule(&row.country, &row.sector)>
                    {with_hidden(&calling_rules::change_rule(name))}
                </a>
            </td>
        </tr>
    }
    .into_any()
}

/// What people call the rule: its country and its sector.
fn name_of(row: &RuleSetRow) -> Message {
    calling_rules::of(row.country_name.clone(), row.sector_in_sentence.clone())
}

fn confirmed(row: &RuleSetRow, name: Message) -> AnyView {
    match row.confirmed.clone() {
        Some((by, at)) => with_time(at, |at| calling_rules::confirmed_by(at, by)).into_any(),
        None => {
            let hidden = vec![
                ("country", row.country.clone()),
                ("sector", row.sector.clone()),
                ("version", row.version.to_string()),
            ];
            let (action, text) = (paths::confirm_rule(), t(calling_rules::confirm()));
            view! {
                <p>{t(calling_rules::not_confirmed())}</p>
                <PostButton action=action hidden=hidden text=text about=t(name) />
            }
            .into_any()
        }
    }
}
