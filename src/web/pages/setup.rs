//! The page that creates the first administrator.

use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::retention_fields::retention_fields;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, SetupForm};
use crate::web::language::t;
use crate::web::messages::setup;
use crate::web::pages::load::in_centered_layout;
use crate::web::paths;
use crate::web::request::caller::visitor;

/// Lets the set-up page open as long as nobody can sign in.
async fn read() -> Result<(), AppError> {
    let visitor = visitor().await?;
    if backend::setup::is_needed(&visitor.backend).await? {
        Ok(())
    } else {
        Err(AppError::set_up())
    }
}

/// The form, as long as nobody can sign in; else a page that says what to do.
#[component]
pub fn SetupPage() -> impl IntoView {
    let form_state = FormState::<SetupForm>::take().unwrap_or_default();
    in_centered_layout(read(), move |()| draw(form_state))
}

fn draw(form_state: FormState<SetupForm>) -> AnyView {
    let FormState {
        values, problems, ..
    } = form_state;
    let key = Field::new("key", t(setup::key()), &problems).hint(t(setup::key_hint()));
    let name = Field::new("name", t(setup::name()), &problems);
    let email = Field::new("email", t(setup::email()), &problems).hint(t(setup::email_hint()));
    let password = Field::new("password", t(setup::password()), &problems)
        .hint(t(leads::Beside::Nothing.hint()));
    let retention = retention_fields(&values.retention, &problems);
    view! {
        <PageTitle text=t(setup::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        <form class="card" method="post" action=paths::setup() novalidate>
            <div class="body stack">
                <h1>{t(setup::page_title())}</h1>
                {key.input("text", &values.key, &[("autocomplete", "off"), ("spellcheck", "false"), ("autocapitalize", "characters")])}
                {name.input("text", &values.name, &[("autocomplete", "name")])}
                {email.input("email", &values.email, &[("autocomplete", "username"), ("spellcheck", "false")])}
                {password.input("password", "", &[("autocomplete", "new-password")])}
                <h2>{t(setup::retention())}</h2>
                {retention}
                <button class="button primary" type="submit">{t(setup::submit())}</button>
            </div>
        </form>
    }
    .into_any()
}
