//! The form of a do-not-call list that is uploaded; administrators only.

use backend::do_not_call::{ListForm, ListView};
use leads::do_not_call::DoNotCallKind;
use leads::views::FormProblem;
use leads::{Action, Sector};
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::components::layout::Section;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::messages::{do_not_call, do_not_call_upload};
use crate::web::pages::load::in_layout;
use crate::web::pages::query_value;
use crate::web::paths;
use crate::web::request::caller::request;

/// What the form begins with: a newer version of a list, or a new one.
async fn read(list: String) -> Result<(ListForm, Option<String>), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    caller.must(Action::Administer)?;
    let view = backend::do_not_call::view(backend, caller, now).await?;
    let today = view.today.to_string();
    if list.is_empty() {
        return Ok((new_form(today), None));
    }
    let mut lists = view.lists.into_iter();
    let replaced = lists.find(|known| known.id.to_string() == list);
    let replaced = replaced.filter(|list| list.kind != DoNotCallKind::Own);
    let replaced = replaced.ok_or_else(AppError::not_found)?;
    Ok((newer(&replaced, today), Some(replaced.name)))
}

fn new_form(today: String) -> ListForm {
    let kind = DoNotCallKind::Client;
    ListForm {
        kind: kind.key().to_owned(),
        sector: "every".to_owned(),
        as_of: today,
        valid_days: kind.defaults().valid_days.to_string(),
        ..ListForm::default()
    }
}

fn newer(list: &ListView, today: String) -> ListForm {
    let days = list.currency.map(|(_, days, _)| days);
    ListForm {
        list: list.id.to_string(),
        kind: list.kind.key().to_owned(),
        name: list.name.clone(),
        sector: list.sector.map_or("every", Sector::key).to_owned(),
        as_of: today,
        valid_days: days.unwrap_or_default().to_string(),
        replace_newer: false,
    }
}

/// The form, as it was refused if it was.
#[component]
pub fn UploadDoNotCallListPage() -> impl IntoView {
    let refused = FormState::<ListForm>::take();
    let list = match &refused {
        Some(refused) => refused.values.list.clone(),
        None => query_value("list"),
    };
    in_layout(Section::DoNotCall, read(list), move |(form, replaced)| {
        let (form, problems) = match refused {
            Some(refused) => (refused.values, refused.problems),
            None => (form, Vec::new()),
        };
        draw(&form, replaced, problems)
    })
}

fn draw(form: &ListForm, replaced: Option<String>, problems: Vec<FormProblem>) -> AnyView {
    let (title, says) = match &replaced {
        None => (
            do_not_call_upload::page_title(),
            do_not_call_upload::explained(),
        ),
        Some(name) => (
            do_not_call_upload::page_title_newer(name),
            do_not_call_upload::explained_newer(),
        ),
    };
    let title = t(title);
    let file = Field::new("file", t(do_not_call_upload::file()), &problems)
        .hint(t(do_not_call_upload::file_hint()));
    view! {
        <PageTitle text=title.clone() error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>{title}</h1>
                <p>{t(says)}</p>
            </div>
            <a class="button" href=paths::do_not_call()>{t(do_not_call::page_title())}</a>
        </div>
        <form
            class="card narrow"
            method="post"
            enctype="multipart/form-data"
            action=paths::upload_do_not_call_list()
            novalidate
        >
            <div class="body stack">
                <HiddenValues values=vec![("list", form.list.clone())] />
                {fields(form, replaced.is_some(), &problems)}
                {replace_newer(form, &problems)}
                {file.input("file", "", &[])}
                <div><button class="button primary" type="submit">{t(do_not_call_upload::submit())}</button></div>
            </div>
        </form>
    }
    .into_any()
}

fn fields(form: &ListForm, is_newer: bool, problems: &[FormProblem]) -> AnyView {
    let off = [("autocomplete", "off")];
    let kind = match is_newer {
        // A list keeps its kind.
        true => view! { <HiddenValues values=vec![("kind", form.kind.clone())] /> }.into_any(),
        false => {
            let kinds =
                DoNotCallKind::IMPORTED.map(|kind| (kind.key().to_owned(), t(kind.message())));
            Field::new("kind", t(do_not_call_upload::kind()), problems)
                .select(&form.kind, kinds.to_vec())
        }
    };
    let sectors = Sector::ALL.map(|sector| (sector.key().to_owned(), t(sector.message())));
    let every = ("every".to_owned(), t(do_not_call::every_account()));
    let sectors = [every].into_iter().chain(sectors).collect();
    let name = Field::new("name", t(do_not_call_upload::name()), problems);
    let sector = Field::new("sector", t(do_not_call_upload::sector()), problems)
        .hint(t(do_not_call_upload::sector_hint()));
    let as_of = Field::new("as_of", t(do_not_call_upload::as_of()), problems)
        .hint(t(do_not_call_upload::as_of_hint()));
    let valid_days = Field::new("valid_days", t(do_not_call_upload::valid_days()), problems)
        .hint(t(do_not_call_upload::valid_days_hint()));
    view! {
        {kind}
        {name.input("text", &form.name, &off)}
        {sector.select(&form.sector, sectors)}
        <div class="fields">
            {as_of.input("date", &form.as_of, &[])}
            {valid_days.input("text", &form.valid_days, &[("inputmode", "numeric"), ("autocomplete", "off")])}
        </div>
    }
    .into_any()
}

/// The box stands where the list was refused because it is older than the one that it would replace.
fn replace_newer(form: &ListForm, problems: &[FormProblem]) -> Option<AnyView> {
    let problem = problem_of("replace_newer", problems);
    (problem.is_some() || form.replace_newer).then(|| {
        view! {
            <Choice
                kind="checkbox"
                id="replace_newer"
                name="replace_newer"
                value="true"
                label=t(do_not_call_upload::replace_newer())
                checked=form.replace_newer
                problem=problem
            />
        }
        .into_any()
    })
}
