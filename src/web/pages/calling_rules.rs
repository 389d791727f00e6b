//! The calling rules and the holidays, for administrators.

mod edit;
mod holidays;

pub use edit::CallingRulePage;

use leads::states::Tone;
use leads::views::{CallingRulesView, RuleSetRow};
use leptos::prelude::*;

use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::PostButton;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::paths;
use crate::web::request::caller::request;
use holidays::holidays;

async fn read() -> Result<CallingRulesView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::calling_rules::view(backend, caller, now).await?)
}

/// The rules in force and the holidays; administrators only.
#[component]
pub fn CallingRulesPage() -> impl IntoView {
    in_layout(Section::Settings, read(), draw)
}

fn draw(view: CallingRulesView) -> AnyView {
    let missing = view.missing.iter().cloned();
    let missing = missing.map(|text| view! { <NoticeBox tone=Tone::Warn text=text /> });
    let unconfirmed = view.rule_sets.iter().any(|row| row.confirmed.is_none());
    view! {
        <PageTitle text="Calling rules" />
        <div class="page-head">
            <div>
                <h1>"Calling rules"</h1>
                <p>"When people of a country may be called. For all accounts of this installation. Not legal advice."</p>
            </div>
            <a class="button" href=paths::settings()>"Back to settings"</a>
        </div>
        {missing.collect_view()}
        {unconfirmed.then(|| view! { <NoticeBox tone=Tone::Plain text=NOT_CONFIRMED /> })}
        <section class="card">
            <header><h2>"Rules"</h2></header>
            <Table
                label="Calling rules"
                cards=true
                columns=["Country", "Sector", "Rule", "Outside of it", "Source", "Confirmed", "Change"]
                    .map(Column::words)
                    .to_vec()
            >
                {view.rule_sets.iter().map(row).collect_view()}
            </Table>
        </section>
        {holidays(&view.holidays)}
    }
    .into_any()
}

/// What is said as long as a rule is nobody's word here.
const NOT_CONFIRMED: &str = "Some rules came with Coxswain and nobody here has confirmed them. They count all the same. Read the source, \
     ask a lawyer, then confirm or change them.";

fn row(row: &RuleSetRow) -> AnyView {
    let outside = match row.is_refused {
        true => "Refused; a second person can approve a reason",
        false => "Warned; a reason is enough",
    };
    let source = match row.source_address.clone() {
        Some(address) => {
            view! { <a href=address rel="noreferrer">{row.source.clone()}</a> }.into_any()
        }
        None => row.source.clone().into_any(),
    };
    let name = format!("{}, {}", row.country_name, row.sector_label.to_lowercase());
    let of_account = row
        .is_of_account
        .then(|| view! { <p class="small muted">"This account"</p> });
    let purpose = row
        .needs_purpose
        .then(|| view! { <p class="small muted">"A task must say what its list is for."</p> });
    view! {
        <tr>
            <td data-label="Country">{row.country_name.clone()} {of_account}</td>
            <td data-label="Sector">{row.sector_label.clone()}</td>
            <td data-label="Rule">{row.rule.clone()} {purpose}</td>
            <td data-label="Outside of it">{outside}</td>
            <td data-label="Source">
                {source}
                <p class="small muted">"Read on " {row.read_on.clone()} ". Version " {row.version} "."</p>
            </td>
            <td data-label="Confirmed">{confirmed(row, &name)}</td>
            <td data-label="Change">
                <a href=paths::calling_rule(&row.country, &row.sector)>
                    "Change" <span class="visually-hidden">{format!(" the rule for {name}")}</span>
                </a>
            </td>
        </tr>
    }
    .into_any()
}

fn confirmed(row: &RuleSetRow, name: &str) -> AnyView {
    match row.confirmed.clone() {
        Some((by, at)) => view! { {by} ", " <Time moment=at /> }.into_any(),
        None => {
            let hidden = vec![
                ("country", row.country.clone()),
                ("sector", row.sector.clone()),
                ("version", row.version.to_string()),
            ];
            view! { <p>"Not confirmed"</p> <PostButton action=paths::confirm_rule() hidden=hidden text="Confirm" about=name.to_owned() /> }
                .into_any()
        }
    }
}
