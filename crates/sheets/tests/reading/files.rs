//! Files as they are uploaded.

use std::io::Write;
use std::path::PathBuf;

use sha2::{Digest, Sha256};
use sheets::UploadedFile;

/// A file of that name with those bytes.
pub fn file(name: &str, bytes: &[u8]) -> UploadedFile {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    UploadedFile {
        file,
        file_name: name.to_owned(),
        size: bytes.len() as u64,
        digest: Sha256::digest(bytes).into(),
    }
}

/// A file of the collection of sample leads.
pub fn sample(name: &str) -> UploadedFile {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/data/leads")
        .join(name);
    file(name, &std::fs::read(path).unwrap())
}
