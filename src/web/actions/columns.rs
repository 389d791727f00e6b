//! `POST /drafts/{id}/columns`.

use axum::extract::{Path, State};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Form};
use backend::ids::DraftId;
use backend::{Caller, drafts};
use leads::states::Tone;
use leads::views::{ColumnsView, FormProblem, Notice};
use leads::{ChosenFrom, Field, MatchedByColumn};
use localization::Message;
use tower_sessions::Session;

use crate::web::forms::columns::{ColumnsForm, saved_in_words};
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::paths;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// Fills the fields otherwise, and leads back to the review.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    Path(id): Path<String>,
    parts: Parts,
    Form(posted): Form<Vec<(String, String)>>,
) -> Response {
    let Ok(id) = id.parse::<DraftId>() else {
        return answers::refused(backend::Error::NotFound);
    };
    let fields = posted.iter();
    let form = ColumnsForm::of(fields.map(|(name, value)| (name.as_str(), value.as_str())));
    let back = paths::back_to_draft(id, &form.back);
    let (notice, to) = match save(&state, &caller, id, &form).await {
        Ok(told) => {
            let told = t(told);
            (Notice::new(Tone::Good, told), back)
        }
        Err(backend::Error::Problems(problems)) => {
            let form_state = FormState::refused(form, problems);
            return answers::rerender_form(&state, parts, &paths::columns(id), form_state).await;
        }
        Err(backend::Error::Conflict(sentence) | backend::Error::Busy { sentence, .. }) => {
            let notice = Notice::new(Tone::Bad, t(sentence));
            (notice, paths::columns_from(id, &back))
        }
        Err(error) => return answers::refused(error),
    };
    match session::put_notice(&session, &notice).await {
        Ok(()) => Redirect::to(&to).into_response(),
        Err(error) => answers::failed(&error),
    }
}

/// Saves the columns; what to tell of it.
async fn save(
    state: &AppState,
    caller: &Caller,
    id: DraftId,
    form: &ColumnsForm,
) -> Result<Message, backend::Error> {
    let (backend, now) = (state.backend(), clock::now());
    let view = drafts::columns(backend, caller, now, id).await?;
    let from = ChosenFrom {
        headers: &view.headers,
        before: &view.mapping,
        variables: &view.variables,
    };
    // Where the draft has changed meanwhile, that is said before what is wrong with the form.
    let matched = match view.version == form.version {
        true => form.choices.resolve(&from),
        false => Ok(MatchedByColumn::default()),
    };
    let matched = matched.map_err(backend::Error::Problems)?;
    let saved =
        drafts::match_columns(backend, caller, now, id, form.version, &matched.choices).await;
    match saved {
        Ok(recounted) => Ok(saved_in_words(recounted, &matched.replaced, &view)),
        Err(backend::Error::Problems(problems)) => {
            Err(backend::Error::Problems(at_controls(problems, form, &view)))
        }
        Err(error) => Err(error),
    }
}

/// The problems of fields, at the controls of the form.
fn at_controls(
    problems: Vec<FormProblem>,
    form: &ColumnsForm,
    view: &ColumnsView,
) -> Vec<FormProblem> {
    let at_control = |problem: FormProblem| match Field::from_key(&problem.input) {
        Some(field) => FormProblem {
            input: form.choices.input_for(field, &view.mapping),
            ..problem
        },
        None => problem,
    };
    problems.into_iter().map(at_control).collect()
}
