use super::Names;
use crate::field::Field;

#[rustfmt::skip]
pub(super) const NAMES: &[Names] = &[
    (Field::Customer, &[
        "nome", "nomes", "nome completo", "nome do cliente", "nome cliente", "nome completo do cliente", "nome de cliente", "nome e sobrenome",
        "nome / sobrenome", "nome do contato", "nome contato", "nome do contacto", "contato", "pessoa de contato", "nome do titular", "nome titular",
        "nome do devedor", "devedor", "nome do usuário", "usuário", "nome usuário", "nome do utilizador", "utilizador", "nome do lead", "nome lead",
        "nome da pessoa", "nome do aluno", "nome do paciente", "nome do assinante", "assinante", "associado", "nome do associado",
        "nome do comprador", "comprador", "nome do destinatário", "destinatário", "nome fantasia", "nome social",
    ]),
    (Field::Mobile, &[
        "celular do cliente", "celular com ddd", "celular (com ddd)", "ddd + celular", "ddd celular", "ddd e celular", "ddd + telefone",
        "ddd telefone", "ddd e telefone", "telemóvel", "nº telemóvel", "número de telemóvel", "telefone", "telefones", "telefone 1",
        "telefone celular", "telefone móvel", "telefone principal", "telefone com ddd", "telefone (com ddd)", "telefone do cliente",
        "telefone cliente", "telefone de contato", "telefone contato", "telefone para contato", "telefone do contato", "telefone fixo/celular",
        "telefone/celular", "celular/telefone", "telefone whatsapp", "whatsapp do cliente", "fone", "fones", "fone 1", "fone celular", "fone contato",
        "fone de contato", "fone/celular", "número do celular", "número de celular do cliente", "número do telefone", "número de telefone celular do cliente",
        "número telefone", "número de telefone do cliente", "número do cliente", "número do whatsapp", "número de contato", "número para contato",
        "número do contato", "nº do celular", "nº do telefone", "nº telefone", "nº de telefone", "nº de contato", "n. celular", "n. telefone",
        "núm. do celular", "contato telefônico", "contato (telefone)", "celular para contato", "celular de contato", "celular contato", "móvel",
        "número móvel", "celular do titular", "telefone do titular", "telefone devedor",
    ]),
    (Field::Platform, &[
        "nome da plataforma", "nome plataforma", "plataforma de origem", "aplicativo", "nome do aplicativo",
    ]),
    (Field::Comments, &[
        "comentário", "comentários", "comentários do cliente", "observação", "observações", "obs. do cliente", "anotação", "anotações",
        "notas do cliente", "recado", "comentários adicionais",
    ]),
    (Field::RobotId, &["id do robô", "id robô", "robô", "robô de voz", "código do robô", "identificador do robô"]),
    (Field::Gender, &["gênero", "gênero do cliente", "sexo do cliente", "gênero (m/f)", "gênero cliente", "homem/mulher", "masculino/feminino"]),
    (Field::ExtraA, &["variável a", "variável 1", "campo adicional a", "informação adicional 1", "informação extra 1"]),
    (Field::ExtraB, &["variável b", "variável 2", "campo adicional b", "informação adicional 2", "informação extra 2"]),
    (Field::ExtraC, &["variável c", "variável 3", "campo adicional c", "informação adicional 3", "informação extra 3"]),
];
