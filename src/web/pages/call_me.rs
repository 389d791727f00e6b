//! “Call me first”: the person hears the robot on a number of their own, with the one button that has it called.

use backend::test_calls;
use leads::Field;
use leads::states::Tone;
use leads::views::{
    FirstLead, LaunchRemedy, OwnNumber, SettingKind, TestCallView, TestInput, TestState, TestValues,
};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use localization::Message;

use crate::islands::PressOnce;
use crate::web::components::at_night::at_night;
use crate::web::components::field::{Field as FormField, line_choices, with_chosen};
use crate::web::components::layout::Section;
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::robot_words;
use crate::web::components::scripts::LoadIslands;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::call_me as texts;
use crate::web::pages::load::{account_layout, in_layout};
use crate::web::pages::{path_value, query_value};
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// The page for a draft, with the values of that row.
async fn read(id: String, row: String) -> Result<TestCallView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let row = match row.trim() {
        "" => None,
        row => Some(row.parse().unwrap_or(0)),
    };
    let key = request.new_id();
    Ok(test_calls::of_draft(backend, caller, now, parse_id(&id)?, row, key).await?)
}

/// The page for a robot, with what was typed.
async fn read_robot(
    id: String,
    line: String,
    typed: Vec<test_calls::TypedValue>,
) -> Result<TestCallView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let key = request.new_id();
    Ok(test_calls::of_robot(backend, caller, now, &id, &line, &typed, key).await?)
}

/// The page for the draft of the address; what has become a task leads there.
#[component]
pub fn CallMePage() -> impl IntoView {
    let loading = read(path_value("id"), query_value("row"));
    in_layout(Section::Tasks, loading, |view| match &view.task {
        Some(task) => view! { <Redirect path=paths::task(task) /> }.into_any(),
        None => draw(&view),
    })
}

/// The page for the robot of the address.
#[component]
pub fn CallMeByRobotPage() -> impl IntoView {
    let values = Field::ALL.map(|field| (field, query_value(field.key())));
    let typed = values.into_iter().filter(|(_, value)| !value.is_empty());
    let loading = read_robot(path_value("id"), query_value("line"), typed.collect());
    in_layout(Section::Robots, loading, |view| draw(&view))
}

fn draw(view: &TestCallView) -> AnyView {
    let heading = t(match &view.state {
        TestState::Ready { .. } => texts::heading(),
        TestState::NoNumber => texts::no_number(),
        TestState::Blocked { .. } => texts::blocked(),
    });
    let own_number = match (&view.state, &view.own_number) {
        (TestState::NoNumber, _) | (_, None) => None,
        (_, Some(number)) => Some(number),
    };
    let asked = matches!(view.state, TestState::NoNumber).then(|| number_form(view, "", true));
    let own_number = own_number.map(|number| whom(view, number));
    let recap = view! { <dl class="recap">{own_number} {settings(view)} {said(view)}</dl> };
    let (recap, call) = (recap.into_any(), call(view));
    // The heading takes the focus: the keys of somebody who presses on do nothing.
    view! {
        <PageTitle text=heading.clone() />
        <div class="page-head">
            <div>
                <h1 tabindex="-1" autofocus=true>{heading}</h1>
                <p translate="no">{view.name.clone()}</p>
            </div>
        </div>
        {blocked(view)}
        <PressOnce>
            <section class="card launch test">
                {asked} {recap} {call}
            </section>
        </PressOnce>
        <LoadIslands />
    }
    .into_any()
}

fn blocked(view: &TestCallView) -> Option<AnyView> {
    let TestState::Blocked { reason, remedy } = &view.state else {
        return None;
    };
    let remedy = remedy.and_then(|remedy| remedy_of(view, remedy));
    Some(
        view! { <NoticeBox tone=Tone::Warn text=t(reason.clone())>{remedy}</NoticeBox> }.into_any(),
    )
}

/// A robot has nothing to complete: what is missing stands under Settings.
fn remedy_of(view: &TestCallView, remedy: LaunchRemedy) -> Option<AnyView> {
    let TestValues::Row { draft, .. } = &view.values else {
        return None;
    };
    let (href, text) = match remedy {
        LaunchRemedy::CompleteSettings => {
            (paths::new_task_of_draft(draft), texts::complete_settings())
        }
        LaunchRemedy::Review | LaunchRemedy::CheckAgain => {
            (paths::draft(draft), texts::back_to_review())
        }
    };
    Some(view! { <a class="button primary" href=href>{t(text)}</a> }.into_any())
}

/// The number, and the way to another one.
fn whom(view: &TestCallView, number: &OwnNumber) -> AnyView {
    view! {
        <dt>{t(texts::you())}</dt>
        <dd class="stack">
            <span>{number.in_groups.clone()}</span>
            <details>
                <summary>{t(texts::change_number())}</summary>
                {number_form(view, &number.in_groups, false)}
            </details>
        </dd>
    }
    .into_any()
}

/// The form of the person's own number. Where nothing can be done before it, it stands above all else.
fn number_form(view: &TestCallView, number: &str, comes_first: bool) -> AnyView {
    let (form, button) = match comes_first {
        true => ("launch-form", "button primary"),
        false => ("stack", "button"),
    };
    let field = FormField::new("number", t(texts::own_number()), &[]);
    let field = field.hint(t(texts::own_number_hint()));
    let field = field.input(
        "tel",
        number,
        &[("autocomplete", "tel"), ("inputmode", "tel")],
    );
    let hidden = vec![("back", here(view))];
    let back = comes_first.then(|| back(view));
    view! {
        <form class=form method="post" action=paths::save_own_number() novalidate>
            <HiddenValues values=hidden />
            {field}
            <div class="row">
                <button class=button type="submit">{t(texts::save_number())}</button>
                {back}
            </div>
        </form>
    }
    .into_any()
}

