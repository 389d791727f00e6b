//! The match as a person sees it: each column of the sheet with what it is for.

use std::collections::BTreeMap;

use localization::Message;

use super::{Mapping, Source, SourceChoice};
use crate::field::Field;
use crate::messages::column_uses as texts;
use crate::validate::text::trimmed;
use crate::views::{FormProblem, RobotVariable, header_at};

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnUse {
    /// The field that it fills.
    pub field: Field,
    /// How.
    pub part: ColumnPart,
}

/// How a column fills a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColumnPart {
    /// It fills the field.
    First,
    /// It is joined to the first one.
    Joined,
    /// It counts in the rows where the first one is empty.
    Otherwise,
}

impl ColumnPart {
    const ALL: [ColumnPart; 3] = [ColumnPart::First, ColumnPart::Joined, ColumnPart::Otherwise];

    /// How a second column can fill the field, if one can.
    pub const fn second_of(field: Field) -> Option<ColumnPart> {
        match field {
            Field::Mobile => Some(ColumnPart::Otherwise),
            Field::RobotId | Field::Gender => None,
            _ => Some(ColumnPart::Joined),
        }
    }
}

impl ColumnUse {
    /// The column fills the field.
    pub const fn first(field: Field) -> ColumnUse {
        ColumnUse {
            field,
            part: ColumnPart::First,
        }
    }

    /// The name used in forms.
    pub fn key(self) -> String {
        let field = self.field.key();
        match self.part {
            ColumnPart::First => field.to_owned(),
            ColumnPart::Joined => format!("{field}.joined"),
            ColumnPart::Otherwise => format!("{field}.otherwise"),
        }
    }

    /// The use of that [`key`](ColumnUse::key).
    pub fn from_key(key: &str) -> Option<ColumnUse> {
        let (field, part) = match key.split_once('.') {
            None => (key, ColumnPart::First),
            Some((field, "joined")) => (field, ColumnPart::Joined),
            Some((field, "otherwise")) => (field, ColumnPart::Otherwise),
            Some(_) => return None,
        };
        let field = Field::from_key(field)?;
        Some(ColumnUse { field, part })
    }

    /// What people read: `Kode`, `Second column of Customer`.
    pub fn label(self, variables: &[RobotVariable]) -> Message {
        let name = field_name(self.field, variables);
        match self.part {
            ColumnPart::First => name,
            ColumnPart::Joined => texts::joined(name),
            ColumnPart::Otherwise => texts::otherwise(name),
        }
    }
}

/// The robot's own name for the field, else the field's.
pub fn field_name(field: Field, variables: &[RobotVariable]) -> Message {
    let known = variables.iter().find(|variable| variable.field == field);
    known.map_or_else(|| field.message(), |known| Message::verbatim(&known.name))
}

/// What a person chose for the columns of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnChoices {
    /// What each column is for, by its place from 0. A column that is not used is not among them.
    pub uses: BTreeMap<usize, ColumnUse>,
    /// The columns that were chosen at the fields, rather than the fields at the columns.
    pub at_fields: BTreeMap<Field, usize>,
    /// One value for every row.
    pub values: BTreeMap<Field, String>,
}

/// What the choices come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatchedByColumn {
    /// What fills each field.
    pub choices: Vec<(Field, SourceChoice)>,
    /// Columns that filled a field which another column or a value fills now.
    pub replaced: Vec<usize>,
}

/// The sheet whose columns are chosen.
#[derive(Clone, Copy, Debug)]
pub struct ChosenFrom<'a> {
    /// Its headers.
    pub headers: &'a [String],
    /// How its columns are matched so far.
    pub before: &'a Mapping,
    /// The variables of the robot.
    pub variables: &'a [RobotVariable],
}

impl ColumnChoices {
    /// The choices that come to that match.
    pub fn of_mapping(mapping: &Mapping) -> ColumnChoices {
        let mut choices = ColumnChoices::default();
        for field in Field::ALL {
            let (first, second) = match mapping.source(field) {
                None => continue,
                Some(Source::Value(value)) => {
                    choices.values.insert(field, value.clone());
                    continue;
                }
                Some(Source::Column(column)) => (*column, None),
                Some(Source::Joined(first, second)) => {
                    (*first, Some((*second, ColumnPart::Joined)))
                }
                Some(Source::Either { first, otherwise }) => {
                    (*first, Some((*otherwise, ColumnPart::Otherwise)))
                }
            };
            choices.uses.insert(first, ColumnUse::first(field));
            if let Some((column, part)) = second {
                choices.uses.insert(column, ColumnUse { field, part });
            }
        }
        choices
    }

