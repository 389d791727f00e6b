//! `POST /tasks/{id}/follow-up`.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::Caller;
use backend::drafts::CallFollowUp;
use backend::ids::{DraftId, TaskId};
use leads::states::Tone;
use leads::views::Notice;
use tower_sessions::Session;

use crate::web::language::t;
use crate::web::paths::{self, FollowUpChoice};
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// Makes the draft of a follow-up and leads to its review; nobody is called. What is refused leads back to what was chosen.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    Path(id): Path<String>,
    Form(posted): Form<Vec<(String, String)>>,
) -> Response {
    let values = |wanted: &str| paths::values_of(&posted, wanted);
    let draft = values("draft").pop().unwrap_or_default();
    let (Ok(task), Ok(draft)) = (id.parse::<TaskId>(), draft.parse::<DraftId>()) else {
        return answers::refused(backend::Error::NotFound);
    };
    let choice = FollowUpChoice::of(values);
    let chosen = CallFollowUp {
        groups: choice.groups(),
        robot: choice.robot.clone(),
        name: choice.name.clone(),
        within_cooldown: !choice.keeps_cooldown,
    };
    let (backend, now) = (state.backend(), clock::now());
    let made = backend::drafts::follow_calls(backend, &caller, now, task, draft, chosen).await;
    let sentence = match made {
        Ok(()) => return Redirect::to(&paths::draft(draft)).into_response(),
        Err(backend::Error::Conflict(sentence) | backend::Error::Busy { sentence, .. }) => sentence,
        Err(error) => return answers::refused(error),
    };
    match session::put_notice(&session, &Notice::new(Tone::Bad, t(sentence))).await {
        Ok(()) => Redirect::to(&paths::call_follow_up_with(task, &choice)).into_response(),
        Err(error) => answers::failed(&error),
    }
}
