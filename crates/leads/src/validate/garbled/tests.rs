//! Names through wrong encodings and back.

use encoding_rs::{
    EUC_KR, Encoding, GBK, MACINTOSH, SHIFT_JIS, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::code_pages::CODE_PAGES;
use super::*;

/// What these names are called once UTF-8 was taken for the encoding.
fn taken_for(encoding: &'static Encoding, name: &str) -> String {
    encoding
        .decode_without_bom_handling(name.as_bytes())
        .0
        .into_owned()
}

fn meant(text: &str) -> Option<String> {
    match garbled(text, true) {
        Some(ProblemKind::Garbled { to }) => Some(to),
        _ => None,
    }
}

/// Asserts what is said of each text, and names all of which something else is said.
fn assert_said<'a>(is_name: bool, cases: impl IntoIterator<Item = (&'a str, Option<ProblemKind>)>) {
    let wrong: Vec<(&str, Option<ProblemKind>)> = cases
        .into_iter()
        .map(|(text, said)| (text, said, garbled(text, is_name)))
        .filter(|(_, said, found)| said != found)
        .map(|(text, _, found)| (text, found))
        .collect();
    assert_eq!(wrong, []);
}

fn right(name: &str) -> Option<ProblemKind> {
    Some(ProblemKind::Garbled {
        to: name.to_owned(),
    })
}

#[rustfmt::skip]
const GIVEN_NAMES: &[&str] = &[
    "María", "José", "Íñigo", "Sofía", "Ángel", "Álvaro", "Óscar", "Úrsula", "Begoña", "Nuño", "João", "Conceição", "Antônio", "Luís",
    "Inês", "Márcia", "Ângela", "Zoë", "René", "François", "Jürgen", "Björn", "MARÍA", "JOSÉ", "JOÃO", "NUÑO", "Siti", "Budi", "Ma’ruf", "Ñusta",
    "अमित", "प्रिया", "श्रीमती", "हिन्दी", "ठाकुर", "राम", "李雷", "韩梅梅", "王小明", "欧阳娜娜", "陈佳怡", "Nguyễn", "Trần",
];

#[rustfmt::skip]
const FAMILY_NAMES: &[&str] = &[
    "Muñoz", "Peña", "García", "Ibáñez", "López", "Núñez", "Güemes", "D’Ávila", "Gonçalves", "Assunção", "Simões", "Falcão", "MUÑOZ", "IBÁÑEZ",
    "GONÇALVES", "शर्मा", "गुप्ता", "मिश्रा", "李", "张", "Nurhaliza", "O’Brien", "Dela Cruz", "de la Peña", "Ordóñez–Ruiz",
];

/// Names and texts as people write them, with every sign that has a place in them.
#[rustfmt::skip]
const PLAIN: &[&str] = &[
    "O’Brien", "O'Brien", "O´Brien", "D’Souza", "D´Angelo", "Jean–Luc", "Jean-Luc", "Kaʻahumanu", "Ka‘ala", "Hawai’i", "N’Golo", "Ma’ruf Sa’id",
    "Mas’ud", "Qur’an", "Dell’Acqua", "L’Hôpital", "Mª José", "Ma. José", "N.º 5", "Nº 5", "N° 5", "5ª", "José María Núñez", "MuÑoz", "JosÉ", "PeÑA",
    "JoÃo", "ConceiÇÃo", "JOÃO", "IRMÃ", "SÃO PAULO", "São Tomé", "AMANHÃ…", "“IRMÃ”", "‘JOSÉ’", "JOSÉ’S", "CAFÉ®", "PERÚ™", "PERÚ’S", "OLÉ…",
    "MARÍA “LA JEFA”", "«María»", "Gal·la", "Núria Vilà", "McÉlroy", "DeÁngelis", "Mac Ó Gráda", "Øystein", "Åse", "Þóra", "Ýmir", "Šárka", "Žižek",
    "Dvořák", "Łukasz", "Gökçe", "İpek", "Ceyda Işık", "Ștefan", "Nguyễn Thị Ánh", "Trần Văn Đức", "Ơn", "Zoë", "Citroën", "naïve", "Façade", "œuvre",
    "¡Hola!", "¿Qué?", "¿Qué pasó?", "Hola… adiós", "5 °C", "20 m²", "½ kg", "Ωmega", "5 µm", "μTorrent", "ACME™", "Coca-Cola®", "© ACME", "€ 5", "£5", "₹500",
    "$ 12,500.50", "–", "10–12", "lunes – viernes", "Jakarta–Bandung", "王小明", "李明 (A)", "A先生", "小C", "VIP客户", "T恤", "iPhone手机", "联通", "张 伟", "陳大文",
    "アンナ", "김철수", "Kim 김", "मोहन लाल", "श्री", "Mr. शर्मा", "தமிழ்", "বাংলা", "ไทย", "مريم", "Мария", "Σοφία", "José 李", "Ana\u{A0}López",
    "de\u{A0}la Peña", "Ana 🌹", "Hermione ✓", "Ana ½", "HERNÁNDEZ…", "Compañía “Ñandú”", "Année ’98", "rock ’n’ roll",
];