    /// The `name` and `id` of the control of a column.
    pub fn input_of_column(column: usize) -> String {
        format!("column-{column}")
    }

    /// The `name` and `id` of the control by which a column is chosen for a field.
    pub fn input_of_field(field: Field) -> String {
        format!("field-{}", field.key())
    }

    /// The `name` and `id` of the control of a field's one value for every row.
    pub fn input_of_value(field: Field) -> String {
        format!("value-{}", field.key())
    }

    /// The control at which something is to be said of a field: that of its column, in these choices or before, else its own.
    pub fn input_for(&self, field: Field, before: &Mapping) -> String {
        let stood = ColumnChoices::of_mapping(before);
        let column =
            |choices: &ColumnChoices| choices.columns(ColumnUse::first(field)).first().copied();
        let value = self
            .values
            .get(&field)
            .filter(|value| !trimmed(value).is_empty());
        match column(self) {
            Some(column) => ColumnChoices::input_of_column(column),
            None if self.at_fields.contains_key(&field) => ColumnChoices::input_of_field(field),
            None if value.is_some() => ColumnChoices::input_of_value(field),
            None => column(&stood).map_or_else(
                || ColumnChoices::input_of_field(field),
                ColumnChoices::input_of_column,
            ),
        }
    }

    /// Whether a column or a value fills the field.
    pub fn fills(&self, field: Field) -> bool {
        let is_first = |column_use: &ColumnUse| *column_use == ColumnUse::first(field);
        let value = self.values.get(&field).map_or("", |value| trimmed(value));
        self.uses.values().any(is_first) || self.at_fields.contains_key(&field) || !value.is_empty()
    }

    /// The columns that are used so, in the order of the sheet.
    fn columns(&self, wanted: ColumnUse) -> Vec<usize> {
        let mut columns: Vec<usize> = Vec::new();
        columns.extend(
            self.uses
                .iter()
                .filter(|(_, found)| **found == wanted)
                .map(|(column, _)| *column),
        );
        columns
    }

    /// What fills each field by these choices.
    ///
    /// What was chosen now goes before what stands there from before: a column takes the place of the one that filled its field,
    /// and so does a value.
    ///
    /// # Errors
    /// A sentence at each control, where several columns were chosen for one field, or one column for several.
    pub fn resolve(&self, from: &ChosenFrom<'_>) -> Result<MatchedByColumn, Vec<FormProblem>> {
        let stood = ColumnChoices::of_mapping(from.before);
        let mut problems = Vec::new();
        let mut chosen = self.with_those_at_fields(&stood, from, &mut problems);
        let mut replaced = Vec::new();
        for field in Field::ALL {
            for part in ColumnPart::ALL {
                let wanted = ColumnUse { field, part };
                let columns = chosen.columns(wanted);
                let stands = |column: &usize| stood.uses.get(column) == Some(&wanted);
                let (old, new): (Vec<usize>, Vec<usize>) =
                    columns.iter().copied().partition(stands);
                if new.len() > 1 {
                    problems.extend(self.contested(wanted, &columns, from));
                } else if new.len() == 1 && !old.is_empty() {
                    replaced.extend(chosen.without(&old));
                    if part == ColumnPart::First {
                        replaced.extend(chosen.without(&chosen.untouched_seconds(field, &stood)));
                    }
                }
            }
            replaced.extend(chosen.settle_value(field, &stood));
        }
        match problems.is_empty() {
            true => Ok(MatchedByColumn {
                choices: chosen.by_field(),
                replaced,
            }),
            false => Err(problems),
        }
    }

