//! The form of one calling rule.

use leads::views::{FormProblem, RuleForm, RuleSetView};
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::components::layout::Section;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::calling_rules::parse_rule_id;
use crate::web::forms::form_state::FormState;
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
    let title = format!("{}, {}", row.country_name, row.sector_label.to_lowercase());
    let action = paths::calling_rule(&row.country, &row.sector);
    view! {
        <PageTitle text=format!("Calling rule: {title}") error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>{format!("Calling rule: {title}")}</h1>
                <p>"Saving makes a new version, confirmed by you. Submitted tasks keep the one that they were judged by."</p>
            </div>
            <a class="button" href=paths::calling_rules()>"Back to the rules"</a>
        </div>
        <form class="stack narrow" method="post" action=action novalidate>
            <HiddenValues values=vec![("version", row.version.to_string())] />
            <section class="card">
                <header><h2>"When people may be called"</h2></header>
                <div class="body stack">{days(form, problems)} {hours(form, problems)}</div>
            </section>
            <section class="card">
                <header><h2>"Outside of it"</h2></header>
                <div class="body stack">{outside(form, problems)}</div>
            </section>
            <section class="card">
                <header><h2>"Source"</h2></header>
                <div class="body stack">{source(form, problems)}</div>
                <div class="sticky-actions">
                    <button class="button primary" type="submit">"Save as a new version"</button>
                </div>
            </section>
        </form>
    }
    .into_any()
}

fn days(form: &RuleForm, problems: &[FormProblem]) -> AnyView {
    let days = [
        ("monday", "Monday", form.monday),
        ("tuesday", "Tuesday", form.tuesday),
        ("wednesday", "Wednesday", form.wednesday),
        ("thursday", "Thursday", form.thursday),
        ("friday", "Friday", form.friday),
        ("saturday", "Saturday", form.saturday),
        ("sunday", "Sunday", form.sunday),
    ];
    let days = days.map(|(name, label, checked)| {
        let problem = problem_of(name, problems);
        view! {
            <Choice kind="checkbox" id=name name=name value="true" label=label checked=checked problem=problem />
        }
    });
    view! {
        <fieldset class="stack">
            <legend>"Days"</legend>
            <div class="fields whens">{days.into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn hours(form: &RuleForm, problems: &[FormProblem]) -> AnyView {
    let choices = |choices: &[(&str, &str)]| {
        let choices = choices.iter();
        choices
            .map(|(value, text)| ((*value).to_owned(), (*text).to_owned()))
            .collect()
    };
    let zones = choices(&[
        ("account", "The account’s time zone"),
        ("strictest", "Every time zone of the country at once"),
    ]);
    let holidays = choices(&[
        ("as_other_days", "Calls are allowed as on other days"),
        ("no_calls", "No calls"),
    ]);
    let plain = [("autocomplete", "off")];
    view! {
        <div class="fields">
            {Field::new("from", "From", problems).hint("08:00").input("text", &form.from, &plain)}
            {Field::new("to", "To", problems)
                .hint("20:00; 24:00 is the end of the day. The last redial has to begin by then.")
                .input("text", &form.to, &plain)}
        </div>
        <div class="fields">
            {Field::new("zones", "Whose clock counts", problems).select(&form.zones, zones)}
            {Field::new("on_holidays", "On holidays", problems).select(&form.on_holidays, holidays)}
        </div>
    }
    .into_any()
}

fn outside(form: &RuleForm, problems: &[FormProblem]) -> AnyView {
    let actions = [
        ("warn", "Warn: a reason is enough"),
        ("refuse", "Refuse: a second person has to approve a reason"),
    ];
    let actions = actions.map(|(value, text)| (value.to_owned(), text.to_owned()));
    view! {
        {Field::new("action", "What happens", problems).select(&form.action, actions.to_vec())}
        <Choice
            kind="checkbox"
            id="needs_purpose"
            name="needs_purpose"
            value="true"
            label="A task must say what its list is for"
            hint="Purpose, source of the list and legal basis."
            checked=form.needs_purpose
        />
    }
    .into_any()
}

fn source(form: &RuleForm, problems: &[FormProblem]) -> AnyView {
    view! {
        {Field::new("source", "Source", problems)
            .hint("The law or rule, or its address. Say so where it is your own choice.")
            .input("text", &form.source, &[("autocomplete", "off")])}
        {Field::new("read_on", "Read on", problems).date(Some(&form.read_on))}
    }
    .into_any()
}
