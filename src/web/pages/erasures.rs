//! Erasing a number because its person asks for it, for administrators.

mod receipt;

use backend::erasures::{HeldInAccount, HeldList, Receipt};
use leads::states::Tone;
use leads::views::{FormProblem, Moment};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::badge::Badge;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::{Choice, Field};
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::erasures::{FindErasureForm, HeldNumber};
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::messages::{erasures, settings};
use crate::web::pages::load::in_layout;
use crate::web::paths;
use crate::web::request::caller::request;

pub use receipt::{ReceiptPage, receipt_text};

/// The receipts, each with its moment in the account's zone, and whether they are written down outside of the database.
struct PageView {
    receipts: Vec<(Receipt, Moment)>,
    has_file: bool,
    /// Whether numbers can be hashed: without a key there is no receipt, and nothing is erased.
    has_key: bool,
}

async fn read() -> Result<PageView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let receipts = backend::erasures::receipts(backend, caller).await?;
    let zone = caller.account.zone();
    let receipts = receipts.into_iter().map(|receipt| {
        let at = leads::moment(receipt.erased_at, now, zone);
        (receipt, at)
    });
    Ok(PageView {
        receipts: receipts.collect(),
        has_file: backend.restore_journal().is_some(),
        has_key: backend.encryption_keys().is_ok(),
    })
}

/// The form, what is held of the number that was typed, and the receipts.
#[component]
pub fn ErasuresPage() -> impl IntoView {
    let found = FormState::<HeldNumber>::take().map(|found| found.values);
    let refused = FormState::<FindErasureForm>::take().unwrap_or_default();
    in_layout(Section::Settings, read(), move |view| {
        draw(view, found, refused)
    })
}

fn draw(view: PageView, found: Option<HeldNumber>, refused: FormState<FindErasureForm>) -> AnyView {
    let FormState {
        values, problems, ..
    } = refused;
    let typed = found
        .as_ref()
        .map_or(values.number, |found| found.number.clone());
    view! {
        <PageTitle text=t(erasures::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>{t(erasures::page_title())}</h1>
                <p>{t(erasures::explained())}</p>
            </div>
            <a class="button" href=paths::settings()>{t(settings::page_title())}</a>
        </div>
        {match (view.has_key, view.has_file) {
            (false, _) => Some(without_key()),
            (true, false) => Some(without_file()),
            (true, true) => None,
        }}
        <div class="stack narrow">
            {form(&typed, &problems)}
            {found.map(|found| held(found, view.has_key))}
        </div>
        {receipts(view.receipts)}
    }
    .into_any()
}

fn without_key() -> AnyView {
    view! {
        <div class="notice bad" role="status">
            <p>{t(erasures::no_key())}</p>
        </div>
    }
    .into_any()
}

fn without_file() -> AnyView {
    view! {
        <div class="notice warn" role="status">
            <strong aria-hidden="true">"!"</strong>
            <p>{t(erasures::no_journal())}</p>
        </div>
    }
    .into_any()
}

fn form(typed: &str, problems: &[FormProblem]) -> AnyView {
    let number =
        Field::new("number", t(erasures::number()), problems).hint(t(erasures::number_hint()));
    view! {
        <form method="post" action=paths::find_erasure() novalidate>
            <section class="card">
                <header><h2>{t(erasures::whose_number())}</h2></header>
                <div class="body stack">
                    {number.input("tel", typed, &[("autocomplete", "off")])}
                    <div><button class="button" type="submit">{t(erasures::show())}</button></div>
                </div>
            </section>
        </form>
    }
    .into_any()
}

fn held(found: HeldNumber, can_erase: bool) -> AnyView {
    let title = t(erasures::held(&found.held.last_four));
    if found.held.accounts.is_empty() {
        return view! {
            <section class="card" id="held">
                <header><h2>{title}</h2></header>
                <div class="body stack">
                    <p>{t(erasures::not_held())}</p>
                    {can_erase.then(|| erase(found.number))}
                </div>
            </section>
        }
        .into_any();
    }
    view! {
        <section class="card" id="held">
            <header><h2>{title}</h2></header>
            <div class="body stack">
                {found.held.accounts.iter().map(account).collect_view()}
                {can_erase.then(|| erase(found.number))}
            </div>
        </section>
    }
    .into_any()
}

/// What one account holds, or held.
pub(super) fn account(held: &HeldInAccount) -> AnyView {
    let lists = held.lists.iter().map(rows_of);
    let lists = lists.map(|rows| view! { <li>{t(rows)}</li> });
    let beside = held
        .beside()
        .into_iter()
        .map(|counted| view! { <li>{t(counted)}</li> });
    view! {
        <h3>{held.account.clone()}</h3>
        <ul class="words">{lists.collect_view()} {beside.collect_view()}</ul>
    }
    .into_any()
}

/// A list that names the number, and in how many of its rows.
pub(super) fn rows_of(list: &HeldList) -> Message {
    match list.task {
        Some(_) => erasures::rows_of_task(list.rows, &list.name),
        None => erasures::rows_of_draft(list.rows, &list.name),
    }
}

fn erase(number: String) -> AnyView {
    view! {
        <form class="stack" method="post" action=paths::erase_number()>
            <HiddenValues values=vec![("number", number)] />
            <Choice
                kind="checkbox"
                id="keep_on_list"
                name="keep_on_list"
                value="true"
                label=t(erasures::keep_on_list())
                hint=t(erasures::keep_on_list_hint())
                checked=true
            />
            <p>{t(erasures::irreversible())}</p>
            <div><button class="button danger" type="submit">{t(erasures::erase())}</button></div>
        </form>
    }
    .into_any()
}

fn receipts(receipts: Vec<(Receipt, Moment)>) -> Option<AnyView> {
    if receipts.is_empty() {
        return None;
    }
    let columns = vec![
        Column::words(t(erasures::receipt_number())),
        Column::words(t(erasures::receipt_erased())),
        Column::words(t(erasures::receipt_by())),
        Column::words(t(erasures::receipt_listed())),
    ];
    let rows = receipts
        .into_iter()
        .map(|(receipt, at)| {
            let by = receipt.by.unwrap_or_else(|| t(erasures::command_line()));
            let listed = match receipt.on_do_not_call {
                true => erasures::listed(),
                false => erasures::not_listed(),
            };
            let unfinished = receipt
                .is_unfinished
                .then(|| view! { <Badge tone=Tone::Warn word=t(erasures::unfinished()) /> });
            view! {
                <tr>
                    <td class="name"><a href=paths::receipt(receipt.id)>{receipt.last_four}</a></td>
                    <td data-label=t(erasures::receipt_erased())><Time moment=at /> {unfinished}</td>
                    <td data-label=t(erasures::receipt_by())>{by}</td>
                    <td data-label=t(erasures::receipt_listed())>{t(listed)}</td>
                </tr>
            }
        })
        .collect_view()
        .into_any();
    Some(
        view! {
            <section class="card">
                <header><h2>{t(erasures::receipts())}</h2></header>
                <Table label=t(erasures::receipts()) columns=columns cards=true>{rows}</Table>
            </section>
        }
        .into_any(),
    )
}
