//! What a header promises of its column.

use super::words::{HeaderWords, Sense};
use crate::field::Field;
use crate::validate::synonyms::{field_named, fold};

/// What a header says of the number to call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberHeader {
    /// Somebody else's number, or none at all.
    pub(super) excluded: bool,
    /// There is a word for a phone. A way to reach somebody may be a name as well.
    pub(super) phone: bool,
    /// How plainly it names the number: a mobile above a phone, a phone above a mere number; 0 where it says nothing.
    pub(super) weight: i32,
    /// A further number of the person.
    pub(super) spare: bool,
    /// A further number, of which it is not certain that it is the person's, or still is.
    pub(super) uncertain: bool,
    /// There are words that are not known.
    pub(super) strange: bool,
    /// The phone of a contact that is counted or told from others, which may be somebody beside the person: `Contact 1 Phone`.
    pub(super) of_a_contact: bool,
    /// The number that tells it from its likes.
    pub(super) ordinal: Option<u8>,
}

/// From here on the header alone names a phone number.
pub(super) const TELLING: i32 = 22;

const MOBILE: i32 = 60;
const MESSENGER: i32 = 54;
const PHONE: i32 = 40;
const FIXED: i32 = 25;
const CONTACT: i32 = 30;
const BARE: i32 = 14;

impl NumberHeader {
    pub(super) fn of(header: &str, words: &HeaderWords) -> NumberHeader {
        let is_exact = field_named(&fold(header)) == Some(Field::Mobile);
        let phone = words.has(Sense::Phone);
        let number = words.has(Sense::Number);
        let named = if words.has(Sense::Mobile) {
            MOBILE
        } else if words.has(Sense::Messenger) {
            MESSENGER
        } else if words.has(Sense::Fixed) && (phone || number || words.has(Sense::Contact)) {
            FIXED
        } else if phone || number && words.has_any(&[Sense::Contact, Sense::Called]) {
            PHONE
        } else if words.has_any(&[Sense::Contact, Sense::Called]) {
            CONTACT
        } else if number {
            BARE
        } else {
            0
        };
        let is_phone = named >= FIXED && named != CONTACT;
        let is_person = words.has_any(&[Sense::Person, Sense::Role]);
        let is_other_thing =
            words.has_any(&[Sense::Thing, Sense::Name]) && !(is_phone && is_person);
        let is_told_apart = words.ordinal.is_some()
            || words.has_any(&[Sense::Primary, Sense::Spare, Sense::Person, Sense::Role]);
        let of_a_contact = words.has(Sense::Contact)
            && (phone || words.has_any(&[Sense::Mobile, Sense::Messenger]))
            && is_told_apart;
        let weight = match named {
            named if is_exact => named.max(PHONE),
            named => named,
        };
        NumberHeader {
            excluded: !is_exact && (words.has(Sense::Somebody) || is_other_thing),
            phone: is_phone || is_exact,
            weight: match weight {
                0 => 0,
                weight if of_a_contact => {
                    let is_counted = words.ordinal.is_some() && !is_person;
                    weight + graces(words).min(0) - if is_counted { COUNTED } else { 0 }
                }
                // A number that is a customer's may count the customers.
                BARE => (BARE + graces(words)).min(TELLING - 1),
                weight => weight + graces(words),
            },
            spare: words.has(Sense::Spare) || words.ordinal.is_some_and(|place| place > 1),
            uncertain: words.has(Sense::Uncertain),
            strange: words.unknown > 0 && !is_exact,
            of_a_contact,
            ordinal: words.ordinal,
        }
    }

    /// Counts the first of several before the others, and one without a number before all of them.
    pub(super) fn stand_among(&mut self, likes: &Likes) {
        if self.ordinal != Some(1) || self.weight == 0 {
            return;
        }
        if likes.has_bare {
            self.weight += FURTHER;
            self.spare = true;
        } else if likes.has_further && !likes.has_nearly_bare && !self.of_a_contact {
            self.weight += 2;
        }
    }
}

/// The other headers of a sheet that name the same as one of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likes {
    /// One is the same without a number.
    pub(super) has_bare: bool,
    /// One has no number and differs by nothing that counts.
    pub(super) has_nearly_bare: bool,
    /// One has a number above 1.
    pub(super) has_further: bool,
}

/// What the phone of a counted contact weighs less than the same words without one.
const COUNTED: i32 = 6;

/// What a further number of the same person weighs less.
const FURTHER: i32 = -15;

/// What tells apart headers that name the same.
fn graces(words: &HeaderWords) -> i32 {
    let place = match words.ordinal {
        Some(1) | None => 0,
        Some(_) => FURTHER,
    };
    let grace = |sense, weight| if words.has(sense) { weight } else { 0 };
    place
        + grace(Sense::Primary, 3)
        + grace(Sense::Person, 5)
        + grace(Sense::Spare, FURTHER)
        + grace(Sense::Uncertain, -17)
}

/// How plainly the header names the person: 0 where it does not.
pub(super) fn person_weight(header: &str, words: &HeaderWords) -> i32 {
    let is_exact = field_named(&fold(header)) == Some(Field::Customer);
    let named = words.has(Sense::Name);
    // “Name of …” with a word that is not known is something else's name.
    let is_plain = words.unknown == 0
        && !words.has_any(&[
            Sense::Somebody,
            Sense::Thing,
            Sense::Mobile,
            Sense::Messenger,
            Sense::Phone,
            Sense::Number,
            Sense::Fixed,
            Sense::Uncertain,
            Sense::Spare,
            Sense::Called,
            Sense::Primary,
        ]);
    let is_login = LOGINS.contains(&fold(header).as_str());
    match (is_exact, named && is_plain) {
        (true, _) if COMPANIES.contains(&fold(header).as_str()) => A_COMPANY,
        (true, _) | (_, true) if is_login => LOGIN,
        (_, true) if words.has(Sense::Contact) && words.ordinal.is_some() => A_PERSON,
        (_, true) if words.has_any(&[Sense::Whole, Sense::Person]) => WHOLE_NAME,
        (_, true) => A_NAME,
        (true, false) if named => A_NAME,
        (true, false) => A_PERSON,
        (false, false) => 0,
    }
}

