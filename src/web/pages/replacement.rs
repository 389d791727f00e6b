//! What replacing a text in all cells of a field would do, before it is done.

use backend::drafts::Replacement;
use leads::Field;
use leads::states::Tone;
use leads::views::{FormProblem, ReplacementView};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use localization::Message;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field as Control;
use crate::web::components::layout::Section;
use crate::web::components::notice::NoticeBox;
use crate::web::components::numbers::number;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::choices;
use crate::web::language::t;
use crate::web::messages::replacement as texts;
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
        <PageTitle text=t(texts::page_title(view.title.clone())) error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>{t(texts::heading())}</h1>
                <p>{t(view.title.clone())}</p>
            </div>
            <div class="row">
                <a class="button" href=back.to_owned()>{t(texts::back_to_review())}</a>
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
    let fields = fields.map(|column| (column.field.key().to_owned(), t(column.label.clone())));
    let off = [("autocomplete", "off")];
    view! {
        <form class="filters" method="get" action=paths::replacement(&view.id)>
            <HiddenValues values=vec![("back", back.to_owned())] />
            {Control::new("field", t(texts::column()), problems).select(replacement.field.key(), fields.collect())}
            {Control::new("find", t(texts::find()), problems).input("text", &replacement.find, &off)}
            {Control::new("with", t(texts::replace_with()), problems).input("text", &replacement.with, &off)}
            <button class="button" type="submit">{t(texts::find_cells())}</button>
        </form>
    }
    .into_any()
}

fn outcome(view: &ReplacementView, replacement: &Replacement, back: &str) -> AnyView {
    let Replacement { find, .. } = replacement;
    if view.found == 0 {
        let text = t(texts::none_contains(view.name.clone(), find));
        return view! { <NoticeBox tone=Tone::Plain text=text /> }.into_any();
    }
    if view.changed == 0 {
        let text = t(texts::would_stay(view.found, view.name.clone()));
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
    view! {
        <p><b>{t(in_words(view, replacement))}</b></p>
        {first(view)}
        <form class="row" method="post" action=paths::replace_text()>
            <HiddenValues values=hidden />
            <button class="button primary" type="submit" data-next="">{t(texts::replace_in(view.changed))}</button>
            <a href=back.to_owned()>{t(texts::cancel())}</a>
        </form>
    }
    .into_any()
}

/// `Replaces “x” with “y” in 20 of 150 cells of Mobile.`
fn in_words(view: &ReplacementView, replacement: &Replacement) -> Message {
    let Replacement { find, with, .. } = replacement;
    let ReplacementView {
        all, changed, name, ..
    } = view;
    match with.is_empty() {
        true => texts::removes(*all, *changed, name.clone(), find),
        false => texts::replaces(*all, *changed, name.clone(), find, with),
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
                    <td data-label=t(texts::row())>
                        <a href=paths::lead(&view.id, cell.row)>{number(cell.row)}</a>
                    </td>
                    <td data-label=t(texts::before())>{cell.before.clone()}</td>
                    <td data-label=t(texts::after())>{cell.after.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    let columns = vec![
        Column::words(t(texts::row())),
        Column::words(t(texts::before())),
        Column::words(t(texts::after())),
    ];
    let shown = view.first.len() as u64;
    let of_how_many = (u64::from(view.changed) > shown).then(|| {
        view! { <p class="small muted">{t(texts::first_cells(shown))}</p> }
    });
    view! {
        {of_how_many}
        <Table label=t(texts::first_that_change()) columns=columns cards=true>
            {rows}
        </Table>
    }
    .into_any()
}
