//! The functions that are written.

use std::fmt::Write;
use std::path::PathBuf;

use crate::catalogue::{Catalogue, Parts};

/// A module with a function for each message of a catalogue, which stands in those files.
pub fn module(name: &str, english: &Catalogue, files: &[PathBuf]) -> String {
    let mut source = String::new();
    let file = format!("{name}.ftl");
    let _ = write!(
        source,
        "/// Messages of `{file}`.\npub(crate) mod {} {{\n    static CATALOGUE: ::localization::Catalogue = ::localization::Catalogue::new([{}]);\n",
        identifier(name),
        files
            .iter()
            .map(|path| format!("include_str!({:?})", path.display().to_string()))
            .collect::<Vec<_>>()
            .join(", ")
    );
    for (id, parts) in &english.messages {
        source.push_str(&function(id, parts));
    }
    source.push_str("}\n");
    source
}

fn function(id: &str, parts: &Parts) -> String {
    let mut parameters = Vec::new();
    let mut arguments = Vec::new();
    for (name, is_number) in &parts.variables {
        let identifier = identifier(name);
        let kind = if *is_number { "Number" } else { "Argument" };
        parameters.push(format!("{identifier}: impl Into<::localization::{kind}>"));
        let value = if *is_number {
            format!("::localization::Argument::Number({identifier}.into())")
        } else {
            format!("{identifier}.into()")
        };
        arguments.push(format!("({name:?}, {value})"));
    }
    // As code: brackets and signs in it are no links and no emphasis.
    let documentation: Vec<&str> = parts.text.split_whitespace().collect();
    let documentation = format!("`{}`", documentation.join(" "));
    format!(
        "    #[doc = {:?}]\n    pub(crate) fn {}({}) -> ::localization::Message {{\n        ::localization::Message::of(&CATALOGUE, {id:?}, ::std::vec![{}])\n    }}\n",
        documentation,
        identifier(id),
        parameters.join(", "),
        arguments.join(", "),
    )
}

/// The same name as Rust writes it.
fn identifier(name: &str) -> String {
    let name = name.replace('-', "_");
    match name.as_str() {
        "as" | "break" | "continue" | "do" | "else" | "final" | "for" | "if" | "in" | "loop"
        | "match" | "move" | "ref" | "return" | "static" | "type" | "use" | "where" | "while"
        | "yield" => format!("r#{name}"),
        _ => name,
    }
}
