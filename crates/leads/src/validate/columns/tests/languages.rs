//! Lists with headers in the languages of the screens; every name and number is invented.

use localization::Language;

use super::*;

/// The countries of the languages, with two numbers each as they dial them.
fn country_and_numbers(language: Language) -> (&'static str, [&'static str; 2]) {
    match language {
        Language::Chinese => ("CN", ["13812345671", "13912345672"]),
        Language::Spanish => ("MX", ["5512345601", "5512345699"]),
        Language::Indonesian => ("ID", ["081233508801", "081390417725"]),
        Language::English | Language::Pseudo => ("PH", ["09171234501", "09189044425"]),
    }
}

/// What two cells below a header of that field hold.
fn cells(field: Option<Field>, numbers: [&'static str; 2]) -> [&'static str; 2] {
    match field {
        Some(Field::Customer) => ["Ana Lee", "Budi Reyes"],
        Some(Field::Mobile) => numbers,
        Some(Field::Platform) => ["Demo", "Demo"],
        Some(Field::Gender) => ["male", "female"],
        Some(_) => ["calls twice", ""],
        None => ["1", "2"],
    }
}

/// Checks that the columns of such a list fill those fields, and that nobody is asked.
fn assert_matched(language: Language, columns: &[(&str, Option<Field>)]) {
    let (country, numbers) = country_and_numbers(language);
    let headers: Vec<&str> = columns.iter().map(|(header, _)| *header).collect();
    let row = |row: usize| -> Vec<&str> {
        let cells = columns.iter().map(|(_, field)| cells(*field, numbers)[row]);
        cells.collect()
    };
    let rows = [row(0), row(1)];
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let mapping = sheet(country, &headers, &[], &rows);
    for (place, (header, field)) in columns.iter().enumerate() {
        assert_eq!(mapping.filled_by(place), *field, "{header} of {headers:?}");
    }
    assert_eq!(mapping.questions(), [], "{headers:?}");
}

#[test]
fn headers_of_templates_fill_their_fields_in_every_language() {
    for language in Language::ALL {
        let fields = Field::ALL.into_iter().filter(|field| {
            !matches!(
                field,
                Field::RobotId | Field::ExtraA | Field::ExtraB | Field::ExtraC
            )
        });
        let labels: Vec<(String, Field)> = fields
            .map(|field| (field.message().text(language), field))
            .collect();
        let columns = labels
            .iter()
            .map(|(label, field)| (label.as_str(), Some(*field)));
        assert_matched(language, &columns.collect::<Vec<_>>());
    }
}

/// A header, and what its column is taken for.
type Header = (&'static str, Option<Field>);

#[test]
#[rustfmt::skip]
fn lists_in_natural_words_of_each_language_are_matched() {
    use Field::{Comments, Customer, Gender, Mobile, Platform};
    let lists: [(Language, &[Header]); 24] = [
        (Language::English, &[("No.", None), ("Name", Some(Customer)), ("Phone number", Some(Mobile)), ("Notes", Some(Comments))]),
        (Language::English, &[("Full name", Some(Customer)), ("Mobile number", Some(Mobile)), ("Gender", Some(Gender))]),
        (Language::English, &[("Customer name", Some(Customer)), ("Contact number", Some(Mobile)), ("Remarks", Some(Comments))]),
        (Language::Chinese, &[("序号", None), ("姓名", Some(Customer)), ("手机号", Some(Mobile)), ("备注", Some(Comments))]),
        (Language::Chinese, &[("客户姓名", Some(Customer)), ("手机号码", Some(Mobile)), ("性别", Some(Gender)), ("平台", Some(Platform))]),
        (Language::Chinese, &[("编号", None), ("客户名称", Some(Customer)), ("联系电话", Some(Mobile)), ("说明", Some(Comments))]),
        (Language::Chinese, &[("联系人", Some(Customer)), ("联系方式", Some(Mobile))]),
        (Language::Chinese, &[("客户", Some(Customer)), ("电话", Some(Mobile)), ("备注信息", Some(Comments))]),
        (Language::Chinese, &[("姓名", Some(Customer)), ("客户联系电话", Some(Mobile))]),
        (Language::Chinese, &[("姓名", Some(Customer)), ("联系手机号码", Some(Mobile))]),
        (Language::Chinese, &[("客户姓名", Some(Customer)), ("移动电话", Some(Mobile)), ("客户性别", Some(Gender))]),
        (Language::Spanish, &[("No.", None), ("Nombre", Some(Customer)), ("Teléfono", Some(Mobile)), ("Comentarios", Some(Comments))]),
        (Language::Spanish, &[("Nombre completo", Some(Customer)), ("Celular", Some(Mobile)), ("Género", Some(Gender)), ("Plataforma", Some(Platform))]),
        (Language::Spanish, &[("Cliente", Some(Customer)), ("Número de teléfono", Some(Mobile)), ("Sexo", Some(Gender)), ("Observaciones", Some(Comments))]),
        (Language::Spanish, &[("Nombre del cliente", Some(Customer)), ("Tel. celular", Some(Mobile)), ("Notas", Some(Comments))]),
        (Language::Spanish, &[("Titular", Some(Customer)), ("Número de celular", Some(Mobile))]),
        (Language::Spanish, &[("Nombre y apellidos", Some(Customer)), ("Teléfono móvil", Some(Mobile))]),
        (Language::Spanish, &[("Nombre", Some(Customer)), ("WhatsApp", Some(Mobile))]),
        (Language::Spanish, &[("Nombre del contacto", Some(Customer)), ("Núm. telefónico", Some(Mobile))]),
        (Language::Indonesian, &[("No", None), ("Nama", Some(Customer)), ("Nomor HP", Some(Mobile)), ("Keterangan", Some(Comments))]),
        (Language::Indonesian, &[("Nama Lengkap", Some(Customer)), ("No. HP", Some(Mobile)), ("Jenis Kelamin", Some(Gender)), ("Platform", Some(Platform))]),
        (Language::Indonesian, &[("Nama Pelanggan", Some(Customer)), ("No. Telepon", Some(Mobile)), ("Catatan", Some(Comments))]),
        (Language::Indonesian, &[("Nama Nasabah", Some(Customer)), ("No WA", Some(Mobile))]),
        (Language::Indonesian, &[("Pelanggan", Some(Customer)), ("Nomor Ponsel", Some(Mobile)), ("Komentar", Some(Comments))]),
    ];
    for (language, columns) in lists {
        assert_matched(language, columns);
    }
}

#[test]
fn the_phone_of_a_contact_beside_the_customer_is_not_taken_for_the_customers_by_its_name_alone() {
    // Whose number it is, the header leaves open.
    for header in [
        "联系人电话",
        "联系人手机号",
        "Teléfono de referencia",
        "Nomor kontak darurat",
    ] {
        assert_eq!(field_named(&fold(header)), None, "{header}");
    }
}
