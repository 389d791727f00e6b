//! Who calls: the robot, the line, the name and the platform; and what few people need.

use leads::views::{FormProblem, NewTaskView, RobotRow, TaskForm};
use leptos::prelude::*;

use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::{
    Choice, Field, OptionGroup, line_choices, problem_of, with_chosen,
};
use crate::web::components::purpose::purpose_fields;
use crate::web::pages::robots::variables_in_words;
use crate::web::paths;

/// The robot, the line, the name and the platform.
pub fn details(view: &NewTaskView) -> AnyView {
    let NewTaskView { form, problems, .. } = view;
    let mut line = Field::new("line", "Line", problems);
    if view.lines.is_empty() {
        line = line.hint("No lines yet. Ask an administrator to add one under Settings.");
    }
    let name = Field::new("name", "Task name", problems).hint(format!(
        "AIRudder shows this name, with a code that makes it unique. At most {} characters. Left empty, it is named after the list.",
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
                        .shows()
                        .select_grouped(&form.robot, first_robots(view), robot_groups(view))}
                    {line.select(&form.line, choices("Choose a line", line_choices(&view.lines), &form.line))}
                </div>
                {notes(view)}
                {name.input("text", &form.name, &[("autocomplete", "off"), ("spellcheck", "false")])}
                {platform.input("text", &form.platform, &[("autocomplete", "off")])}
            </div>
        </section>
    }
    .into_any()
}

/// What stands above the groups of robots: that none is chosen, and one that AIRudder no longer lists.
fn first_robots(view: &NewTaskView) -> Vec<(String, String)> {
    let chosen = &view.form.robot;
    let is_listed = view.robots.iter().any(|robot| robot.id == *chosen);
    let none = (String::new(), "Choose a robot".to_owned());
    with_chosen(vec![none], if is_listed { "" } else { chosen })
}

/// The robots that were used lately, and the others by their language.
fn robot_groups(view: &NewTaskView) -> Vec<OptionGroup> {
    let (used, others) = view.robots.split_at(view.robots_used);
    let mut groups = vec![OptionGroup {
        label: "Used last".to_owned(),
        options: used.iter().map(robot_choice).collect(),
    }];
    for robot in others {
        let language = robot.language.as_deref().unwrap_or("Language not given");
        let known = groups[1..].iter_mut().find(|group| group.label == language);
        match known {
            Some(group) => group.options.push(robot_choice(robot)),
            None => groups.push(OptionGroup {
                label: language.to_owned(),
                options: vec![robot_choice(robot)],
            }),
        }
    }
    groups
}

fn robot_choice(robot: &RobotRow) -> (String, String) {
    (robot.id.clone(), robot.name.clone())
}

fn choices(first: &str, listed: Vec<(String, String)>, chosen: &str) -> Vec<(String, String)> {
    let first = (String::new(), first.to_owned());
    with_chosen([vec![first], listed].concat(), chosen)
}

/// What each robot is and needs: the chosen one's is shown. Without scripts no choice shows another, and the variables of all of
/// them stand below.
fn notes(view: &NewTaskView) -> AnyView {
    let notes = view
        .robots
        .iter()
        .map(|robot| of_robot(robot, robot.id == view.form.robot))
        .collect_view();
    view! {
        {notes}
        <div class="unscripted">{of_all(&view.robots)}</div>
    }
    .into_any()
}

/// How much is shown of what a robot says, in characters; its own page shows all.
const MAX_SAID: usize = 240;

