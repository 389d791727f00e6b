//! The words of columns that say whether a person may be called, as [`tokens`](crate::validate::columns::tokens) writes
//! them: in lower case, without accents.
//!
//! English, Indonesian and Malay, Spanish, Portuguese, Filipino, Hindi in both scripts, Chinese in both.

use super::phrases::Phrases;

/// Headers of people who are not to be called. India's registers go by DND, NDNC and NCPR, Mexico's by REPEP and REUS.
#[rustfmt::skip]
pub(super) static DO_NOT_CALL: Phrases = Phrases::new(&[
    "do not call", "dont call", "don t call", "donotcall", "do not contact", "dont contact", "don t contact", "donotcontact", "do not phone", "do not dial", "never call",
    "dnc", "dnd", "ndnc", "ncpr", "do not disturb", "opt out", "opted out", "optout", "optedout", "opt outs", "unsubscribe", "unsubscribed", "unsub", "blacklist", "blacklisted",
    "black list", "blocklist", "blocklisted", "suppressed", "suppression", "robinson", "repep", "reus", "refuses calls", "no calls please", "stop calling", "no more calls", "not to be called", "not to call", "never contact",
    "jangan hubungi", "jangan dihubungi", "jangan di hubungi", "jangan telepon", "jangan ditelepon", "jangan ditelpon", "jangan telpon", "jangan di telepon", "tidak boleh dihubungi",
    "tidak boleh ditelepon", "tidak mau dihubungi", "tidak bersedia dihubungi", "tidak ingin dihubungi", "dilarang dihubungi", "berhenti berlangganan", "daftar hitam", "jangan diganggu",
    "jangan hubungi lagi", "usah dihubungi", "jgn hubungi", "jgn dihubungi", "jgn di hubungi", "jgn telp", "jgn ditelp", "jgn telepon", "jgn ditelepon", "jgn ditelpon", "jgn call", "jangan telp",
    "jangan ditelp", "jangan di telpon", "jangan di telp", "jangan call", "tdk mau dihubungi", "tdk mau ditelepon", "tdk boleh dihubungi", "tidak mau ditelepon", "tidak mau ditelpon", "gak mau dihubungi",
    "ga mau dihubungi", "nggak mau dihubungi",
    "no llamar", "no contactar", "no molestar", "no marcar", "no telefonear", "no desea llamadas", "no quiere llamadas", "no desea ser contactado", "no desea ser llamado", "no volver a llamar", "no volver a marcar", "no desea que lo llamen", "no desea que la llamen",
    "no desea que le llamen", "no quiere que lo llamen", "no quiere que la llamen", "no quiere que le llamen", "no llamarle", "no llamarlo", "no llamarla", "no marcarle", "ya no llamar", "ya no marcar",
    "dado de baja", "dada de baja", "desuscrito", "desuscrita", "lista negra",
    "nao ligar", "nao contatar", "nao contactar", "nao perturbe", "nao perturbar", "nao chamar", "nao incomodar", "nao me perturbe", "nao quer ser contatado", "descadastrado", "descadastrada",
    "descadastro",
    "huwag tawagan", "wag tawagan", "huwag kontakin", "wag kontakin", "bawal tawagan", "ayaw tawagan", "huwag na tawagan", "huwag nang tawagan", "wag na tawagan", "wag nang tawagan", "ayaw na magpatawag", "ayaw magpatawag", "huwag istorbohin",
    "कॉल न करें", "कॉल ना करें", "कॉल मत करें", "फोन न करें", "फोन ना करें", "संपरक न करें", "संपरक ना करें", "परेशान न करें", "call na kare", "call na karen", "call na karein", "call mat kare", "call mat karo",
    "phone na kare", "phone na karen", "phone mat karo", "sampark na kare", "sampark na karen",
    "请勿致电", "勿致电", "勿扰", "免打扰", "请勿联系", "勿联系", "不要打电话", "不要致电", "不要联系", "拒绝来电", "拒接", "退订", "黑名单", "禁呼", "禁止呼叫", "禁止拨打",
    "請勿致電", "勿致電", "勿擾", "免打擾", "請勿聯繫", "請勿聯絡", "不要打電話", "不要致電", "拒絕來電", "退訂", "黑名單", "禁止撥打",
]);

