//! Columns that may be meant for the robot's variables, though nothing is called exactly so.

use super::words::tokens;
use super::{Column, Field, Mapping};
use crate::validate::question::Question;
use crate::validate::synonyms::fold;
use crate::views::RobotVariable;

/// What is to be asked of the variables: the robot says some, and the list fills none of them. A variable whose column is
/// hidden, or for which there is a column of nearly its name, is asked for beside filled ones too.
pub(super) fn of_variables(
    columns: &[Column<'_>],
    variables: &[RobotVariable],
    mapping: &Mapping,
) -> Option<Question> {
    let unfilled: Vec<&RobotVariable> = variables
        .iter()
        .filter(|variable| mapping.source(variable.field).is_none())
        .collect();
    let is_hidden = |variable: &&RobotVariable| {
        let mut own = columns
            .iter()
            .filter(|column| column.own == Some(variable.field));
        own.any(|column| column.hidden)
    };
    let mut near: Vec<(Field, usize)> = Vec::new();
    for variable in &unfilled {
        let taken = |place: usize| near.iter().any(|(_, column)| *column == place);
        let best = columns
            .iter()
            .filter(|column| mapping.filled_by(column.place).is_none() && !taken(column.place))
            .filter_map(|column| Some((nearness(&variable.name, column.header)?, column.place)))
            .max_by_key(|(nearness, place)| (*nearness, std::cmp::Reverse(*place)));
        near.extend(best.map(|(_, place)| (variable.field, place)));
    }
    let is_near =
        |variable: &&RobotVariable| near.iter().any(|(field, _)| *field == variable.field);
    let is_none_filled = unfilled.len() == variables.len();
    let fields: Vec<Field> = unfilled
        .into_iter()
        .filter(|variable| is_none_filled || is_hidden(variable) || is_near(variable))
        .map(|variable| variable.field)
        .collect();
    match fields.is_empty() {
        true => None,
        false => Some(Question::Variables { fields, near }),
    }
}

/// How near two names are, from 0 to 100; `None` where they have nothing to do with each other.
fn nearness(name: &str, header: &str) -> Option<u32> {
    let (folded, other) = (fold(name), fold(header));
    let lengths = [&folded, &other].map(|text| text.chars().count());
    let (short, long) = (lengths[0].min(lengths[1]), lengths[0].max(lengths[1]));
    if short == 0 {
        return None;
    }
    let percent = |part: usize, whole: usize| u32::try_from(part * 100 / whole.max(1)).unwrap_or(0);
    if folded == other {
        return Some(100);
    }
    let distance = strsim::damerau_levenshtein(&folded, &other);
    if long >= 4 && distance * 4 <= long {
        return Some(percent(long - distance, long));
    }
    let enough = |text: &str| text.chars().count() > 2 || !text.is_ascii();
    if enough(&folded) && other.contains(&folded) || enough(&other) && folded.contains(&other) {
        return Some(percent(short, long).clamp(30, 74));
    }
    let words = [tokens(name), tokens(header)].map(|words| -> Vec<String> {
        words
            .into_iter()
            .filter(|word| word.chars().count() > 3)
            .collect()
    });
    let is_shared = |word: &&String| {
        words[1].iter().any(|other| {
            *word == other || word.len() > 5 && strsim::damerau_levenshtein(word, other) == 1
        })
    };
    let shared = words[0].iter().filter(is_shared).count();
    (shared > 0).then(|| percent(shared, words[0].len().max(words[1].len())).min(70))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_share_words_or_nearly_all_letters_are_near() {
        for [name, header] in [
            ["Promo", "Nama Promo"],
            ["Kode", "Kode Voucher"],
            ["Berlaku sampai", "Tgl berlaku"],
            ["Saldo", "saldo_total"],
            ["Ciudad", "Cuidad"],
            ["Vence", "Fecha que vence"],
            ["Fecha de vencimiento", "Vencimientos"],
            ["Due date", "DueDates"],
            ["金额", "欠款金额"],
        ] {
            assert!(nearness(name, header).is_some(), "{name}, {header}");
        }
        for [name, header] in [
            ["Promo", "City"],
            ["Kode", "Kota"],
            ["Vence", "Saldo"],
            ["A", "Bank"],
            ["Promo", ""],
        ] {
            assert_eq!(nearness(name, header), None, "{name}, {header}");
        }
        assert!(nearness("Kode", "Kode") > nearness("Kode", "Kode Voucher"));
    }
}
