//! The account's robots.

use crate::web::request::caller::may;
use leads::Action;
use leads::states::Tone;
use leads::views::{Moment, RobotListView, RobotMode, RobotRow, column_label};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::badge::Badge;
use crate::web::components::empty::Empty;
use crate::web::components::layout::Section;
use crate::web::components::message::with_time;
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::PostButton;
use crate::web::components::robot_words;
use crate::web::components::search::Search;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::robots as texts;
use crate::web::pages::load::{account_layout, in_layout};
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
    let total = total(list.total, list.as_of);
    let zone = account_layout().map(|layout| t(texts::in_zone(&layout.zone)));
    let searched = !q.is_empty() || mode.is_some();
    view! {
        <PageTitle text=t(texts::page_title()) />
        <div class="page-head">
            <div>
                <h1>{t(texts::page_title())}</h1>
                <p>{total} " " {zone}</p>
            </div>
            {refresh()}
        </div>
        {list.notice.map(|text| view! { <NoticeBox tone=Tone::Warn text=t(text) /> })}
        <section class="card">
            <header>{search(q, mode)}</header>
            {if list.robots.is_empty() { nothing(searched) } else { table(list.robots) }}
        </section>
    }
    .into_any()
}

/// How many there are, and as of when.
fn total(total: usize, as_of: Option<Moment>) -> Vec<AnyView> {
    let total = texts::total(total);
    let Some(moment) = as_of else {
        return vec![t(total).into_any()];
    };
    with_time(moment, |moment| texts::total_as_of(moment, total))
}

fn search(q: &str, mode: Option<RobotMode>) -> AnyView {
    let modes = [RobotMode::Single, RobotMode::Group].map(|mode| (mode.key(), t(mode.label())));
    view! {
        <Search
            action=paths::robots()
            q=q.to_owned()
            filter=("mode", t(texts::mode()))
            choices=[("", t(texts::any_mode()))].into_iter().chain(modes).collect()
            chosen=mode.map_or("", RobotMode::key).to_owned()
        />
    }
    .into_any()
}

fn nothing(searched: bool) -> AnyView {
    if searched {
        view! {
            <Empty title=t(texts::none_match()) text=t(texts::none_match_text())>
                <a class="button" href=paths::robots()>{t(texts::show_all())}</a>
            </Empty>
        }
        .into_any()
    } else {
        view! {
            <Empty title=t(texts::none_yet()) text=t(texts::none_yet_text())>
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
            label=t(texts::page_title())
            cards=true
            columns=vec![
                Column::words(t(texts::robot())),
                Column::words(t(texts::mode())),
                Column::words(t(texts::language())),
                Column::words(t(texts::variables())),
            ]
        >
            {rows}
        </Table>
    }
    .into_any()
}

fn row(robot: RobotRow) -> AnyView {
    let variables = variables_in_words(&robot);
    let mode = robot.mode.map(RobotMode::label);
    let mode = t(mode.unwrap_or_else(texts::mode_not_known));
    let named = robot.language.as_deref().map(leads::named_language);
    let language = named.map_or_else(|| "–".to_owned(), |named| t(named.name));
    let tag = robot_words::lang(robot.language.as_deref());
    view! {
        <tr>
            <td class="name">
                <a class="title" href=paths::robot(&robot.id) lang=tag>{robot.name}</a>
                <small class="mono">{robot.id}</small>
            </td>
            <td data-label=t(texts::mode())><Badge tone=Tone::Plain word=mode /></td>
            <td data-label=t(texts::language())>{language}</td>
            <td class="sentences" data-label=t(texts::variables())>{variables}</td>
        </tr>
    }
    .into_any()
}

/// `Oferta (ExtraA) and Ciudad (ExtraB)`, or a dash.
pub fn variables_in_words(robot: &RobotRow) -> String {
    if robot.variables.is_empty() {
        return "–".to_owned();
    }
    let variables = robot.variables.iter();
    let named = variables.map(|variable| column_label(variable.field, Some(variable)));
    t(Message::list(named))
}

fn refresh() -> AnyView {
    view! {
        {may(Action::Prepare).then(|| view! {
            <PostButton action=paths::refresh_robots() hidden=Vec::new() text=t(texts::refresh()) icon="refresh" />
        })}
    }
    .into_any()
}
