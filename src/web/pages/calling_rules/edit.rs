//! The form of one calling rule.

use leads::views::{FormProblem, RuleForm, RuleSetView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::components::layout::Section;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::calling_rules::parse_rule_id;
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::messages::calling_rule;
use crate::web::pages::load::in_layout;
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::request;

async fn read(country: String, sector: String) -> Result<RuleSetView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_rule_id(&country, &sector, 0)?;
    let of = (id.country, id.sector);
    Ok(backend::calling_rules::rule_set(backend, caller, now, of).await?)
}

/// The rule of the address, or the form as it was refused.
#[component]
pub fn CallingRulePage() -> impl IntoView {
    let refused = FormState::<RuleForm>::take();
    let reading = read(path_value("country"), path_value("sector"));
    in_layout(Section::Settings, reading, move |stored| {
        draw(&match refused {
            None => stored,
            Some(refused) => RuleSetView {
                form: refused.values,
                problems: refused.problems,
                ..stored
            },
        })
    })
}

fn draw(view: &RuleSetView) -> AnyView {
    let RuleSetView {
        row,
        form,
        problems,
    } = view;
    let title = t(calling_rule::page_title(super::name_of(row)));
    let action = paths::calling_rule(&row.country, &row.sector);
    view! {
        <PageTitle text=title.clone() error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>{title}</h1>
                <p>{t(calling_rule::explained())}</p>
            </div>
            <a class="button" href=paths::calling_rules()>{t(calling_rule::back())}</a>
        </div>
        <form class="stack narrow" method="post" action=action novalidate>
            <HiddenValues values=vec![("version", row.version.to_string())] />
            <section class="card">
                <header><h2>{t(calling_rule::when())}</h2></header>
                <div class="body stack">{days(form, problems)} {hours(form, problems)}</div>
            </section>
            <section class="card">
                <header><h2>{t(calling_rule::outside())}</h2></header>
                <div class="body stack">{outside(form, problems)}</div>
            </section>
            <section class="card">
                <header><h2>{t(calling_rule::source())}</h2></header>
                <div class="body stack">{source(form, problems)}</div>
                <div class="sticky-actions">
                    <button class="button primary" type="submit">{t(calling_rule::save())}</button>
                </div>
            </section>
        </form>
    }
    .into_any()
}

fn days(form: &RuleForm, problems: &[FormProblem]) -> AnyView {
    let days = [
        ("monday", calling_rule::monday(), form.monday),
        ("tuesday", calling_rule::tuesday(), form.tuesday),
        ("wednesday", calling_rule::wednesday(), form.wednesday),
        ("thursday", calling_rule::thursday(), form.thursday),
        ("friday", calling_rule::friday(), form.friday),
        ("saturday", calling_rule::saturday(), form.saturday),
        ("sunday", calling_rule::sunday(), form.sunday),
    ];
    let days = days.map(|(name, label, checked)| {
        let problem = problem_of(name, problems);
        view! {
            <Choice kind="checkbox" id=name name=name value="true" label=t(label) checked=checked problem=problem />
        }
    });
    view! {
        <fieldset class="stack">
            <legend>{t(calling_rule::days())}</legend>
            <div class="fields whens">{days.into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn hours(form: &RuleForm, problems: &[FormProblem]) -> AnyView {
    let zones = choices([
        ("account", calling_rule::clock_of_account()),
        ("strictest", calling_rule::clock_of_country()),
    ]);
    let holidays = choices([
        ("as_other_days", calling_rule::as_other_days()),
        ("no_calls", calling_rule::no_calls()),
    ]);
    let plain = [("autocomplete", "off")];
    view! {
        <div class="fields">
            {Field::new("from", t(calling_rule::from()), problems).hint("08:00").input("text", &form.from, &plain)}
            {Field::new("to", t(calling_rule::to()), problems)
                .hint(t(calling_rule::to_hint()))
                .input("text", &form.to, &plain)}
        </div>
        <div class="fields">
            {Field::new("zones", t(calling_rule::whose_clock()), problems).select(&form.zones, zones)}
            {Field::new("on_holidays", t(calling_rule::on_holidays()), problems).select(&form.on_holidays, holidays)}
        </div>
    }
    .into_any()
}

fn choices(choices: [(&str, Message); 2]) -> Vec<(String, String)> {
    let choices = choices.map(|(value, text)| (value.to_owned(), t(text)));
    choices.to_vec()
}

fn outside(form: &RuleForm, problems: &[FormProblem]) -> AnyView {
    let actions = choices([
        ("warn", calling_rule::warn()),
        ("refuse", calling_rule::refuse()),
    ]);
    view! {
        {Field::new("action", t(calling_rule::action()), problems).select(&form.action, actions)}
        <Choice
            kind="checkbox"
            id="needs_purpose"
            name="needs_purpose"
            value="true"
            label=t(calling_rule::needs_purpose())
            hint=t(calling_rule::needs_purpose_hint())
            checked=form.needs_purpose
        />
    }
    .into_any()
}

fn source(form: &RuleForm, problems: &[FormProblem]) -> AnyView {
    view! {
        {Field::new("source", t(calling_rule::source()), problems)
            .hint(t(calling_rule::source_hint()))
            .input("text", &form.source, &[("autocomplete", "off")])}
        {Field::new("read_on", t(calling_rule::read_on()), problems).date(Some(&form.read_on))}
    }
    .into_any()
}
