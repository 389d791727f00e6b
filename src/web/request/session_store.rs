//! A store of sessions in which an ended session stays ended.

use async_trait::async_trait;
use backend::sessions;
use jiff::Timestamp;
use sqlx::PgPool;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error, Result};
use tower_sessions_sqlx_store::PostgresStore;

/// Sessions in Postgres; `save` writes those only that are there.
///
/// A request holds its session from its beginning and saves it at its end; the store behind this one inserts what it does
/// not find. A slow request that began before its person signed out would so bring the session back.
#[derive(Clone, Debug)]
pub struct EndedStaysEnded {
    store: PostgresStore,
    pool: PgPool,
}

impl EndedStaysEnded {
    /// The sessions of that database.
    pub fn new(pool: &PgPool) -> EndedStaysEnded {
        EndedStaysEnded {
            store: PostgresStore::new(pool.clone()),
            pool: pool.clone(),
        }
    }
}

#[async_trait]
impl SessionStore for EndedStaysEnded {
    async fn create(&self, record: &mut Record) -> Result<()> {
        self.store.create(record).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        // As the store behind this one writes it: that one reads it again.
        let data = rmp_serde::to_vec(record).map_err(|error| Error::Encode(error.to_string()))?;
        let expires = Timestamp::from_second(record.expiry_date.unix_timestamp())
            .map_err(|error| Error::Encode(error.to_string()))?;
        sessions::update(&self.pool, &record.id.to_string(), &data, expires)
            .await
            .map_err(|error| Error::Backend(error.to_string()))
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        self.store.load(id).await
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        self.store.delete(id).await
    }
}
