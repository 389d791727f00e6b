//! The account's robots.

use crate::web::request::caller::may;
use leads::Action;
use leads::states::Tone;
use leads::views::{RobotListView, RobotMode, RobotRow};
use leptos::prelude::*;

use crate::web::components::badge::Badge;
use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::count_with_noun;
use crate::web::components::post_button::PostButton;
use crate::web::components::search::Search;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::query_value;
use crate::web::paths;
use crate::web::request::caller::request;

/// The robots whose name, id or variables have those words, of that mode.
async fn read(q: String, mode: String) -> Result<RobotListView, AppError> {
    let request = request().await?;
    let mode = leads::views::RobotMode::from_key(&mode);
    Ok(backend::robots::list(&request.backend, &request.caller, request.now, &q, mode).await?)
}

/// The robots that match the search in the address.
#[component]
pub fn RobotsPage() -> impl IntoView {
    let (q, mode) = (query_value("q"), query_value("mode"));
    let loading = read(q.clone(), mode.clone());
    in_layout(Section::Robots, loading, move |view| {
        draw(&q, RobotMode::from_key(&mode), view)
    })
}

fn draw(q: &str, mode: Option<RobotMode>, list: RobotListView) -> AnyView {
    let as_of = list
        .as_of
        .map(|moment| view! { ". As of " <Time moment=moment /> });
    let zone =
        crate::web::pages::load::account_layout().map(|layout| format!(" ({})", layout.zone));
    let total = count_with_noun(list.total as u64, "robot", "robots");
    let searched = !q.is_empty() || mode.is_some();
    view! {
        <PageTitle text="Robots" />
        <div class="page-head">
            <div>
                <h1>"Robots"</h1>
                <p>{total}{as_of}{zone}</p>
            </div>
            {refresh()}
        </div>
        {list.notice.map(|text| view! { <NoticeBox tone=Tone::Warn text=text /> })}
        <section class="card">
            <header>{search(q, mode)}</header>
            {if list.robots.is_empty() { nothing(searched) } else { table(list.robots) }}
        </section>
    }
    .into_any()
}

fn search(q: &str, mode: Option<RobotMode>) -> AnyView {
    let modes = [RobotMode::Single, RobotMode::Group].map(|mode| (mode.key(), mode.label()));
    view! {
        <Search
            action=paths::robots()
            q=q.to_owned()
            filter=("mode", "Mode")
            choices=[("", "Any mode")].into_iter().chain(modes).collect()
            chosen=mode.map_or("", RobotMode::key).to_owned()
        />
    }
    .into_any()
}

fn nothing(searched: bool) -> AnyView {
    if searched {
        view! {
            <Empty title="No robots match" text="Use fewer words or another mode.">
                <a class="button" href=paths::robots()>"Show all robots"</a>
            </Empty>
        }
        .into_any()
    } else {
        view! {
            <Empty
                title="No robots yet"
                text="Robots are created in AIRudder. They appear here when this account has one."
            >
                {refresh()}
            </Empty>
        }
        .into_any()
    }
}

fn table(robots: Vec<RobotRow>) -> AnyView {
    let rows = robots.into_iter().map(row).collect_view();
    view! {
        <Table
            label="Robots"
            cards=true
            columns=vec![
                Column::words("Robot"),
                Column::words("Mode"),
                Column::words("Language"),
                Column::words("Variables"),
            ]
        >
            {rows}
        </Table>
    }
    .into_any()
}

fn row(robot: RobotRow) -> AnyView {
    let variables = variables_in_words(&robot);
    let mode = robot.mode.map_or("Not known", RobotMode::label);
    view! {
        <tr>
            <td class="name">
                <a class="title" href=paths::robot(&robot.id)>{robot.name}</a>
                <small class="mono">{robot.id}</small>
            </td>
            <td data-label="Mode"><Badge tone=Tone::Plain word=mode /></td>
            <td data-label="Language">{robot.language.unwrap_or_else(|| "–".to_owned())}</td>
            <td class="sentences" data-label="Variables">{variables}</td>
        </tr>
    }
    .into_any()
}

/// `Oferta (ExtraA), Ciudad (ExtraB)`, or a dash.
pub fn variables_in_words(robot: &RobotRow) -> String {
    if robot.variables.is_empty() {
        return "–".to_owned();
    }
    let words: Vec<String> = robot
        .variables
        .iter()
        .map(|variable| format!("{} ({})", variable.name, variable.field.label()))
        .collect();
    words.join(", ")
}

fn refresh() -> AnyView {
    view! {
        {may(Action::Prepare).then(|| view! {
            <PostButton action=paths::refresh_robots() hidden=Vec::new() text="Refresh now" icon="refresh" />
        })}
    }
    .into_any()
}
