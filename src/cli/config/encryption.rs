//! What the environment says of the keys that encrypt secrets in the database.

use backend::encryption::EncryptionKeys;

use crate::cli::config::Reader;
use crate::cli::config::secret::SecretVariable;

const KEYS: SecretVariable = SecretVariable {
    itself: "COXSWAIN_ENCRYPTION_KEYS",
    file: "COXSWAIN_ENCRYPTION_KEYS_FILE",
};

/// The keys, from the file that is named, or from the environment itself. `None` where neither is set, or what it says is wrong.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<EncryptionKeys> {
    let text = reader.secret(KEYS)?;
    match EncryptionKeys::parse(&text) {
        Ok(keys) => Some(keys),
        Err(problem) => {
            reader.problem(reader.source_of(KEYS), problem.to_string());
            None
        }
    }
}

/// Where people are called, secrets are kept: a program that cannot encrypt them does not start.
pub(super) fn demand(reader: &mut Reader<'_>) {
    if !reader.has_secret(KEYS) {
        reader.problem(
            KEYS.file,
            "Set it to a file with a key that encrypts secrets in the database. `coxswain encryption-key` prints a key.",
        );
    }
}
