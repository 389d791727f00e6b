//! The column that may hold the person's name where no header names it plainly: `Account Name`, `Insured`, `Parent`, or
//! no header at all.

use std::collections::HashSet;

use super::cells::{Cells, Named};
use super::words::{HeaderWords, Sense, sense, tokens};
use super::{Choice, Column, ask, has_no_header};
use crate::validate::synonyms::{FIRST_NAME, LAST_NAME, fold};

/// How likely it is that the name under a header is that of the person who is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameHint {
    /// It says nothing of a name, or names a thing.
    No,
    /// The name may be somebody else's, as the agent's, who has many customers.
    OfSomebody,
    /// The name may be the person's or somebody else's: a parent, a driver, a shop.
    Perhaps,
    /// The name is the person's: the owner's, the holder's of the account.
    Likely,
}

/// Accounts, the name of which is the holder's.
#[rustfmt::skip]
const ACCOUNTS: &[&str] = &[
    "account", "accounts", "acct", "acc", "ac", "akun", "akaun", "cuenta", "conta", "खाता", "khata", "khaata", "账户", "账号", "帳戶", "帳號", "賬號", "户口",
];

/// Papers and accounts of a bank, on which the name of the person or a relative stands.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "rekening", "rek", "bank", "card", "tarjeta", "kartu", "cartao", "ktp", "nik", "id", "aadhaar", "aadhar", "pan", "voter", "passport", "license", "licence", "polis", "policy", "poliza",
    "loan", "contract", "cedula", "dni", "curp", "cpf", "kontrak", "bill", "ine", "sim", "gcash",
];

#[rustfmt::skip]
const OWNERS: &[&str] = &["owner", "owners", "propietario", "propietaria", "dueno", "duena", "proprietario", "proprietaria", "मालिक", "malik"];

/// What people are called by beside their name.
const NICKNAMES: &[&str] = &[
    "panggilan",
    "nickname",
    "nick",
    "apodo",
    "apelido",
    "palayaw",
];

/// Words for the person that say whose something is and name nobody by themselves.
#[rustfmt::skip]
const POSSESSIVES: &[&str] = &["self", "own", "personal", "propio", "pribadi", "pessoal", "sarili", "स्वयं", "本人", "person", "persona", "holder"];

/// Who may be the customer of one list and somebody beside the customer in another; shops and companies too.
#[rustfmt::skip]
const MAY_BE_CALLED: &[&str] = &[
    "pic", "cp", "parent", "parents", "guardian", "driver", "rider", "conductor", "conductora", "chofer", "repartidor", "motorista", "kurir", "sopir", "supir", "pengemudi", "courier",
    "beneficiary", "beneficiario", "beneficiaria", "mitra", "partner", "wali", "orangtua", "ortu", "tutor", "tutora", "padre", "madre", "merchant", "seller", "vendor", "penjual", "vendedor",
    "trabajador", "trabajadora", "employee", "karyawan", "pegawai", "empleado", "empleada", "funcionario", "staff", "家长", "家長", "受益人", "司机", "商家", "卖家", "賣家",
    "company", "business", "store", "shop", "empresa", "negocio", "tienda", "perusahaan", "toko", "loja", "公司", "店铺", "अभिभावक", "लाभार्थी",
];

impl NameHint {
    pub(super) fn of(header: &str, words: &HeaderWords) -> NameHint {
        let tokens = tokens(header);
        let is_in = |list: &[&str]| tokens.iter().any(|word| list.contains(&word.as_str()));
        let folded = fold(header);
        if FIRST_NAME.contains(&folded.as_str()) {
            return NameHint::Likely;
        }
        if LAST_NAME.contains(&folded.as_str()) {
            return NameHint::Perhaps;
        }
        let is_of_a_number = [
            Sense::Mobile,
            Sense::Messenger,
            Sense::Phone,
            Sense::Number,
            Sense::Fixed,
            Sense::Uncertain,
            Sense::Called,
        ];
        if words.has_any(&is_of_a_number) {
            return NameHint::No;
        }
        let (named, somebody) = (words.has(Sense::Name), words.has(Sense::Somebody));
        if is_in(NICKNAMES) && !somebody && !words.has(Sense::Thing) {
            return NameHint::Likely;
        }
        let owned = is_in(OWNERS) && !words.has_any(&[Sense::Person, Sense::Contact, Sense::Thing]);
        if owned && tokens.iter().all(|word| is_plain(word)) {
            return NameHint::Likely;
        }
        if words.has(Sense::Thing) {
            return of_thing(&tokens, &folded, words);
        }
        match (named, somebody) {
            (_, _)
                if is_in(MAY_BE_CALLED) && (named || tokens.iter().all(|word| is_plain(word))) =>
            {
                NameHint::Perhaps
            }
            (true, false) if words.has(Sense::Primary) && words.unknown == 0 => NameHint::Likely,
            (_, true) if owned => NameHint::OfSomebody,
            (true, _) if somebody || words.unknown > 0 => NameHint::OfSomebody,
            (false, false)
                if words.has(Sense::Person)
                    && words.unknown == 0
                    && words.ordinal.is_none_or(|place| place == 1)
                    && !words.has(Sense::Contact)
                    && !is_in(POSSESSIVES) =>
            {
                NameHint::Likely
            }
            _ => NameHint::No,
        }
    }
}