/// Headers of people who may be called.
#[rustfmt::skip]
pub(super) static CALLABLE: Phrases = Phrases::new(&[
    "ok to call", "okay to call", "allow calls", "allow call", "allows calls", "can call", "can be called", "may call", "may be called", "callable", "call allowed", "calls allowed",
    "contact allowed", "may we call", "can we call", "may we contact", "can we contact", "agree to be contacted", "agree to be called", "agrees to be contacted", "agrees to be called",
    "allowed to call", "contactable", "accepts calls", "wants calls",
    "boleh dihubungi", "boleh ditelepon", "boleh di hubungi", "boleh di telepon", "boleh di telpon", "boleh ditelpon", "boleh kami hubungi", "bersedia dihubungi", "bersedia ditelepon",
    "acepta llamadas", "permite llamadas", "desea llamadas", "desea ser contactado", "se puede llamar", "puede llamarse", "acepta ser contactado", "acepta ser contactada",
    "acepta que le llamemos", "acepta que lo llamemos", "acepta que la llamemos", "podemos llamarle", "podemos llamarlo", "podemos llamarla", "podemos llamar", "podemos contactarle", "podemos contactarlo",
    "quiere ser contactado", "quiere ser contactada",
    "aceita ligacoes", "aceita ligacao", "pode ligar", "permite ligacoes", "permite contato", "aceita contato", "aceita ser contatado", "aceita ser contatada", "podemos ligar",
    "pwede bang tawagan", "puwede bang tawagan", "maaari bang tawagan", "puwedeng tawagan", "pwedeng tawagan", "pwede tawagan", "maaaring tawagan",
    "call kar sakte", "可致电", "可联系", "允许致电", "接受来电", "可否致电", "可致電", "可聯繫", "允許致電", "接受來電",
]);

/// Headers of consent.
#[rustfmt::skip]
pub(super) static CONSENT: Phrases = Phrases::new(&[
    "consent", "consents", "consented", "consent given", "opt in", "opted in", "optin", "optedin", "call permission", "contact permission", "permission to call", "permission to contact",
    "marketing permission", "permission", "data privacy", "privacy consent", "privacy notice", "gdpr", "dpdp", "subscribed",
    "persetujuan", "setuju", "menyetujui", "izin", "ijin", "izin dihubungi", "kesediaan", "bersedia", "kebenaran menghubungi",
    "consentimiento", "consiente", "consentido", "autoriza", "autorizacion", "autoriza llamadas", "autorizacion de contacto", "aviso de privacidad", "acepta aviso", "acepta contacto", "acepta publicidad",
    "consentimento", "consente", "autorizacao", "autoriza contato", "lgpd", "aceite",
    "pahintulot", "pumapayag", "pumayag", "sang ayon",
    "सहमति", "अनुमति", "sahmati", "sahamati", "anumati",
    "同意", "授权", "許可", "许可", "授權",
]);

/// Headers that deny a consent, and such words in a status.
#[rustfmt::skip]
pub(super) static NO_CONSENT: Phrases = Phrases::new(&[
    "no consent", "not consented", "without consent", "consent withdrawn", "withdrawn consent", "consent revoked", "consent refused", "consent denied", "tanpa persetujuan", "tidak setuju",
    "tidak ada persetujuan", "sin consentimiento", "consentimiento revocado", "no autoriza", "sem consentimento", "consentimento revogado", "nao autoriza", "walang pahintulot", "asahmati",
    "未同意", "不同意", "未授权", "未授權", "撤回同意",
]);

/// Headers of a status.
#[rustfmt::skip]
pub(super) static STATUS: Phrases = Phrases::new(&[
    "status", "statuses", "disposition", "outcome", "call result", "stage", "estatus", "estado", "situacion", "situacao", "katayuan", "kalagayan", "sthiti", "सथिति", "सटेटस", "状态", "狀態", "結果", "结果",
    "hasil panggilan", "hasil call", "resultado",
]);

