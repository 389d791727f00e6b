//! Words that stand in for a value.

/// Lower case, without marks at either end. By language: programs and English, Spanish, Portuguese, Indonesian, Filipino,
/// Hindi in its script and in Latin letters, Chinese. Not here: `no`, which answers a question in many lists.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "null null", "undefined undefined", "none none", "nan nan", "n/a n/a", "&nbsp;", "pilih", "seleccione", "seleccionar", "selecione",
    "please select", "0/1/1900", "1/0/1900", "00/01/1900", "01/00/1900", "00-01-1900", "1900-01-00", "30/12/1899",
    "12/30/1899", "30-12-1899", "1899-12-30",
    "n/a", "n.a", "n. a", "n\\a", "na", "n-a", "null", "none", "nil", "nan", "undefined", "unknown", "blank", "empty",
    "object object", "not available", "not applicable", "not provided", "not given", "not specified", "not set", "unspecified",
    "no name", "noname", "no-name", "no_name", "unnamed", "no data", "no value", "no info", "anonymous", "tbd", "tba", "tbc",
    "test", "tests", "testing", "tester", "test test", "test user", "test lead", "test name", "test customer", "test1", "test 1",
    "test123", "dummy", "dummy data", "asdf", "asd", "asdfg", "asdasd", "qwerty", "qwe", "lorem ipsum",
    "sin nombre", "s/n", "s/d", "s.n", "s/nombre", "sin dato", "sin datos", "sin información", "sin informacion", "sin info",
    "desconocido", "desconocida", "ninguno", "ninguna", "nulo", "vacío", "vacio", "vacía", "en blanco", "no aplica", "no disponible",
    "no especificado", "no especifica", "no definido", "no informado", "no registrado", "no registra", "no tiene", "n/d", "prueba", "pruebas",
    "por definir", "anónimo", "anonimo", "anónima",
    "sem nome", "desconhecido", "desconhecida", "nenhum", "nenhuma", "vazio", "vazia", "em branco", "não informado", "nao informado",
    "não disponível", "nao disponivel", "não se aplica", "nao se aplica", "não aplicável", "não especificado", "não tem", "não consta", "nao consta",
    "teste", "sem dados", "sem informação", "sem informacao", "a definir", "anônimo", "não definido",
    "tidak ada", "tidak ada nama", "tdk ada", "tidak diketahui", "tak diketahui", "tanpa nama", "kosong", "belum ada", "belum diisi", "belum diketahui",
    "tidak tersedia", "tidak berlaku", "nihil", "anonim", "tes", "coba", "uji coba",
    "wala", "walang pangalan", "walang laman", "wala pa", "hindi alam", "di alam", "di-alam", "hindi kilala", "di kilala", "blangko",
    "नहीं", "नहीं है", "कोई नहीं", "अज्ञात", "उपलब्ध नहीं", "लागू नहीं", "नाम नहीं", "कोई नाम नहीं", "पता नहीं", "खाली", "रिक्त", "शून्य", "परीक्षण",
    "टेस्ट", "बिना नाम", "अनाम", "nahi", "nahin", "agyat", "pata nahi", "koi nahi",
    "无", "無", "没有", "沒有", "未知", "不详", "不詳", "不明", "空", "空白", "暂无", "暫無", "测试", "測試", "无名", "無名", "无姓名", "无名氏", "匿名", "佚名",
    "不适用", "不適用", "未填", "未填写", "未填寫", "未提供", "待定", "暂缺",
];
