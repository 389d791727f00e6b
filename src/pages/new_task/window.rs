//! When to call, and how often to try.

use leads::views::NewTaskView;
use leptos::prelude::*;

use crate::components::field::{Choice, Field, fault_of};

/// Now or later, with the window, and the redials.
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
    let start = Field::new("start", "Start", problems).hint(format!("In {zone}."));
    let end = Field::new("end", "End", problems).hint("At least 30 minutes after the start.");
    let bounds: [(&'static str, &str); 2] = [("min", earliest), ("max", latest)];
    let redials = Field::new("redials", "Redials", problems)
        .hint("Of a number that nobody answers: 0 to 15.");
    let minutes =
        Field::new("redial_minutes", "Minutes between redials", problems).hint("0 to 30.");
    view! {
        <section class="card">
            <header><h2>"When"</h2></header>
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
                            hint="AIRudder sets the window."
                            checked=!later
                            fault=fault_of("when", problems)
                        />
                        <Choice
                            kind="radio"
                            id="when-later"
                            name="when"
                            value="later"
                            label="Later"
                            hint="Within five days, at least 30 minutes long."
                            checked=later
                        />
                    </div>
                    <div class="fields later">
                        {start.input("datetime-local", &form.start, &bounds)}
                        {end.input("datetime-local", &form.end, &bounds)}
                    </div>
                </fieldset>
                <div class="fields">
                    {redials.input("number", &form.redials, &[("min", "0"), ("max", "15"), ("inputmode", "numeric")])}
                    {minutes
                        .input("number", &form.redial_minutes, &[("min", "0"), ("max", "30"), ("inputmode", "numeric")])}
                </div>
            </div>
        </section>
    }
    .into_any()
}
