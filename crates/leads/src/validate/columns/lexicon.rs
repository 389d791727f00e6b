//! The words of headers, by what they say of a column.
//!
//! Seven languages: English, Indonesian and Malay, Spanish, Portuguese, Filipino, Hindi in both scripts, Chinese in both.
//! Several words in one entry are a phrase, which counts before its words do. Words are compared
//! [folded](super::super::synonyms::fold); those of Chinese may stand anywhere in a run of characters.

use super::words::Sense;

/// Every word and phrase with its sense.
pub(super) const SENSES: &[(Sense, &[&str])] = &[
    (Sense::Mobile, MOBILE),
    (Sense::Messenger, MESSENGER),
    (Sense::Phone, PHONE),
    (Sense::Fixed, FIXED),
    (Sense::Called, CALLED),
    (Sense::Number, NUMBER),
    (Sense::Contact, CONTACT),
    (Sense::Person, PERSON),
    (Sense::Role, ROLE),
    (Sense::Primary, PRIMARY),
    (Sense::Spare, SPARE),
    (Sense::Uncertain, UNCERTAIN),
    (Sense::Name, NAME),
    (Sense::Whole, WHOLE),
    (Sense::Filler, FILLER),
    (Sense::Somebody, super::others::SOMEBODY),
    (Sense::Thing, super::others::THING),
];

#[rustfmt::skip]
const MOBILE: &[&str] = &[
    "mobile", "mobiles", "mob", "mobil no", "mbl", "mobno", "mo no", "m no", "cell", "cells", "cellphone", "cellular", "cellphones", "msisdn", "smartphone", "handphone", "handset", "rmn",
    "hp", "hape", "ponsel", "seluler", "selular", "genggam", "bimbit", "nohp",
    "celular", "celulares", "cel", "cels", "movil", "moviles", "telemovel", "movel", "moveis", "celu",
    "selpon", "selfon", "cp no", "cp num", "cp number", "cp nos", "no cp", "cp #", "selyular", "numero ng cp",
    "मोबाइल", "मोबाईल", "चल दूरभाष", "mobail", "mobaile",
    "手机", "手機", "移动电话", "移動電話", "行动电话", "行動電話",
];

#[rustfmt::skip]
const MESSENGER: &[&str] = &[
    "whatsapp", "whats app", "whats", "whatsap", "watsapp", "wa", "wapp", "wsp", "wpp", "zap", "viber", "gcash", "g cash", "व्हाट्सएप", "व्हाट्सऐप", "微信电话",
];

#[rustfmt::skip]
const PHONE: &[&str] = &[
    "phone", "phones", "phne", "ph", "telephone", "telephones", "tel", "tele", "telno", "urn tel",
    "telepon", "telpon", "telefon", "telp", "tlp", "tlpn", "telf", "tlf", "tfno", "tfn",
    "telefono", "telefonos", "telefonico", "telefonica", "telefonicos", "fono", "fonos", "telefone", "telefones", "telefonico", "fone", "fones",
    "telepono", "teleponong",
    "फोन", "दूरभाष", "टेलीफोन", "fon", "doorbhash", "durbhash",
    "电话", "電話",
];

// A line of a house.
#[rustfmt::skip]
const FIXED: &[&str] = &[
    "home", "house", "residence", "residential", "landline", "land line", "fixed", "fixed line", "rumah", "kabel",
    "casa", "fijo", "fija", "domicilio", "particular", "hogar", "residencial", "fixo", "bahay",
    "घर", "ghar", "座机", "座機", "固定电话", "固定電話", "固话", "家庭电话", "家庭電話", "住宅",
];

#[rustfmt::skip]
const CALLED: &[&str] = &[
    "callee", "called", "call", "dial", "dialed", "dialled", "destination", "to call", "tujuan", "dihubungi", "hubungi",
    "llamar", "marcar", "marcado", "ligar", "discar", "destino", "tatawagan", "被叫", "外呼", "拨打", "撥打", "呼叫",
];

