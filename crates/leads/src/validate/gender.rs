//! The words for a person's gender.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::placeholder::is_placeholder;
use super::synonyms::fold;
use crate::field::Field;

/// The values of gender in the provider's documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Gender {
    /// `male`.
    Male,
    /// `female`.
    Female,
}

impl Gender {
    /// The provider's word.
    pub fn key(self) -> &'static str {
        self.into()
    }

    /// Understands the words of English, Chinese, Spanish, Indonesian, Portuguese, Hindi and Filipino, in either case.
    ///
    /// A lone `H` is left out: where it means `hombre`, `M` means `mujer` and would be taken for male. Only the whole
    /// column can tell: see [`gender_reading`].
    pub fn parse(text: &str) -> Option<Gender> {
        GenderReading::default().parse(text)
    }
}

/// How the cells of one column name the genders by single letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GenderReading {
    /// `M` is male, `F` female.
    #[default]
    MaleIsM,
    /// `M` is female and `H` or `V` male: Spanish `mujer`, `hombre`, `varón`; Portuguese `mulher`, `homem`.
    FemaleIsM,
}

/// Decides from a column's cells how its single letters are meant: `H` and `V` stand only where `M` is female, unless
/// an `F` stands beside them.
pub fn gender_reading<'a>(cells: impl IntoIterator<Item = &'a str>) -> GenderReading {
    let (mut has_male_letter, mut has_f) = (false, false);
    for cell in cells {
        match fold(cell).as_str() {
            "h" | "v" => has_male_letter = true,
            "f" => has_f = true,
            _ => {}
        }
    }
    if has_male_letter && !has_f {
        GenderReading::FemaleIsM
    } else {
        GenderReading::MaleIsM
    }
}

impl GenderReading {
    /// The gender that a cell of the column names; `None` for an empty cell and for any other word.
    pub fn parse(self, text: &str) -> Option<Gender> {
        static WORDS: LazyLock<HashMap<String, Gender>> = LazyLock::new(|| {
            let male = MALE.iter().map(|word| (fold(word), Gender::Male));
            let female = FEMALE.iter().map(|word| (fold(word), Gender::Female));
            male.chain(female).collect()
        });
        // Most cells: nothing, or the provider's own word.
        if text.is_empty() {
            return None;
        }
        for gender in [Gender::Male, Gender::Female] {
            if text.eq_ignore_ascii_case(gender.key()) {
                return Some(gender);
            }
        }
        let folded = fold(text);
        match (self, folded.as_str()) {
            (GenderReading::FemaleIsM, "h" | "v") => Some(Gender::Male),
            (GenderReading::FemaleIsM, "m") => Some(Gender::Female),
            (_, word) => WORDS.get(word).copied(),
        }
    }
}

// By language: English, Chinese, Spanish, Indonesian, Portuguese, Hindi in its script and in Latin letters, Filipino.
// Not here: `nan`, Mandarin for male, since programs write it for an empty cell.
#[rustfmt::skip]
const MALE: &[&str] = &[
    "male", "m", "man", "men", "boy", "gentleman", "mr", "mister",
    "男", "男性", "男士", "男的", "男生", "先生",
    "hombre", "masculino", "masc", "varón", "caballero", "sr", "señor",
    "laki-laki", "laki", "laki laki", "laki2", "lelaki", "pria", "cowok", "l", "lk", "bapak", "bpk", "tuan",
    "homem", "senhor", "rapaz", "menino",
    "पुरुष", "पु", "आदमी", "मर्द", "लड़का", "नर", "श्री", "श्रीमान", "purush", "aadmi", "admi", "mard", "ladka", "shri", "shriman",
    "lalaki", "lalake", "ginoo",
];

#[rustfmt::skip]
const FEMALE: &[&str] = &[
    "female", "f", "woman", "women", "girl", "lady", "mrs", "ms", "miss",
    "女", "女性", "女士", "女的", "女生", "小姐",
    "mujer", "femenino", "femenina", "fem", "hembra", "dama", "sra", "srta", "señora", "señorita",
    "perempuan", "wanita", "cewek", "p", "pr", "ibu", "nyonya", "nona",
    "mulher", "feminino", "feminina", "senhora", "menina", "moça",
    "महिला", "स्त्री", "औरत", "लड़की", "नारी", "मादा", "श्रीमती", "सुश्री", "mahila", "stri", "aurat", "ladki", "naari", "nari", "shrimati",
    "babae", "ginang", "binibini",
];

/// Whether the cell says that there is no gender, or none that the provider has a word for: unknown, other, a company.
pub(super) fn names_no_gender(text: &str) -> bool {
    static WORDS: LazyLock<HashSet<String>> =
        LazyLock::new(|| NO_GENDER.iter().map(|word| fold(word)).collect());
    WORDS.contains(&fold(text)) || is_placeholder(Field::Gender, text)
}

