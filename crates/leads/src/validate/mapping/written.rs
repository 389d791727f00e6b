//! A mapping as it is stored.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Mapping, SharedColumn, Source};
use crate::field::Field;
use crate::validate::gender::GenderReading;
use crate::validate::qualifiers::Qualifiers;
use crate::validate::question::Question;

/// A mapping as it is written down.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredMapping {
    #[serde(flatten)]
    sources: BTreeMap<Field, Source>,
    #[serde(default, skip_serializing_if = "is_usual")]
    genders: GenderReading,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<Question>,
    #[serde(default, skip_serializing_if = "Qualifiers::is_empty")]
    qualifiers: Qualifiers,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fallback: Option<usize>,
}

fn is_usual(genders: &GenderReading) -> bool {
    *genders == GenderReading::default()
}

impl TryFrom<StoredMapping> for Mapping {
    type Error = SharedColumn;
    fn try_from(written: StoredMapping) -> Result<Mapping, SharedColumn> {
        let mut mapping = Mapping {
            genders: written.genders,
            questions: written.questions,
            qualifiers: written.qualifiers,
            fallback: written.fallback,
            ..Mapping::default()
        };
        for (field, source) in written.sources {
            if source
                .columns()
                .any(|column| mapping.filled_by(column).is_some())
            {
                return Err(SharedColumn);
            }
            mapping.sources[field.index()] = Some(source);
        }
        Ok(mapping)
    }
}

impl From<Mapping> for StoredMapping {
    fn from(mapping: Mapping) -> StoredMapping {
        let sources = Field::ALL
            .into_iter()
            .zip(mapping.sources)
            .filter_map(|(field, source)| Some((field, source?)))
            .collect();
        StoredMapping {
            sources,
            genders: mapping.genders,
            questions: mapping.questions,
            qualifiers: mapping.qualifiers,
            fallback: mapping.fallback,
        }
    }
}
