//! Which column of a sheet fills which field of a lead.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::synonyms::{field_named, fold};
use crate::field::Field;
use crate::views::{FormFault, RobotVariable};

/// Which column, from 0, fills which field. No column fills two.
///
/// Written down as a map from the field's key to the column: `{"mobile":1}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Field, usize>", into = "BTreeMap<Field, usize>")]
pub struct Mapping {
    columns: [Option<usize>; Field::ALL.len()],
}

/// Two fields share a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a column fills two fields")]
pub struct SharedColumn;

impl Mapping {
    /// Matches headers by the names that people use for a field and by the robot's own names for its variables.
    ///
    /// Headers are compared without case, accents, blanks and punctuation, and only as a whole: half a match would
    /// fill a field with something else. Of two columns for one field the first wins, the other stays free.
    pub fn guess(headers: &[String], variables: &[RobotVariable]) -> Mapping {
        let variables: Vec<(String, Field)> = variables
            .iter()
            .map(|variable| (fold(&variable.name), variable.field))
            .collect();
        let mut mapping = Mapping::default();
        for (column, header) in headers.iter().enumerate() {
            let folded = fold(header);
            if folded.is_empty() {
                continue;
            }
            let field = candidates(&folded, &variables)
                .into_iter()
                .find(|field| mapping.column(*field).is_none());
            if let Some(field) = field {
                mapping.set(field, Some(column));
            }
        }
        mapping
    }

    /// The column that fills the field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns[field.index()]
    }

    /// Fills the field from that column, or from none. A field that the column filled before loses it.
    pub fn set(&mut self, field: Field, column: Option<usize>) {
        if column.is_some() {
            for other in &mut self.columns {
                if *other == column {
                    *other = None;
                }
            }
        }
        self.columns[field.index()] = column;
    }

    /// The columns of a sheet with that many headers that fill no field.
    pub fn left_out(&self, headers: usize) -> Vec<usize> {
        (0..headers)
            .filter(|column| !self.columns.contains(&Some(*column)))
            .collect()
    }

    /// Takes what a person chose for each field. A field without a choice is filled by no column.
    ///
    /// # Errors
    /// Every choice that cannot be followed, under the field's key as its input: a column that the sheet does not
    /// have, a column chosen twice, no column for the number.
    pub fn parse(
        choices: &[(Field, Option<usize>)],
        headers: usize,
    ) -> Result<Mapping, Vec<FormFault>> {
        let mut mapping = Mapping::default();
        let mut faults = Vec::new();
        let mut mobile_is_judged = false;
        for (field, column) in choices {
            let Some(column) = column else { continue };
            let sentence = if *column >= headers {
                format!("The sheet has {headers} columns, and not this one. Choose one of them.")
            } else if let Some(other) = mapping.filled_by(*column).filter(|other| other != field) {
                format!(
                    "This column already fills {}. Choose another column, or none.",
                    other.label()
                )
            } else {
                mapping.set(*field, Some(*column));
                continue;
            };
            mobile_is_judged |= *field == Field::Mobile;
            faults.push(FormFault::new(field.key(), sentence));
        }
        if !mapping.is_usable() && !mobile_is_judged {
            let sentence = "Choose the column that holds the phone numbers.";
            faults.push(FormFault::new(Field::Mobile.key(), sentence));
        }
        if faults.is_empty() {
            Ok(mapping)
        } else {
            Err(faults)
        }
    }

    /// Whether leads can be made of it at all: the number has a column.
    pub fn is_usable(&self) -> bool {
        self.column(Field::Mobile).is_some()
    }

    fn filled_by(&self, column: usize) -> Option<Field> {
        Field::ALL
            .into_iter()
            .find(|field| self.column(*field) == Some(column))
    }
}

/// The fields that the header may mean, the likeliest first.
///
/// The robot's own name for a variable is more telling than a common word, except for the number: without it there is
/// no lead at all.
fn candidates(folded: &str, variables: &[(String, Field)]) -> Vec<Field> {
    let common = field_named(folded);
    let own = variables
        .iter()
        .filter(|(name, _)| name == folded)
        .map(|(_, field)| *field);
    let mut fields: Vec<Field> = own.chain(common).collect();
    fields.sort_by_key(|field| *field != Field::Mobile);
    fields
}

impl TryFrom<BTreeMap<Field, usize>> for Mapping {
    type Error = SharedColumn;
    fn try_from(columns: BTreeMap<Field, usize>) -> Result<Mapping, SharedColumn> {
        let mut mapping = Mapping::default();
        for (field, column) in columns {
            if mapping.filled_by(column).is_some() {
                return Err(SharedColumn);
            }
            mapping.set(field, Some(column));
        }
        Ok(mapping)
    }
}

