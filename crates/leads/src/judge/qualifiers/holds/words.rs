//! The words of columns that say whether a person may be called, as [`tokens`](crate::judge::columns::tokens) writes
//! them: in lower case, without accents.
//!
//! English, Indonesian and Malay, Spanish, Portuguese, Filipino, Hindi in both scripts, Chinese in both.

/// Headers of people who are not to be called. India's registers go by DND, NDNC and NCPR, Mexico's by REPEP and REUS.
#[rustfmt::skip]
pub(super) const DO_NOT_CALL: &[&str] = &[
    "do not call", "dont call", "don t call", "donotcall", "do not contact", "dont contact", "don t contact", "donotcontact", "do not phone", "do not dial", "never call",
    "dnc", "dnd", "ndnc", "ncpr", "do not disturb", "opt out", "opted out", "optout", "optedout", "opt outs", "unsubscribe", "unsubscribed", "unsub", "blacklist", "blacklisted",
    "black list", "blocklist", "blocklisted", "suppressed", "suppression", "robinson", "repep", "reus", "refuses calls", "no calls please",
    "jangan hubungi", "jangan dihubungi", "jangan di hubungi", "jangan telepon", "jangan ditelepon", "jangan ditelpon", "jangan telpon", "jangan di telepon", "tidak boleh dihubungi",
    "tidak boleh ditelepon", "tidak mau dihubungi", "tidak bersedia dihubungi", "tidak ingin dihubungi", "dilarang dihubungi", "berhenti berlangganan", "daftar hitam", "jangan diganggu",
    "jangan hubungi lagi", "usah dihubungi",
    "no llamar", "no contactar", "no molestar", "no marcar", "no telefonear", "no desea llamadas", "no quiere llamadas", "no desea ser contactado", "no desea ser llamado", "no volver a llamar",
    "dado de baja", "dada de baja", "baja", "desuscrito", "desuscrita", "lista negra",
    "nao ligar", "nao contatar", "nao contactar", "nao perturbe", "nao perturbar", "nao chamar", "nao incomodar", "nao me perturbe", "nao quer ser contatado", "descadastrado", "descadastrada",
    "descadastro",
    "huwag tawagan", "wag tawagan", "huwag kontakin", "wag kontakin", "bawal tawagan", "ayaw tawagan", "ayaw magpatawag", "huwag istorbohin",
    "कॉल न करें", "कॉल ना करें", "कॉल मत करें", "फोन न करें", "फोन ना करें", "संपरक न करें", "संपरक ना करें", "परेशान न करें", "call na kare", "call na karen", "call na karein", "call mat kare", "call mat karo",
    "phone na kare", "phone na karen", "phone mat karo", "sampark na kare", "sampark na karen",
    "请勿致电", "勿致电", "勿扰", "免打扰", "请勿联系", "勿联系", "不要打电话", "不要致电", "不要联系", "拒绝来电", "拒接", "退订", "黑名单", "禁呼", "禁止呼叫", "禁止拨打",
    "請勿致電", "勿致電", "勿擾", "免打擾", "請勿聯繫", "請勿聯絡", "不要打電話", "不要致電", "拒絕來電", "退訂", "黑名單", "禁止撥打",
];

/// Headers of people who may be called.
#[rustfmt::skip]
pub(super) const CALLABLE: &[&str] = &[
    "ok to call", "okay to call", "allow calls", "allow call", "allows calls", "can call", "can be called", "may call", "may be called", "callable", "call allowed", "calls allowed",
    "contact allowed", "allowed to call", "contactable", "accepts calls", "wants calls",
    "boleh dihubungi", "boleh ditelepon", "boleh di hubungi", "bersedia dihubungi", "bersedia ditelepon",
    "acepta llamadas", "permite llamadas", "desea llamadas", "desea ser contactado", "se puede llamar", "puede llamarse", "acepta ser contactado",
    "aceita ligacoes", "aceita ligacao", "pode ligar", "permite ligacoes", "permite contato", "aceita contato",
    "puwedeng tawagan", "pwedeng tawagan", "pwede tawagan", "maaaring tawagan",
    "call kar sakte", "可致电", "可联系", "允许致电", "接受来电", "可否致电", "可致電", "可聯繫", "允許致電", "接受來電",
];

