//! Values that are stored and do not say what they should: another version of the program wrote them, or somebody by hand. None is
//! replaced by another one in silence; each fails with the place where it stands.

use std::fmt::{self, Display};

use sqlx::postgres::PgRow;
use sqlx::{FromRow, Row};
use uuid::Uuid;

/// Where a value stands that cannot be read. The value itself is not told: it may be of a lead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the value of {table}.{column} in the row {row} cannot be read")]
pub struct Unreadable {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: String,
    /// The row's key; where it has several batches, a blank between them.
    pub row: String,
}

impl Unreadable {
    /// The place of a value; `row` is the row's key.
    pub fn new(table: &'static str, column: &str, row: impl Display) -> Unreadable {
        Unreadable {
            table,
            column: column.to_owned(),
            row: row.to_string(),
        }
    }
}

/// What is stored in a table of its own.
pub trait Stored {
    const TABLE: &'static str;
    /// The columns that tell a row from the others, as far as they are read with it.
    const KEY: &'static [&'static str];
}

/// A row that is read as `T`; of a value that cannot be read it says where it stands.
pub struct Located<T>(pub T);

impl<'r, T: FromRow<'r, PgRow> + Stored> FromRow<'r, PgRow> for Located<T> {
    fn from_row(row: &'r PgRow) -> sqlx::Result<Located<T>> {
        T::from_row(row).map(Located).map_err(|error| match error {
            sqlx::Error::ColumnDecode { index, .. } => {
                let column = index.trim_matches('"');
                let place = Unreadable::new(T::TABLE, column, Key(row, T::KEY));
                sqlx::Error::Decode(Box::new(place))
            }
            other => other,
        })
    }
}

/// The rows themselves.
pub fn plain<T>(rows: Vec<Located<T>>) -> Vec<T> {
    rows.into_iter().map(|Located(row)| row).collect()
}

/// The row itself, where there is one.
pub fn plain_one<T>(row: Option<Located<T>>) -> Option<T> {
    row.map(|Located(row)| row)
}

/// The key of a row: ids and numbers.
struct Key<'r>(&'r PgRow, &'static [&'static str]);

impl Display for Key<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Key(row, columns) = self;
        for (place, column) in columns.iter().enumerate() {
            if place > 0 {
                formatter.write_str(" ")?;
            }
            if let Ok(id) = row.try_get::<Uuid, _>(column) {
                write!(formatter, "{id}")?;
            } else if let Ok(number) = row.try_get::<i32, _>(column) {
                write!(formatter, "{number}")?;
            } else if let Ok(text) = row.try_get::<String, _>(column) {
                write!(formatter, "{text}")?;
            }
        }
        Ok(())
    }
}

/// A stored whole number that is never negative.
pub fn whole(number: i32, place: impl FnOnce() -> Unreadable) -> Result<u32, Unreadable> {
    u32::try_from(number).map_err(|_| place())
}

/// The number of a row of a sheet.
pub fn row_number(row: i32) -> Result<u32, Unreadable> {
    whole(row, || Unreadable::new("leads", "row", row))
}

/// A count of rows as the screens take it; the database counts in 64 bits, and never below zero.
pub fn count(rows: i64) -> sqlx::Result<u32> {
    u32::try_from(rows).map_err(|error| sqlx::Error::Decode(Box::new(error)))
}

/// A row or a size as the database stores it.
///
/// # Errors
/// Where it does not fit: nothing is written then, nor anything else found in its place.
pub fn stored(number: u32) -> sqlx::Result<i32> {
    i32::try_from(number).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}
