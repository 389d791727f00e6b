//! Words of somebody else, and of what is no phone number at all.

/// Somebody who is not called, and places where others answer.
#[rustfmt::skip]
pub(super) const SOMEBODY: &[&str] = &[
    // English, as it is used in India and the Philippines too.
    "emergency", "emerg", "ec", "econ", "ice", "guarantor", "guarantors", "guarantee", "garantor", "surety", "co signer", "cosigner", "co maker", "comaker",
    "co borrower", "coborrower", "co applicant", "coapplicant", "joint", "reference", "references", "ref", "refs", "referrer", "referral", "referee", "referred",
    "spouse", "husband", "wife", "partner", "parent", "parents", "father", "mother", "dad", "mom", "mum", "son", "daughter", "child", "brother", "sister", "sibling",
    "family", "relative", "relatives", "relation", "kin", "next of kin", "nok", "friend", "neighbor", "neighbour", "guardian", "nominee", "heir", "witness",
    "colleague", "coworker", "co worker", "supervisor", "manager", "boss", "employer", "hr", "hrd", "landlord", "lawyer", "attorney", "third party",
    "agent", "agents", "agency", "broker", "dealer", "distributor", "sales", "salesman", "salesperson", "salesrep", "rep", "representative", "marketing", "telecaller",
    "caller", "from", "collector", "officer", "executive", "staff", "assigned", "assignee", "owner", "created by", "recruiter", "surveyor", "advisor", "adviser", "operator",
    "courier", "driver", "rider", "sender", "shipper", "seller", "vendor", "supplier", "merchant", "doctor", "teacher",
    "office", "work", "works", "business", "company", "corporate", "organisation", "organization", "branch", "store", "shop", "school", "department", "dept", "head office",
    "hotline", "helpline", "helpdesk", "support", "customer service", "customer care", "call center", "call centre", "care", "cs", "reception", "switchboard", "assistant", "secretary",
    "fax", "facsimile", "faks", "pager", "toll free",
    // Who stands for a customer, works with the list, or is met at the place.
    "contact person", "person to contact", "responsible", "responsible person", "person in charge", "team", "team lead", "team leader", "team member", "tl", "project", "project lead",
    "group", "group lead", "rm", "ao", "fos", "dsa", "bdm", "asst", "guar", "gtr", "emg", "emgcy", "emer", "co app", "coapp", "consignor", "delivery person", "field person", "technician",
    "warehouse", "beneficiary", "uncle", "aunt", "cousin", "in law", "grandmother", "grandfather", "nephew", "niece", "classmate", "roommate", "fam",
    // Indonesian and Malay.
    "kontak person", "teknisi", "ketua", "gudang", "sdr", "klg", "kondar", "sepupu", "mertua", "ipar", "nenek", "kakek",
    "darurat", "kecemasan", "penjamin", "avalis", "referensi", "refrensi", "rujukan", "istri", "isteri", "suami", "pasangan", "orang tua", "orangtua", "ortu", "ayah", "bapak", "ibu",
    "ibu kandung", "anak", "kakak", "adik", "saudara", "kerabat", "keluarga", "famili", "teman", "kawan", "sahabat", "tetangga", "wali", "ahli waris", "waris", "saksi", "tante", "paman",
    "atasan", "rekan", "rekan kerja", "majikan", "pengirim", "penjual", "agen", "kolektor", "petugas", "penagih", "kurir", "supir", "sopir", "pengacara",
    "kantor", "kerja", "tempat kerja", "pejabat", "perusahaan", "cabang", "toko", "sekolah", "bagian", "penanggung jawab", "layanan", "pengaduan", "tidak serumah",
    // Spanish.
    "persona de contacto", "persona contacto", "responsable", "tecnico", "bodega", "beneficiario", "beneficiaria", "cunado", "cunada", "suegra", "suegro", "tio", "tia", "primo", "prima",
    "dueno", "duena", "abuela", "abuelo", "sobrino", "sobrina",
    "emergencia", "emergencias", "urgencia", "aval", "avales", "fiador", "fiadora", "garante", "codeudor", "codeudora", "obligado solidario", "coacreditado", "cosolicitante",
    "referencia", "referencias", "referido", "conyuge", "esposo", "esposa", "pareja", "marido", "padre", "madre", "padres", "papa", "mama", "hijo", "hija", "hermano", "hermana",
    "familiar", "familiares", "pariente", "tutor", "tutora", "amigo", "amiga", "vecino", "vecina", "conocido", "testigo", "apoderado", "representante",
    "agente", "asesor", "asesora", "ejecutivo", "ejecutiva", "vendedor", "vendedora", "ventas", "gestor", "cobrador", "promotor", "promotora", "gerente", "jefe", "patron", "encargado",
    "remitente", "repartidor", "chofer", "proveedor", "abogado", "medico",
    "oficina", "trabajo", "laboral", "empleo", "empresa", "negocio", "sucursal", "tienda", "compania", "escuela", "atencion", "recados", "recado", "vecinal", "conmutador",
    // Portuguese.
    "pessoa de contato", "pessoa para contato", "cunhado", "cunhada", "sogra", "sogro", "avo",
    "emergencia", "avalista", "fiadores", "conjuge", "companheiro", "mae", "pai", "filho", "filha", "irmao", "irma", "parente", "parentes", "responsavel", "vizinho", "vizinha",
    "testemunha", "corretor", "corretora", "atendente", "consultor", "consultora", "vendas", "supervisora", "chefe", "remetente", "fornecedor", "motorista",
    "escritorio", "trabalho", "comercial", "filial", "loja", "escola", "sac", "ouvidoria", "terceiro contato",
    // Filipino.
    "tito", "tita", "lolo", "lola", "biyenan", "barangay", "pinsan", "hipag", "bayaw",
    "kagipitan", "garantiya", "tagagarantiya", "asawa", "magulang", "ama", "ina", "tatay", "nanay", "kapatid", "kamag anak", "kamaganak", "kaanak", "pamilya", "kaibigan", "kapitbahay",
    "ninong", "ninang", "tagapangalaga", "ahente", "tindera", "amo", "katrabaho", "opisina", "trabaho", "kumpanya", "sangay", "reperensya",
    // Hindi in its script and in Latin letters.
    "आपातकालीन", "आपातकाल", "आपात", "इमरजेंसी", "गारंटर", "जमानती", "जमानतदार", "जमानतकर्ता", "संदर्भ", "रेफरेंस", "पति", "पत्नी", "जीवनसाथी", "पिता", "माता", "माँ", "मां", "अभिभावक", "भाई", "बहन",
    "पुत्र", "पुत्री", "बेटा", "बेटी", "परिवार", "रिश्तेदार", "संबंधी", "मित्र", "दोस्त", "पड़ोसी", "नॉमिनी", "नामांकित", "वारिस", "गवाह", "एजेंट", "दलाल", "विक्रेता", "प्रबंधक", "मालिक", "अधिकारी", "कार्यालय",
    "ऑफिस", "दफ्तर", "कंपनी", "शाखा", "दुकान", "फैक्स", "सह आवेदक",
    "chacha", "chachi", "mama ji", "jija", "devar", "bhabhi",
    "aapatkalin", "apatkalin", "aapatkaleen", "jamanatdar", "zamanatdar", "jamanti", "sandarbh", "pati", "patni", "pita", "mata", "abhibhavak", "bhai", "bahan", "parivar", "rishtedar",
    "mitra", "dost", "padosi", "nomini", "waaris", "gawah", "dalal", "vikreta", "malik", "adhikari", "karyalay", "karyalaya", "kampani", "shakha", "dukan",
    // Chinese, simplified and traditional.
    "同学", "同學", "兄弟", "姐妹", "领导", "領導", "亲人", "親人",
    "紧急", "緊急", "担保", "擔保", "保证人", "保證人", "共同借款", "共借人", "介绍人", "介紹人", "推荐人", "推薦人", "参考", "參考", "配偶", "丈夫", "妻子", "父亲", "父親", "母亲", "母親", "父母", "家长", "家長",
    "子女", "家属", "家屬", "亲属", "親屬", "亲友", "親友", "亲戚", "朋友", "同事", "邻居", "鄰居", "监护人", "監護人", "受益人", "继承人", "销售", "銷售", "客服", "经纪人", "經紀人", "业务员", "業務員", "代理", "经理", "經理",
    "催收", "负责人", "負責人", "归属人", "寄件人", "发件人", "發件人", "商家", "卖家", "賣家", "司机", "快递", "单位", "單位", "公司", "办公", "辦公", "工作", "店铺", "门店", "门市", "学校", "分店", "分行", "传真", "傳真", "律师",
];

