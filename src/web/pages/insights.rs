//! Insights: what came of the calls of many tasks, by week, robot, line and hour.

mod compared;
mod hours;
mod weeks;

use jiff::civil::Date;
use leads::results::classify::{CallGroup, DIALLED_DEFINITION, REACHED_DEFINITION};
use leads::results::insights::{DAY_DEFINITION, InsightsPeriod, MAX_DAYS};
use leads::states::Tone;
use leads::views::{InsightsQuery, InsightsView, TaskQuery};
use leptos::prelude::*;

use crate::web::components::chart_card::{card, rate_of};
use crate::web::components::empty::Empty;
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::left_out::left_out;
use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::post_button::HiddenValues;
use crate::web::components::tabs::{Tab, Tabs};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::query_value;
use crate::web::paths::{self, AskedInsights, asked_insights};
use crate::web::request::caller::request;

/// What is counted of the calls that are asked for.
async fn read(query: InsightsQuery) -> Result<InsightsView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::results::insights(backend, caller, now, query).await?)
}

/// The insights that the address asks for.
#[component]
pub fn InsightsPage() -> impl IntoView {
    let AskedInsights { query, unusable } = asked_insights(query_value);
    in_layout(Section::Insights, read(query), move |insights| {
        draw(&insights, &unusable)
    })
}

