//! People beside the one on the list, and numbers under headers that say little.

use super::*;

const BARE: [&str; 3] = ["9845031276", "9902144425", "7012377120"];
const BARE_OTHERS: [&str; 3] = ["9845000417", "9012345678", "7012377121"];

fn india(columns: &[(&str, &[&str])]) -> Mapping {
    let headers: Vec<&str> = columns.iter().map(|(header, _)| *header).collect();
    let cells: Vec<&[&str]> = columns.iter().map(|(_, cells)| *cells).collect();
    let rows = rows(&cells);
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    sheet("IN", &headers, &[], &rows)
}

#[test]
fn what_may_be_somebody_else_is_never_called_before_the_plain_header_without_a_word() {
    for [own, other] in [
        ["Phone", "Contact 1 Phone"],
        ["Celular", "Celular contacto 1"],
        ["电话", "第一联系人电话"],
        ["手机号", "联系人1手机号"],
        ["Mobile", "1st Contact Mobile"],
        ["Mobile", "Primary Contact Mobile"],
        ["No HP", "No HP Kontak 1"],
        ["Phone", "Contact 1 Mobile"],
        ["Mobile", "Mobile xylophone"],
        ["Contact", "Xylophone Mobile"],
        ["Foo Phone", "Xylophone Mobile"],
        ["Number", "Xylophone Mobile"],
        ["Mobile No", "Employee Mobile No"],
        ["Teléfono", "Teléfono usuario"],
        ["Mobile", "Mobile No 1"],
    ] {
        let mapping = ph(&[("Name", &NAMES), (own, &PH), (other, &OTHERS)], &[]);
        assert_ne!(column(&mapping, Field::Mobile), Some(2), "{own}, {other}");
        let offered = asked(&mapping, Field::Mobile).unwrap_or_else(|| vec![1, 2]);
        assert!(
            offered.contains(&1) && offered.contains(&2),
            "{own}, {other}"
        );
    }
}

#[test]
fn a_plain_header_is_called_before_counted_contacts_of_the_same_kind() {
    for [own, other, name] in [
        ["Mobile", "Contact1 Mobile", "Contact1 Name"],
        ["No HP", "No HP Kontak 1", "Nama Kontak 1"],
        ["Celular", "Celular contacto 1", "Contacto 1"],
        ["手机号", "联系人1手机号", "联系人1"],
        ["Mobile", "1st Contact Mobile", "1st Contact Name"],
    ] {
        let strangers: &[&str] = &["Dan Ong", "Eva Tan", "Fe Lee"];
        let mapping = ph(
            &[
                ("Name", &NAMES),
                (name, strangers),
                (other, &OTHERS),
                (own, &PH),
            ],
            &[],
        );
        assert_eq!(column(&mapping, Field::Mobile), Some(3), "{own}, {other}");
        assert_eq!(column(&mapping, Field::Customer), Some(0), "{name}");
        assert_eq!((mapping.questions(), mapping.fallback()), (&[][..], None));
    }
}

#[test]
fn a_persons_phone_beside_the_name_of_another_is_asked_about() {
    for [name, phone, of_another] in [
        ["Alumno", "Cel", "Cel titular"],
        ["Student Name", "Mobile", "Customer Mobile"],
        ["Nama Siswa", "No HP", "No HP Pelanggan"],
    ] {
        let mapping = ph(&[(name, &NAMES), (phone, &PH), (of_another, &OTHERS)], &[]);
        assert_eq!(asked(&mapping, Field::Mobile), Some(vec![2, 1]), "{name}");
    }
    let columns: [(&str, &[&str]); 3] = [
        ("Customer Name", &NAMES),
        ("Mobile", &OTHERS),
        ("Customer Mobile", &PH),
    ];
    assert_eq!(column(&ph(&columns, &[]), Field::Mobile), Some(2));
}

#[test]
fn people_beside_the_one_on_the_list_are_asked_about_alone_and_not_called_beside_them() {
    for other in [
        "Contact Person Mobile",
        "HP Contact Person",
        "Teléfono persona de contacto",
        "Responsible Person Mobile",
        "Team Lead Mobile",
        "Project Lead Mobile",
        "Team Member Mobile",
        "RM Mobile",
        "HP AO",
        "Asst. Mobile",
        "Co-App Mobile",
        "Emg Mobile",
        "Tito Mobile",
        "Celular cuñado",
        "Mother-in-law Mobile",
        "Warehouse Mobile",
        "HP Teknisi",
        "HP Ketua Kelompok",
        "Consignor Mobile",
        "Delivery Person Mobile",
        "TL Mobile",
        "Phone (O)",
    ] {
        for own in ["Mobile", "Cx Mobile", "Consignee Phone", "Contact"] {
            let mapping = ph(&[(other, &OTHERS), ("Name", &NAMES), (own, &PH)], &[]);
            assert_eq!(column(&mapping, Field::Mobile), Some(2), "{other}, {own}");
            assert_eq!(mapping.questions(), [], "{other}, {own}");
        }
        let mapping = ph(&[("Name", &NAMES), (other, &OTHERS)], &[]);
        assert_eq!(asked(&mapping, Field::Mobile), Some(vec![1]), "{other}");
    }
}

