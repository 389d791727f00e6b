//! Lists as programs and people export them; every name and number is invented.

use localization::Language;

use super::*;

#[test]
fn salesforce_exports_the_phone_before_the_mobile() {
    let salesforce = ["First Name", "Last Name", "Phone", "Mobile", "Email"];
    let rows: &[&[&str]] = &[
        &[
            "Ana",
            "Cruz",
            "(02) 8123-4567",
            "09171234501",
            "ana@example.com",
        ],
        &[
            "Ben",
            "Reyes",
            "(02) 8123-4567",
            "09171234502",
            "ben@example.com",
        ],
        &["Carla", "Diaz", "", "09171234503", "c@example.com"],
    ];
    let mapping = sheet("PH", &salesforce, &[], rows);
    assert_eq!(column(&mapping, Field::Mobile), Some(3));
    assert_eq!(mapping.source(Field::Customer), Some(&Source::Joined(0, 1)));
    assert_eq!(mapping.questions(), []);
}

#[test]
fn a_collection_list_names_references_and_nominees() {
    let collection = [
        "agreementid",
        "customername",
        "emi_amt",
        "phone_1",
        "phone_2",
        "caller",
        "reference1_name",
        "ref1_contact",
        "nominee_no",
        "fathername",
        "bank_name",
        "pin",
    ];
    let rows: &[&[&str]] = &[
        &[
            "78713178",
            "AMITA D",
            "5352",
            "9845031276",
            "",
            "PARVIN",
            "ROHIT D",
            "9845000417",
            "9012345678",
            "C D",
            "IDFC",
            "712702",
        ],
        &[
            "78713179",
            "RAHUL K",
            "4053",
            "9902144425",
            "7012377120",
            "PARVIN",
            "SUNIL K",
            "7012377121",
            "",
            "F K",
            "IDFC",
            "712703",
        ],
    ];
    let mapping = sheet("IN", &collection, &[], rows);
    assert_eq!(
        (
            column(&mapping, Field::Mobile),
            column(&mapping, Field::Customer)
        ),
        (Some(3), Some(1))
    );
    assert_eq!(
        (mapping.fallback(), mapping.questions()),
        (Some(4), &[][..])
    );
}

#[test]
fn google_exports_types_beside_values() {
    let google = [
        "Name",
        "Given Name",
        "Family Name",
        "Notes",
        "Phone 1 - Type",
        "Phone 1 - Value",
        "Phone 2 - Type",
        "Phone 2 - Value",
    ];
    let rows: &[&[&str]] = &[
        &[
            "Ana Cruz",
            "Ana",
            "Cruz",
            "",
            "Mobile",
            "0917 123 4501",
            "Work",
            "(02) 8123-4567",
        ],
        &[
            "Ben Reyes",
            "Ben",
            "Reyes",
            "",
            "Mobile",
            "0918 904 4425",
            "",
            "",
        ],
    ];
    let mapping = sheet("PH", &google, &[], rows);
    assert_eq!(
        (
            column(&mapping, Field::Mobile),
            column(&mapping, Field::Customer)
        ),
        (Some(5), Some(0))
    );
}

#[test]
fn meta_exports_where_an_advertisement_was_shown() {
    let meta = [
        "id",
        "created_time",
        "campaign_name",
        "form_name",
        "is_organic",
        "platform",
        "full_name",
        "phone_number",
        "city",
    ];
    let rows: &[&[&str]] = &[
        &[
            "l:1100110011",
            "2026-11-20T08:11:00+07:00",
            "Promo",
            "Form",
            "false",
            "fb",
            "Ani Lestari",
            "p:+6281233508801",
            "Bekasi",
        ],
        &[
            "l:1100110012",
            "2026-11-20T09:12:00+07:00",
            "Promo",
            "Form",
            "false",
            "ig",
            "Budi Santoso",
            "p:+6281233508802",
            "Depok",
        ],
        &[
            "l:1100110013",
            "2026-11-20T09:40:00+07:00",
            "Promo",
            "Form",
            "false",
            "fb",
            "<test lead: dummy data for full_name>",
            "<test lead: dummy data for phone_number>",
            "<test lead>",
        ],
    ];
    let mapping = sheet("ID", &meta, &[], rows);
    assert_eq!(
        (
            column(&mapping, Field::Mobile),
            column(&mapping, Field::Customer)
        ),
        (Some(7), Some(6))
    );
    assert_eq!(
        (mapping.source(Field::Platform), mapping.questions()),
        (None, &[][..])
    );
}

#[test]
#[rustfmt::skip]
fn lists_of_debtors_call_the_debtor() {
    for (country, headers, rows, called) in [
        ("ID", ["Nama Debitur", "Kontak Darurat", "HP Debitur Aktif", "Tagihan"], [["Ani", "081299900417", "081233508801", "350000"], ["Budi", "081377120093", "081390417725", "1200000"]], 2),
        ("IN", ["Name", "Guarantor Mobile", "Mobile No. (Regd)", "DPD"], [["A", "9845000417", "9845031276", "30"], ["B", "7012377120", "9902144425", "60"]], 2),
        ("PH", ["Borrower", "Borrower Mobile #1", "Reference Contact", "Co-maker CP #"], [["A", "09171234501", "09179990417", "09171112222"], ["B", "09189044425", "09187120093", "09172223333"]], 1),
        ("MX", ["Titular", "Tel. Aval", "Referencia 1 Cel", "Tel. Cel."], [["A", "5512345601", "5587654321", "5512345699"], ["B", "5512345677", "5587654388", "5598765432"]], 3),
    ] {
        let rows: Vec<&[&str]> = rows.iter().map(|row| row.as_slice()).collect();
        let mapping = sheet(country, &headers, &[], &rows);
        let filled = [Field::Customer, Field::Mobile].map(|field| column(&mapping, field));
        assert_eq!(filled, [Some(0), Some(called)], "{headers:?}");
        assert_eq!(mapping.questions(), [], "{headers:?}");
        assert_eq!(mapping.fallback(), None, "{headers:?}");
    }
}

#[test]
fn a_file_of_calls_is_called_by_the_lists_own_number() {
    let rows: &[&[&str]] = &[
        &["Ana", "0917-123-4501", "+639171234501", "2"],
        &["Ben", "0918 904 4425", "+639189044425", "3"],
        &["Carla", "09171234503", "", "4"],
    ];
    for language in Language::ALL {
        let [called, row] =
            [called_number_header(), row_of_list_header()].map(|header| header.text(language));
        let headers = ["Name", "Phone", &called, &row];
        let mapping = sheet("PH", &headers, &[], rows);
        assert_eq!(column(&mapping, Field::Mobile), Some(1), "{headers:?}");
        assert_eq!((mapping.fallback(), mapping.questions()), (None, &[][..]));
    }
    // Where it stands alone it is the number.
    let headers = ["Name", "Remarks", "Called number", "Row of the list"];
    let alone: &[&[&str]] = &[
        &["Ana", "", "+639171234501", "2"],
        &["Ben", "", "+639189044425", "3"],
    ];
    let mapping = sheet("PH", &headers, &[], alone);
    assert_eq!(column(&mapping, Field::Mobile), Some(2));
}
