//! The container of old Office files (MS-CFB), as far as it takes to know that a file may be given to the parser:
//! a chain of sectors that runs in a circle would never end there.

use super::SheetError;

/// How such a file starts (MS-CFB 2.2).
pub(super) const MAGIC: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

const HEADER: usize = 512;

/// The largest number of a sector; larger ones mean something else (MS-CFB 2.1).
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// Streams shorter than this are kept in the small sectors of the mini stream (MS-CFB 2.2).
const SMALL_STREAM: usize = 4096;

const SMALL_SECTOR: usize = 64;

/// A stream or storage in the file.
struct Entry {
    name: String,
    start: u32,
    length: usize,
}

/// A file that is sound: every chain ends, and no stream is longer than the file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    table: Vec<u32>,
    entries: Vec<Entry>,
    small_table: Vec<u32>,
    small_sectors: Vec<u8>,
}

impl<'a> Compound<'a> {
    /// Reads the directory.
    ///
    /// # Errors
    /// [`SheetError::Damaged`].
    pub fn parse(bytes: &'a [u8]) -> Result<Compound<'a>, SheetError> {
        Compound::parse_sound(bytes).ok_or(SheetError::Damaged)
    }

    fn parse_sound(bytes: &'a [u8]) -> Option<Compound<'a>> {
        let sector = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut compound = Compound {
            bytes,
            sector,
            table: Vec::new(),
            entries: Vec::new(),
            small_table: Vec::new(),
            small_sectors: Vec::new(),
        };
        for id in compound.table_sectors()? {
            compound.table.extend(numbers(compound.sector_at(id)?));
        }
        let directory = compound.chain(u32_at(bytes, 48)?, usize::MAX)?;
        compound.entries = directory
            .chunks_exact(128)
            .map(|entry| compound.entry(entry))
            .collect::<Option<_>>()?;
        let root = compound.entries.first()?;
        let small_table_length = usize::try_from(u32_at(bytes, 64)?)
            .ok()?
            .checked_mul(sector)?;
        if root.length > bytes.len() || small_table_length > bytes.len() {
            return None;
        }
        if small_table_length > 0 {
            compound.small_sectors = compound.chain(root.start, root.length)?;
            let table = compound.chain(u32_at(bytes, 60)?, small_table_length)?;
            compound.small_table = numbers(&table).collect();
        }
        Some(compound)
    }

    /// Whether there is a stream of that name.
    pub fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// The bytes of the stream of that name; `None` also when it cannot be read.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.find(name)?;
        if entry.length > self.bytes.len() {
            None
        } else if entry.length < SMALL_STREAM {
            self.small_chain(entry.start, entry.length)
        } else {
            self.chain(entry.start, entry.length)
        }
    }

    fn find(&self, name: &str) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn sectors(&self) -> usize {
        self.bytes.len() / self.sector
    }

    /// A sector's bytes; the last of a file may be cut short.
    fn sector_at(&self, id: u32) -> Option<&'a [u8]> {
        let begin = (usize::try_from(id).ok()? + 1).checked_mul(self.sector)?;
        let end = begin.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(begin..end)
    }

    /// The sectors that hold the table of chains: the first 109 stand in the header, the others in a list of their own.
    fn table_sectors(&self) -> Option<Vec<u32>> {
        let mut ids: Vec<u32> = numbers(self.bytes.get(76..HEADER)?).collect();
        let mut next = u32_at(self.bytes, 68)?;
        let mut lists = 0;
        while next < LAST_SECTOR {
            lists += 1;
            ids.extend(numbers(self.sector_at(next)?));
            next = ids.pop()?;
            if lists > self.sectors() || ids.len() > 2 * self.sectors() + 256 {
                return None;
            }
        }
        ids.retain(|id| *id < LAST_SECTOR);
        (ids.len() <= self.sectors()).then_some(ids)
    }

    fn entry(&self, bytes: &[u8]) -> Option<Entry> {
        let name = bytes.get(..64)?.chunks_exact(2);
        let units = name.map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let name = char::decode_utf16(units.take_while(|unit| *unit != 0))
            .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        // Files of small sectors use the lower half of the length only.
        let length = if self.sector == 512 {
            u64::from(u32_at(bytes, 120)?)
        } else {
            u64::from(u32_at(bytes, 120)?) | u64::from(u32_at(bytes, 124)?) << 32
        };
        Some(Entry {
            name,
            start: u32_at(bytes, 116)?,
            length: usize::try_from(length).ok()?,
        })
    }

    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        follow(start, length, &self.table, self.sectors(), |id| {
            self.sector_at(id)
        })
    }

    fn small_chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        let most = self.small_sectors.len() / SMALL_SECTOR;
        follow(start, length, &self.small_table, most, |id| {
            let begin = usize::try_from(id).ok()?.checked_mul(SMALL_SECTOR)?;
            let end = begin.checked_add(SMALL_SECTOR)?;
            self.small_sectors
                .get(begin..end.min(self.small_sectors.len()))
        })
    }
}

/// Puts the sectors of a chain together; `None` when it runs in a circle or out of the file.
fn follow<'b>(
    start: u32,
    length: usize,
    table: &[u32],
    most: usize,
    sector_at: impl Fn(u32) -> Option<&'b [u8]>,
) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut id = start;
    let mut passed = 0;
    while id < LAST_SECTOR && bytes.len() < length {
        passed += 1;
        if passed > most + 1 {
            return None;
        }
        let sector = sector_at(id)?;
        bytes.extend_from_slice(&sector[..sector.len().min(length - bytes.len())]);
        id = match table.get(usize::try_from(id).ok()?) {
            Some(next) => *next,
            None if bytes.len() >= length => break,
            None => return None,
        };
    }
    Some(bytes)
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([two[0], two[1]]))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    numbers(bytes.get(at..at.checked_add(4)?)?).next()
}

/// A number in eight bytes (IEEE 754).
pub(super) fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    let eight = bytes.get(at..at.checked_add(8)?)?;
    Some(f64::from_le_bytes(eight.try_into().ok()?))
}

/// A number in four bytes: 30 bits of a whole number or of a fraction, perhaps a hundred times as large (MS-XLS 2.5.217).
pub(super) fn rk_number(rk: u32) -> f64 {
    let value = if rk & 2 == 0 {
        f64::from_bits(u64::from(rk & !3) << 32)
    } else {
        f64::from(rk.cast_signed() >> 2)
    };
    if rk & 1 == 0 { value } else { value / 100.0 }
}
