//! The form of what the results of a robot mean, as it is posted.

use std::collections::BTreeMap;

use leads::results::meaning::MeaningInput;

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RobotResultsForm {
    /// The version of the table that it was drawn for.
    pub version: u32,
    /// Its rows, in their order.
    pub rows: Vec<ResultRow>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResultRow {
    /// What was filled in.
    pub input: MeaningInput,
    /// Whether the page has offered the letter, because calls have had it: it may stay without a name.
    pub is_offered: bool,
}

impl ResultRow {
    /// Whether the row is as the page adds it at the end.
    fn is_empty(&self) -> bool {
        self.input.letter.trim().is_empty() && self.input.name.trim().is_empty()
    }

    /// What is saved of it: nothing where an offered letter was left alone.
    fn to_save(&self) -> MeaningInput {
        let input = &self.input;
        match self.is_offered && input.name.trim().is_empty() && input.group.is_empty() {
            true => MeaningInput::default(),
            false => input.clone(),
        }
    }
}

impl RobotResultsForm {
    /// The form of those names and values (`version`, and `letter_0`, `name_0`, `group_0`, `reached_0`, `order_0`, `offered_0` with
    /// the place of the row); names that it does not have are passed over.
    pub fn of<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> RobotResultsForm {
        let mut version = 0;
        let mut rows: BTreeMap<usize, ResultRow> = BTreeMap::new();
        for (name, value) in fields {
            if name == "version" {
                version = value.parse().unwrap_or_default();
                continue;
            }
            let Some((field, place)) = name.split_once('_') else {
                continue;
            };
            let Ok(place) = place.parse() else { continue };
            let row = rows.entry(place).or_default();
            match field {
                "letter" => value.clone_into(&mut row.input.letter),
                "name" => value.clone_into(&mut row.input.name),
                "group" => value.clone_into(&mut row.input.group),
                "order" => value.clone_into(&mut row.input.order),
                // A box that is not ticked is not sent.
                "reached" => row.input.reached = true,
                "offered" => row.is_offered = true,
                _ => {}
            }
        }
        // Rows may be missing: what counts is their order. The page adds empty rows at the end by itself.
        let mut rows: Vec<ResultRow> = rows.into_values().collect();
        while rows.last().is_some_and(ResultRow::is_empty) {
            rows.pop();
        }
        RobotResultsForm { version, rows }
    }

    /// The rows to be saved, each in its place.
    pub fn to_save(&self) -> Vec<MeaningInput> {
        self.rows.iter().map(ResultRow::to_save).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_in_the_order_of_their_numbers_without_the_empty_ones_at_the_end() {
        let form = RobotResultsForm::of([
            ("version", "3"),
            ("letter_10", "B"),
            ("letter_2", "A"),
            ("name_2", "Yes"),
            ("group_2", "interested"),
            ("reached_2", "true"),
            ("order_2", "1"),
            ("letter_11", " "),
            ("reached_11", "true"),
            ("order_11", "3"),
            ("letter_x", "C"),
            ("drawn_for", "somebody"),
        ]);
        assert_eq!(form.version, 3);
        let rows = form.to_save();
        assert_eq!(
            rows[0],
            MeaningInput {
                letter: "A".to_owned(),
                name: "Yes".to_owned(),
                group: "interested".to_owned(),
                reached: true,
                order: "1".to_owned(),
            }
        );
        assert_eq!((rows.len(), rows[1].letter.as_str()), (2, "B"));
        assert!(!rows[1].reached);
    }

    #[test]
    fn a_letter_that_was_offered_may_stay_without_a_name() {
        let letters = |fields: &[(&str, &str)]| {
            let rows = RobotResultsForm::of(fields.iter().copied()).to_save();
            rows.into_iter().map(|row| row.letter).collect::<Vec<_>>()
        };
        let left_alone = [("letter_0", "Z"), ("name_0", ""), ("group_0", "")];
        assert_eq!(letters(&left_alone), ["Z"]);
        let offered = |more: (&'static str, &'static str)| {
            let fields = left_alone.into_iter().chain([("offered_0", "true"), more]);
            letters(&fields.collect::<Vec<_>>())
        };
        assert_eq!(offered(("order_0", "9")), [""]);
        assert_eq!(offered(("group_0", "interested")), ["Z"]);
        assert_eq!(offered(("name_0", "Nobody")), ["Z"]);
    }
}
