//! The data of a checkout's own Postgres: where it lies, and who may use it.

use std::fs;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::postgres::create_home;
use crate::prepare;
use crate::workspace::Workspace;

/// Only one `cargo xtask run` at a time may use the data of a checkout. Given up when dropped, and by the system when
/// this program is killed.
pub struct DevelopmentData {
    pub home: PathBuf,
    _lock: fs::File,
}

/// The name of the file with the key.
const ENCRYPTION_KEY: &str = "encryption-key";

impl DevelopmentData {
    /// Takes the folder of this checkout's data, creating it the first time.
    pub fn take(workspace: &Workspace) -> Result<Self> {
        let home = development_home(workspace);
        create_home(&home)?;
        let path = home.join("lock");
        let lock =
            fs::File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
        if lock.try_lock().is_err() {
            bail!(
                "Coxswain is already running from this checkout: use that one, or stop it with Ctrl-C and start again."
            );
        }
        fs::write(home.join("checkout"), workspace.root.as_os_str().as_bytes())?;
        Ok(Self { home, _lock: lock })
    }

    /// The file with the key, where a server has made it already.
    pub fn known_encryption_keys(&self) -> Option<PathBuf> {
        Some(self.home.join(ENCRYPTION_KEY)).filter(|path| path.exists())
    }

    /// The file with the key that encrypts secrets in this checkout's database. The server makes the key the first time.
    pub fn encryption_keys(&self, server: &Path) -> Result<PathBuf> {
        let path = self.home.join(ENCRYPTION_KEY);
        if path.exists() {
            return Ok(path);
        }
        let answer = Command::new(server).arg("encryption-key").output();
        let answer = answer.with_context(|| format!("cannot run {}", server.display()))?;
        if !answer.status.success() {
            bail!("{} encryption-key: {}", server.display(), answer.status);
        }
        let mut file = fs::OpenOptions::new();
        file.write(true).create_new(true).mode(0o600);
        let written = file
            .open(&path)
            .and_then(|mut file| file.write_all(&answer.stdout));
        written.with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    /// The major version that wrote the data, where there is some.
    pub fn major(&self) -> Option<String> {
        Some(
            fs::read_to_string(self.home.join("data/PG_VERSION"))
                .ok()?
                .trim()
                .to_owned(),
        )
    }
}

/// Postgres refuses to run as root, and the user `postgres` can reach neither root's home nor every checkout. So an
/// ordinary user's data lies in the checkout, and root's in a folder named after it that `postgres` owns.
fn development_home(workspace: &Workspace) -> PathBuf {
    if prepare::is_root() {
        Path::new("/var/lib/coxswain-dev").join(format!(
            "{:016x}",
            fnv1a(workspace.root.as_os_str().as_bytes())
        ))
    } else {
        workspace.path(".coxswain/postgres")
    }
}

/// The hash FNV-1a: the same in every version of Rust, unlike the standard library's, so that the data is found again.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_checkout_is_named_by_the_published_hash() {
        // Test vectors of the FNV specification.
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
