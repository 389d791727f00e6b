//! Headers made of the words of the lists, in any order, case and punctuation.

use proptest::prelude::*;

use super::super::others::SOMEBODY;
use super::*;

/// A header of words, in any order, with any case and punctuation.
fn header(words: Vec<&'static str>) -> impl Strategy<Value = String> {
    let separators = prop::sample::select(vec![" ", "_", "-", ". ", " / ", ": ", "  "]);
    let ends = prop::sample::select(vec![
        ("", ""),
        ("", " "),
        ("", ":"),
        ("(", ")"),
        ("*", ""),
        (" ", "*"),
    ]);
    (Just(words).prop_shuffle(), separators, ends, 0..4_u8).prop_map(
        |(words, separator, (before, after), case)| {
            let text = words.join(separator);
            let text = match case {
                0 => text.to_uppercase(),
                1 => text.to_lowercase(),
                _ => text,
            };
            format!("{before}{text}{after}")
        },
    )
}

/// Words of one language for a mobile, a phone, a number, and the one who is called.
const LANGUAGES: [[&[&str]; 4]; 7] = [
    [
        &["Mobile", "Cell", "WhatsApp"],
        &["Phone", "Tel"],
        &["No", "Number", "Nr"],
        &["Customer", "Borrower", "Client", "Registered", "Primary"],
    ],
    [
        &["HP", "Handphone", "WA", "Ponsel"],
        &["Telepon", "Telp", "Tlp"],
        &["No", "Nomor"],
        &["Debitur", "Nasabah", "Pelanggan", "Aktif", "Utama"],
    ],
    [
        &["Celular", "Cel", "Móvil"],
        &["Teléfono", "Tel"],
        &["Número", "No", "Nro"],
        &["Titular", "Deudor", "Cliente", "Principal"],
    ],
    [
        &["Celular", "WhatsApp", "Telemóvel"],
        &["Telefone", "Fone"],
        &["Número", "Nº"],
        &["Cliente", "Titular", "Devedor"],
    ],
    [
        &["Cellphone", "Selpon", "Viber"],
        &["Telepono"],
        &["Numero"],
        &["Kliyente", "Kostumer"],
    ],
    [
        &["मोबाइल", "व्हाट्सएप"],
        &["फ़ोन", "दूरभाष"],
        &["नंबर", "संख्या"],
        &["ग्राहक", "उधारकर्ता"],
    ],
    [
        &["手机", "手機"],
        &["电话", "電話"],
        &["号码", "號碼"],
        &["客户", "借款人", "本人"],
    ],
];

fn words_of(kind: usize) -> impl Strategy<Value = String> {
    (
        0..LANGUAGES.len(),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        any::<prop::sample::Index>(),
        0..4_u8,
    )
        .prop_flat_map(move |(language, word, number, person, also)| {
            let [_, _, numbers, persons] = LANGUAGES[language];
            let mut words = vec![*word.get(LANGUAGES[language][kind])];
            if also & 1 == 1 {
                words.push(*number.get(numbers));
            }
            if also & 2 == 2 {
                words.push(*person.get(persons));
            }
            header(words)
        })
}

fn somebody() -> impl Strategy<Value = String> {
    let word = prop::sample::select(SOMEBODY);
    let beside = prop::sample::select(vec![
        "HP", "Mobile", "Phone", "No", "Contact", "Celular", "Nasabah", "Customer",
    ]);
    (word, beside).prop_flat_map(|(word, beside)| header(vec![word, beside]))
}

proptest! {
    #[test]
    fn any_header_of_a_mobile_goes_before_any_of_a_phone(mobile in words_of(0), phone in words_of(1), is_first: bool) {
        let columns: [(&str, &[&str]); 2] = match is_first {
            true => [(&mobile, &PH), (&phone, &OTHERS)],
            false => [(&phone, &OTHERS), (&mobile, &PH)],
        };
        let mapping = ph(&columns, &[]);
        prop_assert_eq!(column(&mapping, Field::Mobile), Some(usize::from(!is_first)));
    }

    #[test]
    fn any_header_of_a_number_is_called_beside_anybody_elses(own in prop_oneof![words_of(0), words_of(1)], other in somebody()) {
        let mapping = ph(&[(&other, &OTHERS), ("Name", &NAMES), (&own, &PH)], &[]);
        prop_assert_eq!(column(&mapping, Field::Mobile), Some(2));
        prop_assert_eq!(mapping.questions(), []);
    }

    #[test]
    fn somebody_else_is_never_called_without_a_word(first in somebody(), second in somebody()) {
        let mapping = ph(&[(&first, &OTHERS), (&second, &PH)], &[]);
        prop_assert_eq!(mapping.source(Field::Mobile), None);
        prop_assert!(mapping.asks_at(Field::Mobile));
        let alone = ph(&[(&first, &PH)], &[]);
        prop_assert_eq!(alone.source(Field::Mobile), None);
        prop_assert!(alone.asks_at(Field::Mobile));
    }

    #[test]
    fn a_hidden_column_is_never_called_without_a_word(header in "[A-Za-z]{0,6} ?(mobile|phone|hp|name|x)", cells in prop::collection::vec("(0917[0-9]{7}|[a-z]{1,5})?", 0..5)) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let mapping = ph(&[(&header, &cells)], &[0]);
        prop_assert_eq!(mapping.filled_by(0), None);
    }
}