#[rustfmt::skip]
const NUMBER: &[&str] = &[
    "number", "numbers", "no", "nos", "num", "nums", "nr", "nbr", "#", "n", "nomor", "nomer", "nombor", "numero", "numeros", "nro", "nros",
    "numerong", "bilang", "sankhya", "nambar", "number s", "संख्या", "नंबर", "नम्बर", "नं", "क्रमांक", "सूत्र", "sutra", "号码", "號碼", "号", "號",
];

#[rustfmt::skip]
const CONTACT: &[&str] = &[
    "contact", "contacts", "kontak", "contacto", "contato", "sampark", "संपर्क", "सम्पर्क", "联系", "聯絡", "聯繫", "联络", "联系方式", "聯絡方式",
    "联系人", "聯絡人", "聯繫人",
];

// The person who is called.
#[rustfmt::skip]
const PERSON: &[&str] = &[
    "customer", "customers", "cust", "client", "clients", "borrower", "debtor", "applicant", "member", "subscriber", "lead", "consignee", "cx", "tenant", "prospect",
    "insured", "policyholder", "policy holder", "account holder", "card holder", "cardholder", "holder", "patient", "student", "guest", "buyer", "recipient",
    "receiver", "participant", "registrant", "consumer", "payer", "loanee", "candidate", "farmer", "investor", "purchaser", "attendee", "enrollee", "payor", "obligor", "lessee", "resident", "homeowner", "leads", "policy owner", "policyowner", "insured person", "traveller", "traveler", "passenger", "person", "self", "own", "personal", "respondent",
    "debitur", "nasabah", "pelanggan", "konsumen", "peminjam", "peserta", "anggota", "pemohon", "tertanggung", "klien", "pembeli", "penerima",
    "calon nasabah", "calon pelanggan", "pasien", "siswa", "tamu", "penghutang", "pribadi", "penyewa", "jamaah", "jemaah", "penumpang", "petani", "kandidat", "santri", "mahasiswa", "murid", "pemilik", "pemegang polis",
    "cliente", "clientes", "titular", "deudor", "socio", "afiliado", "asegurado", "acreditado", "suscriptor", "solicitante", "comprador",
    "destinatario", "prospecto", "tarjetahabiente", "cuentahabiente", "huesped", "candidato", "candidata", "acreditada", "asegurada", "compradora", "inquilino", "arrendatario", "pasajero", "alumna", "agremiado", "asociado", "agricultor", "paciente", "alumno", "interesado", "propio", "persona", "moroso", "prestatario", "contribuyente", "derechohabiente",
    "devedor", "assinante", "associado", "mutuario", "segurado", "pessoal", "aluno",
    "kostumer", "kustomer", "kliyente", "parokyano", "miyembro", "nanghihiram", "mamimili", "umutang", "sarili",
    "ग्राहक", "उपभोक्ता", "उधारकर्ता", "आवेदक", "सदस्य", "लाभार्थी", "खाताधारक", "ऋणी", "स्वयं", "कस्टमर", "क्लाइंट", "grahak", "upbhokta", "aavedak",
    "khatadharak", "labharthi", "sadasya", "rini", "karzdar",
    "客户", "客戶", "顾客", "顧客", "会员", "會員", "借款人", "债务人", "債務人", "申请人", "申請人", "投保人", "本人", "收件人", "收货人", "收貨人", "机主", "機主", "车主", "車主", "业主", "業主", "乘客", "学生", "學生",
];

// Whoever uses or works for something: the person of the list, or somebody beside them.
#[rustfmt::skip]
const ROLE: &[&str] = &["user", "employee", "pengguna", "karyawan", "pegawai", "usuario", "empleado", "empleada", "trabajador", "trabajadora", "colaborador", "colaboradora", "utilizador", "funcionario", "empleyado", "karmchari", "कर्मचारी", "用户", "用戶", "员工", "員工"];

#[rustfmt::skip]
const PRIMARY: &[&str] = &[
    "primary", "main", "default", "preferred", "prim", "pri", "first", "best", "utama", "pertama", "principal", "primario", "preferido", "primer", "primeiro",
    "pangunahin", "मुख्य", "प्राथमिक", "mukhya", "prathmik", "主要", "首选", "首選", "第一",
];

