//! What a server function knows of the request that it answers.

use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use backend::confirmation::Purpose;
use backend::installation::Installation;
use backend::sessions::SessionHandle;
use backend::{Backend, Caller};
use jiff::Timestamp;
use leads::Action;
use leads::states::Tone;
use leads::views::Notice;
use leptos::prelude::use_context;
use leptos::reactive::owner::with_context;
use leptos_axum::ResponseOptions;
use localization::Language;
use tower_sessions::Session;
use uuid::Uuid;

use crate::web::clock;
use crate::web::error::AppError;
use crate::web::error::report;
use crate::web::language::t;
use crate::web::messages::refusals;
use crate::web::paths;
use crate::web::request::kept_forms::KeptForm;
use crate::web::request::person::SignedInPerson;
use crate::web::request::session::{self, Waiting};
use crate::web::request::state::AppState;

/// The request is a form of a page, posted without scripts: it is answered with a page, or the way to one.
#[derive(Clone, Copy, Debug)]
pub struct PlainForm;

/// A request of a signed-in person.
pub struct Request {
    /// The use cases.
    pub backend: Backend,
    /// Who asks.
    pub caller: Caller,
    /// When.
    pub now: Timestamp,
    /// Where people find Coxswain: `https://calls.example.com`, without a slash at the end.
    pub origin: String,
    session: Session,
    answer: ResponseOptions,
    is_plain_form: bool,
    typed: Option<KeptForm>,
}

/// A request of anybody.
pub struct Visitor {
    /// The use cases.
    pub backend: Backend,
    /// Where people find Coxswain.
    pub origin: String,
    /// When.
    pub now: Timestamp,
}

/// A request of a signed-in person for what is of no account.
pub struct OfNoAccount {
    /// Every account.
    pub installation: Installation,
    /// Who asks, and which accounts are theirs.
    pub person: SignedInPerson,
    /// When.
    pub now: Timestamp,
}

/// The request that is being answered, of somebody who asks outside of any account.
///
/// # Errors
/// [`AppError::signed_out`] when nobody is signed in.
pub fn of_no_account() -> Result<OfNoAccount, AppError> {
    let state = use_context::<AppState>().ok_or_else(outside)?;
    let person =
        with_context::<Parts, _>(|parts| parts.extensions.get::<SignedInPerson>().cloned());
    Ok(OfNoAccount {
        installation: state.installation().clone(),
        person: person.flatten().ok_or_else(AppError::signed_out)?,
        now: clock::now(),
    })
}

/// The request that is being answered, whoever made it.
///
/// # Errors
/// When called outside a request.
pub async fn visitor() -> Result<Visitor, AppError> {
    let state = use_context::<AppState>().ok_or_else(outside)?;
    Ok(Visitor {
        backend: state.backend().clone(),
        origin: state.site().origin.clone(),
        now: clock::now(),
    })
}

/// Asks whoever makes the request, in place: a copy of the whole request for each button would be much. No for nobody.
fn of_caller(ask: impl Fn(&Caller) -> bool) -> bool {
    let answer = with_context::<Parts, _>(|parts| {
        let caller = parts.extensions.get::<Caller>();
        caller.is_some_and(ask)
    });
    answer.unwrap_or(false)
}

/// Whether the role of whoever asks allows that; nobody's who is not signed in.
pub fn may(action: Action) -> bool {
    of_caller(|caller| caller.may(action))
}

/// The address of the page that is being drawn.
pub fn this_page() -> String {
    let address = with_context::<Parts, _>(|parts| {
        let asked = parts.uri.path_and_query().map(|asked| asked.as_str());
        asked.map(paths::in_account)
    });
    address.flatten().unwrap_or_default()
}

/// The language that whoever asks has chosen for good.
pub fn chosen_language() -> Option<Language> {
    let chosen = with_context::<Parts, _>(|parts| parts.extensions.get::<Caller>()?.language);
    chosen.flatten()
}

/// Whether whoever asks has confirmed lately that it is them.
pub fn has_confirmed(purpose: Purpose) -> bool {
    of_caller(|caller| caller.has_confirmed(purpose, clock::now()))
}

