//! A store of sessions in which an ended session stays ended.

use std::sync::Arc;

use async_trait::async_trait;
use tokio::sync::RwLock;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::Result;

/// Keeps `save` to sessions that are there.
///
/// A request holds its session from its beginning and saves it at its end; the stores behind this one insert what they do
/// not find. A slow request that began before its person signed out would so bring the session back. Clones share the lock.
#[derive(Clone, Debug)]
pub struct EndedStaysEnded<Store> {
    store: Store,
    /// Held for writing while a session is ended, so that none ends between the look and the save. It is of this process,
    /// the only one that serves the database.
    ending: Arc<RwLock<()>>,
}

impl<Store> EndedStaysEnded<Store> {
    /// Wraps a store.
    pub fn new(store: Store) -> EndedStaysEnded<Store> {
        EndedStaysEnded {
            store,
            ending: Arc::default(),
        }
    }
}

#[async_trait]
impl<Store: SessionStore> SessionStore for EndedStaysEnded<Store> {
    async fn create(&self, record: &mut Record) -> Result<()> {
        self.store.create(record).await
    }

    async fn save(&self, record: &Record) -> Result<()> {
        let _none_ends = self.ending.read().await;
        match self.store.load(&record.id).await? {
            Some(_) => self.store.save(record).await,
            None => Ok(()),
        }
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        self.store.load(id).await
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let _none_is_saved = self.ending.write().await;
        self.store.delete(id).await
    }
}

#[cfg(test)]
mod tests {
    use tower_sessions::{MemoryStore, Session};

    use super::*;

    /// A session that was signed in, as a request sees it that has just arrived.
    async fn arrived(store: &Arc<EndedStaysEnded<MemoryStore>>, id: Id) -> Session {
        let session = Session::new(Some(id), store.clone(), None);
        assert_eq!(session.get("person").await.unwrap(), Some(7));
        session
    }

    #[tokio::test]
    async fn a_request_that_outlives_its_session_does_not_bring_it_back() {
        let store = Arc::new(EndedStaysEnded::new(MemoryStore::default()));
        let first = Session::new(None, store.clone(), None);
        first.insert("person", 7).await.unwrap();
        first.save().await.unwrap();
        let id = first.id().unwrap();

        let slow = arrived(&store, id).await;
        arrived(&store, id).await.flush().await.unwrap();
        slow.insert("notice", "late").await.unwrap();
        slow.save().await.unwrap();
        assert_eq!(store.load(&id).await.unwrap(), None);
    }

    #[tokio::test]
    async fn a_session_that_is_there_is_saved() {
        let store = Arc::new(EndedStaysEnded::new(MemoryStore::default()));
        let first = Session::new(None, store.clone(), None);
        first.insert("person", 7).await.unwrap();
        first.save().await.unwrap();
        let id = first.id().unwrap();

        let later = arrived(&store, id).await;
        later.insert("notice", "kept").await.unwrap();
        later.save().await.unwrap();
        let again = arrived(&store, id).await;
        assert_eq!(
            again.get::<String>("notice").await.unwrap().as_deref(),
            Some("kept")
        );
    }
}
