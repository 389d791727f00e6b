//! Signing in.

use leads::states::Tone;
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::{EndedSession, FormState, SignInForm};
use crate::web::pages::load::in_centered_layout;
use crate::web::pages::query_value;
use crate::web::paths;
use crate::web::request::caller::visitor;

/// Whether the simulator stands in for AIRudder.
async fn read() -> Result<bool, AppError> {
    let visitor = visitor().await?;
    Ok(visitor.backend.is_sandbox())
}

/// The form, as it was refused if it was.
#[component]
pub fn SignInPage() -> impl IntoView {
    let form_state = FormState::<SignInForm>::take().unwrap_or_else(|| FormState {
        values: SignInForm {
            email: String::new(),
            next: query_value("next"),
        },
        ..FormState::default()
    });
    in_centered_layout(read(), move || draw(form_state))
}

/// What became of the form that somebody sent whose session had ended.
fn ended_session() -> AnyView {
    let ended = use_context::<EndedSession>();
    ended
        .map(|EndedSession(text)| view! { <NoticeBox tone=Tone::Warn text=text /> })
        .into_any()
}

fn draw(form_state: FormState<SignInForm>) -> AnyView {
    let FormState {
        values, problems, ..
    } = form_state;
    let email = Field::new("email", "Email", &problems);
    let password = Field::new("password", "Password", &problems);
    view! {
        <PageTitle text="Sign in" error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        {ended_session()}
        <form class="card" method="post" action=paths::sign_in() novalidate>
            <div class="body stack">
                <h1>"Sign in"</h1>
                <HiddenValues values=vec![("next", values.next)] />
                {email.input("email", &values.email, &[("autocomplete", "username"), ("spellcheck", "false")])}
                {password.input("password", "", &[("autocomplete", "current-password")])}
                <button class="button primary" type="submit">"Sign in"</button>
            </div>
        </form>
    }
    .into_any()
}