    /// The choices with those that were made at the fields among those of the columns.
    fn with_those_at_fields(
        &self,
        stood: &ColumnChoices,
        from: &ChosenFrom<'_>,
        problems: &mut Vec<FormProblem>,
    ) -> ColumnChoices {
        let mut chosen = ColumnChoices {
            at_fields: BTreeMap::new(),
            ..self.clone()
        };
        for (field, column) in &self.at_fields {
            let wanted = ColumnUse::first(*field);
            let is_touched = self.uses.get(column) != stood.uses.get(column);
            let at_column = self
                .uses
                .get(column)
                .filter(|other| is_touched && **other != wanted);
            let others = self.at_fields.iter();
            let at_field = others.filter(|(other, place)| *other != field && *place == column);
            let other = at_column.map(|other| other.field);
            let other = other.or_else(|| at_field.map(|(other, _)| *other).next());
            let Some(other) = other else {
                chosen.uses.insert(*column, wanted);
                continue;
            };
            let sentence = texts::chosen_twice(
                header_at(from.headers, *column),
                field_name(*field, from.variables),
                field_name(other, from.variables),
            );
            problems.push(FormProblem::new(
                &ColumnChoices::input_of_field(*field),
                sentence.clone(),
            ));
            if at_column.is_some() {
                problems.push(FormProblem::new(
                    &ColumnChoices::input_of_column(*column),
                    sentence,
                ));
            }
        }
        chosen
    }

    /// What to say at each control where several columns were chosen for the same.
    fn contested(
        &self,
        wanted: ColumnUse,
        columns: &[usize],
        from: &ChosenFrom<'_>,
    ) -> Vec<FormProblem> {
        let named = columns
            .iter()
            .map(|column| texts::quoted(header_at(from.headers, *column)));
        let (named, of) = (Message::list(named), wanted.label(from.variables));
        let second =
            ColumnPart::second_of(wanted.field).filter(|_| wanted.part == ColumnPart::First);
        let second = second.map(|part| ColumnUse { part, ..wanted }.label(from.variables));
        let sentence = match (second, columns.len()) {
            (None, _) => texts::contested(named, of),
            (Some(second), 2) => texts::contested_or_second(named, second, of),
            (Some(second), _) => texts::contested_and_second(named, second, of),
        };
        let input = |column: &usize| match self.at_fields.get(&wanted.field) {
            Some(at_field) if at_field == column => ColumnChoices::input_of_field(wanted.field),
            _ => ColumnChoices::input_of_column(*column),
        };
        columns
            .iter()
            .map(|column| FormProblem::new(&input(column), sentence.clone()))
            .collect()
    }

    /// Takes those columns out of use; they are returned.
    fn without(&mut self, columns: &[usize]) -> Vec<usize> {
        self.uses.retain(|column, _| !columns.contains(column));
        columns.to_vec()
    }

    /// The second columns of the field that nobody has touched.
    fn untouched_seconds(&self, field: Field, stood: &ColumnChoices) -> Vec<usize> {
        let is_it = |(column, found): &(&usize, &ColumnUse)| {
            found.field == field
                && found.part != ColumnPart::First
                && stood.uses.get(*column) == Some(*found)
        };
        self.uses
            .iter()
            .filter(is_it)
            .map(|(column, _)| *column)
            .collect()
    }

    /// Of a column and a value for the same field, drops the one that only stands there from before; the columns that were dropped.
    fn settle_value(&mut self, field: Field, stood: &ColumnChoices) -> Vec<usize> {
        let columns: Vec<usize> = self
            .uses
            .iter()
            .filter(|(_, found)| found.field == field)
            .map(|(column, _)| *column)
            .collect();
        let value = self
            .values
            .get(&field)
            .map(|value| trimmed(value).to_owned());
        let Some(value) = value.filter(|value| !value.is_empty() && !columns.is_empty()) else {
            return Vec::new();
        };
        if stood
            .values
            .get(&field)
            .is_some_and(|before| trimmed(before) == value)
        {
            self.values.remove(&field);
            return Vec::new();
        }
        let are_untouched = columns
            .iter()
            .all(|column| self.uses.get(column) == stood.uses.get(column));
        match are_untouched {
            true => self.without(&columns),
            false => Vec::new(),
        }
    }

    fn by_field(&self) -> Vec<(Field, SourceChoice)> {
        let column = |field: Field, part: ColumnPart| {
            self.columns(ColumnUse { field, part }).first().copied()
        };
        let choice = |field: Field| SourceChoice {
            column: column(field, ColumnPart::First),
            joined: column(field, ColumnPart::Joined),
            otherwise: column(field, ColumnPart::Otherwise),
            value: self.values.get(&field).cloned().unwrap_or_default(),
        };
        Field::ALL
            .into_iter()
            .map(|field| (field, choice(field)))
            .collect()
    }
}

#[cfg(test)]
mod tests;
