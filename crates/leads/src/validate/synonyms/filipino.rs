use super::Names;
use crate::field::Field;

#[rustfmt::skip]
pub(super) const NAMES: &[Names] = &[
    (Field::Customer, &[
        "pangalan", "ngalan", "buong pangalan", "pangalan ng customer", "pangalan ng kostumer", "pangalan ng kliyente", "pangalan ng kustomer",
        "pangalan ng parokyano", "pangalan ng tao", "pangalan ng miyembro", "pangalan ng borrower", "pangalan ng nanghihiram", "pangalan at apelyido",
        "kostumer", "kustomer", "kliyente", "parokyano", "miyembro", "mamimili", "nanghihiram", "pangalan ng contact", "pangalan ng kontak",
    ]),
    (Field::Mobile, &[
        "numero ng telepono", "numero ng cellphone", "numero ng selpon", "numero ng selfon", "numero ng cp", "numero ng mobile", "numero ng contact",
        "numero ng kontak", "numero ng customer", "numero ng kostumer", "numero ng kliyente", "telepono", "selpon", "selfon", "cp no", "cp no.",
        "cp num", "cp number", "cellphone #", "cellphone no.", "telepono ng customer", "telepono ng kliyente", "bilang ng telepono",
        "kontak numero", "contact numero", "numerong tatawagan", "mobile numero", "numero sa telepono", "teleponong selyular",
        "gcash number", "viber number", "viber",
    ]),
    (Field::Platform, &["plataporma", "pangalan ng plataporma", "pangalan ng platform", "pangalan ng app"]),
    (Field::Comments, &[
        "komento", "mga komento", "puna", "mga puna", "tala", "mga tala", "paalala", "mga paalala", "karagdagang tala", "pahayag",
    ]),
    (Field::RobotId, &["id ng robot", "numero ng robot", "robot na gagamitin"]),
    (Field::Gender, &["kasarian", "kasarian ng customer", "kasarian ng kliyente", "lalaki/babae", "kasarian (l/b)"]),
    (Field::ExtraA, &["dagdag a", "dagdag 1", "karagdagan a", "karagdagan 1", "karagdagang impormasyon 1"]),
    (Field::ExtraB, &["dagdag b", "dagdag 2", "karagdagan b", "karagdagan 2", "karagdagang impormasyon 2"]),
    (Field::ExtraC, &["dagdag c", "dagdag 3", "karagdagan c", "karagdagan 3", "karagdagang impormasyon 3"]),
];
