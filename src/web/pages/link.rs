//! The page of a one-time link: an invitation, or a reset of the password. Opening it changes nothing, however often.

use backend::people::{self, LinkError};
use leads::views::{LinkPurpose, LinkView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::facts::{Facts, fact};
use crate::web::components::field::Field;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, LinkForm};
use crate::web::language::t;
use crate::web::messages::{link, sign_in};
use crate::web::pages::load::in_centered_layout;
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::visitor;
use crate::web::request::page_status::set_page_status;

/// What the link is for, or why it does not work.
async fn read(key: String) -> Result<Result<LinkView, String>, AppError> {
    let visitor = visitor().await?;
    let (backend, now) = (&visitor.backend, visitor.now);
    match people::look_at(backend, now, &key).await {
        Ok(link) => Ok(Ok(link)),
        Err(LinkError::Failed(error)) => Err(error.into()),
        Err(LinkError::Expired) => Ok(Err(broken(link::expired()))),
        // Whoever only looks is never made to wait.
        Err(LinkError::Gone | LinkError::Wait { .. }) => Ok(Err(broken(link::gone()))),
    }
}

/// Why a link does not work, for its page.
fn broken(sentence: Message) -> String {
    set_page_status(410);
    t(sentence)
}

/// The form of the link, or why there is none.
#[component]
pub fn LinkPage() -> impl IntoView {
    let key = path_value("key");
    let refused = FormState::<LinkForm>::take();
    in_centered_layout(read(key.clone()), move |link| match link {
        Ok(link) => draw(link, key, refused),
        Err(sentence) => does_not_work(sentence),
    })
}

fn does_not_work(sentence: String) -> AnyView {
    view! {
        <PageTitle text=t(link::broken_title()) error=true />
        <section class="card problem">
            <div class="body stack">
                <h1>{t(link::broken_title())}</h1>
                <p>{sentence}</p>
                <div class="row"><a class="button" href=paths::sign_in()>{t(sign_in::submit())}</a></div>
            </div>
        </section>
    }
    .into_any()
}

fn draw(link: LinkView, key: String, refused: Option<FormState<LinkForm>>) -> AnyView {
    let (typed, problems) = match refused {
        Some(refused) => (refused.values.name, refused.problems),
        None => (link.name.clone(), Vec::new()),
    };
    let (title, button) = match link.purpose {
        LinkPurpose::Invitation => (link::choose_password(), link::accept_invitation()),
        LinkPurpose::PasswordReset => (link::choose_new_password(), link::change_password()),
    };
    let (title, button) = (t(title), t(button));
    let name = (link.purpose == LinkPurpose::Invitation).then(|| {
        Field::new("name", t(link::name()), &problems).input(
            "text",
            &typed,
            &[("autocomplete", "name")],
        )
    });
    let of_whom = match link.purpose {
        LinkPurpose::Invitation => vec![fact(t(link::email()), link.email)],
        LinkPurpose::PasswordReset => vec![
            fact(t(link::name()), link.name),
            fact(t(link::email()), link.email),
        ],
    };
    let password = Field::new("password", t(link::password()), &problems)
        .hint(t(leads::Beside::of(link.has_second_factor).hint()));
    view! {
        <PageTitle text=title.clone() error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        <form class="card" method="post" action=paths::accept_link() novalidate>
            <div class="body stack">
                <h1>{title}</h1>
                <Facts pairs=of_whom />
                <HiddenValues values=vec![("key", key)] />
                {name}
                {password.input("password", "", &[("autocomplete", "new-password")])}
                <button class="button primary" type="submit">{button}</button>
            </div>
        </form>
    }
    .into_any()
}
