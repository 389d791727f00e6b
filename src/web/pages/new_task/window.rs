//! When to call, and how often to try.

use leads::views::{FormProblem, NewTaskView, TaskForm, WhenChoice};
use leptos::prelude::*;

use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::components::outside_rule::outside_rule;
use crate::web::components::post_button::HiddenValues;

/// The `id` of what is said of the calling rule.
pub const RULE_ID: &str = "form-rule";

/// The `id` of the place of the minutes between batches.
pub const STAGGER_ID: &str = "form-stagger";

/// The choices: what each posts, its `id`, and what is said of it where it has no hours.
const CHOICES: [(&str, &str, &str); 4] = [
    (
        "now",
        "when",
        "Calls start once you submit. AIRudder sets the end.",
    ),
    ("today", "when-today", ""),
    ("tomorrow", "when-tomorrow", ""),
    ("later", "when-later", "Choose the days and hours."),
];

/// When to call, with the window, the redials, and the pause between batches.
pub fn window(view: &NewTaskView) -> AnyView {
    let problem = problem_of("when", &view.problems);
    let described_by = problem.as_ref().map(|_| "when-error");
    let choices = view.when.choices.iter().filter_map(radio).collect_view();
    view! {
        <section class="card">
            <header>
                <h2>"When to call"</h2>
                <span class="small muted push">{format!("Time in {}", view.when.zone)}</span>
            </header>
            <div class="body stack">
                <fieldset class="stack" aria-describedby=described_by>
                    <legend class="visually-hidden">"When to call"</legend>
                    {problem
                        .map(|problem| view! { <p class="choice-error" id="when-error">{problem}</p> })}
                    <div class="fields whens">{choices}</div>
                    {later(view)}
                </fieldset>
                {rule(view)}
                {redials(&view.form, &view.problems)}
                {stagger(view)}
            </div>
        </section>
    }
    .into_any()
}

fn radio(choice: &WhenChoice) -> Option<AnyView> {
    let known = CHOICES.iter().find(|(key, ..)| *key == choice.key);
    let (key, id, words) = *known?;
    let hint = match choice.hours.as_str() {
        "" => words,
        hours => hours,
    };
    Some(
        view! {
            <Choice
                kind="radio"
                id=id
                name="when"
                value=key
                label=choice.label.clone()
                hint=hint
                checked=choice.is_chosen
            />
        }
        .into_any(),
    )
}

/// The days and hours of a window that a person chooses.
fn later(view: &NewTaskView) -> AnyView {
    let NewTaskView { form, problems, .. } = view;
    let (start, opens_at) = leads::day_and_time(&form.start, &form.start_time);
    let (end, closes_at) = leads::day_and_time(&form.end, &form.end_time);
    let days = |chosen: &str| choices("Choose a day", &view.when.days, chosen);
    let times: Vec<_> = view
        .when
        .times
        .iter()
        .map(|it| (it.clone(), it.clone()))
        .collect();
    let times = |chosen: &str| choices("Choose a time", &times, chosen);
    let end_field = Field::new("end", "End", problems).hint(format!(
        "At least 30 minutes after the start, by {}. A window over several days includes the nights.",
        view.when.latest
    ));
    view! {
        <div class="stack later">
            <div class="fields">
                {Field::new("start", "Start", problems).select(start, days(start))}
                {Field::new("start_time", "Opens at", problems).select(opens_at, times(opens_at))}
            </div>
            <div class="fields">
                {end_field.select(end, days(end))}
                {Field::new("end_time", "Closes at", problems).select(closes_at, times(closes_at))}
            </div>
        </div>
    }
    .into_any()
}

/// What may be chosen, and what was chosen before it was no longer offered.
fn choices(first: &str, listed: &[(String, String)], chosen: &str) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), first.to_owned())];
    choices.extend_from_slice(listed);
    if choices.iter().all(|(value, _)| value != chosen) {
        choices.push((chosen.to_owned(), chosen.to_owned()));
    }
    choices
}

/// The calling rule, or what must be known where people could be called outside of it.
pub fn rule(view: &NewTaskView) -> AnyView {
    let told = match &view.outside {
        None => view! { <p class="hint">{format!("Calling rule: {}.", view.rule)}</p> }.into_any(),
        Some(breach) => outside_rule(breach, None, ().into_any()),
    };
    view! { <div id=RULE_ID>{told}</div> }.into_any()
}

/// How often to try. The minutes are shown where there are redials; a script is not needed for that.
fn redials(form: &TaskForm, problems: &[FormProblem]) -> AnyView {
    let redials = Field::new("redials", "Redials", problems)
        .hint("How often AIRudder calls again if nobody answers. 0 to 15.");
    let minutes =
        Field::new("redial_minutes", "Minutes between redials", problems).hint("0 to 30.");
    let any = &[("inputmode", "numeric"), ("pattern", SOME_REDIALS)];
    view! {
        <div class="fields redials">
            {redials.input("text", &form.redials, any)}
            <div class="redial-minutes">
                {minutes
                    .input("number", &form.redial_minutes, &[("min", "0"), ("max", "30"), ("inputmode", "numeric")])}
            </div>
        </div>
    }
    .into_any()
}

/// What the style sheet tells redials from none by; the server says what is wrong.
const SOME_REDIALS: &str = " *0*[1-9].*";

/// The pause between the batches of a long list; only posted where the list is sent in one.
pub fn stagger(view: &NewTaskView) -> AnyView {
    let NewTaskView { form, problems, .. } = view;
    if view.batches < 2 && problem_of("stagger", problems).is_none() {
        let value = vec![("stagger", form.stagger.clone())];
        return view! { <div id=STAGGER_ID hidden=true><HiddenValues values=value /></div> }
            .into_any();
    }
    let stagger = Field::new("stagger", "Minutes between batches", problems).hint(format!(
        "This list is sent in {} batches. 0: all start together. 30: each starts 30 minutes after the one before. With “Now” you \
         can stop batches that are not sent yet.",
        view.batches
    ));
    view! {
        <div id=STAGGER_ID class="fields">
            {stagger.input("number", &form.stagger, &[("min", "0"), ("max", "240"), ("inputmode", "numeric")])}
        </div>
    }
    .into_any()
}
