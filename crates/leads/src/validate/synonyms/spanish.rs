use super::Names;
use crate::field::Field;

// What Portuguese writes the same way stands here.
#[rustfmt::skip]
pub(super) const NAMES: &[Names] = &[
    (Field::Customer, &[
        "cliente", "clientes", "nombre", "nombres", "nombre cliente", "nombre completo", "nombre completo del cliente", "nombre de cliente",
        "nombre del cliente", "nombre y apellido", "nombre y apellidos", "nombres y apellidos", "nombre / apellido", "apellidos y nombres",
        "apellido y nombre", "nombre del contacto", "nombre de contacto", "nombre contacto", "contacto", "persona de contacto",
        "nombre del titular", "titular", "nombre titular", "nombre del deudor", "deudor", "nombre deudor", "nombre del usuario", "usuario",
        "nombre usuario", "nombre de usuario", "nombre del prospecto", "prospecto", "nombre prospecto", "razón social", "socio",
        "nombre del socio", "afiliado", "nombre del afiliado", "suscriptor", "nombre del alumno", "nombre del paciente", "destinatario",
        "interesado", "nombre de la persona", "nombre persona", "nombre lead",
    ]),
    (Field::Mobile, &[
        "celular", "celulares", "celular 1", "cel", "cel.", "no. cel", "móvil", "teléfono", "teléfonos", "teléfono 1", "teléfono celular",
        "teléfono celular 1", "teléfono móvil", "teléfono (celular)", "teléfono principal", "celular principal", "número celular",
        "número de celular", "número del celular", "número de teléfono", "número de teléfono 1", "número de teléfono celular",
        "número de teléfono móvil", "número móvil", "número de móvil", "número telefónico", "números telefónicos", "número de contacto",
        "número contacto", "número del cliente", "número cliente", "número de whatsapp", "número whatsapp", "whatsapp cliente", "no celular",
        "no. de celular", "no. teléfono", "no. de teléfono", "no. telefónico", "nº de celular", "nº celular", "nº de teléfono", "nº teléfono",
        "nro celular", "nro de celular", "nro teléfono", "nro de teléfono", "nro telefónico", "nro. contacto", "nro de contacto", "núm. celular",
        "núm. de celular", "núm. teléfono", "núm. de teléfono", "num cel", "tel celular", "tel. móvil", "tel. contacto", "tel. cliente",
        "teléfono del cliente", "teléfono cliente", "celular del cliente", "celular cliente", "celular de contacto", "celular contacto",
        "móvil del cliente", "móvil cliente", "teléfono de contacto", "teléfono contacto", "teléfono del contacto",
        "teléfono titular", "teléfono del titular", "celular titular", "celular del titular", "teléfono deudor", "celular deudor",
        "teléfono whatsapp", "celular/whatsapp", "whatsapp/celular", "teléfono/celular", "celular/teléfono", "fono", "fono celular", "fono 1",
        "fono contacto", "teléfono personal", "celular personal", "línea celular", "número a llamar", "número de destino", "número marcado",
    ]),
    (Field::Platform, &[
        "plataforma", "nombre de la plataforma", "nombre de plataforma", "nombre plataforma", "aplicación", "nombre de la aplicación",

    ]),
    (Field::Comments, &[
        "comentario", "comentarios", "comentario del cliente", "comentarios adicionales", "nota", "notas", "nota adicional", "notas adicionales",
        "observación", "observaciones", "obs", "obs.", "anotación", "anotaciones", "acotaciones",
    ]),
    (Field::RobotId, &[
        "id del robot", "id de robot", "id robot", "identificador del robot", "código del robot", "código de robot", "robot de voz",
        "id del bot", "id bot",
    ]),
    (Field::Gender, &[
        "género", "sexo", "género del cliente", "sexo del cliente", "género (h/m)", "sexo (h/m)", "género (m/f)", "sexo (m/f)", "h/m",
        "género cliente", "sexo cliente", "hombre/mujer",
    ]),
    (Field::ExtraA, &["campo extra a", "campo extra 1", "campo adicional 1", "campo adicional a", "dato extra 1", "dato adicional 1", "parámetro a", "parámetro 1", "adicional 1", "campo personalizado 1"]),
    (Field::ExtraB, &["campo extra b", "campo extra 2", "campo adicional 2", "campo adicional b", "dato extra 2", "dato adicional 2", "parámetro b", "parámetro 2", "adicional 2", "campo personalizado 2"]),
    (Field::ExtraC, &["campo extra c", "campo extra 3", "campo adicional 3", "campo adicional c", "dato extra 3", "dato adicional 3", "parámetro c", "parámetro 3", "adicional 3", "campo personalizado 3"]),
];
