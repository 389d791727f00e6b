//! “Was this person called?”: the tasks with a number.

use jiff::Timestamp;
use leads::numbers;
use leads::views::{NumberMatch, NumberMatches};
use leads::{Field, NumberSearch};
use sqlx::PgConnection;

use crate::error::Error;
use crate::store::number_search::FoundNumber;
use crate::{Caller, store};

/// Tasks with a number that are shown.
const MAX_NUMBER_MATCHES: usize = 50;

/// The tasks in which the number was to be called, and an event that somebody has looked.
pub(super) async fn find(
    connection: &mut PgConnection,
    caller: &Caller,
    now: Timestamp,
    number: NumberSearch,
) -> Result<NumberMatches, Error> {
    let mut found =
        store::number_search::find(connection, caller, now, number, MAX_NUMBER_MATCHES + 1).await?;
    let more = found.len() > MAX_NUMBER_MATCHES;
    found.truncate(MAX_NUMBER_MATCHES);
    let matches = found
        .into_iter()
        .map(|found| number_match(found, caller, now))
        .collect::<Result<_, Error>>()?;
    Ok(NumberMatches { matches, more })
}

fn number_match(found: FoundNumber, caller: &Caller, now: Timestamp) -> Result<NumberMatch, Error> {
    Ok(NumberMatch {
        task: found.task.to_string(),
        state: found.state()?,
        customer: numbers::mask_numbers(&found.row.text(Field::Customer, &found.mapping.0)),
        row: store::row_number(found.row.row)?,
        at: leads::moment(found.submitted_at.to_jiff(), now, caller.account.zone()),
        number: numbers::last_four(&found.number.to_string()),
        name: found.name,
        sandbox: found.sandbox,
        is_test: found.is_test,
        refusal: found.refusal.as_deref().map(numbers::mask_numbers),
        provider_status: found.provider_status,
    })
}
