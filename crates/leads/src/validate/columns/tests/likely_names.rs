//! Names under headers that do not name the person plainly, and under none.

use proptest::prelude::*;

use super::super::others::SOMEBODY;
use super::*;

const AGENTS: [&str; 3] = ["Rosa Lim", "Rosa Lim", "Rosa Lim"];
const CITIES: [&str; 3] = ["Cebu", "Manila", "Davao"];

#[rustfmt::skip]
const OF_THE_PERSON: &[&str] = &[
    "Account Name", "ACCOUNT_NAME", "accountname", "Acct. Name", "Owner Name", "Owner", "Your Name", "Your Full Name", "您的全名", "What is your name?",
    "Full Name (Last, First, M.I.)", "Name (Last Name, First Name, M.I.)", "Subscriber", "Subscriber (Name)", "Borrower Full Name", "Registered Name",
    "First Name", "Nickname", "Insured", "Candidate", "Candidate Name", "Passenger", "Farmer", "Investor", "Consignee", "Receiver", "Purchaser",
    "Attendee", "Atas Nama", "A.n.", "Nama Akun", "Nama Penyewa", "Nama Pemegang Polis", "Nama Tertanggung", "Nama Tamu", "Nama Panggilan",
    "Nama Jamaah", "Acreditado", "Tarjetahabiente", "Nombre del Tarjetahabiente", "Comprador", "Propietario", "Nombre del propietario", "Paciente",
    "Alumno", "Nombre del huésped", "Nombre del candidato", "Nombre de la cuenta", "账户名称", "Primary Name", "Primary Borrower Name", "Borrower 1",
    "Payor", "Dueño", "Nombre del dueño", "Asociado", "车主", "乘客",
];

#[test]
fn headers_of_the_person_are_taken_beside_an_agents_name() {
    let mut wrong = Vec::new();
    for header in OF_THE_PERSON.iter().copied() {
        let mapping = ph(
            &[
                ("Account No.", &["1000-1", "1000-2", "1000-7"]),
                ("Agent Name", &AGENTS),
                (header, &NAMES),
                ("Mobile No.", &PH),
                ("City", &CITIES),
            ],
            &[],
        );
        if column(&mapping, Field::Customer) != Some(2) || !mapping.questions().is_empty() {
            wrong.push((header, mapping.questions().to_vec()));
        }
    }
    assert_eq!(wrong, []);
}

#[test]
fn a_name_that_may_be_somebody_elses_is_asked_about() {
    for header in [
        "Parent",
        "Parent Name",
        "Driver/Rider",
        "Driver Name",
        "Nama Mitra",
        "Nama Wali",
        "PIC",
        "Nama PIC",
        "Beneficiario",
        "Conductor",
        "Nombre del tutor",
        "Company Name",
        "Last Name",
        "Xylophone Name",
        "Nama Rekening",
        "Unit Owner",
        "Client/Company",
        "Cédula Nombre",
    ] {
        let mapping = ph(&[(header, &NAMES), ("Mobile", &PH), ("City", &CITIES)], &[]);
        assert_eq!(asked(&mapping, Field::Customer), Some(vec![0]), "{header}");
    }
    let mapping = ph(
        &[
            ("Account Name", &NAMES),
            ("Owner Name", &["Dan Ong", "Eva Tan", "Fe Lee"]),
            ("Mobile", &PH),
        ],
        &[],
    );
    assert_eq!(asked(&mapping, Field::Customer), Some(vec![0, 1]));
    let mapping = ph(&[("Account Name", &AGENTS), ("Mobile", &PH)], &[]);
    assert_eq!(asked(&mapping, Field::Customer), Some(vec![0]));
    let mapping = ph(
        &[("Name", &[]), ("Account Name", &NAMES), ("Mobile", &PH)],
        &[],
    );
    assert_eq!(asked(&mapping, Field::Customer), Some(vec![1, 0]));
}

#[test]
fn names_of_others_and_of_things_are_never_the_customers() {
    for header in [
        "Agent Name",
        "Referrer Name",
        "Branch Name",
        "City",
        "Product Name",
        "Bank Name",
        "Campaign Name",
        "Lead Owner",
        "Account Owner",
        "Company",
        "Parent",
        "Account Name",
        "PIC",
    ] {
        for name in ["Name", "Customer Name", "Nama Nasabah", "Cliente"] {
            let others: &[&str] = &["Dan Ong", "Eva Tan", "Fe Lee"];
            let mapping = ph(&[(header, others), (name, &NAMES), ("Mobile", &PH)], &[]);
            assert_eq!(
                column(&mapping, Field::Customer),
                Some(1),
                "{header}, {name}"
            );
            assert_eq!(mapping.questions(), [], "{header}, {name}");
        }
        let mapping = ph(&[(header, &AGENTS), ("Mobile", &PH)], &[]);
        assert_eq!(column(&mapping, Field::Customer), None, "{header}");
    }
    for header in [
        "Product Name",
        "Campaign Name",
        "City",
        "Lead Owner",
        "Account Owner",
    ] {
        let mapping = ph(&[(header, &NAMES), ("Mobile", &PH)], &[]);
        assert_eq!(mapping.source(Field::Customer), None, "{header}");
        assert_eq!(mapping.questions(), [], "{header}");
    }
}

