//! `coxswain restore-check`: after a restore from a backup.

use backend::Backend;
use backend::erasures::{self, ErasuresFile};
use clap::Args;
use coxswain::web::clock;

use crate::cli::failure::Failure;
use crate::cli::{config, offline_client, serve};

/// Which receipts are compared with the database.
#[derive(Debug, Args)]
pub struct RestoreCheckArguments {
    /// File of the receipts of what was erased, that Coxswain has written
    #[arg(env = config::ERASURES)]
    file: std::path::PathBuf,
}

/// Erases again what the receipts say and a restored database does not know of.
///
/// # Errors
/// When the environment, the file or the database stands in the way.
pub async fn check_restore(
    arguments: RestoreCheckArguments,
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<(), Failure> {
    let url = config::database_url(&lookup).map_err(Failure::Config)?;
    let keys = config::encryption_keys(&lookup).map_err(Failure::Config)?;
    let file = ErasuresFile::at(arguments.file);
    let pool = serve::database(&url).await?;
    let backend = Backend::new(pool, offline_client()?, false).with_encryption_keys(keys);
    let done = erasures::restore_check(&backend, clock::now(), &file).await;
    let done = done.map_err(Failure::Backend)?;
    println!(
        "{} of {} receipts were missing from the database; {} rows were erased again.",
        done.missing, done.receipts, done.rows
    );
    if done.not_listed > 0 {
        println!(
            "{} numbers that the database does not hold could not be put on the do-not-call list again.",
            done.not_listed
        );
    }
    Ok(())
}
