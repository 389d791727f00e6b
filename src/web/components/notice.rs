//! Something the reader must know before going on.

use leads::states::Tone;
use leads::views::{Notice, NoticeAction};
use leptos::prelude::*;

use crate::web::components::badge::tone_class;
use crate::web::components::post_button::PostButton;
use crate::web::language::t;
use crate::web::messages::components;
use crate::web::paths;

/// The message that the last action left, with what can be done about it. One that only says that all went well moves nothing on
/// the page: it lies in the corner of the window, as the first stop of the keyboard within the page, until another page is opened.
pub fn of_last_action(notice: Notice) -> AnyView {
    let undo = || t(components::undo());
    let action = notice.action.map(|action| match action {
        NoticeAction::UndoStep { draft, back } => view! {
            <PostButton
                action=paths::step_draft()
                hidden=vec![("draft", draft), ("again", "false".to_owned()), ("back", back)]
                text=undo()
            />
        }
        .into_any(),
        NoticeAction::NeedsAttentionAgain { task, back } => view! {
            <PostButton
                action=paths::needs_attention_again()
                hidden=vec![("task", task), ("back", back)]
                text=undo()
            />
        }
        .into_any(),
        NoticeAction::RestoreDraft { draft } => view! {
            <PostButton action=paths::restore_draft() hidden=vec![("draft", draft)] text=undo() />
        }
        .into_any(),
    });
    let place = if notice.tone == Tone::Good {
        "toast"
    } else {
        ""
    };
    view! { <NoticeBox tone=notice.tone text=notice.text place=place>{action}</NoticeBox> }
        .into_any()
}

/// One or two sentences with a mark, and perhaps a button.
#[component]
pub fn NoticeBox(
    tone: Tone,
    #[prop(into)] text: String,
    /// A class that says where it stands, unless that is in the flow of the page.
    #[prop(optional)]
    place: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let mark = match tone {
        Tone::Good => "✓",
        Tone::Warn | Tone::Bad => "!",
        Tone::Plain | Tone::Busy => "i",
    };
    view! {
        <div class=format!("notice {} {place}", tone_class(tone)) role="status">
            <strong aria-hidden="true">{mark}</strong>
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
