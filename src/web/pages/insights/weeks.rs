//! Reach and interest, week by week.

use leads::results::insights::{InsightSums, Week};
use leads::results::statistics::TOO_FEW;
use leads::results::sums::Rate;
use leads::views::InsightsView;
use leptos::prelude::*;

use super::day;
use crate::web::components::chart_card::{Card, figures, note, too_few};
use crate::web::components::charts::rate_column;
use crate::web::components::numbers::format_number;
use crate::web::components::table::Scroll;

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
    let rows = insights.weeks.iter().map(|(week, sums)| {
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

/// `23 Nov 2026 to 27 Nov 2026`.
fn days(week: &Week) -> String {
    match week.first == week.last {
        true => day(week.first),
        false => format!("{} to {}", day(week.first), day(week.last)),
    }
}

fn chart(insights: &InsightsView, of: &OfWeeks) -> AnyView {
    let rates = insights.weeks.iter().map(|(_, sums)| (of.rate)(sums));
    // Columns are as high as they are of the highest one that tells something.
    let most = rates
        .clone()
        .filter(|rate| !is_few(*rate))
        .filter_map(Rate::percent)
        .fold(1.0, f64::max);
    let columns = insights
        .weeks
        .iter()
        .map(|(week, sums)| column(week, (of.rate)(sums), most, of.class))
        .collect_view();
    let any_few = rates.clone().any(|rate| rate.base > 0 && is_few(rate));
    let any_part = insights.weeks.iter().any(|(week, _)| week.is_part());
    let [base, part, _] = of.columns;
    let all = (of.rate)(&insights.all);
    let sentence = format!(
        "{part} of {} by week: {} in all.",
        base.to_lowercase(),
        all.text()
    );
    let whole = format!(
        "{part} of {}; {} of {} in all. A week is named by its first day.{}",
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
                <ol class="hours">{columns}</ol>
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

fn column(week: &Week, rate: Rate, most: f64, class: &'static str) -> AnyView {
    let name = week.first.strftime("%-d %b").to_string();
    let name = match week.is_part() {
        true => format!("({name})"),
        false => name,
    };
    let few = rate.base > 0 && is_few(rate);
    view! {
        <li class:few=few>
            <small>{rate.text()}</small>
            {rate_column(rate, most, class)}
            <span>{name}</span>
        </li>
    }
    .into_any()
}