/// Names that people log in with.
#[rustfmt::skip]
const LOGINS: &[&str] = &[
    "username", "displayname", "namapengguna", "namauser", "nombredeusuario", "nombreusuario", "nombredelusuario", "usuario", "nomedousuario", "nomedeusuario", "nomeusuario",
    "用户名", "用戶名", "用户名称", "用戶名稱",
];

/// Names of companies, which are called by a person's name where there is one.
const COMPANIES: &[&str] = &["razonsocial", "razaosocial", "nomefantasia"];

/// The name of the person, or the whole name.
pub(super) const WHOLE_NAME: i32 = 60;
/// A name.
pub(super) const A_NAME: i32 = 55;
const A_PERSON: i32 = 40;
const LOGIN: i32 = 30;
/// The name of a company.
pub(super) const A_COMPANY: i32 = 20;

#[cfg(test)]
mod tests {
    use super::*;

    fn number(header: &str) -> NumberHeader {
        NumberHeader::of(header, &HeaderWords::of(header))
    }

    #[test]
    fn headers_that_people_have_name_the_number() {
        for header in [
            "HP Debitur Aktif",
            "Mob. No.(Primary)",
            "Teléfono 1 (cel)",
            "No. WA",
            "Mobile No. (Regd)",
            "Borrower Mobile #1",
            "Primary Mobile Number",
            "phone_number",
            "mobilePhone",
            "Phone (Mobile)",
            "NoHPDebitur",
            "nohp_debitur",
            "Phone 1 - Value",
            "URN:Tel",
            "Celular (10 dígitos)",
            "Nº Celular do Cliente",
            "CP No.",
            "ग्राहक का मोबाइल नं.",
            "客户手机号(必填)",
            "借款人手機",
            "Account holder mobile",
            "CUST_MOBILE_NO",
            "Telf. móvil",
            "Numero ng CP",
            "Tel. Cel. Titular",
            "Mobile number (with country code)",
        ] {
            let read = number(header);
            assert!(
                !read.excluded && read.weight >= TELLING && !read.uncertain,
                "{header}: {read:?}"
            );
        }
    }

    #[test]
    fn somebody_elses_numbers_and_other_numbers_are_excluded() {
        for header in [
            "Kontak Darurat",
            "Guarantor Mobile",
            "Reference Contact",
            "Emergency Contact No.",
            "HP Penjamin",
            "No HP Istri/Suami",
            "Tel. aval",
            "Celular del cónyuge",
            "Referencia 1 Celular",
            "Agent Phone",
            "Sales HP",
            "Office Tel",
            "Telp Kantor",
            "Teléfono oficina",
            "Fax No",
            "Account Number",
            "Loan No",
            "Order Number",
            "Invoice #",
            "NIK",
            "CURP",
            "Aadhaar No",
            "PAN",
            "No. Rekening",
            "Co-maker CP No.",
            "Parent's Mobile",
            "Customer Emergency Contact",
            "emergencyContactNumber",
            "nohp_darurat",
            "HP_Saudara",
            "Telefone do avalista",
            "紧急联系人手机号",
            "担保人电话",
            "擔保人電話",
            "आपातकालीन संपर्क",
            "गारंटर मोबाइल",
            "Numero ng asawa",
            "Mobile Brand",
            "Work Phone",
            "Customer Service Number",
            "Contact Owner Phone",
            "Nomor Kontrak",
            "No. VA",
            "No Polisi",
        ] {
            assert!(number(header).excluded, "{header}: {:?}", number(header));
        }
    }

    #[test]
    fn plainer_headers_weigh_more() {
        for pair in [
            ["Mobile", "Phone"],
            ["Celular", "Teléfono"],
            ["No HP", "No WA"],
            ["WhatsApp", "Phone"],
            ["Phone", "Home Phone"],
            ["Mobile", "Mobile 2"],
            ["Mobile 1", "Mobile 2"],
            ["Primary Mobile Number", "Alternate Mobile Number"],
            ["Phone", "Contact"],
            ["Teléfono 2 (cel)", "Teléfono 1 (casa)"],
            ["Customer Mobile", "Mobile"],
            ["Phone", "Number"],
            ["手机", "电话"],
            ["电话", "座机号码"],
        ] {
            let [more, less] = pair.map(|header| number(header).weight);
            assert!(more > less, "{pair:?}: {more} {less}");
        }
        assert_eq!(number("City").weight, 0);
    }

    #[test]
    fn names_of_the_person_are_told_from_names_of_others() {
        let weight = |header: &str| person_weight(header, &HeaderWords::of(header));
        for header in [
            "Name",
            "Customer Name",
            "Nama Nasabah",
            "Nama (sesuai KTP)",
            "NAMA_LENGKAP",
            "Nombre del titular",
            "客户姓名",
            "ग्राहक का नाम",
        ] {
            assert!(weight(header) >= A_NAME, "{header}");
        }
        for header in [
            "Guarantor Name",
            "Nama Ibu Kandung",
            "Nama Barang",
            "Product name",
            "campaign_name",
            "form_name",
            "Branch Name",
            "Company name",
            "Spouse Name",
            "Nombre del aval",
            "Mobile",
            "City",
            "担保人姓名",
        ] {
            assert_eq!(weight(header), 0, "{header}");
        }
    }
}
