//! Workbooks in a zip archive: which format one is, and that it may be unpacked.

use std::fs::File;
use std::io::{BufReader, Read, Seek};

use zip::ZipArchive;
use zip::read::{Config, ZipFile};
use zip::unstable::read::ZipIterable;

use super::budget::{Budget, PackedPart, PaidFile};
use super::intake::Intake;
use super::xlsb::Xlsb;
use super::xlsx::Xlsx;
use super::{MAX_PARTS, MAX_UNPACKED_BYTES, ReadOptions, SheetError, SheetFormat, ods, sheets};

/// Reads the workbook.
pub(super) fn read(
    file: &File,
    options: &ReadOptions<'_>,
    budget: &Budget<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetError> {
    let mut archive = open(file)?;
    let kind = Kind::of(&mut archive)?;
    let parts = packed_parts(&mut archive)?;
    drop(archive);
    let paid = BufReader::new(PaidFile::new(file, &parts, budget)?);
    match kind {
        Kind::Xlsx | Kind::Xlsm => {
            let mut workbook = Xlsx::open(paid, budget, options.country)?;
            sheets::read(&mut workbook, kind.name(), options, budget, intake)
        }
        Kind::Xlsb => {
            let mut workbook = Xlsb::open(paid, budget, options.country)?;
            sheets::read(&mut workbook, kind.name(), options, budget, intake)
        }
        Kind::Ods => ods::read(paid, options, budget, intake),
    }
}

/// Opens the archive, unless its directory alone would fill the memory.
fn open(mut file: &File) -> Result<ZipArchive<BufReader<&File>>, SheetError> {
    file.rewind()?;
    let parts = ZipIterable::try_new(BufReader::new(file), Config::default())
        .map_err(|_| SheetError::Damaged)?
        .len();
    if parts > MAX_PARTS {
        return Err(SheetError::TooManyParts { found: parts });
    }
    file.rewind()?;
    ZipArchive::new(BufReader::new(file)).map_err(|_| SheetError::Damaged)
}

#[derive(Clone, Copy)]
enum Kind {
    Xlsx,
    Xlsm,
    Xlsb,
    Ods,
}

impl Kind {
    /// By the content type of the main part (ECMA-376 part 2; MS-XLSB 2.1.5), or the media type (ODF 1.2 part 3, 3.3).
    fn of<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Kind, SheetError> {
        if let Some(media_type) = begin_of(archive, "mimetype") {
            if media_type.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
                return Ok(Kind::Ods);
            }
            let is_document = media_type.starts_with("application/vnd.oasis.opendocument.");
            return Err(if is_document {
                SheetError::Document
            } else {
                SheetError::NotASheet
            });
        }
        let Some(types) = begin_of(archive, "[Content_Types].xml") else {
            return Err(if is_of_numbers(archive) {
                SheetError::Numbers
            } else {
                SheetError::Archive
            });
        };
        let types = types.to_ascii_lowercase();
        let has_macros = types.contains("ms-excel.sheet.macroenabled.main+xml")
            || types.contains("ms-excel.template.macroenabled.main+xml");
        let is_xml = types.contains("spreadsheetml.sheet.main+xml")
            || types.contains("spreadsheetml.template.main+xml")
            || archive.index_for_name("xl/workbook.xml").is_some();
        // Some programs declare the type of `.bin` for workbooks that are XML, so it counts last.
        if has_macros {
            Ok(Kind::Xlsm)
        } else if is_xml {
            Ok(Kind::Xlsx)
        } else if types.contains("ms-excel.sheet.binary.macroenabled.main") {
            Ok(Kind::Xlsb)
        } else if types.contains("wordprocessingml") || types.contains("presentationml") {
            Err(SheetError::Document)
        } else {
            Err(SheetError::NotASheet)
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Xlsx => "xlsx",
            Kind::Xlsm => "xlsm",
            Kind::Xlsb => "xlsb",
            Kind::Ods => "ods",
        }
    }
}

