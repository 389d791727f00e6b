//! The parts of an Office workbook, and how they refer to each other (ECMA-376 part 2, 8.3 and 9.3).

use std::collections::HashMap;
use std::io::{Read, Seek};

use quick_xml::events::Event;
use zip::ZipArchive;

use super::SheetError;
use super::budget::Budget;
use super::xml::{Xml, attribute};

/// The most relations of one part: more than any workbook has parts.
const MAX_RELATIONS: usize = 8_000;

/// The longest of the names and addresses in a relation, in bytes.
const MAX_ADDRESS_LENGTH: usize = 4_096;

/// An archive whose parts are found in whatever case and with whatever slashes their names are written.
pub(super) struct Package<'b, R> {
    archive: ZipArchive<R>,
    places: HashMap<String, usize>,
    budget: &'b Budget<'b>,
}

/// What a part refers to.
#[derive(Debug)]
pub(super) struct Relation {
    pub id: String,
    /// The last word of its type, such as `worksheet`.
    pub kind: String,
    /// The path of the part, without a slash in front.
    pub target: String,
}

impl<'b, R: Read + Seek> Package<'b, R> {
    pub fn open(source: R, budget: &'b Budget<'b>) -> Result<Package<'b, R>, SheetError> {
        let archive = ZipArchive::new(source).map_err(|_| SheetError::Damaged)?;
        let mut places = HashMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                places.entry(folded(&name)).or_insert(index);
            }
        }
        Ok(Package {
            archive,
            places,
            budget,
        })
    }

    /// The place of a part in the archive.
    pub fn place(&self, path: &str) -> Option<usize> {
        self.places.get(&folded(path)).copied()
    }

    /// The events of the part at that place.
    pub fn xml(&mut self, place: usize) -> Result<Xml<'_, R>, SheetError> {
        Xml::of_index(&mut self.archive, place, self.budget)
    }

    /// The bytes of the part at that place.
    pub fn bytes(&mut self, place: usize) -> Result<impl Read + '_, SheetError> {
        self.archive
            .by_index(place)
            .map_err(|_| SheetError::Damaged)
    }

    /// What the part of that path refers to within the package.
    pub fn relations(&mut self, path: &str) -> Result<Vec<Relation>, SheetError> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let slash = if folder.is_empty() { "" } else { "/" };
        let Some(place) = self.place(&format!("{folder}{slash}_rels/{name}.rels")) else {
            return Ok(Vec::new());
        };
        let mut relations = Vec::new();
        let mut xml = self.xml(place)?;
        loop {
            match xml.next()? {
                Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                    let [id, kind, target] = ["Id", "Type", "Target"]
                        .map(|name| attribute(&element, name))
                        .map(|value| value.ok().flatten().unwrap_or_default());
                    let is_external = attribute(&element, "TargetMode")?
                        .is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
                    let longest = id.len().max(kind.len()).max(target.len());
                    if is_external || longest > MAX_ADDRESS_LENGTH {
                        continue;
                    }
                    if relations.len() == MAX_RELATIONS {
                        return Err(SheetError::Damaged);
                    }
                    relations.push(Relation {
                        id,
                        kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                        target: resolved(folder, &target),
                    });
                }
                Event::Eof => return Ok(relations),
                _ => {}
            }
        }
    }

    /// The path of the part that is the workbook; `fallback` where nothing says which it is.
    pub fn main_part(&mut self, fallback: &str) -> Result<String, SheetError> {
        let relations = self.relations("")?;
        let main = relations
            .into_iter()
            .find(|relation| relation.kind == "officeDocument")
            .map(|relation| relation.target)
            .filter(|target| self.place(target).is_some());
        Ok(main.unwrap_or_else(|| fallback.to_owned()))
    }
}

fn folded(path: &str) -> String {
    path.trim_start_matches(['/', '\\'])
        .replace('\\', "/")
        .to_lowercase()
}

/// The path that an address means which stands in a part of that folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    if let Some(path) = target.strip_prefix('/') {
        return path.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_understood_from_its_folder() {
        for (folder, target, expected) in [
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            (
                "xl",
                "/xl/worksheets/sheet1.xml",
                "xl/worksheets/sheet1.xml",
            ),
            ("xl", "./sheet1.xml", "xl/sheet1.xml"),
            (
                "xl/worksheets",
                r"..\sharedStrings.xml",
                "xl/sharedStrings.xml",
            ),
            ("", "xl/workbook.xml", "xl/workbook.xml"),
            ("", "../../workbook.xml", "workbook.xml"),
        ] {
            assert_eq!(resolved(folder, target), expected);
        }
    }
}