#[test]
fn of_headers_that_differ_by_a_number_the_one_without_goes_first() {
    for headers in [
        ["Phone.1", "Phone", "Phone.2"],
        ["Mobile.1", "Mobile", "X"],
        ["HP1", "HP", "HP2"],
        ["Phone 2", "Phone 1", "Phone 3"],
        ["Phone (O)", "Phone (M)", "Phone (R)"],
        [
            "Xylophone Mobile 2",
            "Xylophone Mobile 1",
            "Xylophone Mobile 3",
        ],
    ] {
        let third: &[&str] = if headers[2] == "X" { &NAMES } else { &OTHERS };
        let columns: [(&str, &[&str]); 3] = [
            (headers[0], &OTHERS),
            (headers[1], &PH),
            (headers[2], third),
        ];
        let mapping = ph(&columns, &[]);
        assert_eq!(column(&mapping, Field::Mobile), Some(1), "{headers:?}");
        assert_eq!(mapping.questions(), [], "{headers:?}");
    }
}

#[test]
fn bare_digits_under_a_word_that_is_not_known_are_asked_about() {
    for header in [
        "UTR",
        "CIF No",
        "Details",
        "GL",
        "Primary Customer No",
        "Member No",
        "Data",
    ] {
        let mapping = india(&[("Name", &NAMES), (header, &BARE)]);
        assert_eq!(asked(&mapping, Field::Mobile), Some(vec![1]), "{header}");
    }
    for header in [
        "Number",
        "Calling No",
        "No.",
        "Contact",
        "",
        "Column 2",
        "B",
        "Mobile",
        "Phone (M)",
        "Mo. No.",
        "M.No",
    ] {
        let mapping = india(&[("Name", &NAMES), (header, &BARE)]);
        assert_eq!(column(&mapping, Field::Mobile), Some(1), "{header}");
        assert_eq!(mapping.questions(), [], "{header}");
    }
    let coded: &[&str] = &["919845031276", "919902144425", "917012377120"];
    let mapping = india(&[("Name", &NAMES), ("Details", coded)]);
    assert_eq!(column(&mapping, Field::Mobile), Some(1));
    let mapping = india(&[("Details", &BARE), ("Xylophone Mobile", &BARE_OTHERS)]);
    assert_eq!(asked(&mapping, Field::Mobile), Some(vec![1, 0]));
}

#[test]
fn a_cp_is_a_cell_phone_in_the_philippines_alone() {
    for header in ["CP", "cp", "CP1", "Borrower CP"] {
        let mapping = ph(&[("Name", &NAMES), (header, &PH)], &[]);
        assert_eq!(column(&mapping, Field::Mobile), Some(1), "{header}");
        assert_eq!(mapping.questions(), [], "{header}");
    }
    let mapping = ph(&[("CP2", &OTHERS), ("CP1", &PH)], &[]);
    assert_eq!(column(&mapping, Field::Mobile), Some(1));
    let rows: &[&[&str]] = &[&["Ana", "5512345601"], &["Ben", "5512345677"]];
    let mapping = sheet("MX", &["Nombre", "CP"], &[], rows);
    assert_eq!(mapping.source(Field::Mobile), None);
}

#[test]
fn names_are_found_by_their_parts_and_before_those_that_people_log_in_with() {
    let logins: &[&str] = &["anacruz", "benreyes", "carla.d"];
    for login in [
        "Nama Pengguna",
        "Nombre de usuario",
        "Nome do usuário",
        "用户名",
    ] {
        let mapping = ph(&[(login, logins), ("Nama", &NAMES), ("Mobile", &PH)], &[]);
        assert_eq!(column(&mapping, Field::Customer), Some(1), "{login}");
        assert_eq!(mapping.questions(), [], "{login}");
    }
    let last: &[&str] = &["Cruz", "Reyes", "Diaz"];
    for [given, family] in [
        ["Fname", "Lname"],
        ["Given Names", "Surname"],
        ["Customer First Name", "Customer Last Name"],
        ["Nombres", "Ap. Paterno"],
    ] {
        let mapping = ph(&[(family, last), (given, &NAMES), ("Mobile", &PH)], &[]);
        let joined = Source::Joined(1, 0);
        assert_eq!(mapping.source(Field::Customer), Some(&joined), "{given}");
    }
    let mapping = ph(
        &[("Employee Name", last), ("Name", &NAMES), ("Mobile", &PH)],
        &[],
    );
    assert!(asked(&mapping, Field::Customer).is_some());
}

#[test]
fn a_variable_with_a_column_of_nearly_its_name_is_asked_for_beside_filled_ones() {
    let variables = [(Field::ExtraA, "Promo"), (Field::ExtraB, "Tagihan")];
    let rows: &[&[&str]] = &[&["Ani", "081233508801", "X1", "350000"]];
    let of = |headers: &[&str]| sheet_of_robot("ID", headers, &[], rows, &variables);
    let question = Question::Variables {
        fields: vec![Field::ExtraB],
        near: vec![(Field::ExtraB, 3)],
    };
    let mapping = of(&["Nama", "No HP", "Promo", "Total Tagihan"]);
    assert_eq!(mapping.questions(), [question]);
    assert_eq!(of(&["Nama", "No HP", "Promo", "Kota"]).questions(), []);
}

#[test]
fn several_marketplaces_are_no_platform() {
    let of = |cells: &[&str]| {
        let mapping = ph(&[("Platform", cells), ("Mobile", &PH)], &[]);
        column(&mapping, Field::Platform)
    };
    assert_eq!(of(&["Shopee", "Lazada", "Shopee"]), None);
    assert_eq!(of(&["Lazada", "Lazada", "Lazada"]), Some(0));
}
