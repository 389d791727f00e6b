//! One robot: what it says, what it needs, what its results mean, and all else that AIRudder tells of it.

mod results;

use crate::web::request::caller::may;
use leads::Action;
use leads::states::Tone;
use leads::views::{RobotMode, RobotRow, RobotVariable, RobotView};
use leptos::prelude::*;

use crate::web::components::copy_button::CopyButton;
use crate::web::components::facts::{Facts, fact};
use crate::web::components::icon::Icon;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::request;

/// One robot.
async fn read(id: String) -> Result<RobotView, AppError> {
    let request = request().await?;
    Ok(backend::robots::view(&request.backend, &request.caller, request.now, &id).await?)
}

/// The robot of the address.
#[component]
pub fn RobotPage() -> impl IntoView {
    in_layout(Section::Robots, read(path_value("id")), draw)
}

fn draw(view: RobotView) -> AnyView {
    let robot = view.robot;
    let as_of = view
        .as_of
        .map(|moment| view! { <p>"From AIRudder, " <Time moment=moment /></p> });
    view! {
        <PageTitle text=robot.name.clone() />
        <div class="page-head">
            <div>
                <h1>{robot.name.clone()}</h1>
                {as_of}
            </div>
            <div class="row">
                {may(Action::Launch).then(|| view! {
                    <a class="button" href=paths::call_me_by(&robot.id)>"Call me first"</a>
                })}
                {may(Action::Prepare).then(|| view! {
                    <a class="button primary" href=paths::new_task_with_robot(&robot.id) data-next="">
                        <Icon name="plus" />
                        "New task with this robot"
                    </a>
                })}
            </div>
        </div>
        {view.notice.map(|text| view! { <NoticeBox tone=Tone::Warn text=text /> })}
        <div class="split">
            <div class="stack">
                {script(view.script)} {variables(&robot.id, robot.variables.clone())} {results::results(view.results)}
            </div>
            <div class="stack">{about(&robot)} {more(view.facts)}</div>
        </div>
    }
    .into_any()
}

fn script(script: Option<String>) -> AnyView {
    let script = match script {
        Some(script) => view! { <p class="script">{script}</p> }.into_any(),
        None => {
            view! { <p class="muted">"AIRudder does not tell what this robot says."</p> }.into_any()
        }
    };
    view! {
        <section class="card">
            <header><h2>"What it says"</h2></header>
            <div class="body">{script}</div>
        </section>
    }
    .into_any()
}

fn variables(robot: &str, variables: Vec<RobotVariable>) -> AnyView {
    let list = if variables.is_empty() {
        view! { <p>"No variables. A phone number for each lead is enough."</p> }.into_any()
    } else {
        let items = variables
            .into_iter()
            .map(|variable| {
                view! {
                    <li>
                        <strong>{variable.name}</strong>
                        <span class="muted">{format!(" fills {}", variable.field.label())}</span>
                        {variable.description.map(|text| view! { <p>{text}</p> })}
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="things">{items}</ul> }.into_any()
    };
    view! {
        <section class="card" aria-labelledby="variables">
            <header><h2 id="variables">"Variables"</h2></header>
            <div class="body stack">
                {list}
                {may(Action::Prepare).then(|| view! {
                    <div><a href=paths::robot_template(robot) download=true>"Download list template (.xlsx)"</a></div>
                })}
            </div>
        </section>
    }
    .into_any()
}

fn about(robot: &RobotRow) -> AnyView {
    let mode = robot.mode.map_or("Not known", RobotMode::label);
    let mut known = vec![fact("Mode", mode)];
    known.extend(
        robot
            .language
            .clone()
            .map(|language| fact("Language", language)),
    );
    known.push(fact("ID", &robot.id));
    view! {
        <section class="card">
            <header><h2>"About this robot"</h2></header>
            <div class="body stack">
                <Facts pairs=known />
                <div><CopyButton text=robot.id.clone() what="ID" /></div>
            </div>
        </section>
    }
    .into_any()
}

/// What few people look for.
fn more(facts: Vec<(String, String)>) -> Option<AnyView> {
    (!facts.is_empty()).then(|| {
        view! {
            <section class="card">
                <details class="body">
                    <summary>"More from AIRudder"</summary>
                    <Facts pairs=facts />
                </details>
            </section>
        }
        .into_any()
    })
}
