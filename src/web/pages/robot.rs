//! One robot: what it says, what it needs, what its results mean, and all else that AIRudder tells of it.

mod results;

use crate::web::request::caller::may;
use leads::Action;
use leads::states::Tone;
use leads::views::{RobotMode, RobotRow, RobotVariable, RobotView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::copy_button::CopyButton;
use crate::web::components::facts::{Facts, fact, told};
use crate::web::components::icon::Icon;
use crate::web::components::layout::Section;
use crate::web::components::message::with_time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::robot_words;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::{t, with_elements};
use crate::web::messages::robot as texts;
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
    let tag = robot_words::lang(robot.language.as_deref());
    let as_of = view.as_of.map(|moment| {
        let told = with_time(moment, texts::from_airudder);
        view! { <p>{told}</p> }
    });
    view! {
        <PageTitle text=robot.name.clone() />
        <div class="page-head">
            <div>
                <h1 lang=tag.clone()>{robot.name.clone()}</h1>
                {as_of}
            </div>
            <div class="row">
                {may(Action::Launch).then(|| view! {
                    <a class="button" href=paths::call_me_by(&robot.id)>{t(texts::call_me_first())}</a>
                })}
                {may(Action::Prepare).then(|| view! {
                    <a class="button primary" href=paths::new_task_with_robot(&robot.id) data-next="">
                        <Icon name="plus" />
                        {t(texts::new_task())}
                    </a>
                })}
            </div>
        </div>
        {view.notice.map(|text| view! { <NoticeBox tone=Tone::Warn text=t(text) /> })}
        <div class="split">
            <div class="stack">
                {script(view.script, tag.clone())} {variables(&robot.id, robot.variables.clone())} {results::results(view.results)}
            </div>
            <div class="stack">{about(&robot)} {more(view.facts)}</div>
        </div>
    }
    .into_any()
}

/// What it says, in its own language.
fn script(script: Option<String>, tag: String) -> AnyView {
    let script = match script {
        Some(script) => view! { <p class="script" lang=tag>{script}</p> }.into_any(),
        None => view! { <p class="muted">{t(texts::script_not_told())}</p> }.into_any(),
    };
    view! {
        <section class="card">
            <header><h2>{t(texts::script())}</h2></header>
            <div class="body">{script}</div>
        </section>
    }
    .into_any()
}

fn variables(robot: &str, variables: Vec<RobotVariable>) -> AnyView {
    let list = if variables.is_empty() {
        view! { <p>{t(texts::no_variables())}</p> }.into_any()
    } else {
        let items = variables
            .into_iter()
            .map(|variable| {
                let fills = texts::fills(variable.field.message(), variable.name);
                let fills = with_elements(&fills, |name, text| match name {
                    "name" => view! { <strong>{text}</strong> }.into_any(),
                    _ => view! { <span class="muted">{text}</span> }.into_any(),
                });
                view! {
                    <li>
                        {fills}
                        {variable.description.map(|text| view! { <p lang="" translate="no">{text}</p> })}
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="things">{items}</ul> }.into_any()
    };
    view! {
        <section class="card" aria-labelledby="variables">
            <header><h2 id="variables">{t(texts::variables())}</h2></header>
            <div class="body stack">
                {list}
                {may(Action::Prepare).then(|| view! {
                    <div><a href=paths::robot_template(robot) download=true>{t(texts::template())}</a></div>
                })}
            </div>
        </section>
    }
    .into_any()
}

fn about(robot: &RobotRow) -> AnyView {
    let mode = robot.mode.map(RobotMode::label);
    let mode = mode.unwrap_or_else(texts::mode_not_known);
    let mut known = vec![fact(t(texts::mode()), t(mode))];
    known.extend(
        robot
            .language
            .as_deref()
            .map(|told| fact(t(texts::language()), t(leads::named_language(told).name))),
    );
    known.push(fact(t(texts::id()), &robot.id));
    view! {
        <section class="card">
            <header><h2>{t(texts::about())}</h2></header>
            <div class="body stack">
                <Facts pairs=known />
                <div><CopyButton text=robot.id.clone() label=t(texts::copy_id()) /></div>
            </div>
        </section>
    }
    .into_any()
}

/// What few people look for.
fn more(facts: Vec<(Message, Message)>) -> Option<AnyView> {
    let facts: Vec<_> = facts.into_iter().map(told).collect();
    (!facts.is_empty()).then(|| {
        view! {
            <section class="card">
                <details class="body">
                    <summary>{t(texts::more())}</summary>
                    <Facts pairs=facts />
                </details>
            </section>
        }
        .into_any()
    })
}
