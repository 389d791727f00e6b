//! Leads that are taken out of a batch that was not sent: their numbers are on a do-not-call list by now, or somebody asked to be erased.
//!
//! AIRudder may have the batch with them all the same, from a sending before of which nobody knew: then they are put back.

use jiff::Timestamp;
use leads::LeadKind;
use leads::states::BatchState;
use sqlx::PgConnection;

use crate::error::Error;
use crate::events::{Event, LeadsLeftOut, LeadsPutBack};
use crate::payload::{self, Payload, PayloadInputs};
use crate::store;
use crate::store::batches::{BatchRecord, Origin};
use crate::store::checks::CheckRecord;
use crate::store::events::{self, NewEvent};
use crate::store::left_out;

/// Why leads are taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeftOutFor {
    /// Their numbers are on a do-not-call list.
    DoNotCall,
    /// Somebody asked to be erased.
    Erased,
}

impl LeftOutFor {
    /// The stored key, as events tell it too.
    pub const fn key(self) -> &'static str {
        match self {
            LeftOutFor::DoNotCall => "do_not_call",
            LeftOutFor::Erased => "erased",
        }
    }

    const fn kind(self) -> LeadKind {
        match self {
            LeftOutFor::DoNotCall => LeadKind::DoNotCall,
            LeftOutFor::Erased => LeadKind::LeftOut,
        }
    }
}

/// What a batch is built from.
pub(crate) struct BatchSource<'a> {
    pub batch: &'a BatchRecord,
    pub origin: &'a Origin,
    pub check: &'a CheckRecord,
}

/// The payload of a batch as its leads are now; `None` where they are not those that were checked.
///
/// # Errors
/// When the database fails, or the batch cannot be read.
pub(crate) async fn build(
    connection: &mut PgConnection,
    source: &BatchSource<'_>,
) -> Result<Option<Payload>, Error> {
    let payload = build_unchecked(connection, source).await?;
    Ok((payload.digest == source.batch.payload_digest).then_some(payload))
}

async fn build_unchecked(
    connection: &mut PgConnection,
    source: &BatchSource<'_>,
) -> Result<Payload, Error> {
    let BatchSource {
        batch,
        origin,
        check,
    } = source;
    let (first, last) = (batch.first_row, batch.last_row);
    let leads = store::leads::of_batch(connection, origin.draft_id, first, last).await?;
    let inputs = PayloadInputs::of_check(check, &batch.provider_name, batch.number()?);
    Ok(payload::build(&inputs, leads))
}

/// Takes leads out of a batch whose payload is the one that was checked, and writes its digest anew. The batch is the caller's: it waits
/// and is locked, or its lease is held. The payload without them; `None` where the batch was taken over meanwhile.
///
/// # Errors
/// [`Error::Inconsistent`] where the batch may have been sent.
pub(crate) async fn leave_out_of_batch(
    connection: &mut PgConnection,
    now: Timestamp,
    source: &BatchSource<'_>,
    rows: &[i32],
    reason: LeftOutFor,
) -> Result<Option<Payload>, Error> {
    let BatchSource { batch, origin, .. } = source;
    // Somebody who is erased is taken out of everything that may be sent again, too.
    let may_be_sent = match reason {
        LeftOutFor::DoNotCall => {
            matches!(batch.state()?, BatchState::Waiting | BatchState::Sending)
        }
        LeftOutFor::Erased => batch.state()? != BatchState::Created,
    };
    if !may_be_sent {
        return Err(Error::Inconsistent(
            "leads are left out of a batch that may have been sent",
        ));
    }
    let becomes = left_out::Reason {
        key: reason.key(),
        kind: reason.kind().key(),
    };
    let of = (*batch, origin.draft_id);
    let leads = left_out::leave_out(connection, now, of, rows, becomes).await?;
    let Some(payload) = rebuilt(connection, source).await? else {
        return Ok(None);
    };
    let event = Event::LeadsLeftOut(LeadsLeftOut {
        batch: batch.number.into(),
        leads,
        reason: reason.key().to_owned(),
        sha256_before: hex::encode(&batch.payload_digest),
        sha256: hex::encode(&payload.digest),
    });
    let event = NewEvent::of_task(origin.account_id, batch.task_id, now, event);
    events::insert(connection, &event).await?;
    Ok(Some(payload))
}

/// Puts leads back into a batch that AIRudder has made with them, and writes its digest anew. Where their numbers are still on a list, they are
/// cancelled like everybody whom AIRudder calls.
///
/// # Errors
/// [`Error::Inconsistent`] where the batch is not created any more.
pub(crate) async fn put_back_into_batch(
    connection: &mut PgConnection,
    now: Timestamp,
    source: &BatchSource<'_>,
    rows: &[i32],
) -> Result<(), Error> {
    let BatchSource { batch, origin, .. } = source;
    let leads = left_out::put_back(connection, (*batch, origin.draft_id), rows).await?;
    let payload = rebuilt(connection, source).await?;
    let payload = payload.ok_or(Error::Inconsistent(
        "a batch that AIRudder has was sent again",
    ))?;
    let event = Event::LeadsPutBack(LeadsPutBack {
        batch: batch.number.into(),
        leads,
        sha256_before: hex::encode(&batch.payload_digest),
        sha256: hex::encode(&payload.digest),
    });
    let event = NewEvent::of_task(origin.account_id, batch.task_id, now, event);
    events::insert(connection, &event).await?;
    store::do_not_call_changes::insert_change(connection, now, origin.account_id).await?;
    Ok(())
}

/// The payload of a batch whose leads have changed, written down as what it consists of; `None` where the batch was taken over meanwhile.
async fn rebuilt(
    connection: &mut PgConnection,
    source: &BatchSource<'_>,
) -> Result<Option<Payload>, Error> {
    let payload = build_unchecked(connection, source).await?;
    let count = i32::try_from(payload.rows.len())
        .map_err(|_| Error::Inconsistent("a batch of too many leads"))?;
    let is_written = left_out::renew_digest(connection, source.batch, &payload.digest, count);
    Ok(is_written.await?.then_some(payload))
}
