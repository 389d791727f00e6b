//! When to call, and how often to try.

use leads::views::{FormProblem, NewTaskView, TaskForm, WhenChoice};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::components::outside_rule::{outside_rule, unknown_holidays};
use crate::web::components::post_button::HiddenValues;
use crate::web::language::t;
use crate::web::messages::new_task as texts;

/// The `id` of what is said of the calling rule.
pub const RULE_ID: &str = "form-rule";

/// The `id` of the place of the minutes between batches.
pub const STAGGER_ID: &str = "form-stagger";

/// A choice: what it posts, its `id`, and what is said of it where it has no hours.
type Choice = (&'static str, &'static str, Option<fn() -> Message>);

/// The choices.
const CHOICES: [Choice; 4] = [
    ("now", "when", Some(texts::now_hint)),
    ("today", "when-today", None),
    ("tomorrow", "when-tomorrow", None),
    ("later", "when-later", Some(texts::later_hint)),
];

/// When to call, with the window, the redials, and the pause between batches.
pub fn window(view: &NewTaskView) -> AnyView {
    let problem = problem_of("when", &view.problems);
    let described_by = problem.as_ref().map(|_| "when-error");
    let choices = view.when.choices.iter().filter_map(radio).collect_view();
    view! {
        <section class="card">
            <header>
                <h2>{t(texts::when_to_call())}</h2>
                <span class="small muted push">{t(texts::time_in(&view.when.zone))}</span>
            </header>
            <div class="body stack">
                <fieldset class="stack" aria-describedby=described_by>
                    <legend class="visually-hidden">{t(texts::when_to_call())}</legend>
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
    let hint = choice.hours.clone().or_else(|| Some(words?()));
    Some(
        view! {
            <Choice
                kind="radio"
                id=id
                name="when"
                value=key
                label=t(choice.label.clone())
                hint=hint.map(t).unwrap_or_default()
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
    let days = |chosen: &str| choices(t(texts::choose_day()), &view.when.days, chosen);
    let times = |chosen: &str| choices(t(texts::choose_time()), &view.when.times, chosen);
    let end_field = Field::new("end", t(texts::end()), problems)
        .hint(t(texts::end_hint(view.when.latest.clone())));
    view! {
        <div class="stack later">
            <div class="fields">
                {Field::new("start", t(texts::start()), problems).select(start, days(start))}
                {Field::new("start_time", t(texts::opens_at()), problems).select(opens_at, times(opens_at))}
            </div>
            <div class="fields">
                {end_field.select(end, days(end))}
                {Field::new("end_time", t(texts::closes_at()), problems).select(closes_at, times(closes_at))}
            </div>
        </div>
    }
    .into_any()
}

/// What may be chosen, and what was chosen before it was no longer offered.
fn choices(first: String, listed: &[(String, Message)], chosen: &str) -> Vec<(String, String)> {
    let mut choices = vec![(String::new(), first)];
    let listed = listed.iter();
    choices.extend(listed.map(|(value, label)| (value.clone(), t(label.clone()))));
    if choices.iter().all(|(value, _)| value != chosen) {
        choices.push((chosen.to_owned(), chosen.to_owned()));
    }
    choices
}

/// The calling rule, or what must be known where people could be called outside of it.
pub fn rule(view: &NewTaskView) -> AnyView {
    let told = match &view.outside {
        None => {
            view! { <p class="hint">{t(texts::calling_rule(view.rule.clone()))}</p> }.into_any()
        }
        Some(breach) => outside_rule(breach, None, breach.next.clone().map(move_to).into_any()),
    };
    let unknown = unknown_holidays(view.unknown_holidays.as_ref());
    view! { <div id=RULE_ID class="stack">{told} {unknown}</div> }.into_any()
}

/// The button that puts the window into the form. Enter in a field presses the first button of a form: that one stands before it, is
/// not drawn, and goes on to the review.
fn move_to(next: Message) -> AnyView {
    view! {
        <button class="visually-hidden" type="submit" name="then" value="enter" tabindex="-1" aria-hidden="true"></button>
        <div class="row">
            <button class="button" type="submit" name="then" value="next-window">{t(texts::move_to(next))}</button>
        </div>
    }
    .into_any()
}

/// How often to try. The minutes are shown where there are redials; a script is not needed for that.
fn redials(form: &TaskForm, problems: &[FormProblem]) -> AnyView {
    let redials =
        Field::new("redials", t(texts::redials()), problems).hint(t(texts::redials_hint()));
    let minutes = Field::new("redial_minutes", t(texts::redial_minutes()), problems)
        .hint(t(texts::redial_minutes_hint()));
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
    let stagger = Field::new("stagger", t(texts::stagger()), problems).hint(t(
        texts::stagger_hint(view.batches, leads::Preset::Now.message()),
    ));
    view! {
        <div id=STAGGER_ID class="fields">
            {stagger.input("number", &form.stagger, &[("min", "0"), ("max", "240"), ("inputmode", "numeric")])}
        </div>
    }
    .into_any()
}
