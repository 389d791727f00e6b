//! What the environment says of the keys that encrypt secrets in the database.

use backend::encryption::EncryptionKeys;

use crate::cli::config::Reader;

const FILE: &str = "COXSWAIN_ENCRYPTION_KEYS_FILE";
const KEYS: &str = "COXSWAIN_ENCRYPTION_KEYS";

/// The keys, from the file that is named, or from the environment itself. `None` where neither is set, or what it says is wrong.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<EncryptionKeys> {
    let (variable, text) = match (reader.get(FILE), reader.get(KEYS)) {
        (Some(_), Some(_)) => {
            reader.problem(KEYS, format!("Set this or {FILE}, not both."));
            return None;
        }
        (Some(path), None) => match std::fs::read_to_string(&path) {
            Ok(text) => (FILE, text),
            Err(error) => {
                reader.problem(FILE, format!("“{path}” cannot be read: {error}."));
                return None;
            }
        },
        (None, Some(text)) => (KEYS, text),
        (None, None) => return None,
    };
    match EncryptionKeys::parse(&text) {
        Ok(keys) => Some(keys),
        Err(problem) => {
            reader.problem(variable, problem.to_string());
            None
        }
    }
}

/// Where people are called, secrets are kept: a program that cannot encrypt them does not start.
pub(super) fn demand(reader: &mut Reader<'_>) {
    if reader.get(FILE).is_none() && reader.get(KEYS).is_none() {
        reader.problem(
            FILE,
            "Set it to a file with a key that encrypts secrets in the database. `coxswain encryption-key` prints a key.",
        );
    }
}
