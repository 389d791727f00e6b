//! The account's settings, for administrators.

pub mod credentials;
mod lines;
pub mod place;
mod pushes;

use leads::views::{AccountForm, CredentialsView, FormProblem, PushesView, SettingsView};
use leptos::prelude::*;
use localization::Language;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::components::layout::Section;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::purpose::purpose_fields;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, NewPushAddress, RefusedCredentials};
use crate::web::language::t;
use crate::web::messages::{
    accounts, audit, calling_rules, erasures, languages, people, retention, settings,
};
use crate::web::pages::load::{drawn_for, in_layout};
use crate::web::paths;
use crate::web::request::caller::request;
use credentials::credentials;
use lines::lines;
use place::place;
use pushes::{pushes, shown_once};

/// The settings; administrators only.
async fn read() -> Result<(SettingsView, PushesView, CredentialsView), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let pushes = backend::pushes::view(backend, caller, now).await?;
    let credentials = backend::credentials::view(backend, caller, now).await?;
    let mut view = backend::accounts::settings(&request.caller, request.now)?;
    if let Some(typed) = request.typed_into(&paths::settings()) {
        view.form = typed.settings();
        view.is_typed = true;
    }
    Ok((view, pushes, credentials))
}

/// The stored settings, or the form as it was refused.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let refused = FormState::<AccountForm>::take();
    let made = FormState::<NewPushAddress>::take().map(|made| made.values);
    let wrong_credentials = FormState::<RefusedCredentials>::take();
    let wrong_credentials = wrong_credentials.map_or_else(Vec::new, |refused| refused.problems);
    in_layout(
        Section::Settings,
        read(),
        move |(stored, pushes, credentials): (SettingsView, PushesView, CredentialsView)| {
            let settings = match refused {
                None => stored,
                Some(refused) => SettingsView {
                    form: refused.values,
                    problems: refused.problems,
                    is_typed: true,
                    ..stored
                },
            };
            let credentials = (credentials, wrong_credentials);
            draw(settings, (&pushes, made), credentials)
        },
    )
}

fn draw(
    view: SettingsView,
    (push_address, made): (&PushesView, Option<NewPushAddress>),
    (stored, wrong): (CredentialsView, Vec<FormProblem>),
) -> AnyView {
    let SettingsView { form, problems, .. } = &view;
    let name = Field::new("name", t(settings::name()), problems).hint(t(settings::name_hint()));
    let language = Field::new("language", t(languages::language()), problems)
        .hint(t(settings::language_hint()));
    let languages = Language::ALL.map(|each| (each.tag().to_owned(), each.own_name().to_owned()));
    let wrong_fields: Vec<FormProblem> = problems.iter().chain(&wrong).cloned().collect();
    // What was typed and never saved counts as changed from the start.
    let guard = if view.is_typed { "changed" } else { "" };
    view! {
        <PageTitle text=t(settings::page_title()) error=!wrong_fields.is_empty() />
        <ErrorSummary problems=wrong_fields />
        <div class="page-head">
            <div>
                <h1>{t(settings::page_title())}</h1>
                <p>{t(settings::explained())}</p>
            </div>
            <nav class="row" aria-label=t(settings::more())>
                <a class="button" href=paths::calling_rules()>{t(calling_rules::page_title())}</a>
                <a class="button" href=paths::accounts()>{t(accounts::page_title())}</a>
                <a class="button" href=paths::retention()>{t(retention::page_title())}</a>
                <a class="button" href=paths::erasures()>{t(erasures::page_title())}</a>
                <a class="button" href=paths::people()>{t(people::page_title())}</a>
                <a class="button" href=paths::audit()>{t(audit::page_title())}</a>
            </nav>
        </div>
        {made.map(shown_once)}
        <form class="stack narrow" method="post" action=paths::settings() novalidate data-guard=guard>
            <HiddenValues values=vec![drawn_for()] />
            <section class="card">
                <header><h2>{t(settings::account())}</h2></header>
                <div class="body stack">
                    {name.input("text", &form.name, &[("autocomplete", "off")])}
                    {language.select(&form.language, languages.to_vec())}
                </div>
            </section>
            <section class="card">
                <header><h2>{t(settings::numbers_and_time())}</h2></header>
                <div class="body stack">{place(&view)}</div>
            </section>
            <section class="card">
                <header><h2>{t(settings::calling_rule())}</h2></header>
                <div class="body stack">{calling_rule(form, problems)}</div>
            </section>
            <section class="card">
                <header><h2>{t(settings::sending())}</h2></header>
                <div class="body stack">
                    {lines(form, problems)}
                    {sending(form, problems)}
                </div>
                <div class="sticky-actions">
                    <button class="button primary" type="submit" data-next="">{t(settings::save())}</button>
                </div>
            </section>
        </form>
        {credentials(&stored, &wrong)}
        {pushes(push_address)}
    }
    .into_any()
}

/// What decides which calling rule counts, and what it may ask of a task.
fn calling_rule(form: &AccountForm, problems: &[FormProblem]) -> AnyView {
    let sectors = leads::Sector::ALL.iter();
    let sectors = sectors.map(|sector| (sector.key().to_owned(), t(sector.message())));
    let sector =
        Field::new("sector", t(settings::sector()), problems).hint(t(settings::sector_hint()));
    view! {
        {sector.select(&form.sector, sectors.collect())}
        {purpose_fields([&form.list_purpose, &form.list_source, &form.legal_basis], problems)}
        <p class="hint">{t(settings::purpose())}</p>
    }
    .into_any()
}

fn sending(form: &AccountForm, problems: &[FormProblem]) -> AnyView {
    let platform = Field::new("platform", t(settings::platform()), problems)
        .hint(t(settings::platform_hint()));
    let batch_size = Field::new("batch_size", t(settings::batch_size()), problems)
        .hint(t(settings::batch_size_hint()));
    let cooldown_days = Field::new("cooldown_days", t(settings::cooldown()), problems)
        .hint(t(settings::cooldown_hint()));
    let number = [("inputmode", "numeric"), ("autocomplete", "off")];
    view! {
        {platform.input("text", &form.platform, &[("autocomplete", "off")])}
        <div class="fields">
            {batch_size.input("text", &form.batch_size, &number)}
            {cooldown_days.input("text", &form.cooldown_days, &number)}
        </div>
        <Choice
            kind="checkbox"
            id="dnc_arranged"
            name="dnc_arranged"
            value="true"
            label=t(settings::dnc_arranged())
            hint=t(settings::dnc_arranged_hint())
            checked=form.dnc_arranged
            problem=problem_of("dnc_arranged", problems)
        />
        <Choice
            kind="checkbox"
            id="fill_notes"
            name="fill_notes"
            value="true"
            label=t(settings::fill_notes())
            hint=t(settings::fill_notes_hint())
            checked=form.fill_notes
        />
        <Choice
            kind="checkbox"
            id="two_persons"
            name="two_persons"
            value="true"
            label=t(settings::two_persons())
            hint=t(settings::two_persons_hint())
            checked=form.two_persons
        />
    }
    .into_any()
}
