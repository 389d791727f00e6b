//! The form of a do-not-call list that is uploaded; administrators only.

use backend::do_not_call::{ListForm, ListView};
use leads::do_not_call::DoNotCallKind;
use leads::views::FormProblem;
use leads::{Action, Sector};
use leptos::prelude::*;
use localization::Message;

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
    if list.is_empty() {
        return Ok((new_form(), None));
    }
    let view = backend::do_not_call::view(backend, caller, now).await?;
    let mut lists = view.lists.into_iter();
    let replaced = lists.find(|known| known.id.to_string() == list);
    let replaced = replaced.filter(|list| list.kind != DoNotCallKind::Own);
    let replaced = replaced.ok_or_else(AppError::not_found)?;
    Ok((newer(&replaced), Some(replaced.name)))
}

/// The day of the list is for whoever uploads it to say: today's would make an old one count as current. How long it counts as current
/// follows from its kind.
fn new_form() -> ListForm {
    ListForm {
        kind: DoNotCallKind::Client.key().to_owned(),
        sector: "every".to_owned(),
        ..ListForm::default()
    }
}

fn newer(list: &ListView) -> ListForm {
    let days = list.currency.map(|(_, days, _)| days);
    ListForm {
        list: list.id.to_string(),
        kind: list.kind.key().to_owned(),
        name: list.name.clone(),
        sector: list.sector.map_or("every", Sector::key).to_owned(),
        as_of: String::new(),
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
        false => kind_field(form, problems),
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
        .hint(t(valid_days_hint()));
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

/// Choosing a kind puts what is proposed for it into the fields `sector` and `valid_days`.
fn kind_field(form: &ListForm, problems: &[FormProblem]) -> AnyView {
    let field = Field::new("kind", t(do_not_call_upload::kind()), problems);
    let kinds = DoNotCallKind::IMPORTED.map(|kind| {
        let key = kind.key();
        let proposed = kind.defaults();
        let sector = proposed.sector.map_or("every", Sector::key);
        let selected = form.kind == key;
        view! {
            <option
                value=key
                selected=selected
                data-sector=sector
                data-valid_days=proposed.valid_days
            >
                {t(kind.message())}
            </option>
        }
    });
    let control = view! {
        <select
            id="kind"
            name="kind"
            data-shows=""
            aria-invalid=field.invalid()
            aria-describedby=field.described_by()
        >
            {kinds.collect_view()}
        </select>
    };
    field.draw(control.into_any())
}

/// How long a list of each kind counts as current where nothing is typed.
fn valid_days_hint() -> Message {
    let days = |kind: DoNotCallKind| kind.defaults().valid_days;
    do_not_call_upload::valid_days_hint(
        days(DoNotCallKind::Client),
        days(DoNotCallKind::Ncpr),
        days(DoNotCallKind::Repep),
        days(DoNotCallKind::Reus),
    )
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
