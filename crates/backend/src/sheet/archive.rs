//! Workbooks in a zip archive: which format one is, and that it may be unpacked.

use std::fs::File;
use std::io::{BufReader, Read, Seek};

use quick_xml::events::Event;
use zip::ZipArchive;
use zip::read::{Config, ZipFile};
use zip::unstable::read::ZipIterable;

use super::intake::Intake;
use super::{
    MOST_PARTS, MOST_UNPACKED, ReadOptions, SheetFault, SheetFormat, ods, sheets, xlsb, xlsx,
};

/// The most texts that the cells of a workbook share: each takes memory, be it ever so short.
const MOST_SHARED_TEXTS: u64 = 16_000_000;

/// Reads the workbook.
pub(super) fn read(
    file: &mut File,
    options: &ReadOptions<'_>,
    intake: &mut Intake<'_>,
) -> Result<SheetFormat, SheetFault> {
    let mut archive = open(file)?;
    let kind = Kind::of(&mut archive)?;
    check_unpacked(&mut archive)?;
    check_shared_texts(&mut archive)?;
    drop(archive);
    let rewritten = match kind {
        Kind::Xlsb => xlsb::with_known_cells(file)?,
        _ => None,
    };
    file.rewind()?;
    let source = match &rewritten {
        Some(rewritten) => BufReader::new(rewritten),
        None => BufReader::new(&*file),
    };
    match kind {
        Kind::Xlsx | Kind::Xlsm => {
            sheets::read(&mut xlsx::open(source)?, kind.name(), options, intake)
        }
        Kind::Xlsb => sheets::read(
            &mut xlsx::open_binary(source)?,
            kind.name(),
            options,
            intake,
        ),
        Kind::Ods => sheets::read(&mut ods::open(source)?, kind.name(), options, intake),
    }
}

/// Opens the archive, unless its directory alone would fill the memory.
fn open(file: &mut File) -> Result<ZipArchive<BufReader<&mut File>>, SheetFault> {
    let parts = ZipIterable::try_new(BufReader::new(&mut *file), Config::default())
        .map_err(|_| SheetFault::Damaged)?
        .len();
    if parts > MOST_PARTS {
        return Err(SheetFault::TooManyParts { found: parts });
    }
    ZipArchive::new(BufReader::new(file)).map_err(|_| SheetFault::Damaged)
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
    fn of<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<Kind, SheetFault> {
        if let Some(media_type) = begin_of(archive, "mimetype") {
            if media_type.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
                return Ok(Kind::Ods);
            }
            return Err(SheetFault::NotASheet);
        }
        let Some(types) = begin_of(archive, "[Content_Types].xml") else {
            return Err(SheetFault::Archive);
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
        } else {
            Err(SheetFault::NotASheet)
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

/// Refuses a zip bomb before it is unpacked into memory.
///
/// Only the directory's word is asked here: the `zip` crate counts what really comes out of a part, for this program and
/// for the parser alike, and fails as soon as it is more than the directory said. A test holds it to that.
fn check_unpacked<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), SheetFault> {
    let mut claimed = 0_u64;
    for index in 0..archive.len() {
        let part = archive
            .by_index_raw(index)
            .map_err(|_| SheetFault::Damaged)?;
        claimed = claimed.saturating_add(part.size());
        if claimed > MOST_UNPACKED {
            return Err(SheetFault::UnpacksTooLarge { part: name(&part) });
        }
    }
    Ok(())
}

fn name<R: Read>(part: &ZipFile<'_, R>) -> String {
    String::from_utf8_lossy(part.name_raw()).into_owned()
}

/// The parser reserves memory for as many shared texts as the workbook claims to have.
fn check_shared_texts<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<(), SheetFault> {
    let names: Vec<String> = archive
        .file_names()
        .filter_map(|name| Some(name.ok()?.into_owned()))
        .filter(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"))
        .collect();
    for name in names {
        let part = archive.by_name(&name).map_err(|_| SheetFault::Damaged)?;
        let mut xml = quick_xml::Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let claimed = match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) if element.local_name().as_ref() == "sst" => element
                    .try_get_attribute("uniqueCount")
                    .ok()
                    .flatten()
                    .and_then(|count| count.value.trim().parse::<u64>().ok()),
                Ok(Event::Eof) | Err(_) => None,
                Ok(_) => continue,
            };
            if claimed.is_some_and(|claimed| claimed > MOST_SHARED_TEXTS) {
                return Err(SheetFault::Damaged);
            }
            break;
        }
    }
    Ok(())
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
