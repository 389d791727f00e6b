//! The order of names in a language (CLDR).

use std::sync::LazyLock;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};

use crate::language::Language;
use crate::number::LOCALES;

static COLLATORS: LazyLock<[CollatorBorrowed<'static>; 5]> = LazyLock::new(|| {
    LOCALES.map(|locale| {
        Collator::try_new(locale.into(), CollatorOptions::default())
            .expect("the data is part of the program")
    })
});

/// Puts a whole list into the order in which readers of the language look for its names; Chinese by Pinyin. What has the same name stays in the order in
/// which it came.
pub fn sort_by_name<T>(list: &mut [T], language: Language, name: impl Fn(&T) -> &str) {
    let collator = &COLLATORS[language.index()];
    list.sort_by(|one, other| collator.compare(name(one), name(other)));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<const N: usize>(language: Language, mut names: [&str; N]) -> [&str; N] {
        sort_by_name(&mut names, language, |name| name);
        names
    }

    #[test]
    fn an_accent_is_no_other_letter_and_capitals_stand_with_small_letters() {
        let names = [
            "Zoe", "Ángel", "berta", "Ana", "Óscar", "ana", "Pedro", "Beto",
        ];
        let expected = [
            "ana", "Ana", "Ángel", "berta", "Beto", "Óscar", "Pedro", "Zoe",
        ];
        for language in [Language::English, Language::Spanish, Language::Indonesian] {
            assert_eq!(sorted(language, names), expected, "{language:?}");
        }
    }

    #[test]
    fn spanish_has_a_letter_behind_n() {
        let names = ["Núñez", "Oñate", "Ñandú", "Nuzco", "Nunez"];
        assert_eq!(
            sorted(Language::Spanish, names),
            ["Nunez", "Núñez", "Nuzco", "Ñandú", "Oñate"]
        );
        assert_eq!(
            sorted(Language::English, names),
            ["Ñandú", "Nunez", "Núñez", "Nuzco", "Oñate"]
        );
    }

    #[test]
    fn chinese_names_are_sorted_by_pinyin_and_stand_before_others() {
        let names = ["Ana", "张伟", "李娜", "安娜", "王芳", "陈静"];
        assert_eq!(
            sorted(Language::Chinese, names),
            ["安娜", "陈静", "李娜", "王芳", "张伟", "Ana"]
        );
    }

    #[test]
    fn the_same_names_stay_as_they_came() {
        let mut list = [("Budi", 2), ("Ana", 3), ("Budi", 1)];
        sort_by_name(&mut list, Language::Indonesian, |(name, _)| name);
        assert_eq!(list, [("Ana", 3), ("Budi", 2), ("Budi", 1)]);
    }
}
