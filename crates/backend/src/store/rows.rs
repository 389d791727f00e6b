//! Rows of a sheet as they are stored.

use leads::{Edits, Field, LeadState, Mapping, Row, RowMarks};
use serde::Deserialize;
use sheets::SheetRow;
use sqlx::types::Json;

use super::{Stored, Unreadable, row_number};

/// A row of the sheet as it is validated: its cells, and what a person changed about it.
#[derive(Deserialize, sqlx::FromRow)]
pub struct RowRecord {
    pub row: i32,
    pub cells: Vec<String>,
    #[serde(rename = "mended")]
    #[sqlx(rename = "mended")]
    pub edits: Option<Json<Edits>>,
    pub left_out: bool,
    pub marks: Option<Json<RowMarks>>,
}

impl RowRecord {
    pub fn state(&self) -> LeadState {
        LeadState {
            edits: self.edits(),
            left_out: self.left_out,
        }
    }

    /// What the sheet says of it beside its cells.
    pub fn marks(&self) -> RowMarks {
        let marks = self.marks.as_ref().map(|marks| marks.0.clone());
        marks.unwrap_or_default()
    }

    /// The row as it was read.
    pub fn sheet_row(self) -> Result<SheetRow, Unreadable> {
        Ok(SheetRow {
            number: row_number(self.row)?,
            marks: self.marks(),
            cells: self.cells,
        })
    }

    /// What the field holds, fixes included.
    pub fn text(&self, field: Field, mapping: &Mapping) -> String {
        let edits = self.edits();
        let row = Row {
            cells: &self.cells,
            edits: &edits,
            marks: &RowMarks::NONE,
        };
        row.text(field, mapping).into_owned()
    }

    pub fn edits(&self) -> Edits {
        self.edits
            .as_ref()
            .map(|edits| edits.0.clone())
            .unwrap_or_default()
    }
}

impl Stored for RowRecord {
    const TABLE: &'static str = "leads";
    const KEY: &'static [&'static str] = &["row"];
}
