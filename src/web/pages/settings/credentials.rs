//! What the account signs in with at AIRudder: whether it is stored, and the form that replaces it. Nothing of it is ever shown.

use leads::views::{CredentialsView, FormProblem};
use leptos::prelude::*;

use crate::web::components::field::Field;
use crate::web::components::message::with_time;
use crate::web::language::t;
use crate::web::messages::settings;
use crate::web::paths;

/// The card below the form of the settings; nothing with the sandbox, which asks for no credentials.
pub fn credentials(view: &CredentialsView, problems: &[FormProblem]) -> Option<AnyView> {
    if view.sandbox {
        return None;
    }
    let standing = match view.changed.clone() {
        Some(at) => view! { <p>{with_time(at, settings::credentials_saved_at)}</p> }.into_any(),
        None => view! { <p>{t(settings::no_credentials())}</p> }.into_any(),
    };
    Some(
        view! {
            <section class="card narrow" id="credentials">
                <header><h2>{t(settings::credentials())}</h2></header>
                <form class="body stack" method="post" action=paths::credentials() novalidate>
                    {standing}
                    {credential_fields(problems)}
                    <div><button class="button" type="submit">{t(settings::test_credentials())}</button></div>
                </form>
            </section>
        }
        .into_any(),
    )
}

/// The key and the secret, always empty.
pub fn credential_fields(problems: &[FormProblem]) -> AnyView {
    let key = Field::new("app_key", t(settings::app_key()), problems);
    let secret = Field::new("app_secret", t(settings::app_secret()), problems)
        .hint(t(settings::app_secret_hint()));
    let plain = [("autocomplete", "off"), ("spellcheck", "false")];
    view! {
        {key.input("text", "", &plain)}
        {secret.input("password", "", &[("autocomplete", "off")])}
    }
    .into_any()
}