/// The address of the page as it is shown.
fn here(view: &TestCallView) -> String {
    match &view.values {
        TestValues::Row { draft, lead, .. } => match lead {
            Some(lead) => paths::call_me_as(draft, lead.row),
            None => paths::call_me(draft),
        },
        TestValues::Typed { robot, .. } => paths::call_me_by(robot),
    }
}

fn back(view: &TestCallView) -> AnyView {
    match &view.values {
        TestValues::Row { draft, .. } => {
            view! { <a href=paths::draft(draft)>{t(texts::back_to_review())}</a> }.into_any()
        }
        TestValues::Typed { robot, .. } => {
            view! { <a href=paths::robot(robot)>{t(texts::back_to_robot())}</a> }.into_any()
        }
    }
}

fn settings(view: &TestCallView) -> AnyView {
    // The line of a robot is chosen below.
    let is_typed = matches!(view.values, TestValues::Typed { .. });
    let shown = view
        .settings
        .iter()
        .filter(|setting| !is_typed || setting.kind != SettingKind::Line);
    let pairs = shown.map(|setting| {
        view! { <dt>{t(setting.kind.label())}</dt><dd>{t(setting.value.clone())}</dd> }
    });
    pairs.collect_view().into_any()
}

/// The script, and the values of the row.
fn said(view: &TestCallView) -> Option<AnyView> {
    let script = view.script.clone();
    let script = script.map(|script| robot_words::said(script, view.robot_language.as_deref()));
    let row = match &view.values {
        TestValues::Row {
            draft, lead, says, ..
        } => Some(values_of_row(draft, lead.as_ref(), says)),
        TestValues::Typed { .. } => None,
    };
    if script.is_none() && row.is_none() {
        return None;
    }
    Some(view! { <dt>{t(texts::says())}</dt><dd class="stack">{script} {row}</dd> }.into_any())
}

/// What is said of a row, and the way to another one.
fn values_of_row(draft: &str, lead: Option<&FirstLead>, says: &[(String, String)]) -> AnyView {
    let values = says.iter().map(|(name, value)| {
        let said = match value.is_empty() {
            true => texts::no_value(name),
            false => texts::value(name, value),
        };
        view! { <li>{t(said)}</li> }
    });
    let values = values.collect_view();
    let named = lead.map(|lead| {
        let values = match lead.customer.is_empty() {
            true => texts::values_of_row(lead.row),
            false => texts::values_of_customer(&lead.customer, lead.row),
        };
        view! { <p class="small muted">{t(values)}</p> }
    });
    let row = lead.map_or_else(String::new, |lead| lead.row.to_string());
    let field = FormField::new("row", t(texts::row()), &[]);
    let field = field.input("number", &row, &[("min", "1")]);
    view! {
        {(!says.is_empty()).then(|| view! { <ul class="recap-lines">{values}</ul> })}
        {named}
        <form class="row" action=paths::call_me(draft)>
            {field}
            <button class="button" type="submit">{t(texts::use_row())}</button>
        </form>
    }
    .into_any()
}

/// The form that calls. Its button hears nothing in its first second, as that of the launch.
fn call(view: &TestCallView) -> Option<AnyView> {
    let TestState::Ready {
        button,
        form_key,
        night,
    } = &view.state
    else {
        return None;
    };
    let number = view.own_number.as_ref()?.number.clone();
    let mut hidden = vec![("number", number), ("form_key", form_key.clone())];
    let action = match &view.values {
        TestValues::Row {
            draft,
            version,
            lead,
            ..
        } => {
            hidden.push(("draft", draft.clone()));
            hidden.push(("version", version.to_string()));
            hidden.push(("row", lead.as_ref()?.row.to_string()));
            paths::call_me_with_draft()
        }
        TestValues::Typed { robot, .. } => {
            hidden.push(("robot", robot.clone()));
            paths::call_me_with_robot()
        }
    };
    let typed = typed(&view.values);
    let (night, back) = (night.clone().map(at_night), back(view));
    Some(
        view! {
            <form class="launch-form" method="post" action=action novalidate>
                <HiddenValues values=hidden />
                {typed}
                {night}
                <p>{t(real_call())}</p>
                <div class="row">
                    <button class="button primary deaf" type="submit">
                        {t(button.clone())}
                    </button>
                    {back}
                </div>
            </form>
        }
        .into_any(),
    )
}

fn real_call() -> Message {
    match account_layout().is_some_and(|layout| layout.sandbox) {
        true => texts::sandbox(),
        false => texts::real_call(),
    }
}

/// The line, and what the robot is to say.
fn typed(values: &TestValues) -> Option<AnyView> {
    let TestValues::Typed {
        line,
        lines,
        inputs,
        ..
    } = values
    else {
        return None;
    };
    let choices = with_chosen(line_choices(lines), line);
    let line = FormField::new("line", t(texts::line()), &[]).select(line, choices);
    let inputs = inputs.iter().map(input).collect_view();
    Some(view! { {line} {inputs} }.into_any())
}

fn input(input: &TestInput) -> AnyView {
    let id = format!("value-{}", input.field.key());
    let hint_id = format!("{id}-hint");
    let described_by = input.hint.as_ref().map(|_| hint_id.clone());
    let hint = input.hint.clone();
    view! {
        <div class="field">
            <label for=id.clone()>{t(input.label.clone())}</label>
            <input
                type="text"
                id=id
                name=format!("values[{}]", input.field.key())
                value=input.value.clone()
                autocomplete="off"
                aria-describedby=described_by
            />
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
        </div>
    }
    .into_any()
}