/// Headers of consent.
#[rustfmt::skip]
pub(super) const CONSENT: &[&str] = &[
    "consent", "consents", "consented", "consent given", "opt in", "opted in", "optin", "optedin", "call permission", "contact permission", "permission to call", "permission to contact",
    "marketing permission", "gdpr", "dpdp", "subscribed",
    "persetujuan", "setuju", "menyetujui", "izin", "ijin", "izin dihubungi", "kesediaan", "bersedia", "kebenaran menghubungi",
    "consentimiento", "consiente", "consentido", "autoriza", "autorizacion", "autoriza llamadas", "autorizacion de contacto", "acepta contacto", "acepta publicidad",
    "consentimento", "consente", "autorizacao", "autoriza contato", "lgpd", "aceite",
    "pahintulot", "pumapayag", "pumayag", "sang ayon",
    "सहमति", "अनुमति", "sahmati", "sahamati", "anumati",
    "同意", "授权", "許可", "许可", "授權",
];

/// Headers that deny a consent, and such words in a status.
#[rustfmt::skip]
pub(super) const NO_CONSENT: &[&str] = &[
    "no consent", "not consented", "without consent", "consent withdrawn", "withdrawn consent", "consent revoked", "consent refused", "consent denied", "tanpa persetujuan", "tidak setuju",
    "tidak ada persetujuan", "sin consentimiento", "consentimiento revocado", "no autoriza", "sem consentimento", "consentimento revogado", "nao autoriza", "walang pahintulot", "asahmati",
    "未同意", "不同意", "未授权", "未授權", "撤回同意",
];

/// Headers of a status.
#[rustfmt::skip]
pub(super) const STATUS: &[&str] = &[
    "status", "statuses", "disposition", "outcome", "call result", "stage", "estatus", "estado", "situacion", "situacao", "katayuan", "kalagayan", "sthiti", "सथिति", "सटेटस", "状态", "狀態", "結果", "结果",
    "hasil panggilan", "hasil call", "resultado",
];

/// Words by which a status is one of something else.
#[rustfmt::skip]
pub(super) const OTHER_STATUS: &[&str] = &[
    "marital", "civil", "employment", "job", "work", "residence", "house", "home", "ownership", "email", "sms", "delivery", "shipping", "kyc", "pernikahan", "perkawinan", "kawin", "nikah", "pekerjaan",
    "kerja", "kepegawaian", "rumah", "pengiriman", "laboral", "empleo", "vivienda", "envio", "migratorio", "conjugal", "emprego", "entrega", "婚姻", "就业", "就業",
];

/// Words for the dead: headers, and words in a status.
#[rustfmt::skip]
pub(super) const DECEASED: &[&str] = &[
    "deceased", "dead", "died", "death", "date of death", "passed away", "demised",
    "meninggal", "meninggal dunia", "wafat", "almarhum", "almarhumah", "alm", "kematian", "meninggalnya",
    "fallecido", "fallecida", "fallecio", "fallecimiento", "defuncion", "difunto", "difunta", "finado", "finada", "muerto", "muerta",
    "falecido", "falecida", "faleceu", "falecimento", "obito", "morto", "morta",
    "patay", "patay na", "namatay", "yumao", "pumanaw", "sumakabilang buhay",
    "मृत", "मृतक", "मृतयु", "निधन", "देहांत", "मर गया", "mrit", "mritak", "mrityu", "nidhan", "dehant",
    "已故", "去世", "死亡", "身故", "逝世", "过世", "過世", "亡故",
];

