//! When to call, and how often to try.

use leads::states::Tone;
use leads::views::{FormProblem, NewTaskView, TaskForm};
use leptos::prelude::*;

use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::components::notice::NoticeBox;

/// Now or later, with the window, the redials, and the pause between batches.
pub fn window(view: &NewTaskView) -> AnyView {
    let NewTaskView {
        form,
        problems,
        earliest,
        latest,
        zone,
        ..
    } = view;
    let later = form.when == "later";
    let start = Field::new("start", "Start", problems).hint(format!("Time in {zone}."));
    let end = Field::new("end", "End", problems).hint(
        "At least 30 minutes after the start. A window over several days includes the nights.",
    );
    let bounds: [(&'static str, &str); 2] = [("min", earliest), ("max", latest)];
    view! {
        <section class="card">
            <header><h2>"When to call"</h2></header>
            <div class="body stack">
                <fieldset class="stack">
                    <legend class="visually-hidden">"When to call"</legend>
                    <div class="fields">
                        <Choice
                            kind="radio"
                            id="when"
                            name="when"
                            value="now"
                            label="Now"
                            hint="Calls start at once. AIRudder sets the end."
                            checked=!later
                            problem=problem_of("when", problems)
                        />
                        <Choice
                            kind="radio"
                            id="when-later"
                            name="when"
                            value="later"
                            label="Later"
                            hint="Start and end within 5 days, at least 30 minutes apart."
                            checked=later
                        />
                    </div>
                    <div class="fields later">
                        {start.input("datetime-local", &form.start, &bounds)}
                        {end.input("datetime-local", &form.end, &bounds)}
                    </div>
                </fieldset>
                {view.night.as_deref().map(at_night)}
                {how_often(form, problems)}
            </div>
        </section>
    }
    .into_any()
}

/// What must be known before people are called at night.
fn at_night(warning: &str) -> AnyView {
    let text = format!("{warning} You are asked to confirm this before you submit.");
    view! { <NoticeBox tone=Tone::Warn text=text /> }.into_any()
}

/// The redials, and the pause between the batches of a long list.
fn how_often(form: &TaskForm, problems: &[FormProblem]) -> AnyView {
    let redials = Field::new("redials", "Redials", problems)
        .hint("How often AIRudder calls again if nobody answers. 0 to 15.");
    let minutes =
        Field::new("redial_minutes", "Minutes between redials", problems).hint("0 to 30.");
    let stagger = Field::new("stagger", "Minutes between batches", problems).hint(
        "Long lists are sent in batches. 0: all start together. 30: each starts 30 minutes after the one before. With “Now” you \
         can stop batches that are not sent yet.",
    );
    view! {
        <div class="fields">
            {redials.input("number", &form.redials, &[("min", "0"), ("max", "15"), ("inputmode", "numeric")])}
            {minutes
                .input("number", &form.redial_minutes, &[("min", "0"), ("max", "30"), ("inputmode", "numeric")])}
        </div>
        <div class="fields">
            {stagger.input("number", &form.stagger, &[("min", "0"), ("max", "240"), ("inputmode", "numeric")])}
        </div>
    }
    .into_any()
}
