//! The people, for administrators.

use leads::Role;
use leads::views::{InvitationView, PeopleView, PersonView};
use leptos::prelude::*;
use localization::sort_by_name;

use crate::web::components::asking::Asking;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::message::{with_hidden, with_time};
use crate::web::components::moment::Time;
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::components::shown_once::ShownOnce;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, InviteForm, NewLink};
use crate::web::language::{language, t};
use crate::web::messages::{people, settings};
use crate::web::pages::load::in_layout;
use crate::web::paths;
use crate::web::request::caller::request;

/// The people; administrators only.
async fn read() -> Result<PeopleView, AppError> {
    let request = request().await?;
    Ok(backend::people::view(&request.backend, &request.caller, request.now).await?)
}

/// The people, the form that invites somebody as it was refused if it was, and the link that was just made.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let refused = FormState::<InviteForm>::take().unwrap_or_default();
    let made = FormState::<NewLink>::take().map(|made| made.values);
    in_layout(Section::Settings, read(), move |view| {
        draw(view, refused, made)
    })
}

fn draw(view: PeopleView, refused: FormState<InviteForm>, made: Option<NewLink>) -> AnyView {
    let PeopleView {
        mut people,
        invitations,
    } = view;
    sort_by_name(&mut people, language(), |person| &person.name);
    let problems = refused.problems.clone();
    let rows = people.into_iter().map(person_row).collect_view();
    view! {
        <PageTitle text=t(people::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        <div class="page-head">
            <div>
                <h1>{t(people::page_title())}</h1>
                <p>{t(people::explained())}</p>
            </div>
            <a class="button" href=paths::settings()>{t(settings::page_title())}</a>
        </div>
        {made.map(|NewLink { text, link }| view! { <ShownOnce text=t(text) secret=link copy=t(people::copy_link()) /> })}
        <section class="card" id="people">
            <Table
                label=t(people::page_title())
                cards=true
                columns=vec![
                    Column::words(t(people::person())),
                    Column::words(t(people::role())),
                    Column::words(t(people::added())),
                    Column::words(t(people::last_seen())),
                    Column::words(t(people::access())),
                ]
            >
                {rows}
            </Table>
        </section>
        {(!invitations.is_empty()).then(|| open_invitations(invitations))}
        {invite(refused)}
    }
    .into_any()
}

fn person_row(person: PersonView) -> AnyView {
    let role = role_form(&person);
    let name = match person.is_caller {
        true => t(people::you(&person.name)),
        false => person.name.clone(),
    };
    let factor = person.has_second_factor;
    let factor = factor.then(|| format!(" · {}", t(people::has_second_factor())));
    let seen = match person.seen.clone() {
        Some(at) => view! { <Time moment=at /> }.into_any(),
        None => t(people::never_seen()).into_any(),
    };
    let since = person.since.clone();
    view! {
        <tr>
            <td class="name">
                <span class="title">{name}</span>
                <small>{person.email.clone()} {factor}</small>
            </td>
            <td data-label=t(people::role())>{role}</td>
            <td data-label=t(people::added())><Time moment=since /></td>
            <td data-label=t(people::last_seen())>{seen}</td>
            <td data-label=t(people::access())>{access(person)}</td>
        </tr>
    }
    .into_any()
}

/// What the form posts for somebody who may not work in the account.
const NO_ROLE: &str = "none";

fn role_form(person: &PersonView) -> AnyView {
    let id = format!("role-{}", person.id);
    let label = t(people::role_of(&person.name));
    let roles = Role::ALL.map(Some).into_iter().chain([None]);
    let options = roles
        .map(|role| {
            let selected = role == person.role;
            let (key, label) = match role {
                Some(role) => (role.key(), t(role.message())),
                None => (NO_ROLE, t(people::no_role())),
            };
            view! { <option value=key selected=selected>{label}</option> }
        })
        .collect_view();
    view! {
        <form class="row" method="post" action=paths::change_role()>
            <HiddenValues values=vec![("person", person.id.clone())] />
            <div class="field">
                <label class="visually-hidden" for=id.clone()>{label}</label>
                <select id=id name="role">{options}</select>
            </div>
            <button class="button" type="submit">
                {with_hidden(&people::change_role(&person.name))}
            </button>
        </form>
    }
    .into_any()
}

fn access(person: PersonView) -> AnyView {
    let hidden = || vec![("person", person.id.clone())];
    if let Some(since) = person.disabled.clone() {
        return view! {
            <div class="row">
                <span>{with_time(since, people::disabled)}</span>
                <PostButton action=paths::enable_person() hidden=hidden() text=t(people::enable()) />
            </div>
        }
        .into_any();
    }
    let reset = (!person.is_caller).then(|| {
        view! {
            <Asking
                id=format!("reset-{}", person.id)
                question=t(people::reset_question(&person.name))
                text=t(people::start_reset())
                opens=t(people::reset_password())
                about=person.name.clone()
                opener="link"
                action=paths::start_reset()
                hidden=hidden()
                class="primary"
            >
                <p>{t(people::reset_explained())}</p>
            </Asking>
        }
    });
    let factors = (!person.is_caller && person.has_second_factor).then(|| remove_factors(&person));
    view! {
        <div class="row">
            {reset}
            {factors}
            <Asking
                id=format!("disable-{}", person.id)
                question=t(people::disable_question(&person.name))
                text=t(people::disable())
                about=person.name.clone()
                opener="link"
                action=paths::disable_person()
                hidden=hidden()
                class="danger"
            >
                <p>{t(people::disable_explained())}</p>
            </Asking>
        </div>
    }
    .into_any()
}

fn remove_factors(person: &PersonView) -> AnyView {
    view! {
        <Asking
            id=format!("factors-{}", person.id)
            question=t(people::remove_factors_question(&person.name))
            text=t(people::remove_factors())
            about=person.name.clone()
            opener="link"
            action=paths::remove_factors()
            hidden=vec![("person", person.id.clone())]
            class="danger"
        >
            <p>{t(people::remove_factors_explained())}</p>
        </Asking>
    }
    .into_any()
}

fn open_invitations(invitations: Vec<InvitationView>) -> AnyView {
    let rows = invitations
        .into_iter()
        .enumerate()
        .map(|(place, invitation)| {
            let until = match invitation.is_over {
                true => with_time(invitation.until, people::expired),
                false => with_time(invitation.until, people::valid_until),
            };
            let hidden = vec![("email", invitation.email.clone())];
            view! {
                <tr>
                    <td class="name">
                        <span class="title">{invitation.name}</span>
                        <small>{invitation.email.clone()}</small>
                    </td>
                    <td data-label=t(people::role())>{t(invitation.role.message())}</td>
                    <td data-label=t(people::link())><span>{until}</span></td>
                    <td data-label=t(people::revoke())>
                        <Asking
                            id=format!("revoke-{place}")
                            question=t(people::revoke_question(&invitation.email))
                            text=t(people::revoke())
                            about=invitation.email.clone()
                            opener="link"
                            action=paths::revoke_invitation()
                            hidden=hidden
                            class="danger"
                        >
                            <p>{t(people::revoke_explained())}</p>
                        </Asking>
                    </td>
                </tr>
            }
        })
        .collect_view();
    let columns = vec![
        Column::words(t(people::invited())),
        Column::words(t(people::role())),
        Column::words(t(people::link())),
        Column::words(t(people::revoke())),
    ];
    view! {
        <section class="card" id="invitations">
            <header><h2>{t(people::open_invitations())}</h2></header>
            <Table label=t(people::open_invitations()) cards=true columns=columns>{rows}</Table>
        </section>
    }
    .into_any()
}

fn invite(refused: FormState<InviteForm>) -> AnyView {
    let FormState {
        values, problems, ..
    } = refused;
    let name = Field::new("name", t(people::name()), &problems);
    let email = Field::new("email", t(people::email()), &problems).hint(t(people::email_hint()));
    let role = Field::new("role", t(people::role()), &problems);
    let choice = |role: Role| (role.key().to_owned(), t(role.message()));
    let roles = Role::ALL.map(choice).to_vec();
    let meanings = Role::ALL.map(|role| fact(t(role.message()), t(role.description())));
    let off = [("autocomplete", "off")];
    view! {
        <form class="card narrow" method="post" action=paths::people() novalidate>
            <header><h2>{t(people::invite_somebody())}</h2></header>
            <div class="body stack">
                <p>{t(people::invite_explained())}</p>
                {name.input("text", &values.name, &off)}
                {email.input("email", &values.email, &[("autocomplete", "off"), ("spellcheck", "false")])}
                {role.select(&values.role, roles)}
                <Facts pairs=meanings.to_vec() />
                <div><button class="button primary" type="submit">{t(people::invite())}</button></div>
            </div>
        </form>
    }
    .into_any()
}
