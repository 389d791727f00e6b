//! The table of what the results of a robot mean, to be changed by administrators.

mod row;

use backend::results;
use leads::Action;
use leads::results::meaning::{MAX_ORDER, Meaning, MeaningInput};
use leads::views::{FormProblem, RobotResultsView};
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::layout::Section;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::FormState;
use crate::web::forms::robot_results::{ResultRow, RobotResultsForm};
use crate::web::language::t;
use crate::web::messages::robot_results as texts;
use crate::web::pages::load::{drawn_for, in_layout};
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::request;

/// Empty rows at the end, to add results in.
const EMPTY_ROWS: u16 = 3;

/// The most letters without a name that are offered at once.
const MAX_OFFERED: usize = 64;

/// The table, and the form as it was typed before its session ended; administrators only.
async fn read(id: String) -> Result<(RobotResultsView, Option<RobotResultsForm>), AppError> {
    let request = request().await?;
    let typed = request.typed_into(&paths::robot_results(&id));
    let typed = typed.map(|kept| RobotResultsForm::of(kept.pairs()));
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    caller.must(Action::Administer)?;
    let view = results::robot_results(backend, caller, now, &id).await?;
    Ok((view, typed))
}

/// The stored table of the robot of the address, or the form as it was refused.
#[component]
pub fn RobotResultsPage() -> impl IntoView {
    let refused = FormState::<RobotResultsForm>::take();
    in_layout(
        Section::Robots,
        read(path_value("id")),
        move |(view, typed)| {
            let (form, problems) = match (refused, typed) {
                (Some(refused), _) => (Some(refused.values), refused.problems),
                (None, typed) => (typed, Vec::new()),
            };
            draw(&view, form, &problems)
        },
    )
}

/// The form of a table as it is stored: its results, then the letters without a name.
fn form_of(view: &RobotResultsView) -> RobotResultsForm {
    let named = view.results.iter().map(|meaning| ResultRow {
        input: input(meaning),
        is_offered: false,
    });
    let after = last_order(view.results.iter().map(|meaning| meaning.order));
    let offered = (1..).zip(view.unnamed.iter().take(MAX_OFFERED));
    let offered = offered.map(|(place, letter)| ResultRow {
        input: MeaningInput {
            letter: letter.clone(),
            ..new_input(after, place)
        },
        is_offered: true,
    });
    RobotResultsForm {
        version: view.version,
        rows: named.chain(offered).collect(),
    }
}

fn input(meaning: &Meaning) -> MeaningInput {
    MeaningInput {
        letter: meaning.letter.clone(),
        name: meaning.name.clone(),
        group: meaning.group.key().to_owned(),
        reached: meaning.reached,
        order: meaning.order.to_string(),
    }
}

fn last_order(orders: impl Iterator<Item = u16>) -> u16 {
    orders.max().unwrap_or(0)
}

/// A row without words, so many places behind the last one. Results without a name count as reached.
fn new_input(after: u16, place: u16) -> MeaningInput {
    MeaningInput {
        reached: true,
        order: after.saturating_add(place).min(MAX_ORDER).to_string(),
        ..MeaningInput::default()
    }
}

fn draw(
    view: &RobotResultsView,
    typed: Option<RobotResultsForm>,
    problems: &[FormProblem],
) -> AnyView {
    // What was typed and never saved counts as changed from the start.
    let guard = if typed.is_some() { "changed" } else { "" };
    let form = typed.unwrap_or_else(|| form_of(view));
    let values = vec![drawn_for(), ("version", form.version.to_string())];
    view! {
        <PageTitle text=t(texts::page_title(&view.robot_name)) error=!problems.is_empty() />
        <ErrorSummary problems=problems.to_vec() />
        <div class="page-head">
            <div>
                <h1>{t(texts::heading())}</h1>
                <p lang="" translate="no">{view.robot_name.clone()}</p>
            </div>
        </div>
        <form class="stack" method="post" action=paths::robot_results(&view.robot) novalidate data-guard=guard>
            <HiddenValues values=values />
            <section class="card">
                <div class="body stack">{rows(&form.rows, problems)}</div>
                <div class="sticky-actions">
                    <button class="button primary" type="submit" data-next="">{t(texts::save())}</button>
                    <a href=paths::robot(&view.robot)>{t(texts::back())}</a>
                </div>
            </section>
        </form>
    }
    .into_any()
}

fn rows(rows: &[ResultRow], problems: &[FormProblem]) -> AnyView {
    let orders = rows.iter().map(|row| row.input.order.trim().parse());
    let after = last_order(orders.filter_map(Result::ok));
    let added = (1..=EMPTY_ROWS).map(|place| ResultRow {
        input: new_input(after, place),
        is_offered: false,
    });
    let all = rows.iter().cloned().chain(added).enumerate();
    let all = all.map(|(place, row)| row::row(place, &row, problems));
    view! {
        <fieldset class="lines">
            <legend>{t(texts::results())}</legend>
            <p class="small muted">{t(texts::hint())}</p>
            <div class="line result line-heads small muted" aria-hidden="true">
                <span>{t(texts::letter())}</span>
                <span>{t(texts::name())}</span>
                <span>{t(texts::group())}</span>
                <span></span>
                <span>{t(texts::order())}</span>
            </div>
            {all.collect_view()}
        </fieldset>
    }
    .into_any()
}
