//! The hours at which people are reached: measured, and estimated.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Time;
use leads::results::insights::{estimated_definition, interval, measured_definition};
use leads::results::rate::Rate;
use leads::results::statistics::TOO_FEW;
use leads::views::{HourOfWeek, InsightsView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::chart_card::{Card, figures, note, too_few};
use crate::web::components::numbers::number;
use crate::web::components::table::Scroll;
use crate::web::language::t;
use crate::web::messages::insights as texts;

/// From Monday on.
fn weekdays() -> [Message; 7] {
    [
        texts::monday(),
        texts::tuesday(),
        texts::wednesday(),
        texts::thursday(),
        texts::friday(),
        texts::saturday(),
        texts::sunday(),
    ]
}

/// How many shades there are.
const SHADES: u64 = 5;

/// Tasks without redials.
pub fn measured(insights: &InsightsView) -> Card {
    Card {
        id: "measured-hours",
        heading: t(texts::measured_hours()),
        chart: chart(
            &insights.measured,
            texts::measured_hours_chart(),
            measured_definition(),
        ),
        figures: by_hour(&insights.measured, texts::measured_hours_figures()),
    }
}

/// Tasks with redials.
pub fn estimated(insights: &InsightsView) -> Card {
    Card {
        id: "estimated-hours",
        heading: t(texts::estimated_hours()),
        chart: chart(
            &insights.estimated,
            texts::estimated_hours_chart(),
            estimated_definition(),
        ),
        figures: by_hour(&insights.estimated, texts::estimated_hours_figures()),
    }
}

fn rate(hour: &HourOfWeek) -> Rate {
    Rate {
        part: hour.reached.into(),
        base: hour.dialled.into(),
    }
}

fn chart(hours: &[HourOfWeek], label: Message, definition: Message) -> AnyView {
    if hours.iter().all(|hour| hour.dialled == 0) {
        return view! {
            {note(t(texts::no_such_dials()))}
            {note(t(definition))}
        }
        .into_any();
    }
    let any_few = hours.iter().any(|hour| u64::from(hour.dialled) < TOO_FEW);
    view! {
        {heat(hours, label)}
        {best(hours).map(|best| note(t(best)))}
        {note(t(Message::sentences([texts::reached_per_hundred(), definition])))}
        {any_few.then(too_few)}
    }
    .into_any()
}

/// The hour of the week with the highest rate, of those that tell something.
fn best(hours: &[HourOfWeek]) -> Option<Message> {
    let telling = hours.iter().filter(|hour| rate(hour).base >= TOO_FEW);
    let best = telling.max_by(|one, other| {
        // One share is more than another one where the products crosswise are.
        let crosswise = |one: &HourOfWeek, other: &HourOfWeek| rate(one).part * rate(other).base;
        crosswise(one, other).cmp(&crosswise(other, one))
    })?;
    let day = weekdays().into_iter().nth(usize::from(best.weekday))?;
    Some(texts::best_hour(
        day,
        best.dialled,
        span(best.hour),
        interval(rate(best))?,
        rate(best).message(),
    ))
}

/// `14:00 to 15:00`.
fn span(hour: u8) -> Message {
    let begin = Time::midnight() + i64::from(hour).hours();
    texts::hours(Message::time(begin), Message::time(begin + 1.hour()))
}

/// A table of the week, each hour in the shade of its rate.
fn heat(hours: &[HourOfWeek], label: Message) -> AnyView {
    let known: BTreeMap<(u8, u8), &HourOfWeek> = hours
        .iter()
        .map(|hour| ((hour.weekday, hour.hour), hour))
        .collect();
    let first = hours.iter().map(|hour| hour.hour).min().unwrap_or(0);
    let last = hours.iter().map(|hour| hour.hour).max().unwrap_or(0);
    let shades = Shades::of(hours);
    let headers = (first..=last)
        .map(|hour| view! { <th scope="col">{hour.to_string()}</th> })
        .collect_view();
    let rows = (0_u8..).zip(weekdays()).map(|(weekday, name)| {
        let cells = (first..=last)
            .map(|hour| cell(known.get(&(weekday, hour)).copied(), &shades))
            .collect_view();
        view! { <tr><th scope="row">{t(name)}</th>{cells}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <Scroll label=t(label)>
            <table class="heat">
                <thead>
                    <tr><th scope="col"><span class="visually-hidden">{t(texts::day())}</span></th>{headers}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scroll>
    }
    .into_any()
}

fn cell(hour: Option<&HourOfWeek>, shades: &Shades) -> AnyView {
    let Some(hour) = hour.filter(|hour| hour.dialled > 0) else {
        return view! { <td></td> }.into_any();
    };
    if rate(hour).base < TOO_FEW {
        return view! {
            <td class="few-calls"><span class="visually-hidden">{t(texts::too_few_calls())}</span></td>
        }
        .into_any();
    }
    let class = format!("shade-{}", shades.shade(rate(hour)));
    view! { <td class=class>{number(per_hundred(rate(hour)))}</td> }.into_any()
}

/// A rate in whole per cent, rounded half up.
fn per_hundred(rate: Rate) -> u64 {
    (rate.part * 200 + rate.base)
        .checked_div(rate.base * 2)
        .unwrap_or(0)
}

/// The shades between the lowest rate and the highest one that tell something.
struct Shades {
    lowest: u64,
    highest: u64,
}

impl Shades {
    fn of(hours: &[HourOfWeek]) -> Shades {
        let telling = hours.iter().map(rate).filter(|rate| rate.base >= TOO_FEW);
        let rates = telling.map(per_hundred);
        Shades {
            lowest: rates.clone().min().unwrap_or(0),
            highest: rates.max().unwrap_or(0),
        }
    }

    /// From 1 for the lowest to [`SHADES`].
    fn shade(&self, rate: Rate) -> u64 {
        let range = self.highest - self.lowest + 1;
        1 + (per_hundred(rate) - self.lowest) * SHADES / range
    }
}

/// The hours of all days together.
fn by_hour(hours: &[HourOfWeek], label: Message) -> AnyView {
    let mut sums: BTreeMap<u8, Rate> = BTreeMap::new();
    for hour in hours {
        let sum = sums.entry(hour.hour).or_default();
        sum.part += u64::from(hour.reached);
        sum.base += u64::from(hour.dialled);
    }
    let rows = sums.into_iter().map(|(hour, rate)| {
        vec![
            t(span(hour)),
            number(rate.base),
            number(rate.part),
            t(rate.message()),
            interval(rate).map_or_else(|| "–".to_owned(), t),
        ]
    });
    let columns = [
        texts::dialled(),
        texts::reached(),
        texts::share_reached(),
        texts::interval(),
    ];
    figures(
        t(label),
        &[t(texts::hour_all_days())],
        &columns.map(t),
        rows.collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hour(weekday: u8, hour: u8, reached: u32, dialled: u32) -> HourOfWeek {
        HourOfWeek {
            weekday,
            hour,
            dialled,
            reached,
        }
    }

    #[test]
    fn the_best_hour_is_one_of_those_that_tell_something() {
        let hours = [
            hour(0, 9, 29, 29),
            hour(1, 10, 40, 100),
            hour(4, 23, 45, 90),
        ];
        assert_eq!(
            best(&hours).unwrap().to_string(),
            "Best: Fri 23:00 to 00:00, 50.0% reached of 90 dialled (95% interval 39.9 to 60.1%)."
        );
        assert_eq!(best(&hours[..1]), None);
    }

    #[test]
    fn the_lowest_rate_has_the_first_shade_and_the_highest_the_last() {
        let hours = [
            hour(0, 9, 20, 100),
            hour(0, 10, 35, 100),
            hour(0, 11, 50, 100),
            hour(0, 12, 1, 29),
        ];
        let shades = Shades::of(&hours);
        let of = |at: usize| shades.shade(rate(&hours[at]));
        assert_eq!((of(0), of(1), of(2)), (1, 3, SHADES));
        let one = Shades::of(&hours[..1]);
        assert_eq!(one.shade(rate(&hours[0])), 1);
    }
}
