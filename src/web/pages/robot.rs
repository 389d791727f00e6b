//! One robot, with everything that AIRudder gives of it.

use leads::states::Tone;
use leads::views::{RobotMode, RobotVariable, RobotView};
use leptos::prelude::*;

use crate::web::components::facts::{Facts, fact};
use crate::web::components::icon::Icon;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::table::{Column, Table};
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
    let mode = robot.mode.map_or("Not known", RobotMode::label);
    let mut known = vec![fact("ID", &robot.id), fact("Mode", mode)];
    known.extend(robot.language.map(|language| fact("Language", language)));
    let as_of = view
        .as_of
        .map(|moment| view! { <p>"From AIRudder, " <Time moment=moment /></p> });
    let template = paths::robot_template(&robot.id);
    view! {
        <PageTitle text=robot.name.clone() />
        <div class="page-head">
            <div>
                <h1>{robot.name}</h1>
                {as_of}
            </div>
            <a class="button primary" href=paths::new_task_with_robot(&robot.id) data-next="">
                <Icon name="plus" />
                "New task with this robot"
            </a>
        </div>
        {view.notice.map(|text| view! { <NoticeBox tone=Tone::Warn text=text /> })}
        <div class="split">
            <div class="stack">
                <section class="card">
                    <header><h2>"Variables"</h2></header>
                    {variables(robot.variables)}
                    <div class="body">
                        <a href=template download=true>"Download list template (.xlsx)"</a>
                    </div>
                </section>
                {(!view.facts.is_empty())
                    .then(|| {
                        view! {
                            <section class="card">
                                <header><h2>"More from AIRudder"</h2></header>
                                <div class="body"><Facts pairs=view.facts /></div>
                            </section>
                        }
                    })}
            </div>
            <section class="card">
                <header><h2>"About this robot"</h2></header>
                <div class="body"><Facts pairs=known /></div>
            </section>
        </div>
    }
    .into_any()
}

fn variables(variables: Vec<RobotVariable>) -> AnyView {
    if variables.is_empty() {
        return view! {
            <p class="body">"No variables. A phone number for each lead is enough."</p>
        }
        .into_any();
    }
    let rows = variables
        .into_iter()
        .map(|variable| {
            view! {
                <tr>
                    <td>{variable.name}</td>
                    <td class="mono">{variable.field.label()}</td>
                    <td class="sentences">{variable.description.unwrap_or_else(|| "–".to_owned())}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Table
            label="Variables"
            columns=vec![
                Column::words("Variable"),
                Column::words("Lead field"),
                Column::words("Description"),
            ]
        >
            {rows}
        </Table>
    }
    .into_any()
}
