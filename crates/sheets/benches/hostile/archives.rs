//! Zip archives: a writer of parts, and archives that harm as such.

use std::fs::File;
use std::io::{BufWriter, Write};

use sheets::SheetError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Ends, Hostile, file, repeat};

/// The archives.
pub const ALL: &[Hostile] = &[
    Hostile {
        name: "zip: one stored part of zeros",
        make: |scale| zeros(scale.of(1 << 20, 60 << 20)),
        ends: |_| Ends::Refused(SheetError::Archive),
    },
    Hostile {
        name: "zip: 2,000 parts with long names",
        make: |scale| named(scale.of(2_000, 30_000)),
        ends: |_| {
            Ends::RefusedWith(&[
                SheetError::Archive,
                SheetError::Damaged,
                SheetError::TooMuchMemory,
            ])
        },
    },
];

/// Writes parts one after the other.
pub struct Parts<'a>(ZipWriter<BufWriter<&'a File>>);

impl Parts<'_> {
    /// A part with what `write` writes.
    pub fn add(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
    ) -> std::io::Result<()> {
        let options = SimpleFileOptions::default().large_file(false);
        self.0.start_file(name, options)?;
        write(&mut self.0)
    }
}

/// An archive with what `write` adds.
pub fn archive(write: impl FnOnce(&mut Parts<'_>) -> std::io::Result<()>) -> File {
    let file = tempfile::tempfile().expect("a temporary file");
    let output = BufWriter::with_capacity(1 << 20, &file);
    {
        let mut parts = Parts(ZipWriter::new(output));
        write(&mut parts).expect("a temporary file");
        let mut output = parts.0.finish().expect("an archive");
        output.flush().expect("a temporary file");
    }
    file
}

fn zeros(length: usize) -> File {
    archive(|parts| {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        parts.0.start_file("zeros", stored)?;
        repeat(&mut parts.0, &[0], length)
    })
}

fn named(length: usize) -> File {
    // Written by hand: only the directory says the names, so each stands in the file once.
    let parts = 2_000_u16;
    let name_length = u16::try_from(length).expect("a name of at most 65,535 bytes");
    file(|output| {
        let local = local_header(1);
        output.write_all(&local)?;
        for part in 0..parts {
            output.write_all(&entry(name_length))?;
            write!(output, "{part:0>width$}", width = length)?;
        }
        let directory = u32::from(parts) * (46 + u32::from(name_length));
        output.write_all(&end(parts, directory, local.len()))
    })
}

/// A local header of an empty stored part (APPNOTE.TXT 4.3.7) with a name of so many letters.
fn local_header(name: u16) -> Vec<u8> {
    let mut header = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0".to_vec();
    header.extend([0; 12]);
    header.extend(name.to_le_bytes());
    header.extend([0, 0]);
    header.extend(vec![b'0'; usize::from(name)]);
    header
}

/// An entry of the directory (4.3.12), without its name. All of them mean the one part.
fn entry(name: u16) -> Vec<u8> {
    let mut entry = b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0".to_vec();
    entry.extend([0; 12]);
    entry.extend(name.to_le_bytes());
    entry.extend([0; 16]);
    entry
}

/// The end of the directory (4.3.16).
fn end(parts: u16, length: u32, at: usize) -> Vec<u8> {
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    end.extend(parts.to_le_bytes());
    end.extend(parts.to_le_bytes());
    end.extend(length.to_le_bytes());
    end.extend(u32::try_from(at).expect("a small file").to_le_bytes());
    end.extend([0, 0]);
    end
}
