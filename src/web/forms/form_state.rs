//! What a person entered into a form that was refused: the page draws it again, so that nothing is typed twice.

use leads::views::{FormProblem, RetentionForm};
use leptos::prelude::use_context;
use localization::Message;

use crate::web::request::page_status::set_page_status;

/// A refused form. The server puts it into the context of the page that it draws as the answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormState<T> {
    /// What was typed; passwords are left out.
    pub values: T,
    /// What has to be fixed.
    pub problems: Vec<FormProblem>,
    /// The HTTP status of the page.
    pub status: u16,
}

impl<T> FormState<T> {
    /// A form with problems, as it was typed.
    pub const fn refused(values: T, problems: Vec<FormProblem>) -> FormState<T> {
        FormState {
            values,
            problems,
            status: 422,
        }
    }
}

impl<T: Clone + Send + Sync + 'static> FormState<T> {
    /// The refused form that this page answers, if it answers one; also sets the page's status.
    pub fn take() -> Option<FormState<T>> {
        let form_state = use_context::<FormState<T>>()?;
        set_page_status(form_state.status);
        Some(form_state)
    }
}

/// The address for AIRudder's pushes that was just made: the answer shows it once. It holds a secret.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPushAddress(pub String);

/// The credentials of an account: nothing of them is drawn again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RefusedCredentials;

/// The form of the sign-in page, without its password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignInForm {
    /// As typed.
    pub email: String,
    /// The page to go to afterwards; empty for the first page.
    pub next: String,
}

/// The form of the set-up page, without its password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetupForm {
    /// The one-time key, as typed.
    pub key: String,
    /// As typed.
    pub name: String,
    /// As typed.
    pub email: String,
    /// How long the account keeps what names people, as typed.
    pub retention: RetentionForm,
}

/// The form that invites somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InviteForm {
    /// As typed.
    pub name: String,
    /// As typed.
    pub email: String,
    /// The key of the role.
    pub role: String,
}

/// A one-time link that was just made: the answer shows it once. It holds a secret.
#[derive(Clone, PartialEq)]
pub struct NewLink {
    /// For whom it is, and how long it works.
    pub text: Message,
    /// Its whole address.
    pub link: String,
}

/// The form of a code after the password: nothing of it is drawn again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeForm;

/// The form by which somebody confirms that it is them, without what they typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfirmForm {
    /// The page to go to afterwards.
    pub next: String,
}

/// The form of the first code of an authenticator app, or of a new passkey: nothing of it is drawn again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactorForm;

/// Recovery codes that were just made: the answer shows them once.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRecoveryCodes(pub Vec<String>);

/// The form of a one-time link, without its password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkForm {
    /// As typed.
    pub name: String,
}

/// The own name, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnName(pub String);

/// The form of the own password: nothing of it is drawn again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnPassword;

/// Why somebody is at the sign-in page whose session has ended. The server puts it into the context of that page.
#[derive(Clone, Debug, PartialEq)]
pub struct EndedSession(pub Message);