/// Whether Apple's Numbers has written it: its tables are in parts of a format of its own, in the archive or in one within.
fn is_of_numbers<R: Read + Seek>(archive: &ZipArchive<R>) -> bool {
    let mut names = archive.file_names().filter_map(Result::ok);
    names.any(|name| {
        let name = name.to_ascii_lowercase();
        name.starts_with("index/") && name.ends_with(".iwa") || name.ends_with("index.zip")
    })
}

/// The first part of that name in either case, up to 1 MB, as far as it can be read.
fn begin_of<R: Read + Seek>(archive: &mut ZipArchive<R>, name: &str) -> Option<String> {
    let name = archive
        .file_names()
        .filter_map(|other| Some(other.ok()?.into_owned()))
        .find(|other| other.eq_ignore_ascii_case(name))?;
    let mut begin = Vec::new();
    archive
        .by_name(&name)
        .ok()?
        .take(1 << 20)
        .read_to_end(&mut begin)
        .ok()?;
    Some(String::from_utf8_lossy(&begin).into_owned())
}

/// Where the parts lie, in the order of the file. Refuses a zip bomb before it is unpacked into memory.
///
/// Only the directory's word is asked here: the `zip` crate counts what really comes out of a part, for this program and
/// for the parser alike, and fails as soon as it is more than the directory said. A test holds it to that.
fn packed_parts<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
) -> Result<Vec<PackedPart>, SheetError> {
    let mut claimed = 0_u64;
    let mut parts = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let part = archive
            .by_index_raw(index)
            .map_err(|_| SheetError::Damaged)?;
        claimed = claimed.saturating_add(part.size());
        if claimed > MAX_UNPACKED_BYTES {
            return Err(SheetError::UnpacksTooLarge { part: name(&part) });
        }
        let from = part.data_start().ok_or(SheetError::Damaged)?;
        parts.push(PackedPart {
            from,
            to: from.saturating_add(part.compressed_size()),
            unpacked: part.size(),
        });
    }
    parts.sort_unstable_by_key(|part| part.from);
    Ok(parts)
}

/// A part's name for people: the beginning of it, where somebody wrote a book there.
fn name<R: Read>(part: &ZipFile<'_, R>) -> String {
    let name = String::from_utf8_lossy(part.name_raw());
    name.chars().take(100).collect()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A part of a million zeros that claims to be so many bytes long.
    fn lying(claimed: u32) -> ZipArchive<Cursor<Vec<u8>>> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive
            .start_file("zeros", SimpleFileOptions::default())
            .expect("a name");
        archive.write_all(&[0; 1_000_000]).expect("memory");
        let mut bytes = archive.finish().expect("an archive").into_inner();
        // The length stands 24 bytes from the beginning of an entry of the directory (APPNOTE.TXT 4.3.12), and 22
        // bytes from that of a part's own header (4.3.7).
        for (signature, at) in [(b"PK\x01\x02", 24), (b"PK\x03\x04", 22)] {
            let place = bytes
                .windows(4)
                .position(|window| window == signature)
                .expect("one part")
                + at;
            bytes[place..place + 4].copy_from_slice(&claimed.to_le_bytes());
        }
        ZipArchive::new(Cursor::new(bytes)).expect("an archive")
    }

    #[test]
    fn a_part_never_unpacks_to_more_than_it_claims() {
        for claimed in [0, 1, 100, 999_999] {
            let mut archive = lying(claimed);
            let mut part = archive.by_index(0).expect("a part");
            let mut unpacked = Vec::new();
            assert!(part.read_to_end(&mut unpacked).is_err(), "{claimed}");
            // The one byte too many is what tells the lie.
            assert!(unpacked.len() <= claimed as usize + 1, "{claimed}");
        }
        let mut archive = lying(1_000_000);
        let mut part = archive.by_index(0).expect("a part");
        assert_eq!(part.read_to_end(&mut Vec::new()).ok(), Some(1_000_000));
    }
}
