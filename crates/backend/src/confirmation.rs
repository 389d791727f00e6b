//! Confirming that it is still the same person: within a session, before what matters (OWASP ASVS 5.0, 7.5.1 to 7.5.3).

use jiff::{SignedDuration, Timestamp};

use crate::error::Error;
use crate::messages::own_account_errors;
use crate::users::Caller;

/// What somebody has to have confirmed lately who they are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To have people called: submit a draft, send a batch again.
    Launch,
    /// To change people and settings.
    Administer,
    /// To change how they get in: their own second factors, and their other sessions.
    OwnAccess,
}

impl Purpose {
    /// How long a confirmation lasts for it. Signing in is one too.
    pub const fn lasts(self) -> SignedDuration {
        match self {
            // A working day: the weekly task asks for nothing more on a browser that is known.
            Purpose::Launch => SignedDuration::from_hours(12),
            Purpose::Administer => SignedDuration::from_hours(1),
            Purpose::OwnAccess => SignedDuration::from_mins(10),
        }
    }
}

impl Caller {
    /// Whether they have confirmed lately that it is them. In a browser that they never used before, signing in is not enough to have
    /// people called. Where there is no second factor nothing stronger than the password could be asked for, so it is.
    pub fn has_confirmed(&self, purpose: Purpose, now: Timestamp) -> bool {
        let Some(session) = &self.session else {
            return true;
        };
        let is_recent = now.duration_since(session.confirmed_at) <= purpose.lasts();
        let is_new = purpose == Purpose::Launch && session.is_new_device && self.has_second_factor;
        is_recent && !is_new
    }

    /// Use cases that need it ask after the role.
    ///
    /// # Errors
    /// [`Error::Forbidden`] where they have not.
    pub fn must_have_confirmed(&self, purpose: Purpose, now: Timestamp) -> Result<(), Error> {
        match self.has_confirmed(purpose, now) {
            true => Ok(()),
            false => Err(Error::Forbidden(own_account_errors::confirm_first())),
        }
    }
}