// Another number of the same person.
#[rustfmt::skip]
const SPARE: &[&str] = &[
    "second", "secondary", "sec", "2nd", "3rd", "third", "kedua", "ketiga", "secundario", "segundo", "segunda", "tercero", "tercer", "terceiro", "ikalawa", "pangalawa",
    "second number", "additional", "tambahan", "adicional", "extra", "दूसरा", "dusra", "doosra", "第二", "第三",
];

// Another number of the same person, of which it is not certain that it is the same person's, or still is.
#[rustfmt::skip]
const UNCERTAIN: &[&str] = &[
    "alternate", "alternative", "alternet", "alt", "altn", "other", "others", "another", "backup", "back up", "optional", "opt", "old", "previous", "prev",
    "former", "wrong", "invalid", "inactive", "lama", "lain", "lainnya", "alternatif", "cadangan", "salah", "lawas", "tidak aktif", "nonaktif", "non aktif", "tdk aktif",
    "otro", "otra", "alterno", "alterna", "alternativo", "anterior", "antiguo", "viejo", "opcional", "inactivo", "equivocado", "outro", "reserva", "antigo", "inativo", "errado",
    "respaldo", "iba", "ibang", "alternatibo", "luma", "dating", "वैकल्पिक", "अन्य", "पुराना", "vaikalpik", "anya", "purana",
    "备用", "備用", "其他", "其它", "旧", "舊", "失效", "无效", "無效",
];

#[rustfmt::skip]
const NAME: &[&str] = &[
    "name", "names", "nm", "nama", "nombre", "nombres", "nome", "nomes", "pangalan", "ngalan", "naam", "last name first name", "surname first name", "first name last name", "first name surname", "नाम", "姓名", "全名", "名字", "名称", "名稱", "称呼", "稱呼",
];

#[rustfmt::skip]
const WHOLE: &[&str] = &[
    "full", "complete", "lengkap", "penuh", "completo", "completa", "buong", "buo", "poora", "pura", "पूरा", "真实", "真實",
];

// Words that change nothing: they join others, or praise the number.
#[rustfmt::skip]
const FILLER: &[&str] = &[
    "your", "ur", "anda", "kamu", "iyong", "aapka", "apka", "आपका", "what is", "what s", "please enter", "enter", "cual es", "su", "tu", "seu", "on",
    "last first", "last first mi", "last first m i", "last first middle", "last first middle initial", "first last", "first middle last", "first mi last", "first m i last", "surname first", "lastname firstname",
    "m i", "middle initial", "middle name", "name suffix", "with middle name",
    "the", "of", "a", "an", "for", "to", "and", "or", "in", "s", "with", "by", "at", "is", "calling", "value", "values", "mandatory", "required", "registered", "regd", "reg", "regis",
    "active", "verified", "valid", "validated", "current", "latest", "new", "updated", "correct", "clean", "formatted", "digits", "digit", "full number", "e 164",
    "with country code", "incl country code", "including country code", "with code", "without 0", "without country code", "international", "format",
    "dengan", "dan", "atau", "yang", "yg", "di", "ke", "aktif", "terdaftar", "terbaru", "baru", "valid", "wajib", "dengan kode negara", "bisa", "yang bisa",
    "de", "del", "la", "el", "los", "las", "y", "o", "con", "sin", "activo", "activa", "actual", "actualizado", "nuevo", "vigente", "registrado", "obligatorio", "digitos",
    "con codigo de pais", "con lada", "lada", "con clave", "do", "da", "dos", "das", "e", "com", "ddd", "com ddd", "ativo", "atual", "atualizado", "novo", "cadastrado", "obrigatorio", "para",
    "ng", "sa", "na", "at", "mga", "aktibo", "ka", "ki", "ke", "का", "की", "के", "पंजीकृत", "सक्रिय", "नया", "panjikrit", "naya",
    "sesuai ktp", "sesuai identitas", "as per aadhaar", "as per aadhar", "as per pan", "as per id", "as per bank", "segun ine", "segun identificacion",
    "注册", "註冊", "常用", "有效", "当前", "最新", "必填", "的", "您", "你的", "您的",
];
