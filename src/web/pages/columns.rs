//! The columns of a draft's file: what they hold, and which field each fills.

mod choices;
mod fields;

use leads::views::{ColumnsView, FormProblem};
use leads::{ColumnChoices, ColumnPart, ColumnUse};
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::web::components::badge::Badge;
use crate::web::components::control::Control;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::layout::Section;
use crate::web::components::message::with_time;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::columns::ColumnsForm;
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::messages::columns as texts;
use crate::web::pages::load::{drawn_for, in_layout};
use crate::web::pages::{path_value, query_value};
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;
use leads::states::Tone;

/// The columns, and the form as it was typed before its session ended.
async fn read(id: String) -> Result<(ColumnsView, Option<ColumnsForm>), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let typed = request.typed_into(&paths::columns(&id));
    let typed = typed.map(|kept| ColumnsForm::of(kept.pairs()));
    let view = backend::drafts::columns(backend, caller, now, parse_id(&id)?).await?;
    Ok((view, typed))
}

/// What is shown of the form: as the columns are matched, or as it was refused or typed.
struct ShownForm {
    view: ColumnsView,
    choices: ColumnChoices,
    problems: Vec<FormProblem>,
    back: String,
    is_changed: bool,
}

/// The columns of the draft of the address; what has become a task leads there.
#[component]
pub fn ColumnsPage() -> impl IntoView {
    let refused = FormState::<ColumnsForm>::take();
    let back = query_value("back");
    in_layout(
        Section::Tasks,
        read(path_value("id")),
        move |(view, typed)| {
            if let Some(task) = &view.task {
                return view! { <Redirect path=paths::task(task) /> }.into_any();
            }
            let (form, problems) = match (refused, typed) {
                (Some(refused), _) => (Some(refused.values), refused.problems),
                (None, typed) => (typed, Vec::new()),
            };
            let is_changed = form.is_some();
            let (choices, back) = match form {
                Some(form) => (form.choices, form.back),
                None => (ColumnChoices::of_mapping(&view.mapping), back),
            };
            let back = paths::back_to_draft(&view.id, &back);
            draw(&ShownForm {
                view,
                choices,
                problems,
                back,
                is_changed,
            })
        },
    )
}

fn draw(shown: &ShownForm) -> AnyView {
    let view = &shown.view;
    // The same is said at several lines; the summary leads to the first of them.
    let mut told: Vec<FormProblem> = Vec::new();
    for problem in &shown.problems {
        if told.iter().all(|other| other.sentence != problem.sentence) {
            told.push(problem.clone());
        }
    }
    let values = vec![
        drawn_for(),
        ("version", view.version.to_string()),
        ("back", shown.back.clone()),
    ];
    let guard = if shown.is_changed { "changed" } else { "" };
    view! {
        <PageTitle text=t(texts::page_title(view.title.clone())) error=!told.is_empty() />
        <ErrorSummary problems=told />
        <div class="page-head">
            <div>
                <h1>{t(texts::heading())}</h1>
                <p>{t(view.title.clone())} " · " <span translate="no">{view.file_name.clone()}</span></p>
            </div>
        </div>
        <form class="stack" method="post" action=paths::columns(&view.id) novalidate=true data-guard=guard>
            <HiddenValues values=values />
            {summary(shown)}
            {fields::without_column(shown)}
            <section class="card">
                {table(shown)}
                <div class="body">{fields::values(shown)}</div>
                <div class="sticky-actions">
                    <button class="button primary" type="submit" data-next="">{t(texts::save())}</button>
                    <a href=shown.back.clone()>{t(texts::back_to_review())}</a>
                </div>
            </section>
        </form>
    }
    .into_any()
}

/// How far the robot's variables are matched, and whether a match of before was used.
fn summary(shown: &ShownForm) -> AnyView {
    let view = &shown.view;
    let said = &view.variables;
    let filled = said
        .iter()
        .filter(|variable| shown.choices.fills(variable.field))
        .count();
    let matched = (!said.is_empty()).then(|| {
        view! { <p><b>{t(texts::variables_matched(said.len(), filled))}</b></p> }
    });
    let remembered = view.remembered.clone().map(|moment| {
        let told = with_time(moment, texts::matched_as_last_time);
        view! { <p class="small muted">{told}</p> }
    });
    view! { <div class="if-any">{matched} {remembered}</div> }.into_any()
}

/// A line for each column of the file.
fn table(shown: &ShownForm) -> AnyView {
    let lines = (0..shown.view.headers.len())
        .map(|column| line(shown, column))
        .collect_view();
    let columns = vec![
        Column::words(t(texts::column())),
        Column::words(t(texts::first_values())),
        Column::words(t(texts::fills())),
    ];
    view! {
        <Table label=t(texts::columns_of_file()) columns=columns cards=true>
            {lines}
        </Table>
    }
    .into_any()
}

fn line(shown: &ShownForm, column: usize) -> AnyView {
    let view = &shown.view;
    let id = ColumnChoices::input_of_column(column);
    let chosen = shown.choices.uses.get(&column).copied();
    let samples = view.samples.get(column).cloned().unwrap_or_default();
    let samples = match samples.is_empty() {
        true => vec!["–".to_owned()],
        false => samples,
    };
    let samples = samples
        .into_iter()
        .map(|sample| view! { <li>{sample}</li> })
        .collect_view();
    let is_needed = |column_use: ColumnUse| {
        column_use.part == ColumnPart::First && view.is_needed(column_use.field)
    };
    let needed = chosen
        .is_some_and(is_needed)
        .then(|| view! { <Badge tone=Tone::Plain word=t(texts::needed()) /> });
    let control = Control::new(&id, &shown.problems);
    let error = control.error();
    view! {
        <tr>
            <td class="name">
                <label for=id translate="no">{choices::header(view, column)}</label>
            </td>
            <td data-label=t(texts::first_values())>
                <ul class="samples" translate="no">{samples}</ul>
            </td>
            <td data-label=t(texts::fills())>
                <div class=control.class("fills field")>
                    <span aria-hidden="true">"→"</span>
                    {choices::uses(view, &control, chosen)}
                    {needed}
                    {error}
                </div>
            </td>
        </tr>
    }
    .into_any()
}
