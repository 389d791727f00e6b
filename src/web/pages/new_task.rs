//! The form of a task: the list, and how to call.

mod sheet;
mod window;

use jiff::civil::{Date, DateTime};
use leads::states::Tone;
use leads::views::{FormProblem, LineRow, NewTaskView, RobotRow, TaskForm};
use leptos::prelude::*;

use crate::islands::SendSheet;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::components::layout::Section;
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::scripts::LoadIslands;
use crate::web::components::steps::Steps;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::{account_layout, drawn_for, in_layout};
use crate::web::pages::query_value;
use crate::web::pages::robots::variables_in_words;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;
use sheet::sheet;
use window::window;

/// The form of a new task, of a draft that exists, or with a robot chosen.
async fn read(draft: String, robot: String) -> Result<NewTaskView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let draft = if draft.is_empty() {
        None
    } else {
        Some(parse_id(&draft)?)
    };
    let robot = (!robot.is_empty()).then_some(robot.as_str());
    let new_id = request.new_id();
    let mut view = backend::drafts::form(backend, caller, now, draft, robot, new_id).await?;
    if let Some(typed) = request.typed_into(paths::new_task()) {
        typed.fill_new_task(&mut view);
    }
    Ok(view)
}

/// A new form, that of a draft, or a new one with a robot chosen.
#[component]
pub fn NewTaskPage() -> impl IntoView {
    let loading = read(query_value("draft"), query_value("robot"));
    in_layout(Section::NewTask, loading, draw)
}

fn draw(view: NewTaskView) -> AnyView {
    let NewTaskView {
        draft,
        form,
        problems,
        ..
    } = view.clone();
    let title = if view.sheet.is_none() {
        "New task"
    } else {
        "Edit draft"
    };
    view! {
        <PageTitle text=title error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>{title}</h1>
                <p>"Nobody is called until you check and submit."</p>
            </div>
        </div>
        <Steps current=0 />
        {view.notice.clone().map(|text| view! { <NoticeBox tone=Tone::Warn text=text /> })}
        <SendSheet>
            <form
                class="split task-form"
                method="post"
                action=paths::new_task()
                enctype="multipart/form-data"
                data-session=paths::provider_down()
                novalidate
            >
                <HiddenValues values=vec![drawn_for(), ("draft", draft), ("version", view.version.to_string())] />
                <div class="stack">
                    {sheet(view.sheet.clone(), &problems)}
                    {call(&view)}
                    {window(&view)}
                    {advanced(&form, view.dnc_arranged, &problems)}
                </div>
                {summary(&view)}
            </form>
        </SendSheet>
        <LoadIslands />
    }
    .into_any()
}

/// The robot, the line, the name and the platform.
fn call(view: &NewTaskView) -> AnyView {
    let NewTaskView { form, problems, .. } = view;
    let mut line = Field::new("line", "Line", problems);
    if view.lines.is_empty() {
        line = line.hint("No lines yet. Ask an administrator to add one under Settings.");
    }
    let name = Field::new("name", "Task name", problems).hint(format!(
        "AIRudder shows this name, with a code that makes it unique. At most {} characters.",
        view.max_name_length
    ));
    let platform = Field::new("platform", "Platform", problems)
        .hint("The brand or app of leads that name none. At most 20 characters.");
    view! {
        <section class="card">
            <header><h2>"Task details"</h2></header>
            <div class="body stack">
                <div class="fields">
                    {Field::new("robot", "Robot", problems)
                        .select(&form.robot, robot_choices(&view.robots, &form.robot))}
                    {line.select(&form.line, line_choices(&view.lines, &form.line))}
                </div>
                {needs(&view.robots)}
                {name.input("text", &form.name, &[("autocomplete", "off"), ("spellcheck", "false")])}
                {platform.input("text", &form.platform, &[("autocomplete", "off")])}
            </div>
        </section>
    }
    .into_any()
}

/// The robots; one that AIRudder no longer lists stays chosen, and says so.
fn robot_choices(robots: &[RobotRow], chosen: &str) -> Vec<(String, String)> {
    let listed = robots
        .iter()
        .map(|robot| (robot.id.clone(), robot.name.clone()))
        .collect();
    choices("Choose a robot", listed, chosen)
}

