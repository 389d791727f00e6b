//! A store of sessions that finds a session and whose it is at once, and in which an ended session stays ended.

use async_trait::async_trait;
use backend::sessions::{self, FoundPerson};
use jiff::Timestamp;
use sqlx::PgPool;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};

use crate::web::clock;
use crate::web::request::session::PERSON;
use backend::ids::PersonId;

/// Where a session that was just read holds whose it is ([`FoundPerson`]). It is never written: it is as old as the request.
pub const FOUND_PERSON: &str = "found_person";

/// Sessions in Postgres; `save` writes those only that are there.
///
/// A request holds its session from its beginning and saves it at its end. If that inserted what it does not find, as the stores do
/// that come with the library, a slow request that began before its person signed out would bring the session back.
#[derive(Clone, Debug)]
pub struct UpdateOnlyStore {
    pool: PgPool,
}

impl UpdateOnlyStore {
    /// The sessions of that database.
    pub fn new(pool: &PgPool) -> UpdateOnlyStore {
        UpdateOnlyStore { pool: pool.clone() }
    }
}

/// A session as it is written.
struct Written {
    id: String,
    data: Vec<u8>,
    person: Option<PersonId>,
    expires: Timestamp,
}

fn written(record: &Record) -> Result<Written> {
    let mut record = record.clone();
    record.data.remove(FOUND_PERSON);
    let person = record.data.get(PERSON).and_then(|id| id.as_str());
    Ok(Written {
        id: record.id.to_string(),
        person: person.and_then(|id| id.parse().ok()),
        data: rmp_serde::to_vec(&record).map_err(|error| Error::Encode(error.to_string()))?,
        expires: Timestamp::from_second(record.expiry_date.unix_timestamp())
            .map_err(|error| Error::Encode(error.to_string()))?,
    })
}

fn read(data: &[u8], person: Option<FoundPerson>) -> Result<Record> {
    let mut record: Record =
        rmp_serde::from_slice(data).map_err(|error| Error::Decode(error.to_string()))?;
    if let Some(person) = person {
        let person =
            serde_json::to_value(person).map_err(|error| Error::Decode(error.to_string()))?;
        record.data.insert(FOUND_PERSON.to_owned(), person);
    }
    Ok(record)
}

fn failed(error: backend::Error) -> Error {
    Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for UpdateOnlyStore {
    async fn create(&self, record: &mut Record) -> Result<()> {
        loop {
            let new = written(record)?;
            let inserted =
                sessions::insert(&self.pool, &new.id, &new.data, new.person, new.expires);
            if inserted.await.map_err(failed)? {
                return Ok(());
            }
            record.id = Id::default();
        }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let new = written(record)?;
        let saved = sessions::update(&self.pool, &new.id, &new.data, new.person, new.expires);
        saved.await.map_err(failed)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = sessions::find(&self.pool, &id.to_string(), clock::now()).await;
        match found.map_err(failed)? {
            Some(found) => read(&found.data, found.person).map(Some),
            None => Ok(None),
        }
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let deleted = sessions::delete(&self.pool, &id.to_string()).await;
        deleted.map_err(failed)
    }
}

#[cfg(test)]
mod tests {
    use tower_sessions::cookie::time::OffsetDateTime;

    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_was_found_with_a_session_is_never_written() {
        let person = PersonId::from(Uuid::from_u128(7));
        let mut record = Record {
            id: Id::default(),
            data: Default::default(),
            expiry_date: OffsetDateTime::UNIX_EPOCH,
        };
        record
            .data
            .insert(PERSON.to_owned(), person.to_string().into());
        record.data.insert(FOUND_PERSON.to_owned(), "Ana".into());
        let new = written(&record).unwrap();
        assert_eq!(new.person, Some(person));
        record.data.remove(FOUND_PERSON);
        assert_eq!(read(&new.data, None).unwrap(), record);
    }
}
