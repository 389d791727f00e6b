//! The do-not-call lists: numbers that no task calls.

mod found;
mod upload;

use backend::do_not_call::{ListView, ListsView};
use leads::Action;
use leptos::prelude::*;
use localization::{DayStyle, Message, sort_by_name};

use crate::web::components::asking::Asking;
use crate::web::components::badge::Badge;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::message::{with_hidden, with_time};
use crate::web::components::moment::Time;
use crate::web::components::numbers::number;
use crate::web::components::post_button::PostButton;
use crate::web::components::table::{Column, Table};
use crate::web::components::text_area::TextArea;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::do_not_call::{AddForm, FindForm};
use crate::web::forms::form_state::FormState;
use crate::web::language::{language, t};
use crate::web::messages::do_not_call;
use crate::web::pages::load::in_layout;
use crate::web::paths;
use crate::web::request::caller::{may, request};
use found::FoundView;
use leads::do_not_call::{DoNotCallKind, list_name};
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
    let mut rows: Vec<Row> = rows.collect();
    sort_by_name(&mut rows, language(), |(list, _)| &list.name);
    rows.sort_by_key(|(list, _)| list.kind != DoNotCallKind::Own);
    Ok(PageView {
        rows,
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
        view! { <a class="button" href=paths::upload_do_not_call_list()>{t(do_not_call::upload())}</a> }
    });
    let setting = administers.then(|| outdated_setting(view.lists.refuse_outdated));
    view! {
        <PageTitle text=t(do_not_call::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        <div class="page-head">
            <div>
                <h1>{t(do_not_call::page_title())}</h1>
                <p>{t(do_not_call::explained())}</p>
            </div>
            {upload}
        </div>
        {(!view.lists.has_key).then(no_key)}
        <section class="card" id="lists">
            <header><h2>{t(do_not_call::lists())}</h2></header>
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
            <p>{t(do_not_call::no_key())}</p>
        </div>
    }
    .into_any()
}

fn table(rows: Vec<Row>, administers: bool) -> AnyView {
    let mut columns = vec![
        Column::words(t(do_not_call::list())),
        Column::words(t(do_not_call::applied_in())),
        Column::words(t(do_not_call::current_until())),
        Column::numbers(t(do_not_call::numbers())),
        Column::words(t(do_not_call::changed())),
    ];
    if administers {
        columns.push(Column::words(t(do_not_call::change())));
    }
    let rows = rows
        .into_iter()
        .map(|(list, changed)| row(list, changed, administers))
        .collect_view();
    view! { <Table label=t(do_not_call::table()) cards=true columns=columns>{rows}</Table> }
        .into_any()
}

fn row(list: ListView, changed: Moment, administers: bool) -> AnyView {
    let sector = match list.sector {
        Some(sector) => t(sector.message()),
        None => t(do_not_call::every_account()),
    };
    let until = match list.currency {
        None => t(do_not_call::always()).into_any(),
        Some((as_of, _, until)) => {
            let badge = list.is_outdated.then(
                || view! { " " <Badge tone=Tone::Warn word=t(do_not_call::out_of_date()) /> },
            );
            let [as_of, until] = [as_of, until].map(|day| Message::day(day, DayStyle::Year));
            let list_of = t(do_not_call::list_of(as_of));
            view! { {t(until)} {badge} <small>{list_of}</small> }.into_any()
        }
    };
    let changed = match list.by.clone() {
        Some(by) => with_time(changed, |at| do_not_call::changed_by(at, by)).into_any(),
        None => view! { <Time moment=changed /> }.into_any(),
    };
    // A card has no line for what the company's list does not offer.
    let label = (list.kind != DoNotCallKind::Own).then(|| t(do_not_call::change()));
    let change = administers.then(|| view! { <td data-label=label>{change(&list)}</td> });
    view! {
        <tr>
            <td class="name">
                <span class="title">{t(list_name(&list.name))}</span>
                {(list.kind != DoNotCallKind::Own).then(|| view! { <small>{t(list.kind.message())}</small> })}
            </td>
            <td data-label=t(do_not_call::applied_in())>{sector}</td>
            <td data-label=t(do_not_call::current_until())><span>{until}</span></td>
            <td class="number" data-label=t(do_not_call::numbers())>{number(list.numbers)}</td>
            <td data-label=t(do_not_call::changed())><span>{changed}</span></td>
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
                {with_hidden(&do_not_call::upload_newer(&list.name))}
            </a>
            <Asking
                id=format!("remove-{id}")
                question=t(do_not_call::remove_question(&list.name))
                text=t(do_not_call::remove())
                about=list.name.clone()
                opener="link"
                action=paths::remove_do_not_call_list()
                hidden=vec![("list", id)]
                class="danger"
            >
                <p>{t(do_not_call::remove_explained())}</p>
            </Asking>
        </div>
    }
    .into_any()
}

fn add(refused: FormState<AddForm>) -> AnyView {
    let FormState {
        values, problems, ..
    } = refused;
    let numbers = Field::new("numbers", t(do_not_call::numbers()), &problems)
        .hint(t(do_not_call::new_numbers_hint()));
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
    let reason = Field::new("reason", t(do_not_call::reason()), &problems)
        .hint(t(do_not_call::reason_hint()));
    let file = Field::new("file", t(do_not_call::file()), &problems)
        .hint(t(do_not_call::file_hint(sheets::MAX_ROWS)));
    view! {
        <form
            class="card"
            method="post"
            enctype="multipart/form-data"
            action=paths::do_not_call()
            novalidate
        >
            <header><h2>{t(do_not_call::add_to_company_list())}</h2></header>
            <div class="body stack">
                {numbers.draw(control.into_any())}
                {file.input("file", "", &[])}
                {reason.input("text", &values.reason, &[("autocomplete", "off")])}
                <div><button class="button primary" type="submit">{t(do_not_call::add())}</button></div>
            </div>
        </form>
    }
    .into_any()
}

/// What the account does with lists that are out of date.
fn outdated_setting(refuses: bool) -> AnyView {
    let (now, button) = match refuses {
        true => (do_not_call::outdated_refused(), do_not_call::only_warn()),
        false => (
            do_not_call::outdated_warned(),
            do_not_call::refuse_instead(),
        ),
    };
    let hidden = vec![("refuse", (!refuses).to_string())];
    view! {
        <section class="card">
            <header><h2>{t(do_not_call::outdated_title())}</h2></header>
            <div class="body stack">
                <p>{t(now)}</p>
                <div><PostButton action=paths::refuse_outdated_lists() hidden=hidden text=t(button) /></div>
            </div>
        </section>
    }
    .into_any()
}
