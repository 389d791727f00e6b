//! Insights, as they are filtered. What stands in the address is written and read here.

use jiff::civil::Date;
use leads::results::insights::InsightsPeriod;
use leads::views::InsightsQuery;

use super::in_account;
use super::query::with_query;
use super::unusable::{Unusable, read};

/// What came of the calls of many tasks.
pub fn insights() -> String {
    in_account("/insights")
}

/// The same as asked for. What is not filtered by leaves no trace in the address.
pub fn insights_with(query: &InsightsQuery) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let (period, from, to) = match query.period {
        InsightsPeriod::Days { from, to } => ("", day(from), day(to)),
        period if period == InsightsPeriod::default() => ("", String::new(), String::new()),
        period => (period.key(), String::new(), String::new()),
    };
    let pairs = [
        ("period", period),
        ("from", &from),
        ("to", &to),
        ("robot", &query.robot),
    ];
    with_query(&insights(), &pairs)
}

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedInsights {
    /// What of it can be used.
    pub query: InsightsQuery,
    /// What cannot. It is left out, and the page says so.
    pub unusable: Vec<Unusable>,
}

/// Reads the values of an address; `value` gives the last one of a name. Days count for more than the name of a period.
pub fn asked_insights(value: impl Fn(&str) -> String) -> AskedInsights {
    let mut unusable = Vec::new();
    let value = |name: &str| value(name).trim().to_owned();
    let mut day = |name: &str| {
        let day = |text: &str| text.parse::<Date>().ok();
        read(&value(name), day, Unusable::Day, &mut unusable)
    };
    let (from, to) = (day("from"), day("to"));
    let named = read(
        &value("period"),
        InsightsPeriod::from_key,
        Unusable::Period,
        &mut unusable,
    );
    let period = match (from, to) {
        (None, None) => named.unwrap_or_default(),
        (Some(from), Some(to)) if to < from => {
            unusable.push(Unusable::DaysInWrongOrder);
            named.unwrap_or_default()
        }
        (from, to) => InsightsPeriod::Days { from, to },
    };
    unusable.dedup();
    let robot = value("robot");
    AskedInsights {
        query: InsightsQuery { period, robot },
        unusable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads an address as the router does.
    fn read_back(address: &str) -> AskedInsights {
        let url = url::Url::parse(&format!("http://localhost{address}")).unwrap();
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        asked_insights(|wanted| {
            let of_name = pairs.iter().filter(|(name, _)| name == wanted);
            let mut values = of_name.map(|(_, value)| value.clone());
            values.next_back().unwrap_or_default()
        })
    }

    fn days(from: Option<&str>, to: Option<&str>) -> InsightsPeriod {
        let day = |text: &str| text.parse().unwrap();
        InsightsPeriod::Days {
            from: from.map(day),
            to: to.map(day),
        }
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let of = |period| InsightsQuery {
            period,
            robot: "robot&1=ñ #".to_owned(),
        };
        let chosen = days(Some("2026-09-01"), Some("2026-09-30"));
        assert_eq!(
            insights_with(&of(chosen)),
            "/insights?from=2026-09-01&to=2026-09-30&robot=robot%261%3D%C3%B1%20%23"
        );
        let mut periods = InsightsPeriod::UP_TO_TODAY.to_vec();
        periods.extend([
            chosen,
            days(Some("2026-09-01"), None),
            days(None, Some("2026-09-30")),
        ]);
        for period in periods {
            let asked = read_back(&insights_with(&of(period)));
            assert_eq!((asked.query, asked.unusable), (of(period), Vec::new()));
        }
        assert_eq!(insights_with(&InsightsQuery::default()), "/insights");
    }

    #[test]
    fn what_a_form_leaves_empty_filters_by_nothing_and_days_count_for_more_than_a_period() {
        let asked = read_back("/insights?period=4-weeks&from=&to=&robot=");
        assert_eq!(asked.query.period, InsightsPeriod::FourWeeks);
        assert_eq!(asked.unusable, []);
        let asked = read_back("/insights?period=4-weeks&from=2026-09-01&to=");
        assert_eq!(asked.query.period, days(Some("2026-09-01"), None));
    }

    #[test]
    fn what_cannot_be_used_is_told_and_the_rest_holds() {
        let asked = read_back("/insights?period=ever&from=yesterday&to=2026-02-30&robot=r");
        assert_eq!(asked.query.period, InsightsPeriod::default());
        assert_eq!(asked.query.robot, "r");
        assert_eq!(asked.unusable, [Unusable::Day, Unusable::Period]);
        let asked = read_back("/insights?period=year&from=2026-09-02&to=2026-09-01");
        assert_eq!(asked.query.period, InsightsPeriod::Year);
        assert_eq!(asked.unusable, [Unusable::DaysInWrongOrder]);
    }
}
