//! Which column fills which field: by the words of the headers and by what the cells hold, both weighed. Where that does
//! not settle it, a person is asked.

mod cells;
mod header;
mod lexicon;
mod likely_name;
mod near;
mod others;
mod own_files;
mod person;
mod platform;
mod words;

use super::content::{fields_by_content, shown_but_the_number};
use super::mapping::{Mapping, Source};
use super::qualifiers::Qualifiers;
use super::question::Question;
use super::row::RobotModes;
use super::synonyms::{field_named, fold};
use crate::country::Country;
use crate::field::Field;
use crate::views::RobotVariable;
use cells::{Cells, Named, Says};
use header::{Likes, NumberHeader, TELLING, person_weight};
use likely_name::NameHint;
use words::{HeaderWords, Sense};

pub use own_files::{called_number_header, row_of_list_header};
pub(super) use words::tokens;

/// The head of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetHead<'a, S> {
    /// One for each column.
    pub headers: &'a [String],
    /// The columns that are hidden, from 0.
    pub hidden: &'a [usize],
    /// The cells of the first rows below the headers. A row may be shorter than the headers: a missing cell is an empty one.
    pub first: &'a [Vec<S>],
}

/// A column, and what is known of it.
struct Column<'a> {
    place: usize,
    header: &'a str,
    hidden: bool,
    /// The field that goes by exactly this name.
    exact: Option<Field>,
    /// The robot's variable of exactly this name.
    own: Option<Field>,
    number: NumberHeader,
    /// Whether nothing but a number to call can be meant, where the header does not name the number.
    plain: bool,
    person: i32,
    name_hint: NameHint,
    cells: Cells<'a>,
    says: Says,
    named: Named,
}

/// What became of a field.
enum Choice {
    Nothing,
    Certain(usize),
    /// The likeliest first.
    Ask(Vec<usize>),
}

/// Matches the columns of a sheet to the fields.
pub(super) fn match_columns<S: AsRef<str>>(
    sheet: &SheetHead<'_, S>,
    variables: &[RobotVariable],
    country: Country,
    robots: &RobotModes,
) -> Mapping {
    let qualifiers = Qualifiers::of_sheet(sheet, country);
    let columns = columns(sheet, variables, &qualifiers, country);
    let mut mapping = Mapping::default();
    let mut questions = Vec::new();
    let mut settle = |mapping: &mut Mapping, field, choice| match choice {
        Choice::Nothing => {}
        Choice::Certain(column) => mapping.set(field, Some(Source::Column(column))),
        Choice::Ask(candidates) => questions.push(Question::Column { field, candidates }),
    };
    let mobile = mobile(&columns);
    if let Choice::Certain(column) = mobile {
        mapping.set_fallback(fallback(&columns, column));
    }
    settle(&mut mapping, Field::Mobile, mobile);
    match person::joined(&columns, &mapping) {
        Some(source) => mapping.set(Field::Customer, Some(source)),
        None => {
            let customer = person::customer(&columns, &mapping);
            settle(&mut mapping, Field::Customer, customer);
        }
    }
    let platform = platform::platform(&columns, &mapping);
    settle(&mut mapping, Field::Platform, platform);
    fill_by_name(&columns, &mut mapping);
    let found = fields_by_content(sheet.first, sheet.headers.len(), country, robots);
    let found = shown_but_the_number(&found, sheet.hidden);
    let mut mapping = mapping.with_content(&found);
    questions.extend(near::of_variables(&columns, variables, &mapping));
    mapping.ask(questions);
    let numbers = columns
        .iter()
        .filter(|column| mapping.filled_by(column.place) == Some(Field::Mobile));
    let numbers = numbers.flat_map(|column| column.cells.texts());
    mapping.qualify(qualifiers.with_numbers(numbers, country));
    mapping.with_genders(sheet.first)
}

fn columns<'a, S: AsRef<str>>(
    sheet: &SheetHead<'a, S>,
    variables: &[RobotVariable],
    qualifiers: &Qualifiers,
    country: Country,
) -> Vec<Column<'a>> {
    let variables: Vec<(String, Field)> = variables
        .iter()
        .map(|variable| (fold(&variable.name), variable.field))
        .collect();
    let of_row = |row: usize| {
        let cells = sheet.first.get(row);
        cells
            .and_then(|cells| qualifiers.country_of(cells))
            .unwrap_or(country)
    };
    let column = |(place, header): (usize, &'a String)| {
        let folded = fold(header);
        let words = HeaderWords::of_country(header, country);
        let number = NumberHeader::of(header, &words);
        let cells = Cells::of(sheet.first, place);
        let own = variables
            .iter()
            .find(|(name, _)| *name == folded && !name.is_empty());
        let says = cells.says(number.weight >= TELLING, of_row);
        let plain = says == Says::Mobiles
            && (says_nothing_else(header, &words) || cells.begin_as_phones(of_row));
        Column {
            place,
            plain,
            header: header.as_str(),
            hidden: sheet.hidden.contains(&place),
            exact: field_named(&folded),
            own: own.map(|(_, field)| *field),
            person: person_weight(header, &words),
            name_hint: NameHint::of(header, &words),
            says,
            named: cells.named(),
            number,
            cells,
        }
    };
    let mut columns: Vec<Column<'_>> = sheet.headers.iter().enumerate().map(column).collect();
    own_once(&mut columns);
    own_files::leave_out_called_number(&mut columns);
    tell_likes_apart(&mut columns);
    columns
}

