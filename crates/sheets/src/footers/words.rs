//! Words of headers that name numbers, and whoever has them: those of a second table, of agents.

/// Words for a number, one of which a header of numbers has.
const NUMBER_WORDS: &[&str] = &[
    "phone",
    "mobile",
    "telephone",
    "whatsapp",
    "cell",
    "cellphone",
    "telepon",
    "telp",
    "hp",
    "handphone",
    "ponsel",
    "teléfono",
    "telefono",
    "celular",
    "telefone",
    "móvil",
    "movil",
    "फ़ोन",
    "फोन",
    "मोबाइल",
    "电话",
    "電話",
    "手机",
    "手機",
];

/// Words for whoever has a number, in headers.
const OWNER_WORDS: &[&str] = &[
    "name",
    "agent",
    "sales",
    "staff",
    "team",
    "branch",
    "officer",
    "nama",
    "agen",
    "petugas",
    "cabang",
    "nombre",
    "agente",
    "sucursal",
    "nome",
    "pangalan",
    "नाम",
    "姓名",
    "名字",
    "经理",
    "坐席",
];

/// Whether a header, in small letters, is one of numbers, whoever has them.
pub(crate) fn names_a_number(header: &str) -> bool {
    has_one_of(header, NUMBER_WORDS)
}

/// Whether a header, in small letters, is one of names.
pub(crate) fn names_an_owner(header: &str) -> bool {
    has_one_of(header, OWNER_WORDS)
}

fn has_one_of(header: &str, words: &[&str]) -> bool {
    let is_between = |character: char| character.is_whitespace() || "_-./:()".contains(character);
    let mut parts = header.split(is_between);
    parts.any(|part| words.contains(&part))
        || words
            .iter()
            .filter(|word| word.starts_with(|first| first >= '\u{2e80}'))
            .any(|word| header.contains(word))
}
