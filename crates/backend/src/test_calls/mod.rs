//! “Call me first”: a person hears the robot on a number of their own, before anybody else does.
//!
//! A test is a task of one lead, sent by the same worker. It counts nowhere else: the history shows it under a filter of its own,
//! no cooldown is kept for it, and nothing of it is remembered for the next form. There is no check before it, as AIRudder creates
//! nothing where it refuses the one lead.

mod call;
mod values;
mod view;

pub use call::{Press, call_with_draft, call_with_robot};
use jiff::SignedDuration;
use leads::views::OwnNumber;
use leads::{Action, Field, Mobile};
pub use view::{of_draft, of_robot};

use crate::error::{Error, Unreadable};
use crate::ids::PersonId;
use crate::{Backend, Caller, store};

/// Tests that a person may make within `COUNTED_FOR`.
pub const MAX_TESTS: u32 = 20;

/// For so long a test counts.
const COUNTED_FOR: SignedDuration = SignedDuration::from_hours(1);

/// What a person types for the robot to say.
pub type TypedValue = (Field, String);

/// Keeps the number of the caller's own, as it is typed into a list of their account.
///
/// # Errors
/// [`Error::Conflict`] with what has to be fixed in it.
pub async fn save_own_number(
    backend: &Backend,
    caller: &Caller,
    number: &str,
) -> Result<(), Error> {
    caller.must(Action::Launch)?;
    let country = caller.account.settings.country;
    let number = leads::parse_own_number(number, country).map_err(Error::Conflict)?;
    let saved =
        store::test_calls::update_own_number(&backend.pool, caller.person, number.as_str()).await?;
    store::one_row(&saved, "the caller is a person")
}

/// The number as it was stored.
fn parse_stored(person: PersonId, number: Option<&str>) -> Result<Option<Mobile>, Unreadable> {
    let unreadable = |_| Unreadable::new("users", "own_number", person);
    number
        .map(|number| Mobile::from_e164(number).map_err(unreadable))
        .transpose()
}

fn own_number(number: &Mobile) -> OwnNumber {
    OwnNumber {
        number: number.as_str().to_owned(),
        in_groups: number.in_groups(),
    }
}