#[test]
fn utf_8_that_was_taken_for_another_encoding_is_read_back() {
    let cases = [
        ("MarÃ\u{AD}a MuÃ±oz", "María Muñoz"),
        ("JosÃ© PeÃ±a", "José Peña"),
        ("SofÃ\u{AD}a IbÃ¡Ã±ez", "Sofía Ibáñez"),
        ("San Luis PotosÃ\u{AD}", "San Luis Potosí"),
        ("JOSÃ‰ MUÃ‘OZ", "JOSÉ MUÑOZ"),
        ("JosÃƒÂ© MuÃƒÂ±oz", "José Muñoz"),
        ("Oâ€™Brien", "O’Brien"),
        ("5Â° piso", "5° piso"),
        ("NÂº 5", "Nº 5"),
        ("José GarcÃ\u{AD}a", "José García"),
        ("Mar├¡a Mu├▒oz", "María Muñoz"),
        ("Mar√≠a Mu√±oz", "María Muñoz"),
        ("MarГ\u{AD}a MuГ±oz", "María Muñoz"),
        ("JosĂ© LeĂłn", "José León"),
        ("Mar铆a Mu帽oz", "María Muñoz"),
        ("Mar챠a Mu챰oz", "María Muñoz"),
        ("Nun\u{CC}ƒez", "Nuñez"),
        ("à¤°à¤¾à¤®", "राम"),
        ("CittÃ", "Città"),
        ("FÃ©", "Fé"),
        ("TÃº", "Tú"),
        ("O&#039;Brien", "O'Brien"),
        ("JosÃ&copy;", "José"),
        ("Ana ðŸŒ¹", "Ana 🌹"),
    ];
    assert_said(true, cases.map(|(text, name)| (text, right(name))));
}

#[test]
fn one_encoding_taken_for_another_is_read_back_where_only_one_makes_words() {
    let cases = [
        ("Mar’a Mu–oz", "María Muñoz"),
        ("JosŽ Pe–a", "José Peña"),
        ("ê–igo Nœ–ez", "Íñigo Núñez"),
        ("Sof’a Ib‡–ez", "Sofía Ibáñez"),
        ("Mu¤oz", "Muñoz"),
        ("Jos‚ Mu¤oz", "José Muñoz"),
        ("Le¢n", "León"),
        ("Potos¡", "Potosí"),
        ("MU¥OZ", "MUÑOZ"),
        ("Hern\u{A0}ndez Mu¤oz", "Hernández Muñoz"),
        ("Jo‹o", "João"),
        ("GarcÌa MuÒoz", "García Muñoz"),
        ("Mu±oz", "Muñoz"),
        ("GarcÝa", "García"),
        ("Josй Muсoz", "José Muñoz"),
        ("MarΘ", "Maré"),
    ];
    assert_said(true, cases.map(|(text, name)| (text, right(name))));
}

#[test]
fn letters_that_nobody_can_tell_are_lost() {
    let lost = |text| (text, Some(ProblemKind::LettersLost));
    let names = [
        "MarÃa",
        "Ãlvaro",
        "GarcÃa LÃ³pez",
        "Mu–oz",
        "Jos? Mu?oz",
        "??",
        "?? ???",
        "Ana ??",
        "Mu??oz",
        "锟斤拷",
        "MarÃ\u{AD}a’s",
        "à¤¨à¥à¤¦",
        "Мaria",
        "Joseï¿½",
        "Ãngel",
        "JOSÃ‰ MARÃA",
        "JosÃ© Mu?oz",
        "JosÃ© Mu\u{FFFD}oz",
        "JosÃ© Mu\u{81}oz",
        "Mu小oz",
        "Muรoz",
        "Muﾑoz",
        "Jos&eacute; Mu?oz",
    ];
    assert_said(true, names.map(lost));
    assert_said(
        false,
        ["??", "????", "Calle ??", "Le?n", "Mu??oz"].map(lost),
    );
    let texts = [
        "¿Listo?",
        "iPhone和iPad",
        "A座B单元",
        "Really??",
        "ok?",
        "a.com/?q=1",
        "http://a.com/b?c",
        "yes—no",
        "lunes–viernes",
        "mañana–tarde",
        "?",
    ];
    assert_said(false, texts.map(|text| (text, None)));
}

