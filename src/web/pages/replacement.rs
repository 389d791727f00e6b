//! What replacing a text in all cells of a field would do, before it is done.

use backend::drafts::Replacement;
use leads::Field;
use leads::states::Tone;
use leads::views::{FormProblem, ReplacementView};
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field as Control;
use crate::web::components::layout::Section;
use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::components::post_button::HiddenValues;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::choices;
use crate::web::pages::load::in_layout;
use crate::web::pages::{path_value, query_value};
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// What the replacement would do.
async fn read(
    id: String,
    replacement: Option<Replacement>,
) -> Result<(ReplacementView, Replacement), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let (id, replacement) = (parse_id(&id)?, replacement.ok_or_else(AppError::not_found)?);
    let view = backend::drafts::preview_replacement(backend, caller, now, id, &replacement);
    Ok((view.await?, replacement))
}

/// The replacement of the address; nothing of it is stored.
#[component]
pub fn ReplacementPage() -> impl IntoView {
    let field = match query_value("field") {
        none if none.is_empty() => Field::Mobile.key().to_owned(),
        field => field,
    };
    let replacement = choices::replacement(&field, query_value("find"), query_value("with"));
    let back = query_value("back");
    let loading = read(path_value("id"), replacement);
    in_layout(
        Section::Tasks,
        loading,
        move |(view, replacement)| match &view.task {
            Some(task) => view! { <Redirect path=paths::task(task) /> }.into_any(),
            None => draw(&view, &replacement, &paths::back_to_draft(&view.id, &back)),
        },
    )
}

fn draw(view: &ReplacementView, replacement: &Replacement, back: &str) -> AnyView {
    let problems = &view.problems;
    let outcome = problems
        .is_empty()
        .then(|| outcome(view, replacement, back));
    view! {
        <PageTitle text=format!("Find and replace: {}", view.title) error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>"Find and replace"</h1>
                <p>{view.title.clone()}</p>
            </div>
            <div class="row">
                <a class="button" href=back.to_owned()>"Back to the review"</a>
            </div>
        </div>
        <section class="card narrow">
            <div class="body stack">
                {form(view, replacement, back)}
                {outcome}
            </div>
        </section>
    }
    .into_any()
}

/// The same form again, to look for something else.
fn form(view: &ReplacementView, replacement: &Replacement, back: &str) -> AnyView {
    let problems: &[FormProblem] = &view.problems;
    let fields = view.fields.iter();
    let fields = fields.map(|column| (column.field.key().to_owned(), column.label.clone()));
    let off = [("autocomplete", "off")];
    view! {
        <form class="filters" method="get" action=paths::replacement(&view.id)>
            <HiddenValues values=vec![("back", back.to_owned())] />
            {Control::new("field", "Column", problems).select(replacement.field.key(), fields.collect())}
            {Control::new("find", "Find", problems).input("text", &replacement.find, &off)}
            {Control::new("with", "Replace with", problems).input("text", &replacement.with, &off)}
            <button class="button" type="submit">"Find cells"</button>
        </form>
    }
    .into_any()
}

fn outcome(view: &ReplacementView, replacement: &Replacement, back: &str) -> AnyView {
    let Replacement { find, .. } = replacement;
    if view.found == 0 {
        let text = format!("No cell of {} contains “{find}”.", view.name);
        return view! { <NoticeBox tone=Tone::Plain text=text /> }.into_any();
    }
    if view.changed == 0 {
        let cells = count_with_noun(view.found, "cell", "cells");
        let text = format!("{cells} of {} would stay as before.", view.name);
        return view! { <NoticeBox tone=Tone::Plain text=text /> }.into_any();
    }
    let hidden = vec![
        ("draft", view.id.clone()),
        ("version", view.version.to_string()),
        ("field", replacement.field.key().to_owned()),
        ("find", find.clone()),
        ("with", replacement.with.clone()),
        ("back", back.to_owned()),
    ];
    let cells = count_with_noun(view.changed, "cell", "cells");
    view! {
        <p><b>{in_words(view, replacement)}</b></p>
        {first(view)}
        <form class="row" method="post" action=paths::replace_text()>
            <HiddenValues values=hidden />
            <button class="button primary" type="submit" data-next="">{format!("Replace in {cells}")}</button>
            <a href=back.to_owned()>"Cancel"</a>
        </form>
    }
    .into_any()
}

/// `Replaces “x” with “y” in 20 of 150 cells of Mobile.`
fn in_words(view: &ReplacementView, replacement: &Replacement) -> String {
    let Replacement { find, with, .. } = replacement;
    let (changed, all) = (format_number(view.changed), format_number(view.all));
    let cells = format!("{changed} of {all} cells of {}", view.name);
    match with.is_empty() {
        true => format!("Removes “{find}” from {cells}."),
        false => format!("Replaces “{find}” with “{with}” in {cells}."),
    }
}

/// The first cells, before and after.
fn first(view: &ReplacementView) -> AnyView {
    let rows = view
        .first
        .iter()
        .map(|cell| {
            view! {
                <tr>
                    <td data-label="Row">
                        <a href=paths::lead(&view.id, cell.row)>{format_number(cell.row)}</a>
                    </td>
                    <td data-label="Before">{cell.before.clone()}</td>
                    <td data-label="After">{cell.after.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    let columns = vec![
        Column::words("Row"),
        Column::words("Before"),
        Column::words("After"),
    ];
    let shown = view.first.len() as u64;
    let of_how_many = (u64::from(view.changed) > shown).then(|| {
        let first = count_with_noun(shown, "cell", "cells");
        view! { <p class="small muted">{format!("The first {first}:")}</p> }
    });
    view! {
        {of_how_many}
        <Table label="The first cells that change" columns=columns cards=true>
            {rows}
        </Table>
    }
    .into_any()
}
