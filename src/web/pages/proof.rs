//! The page of the proof of a task, which stands in a file of its own.

use backend::tasks::{AppliedList, ProofView, ProvenBatch, ProvenRule};
use leads::calling_rules::{OnHolidays, RuleAction, ZoneBasis};
use leads::country_name;
use leads::do_not_call::list_name;
use leads::views::{BatchView, EventView, TaskView};
use leptos::prelude::*;
use localization::{DayStyle, Message, sort_by_name};

use crate::web::components::facts::{Facts, told};
use crate::web::components::message::with_time;
use crate::web::components::moment::Time;
use crate::web::components::numbers::number;
use crate::web::components::table::{Column, Table};
use crate::web::language::{language, t, with_elements};
use crate::web::messages::{calling_rule, calling_rules, proof as texts};

/// What a browser shows of the file without Coxswain's style sheet, which is not in it.
const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #8885;padding:.3rem .6rem .3rem 0;text-align:left;\
vertical-align:top}.number{text-align:right}code,dd{overflow-wrap:anywhere}.scroll{overflow-x:auto}td code{display:block;\
min-width:8rem}:root{color-scheme:light dark}";

/// The whole page, in the language of whoever downloads it.
pub fn proof_page(view: &ProofView) -> String {
    let task = &view.task;
    let made = with_time(view.made.clone(), |made| {
        match task.retention.is_deleted() {
            true => texts::made_after_deletion(made, &task.zone),
            false => texts::made(made, &task.zone),
        }
    });
    let page = view! {
        <html lang=language().tag()>
            <head>
                <meta charset="utf-8" />
                <title>{t(texts::page_title(&task.name))}</title>
                <style>{STYLE}</style>
            </head>
            <body>
                <h1>{t(texts::heading(&task.name))}</h1>
                <p>{made}</p>
                {task.sandbox.then(|| view! { <p><strong>{t(texts::sandbox())}</strong></p> })}
                {submitted(view)}
                {rules(&view.rules)}
                {list(view)}
                {applied(view)}
                {batches(&task.batches, &view.batches)}
                {calls(view)}
                {activity(&task.events)}
            </body>
        </html>
    };
    format!("<!DOCTYPE html>{}", page.to_html())
}

fn submitted(view: &ProofView) -> AnyView {
    let task: &TaskView = &view.task;
    let submitted = texts::person_at(task.at.message(), &task.by);
    let approved = task.approved.as_ref();
    let approved =
        approved.map(|(by, at)| (texts::approved_by(), texts::person_at(at.message(), by)));
    let (check, started) = (&view.check, view.check.started.message());
    let checked = match &check.by {
        Some(by) => texts::checked_by(check.leads, started, by, check.refused),
        None => texts::checked_at(check.leads, started, check.refused),
    };
    let facts = [
        Some((texts::account(), Message::verbatim(&view.account))),
        Some((texts::task(), Message::verbatim(&task.id))),
        Some((texts::submitted_by(), submitted)),
        approved,
        Some((texts::checked(), checked)),
    ];
    let facts = facts.into_iter().flatten();
    let facts = facts.chain(task.facts.iter().cloned());
    let facts = facts.map(told).collect();
    view! { <h2>{t(texts::who_and_how())}</h2> <Facts pairs=facts /> }.into_any()
}

/// The calling rules by which the task was judged, as they were then.
fn rules(rules: &[ProvenRule]) -> AnyView {
    let heading = t(texts::calling_rule());
    if rules.is_empty() {
        // Tasks from before there were rules.
        return view! { <h2>{heading}</h2> <p>{t(texts::rule_not_known())}</p> }.into_any();
    }
    let rules = rules.iter().map(|proven| {
        let facts = of_rule(proven).into_iter().map(told).collect();
        view! { <Facts pairs=facts /> }
    });
    view! { <h2>{heading}</h2> {rules.collect_view()} }.into_any()
}

fn of_rule(proven: &ProvenRule) -> [(Message, Message); 11] {
    let rule = &proven.rule_set;
    let clock = match rule.zones {
        ZoneBasis::Account => calling_rule::clock_of_account(),
        ZoneBasis::Strictest => calling_rule::clock_of_country(),
    };
    let on_holidays = match rule.on_holidays {
        OnHolidays::AsOtherDays => calling_rule::as_other_days(),
        OnHolidays::NoCalls => calling_rule::no_calls(),
    };
    let outside = match rule.action {
        RuleAction::Warn => calling_rules::warned(),
        RuleAction::Refuse => calling_rules::refused(),
    };
    let confirmed = match &proven.confirmed {
        Some((by, at)) => texts::person_at(at.message(), by),
        None => texts::not_confirmed_then(),
    };
    let version = Message::verbatim(rule.id.version.to_string());
    [
        (calling_rules::country(), country_name(rule.id.country)),
        (calling_rules::sector(), rule.id.sector.message()),
        (calling_rule::days(), rule.days.message()),
        (texts::hours(), rule.hours.message()),
        (calling_rule::whose_clock(), clock),
        (calling_rule::on_holidays(), on_holidays),
        (calling_rules::outside(), outside),
        (calling_rules::source(), rule.shown_source()),
        (
            calling_rule::read_on(),
            Message::day(rule.read_on, DayStyle::Year),
        ),
        (calling_rules::confirmation(), confirmed),
        (texts::version(), version),
    ]
}

