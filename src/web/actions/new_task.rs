//! `POST /tasks/new`: the form of a task and its sheet.

mod form;

use axum::Extension;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use backend::drafts::{self, Saved, SavedDraft, Upload};
use backend::{Backend, Caller, checks};
use futures::StreamExt;
use leads::states::Tone;
use leads::views::{FormProblem, Notice, TaskForm};
use localization::Message;
use tower_sessions::Session;

use crate::web::forms::form_state::FormState;
use crate::web::forms::new_task::{NewTaskPost, Then};
use crate::web::forms::posted::Posted;
use crate::web::language::t;
use crate::web::limits::HttpLimits;
use crate::web::messages::{new_task, upload as texts};
use crate::web::paths;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::request::upload_quota;
use crate::web::request::upload_quota::{NotNow, UnderWay};
use crate::web::{answers, clock};
use backend::ids::DraftId;
use form::read;

/// Saves the draft, and goes on to its review when all is good, back to the form otherwise.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    request: Request,
) -> Response {
    let place = begin(&state, &caller);
    let mut posted: NewTaskPost = match read(&state, request, place.as_ref().err()).await {
        Ok(posted) => posted,
        Err(refusal) => return refusal,
    };
    let upload = posted.upload.take();
    let (_under_way, not_now) = settle(place, upload.is_some());
    let draft = posted.draft.unwrap_or_else(clock::new_id);
    let (backend, version, form) = (state.backend(), posted.version, posted.form.clone());
    let upload = upload.unwrap_or(Upload::None);
    let saved = drafts::save(backend, &caller, clock::now(), draft, version, form, upload).await;
    let saved = match saved {
        Ok(saved) => saved,
        Err(error) => return answers::refused(error),
    };
    if let Some(like) = posted.like
        && let Err(error) = drafts::note_like(backend, &caller, draft, like).await
    {
        return answers::refused(error);
    }
    if saved.changed_meanwhile
        && let Err(error) = session::put_notice(&session, &replaced()).await
    {
        return answers::failed(&error);
    }
    let by_script = answers::wants_json(&parts.headers);
    let to = match (&saved.next, posted.then) {
        (Saved::NotStored(sentence), _) if by_script => {
            return told(&t(sentence.clone()), not_now);
        }
        (Saved::NotStored(sentence), then) => {
            let form = not_stored_form(&caller, posted.form, then);
            return not_stored(&state, parts, form, sentence.clone(), not_now).await;
        }
        (_, Then::Keep) if by_script => paths::form_partials(draft),
        (_, Then::Keep) => paths::new_task_kept(draft),
        (_, Then::NextWindow) => {
            let changed = t(new_task::time_changed());
            match take_next_window(backend, &caller, &session, draft, &saved, changed).await {
                Ok(()) => paths::new_task_kept(draft),
                Err(answer) => return answer,
            }
        }
        (Saved::ToFix, _) => paths::new_task_of_draft(draft),
        (Saved::Review, Then::Review) => paths::draft(draft),
        (Saved::Review, Then::Check) => {
            match start_check(backend, &caller, &session, draft, saved.version).await {
                Ok(()) => paths::draft(draft),
                Err(answer) => return answer,
            }
        }
    };
    match not_now {
        // A script goes on to the page, where the draft says what became of the file.
        Some(not_now) if !by_script => form_again(&state, parts, draft, not_now).await,
        _ => Redirect::to(&to).into_response(),
    }
}

/// Asks for a check of the form that was just saved; what is in its way is told on the review.
async fn start_check(
    backend: &Backend,
    caller: &Caller,
    session: &Session,
    draft: DraftId,
    version: i64,
) -> Result<(), Response> {
    let (now, check, mut random) = (clock::now(), clock::new_id(), clock::random);
    let started = checks::start(backend, caller, now, draft, version, check, &mut random).await;
    let sentence = match started {
        Ok(()) => return Ok(()),
        Err(backend::Error::Conflict(sentence) | backend::Error::TooOften { sentence, .. }) => {
            sentence
        }
        Err(error) => return Err(answers::refused(error)),
    };
    let notice = Notice::new(Tone::Bad, t(sentence));
    let put = session::put_notice(session, &notice).await;
    put.map_err(|error| answers::failed(&error))
}

/// Puts the next window within the calling rule into the form that was just saved, and tells that it was `changed`; why not is told on the
/// form.
async fn take_next_window(
    backend: &Backend,
    caller: &Caller,
    session: &Session,
    draft: DraftId,
    saved: &SavedDraft,
    changed: String,
) -> Result<(), Response> {
    let now = clock::now();
    let taken = drafts::take_next_window(backend, caller, now, draft, saved.version).await;
    let notice = match taken {
        // That it has replaced a newer form is told already, and matters more.
        Ok(()) if saved.changed_meanwhile => return Ok(()),
        Ok(()) => Notice::new(Tone::Good, changed),
        Err(backend::Error::Conflict(sentence)) => Notice::new(Tone::Bad, t(sentence)),
        Err(error) => return Err(answers::refused(error)),
    };
    let put = session::put_notice(session, &notice).await;
    put.map_err(|error| answers::failed(&error))
}

