//! A store of sessions that finds a session and whose it is at once, and in which an ended session stays ended.

use std::net::IpAddr;

use async_trait::async_trait;
use backend::audit::{Client, SignedInBy};
use backend::sessions::{self, Found, Written};
use jiff::Timestamp;
use serde::Deserialize;
use sqlx::PgPool;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};

use crate::web::clock;
use crate::web::request::session::{
    ADDRESS, BY, CONFIRMED, EPOCH, NEW_DEVICE, PERSON, SIGNED_IN, USER_AGENT,
};
use backend::ids::PersonId;

/// Where a session that was just read holds whose it is ([`FoundPerson`](sessions::FoundPerson)). It is never written: it is as old as the
/// request.
pub const FOUND_PERSON: &str = "found_person";

/// Stands for the id in what is written.
const NO_ID: Id = Id(0);

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

/// What is stored of a session as the library holds it: without its id, which is the secret, and without what was found with it.
struct Stored {
    data: Vec<u8>,
    person: Option<PersonId>,
    signed_in_at: Option<Timestamp>,
    epoch: Option<i32>,
    client: Option<Client>,
    by: Option<SignedInBy>,
    confirmed_at: Option<Timestamp>,
    is_new_device: bool,
    seen_at: Timestamp,
    expires: Timestamp,
}

impl Stored {
    fn of(record: &Record, now: Timestamp) -> Result<Stored> {
        let mut record = record.clone();
        record.id = NO_ID;
        record.data.remove(FOUND_PERSON);
        let text = |key: &str| record.data.get(key).and_then(|value| value.as_str());
        let flag = |key: &str| record.data.get(key).and_then(|value| value.as_bool());
        let number = |key: &str| record.data.get(key).and_then(|value| value.as_i64());
        let address: Option<IpAddr> = text(ADDRESS).and_then(|address| address.parse().ok());
        Ok(Stored {
            person: text(PERSON).and_then(|id| id.parse().ok()),
            signed_in_at: text(SIGNED_IN).and_then(|at| at.parse().ok()),
            epoch: number(EPOCH).and_then(|epoch| epoch.try_into().ok()),
            client: address.map(|address| Client::new(address, text(USER_AGENT))),
            by: record
                .data
                .get(BY)
                .and_then(|by| SignedInBy::deserialize(by).ok()),
            confirmed_at: text(CONFIRMED).and_then(|at| at.parse().ok()),
            is_new_device: flag(NEW_DEVICE).unwrap_or_default(),
            data: rmp_serde::to_vec(&record).map_err(|error| Error::Encode(error.to_string()))?,
            seen_at: now,
            expires: Timestamp::from_second(record.expiry_date.unix_timestamp())
                .map_err(|error| Error::Encode(error.to_string()))?,
        })
    }

    fn written(&self) -> Written<'_> {
        Written {
            data: &self.data,
            person: self.person,
            signed_in_at: self.signed_in_at,
            epoch: self.epoch,
            client: self.client.as_ref(),
            by: self.by,
            confirmed_at: self.confirmed_at,
            is_new_device: self.is_new_device,
            seen_at: self.seen_at,
            expires: self.expires,
        }
    }
}

fn read(id: Id, found: &Found) -> Result<Record> {
    let mut record: Record =
        rmp_serde::from_slice(&found.data).map_err(|error| Error::Decode(error.to_string()))?;
    record.id = id;
    if !found.is_somebodys {
        record.data.remove(PERSON);
    }
    if let Some(person) = &found.person {
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
        let new = Stored::of(record, clock::now())?;
        loop {
            let id = record.id.to_string();
            let inserted = sessions::insert(&self.pool, &id, &new.written()).await;
            if inserted.map_err(failed)? {
                return Ok(());
            }
            record.id = Id::default();
        }
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let new = Stored::of(record, clock::now())?;
        let saved = sessions::update(&self.pool, &record.id.to_string(), &new.written()).await;
        saved.map_err(failed)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let found = sessions::find(&self.pool, &id.to_string(), clock::now()).await;
        match found.map_err(failed)? {
            Some(found) => read(*id, &found).map(Some),
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
        let new = Stored::of(&record, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(new.person, Some(person));
        record.data.remove(FOUND_PERSON);
        let found = |is_somebodys| Found {
            data: new.data.clone(),
            is_somebodys,
            person: None,
        };
        assert_eq!(read(record.id, &found(true)).unwrap(), record);
        // It was written after the sessions of the person had ended.
        record.data.remove(PERSON);
        assert_eq!(read(record.id, &found(false)).unwrap(), record);
    }

    #[test]
    fn the_id_of_a_session_is_never_written() {
        let record = |id| Record {
            id: Id(id),
            data: Default::default(),
            expiry_date: OffsetDateTime::UNIX_EPOCH,
        };
        let data = |id| Stored::of(&record(id), Timestamp::UNIX_EPOCH).unwrap().data;
        assert_eq!(data(i128::MAX - 7), data(4711));
    }
}