// By language, as above. Words that only say that there is no value are those of `placeholder`.
#[rustfmt::skip]
const NO_GENDER: &[&str] = &[
    "u", "x", "unk", "unknown", "unkn", "unspecified", "not specified", "not stated", "not known", "not sure", "undisclosed", "undefined",
    "not disclosed", "prefer not to say", "prefer not to answer", "rather not say", "decline to state", "declined", "not applicable", "private",
    "other", "others", "neutral", "neuter", "diverse", "non-binary", "nonbinary", "non binary", "nb", "transgender", "trans", "third gender", "intersex", "both", "any", "all",
    "mixed", "company", "companies", "corporate", "corporation", "business", "organization", "organisation", "institution", "entity",
    "legal entity", "legal person", "juridical person", "firm", "enterprise", "government", "ngo", "foundation", "school", "shop", "store", "team", "family", "couple", "joint", "group",
    "dr", "doctor", "prof", "professor", "eng", "ing", "lic", "atty", "rev", "hon", "mx", "m/f", "f/m", "male/female", "ltd", "llc", "inc", "pvt ltd",
    "未知", "不详", "不詳", "不明", "未说明", "未說明", "未指定", "未填写", "未填", "保密", "其他", "其它", "其他性别", "第三性", "企业", "企業", "公司", "单位", "單位", "机构", "機構", "法人", "组织", "集团", "团体", "個体", "个体户", "商户", "店铺",
    "desconocido", "desconocida", "se desconoce", "no especificado", "no especifica", "no definido", "sin especificar", "sin definir", "sin género", "sin sexo", "indefinido", "indistinto",
    "prefiero no decir", "prefiero no decirlo", "otro", "otra", "otros", "otre", "no binario", "no binaria", "empresa", "compañía", "negocio", "organización",
    "institución", "persona moral", "moral", "persona jurídica", "jurídica", "sociedad", "corporativo", "razón social", "gobierno", "fundación", "s.a. de c.v.", "sa", "neutro",
    "tidak diketahui", "tdk diketahui", "belum diketahui", "tidak disebutkan", "tidak ditentukan", "lainnya", "lain-lain", "lain", "perusahaan", "pt", "cv", "ud", "koperasi",
    "yayasan", "badan usaha", "badan hukum", "badan", "instansi", "lembaga", "organisasi", "toko", "usaha", "institusi", "bukan perorangan",
    "desconhecido", "não informado", "nao informado", "não especificado", "não definido", "não declarado", "ignorado", "prefiro não dizer", "prefiro não informar", "outro", "outra", "outros",
    "não binário", "companhia", "negócio", "organização", "instituição", "pessoa jurídica", "pj", "sociedade", "ltda", "órgão público", "governo", "fundação",
    "अज्ञात", "अनजान", "अन्य", "दूसरा", "कंपनी", "कम्पनी", "संस्था", "संगठन", "फर्म", "व्यवसाय", "उद्यम", "नहीं बताया", "तृतीय लिंग", "किन्नर", "agyat", "anya", "sanstha", "vyavsay",
    "hindi alam", "di alam", "di-alam", "di tiyak", "hindi tiyak", "hindi tinukoy", "iba", "iba pa", "kumpanya", "kompanya", "negosyo", "samahan", "organisasyon", "institusyon",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_every_language_are_understood() {
        for text in [
            "male",
            "MALE",
            " M ",
            "Hombre",
            "VARÓN",
            "Masculino",
            "Laki-laki",
            "LAKI LAKI",
            "Pria",
            "男",
            "男性",
            "homem",
            "पुरुष",
            "लड़का",
            "purush",
            "Lalaki",
            "Mr.",
        ] {
            assert_eq!(Gender::parse(text), Some(Gender::Male), "{text}");
        }
        for text in [
            "female",
            "F",
            "Mujer",
            "femenino",
            "Perempuan",
            "wanita",
            "女",
            "女士",
            "Mulher",
            "महिला",
            "लड़की",
            "stri",
            "Babae",
            "Mrs.",
        ] {
            assert_eq!(Gender::parse(text), Some(Gender::Female), "{text}");
        }
        for text in [
            "", " ", "robot", "h", "v", "-", "mal", "?", "nan", "n/a", "x", "0", "1",
        ] {
            assert_eq!(Gender::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_word_for_no_gender_is_none_for_a_gender_and_no_nonsense() {
        for word in NO_GENDER {
            assert_eq!(Gender::parse(word), None, "{word}");
            assert!(names_no_gender(word), "{word}");
        }
        for text in [
            "Unknown",
            "UNKNOWN",
            "Company",
            "N/A",
            "n.a.",
            "-",
            "--",
            "?",
            "Other",
            "Perusahaan",
            "Desconocido",
            "Empresa",
            "企业",
            "未知",
            "null",
            "None",
            "PT.",
            "Não informado",
            "नहीं बताया",
            "(blank)",
        ] {
            assert!(names_no_gender(text), "{text}");
        }
        for text in [
            "robot",
            "cat",
            "mal",
            "h",
            "0",
            "1",
            "25",
            "??",
            "Ana",
            "+62812335088",
        ] {
            assert!(!names_no_gender(text), "{text}");
        }
    }

    #[test]
    fn no_word_means_both() {
        for word in MALE {
            assert_eq!(Gender::parse(word), Some(Gender::Male), "{word}");
        }
        for word in FEMALE {
            assert_eq!(Gender::parse(word), Some(Gender::Female), "{word}");
        }
    }

    #[test]
    fn beside_an_h_an_m_is_a_woman() {
        let reading = gender_reading(["H", "", "m", "M", "h"]);
        assert_eq!(reading, GenderReading::FemaleIsM);
        assert_eq!(reading.parse("H"), Some(Gender::Male));
        assert_eq!(reading.parse("M"), Some(Gender::Female));
        assert_eq!(reading.parse("Hombre"), Some(Gender::Male));
        assert_eq!(gender_reading(["V", "M"]).parse("m"), Some(Gender::Female));
    }

    #[test]
    fn m_means_male_when_f_occurs() {
        for cells in [["M", "F"], ["m", ""], ["H", "F"], ["hombre", "mujer"]] {
            let reading = gender_reading(cells);
            assert_eq!(reading, GenderReading::MaleIsM, "{cells:?}");
            assert_eq!(reading.parse("M"), Some(Gender::Male));
            assert_eq!(reading.parse("H"), None);
        }
    }
}
