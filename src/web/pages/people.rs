//! The people, for administrators.

use leads::Role;
use leads::views::{InvitationView, PeopleView, PersonView};
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::components::shown_once::ShownOnce;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, InviteForm, NewLink};
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
        people,
        invitations,
    } = view;
    let problems = refused.problems.clone();
    let rows = people.into_iter().map(person_row).collect_view();
    view! {
        <PageTitle text="People" error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        <div class="page-head">
            <div>
                <h1>"People"</h1>
                <p>"Who can sign in to Coxswain, and who is invited. Roles are for this account; administrators have every account. “Last seen” is accurate to five minutes."</p>
            </div>
            <a class="button" href=paths::settings()>"Settings"</a>
        </div>
        {made.map(|NewLink { text, link }| view! { <ShownOnce text=text secret=link what="link" /> })}
        <section class="card" id="people">
            <Table
                label="People"
                cards=true
                columns=vec![
                    Column::words("Person"),
                    Column::words("Role"),
                    Column::words("Added"),
                    Column::words("Last seen"),
                    Column::words("Access"),
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
    let is_caller = person.is_caller.then_some(" (you)");
    let seen = match person.seen.clone() {
        Some(at) => view! { <Time moment=at /> }.into_any(),
        None => "Never".into_any(),
    };
    let since = person.since.clone();
    view! {
        <tr>
            <td class="name">
                <span class="title">{person.name.clone()} {is_caller}</span>
                <small>{person.email.clone()} {person.has_second_factor.then_some(" · has a second factor")}</small>
            </td>
            <td data-label="Role">{role}</td>
            <td data-label="Added"><Time moment=since /></td>
            <td data-label="Last seen">{seen}</td>
            <td data-label="Access">{access(person)}</td>
        </tr>
    }
    .into_any()
}

/// What stands in the form for somebody who may not work in the account.
const NO_ROLE: (&str, &str) = ("none", "No role");

fn role_form(person: &PersonView) -> AnyView {
    let id = format!("role-{}", person.id);
    let label = format!("Role of {}", person.name);
    let roles = Role::ALL.map(Some).into_iter().chain([None]);
    let options = roles
        .map(|role| {
            let selected = role == person.role;
            let (key, label) = role.map_or(NO_ROLE, |role| (role.key(), role.label()));
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
                "Change"<span class="visually-hidden">{format!(" role of {}", person.name)}</span>
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
                <span>"Disabled " <Time moment=since /></span>
                <PostButton action=paths::enable_person() hidden=hidden() text="Enable" />
            </div>
        }
        .into_any();
    }
    let reset = (!person.is_caller).then(|| {
        view! {
            <Asking
                id=format!("reset-{}", person.id)
                question=format!("Start a password reset for {}?", person.name)
                text="Start a reset"
                opens="Reset password…"
                about=person.name.clone()
                opener="link"
                action=paths::start_reset()
                hidden=hidden()
                class="primary"
            >
                <p>"You get a link to send them. It works once and expires in one hour. Their current password works until they use it."</p>
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
                question=format!("Disable {}?", person.name)
                text="Disable"
                about=person.name.clone()
                opener="link"
                action=paths::disable_person()
                hidden=hidden()
                class="danger"
            >
                <p>"They are signed out everywhere at once and cannot sign in again. Invitations and reset links that they made stop working. Their tasks and drafts stay."</p>
            </Asking>
        </div>
    }
    .into_any()
}

fn remove_factors(person: &PersonView) -> AnyView {
    view! {
        <Asking
            id=format!("factors-{}", person.id)
            question=format!("Remove the second factors of {}?", person.name)
            text="Remove second factors"
            about=person.name.clone()
            opener="link"
            action=paths::remove_factors()
            hidden=vec![("person", person.id.clone())]
            class="danger"
        >
            <p>"Do this only if they have lost them and you are sure who is asking. They are signed out everywhere, and their password stops working. You get a link to send them, with which they choose a new password. It works once and expires in one hour."</p>
        </Asking>
    }
    .into_any()
}

fn open_invitations(invitations: Vec<InvitationView>) -> AnyView {
    let rows = invitations
        .into_iter()
        .enumerate()
        .map(|(place, invitation)| {
            let verb = if invitation.is_over {
                "Expired "
            } else {
                "Until "
            };
            let hidden = vec![("email", invitation.email.clone())];
            view! {
                <tr>
                    <td class="name">
                        <span class="title">{invitation.name}</span>
                        <small>{invitation.email.clone()}</small>
                    </td>
                    <td data-label="Role">{invitation.role.label()}</td>
                    <td data-label="Link"><span>{verb} <Time moment=invitation.until /></span></td>
                    <td data-label="Revoke">
                        <Asking
                            id=format!("revoke-{place}")
                            question=format!("Revoke the invitation for {}?", invitation.email)
                            text="Revoke"
                            about=invitation.email.clone()
                            opener="link"
                            action=paths::revoke_invitation()
                            hidden=hidden
                            class="danger"
                        >
                            <p>"The link stops working at once."</p>
                        </Asking>
                    </td>
                </tr>
            }
        })
        .collect_view();
    let columns = vec![
        Column::words("Invited"),
        Column::words("Role"),
        Column::words("Link"),
        Column::words("Revoke"),
    ];
    view! {
        <section class="card" id="invitations">
            <header><h2>"Open invitations"</h2></header>
            <Table label="Open invitations" cards=true columns=columns>{rows}</Table>
        </section>
    }
    .into_any()
}

fn invite(refused: FormState<InviteForm>) -> AnyView {
    let FormState {
        values, problems, ..
    } = refused;
    let name = Field::new("name", "Name", &problems);
    let email = Field::new("email", "Email", &problems).hint("They use it to sign in.");
    let role = Field::new("role", "Role", &problems);
    let choice = |role: Role| (role.key().to_owned(), role.label().to_owned());
    let roles = Role::ALL.map(choice).to_vec();
    let meanings = Role::ALL.map(|role| fact(role.label(), role.description()));
    let off = [("autocomplete", "off")];
    view! {
        <form class="card narrow" method="post" action=paths::people() novalidate>
            <header><h2>"Invite somebody"</h2></header>
            <div class="body stack">
                <p>"You get a link to send them. It works once and expires in 24 hours. They choose their own password."</p>
                {name.input("text", &values.name, &off)}
                {email.input("email", &values.email, &[("autocomplete", "off"), ("spellcheck", "false")])}
                {role.select(&values.role, roles)}
                <Facts pairs=meanings.to_vec() />
                <div><button class="button primary" type="submit">"Invite"</button></div>
            </div>
        </form>
    }
    .into_any()
}