impl From<Mapping> for BTreeMap<Field, usize> {
    fn from(mapping: Mapping) -> BTreeMap<Field, usize> {
        Field::ALL
            .into_iter()
            .filter_map(|field| Some((field, mapping.column(field)?)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guess(headers: &[&str], variables: &[(Field, &str)]) -> Vec<Option<Field>> {
        let headers: Vec<String> = headers.iter().map(ToString::to_string).collect();
        let variables: Vec<RobotVariable> = variables
            .iter()
            .map(|(field, name)| RobotVariable {
                field: *field,
                name: (*name).to_owned(),
                description: None,
            })
            .collect();
        let mapping = Mapping::guess(&headers, &variables);
        (0..headers.len())
            .map(|column| mapping.filled_by(column))
            .collect()
    }

    use Field::{Comments, Customer, ExtraA, ExtraB, ExtraC, Gender, Mobile, Platform, RobotId};

    #[test]
    fn spanish_headers_and_the_robots_own_names_are_matched() {
        let headers = [
            "Nombre del cliente",
            "Teléfono celular",
            "Plataforma",
            "Comentarios",
            "Género",
            "Oferta",
            "Ciudad",
            "Saldo",
        ];
        let variables = [(ExtraA, "Oferta"), (ExtraB, "Ciudad"), (ExtraC, "Saldo")];
        let fields = [
            Customer, Mobile, Platform, Comments, Gender, ExtraA, ExtraB, ExtraC,
        ];
        assert_eq!(guess(&headers, &variables), fields.map(Some));
        assert_eq!(guess(&headers, &[])[5..], [None, None, None]);
    }

    #[test]
    fn english_indonesian_and_chinese_headers_are_matched() {
        assert_eq!(
            guess(
                &[
                    "Ref",
                    "Phone",
                    "Comments",
                    "Full name",
                    "ExtraA",
                    "Sex",
                    "platform_name"
                ],
                &[]
            ),
            [
                None,
                Some(Mobile),
                Some(Comments),
                Some(Customer),
                Some(ExtraA),
                Some(Gender),
                Some(Platform)
            ]
        );
        assert_eq!(
            guess(
                &["NAMA", "No. HP", "Catatan", "Jenis Kelamin", "Robot ID"],
                &[]
            ),
            [Customer, Mobile, Comments, Gender, RobotId].map(Some)
        );
        assert_eq!(
            guess(
                &[
                    "客户名称",
                    "手机号码",
                    "平台",
                    "备注",
                    "性别",
                    "变量A",
                    "变量B",
                    "变量C"
                ],
                &[]
            ),
            [
                Customer, Mobile, Platform, Comments, Gender, ExtraA, ExtraB, ExtraC
            ]
            .map(Some)
        );
    }

    #[test]
    fn the_first_of_two_columns_wins_and_half_a_match_is_none() {
        assert_eq!(
            guess(&["Phone", "Mobile", "Phone of the branch", "", " "], &[]),
            [Some(Mobile), None, None, None, None]
        );
    }

    #[test]
    fn a_column_that_counts_the_rows_is_not_taken_for_the_number() {
        for header in ["No", "No.", "Nomor", "Número", "Number", "#", "编号"] {
            assert_eq!(
                guess(&[header, "Nama", "No HP"], &[]),
                [None, Some(Customer), Some(Mobile)],
                "{header}"
            );
        }
    }

    #[test]
    fn a_robots_own_name_wins_over_a_common_word_but_never_takes_the_number() {
        assert_eq!(guess(&["Nombre"], &[(ExtraB, "nombre")]), [Some(ExtraB)]);
        assert_eq!(
            guess(&["Phone", "Phone"], &[(ExtraA, "Phone")]),
            [Some(Mobile), Some(ExtraA)]
        );
    }

    #[test]
    fn a_column_fills_at_most_one_field() {
        let mut mapping = Mapping::default();
        mapping.set(Customer, Some(2));
        mapping.set(Mobile, Some(2));
        assert_eq!(
            (mapping.column(Customer), mapping.column(Mobile)),
            (None, Some(2))
        );
        assert_eq!(mapping.left_out(4), [0, 1, 3]);
        assert!(mapping.is_usable());
    }

    #[test]
    fn every_choice_that_cannot_be_followed_is_named() {
        let choices = [
            (Customer, Some(1)),
            (Mobile, Some(1)),
            (Platform, Some(9)),
            (Gender, None),
        ];
        let faults = Mapping::parse(&choices, 3).expect_err("two are wrong");
        let inputs: Vec<&str> = faults.iter().map(|fault| fault.input.as_str()).collect();
        assert_eq!(inputs, ["mobile", "platform"]);
        assert!(faults[0].sentence.contains("Customer"));

        let faults = Mapping::parse(&[(Customer, Some(0))], 3).expect_err("no number");
        assert_eq!(faults[0].input, "mobile");

        let mapping = Mapping::parse(&[(Mobile, Some(0)), (Customer, Some(2))], 3);
        assert_eq!(mapping.map(|mapping| mapping.left_out(3)), Ok(vec![1]));
    }

    #[test]
    fn it_is_written_as_a_map_from_field_to_column() {
        let mapping = Mapping::parse(&[(Mobile, Some(1)), (ExtraA, Some(0))], 2).expect("usable");
        let json = serde_json::to_string(&mapping).expect("a map");
        assert_eq!(json, r#"{"mobile":1,"extra_a":0}"#);
        assert_eq!(serde_json::from_str::<Mapping>(&json).ok(), Some(mapping));
        assert!(serde_json::from_str::<Mapping>(r#"{"mobile":1,"gender":1}"#).is_err());
    }
}
