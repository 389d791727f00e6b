//! Insights: what came of the calls of many tasks, by week, robot, line and hour.

mod compared;
mod hours;
mod weeks;

use jiff::civil::Date;
use leads::results::classify::{CallGroup, dialled_definition, reached_definition};
use leads::results::insights::{InsightsPeriod, MAX_DAYS, day_definition};
use leads::states::Tone;
use leads::views::{InsightsQuery, InsightsView, TaskQuery};
use leptos::prelude::*;
use localization::{DayStyle, Message};

use crate::web::components::chart_card::{Base, card, rate_of};
use crate::web::components::empty::Empty;
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::left_out::left_out;
use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::number;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::tabs::{Tab, Tabs};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::{by_name, t};
use crate::web::messages::insights as texts;
use crate::web::pages::load::in_layout;
use crate::web::pages::query_value;
use crate::web::paths::{self, AskedInsights, Unusable, asked_insights};
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

fn draw(insights: &InsightsView, unusable: &[Unusable]) -> AnyView {
    let (first, last) = (insights.days.first, insights.days.last);
    let about = texts::about(days_in_words(first, last), &insights.zone);
    view! {
        <PageTitle text=t(texts::page_title()) />
        <div class="page-head">
            <div>
                <h1>{t(texts::page_title())}</h1>
                <p>{t(about)}</p>
            </div>
        </div>
        <section class="card" aria-label=t(texts::filters())>
            <header>
                <Tabs label=t(texts::period()) tabs=periods(&insights.query) />
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
fn day(day: Date) -> Message {
    Message::day(day, DayStyle::Year)
}

/// `7 Sep 2026 to 27 Nov 2026`; one day alone.
fn days_in_words(first: Date, last: Date) -> Message {
    match first == last {
        true => day(first),
        false => texts::days(day(first), day(last)),
    }
}

fn cut() -> AnyView {
    view! { <NoticeBox tone=Tone::Warn text=t(texts::cut(MAX_DAYS)) /> }.into_any()
}

/// The periods as links, which keep the robot.
fn periods(query: &InsightsQuery) -> Vec<Tab> {
    let tab = |period: InsightsPeriod| Tab {
        href: paths::insights_with(&InsightsQuery {
            period,
            robot: query.robot.clone(),
        }),
        text: t(period.message()),
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
            {Field::new("from", t(texts::from()), &[]).date(from)}
            {Field::new("to", t(texts::to()), &[]).date(to)}
            {Field::new("robot", t(texts::robot()), &[]).filter_by_name(&t(texts::any_robot()), &by_name(&insights.choices), &query.robot)}
            <button class="button" type="submit">{t(texts::show())}</button>
        </form>
    }
    .into_any()
}

fn no_calls_yet() -> AnyView {
    view! {
        <section class="card">
            <Empty title=t(texts::no_calls_yet()) text=t(texts::no_calls_yet_text())>
                <a class="button primary" href=paths::new_task()>{t(texts::new_task())}</a>
            </Empty>
        </section>
    }
    .into_any()
}

fn no_calls_found(query: &InsightsQuery) -> AnyView {
    let (text, label, all) = match query.robot.is_empty() {
        true => (
            texts::nobody_called(),
            texts::show_year(),
            InsightsQuery {
                period: InsightsPeriod::Year,
                robot: String::new(),
            },
        ),
        false => (
            texts::nobody_called_by_robot(),
            texts::show_all_robots(),
            InsightsQuery {
                robot: String::new(),
                ..query.clone()
            },
        ),
    };
    view! {
        <section class="card">
            <Empty title=t(texts::no_calls_found()) text=t(text)>
                <a class="button" href=paths::insights_with(&all)>{t(label)}</a>
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
    let tile = |name: Message, count: u32, of: String| {
        view! { <span>{t(name)}</span> " " <b>{number(count)}</b> " " <small>{of}</small> }
    };
    let plain = |name, count, of| view! { <li><div>{tile(name, count, of)}</div></li> };
    let tasks = tile(texts::tasks(), insights.tasks, t(texts::with_calls()));
    let of_sent = rate_of(all.dialled, all.calls, Base::Sent);
    view! {
        <ul class="tiles">
            <li><a href=tasks_of(&insights.query.robot)>{tasks}</a></li>
            {plain(texts::leads_sent(), all.calls, t(texts::by_these_tasks()))}
            {plain(texts::dialled(), all.dialled, of_sent)}
            {plain(texts::reached(), all.reached, rate_of(all.reached, all.dialled, Base::Dialled))}
            {plain(texts::interested(), all.interested, rate_of(all.interested, all.reached, Base::Reached))}
        </ul>
    }
    .into_any()
}

/// Rates of what is under way are those of the calls so far.
fn not_finished(insights: &InsightsView) -> Option<AnyView> {
    let open = insights.all.open;
    (open > 0)
        .then(|| view! { <p class="small muted">{t(texts::not_finished(open))}</p> }.into_any())
}

fn definitions() -> AnyView {
    let interested = CallGroup::Interested;
    let interested = texts::meaning(interested.label(), interested.sentence());
    view! {
        <section class="card">
            <header><h2>{t(texts::meanings())}</h2></header>
            <div class="body stack small">
                <p>{t(dialled_definition())}</p>
                <p>{t(reached_definition())}</p>
                <p>{t(interested)}</p>
                <p>{t(day_definition())}</p>
                <p>{t(texts::interval_meaning())}</p>
            </div>
        </section>
    }
    .into_any()
}
