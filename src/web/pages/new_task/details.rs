//! Who calls: the robot, the line, the name and the platform; and what few people need.

use leads::views::{FormProblem, NewTaskView, RobotRow, TaskForm};
use leptos::prelude::*;

use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::{
    Choice, Field, GroupOption, OptionGroup, line_choices, problem_of, with_chosen,
};
use crate::web::components::purpose::purpose_fields;
use crate::web::components::robot_words;
use crate::web::language::t;
use crate::web::messages::new_task as texts;
use crate::web::pages::robots::variables_in_words;
use crate::web::paths;

/// The robot, the line, the name and the platform.
pub fn details(view: &NewTaskView) -> AnyView {
    let NewTaskView { form, problems, .. } = view;
    let mut line = Field::new("line", t(texts::line()), problems);
    if view.lines.is_empty() {
        line = line.hint(t(texts::no_lines()));
    }
    let name = Field::new("name", t(texts::name()), problems)
        .hint(t(texts::name_hint(view.max_name_length)));
    let platform =
        Field::new("platform", t(texts::platform()), problems).hint(t(texts::platform_hint()));
    let lines = choices(
        t(texts::choose_line()),
        line_choices(&view.lines),
        &form.line,
    );
    view! {
        <section class="card">
            <header><h2>{t(texts::details())}</h2></header>
            <div class="body stack">
                <div class="fields">
                    {Field::new("robot", t(texts::robot()), problems)
                        .shows()
                        .select_grouped(&form.robot, first_robots(view), robot_groups(view))}
                    {line.select(&form.line, lines)}
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
    let none = (String::new(), t(texts::choose_robot()));
    with_chosen(vec![none], if is_listed { "" } else { chosen })
}

/// The robots that were used lately, and the others by their language.
fn robot_groups(view: &NewTaskView) -> Vec<OptionGroup> {
    let (used, others) = view.robots.split_at(view.robots_used);
    let mut groups = vec![OptionGroup {
        label: t(texts::robots_used_last()),
        options: used.iter().map(robot_choice).collect(),
    }];
    let not_given = t(texts::language_not_given());
    for robot in others {
        let language = match &robot.language {
            Some(told) => t(leads::named_language(told).name),
            None => not_given.clone(),
        };
        let known = groups[1..].iter_mut().find(|group| group.label == language);
        match known {
            Some(group) => group.options.push(robot_choice(robot)),
            None => groups.push(OptionGroup {
                label: language,
                options: vec![robot_choice(robot)],
            }),
        }
    }
    groups
}

fn robot_choice(robot: &RobotRow) -> GroupOption {
    GroupOption {
        value: robot.id.clone(),
        text: robot.name.clone(),
        lang: robot_words::lang(robot.language.as_deref()),
    }
}

fn choices(first: String, listed: Vec<(String, String)>, chosen: &str) -> Vec<(String, String)> {
    let first = (String::new(), first);
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
    let mode = robot
        .mode
        .map(|mode| fact(t(texts::mode()), t(mode.label())));
    let language = robot.language.as_deref();
    let named = language.map(leads::named_language);
    let named = named.map(|named| fact(t(texts::language()), t(named.name)));
    let needs = match robot.variables.is_empty() {
        true => t(texts::no_variables()),
        false => variables_in_words(robot),
    };
    let needs = fact(t(texts::variables()), needs);
    let pairs = named.into_iter().chain(mode).chain([needs]).collect();
    let says = robot.says.clone();
    let says = says.map(|says| robot_words::said(leads::excerpt(&says, MAX_SAID), language));
    view! {
        <div class="robot-note" data-for=format!("robot:{}", robot.id) hidden=!is_chosen>
            {says}
            <Facts pairs=pairs />
            <a href=paths::robot(&robot.id)>{t(texts::about_robot())}</a>
            <a href=paths::robot_template(&robot.id) download="">{t(texts::download_template())}</a>
        </div>
    }
    .into_any()
}

fn of_all(robots: &[RobotRow]) -> AnyView {
    let pairs: Vec<_> = robots
        .iter()
        .filter(|robot| !robot.variables.is_empty())
        .map(|robot| fact(&robot.name, variables_in_words(robot)).of_named())
        .collect();
    if pairs.is_empty() {
        return ().into_any();
    }
    view! {
        <details>
            <summary>{t(texts::variables_of_each())}</summary>
            <Facts pairs=pairs />
        </details>
    }
    .into_any()
}

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
        .then(|| view! { <p>{t(texts::purpose_asked())}</p> });
    view! {
        <details open=open>
            <summary>{t(texts::purpose())}</summary>
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
                label=t(texts::do_not_call())
                hint=t(texts::do_not_call_hint())
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
        .then(|| view! { <p class="hint">{t(texts::filled_notes())}</p> });
    view! {
        <section class="card">
            <div class="body stack">
                {do_not_call}
                {purpose(view)}
                {filled}
                <details open=open>
                    <summary>{t(texts::advanced())}</summary>
                    <div class="stack">
                        {stop_rule(form, problems)}
                        <Choice
                            kind="checkbox"
                            id="asynchronous"
                            name="asynchronous"
                            value="true"
                            label=t(texts::asynchronous())
                            hint=t(texts::asynchronous_hint())
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
    let percent = Field::new("stop_percent", t(texts::stop_percent()), problems)
        .hint(t(texts::stop_percent_hint()));
    let calls = Field::new("stop_calls", t(texts::stop_calls()), problems)
        .hint(t(texts::stop_calls_hint()));
    let number = |most| [("min", "1"), ("max", most), ("inputmode", "numeric")];
    view! {
        <div class="fields">
            {percent.input("number", &form.stop_percent, &number("100"))}
            {calls.input("number", &form.stop_calls, &number("200000"))}
        </div>
    }
    .into_any()
}