fn list(view: &ProofView) -> AnyView {
    let problems = view
        .problems
        .iter()
        .map(|problem| {
            view! { <tr><td>{t(problem.message())}</td><td class="number">{number(problem.count)}</td></tr> }
        })
        .collect_view();
    let lines = view
        .lines
        .iter()
        .map(|line| view! { <li>{t(line.message.clone())}</li> })
        .collect_view();
    let columns = vec![
        Column::words(t(texts::problem())),
        Column::numbers(t(texts::leads())),
    ];
    let table = (!view.problems.is_empty())
        .then(|| view! { <Table label=t(texts::problems()) columns=columns>{problems}</Table> });
    let file = texts::file(&view.task.file_digest, &view.task.file_name);
    let file = with_elements(&file, |_, digest| {
        view! { <code>{digest}</code> }.into_any()
    });
    view! {
        <h2>{t(texts::list())}</h2>
        <p>{file}</p>
        <ul>{lines}</ul>
        {table}
    }
    .into_any()
}

/// The name of a list, with its kind where that is not its name.
fn named(list: &AppliedList) -> AnyView {
    let (name, kind) = (list_name(&list.name), list.kind());
    let beside = (name != kind).then(|| view! { <br/><small>{t(kind)}</small> });
    view! { {t(name)} {beside} }.into_any()
}

fn applied(view: &ProofView) -> AnyView {
    let later = view
        .left_out_later
        .iter()
        .map(|later| {
            let taken_out = match later.reason.as_str() {
                "erased" => texts::taken_out_erased(later.leads),
                _ => texts::taken_out_do_not_call(later.leads),
            };
            view! { <p>{t(taken_out)}</p> }
        })
        .collect_view();
    let table = match view.lists.is_empty() {
        // Tasks from before there were lists.
        true => view! { <p>{t(texts::lists_not_known())}</p> }.into_any(),
        false => table_of_lists(texts::lists(), &view.lists),
    };
    let at_sending = (!view.later_lists.is_empty()).then(|| {
        let heading = t(texts::lists_at_sending());
        let table = table_of_lists(texts::lists_at_sending(), &view.later_lists);
        view! { <h3>{heading}</h3> {table} }
    });
    view! { <h2>{t(texts::lists_applied())}</h2> {table} {later} {at_sending} }.into_any()
}

/// The day of which a list told, for how long it counted as current, and whether it did not any more when it was applied.
fn as_of(list: &AppliedList) -> AnyView {
    let day = list.as_of.map(|day| t(Message::day(day, DayStyle::Year)));
    let valid = list.valid_days.map(|days| {
        view! { <br/><small>{t(texts::valid_for(days))}</small> }
    });
    let outdated = list.was_outdated().then(|| {
        view! { <br/><strong>{t(texts::was_out_of_date())}</strong> }
    });
    view! { {day} {valid} {outdated} }.into_any()
}

fn table_of_lists(label: Message, lists: &[AppliedList]) -> AnyView {
    let mut lists = lists.to_vec();
    sort_by_name(&mut lists, language(), |list| &list.name);
    lists.sort_by_key(|list| !list.is_own());
    let rows = lists
        .iter()
        .map(|list| {
            view! {
                <tr>
                    <td>{named(list)}</td>
                    <td>{as_of(list)}</td>
                    <td class="number">{list.version}</td>
                    <td class="number">{number(list.numbers)}</td>
                    <td class="number">{number(list.left_out)}</td>
                </tr>
            }
        })
        .collect_view();
    let columns = vec![
        Column::words(t(texts::list_name())),
        Column::words(t(texts::list_of())),
        Column::numbers(t(texts::version())),
        Column::numbers(t(texts::numbers_on_it())),
        Column::numbers(t(texts::leads_left_out())),
    ];
    view! { <Table label=t(label) columns=columns>{rows}</Table> }.into_any()
}

