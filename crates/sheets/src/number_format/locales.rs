//! The names of months and days in the languages that number formats name most, by Windows' number of a language
//! (MS-LCID 2.2; the names are those of Unicode's CLDR).

use ssfmt::Locale;

/// What makes a language of a language in a country: `0x080A`, Spanish in Mexico, is Spanish.
const LANGUAGE: u32 = 0x3FF;

/// The names in a language; English where it is none of these.
pub(super) fn of_language(lcid: u32) -> Locale {
    match lcid & LANGUAGE {
        0x0A => spanish(),
        0x16 => portuguese(),
        0x21 => indonesian(),
        _ => Locale::default(),
    }
}

fn spanish() -> Locale {
    Locale {
        month_names_short: [
            "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
        ],
        month_names_full: [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
        day_names_short: ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
        day_names_full: [
            "domingo",
            "lunes",
            "martes",
            "miércoles",
            "jueves",
            "viernes",
            "sábado",
        ],
        ..Locale::default()
    }
}

fn portuguese() -> Locale {
    Locale {
        month_names_short: [
            "jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez",
        ],
        month_names_full: [
            "janeiro",
            "fevereiro",
            "março",
            "abril",
            "maio",
            "junho",
            "julho",
            "agosto",
            "setembro",
            "outubro",
            "novembro",
            "dezembro",
        ],
        day_names_short: ["dom", "seg", "ter", "qua", "qui", "sex", "sáb"],
        day_names_full: [
            "domingo",
            "segunda-feira",
            "terça-feira",
            "quarta-feira",
            "quinta-feira",
            "sexta-feira",
            "sábado",
        ],
        ..Locale::default()
    }
}

fn indonesian() -> Locale {
    Locale {
        month_names_short: [
            "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
        ],
        month_names_full: [
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ],
        day_names_short: ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"],
        day_names_full: [
            "Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu",
        ],
        ..Locale::default()
    }
}
