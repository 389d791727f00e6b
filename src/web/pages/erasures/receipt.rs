//! The receipt of a number that was erased: a page, and the same as a text.

use backend::erasures::Receipt;
use jiff::tz::TimeZone;
use leads::views::{Moment, ZoneLabel};
use leptos::prelude::*;
use localization::{Language, Message};

use crate::web::components::layout::Section;
use crate::web::components::message::with_time;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::{erasures, receipt as texts};
use crate::web::pages::load::in_layout;
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

async fn read(id: String) -> Result<(Receipt, Moment, ZoneLabel), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let receipt = backend::erasures::receipt(backend, caller, parse_id(&id)?).await?;
    let at = leads::moment(receipt.erased_at, now, caller.account.zone());
    Ok((receipt, at, caller.account.zone_label(now)))
}

/// The receipt of the address.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    in_layout(
        Section::Settings,
        read(path_value("id")),
        |(receipt, at, zone)| draw(&receipt, at, &zone),
    )
}

fn draw(receipt: &Receipt, at: Moment, zone: &ZoneLabel) -> AnyView {
    let title = t(texts::page_title(&receipt.last_four));
    let erased = with_time(at, |at| texts::erased_by(at, by(receipt), zone));
    let lines = receipt.held.iter().map(super::account);
    let nothing = receipt
        .held
        .is_empty()
        .then(|| view! { <p>{t(nothing_in(receipt))}</p> });
    let ask = receipt.ask_airudder();
    let ask = ask.into_iter().map(|ask| view! { <li>{t(ask)}</li> });
    let again = receipt.applied_again_at;
    let again = again.map(|_| view! { <p>{t(texts::again())}</p> });
    view! {
        <PageTitle text=title.clone() />
        <div class="page-head">
            <div>
                <h1>{title}</h1>
                <p>{erased}</p>
            </div>
            <div class="row">
                <a class="button" href=paths::receipt_file(receipt.id) download=true>{t(texts::download())}</a>
                <a class="button" href=paths::erasures()>{t(erasures::page_title())}</a>
            </div>
        </div>
        <div class="stack narrow">
            {receipt.is_unfinished.then(unfinished)}
            <section class="card">
                <header><h2>{t(texts::what())}</h2></header>
                <div class="body stack">{nothing} {lines.collect_view()} {again} <p>{t(on_list(receipt))}</p></div>
            </section>
            <section class="card">
                <header><h2>{t(texts::ask_airudder())}</h2></header>
                <div class="body stack">
                    <p>{t(texts::ask_airudder_to())}</p>
                    <ul class="words">{ask.collect_view()}</ul>
                    {at_airudder(receipt)}
                </div>
            </section>
            <section class="card">
                <header><h2>{t(texts::hash())}</h2></header>
                <div class="body stack">
                    <p>{t(texts::hash_explained())}</p>
                    <p class="digest"><code>{receipt.hash.clone()}</code></p>
                </div>
            </section>
        </div>
    }
    .into_any()
}

/// The tasks with the number as AIRudder knows them.
fn at_airudder(receipt: &Receipt) -> Option<AnyView> {
    let tasks = receipt.at_airudder();
    let is_any = !tasks.is_empty();
    let tasks = tasks.into_iter();
    let tasks = tasks.map(|task| view! { <li>{t(task)}</li> });
    let tasks = tasks.collect_view();
    is_any.then(|| {
        view! {
            <p>{t(texts::tasks_at_airudder())}</p>
            <ul class="words">{tasks}</ul>
        }
        .into_any()
    })
}

/// What is said where nothing was erased.
fn nothing_in(receipt: &Receipt) -> Message {
    match receipt.is_unfinished {
        true => texts::nothing_yet(),
        false => texts::nothing(),
    }
}

fn unfinished() -> AnyView {
    view! {
        <div class="notice warn" role="status">
            <strong aria-hidden="true">"!"</strong>
            <p>{t(texts::unfinished())}</p>
        </div>
    }
    .into_any()
}

fn on_list(receipt: &Receipt) -> Message {
    match receipt.on_do_not_call {
        true => texts::listed(),
        false => texts::not_listed(),
    }
}

/// Who erased it.
fn by(receipt: &Receipt) -> Message {
    let by = receipt.by.as_deref();
    by.map_or_else(texts::by_command, Message::verbatim)
}

/// The receipt as a text, in that zone and language.
pub fn receipt_text(receipt: &Receipt, zone: &TimeZone, language: Language) -> String {
    let at = leads::exact_moment_with_offset(receipt.erased_at, zone);
    let text = |message: Message| message.text(language);
    let item = |message: Message| format!("- {}", message.text(language));
    let mut lines = vec![
        text(texts::text_title()),
        String::new(),
        text(texts::text_id(receipt.id.to_string())),
        text(texts::text_number(&receipt.last_four)),
        text(texts::text_hash(&receipt.hash)),
        text(texts::text_erased(at)),
        text(texts::text_by(by(receipt))),
        text(on_list(receipt)),
        String::new(),
        text(texts::text_what()),
    ];
    if receipt.is_unfinished {
        lines.push(text(texts::unfinished()));
    }
    if receipt.held.is_empty() {
        lines.push(item(nothing_in(receipt)));
    }
    for account in &receipt.held {
        lines.push(text(texts::text_account(&account.account)));
        lines.extend(account.lists.iter().map(super::rows_of).map(item));
        lines.extend(account.beside().into_iter().map(item));
    }
    lines.extend([String::new(), text(texts::text_ask_airudder())]);
    lines.extend(receipt.ask_airudder().into_iter().map(item));
    let tasks = receipt.at_airudder();
    if !tasks.is_empty() {
        lines.push(text(texts::tasks_at_airudder()));
    }
    lines.extend(tasks.into_iter().map(item));
    lines.push(String::new());
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use backend::erasures::{HeldBatch, HeldInAccount};
    use jiff::Timestamp;

    use super::*;

    #[test]
    fn the_text_names_tasks_as_airudder_knows_them_and_each_once() {
        let batch = |name: &str, id: Option<&str>| HeldBatch {
            name: name.to_owned(),
            id: id.map(str::to_owned),
        };
        let held = HeldInAccount {
            account: "DIDI".to_owned(),
            batches: vec![
                batch("Week 48 #a7f3", Some("T-1")),
                batch("Week 49 #b", None),
            ],
            ..HeldInAccount::default()
        };
        let again = HeldInAccount {
            batches: vec![batch("Week 48 #a7f3", Some("T-1"))],
            ..held.clone()
        };
        let receipt = Receipt {
            id: "0195b8a0-0000-7000-8000-000000000009"
                .parse()
                .expect("an id"),
            erased_at: Timestamp::UNIX_EPOCH,
            by: None,
            hash: "01".to_owned(),
            last_four: "•••• 5088".to_owned(),
            on_do_not_call: false,
            held: vec![held, again],
            is_unfinished: false,
            applied_again_at: None,
        };
        let text = receipt_text(&receipt, &TimeZone::UTC, Language::English);
        let (_, tasks) = text
            .split_once("AIRudder has the number in these tasks:\n")
            .expect("the tasks");
        assert_eq!(
            tasks,
            "- “Week 48 #a7f3”, ID T-1\n- “Week 49 #b”: not known whether AIRudder has it\n"
        );
        let none = Receipt {
            held: Vec::new(),
            ..receipt
        };
        let text = receipt_text(&none, &TimeZone::UTC, Language::English);
        assert!(!text.contains("in these tasks"), "{text}");
    }
}
