//! The account's settings, for administrators.

use leads::views::{AccountForm, FormProblem, SettingsView};
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::components::layout::Section;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::text_area::TextArea;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::FormState;
use crate::web::pages::load::{drawn_for, in_layout};
use crate::web::paths;
use crate::web::request::caller::request;

/// The settings; administrators only.
async fn read() -> Result<SettingsView, AppError> {
    let request = request().await?;
    let mut view = backend::accounts::settings(&request.caller)?;
    if let Some(typed) = request.typed_into(paths::settings()) {
        view.form = typed.settings();
        view.problems = Vec::new();
    }
    Ok(view)
}

/// The stored settings, or the form as it was refused.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let form_state = FormState::<AccountForm>::take();
    in_layout(
        Section::Settings,
        read(),
        move |stored: SettingsView| match form_state {
            Some(form_state) => draw(form_state.values, form_state.problems),
            None => draw(stored.form, stored.problems),
        },
    )
}

fn draw(form: AccountForm, problems: Vec<FormProblem>) -> AnyView {
    let dnc_problem = problem_of("dnc_arranged", &problems);
    let name =
        Field::new("name", "Account name", &problems).hint("Shown beside the clock on every page.");
    let country = Field::new("country", "Country", &problems)
        .hint("Two letters, such as MX. Used for phone numbers without a country code.");
    let zone = Field::new("zone", "Time zone", &problems)
        .hint("A name from the IANA list, such as America/Mexico_City. All times use it.");
    let platform = Field::new("platform", "Platform", &problems)
        .hint("Filled in for new tasks. At most 20 characters.");
    let batch_size = Field::new("batch_size", "Leads per batch", &problems)
        .hint("Lists of more than 10,000 leads are sent in batches of this size, at most 500 batches. AIRudder recommends 5,000. From 100 to 10,000.");
    let cooldown_days = Field::new(
        "cooldown_days",
        "Do not call again within (days)",
        &problems,
    )
    .hint(
        "Leaves out numbers in another task of these days, unless you keep them. 0 turns it off.",
    );
    view! {
        <PageTitle text="Settings" error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>"Settings"</h1>
                <p>"For the AIRudder account. Submitted tasks do not change."</p>
            </div>
        </div>
        <form class="card narrow" method="post" action=paths::settings() novalidate>
            <HiddenValues values=vec![drawn_for()] />
            <div class="body stack">
                {name.input("text", &form.name, &[("autocomplete", "off")])}
                <div class="fields">
                    {country.input("text", &form.country, &[("autocomplete", "off")])}
                    {zone.input("text", &form.zone, &[("autocomplete", "off"), ("spellcheck", "false")])}
                </div>
                <div class="fields">
                    {platform.input("text", &form.platform, &[("autocomplete", "off")])}
                    {batch_size.input("text", &form.batch_size, &[("inputmode", "numeric"), ("autocomplete", "off")])}
                </div>
                {cooldown_days
                    .input("text", &form.cooldown_days, &[("inputmode", "numeric"), ("autocomplete", "off")])}
                {lines(&form.lines, &problems)}
                <Choice
                    kind="checkbox"
                    id="dnc_arranged"
                    name="dnc_arranged"
                    value="true"
                    label="AIRudder’s do-not-call list is switched on"
                    hint="Ask AIRudder to switch it on first. Then tasks can use it."
                    checked=form.dnc_arranged
                    problem=dnc_problem
                />
            </div>
            <div class="sticky-actions">
                <button class="button primary" type="submit" data-next="">"Save settings"</button>
            </div>
        </form>
    }
    .into_any()
}

fn lines(value: &str, problems: &[FormProblem]) -> AnyView {
    let field = Field::new("lines", "Lines", problems).hint(
        "One per row: the name from AIRudder, a space, then your label. Example: MX_PHONE_CDMX Mexico City.",
    );
    let control = view! {
        <TextArea
            id="lines"
            name="lines"
            value=value.to_owned()
            rows="5"
            spellcheck=Some("false")
            invalid=field.invalid()
            described_by=field.described_by()
        />
    }
    .into_any();
    field.draw(control)
}
