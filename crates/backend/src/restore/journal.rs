//! Receipts outside of the database: a file to which each is added before it is committed, so that it survives a restore from a backup.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use super::Details;
use crate::error::Error;

/// The file of the receipts: a line of JSON for each. It names nobody; with the encryption keys a number can be compared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasuresFile(PathBuf);

impl ErasuresFile {
    /// The file at that path. It is made with the first receipt.
    pub fn at(path: impl Into<PathBuf>) -> ErasuresFile {
        ErasuresFile(path.into())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Adds a receipt, and has it on the disk. Several processes may write at the same time: a line is written at once.
    pub(super) fn append(&self, details: &Details) -> Result<(), Error> {
        let mut line = serde_json::to_string(details)
            .map_err(|_| Error::Inconsistent("a receipt cannot be written"))?;
        line.push('\n');
        let mut file = self.open()?;
        file.write_all(line.as_bytes())?;
        file.sync_all()?;
        Ok(())
    }

    /// Makes sure that it can be written to.
    pub(super) fn expect_writable(&self) -> Result<(), Error> {
        self.open().map(drop)
    }

    fn open(&self) -> Result<File, Error> {
        let mut options = OpenOptions::new();
        Ok(options.create(true).append(true).open(&self.0)?)
    }

    /// The receipts in it, oldest first; none where it was never written.
    pub(super) fn read(&self) -> Result<Vec<Details>, Error> {
        let file = match File::open(&self.0) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut receipts = Vec::new();
        for (index, line) in BufReader::new(file).lines().enumerate() {
            let line = line?;
            if line.trim().is_empty() {
                continue;
            }
            let details = serde_json::from_str(&line).map_err(|_| {
                let sentence = format!(
                    "Line {} of {} is no receipt. Restore the file from your copy.",
                    index + 1,
                    self.0.display()
                );
                Error::Conflict(sentence)
            })?;
            receipts.push(details);
        }
        Ok(receipts)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn receipts_are_read_as_they_were_added() {
        let folder = tempfile::tempdir().unwrap();
        let file = ErasuresFile::at(folder.path().join("erasures.jsonl"));
        assert_eq!(file.read().unwrap(), Vec::new(), "nothing was erased yet");
        let details = |id: u128| Details {
            id: Uuid::from_u128(id).into(),
            erased_at: Timestamp::UNIX_EPOCH,
            by: None,
            hash: "010203".to_owned(),
            last_four: 42,
            on_do_not_call: true,
        };
        for id in [1, 2] {
            file.append(&details(id)).unwrap();
        }
        assert_eq!(file.read().unwrap(), [details(1), details(2)]);
        std::fs::write(file.path(), "{}\n").unwrap();
        let error = file.read().unwrap_err().to_string();
        assert!(error.contains("Line 1 of "), "{error}");
    }
}