/// The name of a thing: an account's is the holder's, a product's is nobody's.
fn of_thing(tokens: &[String], folded: &str, words: &HeaderWords) -> NameHint {
    if !words.has(Sense::Name) {
        return NameHint::No;
    }
    let mut things = tokens
        .iter()
        .filter(|word| sense(word) == Some(Sense::Thing))
        .peekable();
    let are_accounts = match things.peek() {
        // Words that are written together, as Chinese is.
        None => ACCOUNTS
            .iter()
            .any(|word| word.chars().count() > 1 && folded.contains(word)),
        Some(_) => things.clone().all(|word| ACCOUNTS.contains(&word.as_str())),
    };
    let are_papers =
        things.all(|word| PAPERS.contains(&word.as_str()) || ACCOUNTS.contains(&word.as_str()));
    match words.has(Sense::Somebody) {
        false if are_accounts && words.unknown == 0 => NameHint::Likely,
        _ if are_accounts || are_papers => NameHint::OfSomebody,
        _ => NameHint::No,
    }
}

/// A name, what joins words, or one of those who may be called.
fn is_plain(word: &str) -> bool {
    matches!(
        sense(word),
        Some(Sense::Name | Sense::Whole | Sense::Filler | Sense::Person)
    ) || OWNERS.contains(&word)
        || MAY_BE_CALLED.contains(&word)
}

/// The column with the person's name among those the headers of which do not name it plainly. One that is likely is taken
/// where it is the only one and its names differ, else a person is asked.
pub(super) fn likely_customer<'a, 'b: 'a>(
    free: &[&'a Column<'b>],
    columns: &[Column<'b>],
) -> Choice {
    let free = || free.iter().copied().filter(|column| column.person == 0);
    let names = || free().filter(|column| column.named == Named::Words);
    let likely: Vec<&Column<'_>> = names()
        .filter(|column| column.name_hint == NameHint::Likely)
        .collect();
    if let [only] = likely.as_slice()
        && are_names(&only.cells, MORE_THAN_HALF)
    {
        return Choice::Certain(only.place);
    }
    let perhaps = names().filter(|column| match column.name_hint {
        NameHint::Perhaps => true,
        NameHint::OfSomebody => are_names(&column.cells, NEARLY_ALL),
        NameHint::Likely | NameHint::No => false,
    });
    let uncertain: Vec<&Column<'_>> = match likely.is_empty() {
        true => perhaps.collect(),
        false => likely,
    };
    if !uncertain.is_empty() {
        return ask(uncertain.into_iter());
    }
    let is_without_headers = columns.iter().all(|column| has_no_header(column.header));
    let unnamed: Vec<&Column<'_>> = names()
        .filter(|column| has_no_header(column.header) && are_names(&column.cells, NEARLY_ALL))
        // One letter may be a header that somebody gave, beside others that say something.
        .filter(|column| is_without_headers || column.header.trim().chars().count() != 1)
        .collect();
    match unnamed.as_slice() {
        [] => Choice::Nothing,
        [only] if is_without_headers => Choice::Certain(only.place),
        _ => ask(unnamed.into_iter()),
    }
}

/// How many of a hundred names differ where the header says that they are the person's, who may have several accounts.
const MORE_THAN_HALF: usize = 51;
/// How many of a hundred names differ where the header leaves it open.
const NEARLY_ALL: usize = 75;

/// Whether most cells look like names, and so many of a hundred differ: those of a city or an agent recur.
fn are_names(cells: &Cells<'_>, different: usize) -> bool {
    let texts: Vec<&str> = cells.texts().collect();
    let names = texts.iter().filter(|text| is_like_a_name(text)).count();
    let folded: HashSet<String> = texts.iter().map(|text| fold(text)).collect();
    names * 100 >= texts.len() * NEARLY_ALL && folded.len() * 100 >= texts.len() * different
}

/// Two letters and more, few words, no digit, and no end of a sentence.
fn is_like_a_name(text: &str) -> bool {
    let letters = text.chars().filter(|character| character.is_alphabetic());
    letters.count() >= 2
        && text.split_whitespace().count() <= MAX_WORDS
        && !text.chars().any(char::is_numeric)
        && !text.contains(['?', '!', '@', '{', '='])
}

/// The most words of a name: those of Mexico and the Philippines have up to seven.
const MAX_WORDS: usize = 7;
