//! The headers that people write, in the languages of the accounts: English, Spanish, Indonesian, Chinese.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::field::Field;

/// The header without case, accents, blanks and punctuation: what two headers are compared by.
pub(super) fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|character| !is_combining_mark(*character) && character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The field that goes by this name, if one does. The name is [folded](fold).
pub(super) fn field_named(folded: &str) -> Option<Field> {
    Field::ALL
        .into_iter()
        .find(|field| names(*field).contains(&folded))
}

/// Every name of a field, folded.
const fn names(field: Field) -> &'static [&'static str] {
    match field {
        Field::Customer => CUSTOMER,
        Field::Mobile => MOBILE,
        Field::Platform => PLATFORM,
        Field::Comments => COMMENTS,
        Field::RobotId => ROBOT_ID,
        Field::Gender => GENDER,
        Field::ExtraA => EXTRA_A,
        Field::ExtraB => EXTRA_B,
        Field::ExtraC => EXTRA_C,
    }
}

/// A first name that may stand apart from the last name.
#[rustfmt::skip]
pub(super) const FIRST_NAME: &[&str] = &[
    "firstname", "givenname", "forename", "nombre", "nombres", "primernombre", "namadepan", "nome", "primeironome", "prenome",
    "pangalan", "unangpangalan", "pehlanaam", "पहलानाम", "प्रथमनाम",
];

/// A last name that stands apart from the first name.
#[rustfmt::skip]
pub(super) const LAST_NAME: &[&str] = &[
    "lastname", "surname", "familyname", "apellido", "apellidos", "primerapellido", "apellidopaterno", "namabelakang",
    "sobrenome", "ultimonome", "apelyido", "upanaam", "उपनाम", "अंतिमनाम",
];

#[rustfmt::skip]
const CUSTOMER: &[&str] = &[
    "customer", "customername", "client", "clientname", "contact", "contactname", "fullname", "leadname", "name", "username",
    "cliente", "nombre", "nombrecliente", "nombrecompleto", "nombredecliente", "nombredelcliente", "nombreyapellido",
    "nombreyapellidos", "contacto", "nombredecontacto", "nombredelcontacto",
    "nama", "namalengkap", "namapelanggan", "namacustomer", "namaklien", "namanasabah", "namakontak", "pelanggan", "nasabah",
    "客户", "客户名", "客户名称", "客户姓名", "姓名", "名字", "名称", "联系人", "联系人姓名", "用户名", "用户姓名", "客戶", "客戶名稱", "客戶姓名",
];

// Not here: “number”, “número”, “nomor”. Such a column often only counts the rows.
#[rustfmt::skip]
const MOBILE: &[&str] = &[
    "mobile", "mobileno", "mobilenumber", "mobilephone", "mobilephonenumber", "phone", "phoneno", "phonenumber", "phonenumbers",
    "cell", "cellno", "cellnumber", "cellphone", "cellphonenumber", "contactno", "contactnumber", "contactphone", "callee",
    "calleenumber", "customerphone", "customerphonenumber", "customermobile", "msisdn", "tel", "telno", "telephone",
    "telephoneno", "telephonenumber", "whatsapp", "whatsappnumber",
    "celular", "movil", "telefono", "telefonocelular", "telefonomovil", "numerocelular", "numerodecelular",
    "numerodetelefono", "numerodetelefonocelular", "numerodetelefonomovil", "numeromovil", "numerotelefonico", "nocelular",
    "nodecelular", "notelefono", "nodetelefono", "telefonodelcliente", "celulardelcliente", "telefonodecontacto", "telcelular",
    "hp", "nohp", "nomorhp", "nohandphone", "nomorhandphone", "handphone", "notelp", "notelpon", "notelepon", "notelefon",
    "nomortelp", "nomortelpon", "nomortelepon", "nomorponsel", "noponsel", "ponsel", "telepon", "telp", "telpon",
    "nowa", "nomorwa", "nowhatsapp", "nomorwhatsapp", "nokontak", "nomorkontak", "teleponseluler", "nomorseluler",
    "手机", "手机号", "手机号码", "电话", "电话号", "电话号码", "联系电话", "联系方式", "移动电话", "号码", "手機", "手機號", "手機號碼", "電話",
    "電話號碼", "聯絡電話",
];

#[rustfmt::skip]
const PLATFORM: &[&str] = &[
    "platform", "platformname", "plataforma", "nombredelaplataforma", "nombredeplataforma", "nombreplataforma",
    "namaplatform", "平台", "平台名", "平台名称", "平臺", "平臺名稱",
];

#[rustfmt::skip]
const COMMENTS: &[&str] = &[
    "comments", "comment", "note", "notes", "remark", "remarks",
    "comentario", "comentarios", "nota", "notas", "observacion", "observaciones",
    "catatan", "keterangan", "komentar",
    "备注", "注释", "说明", "评论", "備註",
];

#[rustfmt::skip]
const ROBOT_ID: &[&str] = &[
    "robotid", "robot", "iddelrobot", "idderobot", "idrobot", "机器人", "机器人id", "机器人编号", "機器人", "機器人id",
];

#[rustfmt::skip]
const GENDER: &[&str] = &[
    "gender", "sex", "genero", "sexo", "jeniskelamin", "kelamin", "性别", "性別",
];

#[rustfmt::skip]
const EXTRA_A: &[&str] = &["extraa", "extra1", "variablea", "variabela", "附加a", "变量a", "附加字段a", "變量a"];
#[rustfmt::skip]
const EXTRA_B: &[&str] = &["extrab", "extra2", "variableb", "variabelb", "附加b", "变量b", "附加字段b", "變量b"];
#[rustfmt::skip]
const EXTRA_C: &[&str] = &["extrac", "extra3", "variablec", "variabelc", "附加c", "变量c", "附加字段c", "變量c"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_blanks_and_punctuation_do_not_count() {
        assert_eq!(fold(" Teléfono-Celular: "), "telefonocelular");
        assert_eq!(fold("\u{FEFF}platform_name"), "platformname");
        assert_eq!(fold("Ｍｏｂｉｌｅ"), "mobile");
        assert_eq!(fold("No. HP"), "nohp");
        assert_eq!(fold("手机 号码"), "手机号码");
    }

    #[test]
    fn every_name_is_folded_and_belongs_to_one_field() {
        for field in Field::ALL {
            for name in names(field) {
                assert_eq!(&fold(name), name);
                assert_eq!(field_named(name), Some(field), "{name}");
            }
        }
    }

    #[test]
    fn every_field_goes_by_its_own_key_and_label() {
        for field in Field::ALL {
            assert_eq!(field_named(&fold(field.key())), Some(field));
            assert_eq!(field_named(&fold(field.label())), Some(field));
        }
    }
}
