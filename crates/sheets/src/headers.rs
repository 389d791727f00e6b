//! Which row of a sheet holds the headers, if one does.

use leads::{Country, Field, Level, Mapping};

use super::{HeaderChoice, ReadOptions, SheetRow};

/// The headers stand in one of so many rows, those of blank cells not counted.
pub(super) const LOOKED_AT: usize = 20;

/// Where the headers of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The place among the first rows; `None` when the first row is a lead already.
    pub place: Option<usize>,
    /// Whether they are headers by their words.
    pub is_named: bool,
    /// Whether a phone number was seen at all.
    pub has_numbers: bool,
}

/// Finds the headers among the first rows that are not blank: where a person said they are, below a report's title, or none at
/// all.
pub(super) fn heading(rows: &[SheetRow], options: &ReadOptions<'_>) -> Heading {
    let number_at: Vec<Option<usize>> = rows
        .iter()
        .map(|row| {
            row.cells
                .iter()
                .position(|cell| is_number(cell, options.country))
        })
        .collect();
    let first_lead = number_at.iter().position(Option::is_some);
    let found = |place, is_named| Heading {
        place,
        is_named,
        has_numbers: first_lead.is_some(),
    };
    match options.header_row {
        Some(HeaderChoice::NoHeaders) => return found(None, false),
        Some(HeaderChoice::Row(number)) => {
            if let Some(place) = rows.iter().position(|row| row.number == number) {
                let is_named = names_the_number(&rows[place].cells, options);
                return found(Some(place), is_named);
            }
        }
        None => {}
    }
    let named = named_headers(rows, &number_at, options);
    let place = match (named, first_lead) {
        (Some(named), _) => Some(named),
        (None, None) => Some(0),
        (None, Some(lead)) => above_the_leads(rows, lead, number_at[lead].unwrap_or(0), options),
    };
    found(place, named.is_some())
}

/// The row whose words are those of headers. Where several are, it is the one that names most: above it stand the title, groups of
/// columns, or a small table of something else.
fn named_headers(
    rows: &[SheetRow],
    number_at: &[Option<usize>],
    options: &ReadOptions<'_>,
) -> Option<usize> {
    // One number above the headers may be that of whoever made the report; two are leads.
    let candidates = rows
        .iter()
        .enumerate()
        .take_while(|(place, _)| number_at[..*place].iter().flatten().count() < 2)
        .filter(|(place, row)| {
            number_at[*place].is_none()
                && names_the_number(&row.cells, options)
                && !is_title(rows, *place, number_at)
        })
        .map(|(place, row)| {
            (
                place,
                (named_fields(&row.cells, options), filled(&row.cells)),
            )
        });
    let mut best: Option<(usize, (usize, usize))> = None;
    for candidate in candidates {
        if best.is_none_or(|best| candidate.1 > best.1) {
            best = Some(candidate);
        }
    }
    best.map(|(place, _)| place)
}

/// Whether one filled cell is the title of what is below it, be its words those of a header: the row below has several cells and
/// no number, or the numbers stand in another column.
fn is_title(rows: &[SheetRow], place: usize, number_at: &[Option<usize>]) -> bool {
    let cells = &rows[place].cells;
    if filled(cells) != 1 {
        return false;
    }
    let column = cells.iter().position(|cell| !cell.trim().is_empty());
    let below = &rows[place + 1..];
    let number_below = number_at[place + 1..].iter().flatten().next();
    let headers_below = below
        .iter()
        .zip(&number_at[place + 1..])
        .take_while(|(_, number)| number.is_none())
        .any(|(row, _)| filled(&row.cells) >= 2);
    headers_below || number_below.is_some_and(|number| Some(*number) != column)
}