/// What is no phone number, and no person's name either, though it may look like one.
#[rustfmt::skip]
pub(super) const THING: &[&str] = &[
    // English.
    "account", "accounts", "acct", "acc", "ac", "loan", "loans", "lan", "credit", "contract", "agreement", "order", "orders", "invoice", "bill", "receipt", "ticket", "case", "file", "folio",
    "policy", "certificate", "claim", "application", "id", "ids", "identity", "identification", "identifier", "uid", "uuid", "guid", "key", "code", "serial", "sr", "sl", "sn", "imei", "meter",
    "plate", "vehicle", "chassis", "engine", "zip", "postal", "pincode", "pin", "otp", "tax", "passport", "license", "licence", "voter", "aadhaar", "aadhar", "adhaar", "adhar", "pan",
    "gst", "gstin", "ifsc", "upi", "tin", "sss", "philhealth", "pagibig", "umid", "ssn", "card", "bank", "iban", "token", "transaction", "txn", "payment", "paid", "amount", "amt", "balance",
    "due", "dpd", "emi", "installment", "instalment", "tenure", "price", "cost", "total", "qty", "quantity", "count", "score", "salary", "income", "limit", "rate", "points",
    "date", "time", "timestamp", "day", "month", "year", "dob", "birth", "birthday", "age", "created", "modified", "duration", "attempts",
    "email", "e mail", "mail", "address", "city", "state", "country", "area", "region", "location", "url", "link", "website", "web", "ip", "type", "label", "status", "stage", "kind", "category", "source",
    "model", "brand", "make", "carrier", "network", "provider", "plan", "ext", "extension", "prefix", "country code", "area code", "dial code", "calling code", "row", "index", "queue", "campaign",
    "ad", "adset", "form", "product", "item", "sku", "batch", "tag", "tags", "description", "title", "event", "utr", "cif", "crn", "uan", "vpa", "gl", "file name", "filename", "flag", "consent", "permission", "do not call",
    "do not contact", "dnd", "dnc", "optin", "optout", "opt in", "opt out", "unsubscribed", "calls", "missed",
    // Indonesian and Malay.
    "rekening", "rek", "norek", "akun", "akaun", "pinjaman", "kredit", "kontrak", "perjanjian", "pesanan", "faktur", "kwitansi", "nota", "nik", "ktp", "kk", "npwp", "sim", "bpjs", "paspor", "polis", "klaim",
    "kode", "kod", "induk", "nip", "nis", "nisn", "nim", "plat", "polisi", "nopol", "rangka", "mesin", "kartu", "va", "virtual", "resi", "transaksi", "pembayaran", "bayar", "tagihan", "jumlah", "angsuran",
    "cicilan", "tenor", "tunggakan", "pokok", "bunga", "denda", "sisa", "saldo", "harga", "gaji", "tanggal", "tgl", "tempo", "jatuh tempo", "waktu", "jam", "hari", "bulan", "tahun", "lahir", "umur", "usia",
    "surel", "alamat", "kota", "provinsi", "kecamatan", "kelurahan", "negara", "kode negara", "pos", "jenis", "tipe", "merk", "merek", "status", "urut", "baris", "produk", "barang", "kampanye", "judul",
    // Spanish and Portuguese.
    "cuenta", "cuentas", "prestamo", "credito", "creditos", "contrato", "convenio", "pedido", "pedidos", "orden", "factura", "recibo", "expediente", "poliza", "siniestro", "curp", "rfc", "ine", "ife", "nss", "dni",
    "cedula", "ruc", "rut", "cuit", "clave", "clabe", "codigo", "serie", "placa", "placas", "tarjeta", "banco", "transaccion", "pago", "pagos", "monto", "importe", "cantidad", "adeudo", "deuda", "plazo",
    "vencimiento", "atraso", "mora", "precio", "salario", "ingreso", "limite", "fecha", "hora", "dia", "mes", "ano", "anio", "nacimiento", "edad", "correo", "direccion", "ciudad", "estado", "municipio", "colonia",
    "pais", "postal", "cp", "tipo", "modelo", "marca", "compania telefonica", "estatus", "fila", "producto", "campana", "consecutivo", "extension", "codigo de pais", "etiqueta", "origen",
    "conta", "emprestimo", "fatura", "boleto", "nota fiscal", "apolice", "sinistro", "cpf", "cnpj", "rg", "cnh", "pis", "matricula", "cartao", "agencia", "transacao", "pagamento", "valor", "quantia", "divida",
    "prazo", "vencimiento", "vencimento", "preco", "renda", "nascimento", "idade", "endereco", "cidade", "uf", "cep", "situacao", "linha", "produto", "campanha", "operadora", "operadora de telefone",
    // Filipino.
    "utang", "halaga", "bayad", "petsa", "oras", "edad", "kaarawan", "tirahan", "lungsod", "bansa", "uri", "katayuan", "resibo", "kontrata",
    // Hindi in its script and in Latin letters.
    "खाता", "ऋण", "लोन", "आधार", "पैन", "कार्ड", "आईडी", "पहचान", "कोड", "पिन", "बिल", "आदेश", "ऑर्डर", "चालान", "राशि", "रकम", "बकाया", "किस्त", "भुगतान", "तारीख", "दिनांक", "तिथि", "जन्म", "आयु", "उम्र", "पता", "शहर", "राज्य",
    "देश", "प्रकार", "स्थिति", "ईमेल", "क्रम", "बैंक", "पॉलिसी",
    "khata", "khaata", "karz", "aadhar card", "pahchan", "rashi", "rakam", "bakaya", "kist", "bhugtan", "tarikh", "dinank", "janm", "umar", "umr", "pata", "shahar", "rajya", "desh", "prakar", "sthiti",
    // Chinese, simplified and traditional.
    "账号", "账户", "帳號", "帳戶", "賬號", "户口", "贷款", "貸款", "信用", "合同", "合約", "协议", "订单", "訂單", "发票", "發票", "身份证", "身份證", "证件", "證件", "护照", "護照", "编号", "編號", "序号", "序號", "代码", "代碼", "保单", "保單",
    "车牌", "車牌", "卡号", "卡號", "银行", "銀行", "交易", "流水", "支付", "还款", "還款", "金额", "金額", "余额", "餘額", "欠款", "逾期", "期数", "价格", "價格", "日期", "时间", "時間", "生日", "年龄", "年齡", "邮箱", "郵箱", "邮件", "郵件", "邮编",
    "地址", "城市", "省份", "国家", "國家", "地区", "地區", "区号", "區號", "归属地", "歸屬地", "类型", "類型", "状态", "狀態", "型号", "型號", "品牌", "运营商", "電信商", "分机", "分機", "产品", "產品", "商品", "活动", "渠道", "来源", "來源", "标签", "標籤", "行号",
    "次数", "数量", "時長", "时长",
];