/// Words by which a status is one of something else.
#[rustfmt::skip]
pub(super) static OTHER_STATUS: Phrases = Phrases::new(&[
    "marital", "civil", "employment", "job", "work", "residence", "house", "home", "ownership", "email", "sms", "delivery", "shipping", "kyc", "pernikahan", "perkawinan", "kawin", "nikah", "pekerjaan",
    "kerja", "kepegawaian", "rumah", "pengiriman", "laboral", "empleo", "vivienda", "envio", "migratorio", "conjugal", "emprego", "entrega", "婚姻", "就业", "就業",
]);

/// Words for the dead: headers, and words in a status.
#[rustfmt::skip]
pub(super) static DECEASED: Phrases = Phrases::new(&[
    "deceased", "died", "death", "date of death", "passed away", "demised", "customer expired", "customer is no more", "death case",
    "meninggal", "meninggal dunia", "wafat", "almarhum", "almarhumah", "alm", "kematian", "meninggalnya",
    "fallecido", "fallecida", "fallecio", "fallecimiento", "defuncion", "difunto", "difunta", "finado", "finada", "muerto", "muerta",
    "falecido", "falecida", "faleceu", "falecimento", "obito", "morto", "morta",
    "patay", "patay na", "namatay", "yumao", "pumanaw", "sumakabilang buhay",
    "मृत", "मृतक", "मृतयु", "निधन", "देहांत", "मर गया", "mrit", "mritak", "mrityu", "nidhan", "dehant",
    "已故", "去世", "死亡", "身故", "逝世", "过世", "過世", "亡故",
]);

/// Headers and whole cells that say so of a person, and of other things beside other words: a dead lead, a dead stock.
pub(super) static DEAD: Phrases = Phrases::new(&["dead", "is dead"]);

/// A register from which a person took themselves off; in Mexico half of a state's name.
pub(super) static SIGNED_OFF: Phrases = Phrases::new(&["baja", "fecha de baja", "de baja"]);

/// Phrases for what is paid or closed for good, wherever they stand.
#[rustfmt::skip]
pub(super) static OVER: Phrases = Phrases::new(&[
    "fully paid", "paid off", "paidoff", "paid in full", "full paid", "repaid", "settled", "fully settled", "foreclosed", "preclosed", "pre closed", "account closed", "case closed", "loan closed",
    "lunas", "sudah lunas", "dilunasi", "terlunasi", "selesai dibayar", "langsai",
    "liquidado", "liquidada", "saldado", "saldada", "finiquitado", "finiquitada", "finiquito", "cuenta cerrada", "pagado sin adeudo", "totalmente pagado", "pagado totalmente", "pagado en total", "pago total",
    "quitado", "quitada", "quitacao", "fully bayad", "bayad na lahat",
    "चुकता", "चुका दिया", "भुगतान पूरण", "भुगतान हो गया", "chukta", "chuka diya", "bhugtan ho gaya", "bhugtan purn",
    "已还", "已還", "已结清", "已結清", "结清", "結清", "还清", "還清", "已付", "已支付", "已缴", "已繳", "已关闭", "已關閉", "已结案", "已結案", "已销户", "已注销", "已註銷",
]);

/// Words for what is closed, which say so alone or beside the account: a door and a shop are closed too.
#[rustfmt::skip]
pub(super) static CLOSED: Phrases = Phrases::new(&[
    "closed", "is closed", "cleared", "ditutup", "tutup", "sudah tutup", "cerrado", "cerrada", "encerrado", "encerrada", "fechado", "fechada", "sarado", "isinara", "बंद", "band ho gaya", "dead",
]);

/// Words for what is paid, which say so alone or beside the account: the least sum and one instalment are paid too.
#[rustfmt::skip]
pub(super) static PAID: Phrases = Phrases::new(&[
    "paid", "is paid", "terbayar", "sudah bayar", "sdh bayar", "udah bayar", "telah bayar", "sudah dibayar", "sdh dibayar", "telah dibayar", "pagado", "pagada", "pagados", "pago", "paga", "ya pago",
    "ja pagou", "bayad", "bayad na", "nabayaran", "nabayaran na",
]);

