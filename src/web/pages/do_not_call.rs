//! The do-not-call lists: numbers that no task calls.

mod found;
mod upload;

use backend::do_not_call::{ListView, ListsView};
use leads::Action;
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::badge::Badge;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::numbers::format_number;
use crate::web::components::post_button::PostButton;
use crate::web::components::table::{Column, Table};
use crate::web::components::text_area::TextArea;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::do_not_call::{AddForm, FindForm};
use crate::web::forms::form_state::FormState;
use crate::web::pages::load::in_layout;
use crate::web::paths;
use crate::web::request::caller::{may, request};
use found::FoundView;
use leads::do_not_call::DoNotCallKind;
use leads::states::Tone;
use leads::views::{FormProblem, Moment};

pub use found::FoundEntries;
pub use upload::UploadDoNotCallListPage;

/// A list, with the moment of its last change in the account's zone.
type Row = (ListView, Moment);

struct PageView {
    lists: ListsView,
    rows: Vec<Row>,
    found: Option<FoundView>,
}

async fn read(found: Option<FormState<FoundEntries>>) -> Result<PageView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let lists = backend::do_not_call::view(backend, caller, now).await?;
    let zone = caller.account.zone();
    let rows = lists.lists.iter();
    let rows = rows.map(|list| (list.clone(), leads::moment(list.changed_at, now, zone)));
    Ok(PageView {
        rows: rows.collect(),
        lists,
        found: found
            .map(|found| found.values.view(now, zone, found.problems))
            .transpose()?,
    })
}

/// The lists, with what was searched for, and the forms as they were refused if they were.
#[component]
pub fn DoNotCallPage() -> impl IntoView {
    let added = FormState::<AddForm>::take().unwrap_or_default();
    let searched = FormState::<FindForm>::take().unwrap_or_default();
    let found = FormState::<FoundEntries>::take();
    let refused = found.iter().flat_map(|found| found.problems.clone());
    let refused: Vec<FormProblem> = refused.collect();
    in_layout(Section::DoNotCall, read(found), move |view| {
        draw(view, added, searched, refused)
    })
}

fn draw(
    view: PageView,
    added: FormState<AddForm>,
    searched: FormState<FindForm>,
    refused: Vec<FormProblem>,
) -> AnyView {
    let problems = [&added.problems, &searched.problems, &refused];
    let problems: Vec<FormProblem> = problems.into_iter().flatten().cloned().collect();
    let administers = may(Action::Administer);
    let upload = administers.then(|| {
        view! { <a class="button" href=paths::upload_do_not_call_list()>"Upload a list"</a> }
    });
    let setting = administers.then(|| outdated_setting(view.lists.refuse_outdated));
    view! {
        <PageTitle text="Do not call" error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        <div class="page-head">
            <div>
                <h1>"Do not call"</h1>
                <p>"Numbers that no task of any account calls. Lists are applied when a list of leads is read, at the check, at the launch, and before each batch is sent. Numbers that are already with AIRudder are cancelled there."</p>
            </div>
            {upload}
        </div>
        {(!view.lists.has_key).then(no_key)}
        <section class="card" id="lists">
            <header><h2>"Lists"</h2></header>
            {table(view.rows, administers)}
        </section>
        <div class="stack">
            {found::card(searched, view.found)}
            {add(added)}
        </div>
        {setting}
    }
    .into_any()
}

fn no_key() -> AnyView {
    view! {
        <div class="notice bad" role="status">
            <p>"Numbers cannot be put on a list yet: Coxswain was started without an encryption key. The README says how to set COXSWAIN_ENCRYPTION_KEYS_FILE."</p>
        </div>
    }
    .into_any()
}

fn table(rows: Vec<Row>, administers: bool) -> AnyView {
    let mut columns = vec![
        Column::words("List"),
        Column::words("Applied in"),
        Column::words("Current until"),
        Column::numbers("Numbers"),
        Column::words("Changed"),
    ];
    if administers {
        columns.push(Column::words("Change"));
    }
    let rows = rows
        .into_iter()
        .map(|(list, changed)| row(list, changed, administers))
        .collect_view();
    view! { <Table label="Do-not-call lists" cards=true columns=columns>{rows}</Table> }.into_any()
}