/// Who waits for their second factor in the session of this request.
///
/// # Errors
/// When the session cannot be read.
pub async fn waiting() -> Result<Option<Waiting>, AppError> {
    let parts = use_context::<Parts>().ok_or_else(outside)?;
    let Some(session) = parts.extensions.get::<Session>() else {
        return Ok(None);
    };
    let waiting = session::waiting(session).await;
    waiting.map_err(|error| report::logged(&error))
}

/// The request that is being answered.
///
/// # Errors
/// [`AppError::signed_out`] when nobody is signed in.
pub async fn request() -> Result<Request, AppError> {
    let state = use_context::<AppState>().ok_or_else(outside)?;
    let parts = use_context::<Parts>().ok_or_else(outside)?;
    let answer = use_context::<ResponseOptions>().ok_or_else(outside)?;
    let caller = parts
        .extensions
        .get::<Caller>()
        .ok_or_else(AppError::signed_out)?
        .clone();
    let session = parts
        .extensions
        .get::<Session>()
        .ok_or_else(AppError::signed_out)?
        .clone();
    let is_plain_form = parts.extensions.get::<PlainForm>().is_some();
    let typed = parts.extensions.get::<KeptForm>().cloned();
    Ok(Request {
        backend: state.backend().clone(),
        caller,
        now: clock::now(),
        origin: state.site().origin.clone(),
        session,
        answer,
        is_plain_form,
        typed,
    })
}

fn outside() -> AppError {
    report::logged(&std::io::Error::other(
        "a server function ran outside a request",
    ))
}

impl Request {
    /// A new id.
    pub fn new_id<Id: From<Uuid>>(&self) -> Id {
        clock::new_id()
    }

    /// Unguessable bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        clock::random()
    }

    /// By what the session that asks can be ended.
    pub fn session_handle(&self) -> Option<SessionHandle> {
        session::handle(&self.session)
    }

    /// What was typed into the form of that action before its session ended, where the page is to show it.
    pub fn typed_into(&self, action: &str) -> Option<&KeptForm> {
        self.typed.as_ref().filter(|form| form.action == action)
    }

    /// The message that the last action left; it is shown once.
    pub async fn take_notice(&self) -> Option<Notice> {
        match session::take_notice(&self.session).await {
            Ok(notice) => notice,
            Err(error) => {
                tracing::warn!(%error, "the notice of a session could not be read");
                None
            }
        }
    }

    /// Ends an action.
    ///
    /// A plain form is answered with 303 to `to` in any case, where the outcome is told once; a status of its own would
    /// leave the bare answer on the screen. A script gets the outcome itself.
    ///
    /// # Errors
    /// For a script, what went wrong.
    pub async fn after(
        self,
        outcome: Result<Option<String>, backend::Error>,
        to: String,
    ) -> Result<(), AppError> {
        let told = outcome.map(|text| text.map(|text| Notice::new(Tone::Good, text)));
        self.after_notice(told, to).await
    }

    /// Likewise, with something to press beside the outcome.
    ///
    /// # Errors
    /// For a script, what went wrong.
    pub async fn after_notice(
        self,
        outcome: Result<Option<Notice>, backend::Error>,
        to: String,
    ) -> Result<(), AppError> {
        let outcome = outcome.map_err(AppError::from);
        if !self.is_plain_form {
            return outcome.map(|_| ());
        }
        let notice = outcome.unwrap_or_else(|error| Some(Notice::new(Tone::Bad, in_words(&error))));
        if let Some(notice) = notice {
            session::put_notice(&self.session, &notice)
                .await
                .map_err(|error| report::logged(&error))?;
        }
        let to = HeaderValue::from_str(&to).map_err(|error| report::logged(&error))?;
        self.answer.insert_header(header::LOCATION, to);
        self.answer.set_status(StatusCode::SEE_OTHER);
        Ok(())
    }
}

/// The sentence, and where the log tells more.
fn in_words(error: &AppError) -> String {
    match &error.reference {
        Some(reference) => t(refusals::reference(reference, &error.sentence)),
        None => error.sentence.clone(),
    }
}
