//! What may cross to the browser when something does not work: a kind, a sentence, and a reference into the log.

pub mod report;

use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use localization::Message;
use serde::{Deserialize, Serialize};

use crate::web::language::t;
use crate::web::messages::errors;

/// What kind of failure it is; it decides the HTTP status and what the page offers next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorKind {
    /// Nobody is signed in.
    SignedOut,
    /// The person may not do that.
    Forbidden,
    /// There is no such thing, or it belongs to another account.
    NotFound,
    /// The first administrator is there: nobody else is made that way.
    SetUp,
    /// Something has changed in the meantime.
    Conflict,
    /// What was entered has to be fixed.
    Edit,
    /// Too much is under way: to be tried again later.
    Busy,
    /// The person has done it too often within an hour.
    TooOften,
    /// AIRudder refused, or gave no clear answer.
    Provider,
    /// A failure of our own; the log knows it by its reference.
    Failed,
}

impl ErrorKind {
    /// The heading of a page that tells of such a failure.
    pub fn heading(self) -> Message {
        match self {
            ErrorKind::SignedOut => errors::signed_out(),
            ErrorKind::Forbidden => errors::forbidden(),
            ErrorKind::NotFound => errors::not_found(),
            ErrorKind::SetUp => errors::set_up(),
            ErrorKind::Conflict => errors::conflict(),
            ErrorKind::Edit => errors::problem(),
            ErrorKind::Busy => errors::busy(),
            ErrorKind::TooOften => errors::too_often(),
            ErrorKind::Provider => errors::provider(),
            ErrorKind::Failed => errors::failed(),
        }
    }
}

/// A failure, in words that people may read. Text of the database or of a library never gets here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{sentence}")]
pub struct AppError {
    /// What kind it is.
    pub kind: ErrorKind,
    /// What went wrong, and what to do about it.
    pub sentence: String,
    /// Where the log tells more, if it does.
    pub reference: Option<String>,
}

impl AppError {
    /// An error of that kind, with that sentence in the language of whoever made the request.
    pub fn new(kind: ErrorKind, sentence: impl Into<Message>) -> AppError {
        AppError {
            kind,
            sentence: t(sentence.into()),
            reference: None,
        }
    }

    /// Nobody is signed in.
    pub fn signed_out() -> AppError {
        AppError::new(ErrorKind::SignedOut, errors::sign_in_to_continue())
    }

    /// The person may not do that.
    pub fn forbidden(sentence: impl Into<Message>) -> AppError {
        AppError::new(ErrorKind::Forbidden, sentence)
    }

    /// There is no such thing.
    pub fn not_found() -> AppError {
        AppError::new(ErrorKind::NotFound, errors::discarded_or_incomplete())
    }

    /// The first administrator is there: nobody else is made that way.
    pub fn set_up() -> AppError {
        AppError::new(ErrorKind::SetUp, errors::first_administrator_exists())
    }

    /// Something has changed in the meantime.
    pub fn conflict(sentence: impl Into<Message>) -> AppError {
        AppError::new(ErrorKind::Conflict, sentence)
    }

    /// What was entered has to be fixed.
    pub fn edit(sentence: impl Into<Message>) -> AppError {
        AppError::new(ErrorKind::Edit, sentence)
    }

    /// Too much is under way: to be tried again later.
    pub fn busy(sentence: impl Into<Message>) -> AppError {
        AppError::new(ErrorKind::Busy, sentence)
    }

    /// AIRudder refused, or gave no clear answer.
    pub fn provider(sentence: impl Into<Message>) -> AppError {
        AppError::new(ErrorKind::Provider, sentence)
    }

    /// A failure of our own, which was logged under that reference.
    pub fn failed(reference: impl Into<String>) -> AppError {
        AppError {
            kind: ErrorKind::Failed,
            sentence: t(errors::failed_on_our_side()),
            reference: Some(reference.into()),
        }
    }

    /// The HTTP status of a page or an answer that tells of it.
    pub const fn status(&self) -> u16 {
        match self.kind {
            ErrorKind::SignedOut => 401,
            ErrorKind::Forbidden => 403,
            ErrorKind::NotFound | ErrorKind::SetUp => 404,
            ErrorKind::Conflict => 409,
            ErrorKind::Edit => 422,
            ErrorKind::TooOften => 429,
            ErrorKind::Provider => 502,
            ErrorKind::Busy => 503,
            ErrorKind::Failed => 500,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    /// A call that does not even reach its function: the form is not one of ours, or the connection broke.
    fn from_server_fn_error(error: ServerFnErrorErr) -> AppError {
        match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => AppError::edit(errors::form_incomplete()),
            _ => AppError::new(ErrorKind::Failed, errors::failed_on_our_side()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_survives_the_way_to_the_browser() {
        let sent = AppError::failed("ab12cd34");
        assert_eq!(AppError::de(sent.ser()), sent);
    }

    #[test]
    fn text_of_a_library_never_reaches_the_browser() {
        let error = AppError::from_server_fn_error(ServerFnErrorErr::ServerError(
            "secret detail".to_owned(),
        ));
        assert!(!error.sentence.contains("secret"));
    }
}
