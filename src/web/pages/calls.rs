//! The calls of a task one by one, as they are filtered.

mod filters;
mod rows;

use leads::Action;
use leads::views::{CALLS_ON_A_PAGE, CallQuery, CallsPage, NumbersShown};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::as_of::as_of;
use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::left_out::left_out;
use crate::web::components::message::with_hidden;
use crate::web::components::post_button::PostButton;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::calls as texts;
use crate::web::pages::load::in_layout;
use crate::web::pages::task::tabs::{Shown, tabs};
use crate::web::pages::{path_value, query_values};
use crate::web::paths::{self, AskedCalls, Unusable, asked_calls};
use crate::web::request::caller::{may, request};
use crate::web::request::ids::parse_id;

/// A page of the calls.
async fn read(id: String, query: CallQuery, whole_numbers: bool) -> Result<CallsPage, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&id)?;
    Ok(backend::results::calls(backend, caller, now, id, query, whole_numbers).await?)
}

/// The calls that the address asks for.
#[component]
pub fn CallsOfTaskPage() -> impl IntoView {
    let AskedCalls {
        query,
        whole_numbers,
        unusable,
    } = asked_calls(query_values);
    let read = read(path_value("id"), query, whole_numbers);
    in_layout(Section::Tasks, read, move |page| draw(&page, &unusable))
}

fn draw(page: &CallsPage, unusable: &[Unusable]) -> AnyView {
    let hidden = vec![
        ("task", page.task.clone()),
        ("back", paths::calls(&page.task, &page.query)),
    ];
    let about = [
        texts::in_order(),
        numbers_in_words(page.numbers),
        texts::times(&page.zone),
    ];
    view! {
        <PageTitle text=t(texts::page_title(&page.name)) />
        <div class="page-head">
            <div>
                <h1 translate="no">{page.name.clone()}</h1>
                <p>{t(Message::sentences(about))}</p>
            </div>
            <PostButton action=paths::refresh_task() hidden=hidden text=t(texts::refresh()) icon="refresh" />
        </div>
        {tabs(&page.task, Some(page.all), Shown::Calls)}
        {as_of(&page.as_of, "as-of")}
        {left_out(unusable)}
        <section class="card">
            <div class="call-filters">{filters::chips(page)} {filters::form(page)}</div>
            {found(page)}
        </section>
    }
    .into_any()
}

fn found(page: &CallsPage) -> AnyView {
    if let Some(gone) = &page.gone {
        let back = paths::task(&page.task);
        return view! { <Empty title=t(texts::gone()) text=t(gone.clone())><a class="button" href=back>{t(texts::back_to_results())}</a></Empty> }
            .into_any();
    }
    if page.calls.is_empty() {
        return nothing(page);
    }
    view! {
        <div class="list-head">
            <p>{t(texts::found(page.all, page.found))}</p>
            {takes(page)}
            {pages(page, texts::pages())}
        </div>
        {rows::table(page)}
        <div class="list-foot">{pages(page, texts::pages_below())}</div>
    }
    .into_any()
}

/// How numbers are shown.
fn numbers_in_words(shown: NumbersShown) -> Message {
    match shown {
        NumbersShown::Masked | NumbersShown::OnRequest => texts::masked(),
        NumbersShown::Whole => texts::whole(),
    }
}

/// What can be taken of the calls that are shown: files, and whole numbers.
fn takes(page: &CallsPage) -> AnyView {
    let file = |format| paths::calls_file(&page.task, &page.query, format);
    let numbers = match page.numbers {
        NumbersShown::Masked => None,
        NumbersShown::OnRequest => Some((
            paths::calls_with_numbers(&page.task, &page.query),
            texts::show_whole_numbers(),
        )),
        NumbersShown::Whole => Some((paths::calls(&page.task, &page.query), texts::mask_numbers())),
    };
    let numbers = numbers
        .map(|(href, text)| view! { <a class="button" href=href rel="nofollow">{t(text)}</a> });
    view! {
        <div class="row">
            <a class="button" href=file("xlsx") download=true>{t(texts::download(page.found))}</a>
            <a class="button" href=file("csv") download=true>{t(texts::as_csv())}</a>
            {numbers}
        </div>
    }
    .into_any()
}

/// Which calls are shown: `51–100 of 300`, with the pages before and behind.
fn pages(page: &CallsPage, label: Message) -> AnyView {
    let shown = u32::try_from(page.calls.len()).unwrap_or(u32::MAX);
    let before = (page.query.page.max(1) - 1).saturating_mul(CALLS_ON_A_PAGE);
    let last = before.saturating_add(shown);
    let words = texts::range(before.saturating_add(1), page.found, last);
    let link = |number: u32, text: Message| {
        let text = with_hidden(&text);
        let query = CallQuery {
            page: number,
            ..page.query.clone()
        };
        view! { <a class="button" href=paths::calls(&page.task, &query)>{text}</a> }
    };
    let number = page.query.page.max(1);
    let previous = (number > 1).then(|| link(number - 1, texts::previous()));
    let next = (last < page.found).then(|| link(number.saturating_add(1), texts::next()));
    view! {
        <nav class="pages" aria-label=t(label)>
            <span class="small muted">{t(words)}</span>
            {previous}
            {next}
        </nav>
    }
    .into_any()
}

/// Why nothing is shown, and what to change.
fn nothing(page: &CallsPage) -> AnyView {
    let all = paths::calls_of_task(&page.task);
    if page.all == 0 {
        let task = paths::task(&page.task);
        return view! {
            <Empty title=t(texts::none_yet()) text=t(texts::none_yet_text())>
                <a class="button" href=task>{t(texts::open_task())}</a>
            </Empty>
        }
        .into_any();
    }
    if page.found > 0 {
        let first = CallQuery {
            page: 1,
            ..page.query.clone()
        };
        let first = paths::calls(&page.task, &first);
        return view! {
            <Empty title=t(texts::none_on_page()) text=t(texts::none_on_page_text(page.found))>
                <a class="button" href=first>{t(texts::first_page())}</a>
            </Empty>
        }
        .into_any();
    }
    let text = match page.query.q.is_empty() {
        true => texts::fewer_filters(),
        false if may(Action::SeeNumbers) => texts::fewer_words(),
        false => texts::fewer_words_masked(),
    };
    view! {
        <Empty title=t(texts::none_match()) text=t(text)>
            <a class="button" href=all>{t(texts::show_all_calls())}</a>
        </Empty>
    }
    .into_any()
}
