//! A button that asks once more before it does something.

use leptos::prelude::*;

use crate::web::components::post_button::PostButton;
use crate::web::language::t;
use crate::web::messages::components;

/// The button that opens the question, and the question: what will happen, and the button that does it. A press elsewhere or
/// Escape takes it away. It needs no script.
#[component]
pub fn Asking(
    /// The `id` of the question.
    id: String,
    /// What is asked.
    #[prop(into)]
    question: String,
    /// Verb and object: what is asked about, and what the button in the question says.
    #[prop(into)]
    text: String,
    /// What the button says that opens the question, where that is not the same.
    #[prop(optional, into)]
    opens: Option<String>,
    /// What it is about, where several such buttons are on a page: only read aloud.
    #[prop(optional, into)]
    about: Option<String>,
    /// Class of the button that opens the question.
    opener: &'static str,
    /// Where it posts.
    #[prop(into)]
    action: String,
    /// Names and values that it posts.
    hidden: Vec<(&'static str, String)>,
    /// Class of the button that does it, beside `button`.
    class: &'static str,
    /// What will happen.
    children: Children,
) -> impl IntoView {
    let title = format!("{id}-title");
    let called = title.clone();
    let (shown, closes) = (id.clone(), id.clone());
    let open = opens.unwrap_or_else(|| t(components::asks(&text)));
    let about =
        about.map(|about| view! { <span class="visually-hidden">{format!(" {about}")}</span> });
    view! {
        <button class=opener type="button" popovertarget=shown>{open}{about}</button>
        <div class="card asking" id=id popover="auto" role="dialog" aria-labelledby=called>
            <div class="body stack">
                <h2 id=title>{question}</h2>
                {children()}
                <div class="row">
                    <PostButton action=action hidden=hidden text=text class=class />
                    <button class="button" type="button" popovertarget=closes popovertargetaction="hide">
                        {t(components::cancel())}
                    </button>
                </div>
            </div>
        </div>
    }
}
