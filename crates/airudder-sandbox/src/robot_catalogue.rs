//! The dozen robots of the simulated account.

use std::{collections::HashMap, sync::LazyLock};

use crate::world::id_of;

/// Whether a robot dials alone or is a group of robots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Single,
    Group,
}

impl Mode {
    /// The word that `RobotMethod` has for it (documented).
    pub fn word(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Group => "group",
        }
    }
}

/// What an intention letter means to a robot, and how its calls end so.
pub(crate) struct Intention {
    pub label: &'static str,
    /// Answered calls in a hundred that end with it.
    pub share: u64,
    /// How long such a talk takes as a rule, in seconds.
    pub talk: u64,
}

const fn result(label: &'static str, share: u64, talk: u64) -> Intention {
    Intention { label, share, talk }
}

/// One robot.
pub(crate) struct Robot {
    pub name: &'static str,
    pub mode: Mode,
    /// A BCP 47 tag.
    pub language: &'static str,
    pub voice: &'static str,
    pub script: &'static str,
    /// What `ExtraA`, `ExtraB` and `ExtraC` are to this robot, in this order: a name and what belongs there.
    pub variables: &'static [(&'static str, &'static str)],
    /// What the intention letters mean to this robot, from A on. Its calls end without a letter where these leave off.
    pub intentions: &'static [Intention],
    /// The names of a group's robots.
    pub members: &'static [&'static str],
    pub updated: &'static str,
}

impl Robot {
    /// The robot's id: the same in every simulator.
    pub fn id(&self) -> String {
        id_of(&format!("robot\n{}", self.name))
    }
}

/// The robot with this id.
pub(crate) fn robot_by_id(id: &str) -> Option<&'static Robot> {
    // Ten thousand leads may each name a robot: the ids are worked out once.
    static BY_ID: LazyLock<HashMap<String, &Robot>> =
        LazyLock::new(|| ROBOTS.iter().map(|robot| (robot.id(), robot)).collect());
    BY_ID.get(id).copied()
}