fn of_robot(robot: &RobotRow, is_chosen: bool) -> AnyView {
    let mode = robot.mode.map(|mode| fact("Mode", mode.label()));
    let language = robot.language.clone().map(|it| fact("Language", it));
    let needs = match robot.variables.is_empty() {
        true => fact("Variables", "None"),
        false => fact("Variables", variables_in_words(robot)),
    };
    let pairs = language.into_iter().chain(mode).chain([needs]).collect();
    let says = robot.says.clone();
    let says =
        says.map(|says| view! { <blockquote>{leads::excerpt(&says, MAX_SAID)}</blockquote> });
    view! {
        <div class="robot-note" data-for=format!("robot:{}", robot.id) hidden=!is_chosen>
            {says}
            <Facts pairs=pairs />
            <a href=paths::robot(&robot.id)>"About this robot"</a>
            <a href=paths::robot_template(&robot.id) download="">"Download its template"</a>
        </div>
    }
    .into_any()
}

fn of_all(robots: &[RobotRow]) -> AnyView {
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

/// What is told where the account fills notes in.
const FILLED_NOTES: &str = "A lead without a comment gets a short reference when it is sent, so that its result can be told from the others. \
     Administrators can turn this off under Settings.";

/// What the list is for: in sight where the calling rule asks for it, or something is to be fixed in it.
fn purpose(view: &NewTaskView) -> AnyView {
    let NewTaskView { form, problems, .. } = view;
    let typed = [
        form.list_purpose.as_str(),
        form.list_source.as_str(),
        form.legal_basis.as_str(),
    ];
    let names = ["list_purpose", "list_source", "legal_basis"];
    let is_wrong = names
        .iter()
        .any(|name| problem_of(name, problems).is_some());
    let fields = purpose_fields(typed, problems);
    let open = view.needs_purpose || is_wrong;
    let asked = view
        .needs_purpose
        .then(|| view! { <p>"The calling rule asks for all three."</p> });
    view! {
        <details open=open>
            <summary>"What the list is for"</summary>
            <div class="stack">{asked} {fields}</div>
        </details>
    }
    .into_any()
}

/// What few people need. The do-not-call pool is there only where it was arranged, or is asked for all the same.
pub fn more(view: &NewTaskView) -> AnyView {
    let NewTaskView { form, problems, .. } = view;
    let do_not_call_problem = problem_of("do_not_call", problems);
    let do_not_call = (view.dnc_arranged || do_not_call_problem.is_some()).then(|| {
        view! {
            <Choice
                kind="checkbox"
                id="do_not_call"
                name="do_not_call"
                value="true"
                label="Use AIRudder’s do-not-call list"
                hint="AIRudder does not call numbers on its own do-not-call list."
                checked=form.do_not_call
                problem=do_not_call_problem
            />
        }
    });
    let asynchronous_problem = problem_of("asynchronous", problems);
    let has_rule = !form.stop_percent.is_empty() || !form.stop_calls.is_empty();
    let open = form.asynchronous || asynchronous_problem.is_some() || has_rule;
    let filled = view
        .fills_notes
        .then(|| view! { <p class="hint">{FILLED_NOTES}</p> });
    view! {
        <section class="card">
            <div class="body stack">
                {do_not_call}
                {purpose(view)}
                {filled}
                <details open=open>
                    <summary>"Advanced"</summary>
                    <div class="stack">
                        {stop_rule(form, problems)}
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
                    </div>
                </details>
            </div>
        </section>
    }
    .into_any()
}

/// When what is left is stopped by itself; nothing typed is no rule.
fn stop_rule(form: &TaskForm, problems: &[FormProblem]) -> AnyView {
    let percent = Field::new(
        "stop_percent",
        "Stop when fewer are reached than (%)",
        problems,
    )
    .hint("Of the leads that were dialled. Leave both fields empty to call all of them.");
    let calls = Field::new("stop_calls", "After so many calls", problems).hint(
        "Calls under way count once they have ended. The page of the task says when it was stopped.",
    );
    let number = |most| [("min", "1"), ("max", most), ("inputmode", "numeric")];
    view! {
        <div class="fields">
            {percent.input("number", &form.stop_percent, &number("100"))}
            {calls.input("number", &form.stop_calls, &number("200000"))}
        </div>
    }
    .into_any()
}
