//! Do-not-call lists as a whole: uploaded, replaced, removed, shown.

use std::io::Write;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff_sqlx::ToSqlx;
use leads::Sector;
use leads::do_not_call::DoNotCallKind;
use sqlx::{PgConnection, PgPool};
use tokio::sync::mpsc;

use super::do_not_call::{NewEntry, kind};
use super::{At, Unreadable, at};
use crate::ids::{AccountId, DoNotCallListId, PersonId};

/// A list as it is shown.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ListRow {
    pub id: DoNotCallListId,
    kind: String,
    pub name: String,
    sector: String,
    as_of: Option<jiff_sqlx::Date>,
    valid_days: Option<i32>,
    entries: i64,
    pub by_name: Option<String>,
    taken_in_at: At,
}

impl ListRow {
    /// Its kind.
    pub fn kind(&self) -> Result<DoNotCallKind, Unreadable> {
        kind(&self.kind, self.id)
    }

    /// Whose calls it is about; `None` for every account.
    pub fn sector(&self) -> Option<Sector> {
        Sector::from_key(&self.sector)
    }

    /// The day of which it tells, and for how many days it counts as current; nothing for the company's.
    pub fn currency(&self) -> Option<(Date, u32)> {
        let as_of = self.as_of.as_ref()?.to_jiff();
        Some((as_of, self.valid_days?.unsigned_abs()))
    }

    /// How many numbers are on it.
    pub fn entries(&self) -> u64 {
        self.entries.unsigned_abs()
    }

    /// When something was written into it last.
    pub fn taken_in_at(&self) -> Timestamp {
        self.taken_in_at.to_jiff()
    }
}

const COLUMNS: &str = "id, kind, name, sector, as_of, valid_days, entries, \
    (select name from users where users.id = taken_in_by) as by_name, taken_in_at";

/// Every list that counts, the company's first.
pub async fn all(pool: &PgPool) -> sqlx::Result<Vec<ListRow>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from do_not_call_lists where removed_at is null order by kind = 'own' desc, name, id"
    ))
    .fetch_all(pool)
    .await
}

/// A list that counts, locked until the transaction ends.
pub async fn lock(
    connection: &mut PgConnection,
    id: DoNotCallListId,
) -> sqlx::Result<Option<ListRow>> {
    sqlx::query_as(&format!(
        "select {COLUMNS} from do_not_call_lists where id = $1 and removed_at is null for update"
    ))
    .bind(id)
    .fetch_optional(connection)
    .await
}

/// What is written of a list that was uploaded.
pub struct NewList<'a> {
    pub id: DoNotCallListId,
    pub kind: DoNotCallKind,
    pub name: &'a str,
    pub sector: Option<Sector>,
    pub as_of: Date,
    pub valid_days: u32,
    pub by: PersonId,
}

/// Writes a new list without entries, or what is said of it now; the version under which its entries are to be written.
pub async fn upsert(
    connection: &mut PgConnection,
    now: Timestamp,
    list: &NewList<'_>,
) -> sqlx::Result<i32> {
    sqlx::query_scalar(
        "insert into do_not_call_lists (id, kind, name, sector, as_of, valid_days, version, taken_in_by, taken_in_at) \
         values ($1, $2, $3, $4, $5, $6, 1, $7, $8) \
         on conflict (id) do update set name = excluded.name, sector = excluded.sector, as_of = excluded.as_of, \
             valid_days = excluded.valid_days, version = do_not_call_lists.version + 1, taken_in_by = excluded.taken_in_by, \
             taken_in_at = excluded.taken_in_at returning version",
    )
    .bind(list.id)
    .bind(list.kind.key())
    .bind(list.name)
    .bind(list.sector.map_or("every", Sector::key))
    .bind(list.as_of.to_sqlx())
    .bind(i32::try_from(list.valid_days).map_err(|error| sqlx::Error::Encode(Box::new(error)))?)
    .bind(list.by)
    .bind(at(now))
    .fetch_one(connection)
    .await
}

/// Appends one line of COPY's text format (PostgreSQL documentation, COPY, “Text Format”), in the order of [`copy_in`].
pub fn encode(
    buffer: &mut Vec<u8>,
    (list, version): (DoNotCallListId, i32),
    now: Timestamp,
    entry: &NewEntry,
) {
    let hash = hex::encode(entry.hash);
    let (key, last_four) = (entry.key, entry.last_four);
    writeln!(
        buffer,
        "\\\\x{hash}\t{list}\t{version}\t{key}\t{last_four}\t{now}\tupload"
    )
    .expect("writing to memory");
}

/// Writes the entries that come through the channel in COPY's text format, each once.
pub async fn copy_in(
    connection: &mut PgConnection,
    chunks: &mut mpsc::Receiver<Vec<u8>>,
) -> sqlx::Result<()> {
    let mut copy = connection
        .copy_in_raw(
            "copy do_not_call_entries (hash, list_id, version, key_id, last_four, added_at, source) from stdin",
        )
        .await?;
    while let Some(chunk) = chunks.recv().await {
        copy.send(chunk).await?;
    }
    copy.finish().await?;
    Ok(())
}

/// Counts the entries of the version that was written, and forgets those of the versions before.
pub async fn finish_version(
    connection: &mut PgConnection,
    list: DoNotCallListId,
    version: i32,
    entries: u64,
) -> sqlx::Result<()> {
    sqlx::query("update do_not_call_lists set entries = $2 where id = $1")
        .bind(list)
        .bind(i64::try_from(entries).unwrap_or(i64::MAX))
        .execute(&mut *connection)
        .await?;
    sqlx::query("delete from do_not_call_entries where list_id = $1 and version < $2")
        .bind(list)
        .bind(version)
        .execute(connection)
        .await?;
    Ok(())
}

/// Removes a list with its entries.
pub async fn remove(
    connection: &mut PgConnection,
    now: Timestamp,
    list: DoNotCallListId,
) -> sqlx::Result<()> {
    sqlx::query("update do_not_call_lists set removed_at = $2, entries = 0 where id = $1")
        .bind(list)
        .bind(at(now))
        .execute(&mut *connection)
        .await?;
    sqlx::query("delete from do_not_call_entries where list_id = $1")
        .bind(list)
        .execute(connection)
        .await?;
    Ok(())
}

/// Whether the account refuses to check and submit with a list that is out of date.
pub async fn set_refuse_outdated(
    connection: &mut PgConnection,
    account: AccountId,
    refuse: bool,
) -> sqlx::Result<bool> {
    let changed = sqlx::query(
        "update accounts set refuse_outdated_lists = $2 where id = $1 and refuse_outdated_lists <> $2",
    )
    .bind(account)
    .bind(refuse)
    .execute(connection)
    .await?;
    Ok(changed.rows_affected() == 1)
}