/// Whether the header leaves open what its column is, or says that it is a number. `Customer No.` may count customers.
fn says_nothing_else(header: &str, words: &HeaderWords) -> bool {
    let is_number = words.has_any(&[Sense::Number, Sense::Contact, Sense::Called]);
    let is_somebody = words.has_any(&[Sense::Person, Sense::Role]);
    has_no_header(header) || words.unknown == 0 && is_number && !is_somebody
}

/// Whether the header is empty or only counts the columns: `Column 2`, `B`.
fn has_no_header(header: &str) -> bool {
    const ANY_COLUMN: [&str; 9] = [
        "column", "columna", "coluna", "kolom", "col", "field", "unnamed", "列", "f",
    ];
    let mut stem = words::stem(header);
    stem.retain(|word| !ANY_COLUMN.contains(&word.as_str()));
    stem.iter()
        .all(|word| word.chars().count() == 1 && word.is_ascii())
}

/// Of headers that differ by a number alone, the one without goes first.
fn tell_likes_apart(columns: &mut [Column<'_>]) {
    let numbered = |column: &Column<'_>| column.number.ordinal.is_some();
    if !columns.iter().any(numbered) {
        return;
    }
    let likes = |column: &Column<'_>| {
        let mut likes = Likes::default();
        if !numbered(column) {
            return likes;
        }
        let stem = words::stem(column.header);
        let others = columns
            .iter()
            .filter(|other| other.place != column.place && !other.hidden);
        for other in others.filter(|other| words::are_likes(column.header, other.header)) {
            let is_same = words::stem(other.header) == stem;
            likes.has_nearly_bare |= !numbered(other) && !other.is_spare();
            likes.has_bare |= !numbered(other) && is_same;
            likes.has_further |= other.number.ordinal > Some(1);
        }
        likes
    };
    let likes: Vec<Likes> = columns.iter().map(likes).collect();
    for (column, likes) in columns.iter_mut().zip(&likes) {
        column.number.stand_among(likes);
    }
}

/// Of several columns with the name of a variable, one is the variable's: the first, but for the number, which goes before.
fn own_once(columns: &mut [Column<'_>]) {
    for field in [Field::ExtraA, Field::ExtraB, Field::ExtraC] {
        let own: Vec<&mut Column<'_>> = columns
            .iter_mut()
            .filter(|column| column.own == Some(field))
            .collect();
        let kept = match own.iter().any(|column| column.exact == Some(Field::Mobile)) {
            true => own.len().saturating_sub(1),
            false => own.iter().position(|column| !column.hidden).unwrap_or(0),
        };
        for (place, column) in own.into_iter().enumerate() {
            if place != kept {
                column.own = None;
            }
        }
    }
}

impl Column<'_> {
    /// Whether the header names the number, and the cells do not say otherwise.
    fn is_telling(&self) -> bool {
        let says_nothing = self.says == Says::Nothing && !self.number.phone;
        self.names_the_number() && self.says != Says::Other && !says_nothing
    }

    fn names_the_number(&self) -> bool {
        !self.number.excluded && self.number.weight >= TELLING
    }

    /// Whether the header names another field, or one of the robot's own variables.
    fn is_claimed(&self) -> bool {
        self.own.is_some() || !matches!(self.exact, None | Some(Field::Mobile | Field::Customer))
    }

    fn is_spare(&self) -> bool {
        self.number.uncertain || self.number.spare
    }
}