/// The account's robots, in the order the list gives them.
pub(crate) static ROBOTS: &[Robot] = &[
    Robot {
        name: "Ride voucher ES v3",
        mode: Mode::Single,
        language: "es-MX",
        voice: "Lucía",
        script: "Saluda por el nombre, ofrece un cupón para el próximo viaje en la ciudad y pregunta si lo envía por mensaje.",
        variables: &[
            (
                "Oferta",
                "El cupón, como se dice en voz alta: 40 pesos de descuento",
            ),
            ("Ciudad", "La ciudad donde vale el cupón"),
            ("Saldo", "El saldo de la cuenta, con moneda"),
        ],
        intentions: &[
            result("Acepta el cupón", 14, 58),
            result("Lo pensará", 18, 44),
            result("Pide que llamen luego", 13, 22),
            result("No le interesa", 33, 16),
            result("Número equivocado", 5, 11),
        ],
        members: &[],
        updated: "2024-05-21T16:04:10Z",
    },
    Robot {
        name: "Driver win-back ES",
        mode: Mode::Single,
        language: "es-MX",
        voice: "Mateo",
        script: "Pregunta al conductor por qué dejó de conducir y le ofrece un bono por sus primeros diez viajes.",
        variables: &[
            ("Bono", "El bono de regreso, con moneda"),
            ("Vence", "El último día del bono"),
        ],
        intentions: &[
            result("Vuelve esta semana", 9, 66),
            result("Vuelve más tarde", 17, 48),
            result("Tiene una queja", 12, 84),
            result("No vuelve", 41, 20),
        ],
        members: &[],
        updated: "2024-04-02T09:40:55Z",
    },
    Robot {
        name: "Birthday ES",
        mode: Mode::Single,
        language: "es-419",
        voice: "Lucía",
        script: "Felicita por el cumpleaños y anuncia un regalo en la aplicación.",
        variables: &[("Regalo", "El regalo, como se dice en voz alta")],
        intentions: &[
            result("Contento", 34, 26),
            result("Neutral", 36, 18),
            result("No quiere llamadas", 7, 12),
        ],
        members: &[],
        updated: "2023-11-30T20:15:00Z",
    },
    Robot {
        name: "Reaktivasi driver ID",
        mode: Mode::Single,
        language: "id-ID",
        voice: "Sari",
        script: "Mengajak mitra pengemudi yang tidak aktif untuk kembali dan menjelaskan bonus minggu ini.",
        variables: &[
            ("Bonus", "Nilai bonus, misalnya Rp 250.000"),
            ("Kota", "Kota tempat mitra beroperasi"),
        ],
        intentions: &[
            result("Kembali minggu ini", 12, 62),
            result("Masih ragu", 24, 46),
            result("Minta dihubungi lagi", 15, 21),
            result("Tidak berminat", 30, 15),
        ],
        members: &[],
        updated: "2024-06-11T03:22:48Z",
    },
    Robot {
        name: "Promo akhir pekan ID v2",
        mode: Mode::Single,
        language: "id-ID",
        voice: "Budi",
        script: "Menawarkan promo akhir pekan dan mengirim kode lewat SMS bila pelanggan setuju.",
        variables: &[
            ("Promo", "Isi promo, seperti diucapkan"),
            ("Kode", "Kode promo, dieja per huruf"),
            ("Berlaku sampai", "Tanggal terakhir promo"),
        ],
        intentions: &[
            result("Setuju dikirimi kode", 16, 50),
            result("Mungkin", 22, 36),
            result("Tidak berminat", 43, 14),
        ],
        members: &[],
        updated: "2024-06-18T07:01:30Z",
    },
    Robot {
        name: "Pengingat top-up ID",
        mode: Mode::Single,
        language: "id-ID",
        voice: "Sari",
        script: "Mengingatkan bahwa saldo hampir habis dan menjelaskan cara mengisi ulang.",
        variables: &[("Saldo", "Sisa saldo, misalnya Rp 12.500")],
        intentions: &[
            result("Akan isi ulang", 31, 28),
            result("Sudah isi ulang", 21, 19),
            result("Tidak berminat", 26, 13),
        ],
        members: &[],
        updated: "2024-02-14T11:11:11Z",
    },
    Robot {
        name: "सवारी ऑफ़र HI",
        mode: Mode::Single,
        language: "hi-IN",
        voice: "Asha",
        script: "ग्राहक को नाम से नमस्ते कहता है, अगली सवारी पर छूट बताता है और कूपन भेजने की अनुमति माँगता है।",
        variables: &[
            ("छूट", "छूट की रकम, जैसे 50 रुपये"),
            ("शहर", "जिस शहर में छूट मान्य है"),
        ],
        intentions: &[
            result("रुचि है", 15, 52),
            result("बाद में बात करें", 21, 20),
            result("रुचि नहीं", 42, 14),
        ],
        members: &[],
        updated: "2024-05-05T05:30:00Z",
    },
    Robot {
        name: "Driver KYC reminder HI",
        mode: Mode::Single,
        language: "hi-IN",
        voice: "Rohan",
        script: "ड्राइवर को याद दिलाता है कि कौन-सा दस्तावेज़ बाकी है और उसे कब तक देना है।",
        variables: &[
            ("दस्तावेज़", "बाकी दस्तावेज़ का नाम"),
            ("अंतिम तिथि", "दस्तावेज़ देने की अंतिम तिथि"),
        ],
        intentions: &[
            result("आज देगा", 18, 47),
            result("इस हफ़्ते देगा", 29, 38),
            result("मदद चाहिए", 14, 72),
            result("नहीं देगा", 17, 16),
        ],
        members: &[],
        updated: "2024-03-19T12:45:09Z",
    },
    Robot {
        name: "Fleet survey EN-IN",
        mode: Mode::Single,
        language: "en-IN",
        voice: "Meera",
        script: "Asks a fleet owner three questions about the last month and notes a score from one to five.",
        variables: &[],
        intentions: &[
            result("Answered all questions", 22, 95),
            result("Answered some", 25, 52),
            result("Declined", 33, 12),
        ],
        members: &[],
        updated: "2023-09-08T10:00:00Z",
    },
    Robot {
        name: "Cashback EN-PH v4",
        mode: Mode::Single,
        language: "en-PH",
        voice: "Angela",
        script: "Tells the customer about a cashback that is waiting, and until when it can be used.",
        variables: &[
            ("Cashback", "The amount, such as 150 pesos"),
            ("Store", "Where it can be spent"),
            ("Last day", "The day on which it ends"),
        ],
        intentions: &[
            result("Will use it", 13, 54),
            result("Wants a message", 17, 35),
            result("Call back later", 14, 18),
            result("Not interested", 35, 13),
            result("Wrong number", 4, 10),
        ],
        members: &[],
        updated: "2024-06-20T02:18:37Z",
    },
    Robot {
        name: "Campañas México (grupo)",
        mode: Mode::Group,
        language: "es-MX",
        voice: "Lucía, Mateo",
        script: "Reparte los números entre los robots de voucher y de regreso, mitad y mitad.",
        variables: &[
            ("Oferta", "El cupón o el bono, como se dice en voz alta"),
            ("Ciudad", "La ciudad de la campaña"),
        ],
        intentions: &[
            result("Acepta", 12, 56),
            result("Lo pensará", 19, 42),
            result("No le interesa", 47, 16),
        ],
        members: &["Ride voucher ES v3", "Driver win-back ES"],
        updated: "2024-05-22T18:00:00Z",
    },
    Robot {
        name: "Grup promo Indonesia",
        mode: Mode::Group,
        language: "id-ID",
        voice: "Sari, Budi",
        script: "Membagi nomor di antara robot promo dan robot pengingat menurut jam panggilan.",
        variables: &[("Promo", "Isi promo, seperti diucapkan")],
        intentions: &[
            result("Setuju", 17, 48),
            result("Mungkin", 20, 34),
            result("Tidak berminat", 40, 14),
        ],
        members: &["Promo akhir pekan ID v2", "Pengingat top-up ID"],
        updated: "2024-06-19T04:50:21Z",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_a_dozen_robots_of_both_modes_with_ids_of_their_own() {
        let mut ids: Vec<_> = ROBOTS.iter().map(Robot::id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 12);
        assert!(
            ids.iter()
                .all(|id| id.len() == 32 && id.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f')))
        );
        assert_eq!(
            ROBOTS
                .iter()
                .filter(|robot| robot.mode == Mode::Group)
                .count(),
            2
        );
    }

    #[test]
    fn the_members_of_a_group_are_single_robots_and_no_robot_has_more_than_three_variables() {
        for robot in ROBOTS {
            assert_eq!(
                robot.mode == Mode::Group,
                !robot.members.is_empty(),
                "{}",
                robot.name
            );
            assert!(robot.variables.len() <= 3);
            let letters: u64 = robot.intentions.iter().map(|it| it.share).sum();
            assert!(
                (70..100).contains(&letters),
                "{}: some hang up at once",
                robot.name
            );
            for member in robot.members {
                let found = ROBOTS
                    .iter()
                    .find(|other| other.name == *member)
                    .expect("the member exists");
                assert_eq!(found.mode, Mode::Single);
            }
        }
    }
}