fn draw(insights: &InsightsView, unusable: &[&'static str]) -> AnyView {
    let sentence = format!(
        "Calls of all submitted tasks, {}. Tests are left out. Times are in {}.",
        days_in_words(insights),
        insights.zone
    );
    view! {
        <PageTitle text="Insights" />
        <div class="page-head">
            <div>
                <h1>"Insights"</h1>
                <p>{sentence}</p>
            </div>
        </div>
        <section class="card" aria-label="Which calls are counted">
            <header>
                <Tabs label="Period" tabs=periods(&insights.query) />
                {filters(insights)}
            </header>
        </section>
        {left_out(unusable)}
        {insights.days.is_cut.then(cut)}
        {match (insights.has_calls, insights.all.calls) {
            (false, _) => no_calls_yet(),
            (true, 0) => no_calls_found(&insights.query),
            _ => found(insights),
        }}
    }
    .into_any()
}

/// A day with its year: `7 Sep 2026`.
fn day(day: Date) -> String {
    day.strftime("%-d %b %Y").to_string()
}

/// `7 Sep 2026 to 27 Nov 2026`.
fn days_in_words(insights: &InsightsView) -> String {
    let (first, last) = (day(insights.days.first), day(insights.days.last));
    match first == last {
        true => first,
        false => format!("{first} to {last}"),
    }
}

fn cut() -> AnyView {
    let text = format!("At most {MAX_DAYS} days are shown at once: these are the last of them.");
    view! { <NoticeBox tone=Tone::Warn text=text /> }.into_any()
}

/// The periods as links, which keep the robot.
fn periods(query: &InsightsQuery) -> Vec<Tab> {
    let tab = |period: InsightsPeriod| Tab {
        href: paths::insights_with(&InsightsQuery {
            period,
            robot: query.robot.clone(),
        }),
        text: period.label(),
        count: None,
        current: query.period == period,
    };
    InsightsPeriod::UP_TO_TODAY.map(tab).into()
}

/// Days and robot; days count for more than the period above.
fn filters(insights: &InsightsView) -> AnyView {
    let query = &insights.query;
    let (kept, from, to) = match query.period {
        InsightsPeriod::Days { from, to } => (Vec::new(), from, to),
        period => (vec![("period", period.key().to_owned())], None, None),
    };
    view! {
        <form class="filters of-days" action=paths::insights()>
            <HiddenValues values=kept />
            {Field::new("from", "From", &[]).date(from)}
            {Field::new("to", "To", &[]).date(to)}
            {Field::new("robot", "Robot", &[]).filter("Any robot", &insights.choices, &query.robot)}
            <button class="button" type="submit">"Show"</button>
        </form>
    }
    .into_any()
}

fn no_calls_yet() -> AnyView {
    view! {
        <section class="card">
            <Empty
                title="No calls yet"
                text="Insights add up the calls of all your tasks: how many people are reached, by which robot, on which line, at which \
                      hour. They begin with the first task that AIRudder calls for you."
            >
                <a class="button primary" href=paths::new_task()>"New task"</a>
            </Empty>
        </section>
    }
    .into_any()
}

fn no_calls_found(query: &InsightsQuery) -> AnyView {
    let (text, all) = match query.robot.is_empty() {
        true => (
            "No task called anybody on these days. Choose a longer period.",
            InsightsQuery {
                period: InsightsPeriod::Year,
                robot: String::new(),
            },
        ),
        false => (
            "This robot called nobody on these days. Choose a longer period or another robot.",
            InsightsQuery {
                robot: String::new(),
                ..query.clone()
            },
        ),
    };
    let label = match query.robot.is_empty() {
        true => "Show a year",
        false => "Show all robots",
    };
    view! {
        <section class="card">
            <Empty title="No calls on these days" text=text>
                <a class="button" href=paths::insights_with(&all)>{label}</a>
            </Empty>
        </section>
    }
    .into_any()
}

fn found(insights: &InsightsView) -> AnyView {
    view! {
        {tiles(insights)}
        {not_finished(insights)}
        <div class="cards-side-by-side">
            {card(weeks::reach(insights))}
            {card(weeks::interest(insights))}
            {card(compared::robots(insights))}
            {card(compared::lines(insights))}
            {card(hours::measured(insights))}
            {card(hours::estimated(insights))}
            {card(compared::talk(insights))}
            {definitions()}
        </div>
    }
    .into_any()
}

/// The tasks that called: all of the robot, since no list of tasks filters by the days of their calls.
pub(super) fn tasks_of(robot: &str) -> String {
    paths::tasks_with(&TaskQuery {
        robot: robot.to_owned(),
        ..TaskQuery::default()
    })
}

fn tiles(insights: &InsightsView) -> AnyView {
    let all = &insights.all;
    let tile = |name: &'static str, number: u32, of: String| {
        let number = format_number(number);
        view! { <span>{name}</span> " " <b>{number}</b> " " <small>{of}</small> }
    };
    let plain = |name, number, of| view! { <li><div>{tile(name, number, of)}</div></li> };
    let tasks = tile(
        "Tasks",
        insights.tasks,
        "with calls on these days".to_owned(),
    );
    let of_sent = rate_of(all.dialled, all.calls, "sent");
    view! {
        <ul class="tiles">
            <li><a href=tasks_of(&insights.query.robot)>{tasks}</a></li>
            {plain("Leads sent", all.calls, "by these tasks".to_owned())}
            {plain("Dialled", all.dialled, of_sent)}
            {plain("Reached", all.reached, rate_of(all.reached, all.dialled, "dialled"))}
            {plain("Interested", all.interested, rate_of(all.interested, all.reached, "reached"))}
        </ul>
    }
    .into_any()
}

/// Rates of what is under way are those of the calls so far.
fn not_finished(insights: &InsightsView) -> Option<AnyView> {
    let open = insights.all.open;
    (open > 0).then(|| {
        let calls = count_with_noun(open, "call is", "calls are");
        let text = format!("{calls} not finished yet: the rates of their weeks can still change.");
        view! { <p class="small muted">{text}</p> }.into_any()
    })
}

fn definitions() -> AnyView {
    view! {
        <section class="card">
            <header><h2>"What the numbers mean"</h2></header>
            <div class="body stack small">
                <p>{DIALLED_DEFINITION}</p>
                <p>{REACHED_DEFINITION}</p>
                <p>{format!("{}: {}", CallGroup::Interested.label(), CallGroup::Interested.sentence())}</p>
                <p>{DAY_DEFINITION}</p>
                <p>
                    "An interval holds the rate that a robot or a line would show over very many such calls, 95 times out of 100. Robots and \
                     lines called different people: a difference can come from the lists."
                </p>
            </div>
        </section>
    }
    .into_any()
}
