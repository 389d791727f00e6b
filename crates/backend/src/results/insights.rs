//! What came of the calls of an account, over many tasks: out of sums that are kept.

use std::collections::BTreeMap;

use jiff::Timestamp;
use leads::results::insights::{Compared, InsightSums, offsets, weeks};
use leads::views::{HourOfWeek, InsightsQuery, InsightsView};
use leads::{Action, Period};

use crate::error::Error;
use crate::store::call_sums::{self, SumRecord, SumsFilter, SumsOf, SumsRecord};
use crate::{Backend, Caller};

/// The calls that are asked for, by week, by robot, by line and by hour. Tests count nowhere.
///
/// # Errors
/// When the database cannot be read.
pub async fn insights(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    query: InsightsQuery,
) -> Result<InsightsView, Error> {
    caller.must(Action::See)?;
    let account = &*caller.account;
    let zone = account.zone();
    let days = query.period.days(zone.to_datetime(now).date());
    let weeks = weeks(days, zone);
    // Without a day there is nothing to sum, but what can be chosen is shown all the same.
    let nothing = Period {
        since: now,
        until: now,
    };
    let period = match (weeks.first(), weeks.last()) {
        (Some(first), Some(last)) => Period {
            since: first.period.since,
            until: last.period.until,
        },
        _ => nothing,
    };
    let starts: Vec<Timestamp> = weeks.iter().map(|week| week.period.since).collect();
    let filter = SumsFilter {
        account: account.id,
        period,
        weeks: &starts,
        offsets: &offsets(period, zone),
        robot: Some(query.robot.as_str()).filter(|robot| !robot.is_empty()),
    };
    let record = call_sums::of_period(&backend.pool, &filter).await?;
    let mut view = InsightsView {
        query,
        days,
        zone: account.zone_label(now),
        has_calls: record.has_calls,
        tasks: record.tasks,
        all: InsightSums::default(),
        weeks: weeks
            .into_iter()
            .map(|week| (week, InsightSums::default()))
            .collect(),
        robots: Vec::new(),
        lines: Vec::new(),
        measured: Vec::new(),
        estimated: Vec::new(),
        choices: Vec::new(),
    };
    fill(&mut view, record);
    Ok(view)
}

/// Puts each line of the sums where it is shown.
fn fill(view: &mut InsightsView, record: SumsRecord) {
    let names: BTreeMap<&str, &str> = record
        .robots
        .iter()
        .map(|(id, name)| (id.as_str(), name.as_str()))
        .collect();
    for line in record.sums {
        let sums = sums(&line);
        match line.of {
            SumsOf::Week { week } => {
                view.all.add(&sums);
                // The database counts from 1.
                if let Some((_, of_week)) = view.weeks.get_mut(week.wrapping_sub(1)) {
                    *of_week = sums;
                }
            }
            SumsOf::Robot { robot_id } => {
                let name = names.get(robot_id.as_str()).copied();
                let name = name.unwrap_or(&robot_id).to_owned();
                view.robots.push(Compared {
                    id: robot_id,
                    name,
                    sums,
                });
            }
            SumsOf::Line { line } => view.lines.push(Compared {
                name: line.clone(),
                id: line,
                sums,
            }),
            SumsOf::Hour { has_redials, hour } => {
                let hours = match has_redials {
                    true => &mut view.estimated,
                    false => &mut view.measured,
                };
                hours.push(HourOfWeek {
                    weekday: hour / 24,
                    hour: hour % 24,
                    dialled: sums.dialled,
                    reached: sums.reached,
                });
            }
        }
    }
    for compared in [&mut view.robots, &mut view.lines] {
        compared.sort_by(|one, other| {
            let key = |line: &Compared| std::cmp::Reverse(line.sums.dialled);
            (key(one), &one.name).cmp(&(key(other), &other.name))
        });
    }
    for hours in [&mut view.measured, &mut view.estimated] {
        hours.sort_by_key(|hour| (hour.weekday, hour.hour));
    }
    view.choices = record.robots;
}

fn sums(line: &SumRecord) -> InsightSums {
    InsightSums {
        calls: line.calls,
        open: line.open,
        dialled: line.dialled,
        reached: line.reached,
        interested: line.interested,
        talks: line.talks,
        talk_seconds: line.talk_seconds,
    }
}