/// Words for what is closed or paid, in a status or as the header of a yes.
#[rustfmt::skip]
pub(super) const OVER: &[&str] = &[
    "closed", "account closed", "case closed", "is closed", "paid", "is paid", "fully paid", "paid off", "paidoff", "paid in full", "full paid", "repaid", "settled", "fully settled", "foreclosed", "cleared",
    "lunas", "sudah lunas", "dilunasi", "terlunasi", "terbayar", "sudah bayar", "sudah dibayar", "telah dibayar", "ditutup", "tutup", "sudah tutup", "selesai dibayar", "langsai", "ptp lunas",
    "pagado", "pagada", "pagados", "liquidado", "liquidada", "saldado", "saldada", "finiquitado", "finiquitada", "finiquito", "cerrado", "cerrada", "cuenta cerrada", "ya pago",
    "pago", "paga", "quitado", "quitada", "quitacao", "encerrado", "encerrada", "fechado", "fechada", "ja pagou",
    "bayad", "bayad na", "nabayaran", "nabayaran na", "fully bayad", "sarado", "isinara",
    "चुकता", "चुका दिया", "बंद", "भुगतान पूरण", "भुगतान हो गया", "chukta", "chuka diya", "band ho gaya", "bhugtan ho gaya", "bhugtan purn",
    "已还", "已還", "已结清", "已結清", "结清", "結清", "还清", "還清", "已付", "已支付", "已缴", "已繳", "已关闭", "已關閉", "已结案", "已結案", "已销户", "已注销", "已註銷",
];

/// Words that take such a word back.
#[rustfmt::skip]
pub(super) const NEGATIONS: &[&str] = &[
    "not", "no", "non", "never", "partial", "partially", "partly", "part", "half", "promise", "promised", "promises", "ptp", "will", "to be", "pending", "almost", "unpaid",
    "belum", "blm", "tidak", "tdk", "bukan", "sebagian", "janji", "akan", "mau",
    "sin", "aun", "todavia", "parcial", "parcialmente", "promesa", "pendiente", "por",
    "nao", "ainda", "promessa", "pendente", "hindi", "di pa", "wala pa", "bahagya",
    "नहीं", "आंशिक", "nahi", "nahin", "aanshik", "未", "没", "沒", "不", "部分", "承诺", "承諾",
];

/// A cell that begins so is a plain no.
#[rustfmt::skip]
pub(super) const PLAIN_NO: &[&str] = &[
    "no", "n", "non", "not", "none", "false", "f", "off", "never", "allowed", "allow", "callable", "subscribed", "ok", "okay",
    "tidak", "tdk", "tak", "bukan", "belum", "boleh", "nao", "hindi", "wala", "nahi", "nahin", "na", "नहीं", "ना", "permitido", "nunca", "unchecked",
    "否", "不", "无", "無", "没有", "沒有", "未", "不是", "不同意", "未同意",
];

/// A cell that is this is a plain yes.
#[rustfmt::skip]
pub(super) const PLAIN_YES: &[&str] = &[
    "yes", "y", "true", "t", "1", "on", "x", "checked", "ya", "iya", "benar", "si", "s", "sim", "verdadero", "verdadeiro", "oo", "opo", "haan", "han", "ha", "हाँ", "हां", "हा", "जी", "是", "对", "對", "有",
];

/// Words by which a consent is refused or taken back.
#[rustfmt::skip]
pub(super) const REFUSED: &[&str] = &[
    "refused", "refuse", "declined", "denied", "withdrawn", "withdrew", "revoked", "rejected", "opted out", "opt out", "unsubscribed", "disagree", "disagreed",
    "ditolak", "menolak", "tolak", "dicabut", "tidak setuju", "rechazado", "rechaza", "rechazo", "revocado", "negado", "denegado", "no acepta",
    "recusado", "recusa", "recusou", "revogado", "tumanggi", "ayaw", "असहमत", "इनकार", "asahmat", "inkar", "拒绝", "拒絕", "撤回", "撤销", "撤銷", "不同意",
];

/// Ways to reach a person other than a call.
#[rustfmt::skip]
pub(super) const CHANNELS: &[&str] = &[
    "email", "e mail", "emails", "mail", "mailing", "newsletter", "sms", "text", "texts", "push", "fax", "post", "whatsapp", "whats app", "wa", "correo", "boletin", "surel", "邮件", "郵件", "短信", "簡訊", "邮箱",
];

/// Calls.
#[rustfmt::skip]
pub(super) const PHONE_CALLS: &[&str] = &[
    "call", "calls", "phone", "tel", "telephone", "voice", "telepon", "telpon", "llamar", "llamadas", "telefono", "ligar", "ligacoes", "telefone", "tawagan", "फोन", "कॉल", "电话", "電話", "致电", "致電",
];