/// The lines; likewise.
fn line_choices(lines: &[LineRow], chosen: &str) -> Vec<(String, String)> {
    let listed = lines
        .iter()
        .map(|line| {
            let label = if line.label.is_empty() {
                String::new()
            } else {
                format!(" · {}", line.label)
            };
            (line.name.clone(), format!("{}{label}", line.name))
        })
        .collect();
    choices("Choose a line", listed, chosen)
}

fn choices(first: &str, listed: Vec<(String, String)>, chosen: &str) -> Vec<(String, String)> {
    let known = chosen.is_empty() || listed.iter().any(|(value, _)| value == chosen);
    let mut choices = vec![(String::new(), first.to_owned())];
    choices.extend(listed);
    if !known {
        choices.push((chosen.to_owned(), format!("{chosen} (no longer listed)")));
    }
    choices
}

/// What each robot wants to know of a lead.
fn needs(robots: &[RobotRow]) -> AnyView {
    let pairs: Vec<_> = robots
        .iter()
        .filter(|robot| !robot.variables.is_empty())
        .map(|robot| fact(&robot.name, variables_in_words(robot)))
        .collect();
    if pairs.is_empty() {
        return ().into_any();
    }
    view! {
        <details>
            <summary>"Variables of each robot"</summary>
            <Facts pairs=pairs />
        </details>
    }
    .into_any()
}

/// The do-not-call pool, and what few people need.
fn advanced(form: &TaskForm, dnc_arranged: bool, problems: &[FormProblem]) -> AnyView {
    let dnc_hint = if dnc_arranged {
        "AIRudder does not call numbers on its own do-not-call list."
    } else {
        "AIRudder’s do-not-call list is not switched on yet. An administrator can change this under Settings."
    };
    let asynchronous_problem = problem_of("asynchronous", problems);
    let open = form.asynchronous || asynchronous_problem.is_some();
    view! {
        <section class="card">
            <header><h2>"Do-not-call lists"</h2></header>
            <div class="body stack">
                <Choice
                    kind="checkbox"
                    id="do_not_call"
                    name="do_not_call"
                    value="true"
                    label="Use AIRudder’s do-not-call list"
                    hint=dnc_hint
                    checked=form.do_not_call && dnc_arranged
                    disabled=!dnc_arranged
                    problem=problem_of("do_not_call", problems)
                />
                <details open=open>
                    <summary>"Advanced"</summary>
                    <Choice
                        kind="checkbox"
                        id="asynchronous"
                        name="asynchronous"
                        value="true"
                        label="Let AIRudder create the task in the background"
                        hint="AIRudder replies before it accepts every number. Use this only if AIRudder agreed."
                        checked=form.asynchronous
                        problem=asynchronous_problem
                    />
                </details>
            </div>
        </section>
    }
    .into_any()
}

/// A time of the account's zone as people read it.
fn civil_moment(text: &str, today: Date) -> String {
    text.parse()
        .map_or_else(|_| text.to_owned(), |time| leads::time_label(time, today))
}

fn summary(view: &NewTaskView) -> AnyView {
    let account = account_layout()
        .map(|layout| layout.account_name)
        .unwrap_or_default();
    let today = view.earliest.parse::<DateTime>().unwrap_or_default().date();
    let pairs = vec![
        fact("Account", account),
        fact("Time zone", &view.zone),
        fact("Earliest start", civil_moment(&view.earliest, today)),
        fact("Latest end", civil_moment(&view.latest, today)),
    ];
    view! {
        <aside class="card summary-card">
            <header><h2>"Summary"</h2></header>
            <div class="body stack"><Facts pairs=pairs /></div>
            <div class="sticky-actions">
                <button class="button primary" type="submit" data-next="">"Review leads"</button>
                <span class="small muted">"Saved as a draft"</span>
            </div>
            <div class="body">
                <div role="status">
                    <p id="sheet-answer"></p>
                    <div class="stack" data-under-way="" hidden=true>
                        <p>"Uploading and reading your list. This can take a few seconds."</p>
                        <progress aria-label="Upload progress"></progress>
                    </div>
                </div>
            </div>
        </aside>
    }
    .into_any()
}
