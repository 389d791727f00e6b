//! Page assets, compressed once when they are built instead of at every request.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::files;
use crate::workspace::Profile;

/// Kinds of files that get smaller; pictures and fonts are compressed already.
const COMPRESSIBLE: [&str; 9] = [
    "css",
    "html",
    "ico",
    "js",
    "json",
    "svg",
    "txt",
    "wasm",
    "webmanifest",
];

/// The largest file, in bytes, that is compressed in a debug build. A browser on the same machine gains nothing from
/// it, and this program, itself unoptimised, takes more than a second for each megabyte.
const MAX_DEBUG_BYTES: usize = 1 << 20;

/// Whether compressed copies are kept beside this file.
pub fn is_compressible(path: &Path) -> bool {
    path.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|kind| COMPRESSIBLE.contains(&kind))
}

/// Writes `path.br` and `path.gz` and returns both; in a debug build neither for a big file.
pub fn beside(path: &Path, profile: Profile) -> Result<Vec<PathBuf>> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    if profile == Profile::Debug && bytes.len() > MAX_DEBUG_BYTES {
        return Ok(Vec::new());
    }
    let copies = [
        (with_suffix(path, ".br"), brotli(&bytes, profile)?),
        (with_suffix(path, ".gz"), gzip(&bytes, profile)?),
    ];
    copies
        .into_iter()
        .map(|(copy, bytes)| files::write_if_different(&copy, &bytes).map(|()| copy))
        .collect()
}

/// The whole name with something behind it: `coxswain.js` becomes `coxswain.js.br`.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

fn brotli(bytes: &[u8], profile: Profile) -> Result<Vec<u8>> {
    let quality = match profile {
        Profile::Debug => 5,
        Profile::Release => 11,
    };
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &parameters).context("brotli")?;
    Ok(compressed)
}

fn gzip(bytes: &[u8], profile: Profile) -> Result<Vec<u8>> {
    let level = match profile {
        Profile::Debug => flate2::Compression::fast(),
        Profile::Release => flate2::Compression::best(),
    };
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    encoder.finish().context("gzip")
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn both_copies_hold_what_the_file_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("robots.txt");
        let text = "User-agent: *\n".repeat(50);
        std::fs::write(&path, &text).unwrap();
        let copies = beside(&path, Profile::Debug).unwrap();
        assert_eq!(
            copies,
            [
                folder.path().join("robots.txt.br"),
                folder.path().join("robots.txt.gz")
            ]
        );
        let mut from_brotli = Vec::new();
        brotli::BrotliDecompress(
            &mut &std::fs::read(&copies[0]).unwrap()[..],
            &mut from_brotli,
        )
        .unwrap();
        let mut from_gzip = String::new();
        flate2::read::GzDecoder::new(&std::fs::read(&copies[1]).unwrap()[..])
            .read_to_string(&mut from_gzip)
            .unwrap();
        assert_eq!((from_brotli, from_gzip), (text.clone().into_bytes(), text));
    }

    #[test]
    fn a_big_file_is_not_compressed_in_a_debug_build() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("coxswain_bg.wasm");
        std::fs::write(&path, vec![0; MAX_DEBUG_BYTES + 1]).unwrap();
        assert_eq!(
            beside(&path, Profile::Debug).unwrap(),
            Vec::<PathBuf>::new()
        );
        assert_eq!(beside(&path, Profile::Release).unwrap().len(), 2);
    }

    #[test]
    fn pictures_are_left_as_they_are() {
        assert!(is_compressible(Path::new("pkg/coxswain_bg.wasm")));
        assert!(!is_compressible(Path::new("logo.png")));
    }
}
