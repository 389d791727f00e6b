//! The second person on the launch page: who changed the draft, who approved what goes out, and whom to ask.

use leads::LaunchStep;
use leads::views::{ApprovalView, LaunchState, LaunchView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::copy_button::CopyButton;
use crate::web::components::message::with_time;
use crate::web::language::t;
use crate::web::messages::launch as texts;
use crate::web::paths;

/// The `id` of the address that the page offers to copy.
const ADDRESS_ID: &str = "launch-address";

/// The approval of a launch that is ready, where the account asks for one.
pub fn of_view(view: &LaunchView) -> Option<&ApprovalView> {
    match &view.state {
        LaunchState::Ready(ready) => ready.approval.as_ref(),
        LaunchState::Checking | LaunchState::Blocked { .. } => None,
    }
}

/// Who changed the draft and who approved it, for the recap.
pub fn recap(view: &LaunchView) -> Option<AnyView> {
    let approval = of_view(view)?;
    let told = match &approval.approved {
        Some((name, at)) => with_time(at.clone(), |at| texts::approved(at, name)).into_any(),
        None => t(texts::not_approved()).into_any(),
    };
    let people = approval.contributors.iter().map(Message::verbatim);
    Some(
        view! {
            <dt>{t(texts::changed_by())}</dt>
            <dd translate="no">{t(Message::list(people))}</dd>
            <dt>{t(texts::approval())}</dt>
            <dd>{told}</dd>
        }
        .into_any(),
    )
}

/// What somebody reads who changed the draft, with the address to send to somebody who did not.
pub fn ask_somebody_else(view: &LaunchView, origin: &str) -> AnyView {
    let address = format!("{origin}{}", paths::launch(&view.id));
    let back = paths::draft(&view.id);
    view! {
        <div class="notice plain" role="status">
            <strong aria-hidden="true">"i"</strong>
            <div class="stack">
                <p>{t(texts::ask_somebody_else())}</p>
                <p><code class="id" id=ADDRESS_ID>{address}</code></p>
                <div class="row">
                    <CopyButton from=ADDRESS_ID label=t(texts::copy_address()) />
                    <a class="button" href=back>{t(texts::back_to_review())}</a>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// The button that only approves, for somebody who can. It stands in the form of the launch.
pub fn only_approve(approval: Option<&ApprovalView>) -> Option<AnyView> {
    approval.filter(|approval| approval.step == LaunchStep::Approve)?;
    Some(
        view! {
            <button class="button deaf" type="submit" formaction=paths::approve_draft()>
                {t(texts::approve_only())}
            </button>
        }
        .into_any(),
    )
}
