//! The restore journal: a file outside of the database, to which is added what a backup would bring back or lose.

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use localization::Message;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::do_not_call::{Listed, TakenOff};
use crate::drafts::whole_list;
use crate::erasures;
use crate::error::Error;

/// The file of the journal: a line of JSON for each entry. It names nobody who is called: of numbers it has keyed hashes and last digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestoreJournal(PathBuf);

/// A change that a restored database may lack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub(crate) enum Change {
    /// A number was erased.
    NumberErased(erasures::Details),
    /// Numbers were put on the company's do-not-call list.
    NumbersListed(Listed),
    /// A number was taken off a do-not-call list.
    NumberTakenOff(TakenOff),
    /// A do-not-call list was uploaded: its numbers are not in the journal, so it has to be uploaded again.
    ListUploaded {
        /// Its name.
        list: String,
        /// The day of which it tells.
        as_of: Date,
    },
}

/// A line of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// When it was changed.
    pub at: Timestamp,
    #[serde(flatten)]
    pub change: Change,
}

/// The SHA-256 of a line: what the database knows it by.
pub(crate) type EntryDigest = [u8; 32];

impl RestoreJournal {
    /// The file at that path. It is made with the first entry.
    pub fn at(path: impl Into<PathBuf>) -> RestoreJournal {
        RestoreJournal(path.into())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Adds an entry, and has it on the disk. Several processes may write at the same time: a line is written at once.
    pub(super) async fn append(&self, entry: &Entry) -> Result<EntryDigest, Error> {
        let line = serde_json::to_string(entry).map_err(|_| {
            Error::Inconsistent("an entry of the restore journal cannot be written")
        })?;
        let digest = digest(&line);
        let journal = self.clone();
        whole_list::compute(move || journal.append_line(&line)).await??;
        Ok(digest)
    }

    fn append_line(&self, line: &str) -> io::Result<()> {
        let mut file = self.open()?;
        // Where the machine failed in the middle of a line, the next one still begins on its own.
        let before = if ends_a_line(&mut file)? { "" } else { "\n" };
        file.write_all(format!("{before}{line}\n").as_bytes())?;
        file.sync_all()
    }

    /// Makes sure that it can be written to.
    pub(crate) fn expect_writable(&self) -> Result<(), Error> {
        Ok(self.open().map(drop)?)
    }

    fn open(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.create(true).read(true).append(true).open(&self.0)
    }

    /// The entries in it, oldest first; none where it was never written.
    pub(super) fn read(&self) -> Result<Vec<(EntryDigest, Entry)>, Error> {
        let file = match File::open(&self.0) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut entries = Vec::new();
        for (index, line) in BufReader::new(file).lines().enumerate() {
            let line = line?;
            if line.trim().is_empty() {
                continue;
            }
            let entry = serde_json::from_str(&line).map_err(|_| {
                let sentence = format!(
                    "Line {} of {} cannot be read. Restore the file from your copy; where the machine failed while it was written, delete the line.",
                    index + 1,
                    self.0.display()
                );
                Error::Conflict(Message::verbatim(sentence))
            })?;
            entries.push((digest(&line), entry));
        }
        Ok(entries)
    }
}

fn digest(line: &str) -> EntryDigest {
    Sha256::digest(line).into()
}

/// Whether what is written next begins a line of its own.
fn ends_a_line(file: &mut File) -> io::Result<bool> {
    if file.seek(SeekFrom::End(0))? == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn entry(list: &str) -> Entry {
        Entry {
            at: Timestamp::UNIX_EPOCH,
            change: Change::ListUploaded {
                list: list.to_owned(),
                as_of: date(2026, 11, 1),
            },
        }
    }

    #[tokio::test]
    async fn entries_are_read_as_they_were_added() {
        let folder = tempfile::tempdir().unwrap();
        let journal = RestoreJournal::at(folder.path().join("journal.jsonl"));
        assert_eq!(journal.read().unwrap(), Vec::new(), "nothing has happened");
        let mut added = Vec::new();
        for list in ["REPEP", "Client"] {
            let entry = entry(list);
            added.push((journal.append(&entry).await.unwrap(), entry));
        }
        assert_eq!(journal.read().unwrap(), added);
    }

    #[tokio::test]
    async fn a_line_that_was_not_finished_is_named_and_spoils_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let journal = RestoreJournal::at(folder.path().join("journal.jsonl"));
        std::fs::write(journal.path(), "{\"at\":").unwrap();
        journal.append(&entry("REPEP")).await.unwrap();
        let error = journal.read().unwrap_err().to_string();
        assert!(error.contains("Line 1 of "), "{error}");
        let written = std::fs::read_to_string(journal.path()).unwrap();
        let (_, rest) = written.split_once('\n').unwrap();
        std::fs::write(journal.path(), rest).unwrap();
        assert_eq!(journal.read().unwrap()[0].1, entry("REPEP"));
    }
}