#[test]
fn no_plain_name_is_called_garbled() {
    let all = || [PLAIN, GIVEN_NAMES, FAMILY_NAMES].into_iter().flatten();
    assert_said(false, all().map(|text| (*text, None)));
    let names = all().filter(|text| !text.contains('?'));
    assert_said(true, names.map(|text| (*text, None)));
}

fn names() -> impl Strategy<Value = String> {
    (select(GIVEN_NAMES), select(FAMILY_NAMES))
        .prop_map(|(given, family)| format!("{given} {family}"))
}

/// Names in the Latin script, with at least one accent.
fn latin_names() -> impl Strategy<Value = String> {
    let is_latin = |name: &&str| name.chars().all(is_letter_of_latin);
    let given: Vec<&str> = GIVEN_NAMES.iter().copied().filter(is_latin).collect();
    let accented = given.iter().copied().filter(|name| !name.is_ascii());
    (select(accented.collect::<Vec<_>>()), select(given))
        .prop_map(|(first, second)| format!("{first} {second}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_name_in_utf_8_that_was_taken_for_windows_1252_is_put_right(name in names(), times in 1..3_usize) {
        prop_assume!(!name.is_ascii());
        let mut wrong = name.clone();
        for _ in 0..times {
            wrong = taken_for(WINDOWS_1252, &wrong);
        }
        // A cell is validated without the blanks at its ends, which a no-break space is.
        let wrong = wrong.trim();
        prop_assert_eq!(meant(wrong), Some(name), "{}", wrong);
    }

    #[test]
    fn a_name_in_utf_8_that_was_taken_for_a_code_page_is_put_right(
        name in latin_names(),
        page in select(vec![MACINTOSH, WINDOWS_1250, WINDOWS_1251]),
    ) {
        let wrong = taken_for(page, &name);
        prop_assume!(!wrong.contains(char::REPLACEMENT_CHARACTER));
        prop_assert_eq!(meant(wrong.trim()), Some(name), "{}", wrong);
    }

    #[test]
    fn a_name_of_ms_dos_or_a_mac_is_never_ready(name in names(), is_mac in any::<bool>()) {
        let pages = &*CODE_PAGES;
        let page = if is_mac { &pages.macintosh } else { &pages.ms_dos_850 };
        let Some(bytes) = page.bytes(&name).filter(|_| !name.is_ascii()) else {
            return Ok(());
        };
        let wrong = WINDOWS_1252.decode_without_bom_handling(&bytes).0;
        // Whoever reads this sees signs; single letters that became others are no sign.
        let has_one_within = |word: &str| word.chars().skip(1).any(|letter| matches!(letter, 'ñ' | 'Ñ'));
        let is_told = name.split(' ').any(has_one_within) && !name.contains('’');
        let found = garbled(&wrong, true);
        if is_told {
            prop_assert!(found.is_some(), "{} {}", name, wrong);
        }
        if let Some(ProblemKind::Garbled { to }) = found {
            prop_assert_eq!(to, name);
        }
    }

    #[test]
    fn any_text_is_validated_without_failing(text in any::<String>(), is_name in any::<bool>()) {
        if let Some(ProblemKind::Garbled { to }) = garbled(&text, is_name) {
            prop_assert_ne!(to, text);
        }
    }

    #[test]
    fn plain_names_together_are_plain(given in select(PLAIN), family in select(FAMILY_NAMES)) {
        let name = format!("{given} {family}");
        prop_assert_eq!(garbled(&name, false), None, "{}", name);
    }
}

#[test]
fn chinese_names_in_latin_words_are_read_back_from_east_asias_encodings() {
    for encoding in [GBK, EUC_KR, SHIFT_JIS] {
        for name in ["Muñoz", "José", "García", "João"] {
            let wrong = taken_for(encoding, name);
            if !wrong.contains(char::REPLACEMENT_CHARACTER) {
                assert_eq!(meant(&wrong).as_deref(), Some(name), "{wrong}");
            }
        }
    }
    for name in ["韩梅", "欧阳娜娜", "陈佳怡女士"] {
        let wrong = taken_for(GBK, name);
        if !wrong.contains(char::REPLACEMENT_CHARACTER) {
            assert_eq!(meant(&wrong).as_deref(), Some(name), "{wrong}");
        }
    }
}
