//! Reach and interest, week by week.

use leads::results::insights::{InsightSums, Week};
use leads::results::rate::Rate;
use leads::results::statistics::TOO_FEW;
use leads::views::InsightsView;
use leptos::prelude::*;

use super::day;
use crate::web::components::chart_card::{Card, figures, note, too_few};
use crate::web::components::charts::rate_column;
use crate::web::components::numbers::format_number;
use crate::web::components::table::Scroll;

/// So many columns have room for their rates and names.
const MAX_LABELLED: usize = 16;

/// Of more than that, one of so many has its name.
const LABELLED_OF_MANY: usize = 8;

/// A rate, and what it is called.
struct OfWeeks {
    id: &'static str,
    heading: &'static str,
    label: &'static str,
    scroll: &'static str,
    class: &'static str,
    columns: [&'static str; 3],
    rate: fn(&InsightSums) -> Rate,
}

/// Reached of the dialled ones.
pub fn reach(insights: &InsightsView) -> Card {
    of_weeks(
        insights,
        &OfWeeks {
            id: "reach",
            heading: "Reached by week",
            label: "Figures: reached by week",
            scroll: "Weeks: reached",
            class: "good",
            columns: ["Dialled", "Reached", "Share reached"],
            rate: InsightSums::reach_rate,
        },
    )
}

/// Interested of the reached ones.
pub fn interest(insights: &InsightsView) -> Card {
    of_weeks(
        insights,
        &OfWeeks {
            id: "interest",
            heading: "Interested by week",
            label: "Figures: interested by week",
            scroll: "Weeks: interested",
            class: "interest",
            columns: ["Reached", "Interested", "Share interested"],
            rate: InsightSums::interest_rate,
        },
    )
}

fn of_weeks(insights: &InsightsView, of: &OfWeeks) -> Card {
    let weeks = from_the_first_call(insights).iter();
    let rows = weeks.map(|(week, sums)| {
        let rate = (of.rate)(sums);
        vec![
            days(week),
            format_number(rate.base),
            format_number(rate.part),
            rate.text(),
        ]
    });
    Card {
        id: of.id,
        heading: of.heading.to_owned(),
        chart: chart(insights, of),
        figures: figures(of.label, &["Week"], &of.columns, rows.collect()),
    }
}

/// The weeks from the first one with a call on: nothing is to be seen of those before.
fn from_the_first_call(insights: &InsightsView) -> &[(Week, InsightSums)] {
    let mut weeks = insights.weeks.iter();
    let first = weeks.position(|(_, sums)| sums.calls > 0).unwrap_or(0);
    insights.weeks.get(first..).unwrap_or_default()
}

/// `23 Nov 2026 to 27 Nov 2026`.
fn days(week: &Week) -> String {
    match week.first == week.last {
        true => day(week.first),
        false => format!("{} to {}", day(week.first), day(week.last)),
    }
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
    let [base, part, _] = of.columns;
    let all = (of.rate)(&insights.all);
    let sentence = format!(
        "{part} of {} by week: {} in all.",
        base.to_lowercase(),
        all.text()
    );
    let whole = format!(
        "{part} of {}; {} of {} in all. The highest column is {most:.1} %. A week is named by its first day.{}",
        base.to_lowercase(),
        all.text(),
        format_number(all.base),
        if any_part {
            " One in brackets is not whole."
        } else {
            ""
        }
    );
    view! {
        <figure class="chart" aria-label=sentence>
            <Scroll label=of.scroll>
                <ol class="hours weeks" class:many=many>{columns}</ol>
            </Scroll>
            <figcaption class="small muted">{whole}</figcaption>
        </figure>
        {any_few.then(too_few)}
        {(all.base == 0).then(|| note(format!("Nobody was {} yet.", base.to_lowercase())))}
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
        Some(percent) => format!("{percent:.0} %"),
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
    let name = week.first.strftime("%-d %b").to_string();
    let name = match week.is_part() {
        true => format!("({name})"),
        false => name,
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
