//! Which group a result belongs to, guessed from the words of its name.

use super::ResultGroup;

/// The group that a result’s name suggests, for names in the languages of the accounts: English, Spanish, Indonesian, Filipino and
/// Hindi; an administrator has the last word. What is to be avoided comes first:
/// a name that says both “interested” and “do not call” is of the latter. A name that says nothing known is
/// [`ResultGroup::ReachedOtherwise`].
pub fn suggest_group(name: &str) -> ResultGroup {
    let name = Words::of(name);
    let is_negated = name.begins(&NEGATIONS);
    if name.holds(&DO_NOT_CALL) || name.begins(&COMPLAINTS) {
        ResultGroup::DoNotCall
    } else if name.holds(&WRONG_NUMBER) {
        ResultGroup::WrongNumber
    } else if name.holds(&MACHINE) {
        ResultGroup::AnsweringMachine
    } else if name.begins(&REFUSALS) || (is_negated && name.begins(&INTEREST)) {
        ResultGroup::NotInterested
    } else if name.holds(&CALL_BACK) || (name.begins(&CALLS) && name.holds(&ANOTHER_TIME)) {
        ResultGroup::CallBack
    } else if name.begins(&INTEREST) {
        ResultGroup::Interested
    } else {
        ResultGroup::ReachedOtherwise
    }
}

const DO_NOT_CALL: [&str; 21] = [
    "do not call",
    "dont call",
    "not to call",
    "not call again",
    "no more calls",
    "stop calling",
    "never call",
    "opt out",
    "dnc",
    "no llamar",
    "no llamen",
    "no volver a llamar",
    "no quiere llamadas",
    "jangan hubungi",
    "jangan dihubungi",
    "jangan telepon",
    "jangan ditelepon",
    "huwag tumawag",
    "huwag nang tumawag",
    "कॉल न करें",
    "कॉल मत करें",
];

const WRONG_NUMBER: [&str; 16] = [
    "wrong number",
    "wrong person",
    "not the person",
    "not the right person",
    "not the owner",
    "not the customer",
    "número equivocado",
    "numero equivocado",
    "persona equivocada",
    "no es la persona",
    "salah nomor",
    "nomor salah",
    "salah sambung",
    "bukan orangnya",
    "maling numero",
    "गलत नंबर",
];

const MACHINE: [&str; 12] = [
    "voicemail",
    "voice mail",
    "answering machine",
    "voice assistant",
    "virtual assistant",
    "machine",
    "mailbox",
    "buzón",
    "buzón de voz",
    "contestadora",
    "kotak suara",
    "mesin penjawab",
];

const CALL_BACK: [&str; 9] = [
    "callback",
    "busy",
    "not now",
    "not convenient",
    "inconvenient",
    "ocupado",
    "ocupada",
    "sedang sibuk",
    "बाद में",
];

/// The beginnings of words for a call.
const CALLS: [&str; 6] = ["call", "llam", "telepon", "ditelepon", "hubungi", "tawag"];

/// The beginnings of words for somebody who wants no more of it.
const COMPLAINTS: [&str; 4] = ["complain", "unsubscrib", "blacklist", "quej"];

const ANOTHER_TIME: [&str; 18] = [
    "later",
    "back",
    "again",
    "tomorrow",
    "another time",
    "next",
    "luego",
    "más tarde",
    "después",
    "mañana",
    "otra vez",
    "nanti",
    "besok",
    "lagi",
    "kembali",
    "lain waktu",
    "mamaya",
    "ulit",
];

/// The beginnings of words; with a blank behind them, whole words.
const REFUSALS: [&str; 12] = [
    "refus",
    "reject",
    "declin",
    "uninterest",
    "unwilling",
    "no need ",
    "not need ",
    "rechaz",
    "menolak",
    "tolak",
    "ayaw",
    "इनकार",
];

/// The same, for words that say interest unless something in the name says no.
const INTEREST: [&str; 29] = [
    "interes",
    "promis",
    "agree",
    "accept",
    "willing",
    "want",
    "use ",
    "uses ",
    "take ",
    "takes ",
    "buy ",
    "pay ",
    "acept",
    "quier",
    "comprar",
    "pagar",
    "setuju",
    "berminat",
    "tertarik",
    "bersedia",
    "mau ",
    "akan isi ",
    "akan bayar ",
    "akan pakai ",
    "gusto ",
    "रुचि",
    "देगा",
    "देगी",
    "देंगे",
];

