//! A person's own page: name, password, second factors, sessions, and what happened to the account lately.

mod factors;

use leads::Beside;
use leads::views::{FormProblem, OwnEvent, ProfileView, SessionView};
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::badge::Badge;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::moment::Time;
use crate::web::components::post_button::PostButton;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, OwnName, OwnPassword};
use crate::web::pages::load::in_layout;
use crate::web::paths;
use crate::web::request::caller::request;
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
    let facts = vec![fact("Email", view.email), fact("Role", view.role.label())];
    let beside = Beside::of(!view.factors.is_empty());
    let factors = factors::section(view.factors);
    let name_field = Field::new("name", "Name", name_problems);
    view! {
        <PageTitle text="Profile" error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        <div class="page-head">
            <div>
                <h1>"Profile"</h1>
                <p>"Your name, your password, your second factors and where you are signed in."</p>
            </div>
        </div>
        <form class="card narrow" method="post" action=paths::profile() novalidate>
            <header><h2>"You"</h2></header>
            <div class="body stack">
                <Facts pairs=facts />
                {name_field.input("text", name, &[("autocomplete", "name")])}
                <div><button class="button primary" type="submit">"Save name"</button></div>
            </div>
        </form>
        {password(password_problems, beside)}
        {factors}
        {sessions(view.sessions)}
        {recent(view.recent)}
    }
    .into_any()
}

fn password(problems: &[FormProblem], beside: Beside) -> AnyView {
    let current = Field::new("current", "Current password", problems);
    let new = Field::new("password", "New password", problems).hint(beside.hint());
    view! {
        <form class="card narrow" method="post" action=paths::own_password() novalidate>
            <header><h2>"Password"</h2></header>
            <div class="body stack">
                <p>"A new password ends your other sessions. Invitations and reset links that you made stop working."</p>
                {current.input("password", "", &[("autocomplete", "current-password")])}
                {new.input("password", "", &[("autocomplete", "new-password")])}
                <div><button class="button primary" type="submit">"Change password"</button></div>
            </div>
        </form>
    }
    .into_any()
}

fn sessions(sessions: Vec<SessionView>) -> AnyView {
    let has_others = sessions.len() > 1;
    let rows = sessions.into_iter().map(session_row).collect_view();
    let columns = vec![
        Column::words("Browser and system"),
        Column::words("Signed in"),
        Column::words("Last used"),
        Column::words("Ends no later than"),
        Column::words("End"),
    ];
    view! {
        <section class="card" id="sessions">
            <header><h2>"Where you are signed in"</h2></header>
            <div class="body stack">
                <p>"A session ends 12 hours after its last use, or 7 days after you signed in, whichever comes first. “Last used” is accurate to five minutes."</p>
            </div>
            <Table label="Your sessions" cards=true columns=columns>{rows}</Table>
            {has_others.then(end_others)}
        </section>
    }
    .into_any()
}

fn session_row(session: SessionView) -> AnyView {
    let end = if session.is_this {
        view! { <Badge tone=Tone::Good word="This session" /> }.into_any()
    } else {
        let hidden = vec![("session", session.id)];
        view! { <PostButton action=paths::end_session() hidden=hidden text="End" /> }.into_any()
    };
    view! {
        <tr>
            <td class="name"><span class="title">{session.device}</span></td>
            <td data-label="Signed in"><Time moment=session.signed_in /></td>
            <td data-label="Last used"><Time moment=session.seen /></td>
            <td data-label="Ends no later than"><Time moment=session.until /></td>
            <td data-label="End">{end}</td>
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
        Column::words("What"),
        Column::words("When"),
        Column::words("Browser and system"),
    ];
    view! {
        <section class="card" id="recent">
            <header><h2>"What happened lately"</h2></header>
            <div class="body stack">
                <p>"Sign-ins with your email and changes to your account. If one was not you, change your password and tell an administrator."</p>
            </div>
            <Table label="What happened lately" cards=true columns=columns>{rows}</Table>
        </section>
    }
    .into_any()
}

fn recent_row(event: OwnEvent) -> AnyView {
    let refused = event
        .is_refused
        .then(|| view! { <Badge tone=Tone::Warn word="Refused" /> });
    let by = event
        .by_other
        .map(|name| view! { <small>{format!("By {name}")}</small> });
    view! {
        <tr>
            <td class="name"><span class="title">{event.sentence}</span> {refused} {by}</td>
            <td data-label="When"><Time moment=event.at /></td>
            <td data-label="Browser and system">{event.device.unwrap_or_else(|| "–".to_owned())}</td>
        </tr>
    }
    .into_any()
}

fn end_others() -> AnyView {
    view! {
        <div class="body">
            <Asking
                id="end-others".to_owned()
                question="End all other sessions?"
                text="End all other sessions"
                opener="button"
                action=paths::end_other_sessions()
                hidden=Vec::new()
                class="danger"
            >
                <p>"Every browser but this one has to sign in again."</p>
            </Asking>
        </div>
    }
    .into_any()
}