/// The form that is shown again where nothing was stored: with the next window within the calling rule, where that was asked for and
/// there is one.
fn not_stored_form(caller: &Caller, form: TaskForm, then: Then) -> TaskForm {
    match then {
        Then::NextWindow => {
            drafts::with_next_window(caller, clock::now(), form.clone()).unwrap_or(form)
        }
        Then::Review | Then::Check | Then::Keep => form,
    }
}

/// What a script is told of a list of which nothing was stored.
fn told(sentence: &str, not_now: Option<NotNow>) -> Response {
    let status = not_now.map_or(UNPROCESSABLE, NotNow::status);
    let status = StatusCode::from_u16(status).unwrap_or_default();
    let page = answers::error_page(status, &t(texts::list_not_saved()), sentence);
    answers::worth_trying_after(not_now.map(NotNow::seconds), page)
}

/// The form as it was typed, with what has to be fixed: nothing was stored.
async fn not_stored(
    state: &AppState,
    parts: Parts,
    form: TaskForm,
    sentence: Message,
    not_now: Option<NotNow>,
) -> Response {
    let form_state = FormState {
        values: form,
        problems: vec![FormProblem::new("sheet", sentence)],
        status: not_now.map_or(UNPROCESSABLE, NotNow::status),
    };
    let page = answers::rerender_form(state, parts, &paths::new_task(), form_state).await;
    answers::worth_trying_after(not_now.map(NotNow::seconds), page)
}

/// The status of a form that has to be fixed.
const UNPROCESSABLE: u16 = 422;

/// Takes a place among the uploads, before a byte of the file is read.
fn begin(state: &AppState, caller: &Caller) -> Result<UnderWay, NotNow> {
    let limits = &state.limits().upload;
    let free = upload_quota::free_bytes();
    state
        .uploads()
        .begin(limits, caller.person, clock::now(), free)
}

/// What is left of a place once it is known whether a file came: nothing is refused where none did.
fn settle(place: Result<UnderWay, NotNow>, has_file: bool) -> (Option<UnderWay>, Option<NotNow>) {
    match place {
        Ok(under_way) if has_file => (Some(under_way), None),
        Ok(under_way) => {
            under_way.without_file();
            (None, None)
        }
        Err(not_now) => (None, has_file.then_some(not_now)),
    }
}

/// The form with all that was typed, where the file that came with it was not taken.
async fn form_again(state: &AppState, parts: Parts, draft: DraftId, not_now: NotNow) -> Response {
    let form_state = FormState {
        values: (),
        problems: Vec::new(),
        status: not_now.status(),
    };
    let page =
        answers::rerender_form(state, parts, &paths::new_task_of_draft(draft), form_state).await;
    answers::worth_trying_after(Some(not_now.seconds()), page)
}

/// What is told when something else was saved since the form was drawn.
fn replaced() -> Notice {
    Notice::new(Tone::Warn, t(new_task::replaced()))
}

/// A form with a file; what to answer where it could not be read, or the file is not taken now.
///
/// The upload counts as under way until the place that comes with the file is dropped.
pub async fn form_with_file<P: Posted>(
    state: &AppState,
    caller: &Caller,
    request: Request,
) -> Result<(P, Option<UnderWay>), Response> {
    let place = begin(state, caller);
    let mut posted: P = read(state, request, place.as_ref().err()).await?;
    let (under_way, not_now) = settle(place, posted.upload().is_some());
    match not_now {
        None => Ok((posted, under_way)),
        Some(not_now) => {
            let status = StatusCode::from_u16(not_now.status()).unwrap_or_default();
            let (title, sentence) = (
                t(texts::file_not_accepted()),
                t(not_now.problem().message()),
            );
            let page = answers::error_page(status, &title, &sentence);
            Err(answers::worth_trying_after(Some(not_now.seconds()), page))
        }
    }
}

/// The file of a form that has nothing else.
pub async fn only_file(
    state: &AppState,
    caller: &Caller,
    request: Request,
) -> Result<(Upload, Option<UnderWay>), Response> {
    let (posted, under_way) = form_with_file::<NewTaskPost>(state, caller, request).await?;
    Ok((posted.upload.unwrap_or(Upload::None), under_way))
}

/// Reads and drops a body that is refused unread, within the bounds for strangers: a browser shows the answer only after it
/// could send everything. Whether all of it came.
pub async fn drain(body: Body, limits: &HttpLimits) -> bool {
    let mut chunks = body.into_data_stream();
    let mut bytes = 0;
    let all = async {
        while let Some(chunk) = chunks.next().await {
            let Ok(chunk) = chunk else { return false };
            bytes += chunk.len() as u64;
            if bytes > limits.stranger_bytes {
                return false;
            }
        }
        true
    };
    tokio::time::timeout(limits.stranger, all)
        .await
        .unwrap_or(false)
}
