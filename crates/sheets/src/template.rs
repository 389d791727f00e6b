//! The template of a list for people to fill in.

use std::io::{self, Write};

use leads::views::RobotVariable;
use leads::{Country, Field, Mapping};
use localization::Language;

use super::write::{leads_sheet, write_workbook};
use crate::messages::people_files;

/// Writes the template of a robot as a workbook in that language: the fields, the robot's own names for its variables, and one example
/// row, which is refused where it is left in.
///
/// # Errors
/// When `output` does not take it, or the machine has no room for temporary files.
pub fn write_template(
    country: Country,
    platform: &str,
    variables: &[RobotVariable],
    language: Language,
    output: impl Write + Send,
) -> io::Result<()> {
    let (fields, headers) = template_headers(variables, language);
    let cell = |field: &Field| match field {
        // Somebody has to see that it is no lead.
        Field::Customer => people_files::example_name().text(language),
        // Not a number that could be called: nobody is, where the row is forgotten in the sheet.
        Field::Mobile => leads::example_mobile(country)
            .map(|mobile| people_files::example_number(mobile.as_str()).text(language))
            .unwrap_or_default(),
        Field::Platform => platform.to_owned(),
        Field::Gender => people_files::example_gender().text(language),
        _ => String::new(),
    };
    let example: Vec<String> = fields.iter().map(cell).collect();
    write_workbook(None, &leads_sheet(language), &headers, [example], output)
}

/// The fields of a template and their headers. Of two columns with one name the first is taken for the robot's variable,
/// so where one is called as a field is, the variables come first.
fn template_headers(variables: &[RobotVariable], language: Language) -> (Vec<Field>, Vec<String>) {
    let own_name = |field| {
        let variable = variables.iter().find(|variable| variable.field == field)?;
        Some(variable.name.trim().to_owned()).filter(|name| !name.is_empty())
    };
    let header = |field: &Field| own_name(*field).unwrap_or_else(|| field.message().text(language));
    let is_variable =
        |field: &Field| matches!(field, Field::ExtraA | Field::ExtraB | Field::ExtraC);
    let mut fields: Vec<Field> = Field::ALL
        .into_iter()
        .filter(|field| match field {
            Field::RobotId => false,
            field => !is_variable(field) || own_name(*field).is_some(),
        })
        .collect();
    let headers: Vec<String> = fields.iter().map(header).collect();
    let mapping = Mapping::guess(&headers, variables);
    let mut placed = (0..).zip(&fields);
    if placed.all(|(column, field)| mapping.filled_by(column) == Some(*field)) {
        return (fields, headers);
    }
    fields.sort_by_key(|field| !is_variable(field));
    let headers = fields.iter().map(header).collect();
    (fields, headers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(field: Field, name: &str) -> RobotVariable {
        RobotVariable {
            field,
            name: name.to_owned(),
            description: None,
        }
    }

    #[test]
    fn a_template_bears_the_robots_own_names() {
        let variables = [
            variable(Field::ExtraB, "Ciudad"),
            variable(Field::ExtraA, "Oferta"),
        ];
        let (_, headers) = template_headers(&variables, Language::English);
        assert_eq!(
            headers,
            [
                "Customer", "Mobile", "Platform", "Comments", "Gender", "Oferta", "Ciudad"
            ]
        );
    }

    #[test]
    fn a_variable_that_is_called_as_a_field_comes_first() {
        let english = |name| template_headers(&[variable(Field::ExtraA, name)], Language::English);
        let (_, headers) = english("Customer");
        assert_eq!(headers[..3], ["Customer", "Customer", "Mobile"]);
        let (_, headers) = english("Name");
        assert_eq!(headers[5..], ["Name"]);
    }

    #[test]
    fn the_headers_are_in_the_language_of_whoever_downloads_the_template() {
        let variables = [variable(Field::ExtraA, "Oferta")];
        let (_, headers) = template_headers(&variables, Language::Spanish);
        assert_eq!(
            headers,
            [
                "Cliente",
                "Celular",
                "Plataforma",
                "Comentarios",
                "Género",
                "Oferta"
            ]
        );
        let variables = [variable(Field::ExtraA, "Cliente")];
        let (_, headers) = template_headers(&variables, Language::Spanish);
        assert_eq!(headers[..3], ["Cliente", "Cliente", "Celular"]);
    }
}