fn filled(cells: &[String]) -> usize {
    cells.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Among the rows above the first lead, those that are leads too, though with a number that cannot be read, are none.
fn above_the_leads(
    rows: &[SheetRow],
    lead: usize,
    column: usize,
    options: &ReadOptions<'_>,
) -> Option<usize> {
    let leads_above = rows[..lead]
        .iter()
        .rev()
        .take_while(|row| {
            row.cells
                .get(column)
                .is_some_and(|cell| resembles_a_number(cell))
        })
        .count();
    let above = &rows[..lead - leads_above];
    let enough = filled(&rows[lead].cells).div_ceil(2);
    above
        .iter()
        .position(|row| named_fields(&row.cells, options) >= 2)
        .or_else(|| above.iter().position(|row| filled(&row.cells) >= enough))
}

/// The headers themselves: as many as the first rows have columns.
pub(super) fn header_cells(rows: &[SheetRow], place: Option<usize>) -> Vec<String> {
    let width = rows.iter().map(|row| width(&row.cells)).max().unwrap_or(0);
    match place.and_then(|place| rows.get(place)) {
        Some(row) => {
            let mut headers = row.cells.clone();
            headers.resize(width, String::new());
            headers
        }
        None => (0..width).map(leads::views::header_of_place).collect(),
    }
}

/// The cells of a row up to the last that holds something.
pub(super) fn width(cells: &[String]) -> usize {
    cells
        .iter()
        .rposition(|cell| !is_blank(cell))
        .map_or(0, |last| last + 1)
}

/// Whether the cell holds nothing but blanks. Nearly every other one says so by its first character.
pub(super) fn is_blank(cell: &str) -> bool {
    cell.chars().all(char::is_whitespace)
}

/// The columns in which numbers stand that can be called, from 0.
pub(super) fn number_columns(rows: &[SheetRow], country: Country) -> Vec<usize> {
    let mut columns: Vec<usize> = rows
        .iter()
        .flat_map(|row| (0..row.cells.len()).filter(|at| is_number(&row.cells[*at], country)))
        .collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// Whether the cell is a number that can be called, without a doubt.
pub(super) fn is_number(cell: &str, country: Country) -> bool {
    // Most cells are told apart by this alone, and it costs nothing.
    if !has_many_digits(cell) {
        return false;
    }
    let validated = leads::validate_mobile(cell, country);
    validated.mobile.is_some()
        && validated
            .problems
            .iter()
            .all(|error| error.level() == Level::Fixed)
}

/// Whether the cell may be meant as a number, and is longer than the postal code of any country.
pub(super) fn resembles_a_long_number(cell: &str) -> bool {
    has_digits_and_no_letters(cell, 8)
}

/// Whether the cell may be meant as a number, though it cannot be read as one.
pub(super) fn resembles_a_number(cell: &str) -> bool {
    has_digits_and_no_letters(cell, LEAST_DIGITS)
}

/// The longest cell that may be a number, in bytes. To look for digits in longer ones takes longer than to read them.
const MAX_NUMBER_LENGTH: usize = 256;

/// No number that can be called has fewer digits.
const LEAST_DIGITS: usize = 6;

fn has_digits_and_no_letters(cell: &str, least: usize) -> bool {
    if !(least..=MAX_NUMBER_LENGTH).contains(&cell.len()) {
        return false;
    }
    let mut digits = 0;
    for character in cell.chars() {
        match character {
            '0'..='9' => digits += 1,
            // Most cells of other columns end here.
            _ if character.is_alphabetic() => return false,
            _ => digits += usize::from(character.is_numeric()),
        }
    }
    digits >= least
}

/// No number that can be called is shorter, or lies in so much text.
fn has_many_digits(cell: &str) -> bool {
    let mut digits = cell.chars().filter(|character| character.is_numeric());
    cell.len() <= MAX_NUMBER_LENGTH && digits.nth(LEAST_DIGITS - 1).is_some()
}

fn names_the_number(cells: &[String], options: &ReadOptions<'_>) -> bool {
    Mapping::guess(cells, options.variables).is_usable()
}

fn named_fields(cells: &[String], options: &ReadOptions<'_>) -> usize {
    let mapping = Mapping::guess(cells, options.variables);
    cells.len() - mapping.left_out(cells.len()).len()
}

/// The columns that headers match by their words: the number's, and all of them by field.
pub(super) fn matched(cells: &[String], options: &ReadOptions<'_>) -> Matched {
    let mapping = Mapping::guess(cells, options.variables);
    let fields = (0..cells.len())
        .filter_map(|column| Some((mapping.filled_by(column)?, column)))
        .collect();
    Matched(fields)
}

/// Which fields headers name, and in which columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Matched(Vec<(Field, usize)>);

impl Matched {
    /// The columns of the number.
    pub fn number(&self) -> Option<usize> {
        self.column(Field::Mobile)
    }

    fn column(&self, field: Field) -> Option<usize> {
        self.0
            .iter()
            .find(|(other, _)| *other == field)
            .map(|(_, column)| *column)
    }

    /// Whether the column fills a field.
    pub fn fills(&self, column: usize) -> bool {
        self.0.iter().any(|(_, other)| *other == column)
    }

    /// How many fields are named.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether each field that both name stands in the same column.
    pub fn agrees_with(&self, other: &Matched) -> bool {
        self.0
            .iter()
            .all(|(field, column)| other.column(*field).is_none_or(|theirs| theirs == *column))
    }
}

/// Takes up the names that stand in the row just above the headers, which are the last of those rows: a header that spans several
/// columns has its parts below it, and the others stand beside it. A title is one cell alone.
pub(super) fn take_up(names: &mut [String], rows: &[SheetRow]) {
    let [.., above, chosen] = rows else {
        return;
    };
    let is_name = |cell: &&String| !cell.trim().is_empty();
    let stands_over = (above.cells.iter().zip(&chosen.cells))
        .any(|(above, below)| !above.trim().is_empty() && !below.trim().is_empty());
    let is_just_above = above.number.saturating_add(1) == chosen.number;
    if !is_just_above || !stands_over || above.cells.iter().filter(is_name).count() < 2 {
        return;
    }
    for (name, cell) in names.iter_mut().zip(&above.cells) {
        let is_word = cell.len() <= 64 && !cell.chars().any(char::is_numeric);
        if name.trim().is_empty() && is_word {
            name.clone_from(cell);
        }
    }
}

/// Whether the row below the headers goes on with them, as under a header that spans several columns; then their names are taken
/// up. It fills only such columns, and neither the number's nor one that the headers name for a field: a lead does.
pub(super) fn goes_on(names: &mut [String], second: &[String], options: &ReadOptions<'_>) -> bool {
    let name = |column: usize| names.get(column).map_or("", |name| name.trim());
    let is_open = |column: usize| name(column).is_empty();
    let spans = |column: usize| column + 1 < names.len() && is_open(column + 1);
    let is_word = |cell: &str| {
        cell.chars().any(char::is_alphabetic)
            && !cell.chars().any(char::is_numeric)
            && cell.len() <= 64
    };
    let filled: Vec<usize> = (0..second.len())
        .filter(|column| !second[*column].trim().is_empty())
        .collect();
    let is_further = filled.iter().any(|column| is_open(*column))
        && filled.iter().any(|column| !is_open(*column))
        && filled
            .iter()
            .all(|column| (is_open(*column) || spans(*column)) && is_word(&second[*column]));
    if !is_further {
        return false;
    }
    let has_words_of_headers = matched(second, options).count() > 0;
    let first = matched(names, options);
    if !has_words_of_headers && filled.iter().any(|column| first.fills(*column)) {
        return false;
    }
    for column in filled {
        let Some(name) = names.get_mut(column) else {
            continue;
        };
        if name.trim().is_empty() {
            name.clone_from(&second[column]);
        } else {
            *name = format!("{} {}", name.trim(), second[column].trim());
        }
    }
    true
}
