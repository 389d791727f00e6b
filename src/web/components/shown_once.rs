//! A secret that is shown once.

use leptos::prelude::*;

use crate::web::components::copy_button::CopyButton;

/// The `id` of the secret: a page shows one.
const SECRET_ID: &str = "shown-once";

/// What was just made, on top of the page: nobody sees it again.
#[component]
pub fn ShownOnce(
    /// What it is, for whom, and until when.
    #[prop(into)]
    text: String,
    /// The secret.
    secret: String,
    /// What the button says that copies it: `Copy address`.
    #[prop(into)]
    copy: String,
) -> impl IntoView {
    view! {
        <div class="notice warn narrow" role="status">
            <strong aria-hidden="true">"!"</strong>
            <div class="stack">
                <p>{text}</p>
                <p><code class="id" id=SECRET_ID>{secret}</code></p>
                <div><CopyButton from=SECRET_ID label=copy /></div>
            </div>
        </div>
    }
}
