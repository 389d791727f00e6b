//! `coxswain restore-check`: after a restore from a backup.

use backend::Backend;
use backend::restore::{self, Reapplied, RestoreJournal};
use clap::Args;
use coxswain::web::clock;

use crate::cli::failure::Failure;
use crate::cli::{config, offline_client, serve};

/// Which journal is compared with the database.
#[derive(Debug, Args)]
pub struct RestoreCheckArguments {
    /// The restore journal that Coxswain has written
    #[arg(env = config::RESTORE_JOURNAL)]
    file: std::path::PathBuf,
}

/// Applies again what the journal says and a restored database does not know of.
///
/// # Errors
/// When the environment, the file or the database stands in the way.
pub async fn check_restore(
    arguments: RestoreCheckArguments,
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<(), Failure> {
    let url = config::database_url(&lookup).map_err(Failure::Config)?;
    let keys = config::encryption_keys(&lookup).map_err(Failure::Config)?;
    let journal = RestoreJournal::at(arguments.file);
    let pool = serve::database(&url).await?;
    let backend = Backend::new(pool, offline_client()?, false).with_encryption_keys(keys);
    let done = restore::check(&backend, clock::now(), &journal).await;
    print(&done.map_err(Failure::Backend)?);
    Ok(())
}

fn print(done: &Reapplied) {
    println!(
        "{} of {} entries of the restore journal were missing from the database.",
        done.missing, done.entries
    );
    println!(
        "{} numbers were erased again, from {} rows. {} were put on the company's do-not-call list again, {} were taken off again.",
        done.erased, done.rows, done.listed, done.taken_off
    );
    if done.without_key > 0 {
        println!(
            "{} numbers cannot be put on the list again: their key was made after the backup. Restore a newer backup.",
            done.without_key
        );
    }
    for list in &done.uploads {
        println!("Upload this do-not-call list again: {list}");
    }
}