/// Words that may stand beside these.
#[rustfmt::skip]
pub(super) static BESIDE: Phrases = Phrases::new(&[
    "account", "acct", "case", "loan", "credit", "debt", "is", "has", "been", "was", "already", "fully", "full", "in", "completely", "total", "the", "customer", "please", "pls", "kindly", "on", "again", "anymore", "ever",
    "akun", "rekening", "pinjaman", "kredit", "utang", "hutang", "nasabah", "sudah", "sdh", "udah", "telah", "tolong", "mohon", "ya", "tgl", "tanggal", "lagi",
    "cuenta", "credito", "prestamo", "deuda", "adeudo", "totalmente", "en", "el", "cliente", "titular", "por", "favor", "conta", "emprestimo", "divida", "ja", "foi", "na", "nang", "ang",
]);

/// Words for a day, after which digits are a date and no amount.
pub(super) static ON_A_DAY: Phrases = Phrases::new(&["on", "tgl", "tanggal", "el"]);

/// Words that take such a word back, wherever else in the cell they stand.
#[rustfmt::skip]
pub(super) static NOT_ALL: Phrases = Phrases::new(&[
    "partial", "partially", "partly", "part", "half", "pending", "promise", "promised", "ptp", "minimum", "min", "late", "overdue", "failed", "bounced", "rejected", "won", "lost", "emi", "link",
    "sebagian", "janji", "parcial", "parcialmente", "parte", "medio", "vencido", "atrasado", "rechazado", "minimo", "pendiente", "promesa", "pendente", "promessa", "kulang", "aanshik", "आंशिक", "部分", "承诺", "承諾",
]);

/// Words directly behind such a word that take it back: part of it, and the Hindi no.
#[rustfmt::skip]
pub(super) static TAKEN_BACK: Phrases = Phrases::new(&[
    "partial", "partially", "partly", "in part", "sebagian", "parcial", "parcialmente", "nahi", "nahin", "नहीं", "aanshik", "आंशिक", "部分",
]);

/// Words directly before such a word that take it back.
#[rustfmt::skip]
pub(super) static NEGATIONS: Phrases = Phrases::new(&[
    "not", "no", "non", "never", "partial", "partially", "partly", "part", "half", "promise", "promised", "promises", "promise to pay", "ptp", "will", "to be", "pending", "almost", "unpaid",
    "belum", "belom", "blm", "blom", "blum", "tidak", "tdk", "tak", "gak", "ga", "nggak", "enggak", "ngga", "kagak", "bukan", "sebagian", "janji", "akan", "mau", "hampir",
    "sin", "aun", "todavia", "parcial", "parcialmente", "promesa", "pendiente", "por", "nunca", "jamas", "medio", "casi", "falta", "nada",
    "nao", "ainda", "promessa", "pendente", "quase", "hindi", "di pa", "wala pa", "wala pang", "bahagya", "kulang",
    "नहीं", "आंशिक", "nahi", "nahin", "aanshik", "未", "没", "沒", "没有", "沒有", "不", "部分", "承诺", "承諾",
]);

/// Words that may stand between a negation and what it takes back.
#[rustfmt::skip]
pub(super) static BETWEEN: Phrases = Phrases::new(&["yet", "been", "be", "fully", "is", "the", "in", "ada", "yang", "pernah", "ha", "sido", "esta", "de", "totalmente", "foi", "pa", "na", "pang", "bisa", "dapat"]);

/// Words directly before a do-not-call that take it back.
pub(super) static NOT_LISTED: Phrases = Phrases::new(&[
    "not",
    "non",
    "bukan",
    "not in",
    "not on",
    "removed from",
    "tidak ada",
    "tidak masuk",
]);

/// Headers of free text.
#[rustfmt::skip]
pub(super) static NOTES: Phrases = Phrases::new(&[
    "remark", "remarks", "feedback", "category", "customer type", "customer category", "kategori", "categoria", "tipo de cliente", "flag", "flags", "note", "notes", "comment", "comments", "tag", "tags", "label", "labels", "keterangan", "ket", "catatan", "komentar", "nota", "notas", "observacion", "observaciones",
    "comentario", "comentarios", "etiqueta", "etiquetas", "observacao", "observacoes", "puna", "tala", "टिपपणी", "备注", "備註", "标签", "標籤",
]);

