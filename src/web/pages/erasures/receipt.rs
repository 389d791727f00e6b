//! The receipt of a number that was erased: a page, and the same as a text.

use backend::erasures::Receipt;
use jiff::tz::TimeZone;
use leads::numbers::count_with_noun;
use leads::views::Moment;
use leptos::prelude::*;

use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

async fn read(id: String) -> Result<(Receipt, Moment, String), AppError> {
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

fn draw(receipt: &Receipt, at: Moment, zone: &str) -> AnyView {
    let title = format!("Receipt for {}", receipt.last_four);
    let by = receipt.by.clone();
    let by = by.unwrap_or_else(|| "a command on the server".to_owned());
    let lines = receipt.held.iter().map(super::account);
    let nothing = receipt
        .held
        .is_empty()
        .then(|| view! { <p>"Nothing was held of it."</p> });
    let ask = receipt.ask_airudder();
    let ask = ask.into_iter().map(|ask| view! { <li>{ask}</li> });
    let again = receipt.applied_again_at.map(|_| {
        view! { <p>"It was erased once more after a restore from a backup."</p> }
    });
    view! {
        <PageTitle text=title.clone() />
        <div class="page-head">
            <div>
                <h1>{title}</h1>
                <p>"Erased by " {by} ", " <Time moment=at /> {format!(" ({zone})")}</p>
            </div>
            <div class="row">
                <a class="button" href=paths::receipt_file(receipt.id) download=true>"Download receipt"</a>
                <a class="button" href=paths::erasures()>"Erase a number"</a>
            </div>
        </div>
        <div class="stack narrow">
            <section class="card">
                <header><h2>"What was erased"</h2></header>
                <div class="body stack">{nothing} {lines.collect_view()} {again} <p>{on_list(receipt)}</p></div>
            </section>
            <section class="card">
                <header><h2>"What AIRudder must be asked for"</h2></header>
                <div class="body stack">
                    <p>"Coxswain cannot erase what AIRudder keeps itself. Ask it to:"</p>
                    <ul class="words">{ask.collect_view()}</ul>
                </div>
            </section>
            <section class="card">
                <header><h2>"Hash of the number"</h2></header>
                <div class="body stack">
                    <p>"The keyed hash of the number. With the encryption keys of this installation a number can be compared with it; without them nobody finds the number."</p>
                    <p class="digest"><code>{receipt.hash.clone()}</code></p>
                </div>
            </section>
        </div>
    }
    .into_any()
}

const fn on_list(receipt: &Receipt) -> &'static str {
    match receipt.on_do_not_call {
        true => "The number is on the do-not-call list, as a keyed hash with its last four digits.",
        false => "The number was not left on the do-not-call list.",
    }
}

/// The receipt as a text, in that zone.
pub fn receipt_text(receipt: &Receipt, zone: &TimeZone) -> String {
    let at = receipt.erased_at.to_zoned(zone.clone());
    let at = at.strftime("%Y-%m-%d %H:%M:%S %:z").to_string();
    let by = receipt.by.as_deref().unwrap_or("a command on the server");
    let mut lines = vec![
        "Receipt: a phone number was erased on request".to_owned(),
        String::new(),
        format!("Receipt: {}", receipt.id),
        format!("Number: {}", receipt.last_four),
        format!("Keyed hash of the number: {}", receipt.hash),
        format!("Erased: {at}"),
        format!("By: {by}"),
        on_list(receipt).to_owned(),
        String::new(),
        "What was erased:".to_owned(),
    ];
    if receipt.held.is_empty() {
        lines.push("- Nothing was held of it.".to_owned());
    }
    for account in &receipt.held {
        lines.push(format!("Account {}:", account.account));
        for list in &account.lists {
            let kind = if list.task.is_some() { "Task" } else { "Draft" };
            let rows = count_with_noun(list.rows, "row", "rows");
            lines.push(format!("- {kind} “{}”: {rows}", list.name));
        }
        lines.extend(
            account
                .beside()
                .iter()
                .map(|counted| format!("- {counted}")),
        );
    }
    lines.extend([String::new(), "What AIRudder must be asked for:".to_owned()]);
    lines.extend(receipt.ask_airudder().iter().map(|ask| format!("- {ask}")));
    lines.push(String::new());
    lines.join("\n")
}
