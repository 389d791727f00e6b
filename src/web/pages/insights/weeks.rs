//! Reach and interest, week by week.

use leads::results::insights::{InsightSums, Week};
use leads::results::rate::Rate;
use leads::results::statistics::TOO_FEW;
use leads::views::InsightsView;
use leptos::prelude::*;
use localization::{DayStyle, Message, Number};

use super::days_in_words;
use crate::web::components::chart_card::{Card, figures, note, too_few};
use crate::web::components::charts::rate_column;
use crate::web::components::numbers::number;
use crate::web::components::table::Scroll;
use crate::web::language::t;
use crate::web::messages::insights as texts;

/// So many columns have room for their rates and names.
const MAX_LABELLED: usize = 16;

/// Of more than that, one of so many has its name.
const LABELLED_OF_MANY: usize = 8;

/// A rate, and what it is called.
struct OfWeeks {
    id: &'static str,
    heading: Message,
    /// What the figures are called.
    figures: Message,
    /// What the region of the chart is called.
    weeks: Message,
    class: &'static str,
    columns: [Message; 3],
    /// What the chart shows, with the rate in all.
    chart: fn(Message) -> Message,
    /// What is told below it, with how many there are in all and the rate of these.
    in_all: fn(u64, Message) -> Message,
    /// That there are none.
    nobody: Message,
    rate: fn(&InsightSums) -> Rate,
}

/// Reached of the dialled ones.
pub fn reach(insights: &InsightsView) -> Card {
    of_weeks(
        insights,
        OfWeeks {
            id: "reach",
            heading: texts::reach(),
            figures: texts::reach_figures(),
            weeks: texts::reach_weeks(),
            class: "good",
            columns: [texts::dialled(), texts::reached(), texts::share_reached()],
            chart: |rate| texts::reach_chart(rate),
            in_all: |dialled, rate| texts::reach_in_all(dialled, rate),
            nobody: texts::nobody_dialled(),
            rate: InsightSums::reach_rate,
        },
    )
}

/// Interested of the reached ones.
pub fn interest(insights: &InsightsView) -> Card {
    of_weeks(
        insights,
        OfWeeks {
            id: "interest",
            heading: texts::interest(),
            figures: texts::interest_figures(),
            weeks: texts::interest_weeks(),
            class: "interest",
            columns: [
                texts::reached(),
                texts::interested(),
                texts::share_interested(),
            ],
            chart: |rate| texts::interest_chart(rate),
            in_all: |reached, rate| texts::interest_in_all(rate, reached),
            nobody: texts::nobody_reached(),
            rate: InsightSums::interest_rate,
        },
    )
}

fn of_weeks(insights: &InsightsView, of: OfWeeks) -> Card {
    let weeks = from_the_first_call(insights).iter();
    let rows = weeks.map(|(week, sums)| {
        let rate = (of.rate)(sums);
        vec![
            t(days_in_words(week.first, week.last)),
            number(rate.base),
            number(rate.part),
            t(rate.message()),
        ]
    });
    Card {
        id: of.id,
        chart: chart(insights, &of),
        heading: t(of.heading),
        figures: figures(
            t(of.figures),
            &[t(texts::week())],
            &of.columns.map(t),
            rows.collect(),
        ),
    }
}

/// The weeks from the first one with a call on: nothing is to be seen of those before.
fn from_the_first_call(insights: &InsightsView) -> &[(Week, InsightSums)] {
    let mut weeks = insights.weeks.iter();
    let first = weeks.position(|(_, sums)| sums.calls > 0).unwrap_or(0);
    insights.weeks.get(first..).unwrap_or_default()
}

fn chart(insights: &InsightsView, of: &OfWeeks) -> AnyView {
    let weeks = from_the_first_call(insights);
    let rates = weeks.iter().map(|(_, sums)| (of.rate)(sums));
    // Columns are as high as they are of the highest one.
    let percents = rates.clone().filter_map(Rate::percent);
    let most = percents.fold(0.0, f64::max);
    let many = weeks.len() > MAX_LABELLED;
    let columns = weeks
        .iter()
        .enumerate()
        .map(|(place, (week, sums))| {
            // A name takes the room of the columns behind it.
            let has_room = place + LABELLED_OF_MANY <= weeks.len();
            let is_labelled = !many || place % LABELLED_OF_MANY == 0 && has_room;
            column(week, (of.rate)(sums), most, of.class, [!many, is_labelled])
        })
        .collect_view();
    let any_few = rates.clone().any(|rate| rate.base > 0 && is_few(rate));
    let any_part = weeks.iter().any(|(week, _)| week.is_part());
    let all = (of.rate)(&insights.all);
    let caption = [
        Some((of.in_all)(all.base, all.message())),
        Some(texts::highest_column(Number::decimal(most, 1))),
        Some(texts::week_names()),
        any_part.then(texts::part_week),
    ];
    let caption = Message::sentences(caption.into_iter().flatten());
    view! {
        <figure class="chart" aria-label=t((of.chart)(all.message()))>
            <Scroll label=t(of.weeks.clone())>
                <ol class="hours weeks" class:many=many>{columns}</ol>
            </Scroll>
            <figcaption class="small muted">{t(caption)}</figcaption>
        </figure>
        {any_few.then(too_few)}
        {(all.base == 0).then(|| note(t(of.nobody.clone())))}
    }
    .into_any()
}

fn is_few(rate: Rate) -> bool {
    rate.base < TOO_FEW
}

/// A rate in whole per cent, rounded: the figures have the rest. A dash of nothing.
fn in_short(rate: Rate) -> String {
    match rate.percent() {
        None => "–".to_owned(),
        Some(percent) => t(texts::whole_percent(Number::decimal(percent, 0))),
    }
}

/// A column; whether its rate and its name are seen, or only read aloud.
fn column(
    week: &Week,
    rate: Rate,
    most: f64,
    class: &'static str,
    [rate_is_seen, name_is_seen]: [bool; 2],
) -> AnyView {
    let name = Message::day(week.first, DayStyle::Short);
    let name = match week.is_part() {
        true => t(texts::week_in_brackets(name)),
        false => t(name),
    };
    let few = rate.base > 0 && is_few(rate);
    view! {
        <li class:few=few>
            <small class:visually-hidden=!rate_is_seen>{in_short(rate)}</small>
            {rate_column(rate, most, class)}
            <span class:visually-hidden=!name_is_seen>{name}</span>
        </li>
    }
    .into_any()
}