/// Which column is called.
fn mobile(columns: &[Column<'_>]) -> Choice {
    let telling = || {
        columns
            .iter()
            .filter(|column| !column.hidden && column.is_telling())
    };
    let mut pool: Vec<&Column<'_>> = telling().filter(|column| column.own.is_none()).collect();
    if pool.is_empty() {
        // Without the number there is no lead at all, so it goes before a variable of the robot.
        pool = telling().collect();
    }
    pool.sort_by_key(|column| -column.number.weight);
    match pool.split_first() {
        Some((best, rivals)) if is_certain(best, rivals, columns) => Choice::Certain(best.place),
        Some((best, rivals)) => {
            let by_cells =
                unnamed(columns).filter(|_| best.says == Says::Nothing || best.number.strange);
            let candidates = [*best].into_iter().chain(rivals.iter().copied());
            ask(candidates.chain(by_cells))
        }
        None => mobile_by_cells(columns),
    }
}

/// Whether the likeliest column is the one that is called, or a careful person would ask.
fn is_certain(best: &Column<'_>, rivals: &[&Column<'_>], columns: &[Column<'_>]) -> bool {
    let rivals: Vec<&&Column<'_>> = rivals
        .iter()
        .filter(|rival| rival.says != Says::Nothing && !best.cells.are_those_of(&rival.cells))
        .collect();
    if best.says == Says::Nothing {
        return rivals.is_empty() && unnamed(columns).next().is_none();
    }
    if best.number.strange && unnamed(columns).next().is_some() {
        return false;
    }
    let of_others = || {
        columns
            .iter()
            .any(|column| person::names_another(column, best.header))
    };
    let is_near = |rival: &&Column<'_>| best.number.weight - rival.number.weight < 6;
    if rivals.iter().any(|rival| is_near(rival)) && of_others() {
        return false;
    }
    !best.number.uncertain && !rivals.iter().any(|rival| competes(rival, best))
}

/// Whether a careful person would ask which of the two is called, though the words of one weigh more.
fn competes(rival: &Column<'_>, best: &Column<'_>) -> bool {
    let ahead = best.number.weight - rival.number.weight;
    let is_strange = best.number.strange && !words::are_likes(best.header, rival.header);
    ahead < 2
        || is_strange
        || best.number.of_a_contact && !rival.number.of_a_contact && ahead < A_FIXED_LINE
        || best.says != Says::Mobiles && rival.says == Says::Mobiles && !rival.number.uncertain
        || best.is_spare() && !rival.is_spare() && ahead < 10
}

/// How much a mobile goes before a fixed line.
const A_FIXED_LINE: i32 = 32;

/// Shown columns of mobiles, the headers of which say nothing.
fn unnamed<'a, 'b>(columns: &'a [Column<'b>]) -> impl Iterator<Item = &'a Column<'b>> {
    columns.iter().filter(|column| {
        let is_free = !column.hidden && !column.number.excluded && !column.is_claimed();
        is_free
            && !column.number.uncertain
            && !column.names_the_number()
            && column.says == Says::Mobiles
    })
}

/// Which column is called where no shown header names the number, or the cells under it say otherwise.
fn mobile_by_cells(columns: &[Column<'_>]) -> Choice {
    let plain: Vec<&Column<'_>> = unnamed(columns).collect();
    let others: Vec<&Column<'_>> = columns
        .iter()
        .filter(|column| !column.hidden && column.says == Says::Mobiles)
        .filter(|column| column.number.excluded || column.number.uncertain || column.is_claimed())
        .collect();
    let hidden = columns.iter().filter(|column| {
        column.hidden
            && (column.is_telling() || column.says == Says::Mobiles && !column.number.excluded)
    });
    let hidden: Vec<&Column<'_>> = match plain.is_empty() {
        true => hidden.collect(),
        false => hidden.filter(|column| column.is_telling()).collect(),
    };
    let named = columns
        .iter()
        .filter(|column| !column.hidden && column.names_the_number() && column.number.phone)
        .max_by_key(|column| (column.number.weight, std::cmp::Reverse(column.place)));
    match (plain.as_slice(), others.as_slice(), hidden.as_slice()) {
        ([only], [], []) if only.plain => Choice::Certain(only.place),
        // The errors of its cells say more than a field that nothing fills.
        ([], [], []) => named.map_or(Choice::Nothing, |column| Choice::Certain(column.place)),
        _ => ask(hidden.into_iter().chain(plain).chain(others).chain(named)),
    }
}

fn ask<'a, 'b: 'a>(candidates: impl Iterator<Item = &'a Column<'b>>) -> Choice {
    let mut places: Vec<usize> = Vec::new();
    for column in candidates {
        if !places.contains(&column.place) {
            places.push(column.place);
        }
    }
    Choice::Ask(places)
}

/// The column with a further number of the same person.
fn fallback(columns: &[Column<'_>], called: usize) -> Option<usize> {
    let first = columns.get(called)?;
    columns
        .iter()
        .filter(|column| column.place != called && !column.hidden && column.names_the_number())
        .filter(|column| {
            matches!(column.says, Says::Mobiles | Says::Numbers) && column.own.is_none()
        })
        .filter(|column| !column.cells.are_those_of(&first.cells))
        .filter(|column| !column.number.of_a_contact || first.number.of_a_contact)
        .max_by_key(|column| (column.number.weight, std::cmp::Reverse(column.place)))
        .map(|column| column.place)
}

/// Fills what is left by exact names: the robot's own first, since they say more than a common word.
fn fill_by_name(columns: &[Column<'_>], mapping: &mut Mapping) {
    for column in columns.iter().filter(|column| !column.hidden) {
        let common = column
            .exact
            .filter(|field| !matches!(field, Field::Mobile | Field::Customer | Field::Platform));
        let field = [column.own, common]
            .into_iter()
            .flatten()
            .find(|field| mapping.source(*field).is_none());
        if let Some(field) = field.filter(|_| mapping.filled_by(column.place).is_none()) {
            mapping.set(field, Some(Source::Column(column.place)));
        }
    }
}

#[cfg(test)]
mod tests;