fn batches(batches: &[BatchView], proven: &[ProvenBatch]) -> AnyView {
    let rows = batches
        .iter()
        .map(|batch| {
            let digest = proven.iter().find(|proven| proven.number == batch.number);
            view! {
                <tr>
                    <td class="number">{batch.number}</td>
                    <td>{t(batch.state.label())}</td>
                    <td class="number">{number(batch.leads)}</td>
                    <td><code>{batch.provider_id.clone()}</code></td>
                    <td><code>{digest.map(|digest| digest.sha256.clone())}</code></td>
                </tr>
            }
        })
        .collect_view();
    let columns = vec![
        Column::numbers(t(texts::batch())),
        Column::words(t(texts::status())),
        Column::numbers(t(texts::leads())),
        Column::words(t(texts::id_at_provider())),
        Column::words(t(texts::digest_of_sent())),
    ];
    let heading = t(texts::batches());
    view! { <h2>{heading.clone()}</h2> <Table label=heading columns=columns>{rows}</Table> }
        .into_any()
}

fn calls(view: &ProofView) -> AnyView {
    let Some(results) = &view.task.results else {
        return view! { <h2>{t(texts::calls())}</h2> <p>{t(texts::no_calls())}</p> }.into_any();
    };
    let groups = results
        .groups
        .iter()
        .map(|(group, count)| view! { <li>{t(texts::group_count(*count, group.label()))}</li> })
        .collect_view();
    let counts = texts::counts(results.dialled, results.reached, results.sent);
    let told = Message::sentences([counts, texts::opt_outs(view.opt_outs)]);
    view! {
        <h2>{t(texts::calls())}</h2>
        <p>{t(told)}</p>
        <ul>{groups}</ul>
    }
    .into_any()
}

fn activity(events: &[EventView]) -> AnyView {
    let rows = events
        .iter()
        .map(|event| {
            view! {
                <tr>
                    <td><Time moment=event.at.clone() /></td>
                    <td>{event.by.clone()}</td>
                    <td>{t(event.sentence.clone())}</td>
                </tr>
            }
        })
        .collect_view();
    let columns = vec![
        Column::words(t(texts::when())),
        Column::words(t(texts::who())),
        Column::words(t(texts::what())),
    ];
    let heading = t(texts::activity());
    view! { <h2>{heading.clone()}</h2> <Table label=heading columns=columns>{rows}</Table> }
        .into_any()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use leads::views::{Moment, Shown};
    use leads::{Country, RuleSet, Sector};
    use scraper::Html;

    use super::*;

    fn text_of(view: AnyView) -> String {
        let html = Html::parse_fragment(&view.to_html());
        let words: Vec<String> = html.root_element().text().map(str::to_owned).collect();
        words
            .join(" ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn proven(confirmed: Option<(String, Moment)>) -> ProvenRule {
        let country = Country::parse("IN").expect("two letters");
        let mut rule_set = RuleSet::of_the_program(country, Sector::Finance);
        rule_set.id.version = 4;
        rule_set.zones = ZoneBasis::Strictest;
        rule_set.action = RuleAction::Refuse;
        rule_set.source = "Our lawyer, 3 November".to_owned();
        ProvenRule {
            rule_set,
            confirmed,
        }
    }

    #[test]
    fn the_rule_is_told_with_its_source_and_who_confirmed_it() {
        let at = date(2026, 11, 27).at(15, 10, 0, 0);
        let confirmed = Moment {
            iso: "2026-11-27T21:10:00Z".to_owned(),
            at,
            shown: Shown::DayOfYear,
        };
        let text = text_of(rules(&[proven(Some(("Ana".to_owned(), confirmed)))]));
        assert_eq!(
            text,
            "Calling rule Country India Sector Financial products Days every day Hours 08:00–21:00 \
             Whose clock counts Every time zone of the country at once On holidays Calls are allowed as on other days \
             Outside of it Refused; a second person can approve a reason Source Our lawyer, 3 November Read on 28 Nov 2026 \
             Confirmed Ana, 27 Nov 2026, 15:10 Version 4"
        );
        let text = text_of(rules(&[proven(None)]));
        assert!(
            text.contains("Confirmed Not confirmed at that time"),
            "{text}"
        );
        let text = text_of(rules(&[]));
        assert_eq!(text, "Calling rule It is not known which rule was asked.");
    }

    fn list(valid_days: Option<u32>, applied_on: &str) -> AppliedList {
        let list = serde_json::json!({
            "kind": "repep", "name": "REPEP November", "as_of": "2026-11-01", "valid_days": valid_days,
            "applied_on": applied_on, "version": 2, "numbers": 9, "left_out": 1,
        });
        serde_json::from_value(list).expect("a list")
    }

    #[test]
    fn a_list_says_whether_it_was_out_of_date_when_it_was_applied() {
        let told = |list: &AppliedList| text_of(as_of(list));
        let current = told(&list(Some(30), "2026-12-01"));
        assert_eq!(current, "1 Nov 2026 valid for 30 days");
        let outdated = told(&list(Some(30), "2026-12-02"));
        assert_eq!(
            outdated,
            "1 Nov 2026 valid for 30 days out of date when it was applied"
        );
        let not_noted = told(&list(None, "2026-12-02"));
        assert_eq!(not_noted, "1 Nov 2026");
    }
}