fn row(list: ListView, changed: Moment, administers: bool) -> AnyView {
    let sector = list.sector.map_or("Every account", |sector| sector.label());
    let until = match list.currency {
        None => view! { "Always" }.into_any(),
        Some((as_of, _, until)) => {
            let badge = list
                .is_outdated
                .then(|| view! { " " <Badge tone=Tone::Warn word="Out of date" /> });
            view! { {until.to_string()} {badge} <small>{format!("List of {as_of}")}</small> }
                .into_any()
        }
    };
    let by = list.by.clone().map(|by| format!(" by {by}"));
    // A card has no line for what the company's list does not offer.
    let label = (list.kind != DoNotCallKind::Own).then_some("Change");
    let change = administers.then(|| view! { <td data-label=label>{change(&list)}</td> });
    view! {
        <tr>
            <td class="name">
                <span class="title">{list.name.clone()}</span>
                {(list.kind != DoNotCallKind::Own).then(|| view! { <small>{list.kind.label()}</small> })}
            </td>
            <td data-label="Applied in">{sector}</td>
            <td data-label="Current until"><span>{until}</span></td>
            <td class="number" data-label="Numbers">{format_number(list.numbers)}</td>
            <td data-label="Changed"><span><Time moment=changed /> {by}</span></td>
            {change}
        </tr>
    }
    .into_any()
}

fn change(list: &ListView) -> AnyView {
    if list.kind == DoNotCallKind::Own {
        return ().into_any();
    }
    let id = list.id.to_string();
    view! {
        <div class="row">
            <a href=paths::upload_newer_do_not_call_list(&id)>
                "Upload newer"<span class="visually-hidden">{format!(" version of {}", list.name)}</span>
            </a>
            <Asking
                id=format!("remove-{id}")
                question=format!("Remove the list “{}”?", list.name)
                text="Remove"
                about=list.name.clone()
                opener="link"
                action=paths::remove_do_not_call_list()
                hidden=vec![("list", id)]
                class="danger"
            >
                <p>"Its numbers can be called again, unless another list has them."</p>
            </Asking>
        </div>
    }
    .into_any()
}

fn add(refused: FormState<AddForm>) -> AnyView {
    let FormState {
        values, problems, ..
    } = refused;
    let numbers = Field::new("numbers", "Numbers", &problems)
        .hint("One in each line, with its country code. At most 1,000.");
    let (invalid, described_by) = (numbers.invalid(), numbers.described_by());
    let control = view! {
        <TextArea
            id="numbers"
            name="numbers"
            value=values.numbers
            rows="4"
            spellcheck=Some("false")
            invalid=invalid
            described_by=described_by
        />
    };
    let reason = Field::new("reason", "Reason", &problems)
        .hint("For instance “Asked by email on 27 November”. No names or numbers.");
    view! {
        <form class="card" method="post" action=paths::do_not_call() novalidate>
            <header><h2>"Add to the company list"</h2></header>
            <div class="body stack">
                {numbers.draw(control.into_any())}
                {reason.input("text", &values.reason, &[("autocomplete", "off")])}
                <div><button class="button primary" type="submit">"Add numbers"</button></div>
            </div>
        </form>
    }
    .into_any()
}

/// What the account does with lists that are out of date.
fn outdated_setting(refuses: bool) -> AnyView {
    let (now, button) = match refuses {
        true => (
            "With a list that is out of date, nothing is checked and submitted in this account.",
            "Only warn",
        ),
        false => (
            "A list that is out of date is still applied in this account, with a warning.",
            "Refuse instead",
        ),
    };
    let hidden = vec![("refuse", (!refuses).to_string())];
    view! {
        <section class="card">
            <header><h2>"Lists that are out of date"</h2></header>
            <div class="body stack">
                <p>{now}</p>
                <div><PostButton action=paths::refuse_outdated_lists() hidden=hidden text=button /></div>
            </div>
        </section>
    }
    .into_any()
}
