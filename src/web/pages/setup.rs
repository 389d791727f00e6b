//! The page that creates the first administrator.

use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::retention_fields::retention_fields;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{FormState, SetupForm};
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
    let key = Field::new("key", "Set-up key", &problems).hint(
        "Coxswain prints it when it starts. It works for one hour. For a new one, run “coxswain setup-key”.",
    );
    let name = Field::new("name", "Name", &problems);
    let email = Field::new("email", "Email", &problems).hint("You use it to sign in.");
    let password = Field::new("password", "Password", &problems).hint(leads::PASSWORD_HINT);
    let retention = retention_fields(&values.retention, &problems);
    view! {
        <PageTitle text="Create the first administrator" error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        <form class="card" method="post" action=paths::setup() novalidate>
            <div class="body stack">
                <h1>"Create the first administrator"</h1>
                {key.input("text", &values.key, &[("autocomplete", "off"), ("spellcheck", "false"), ("autocapitalize", "characters")])}
                {name.input("text", &values.name, &[("autocomplete", "name")])}
                {email.input("email", &values.email, &[("autocomplete", "username"), ("spellcheck", "false")])}
                {password.input("password", "", &[("autocomplete", "new-password")])}
                <h2>"How long leads and calls are kept"</h2>
                {retention}
                <button class="button primary" type="submit">"Create administrator"</button>
            </div>
        </form>
    }
    .into_any()
}
