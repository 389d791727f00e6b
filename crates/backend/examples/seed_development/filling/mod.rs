//! What a development database is filled with. Everything comes about as it does for a person: by the use cases and the worker,
//! with the simulator of the provider. Only the clock is moved by hand, from twelve weeks ago to the present.

mod drafts;
mod history;
mod lists;
mod not_called;
mod people;
mod tasks;
mod world;

use std::collections::BTreeMap;

use backend::encryption::EncryptionKeys;
use jiff::Timestamp;
use serde::Serialize;
use sqlx::PgPool;

use people::Person;
use world::World;

/// What a step of the filling comes to.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// What a database was filled with.
#[derive(Debug, Serialize)]
pub struct Filled {
    /// Who can sign in, by role.
    pub people: BTreeMap<&'static str, Person>,
    /// The path of every draft and every task, and of the other examples, by what it is an example of.
    pub screens: BTreeMap<&'static str, String>,
}

/// Fills a database whose schema is up to date, as of `now`, for an account in that zone.
///
/// # Errors
/// Where the database already holds drafts or tasks; and where something did not become what it was to be.
pub async fn fill(
    pool: PgPool,
    now: Timestamp,
    zone: &str,
    keys: Option<EncryptionKeys>,
) -> Outcome<Filled> {
    let (world, people) = World::new(pool, now, zone, keys).await?;
    history::make(&world).await?;
    let mut screens = tasks::make(&world).await?;
    screens.append(&mut not_called::make(&world).await?);
    // Drafts come last: some of their leads are in one of the tasks.
    screens.append(&mut drafts::make(&world).await?);
    Ok(Filled { people, screens })
}