/// Words in a header by which it is no answer: an address, the day of a check, an hour, an insurance, a permit.
#[rustfmt::skip]
pub(super) static NO_ANSWER: Phrases = Phrases::new(&[
    "link", "url", "check", "checked", "checked on", "before", "after", "until", "hours", "benefit", "benefits", "stock", "insurance", "claim", "no izin", "nomor izin", "izin usaha", "surat izin",
    "no ijin", "buro", "bureau", "permission slip", "permission set",
]);

/// A cell that begins so is a plain no.
#[rustfmt::skip]
pub(super) static PLAIN_NO: Phrases = Phrases::new(&[
    "no", "n", "non", "not", "none", "false", "f", "off", "never",
    "tidak", "tdk", "tak", "gak", "ga", "nggak", "enggak", "ngga", "bukan", "belum", "jangan", "jgn", "nao", "hindi", "wala", "nahi", "nahin", "na", "नहीं", "ना", "nunca", "unchecked", "uncontactable",
    "否", "不", "不可", "不可以", "不行", "不能", "不要", "无", "無", "没有", "沒有", "未", "不是", "不同意", "未同意",
]);

/// A cell that begins so says that a person is on no list of those who are not called.
#[rustfmt::skip]
pub(super) static CLEAR: Phrases = Phrases::new(&[
    "allowed", "allow", "callable", "subscribed", "ok", "okay", "boleh", "permitido", "clean", "clear", "inactive", "bersih", "aman", "limpio", "libre", "sin registro", "can call", "can be called",
    "safe", "deactivated", "passed", "call anytime", "call any time", "limpo", "livre", "malinis", "可以",
]);

/// A cell that is this is a plain yes.
#[rustfmt::skip]
pub(super) static PLAIN_YES: Phrases = Phrases::new(&[
    "yes", "y", "true", "t", "1", "on", "x", "checked", "ya", "iya", "benar", "si", "s", "sim", "verdadero", "verdadeiro", "oo", "opo", "haan", "han", "ha", "हाँ", "हां", "हा", "जी", "是", "对", "對", "有",
]);

/// Words by which a consent is refused or taken back.
#[rustfmt::skip]
pub(super) static REFUSED: Phrases = Phrases::new(&[
    "refused", "refuse", "decline", "declines", "declined", "do not agree", "does not agree", "don t agree", "do not consent", "does not consent", "don t consent", "no acepto", "denied", "withdrawn", "withdrew", "revoked", "rejected", "opted out", "opt out", "unsubscribed", "disagree", "disagreed",
    "ditolak", "menolak", "tolak", "dicabut", "tidak setuju", "rechazado", "rechaza", "rechazo", "revocado", "negado", "denegado", "no acepta", "no deseo",
    "recusado", "recusa", "recusou", "revogado", "tumanggi", "ayaw", "असहमत", "इनकार", "asahmat", "inkar", "拒绝", "拒絕", "撤回", "撤销", "撤銷", "不同意",
]);

/// A cell that is this answers nothing.
pub(super) static NO_WORD: Phrases = Phrases::new(&["na", "n a", "null", "none", "nil"]);

/// Ways to reach a person other than a call.
#[rustfmt::skip]
pub(super) static CHANNELS: Phrases = Phrases::new(&[
    "email", "e mail", "emails", "mail", "mailing", "newsletter", "sms", "text", "texts", "push", "fax", "post", "whatsapp", "whats app", "wa", "correo", "boletin", "surel", "邮件", "郵件", "短信", "簡訊", "邮箱",
]);

/// Calls.
#[rustfmt::skip]
pub(super) static PHONE_CALLS: Phrases = Phrases::new(&[
    "call", "calls", "phone", "tel", "telephone", "voice", "telepon", "telpon", "llamar", "llamadas", "telefono", "ligar", "ligacoes", "telefone", "tawagan", "फोन", "कॉल", "电话", "電話", "致电", "致電",
]);
