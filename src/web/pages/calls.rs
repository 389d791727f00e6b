//! The calls of a task one by one, as they are filtered.

mod filters;
mod rows;

use leads::Action;
use leads::views::{CALLS_ON_A_PAGE, CallQuery, CallsPage, NumbersShown};
use leptos::prelude::*;

use crate::web::components::as_of::as_of;
use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::left_out::left_out;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::post_button::PostButton;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::task::tabs::{Shown, tabs};
use crate::web::pages::{path_value, query_values};
use crate::web::paths::{self, AskedCalls, asked_calls};
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

fn draw(page: &CallsPage, unusable: &[&'static str]) -> AnyView {
    let hidden = vec![
        ("task", page.task.clone()),
        ("back", paths::calls(&page.task, &page.query)),
    ];
    view! {
        <PageTitle text=format!("Calls · {}", page.name) />
        <div class="page-head">
            <div>
                <h1>{page.name.clone()}</h1>
                <p>{format!("Calls in the order of the list. {} Times are in {}.", numbers_in_words(page.numbers), page.zone)}</p>
            </div>
            <PostButton action=paths::refresh_task() hidden=hidden text="Refresh now" icon="refresh" />
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
        return view! { <Empty title="Calls were deleted" text=gone.clone()><a class="button" href=back>"Back to the results"</a></Empty> }
            .into_any();
    }
    if page.calls.is_empty() {
        return nothing(page);
    }
    let (found, all) = (format_number(page.found), format_number(page.all));
    let counted = format!("{found} of {all} calls");
    view! {
        <div class="list-head">
            <p>{counted}</p>
            {takes(page)}
            {pages(page, "Pages")}
        </div>
        {rows::table(page)}
        <div class="list-foot">{pages(page, "Pages, below the calls")}</div>
    }
    .into_any()
}

/// How numbers are shown.
fn numbers_in_words(shown: NumbersShown) -> &'static str {
    match shown {
        NumbersShown::Masked | NumbersShown::OnRequest => "Numbers are masked.",
        NumbersShown::Whole => "Numbers are shown whole, which is on record.",
    }
}

/// What can be taken of the calls that are shown: files, and whole numbers.
fn takes(page: &CallsPage) -> AnyView {
    let file = |format| paths::calls_file(&page.task, &page.query, format);
    let numbers = match page.numbers {
        NumbersShown::Masked => None,
        NumbersShown::OnRequest => Some((
            paths::calls_with_numbers(&page.task, &page.query),
            "Show whole numbers",
        )),
        NumbersShown::Whole => Some((paths::calls(&page.task, &page.query), "Mask numbers")),
    };
    let numbers =
        numbers.map(|(href, text)| view! { <a class="button" href=href rel="nofollow">{text}</a> });
    let calls = count_with_noun(page.found, "call", "calls");
    view! {
        <div class="row">
            <a class="button" href=file("xlsx") download=true>{format!("Download {calls}")}</a>
            <a class="button" href=file("csv") download=true>"As CSV"</a>
            {numbers}
        </div>
    }
    .into_any()
}

/// Which calls are shown: `51–100 of 300`, with the pages before and behind.
fn pages(page: &CallsPage, label: &'static str) -> AnyView {
    let shown = u32::try_from(page.calls.len()).unwrap_or(u32::MAX);
    let before = (page.query.page.max(1) - 1).saturating_mul(CALLS_ON_A_PAGE);
    let last = before.saturating_add(shown);
    let words = format!(
        "{}–{} of {}",
        format_number(before.saturating_add(1)),
        format_number(last),
        format_number(page.found)
    );
    let link = |number: u32, text: &'static str| {
        let query = CallQuery {
            page: number,
            ..page.query.clone()
        };
        view! {
            <a class="button" href=paths::calls(&page.task, &query)>
                {text}
                <span class="visually-hidden">" page"</span>
            </a>
        }
    };
    let number = page.query.page.max(1);
    let previous = (number > 1).then(|| link(number - 1, "Previous"));
    let next = (last < page.found).then(|| link(number.saturating_add(1), "Next"));
    view! {
        <nav class="pages" aria-label=label>
            <span class="small muted">{words}</span>
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
            <Empty title="No calls yet" text="Calls appear here once AIRudder has created a batch of this task.">
                <a class="button" href=task>"Open the task"</a>
            </Empty>
        }
        .into_any();
    }
    if page.found > 0 {
        let first = CallQuery {
            page: 1,
            ..page.query.clone()
        };
        let (first, found) = (paths::calls(&page.task, &first), format_number(page.found));
        return view! {
            <Empty title="No calls on this page" text=format!("The list of {found} ends before this page.")>
                <a class="button" href=first>"Show the first page"</a>
            </Empty>
        }
        .into_any();
    }
    let text = match page.query.q.is_empty() {
        true => "Take out one of the filters above.",
        false if may(Action::SeeNumbers) => {
            "Use fewer words or fewer filters. Digits are compared with the end of a number, words with the cells of the list."
        }
        false => {
            "Use fewer words or fewer filters. Your role finds a number by its last four digits alone, and no other words with digits."
        }
    };
    view! {
        <Empty title="No calls match" text=text>
            <a class="button" href=all>"Show all calls"</a>
        </Empty>
    }
    .into_any()
}