#[test]
fn without_headers_the_only_column_of_different_words_is_the_name() {
    for headers in [
        ["Column 1", "Column 2", "Column 3"],
        ["", "", ""],
        ["A", "B", "C"],
    ] {
        let of = |third| {
            ph(
                &[(headers[0], &PH), (headers[1], &NAMES), (headers[2], third)],
                &[],
            )
        };
        let mapping = of(&["Cebu", "Cebu", "Cebu"]);
        assert_eq!(column(&mapping, Field::Customer), Some(1), "{headers:?}");
        assert_eq!(mapping.questions(), [], "{headers:?}");
        let mapping = of(&["1,200.00", "350.50", "80.00"]);
        assert_eq!(column(&mapping, Field::Customer), Some(1), "{headers:?}");
        let mapping = of(&CITIES);
        assert_eq!(asked(&mapping, Field::Customer), Some(vec![1, 2]));
    }
    let mapping = ph(&[("", &NAMES), ("Mobile", &PH), ("City", &CITIES)], &[]);
    assert_eq!(asked(&mapping, Field::Customer), Some(vec![0]));
}

#[test]
fn a_person_goes_before_the_company() {
    for person in [
        "Contacto",
        "Persona de contacto",
        "Propietario",
        "Cliente",
        "Nombre",
    ] {
        let companies: &[&str] = &["Abarrotes Luna", "Taller Sol", "Farmacia Mar"];
        let mapping = ph(
            &[
                ("Razón social", companies),
                (person, &NAMES),
                ("Teléfono", &PH),
            ],
            &[],
        );
        assert_eq!(column(&mapping, Field::Customer), Some(1), "{person}");
        assert_eq!(mapping.questions(), [], "{person}");
        let mapping = ph(&[("Razón social", companies), ("Teléfono", &PH)], &[]);
        assert_eq!(column(&mapping, Field::Customer), Some(0));
    }
}

#[test]
fn short_words_for_a_mobile_are_known() {
    for header in ["RMN", "Whats", "SIM Number", "SIM No.", "SIM 1"] {
        let mapping = ph(&[("Name", &NAMES), ("Phone", &OTHERS), (header, &PH)], &[]);
        assert_eq!(column(&mapping, Field::Mobile), Some(2), "{header}");
        assert_eq!(mapping.questions(), [], "{header}");
    }
    let words = HeaderWords::of_country("No. SIM", Country::parse("ID").expect("two letters"));
    assert!(NumberHeader::of("No. SIM", &words).excluded);
}

proptest! {
    #[test]
    fn somebody_elses_name_is_never_taken_for_the_customers(
        word in prop::sample::select(SOMEBODY),
        has_name: bool,
        is_first: bool,
    ) {
        let header = if has_name { format!("{word} Name") } else { word.to_owned() };
        let others: &[&str] = &["Dan Ong", "Eva Tan", "Fe Lee"];
        let columns: [(&str, &[&str]); 3] = match is_first {
            true => [(&header, others), ("Name", &NAMES), ("Mobile", &PH)],
            false => [("Name", &NAMES), (&header, others), ("Mobile", &PH)],
        };
        let mapping = ph(&columns, &[]);
        prop_assert_eq!(column(&mapping, Field::Customer), Some(usize::from(is_first)));
        prop_assert_eq!(mapping.questions(), []);
    }

    #[test]
    fn a_name_under_any_word_that_is_not_known_is_asked_about(word in "[a-z]{6,9}q") {
        let header = format!("{word} name");
        let mapping = ph(&[("City", &CITIES), (&header, &NAMES), ("Mobile", &PH)], &[]);
        prop_assert!(column(&mapping, Field::Customer) == Some(1) || asked(&mapping, Field::Customer) == Some(vec![1]));
    }
}

#[test]
fn a_holder_of_several_accounts_is_taken() {
    let names: &[&str] = &[
        "Ana Cruz",
        "Ana Cruz",
        "Ben Reyes",
        "Carla Diaz",
        "Carla Diaz",
    ];
    let numbers: &[&str] = &[
        "09171234501",
        "09171234501",
        "09189044425",
        "09266981246",
        "09266981246",
    ];
    let mapping = ph(&[("Account Name", names), ("Mobile", numbers)], &[]);
    assert_eq!(column(&mapping, Field::Customer), Some(0));
}