/// Whole words that turn the others around, each with the blank behind it.
const NEGATIONS: [&str; 15] = [
    "not ",
    "no ",
    "never ",
    "dont ",
    "doesnt ",
    "didnt ",
    "wont ",
    "cannot ",
    "without ",
    "tidak ",
    "tak ",
    "belum ",
    "bukan ",
    "hindi ",
    "नहीं ",
];

/// A name in lower case, its words apart by one blank, with a blank around it; apostrophes are left out (`dont`).
struct Words(String);

impl Words {
    fn of(name: &str) -> Words {
        let lower = name.to_lowercase().replace(['\'', '’'], "");
        let words = lower.split(|letter: char| !letter.is_alphanumeric());
        let mut spaced = String::from(" ");
        for word in words.filter(|word| !word.is_empty()) {
            spaced.push_str(word);
            spaced.push(' ');
        }
        Words(spaced)
    }

    /// Whether one of the phrases is in it, with whole words.
    fn holds(&self, phrases: &[&str]) -> bool {
        phrases
            .iter()
            .any(|phrase| self.0.contains(&format!(" {phrase} ")))
    }

    /// Whether one of its words begins so.
    fn begins(&self, beginnings: &[&str]) -> bool {
        beginnings
            .iter()
            .any(|beginning| self.0.contains(&format!(" {beginning}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [(ResultGroup, &str); 7] = [
        (
            ResultGroup::Interested,
            "Interested|Will use it|Promises to pay|Takes the voucher",
        ),
        (
            ResultGroup::CallBack,
            "Call later|Asks to be called later|Call back|Busy, callback",
        ),
        (
            ResultGroup::NotInterested,
            "Not interested|Refuses|Doesn’t want it|No need",
        ),
        (
            ResultGroup::DoNotCall,
            "Do not call again|Don't call|Asked to stop calling|Complains, though interested",
        ),
        (
            ResultGroup::WrongNumber,
            "Wrong number|WRONG_NUMBER|Not the person|wrong person",
        ),
        (
            ResultGroup::AnsweringMachine,
            "Voicemail|Answering machine|Voice assistant|Voice-mail",
        ),
        (
            ResultGroup::ReachedOtherwise,
            "Will think about it|User hung up|Taken by a child|",
        ),
    ];

    const OTHER_LANGUAGES: [(ResultGroup, &str); 7] = [
        (
            ResultGroup::Interested,
            "Acepta el cupón|Le interesa|Quiere pagar|Setuju dikirimi kode|Berminat|Akan isi ulang|Interesado|रुचि है|आज देगा",
        ),
        (
            ResultGroup::CallBack,
            "Pide que llamen luego|Llamar mañana|Hubungi nanti|Minta ditelepon lagi|Tawagan mamaya|बाद में बात करें",
        ),
        (
            ResultGroup::NotInterested,
            "No le interesa|No quiere|Rechaza|Tidak berminat|Tidak mau|Menolak|Ayaw|Hindi interesado|रुचि नहीं|नहीं देगा",
        ),
        (
            ResultGroup::DoNotCall,
            "No quiere llamadas|No volver a llamar|Se queja|Jangan hubungi lagi|Huwag nang tumawag|कॉल न करें",
        ),
        (
            ResultGroup::WrongNumber,
            "Número equivocado|Persona equivocada|Salah nomor|Salah sambung|Maling numero|गलत नंबर",
        ),
        (
            ResultGroup::AnsweringMachine,
            "Buzón de voz|Contestadora|Kotak suara|Mesin penjawab",
        ),
        (
            ResultGroup::ReachedOtherwise,
            "Lo pensará|Contento|Neutral|Mungkin|Sudah isi ulang|मदद चाहिए",
        ),
    ];

    #[test]
    fn names_in_the_languages_of_the_accounts_suggest_their_groups() {
        for (group, names) in OTHER_LANGUAGES {
            for name in names.split('|') {
                assert_eq!(suggest_group(name), group, "{name}");
            }
        }
    }

    #[test]
    fn the_words_of_a_name_suggest_its_group() {
        for (group, names) in NAMES {
            for name in names.split('|') {
                assert_eq!(suggest_group(name), group, "{name}");
            }
        }
    }
}
