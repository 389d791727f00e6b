//! Fills a database that nobody has used yet with things to look at: the account, its people, drafts, and a task in every state.
//! `cargo xtask seed` runs it on the database of `cargo xtask run`, the browser tests on their own.
//!
//! `DATABASE_URL` names the database, `COXSWAIN_ENCRYPTION_KEYS_FILE` or `COXSWAIN_ENCRYPTION_KEYS` the keys of the program that is to use
//! it, without which no number is on a do-not-call list; the first argument the zone of the account, Asia/Jakarta where there is none. Standard output
//! gets one JSON object: who can sign in, and the path of everything that was made, by name. Nobody is ever called: the provider is
//! a simulator in this process, whatever else the environment says.

mod filling;

use std::process::ExitCode;

use backend::encryption::EncryptionKeys;
use sqlx::PgPool;

use filling::{Filled, Outcome};

/// The zone of the account's capital.
const USUAL_ZONE: &str = "Asia/Jakarta";

#[tokio::main]
async fn main() -> ExitCode {
    let printed = match fill().await {
        Ok(filled) => print(&filled),
        Err(error) => Err(error),
    };
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn fill() -> Outcome<Filled> {
    #[allow(
        clippy::disallowed_methods,
        reason = "it has no configuration but this"
    )]
    let url = std::env::var("DATABASE_URL").map_err(|_| "DATABASE_URL is not set")?;
    let (zone, keys) = (std::env::args().nth(1), encryption_keys()?);
    let pool = PgPool::connect(&url).await?;
    backend::migrate(&pool).await?;
    #[allow(
        clippy::disallowed_methods,
        reason = "here the clock enters: everything else takes the time as an argument"
    )]
    let now = jiff::Timestamp::now();
    filling::fill(pool, now, zone.as_deref().unwrap_or(USUAL_ZONE), keys).await
}

/// The keys of the program that is to use the database, where it has some.
fn encryption_keys() -> Outcome<Option<EncryptionKeys>> {
    #[allow(
        clippy::disallowed_methods,
        reason = "it has no configuration but this"
    )]
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let text = match variable("COXSWAIN_ENCRYPTION_KEYS_FILE") {
        Some(file) => Some(std::fs::read_to_string(file)?),
        None => variable("COXSWAIN_ENCRYPTION_KEYS"),
    };
    Ok(text.map(|text| EncryptionKeys::parse(&text)).transpose()?)
}

/// The object for programs on standard output, and what a person needs to know beside it.
fn print(filled: &Filled) -> Outcome<()> {
    println!("{}", serde_json::to_string(filled)?);
    for (role, person) in &filled.people {
        let (email, password) = (person.email, person.password);
        eprintln!("Sign in as {email} ({role}), password: {password}");
    }
    Ok(())
}
