//! A person's own page: name, password, second factors, sessions, and what happened to the account lately.

mod factors;

use leads::Beside;
use leads::views::{FormProblem, OwnEvent, ProfileView, SessionView};
use leptos::prelude::*;
use localization::Language;

use crate::web::components::asking::Asking;
use crate::web::components::badge::Badge;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, OwnName, OwnPassword};
use crate::web::language::t;
use crate::web::messages::{languages, profile};
use crate::web::pages::load::in_layout;
use crate::web::paths;
use crate::web::request::caller::{chosen_language, request};
use leads::states::Tone;

async fn read() -> Result<ProfileView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let current = request.session_handle();
    Ok(backend::people::profile(backend, caller, now, current.as_ref()).await?)
}

/// The own page, with the form that was refused if one was.
#[component]
pub fn ProfilePage() -> impl IntoView {
    let name = FormState::<OwnName>::take();
    let password = FormState::<OwnPassword>::take();
    in_layout(Section::Elsewhere, read(), move |view: ProfileView| {
        let password = password.map(|refused| refused.problems).unwrap_or_default();
        let (name, name_problems) = match name {
            Some(refused) => (refused.values.0, refused.problems),
            None => (view.name.clone(), Vec::new()),
        };
        draw(view, &name, &name_problems, &password)
    })
}

fn draw(
    view: ProfileView,
    name: &str,
    name_problems: &[FormProblem],
    password_problems: &[FormProblem],
) -> AnyView {
    let problems = [name_problems, password_problems].concat();
    let facts = vec![
        fact(t(profile::email()), view.email),
        fact(t(profile::role()), t(view.role.message())),
    ];
    let beside = Beside::of(!view.factors.is_empty());
    let factors = factors::section(view.factors);
    let name_field = Field::new("name", t(profile::name()), name_problems);
    view! {
        <PageTitle text=t(profile::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        <div class="page-head">
            <div>
                <h1>{t(profile::page_title())}</h1>
                <p>{t(profile::explained())}</p>
            </div>
        </div>
        <form class="card narrow" method="post" action=paths::profile() novalidate>
            <header><h2>{t(profile::you())}</h2></header>
            <div class="body stack">
                <Facts pairs=facts />
                {name_field.input("text", name, &[("autocomplete", "name")])}
                <div><button class="button primary" type="submit">{t(profile::save_name())}</button></div>
            </div>
        </form>
        {language_form(chosen_language())}
        {password(password_problems, beside)}
        {factors}
        {sessions(view.sessions)}
        {recent(view.recent)}
    }
    .into_any()
}

/// What the person reads in. It holds at once, and with every browser.
fn language_form(chosen: Option<Language>) -> AnyView {
    let by_browser =
        view! { <option value="" selected=chosen.is_none()>{t(languages::by_browser())}</option> };
    let options = Language::ALL.map(|language| {
        let is_chosen = chosen == Some(language);
        view! {
            <option value=language.tag() lang=language.tag() selected=is_chosen>{language.own_name()}</option>
        }
    });
    let field = Field::new("language", t(languages::language()), &[]).hint(t(languages::hint()));
    let select = view! {
        <select id="language" name="language" aria-describedby=field.described_by()>{by_browser} {options.collect_view()}</select>
    };
    view! {
        <form class="card narrow" method="post" action=paths::language()>
            <header><h2>{t(languages::language())}</h2></header>
            <div class="body stack">
                <HiddenValues values=vec![("next", paths::profile())] />
                {field.draw(select.into_any())}
                <div><button class="button primary" type="submit">{t(languages::save())}</button></div>
            </div>
        </form>
    }
    .into_any()
}

fn password(problems: &[FormProblem], beside: Beside) -> AnyView {
    let current = Field::new("current", t(profile::current_password()), problems);
    let new = Field::new("password", t(profile::new_password()), problems).hint(t(beside.hint()));
    view! {
        <form class="card narrow" method="post" action=paths::own_password() novalidate>
            <header><h2>{t(profile::password())}</h2></header>
            <div class="body stack">
                <p>{t(profile::password_explained())}</p>
                {current.input("password", "", &[("autocomplete", "current-password")])}
                {new.input("password", "", &[("autocomplete", "new-password")])}
                <div><button class="button primary" type="submit">{t(profile::change_password())}</button></div>
            </div>
        </form>
    }
    .into_any()
}

fn sessions(sessions: Vec<SessionView>) -> AnyView {
    let has_others = sessions.len() > 1;
    let rows = sessions.into_iter().map(session_row).collect_view();
    let columns = vec![
        Column::words(t(profile::device())),
        Column::words(t(profile::signed_in())),
        Column::words(t(profile::last_used())),
        Column::words(t(profile::ends())),
        Column::words(t(profile::end())),
    ];
    view! {
        <section class="card" id="sessions">
            <header><h2>{t(profile::sessions())}</h2></header>
            <div class="body stack">
                <p>{t(profile::sessions_explained())}</p>
            </div>
            <Table label=t(profile::your_sessions()) cards=true columns=columns>{rows}</Table>
            {has_others.then(end_others)}
        </section>
    }
    .into_any()
}

fn session_row(session: SessionView) -> AnyView {
    let end = if session.is_this {
        view! { <Badge tone=Tone::Good word=t(profile::this_session()) /> }.into_any()
    } else {
        let hidden = vec![("session", session.id)];
        view! { <PostButton action=paths::end_session() hidden=hidden text=t(profile::end()) /> }
            .into_any()
    };
    view! {
        <tr>
            <td class="name"><span class="title">{t(session.device)}</span></td>
            <td data-label=t(profile::signed_in())><Time moment=session.signed_in /></td>
            <td data-label=t(profile::last_used())><Time moment=session.seen /></td>
            <td data-label=t(profile::ends())><Time moment=session.until /></td>
            <td data-label=t(profile::end())>{end}</td>
        </tr>
    }
    .into_any()
}

fn recent(events: Vec<OwnEvent>) -> AnyView {
    if events.is_empty() {
        return ().into_any();
    }
    let rows = events.into_iter().map(recent_row).collect_view();
    let columns = vec![
        Column::words(t(profile::what())),
        Column::words(t(profile::when())),
        Column::words(t(profile::device())),
    ];
    view! {
        <section class="card" id="recent">
            <header><h2>{t(profile::recent())}</h2></header>
            <div class="body stack">
                <p>{t(profile::recent_explained())}</p>
            </div>
            <Table label=t(profile::recent()) cards=true columns=columns>{rows}</Table>
        </section>
    }
    .into_any()
}

fn recent_row(event: OwnEvent) -> AnyView {
    let refused = event
        .is_refused
        .then(|| view! { <Badge tone=Tone::Warn word=t(profile::refused()) /> });
    let by = event
        .by_other
        .map(|name| view! { <small>{t(profile::by(name))}</small> });
    view! {
        <tr>
            <td class="name"><span class="title">{t(event.sentence)}</span> {refused} {by}</td>
            <td data-label=t(profile::when())><Time moment=event.at /></td>
            <td data-label=t(profile::device())>{event.device.map_or_else(|| "–".to_owned(), t)}</td>
        </tr>
    }
    .into_any()
}

fn end_others() -> AnyView {
    view! {
        <div class="body">
            <Asking
                id="end-others".to_owned()
                question=t(profile::end_others_question())
                text=t(profile::end_others())
                opener="button"
                action=paths::end_other_sessions()
                hidden=Vec::new()
                class="danger"
            >
                <p>{t(profile::end_others_explained())}</p>
            </Asking>
        </div>
    }
    .into_any()
}
