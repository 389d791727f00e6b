//! One file of one language, taken apart.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast;
use fluent_syntax::parser;

/// What the messages of a file consist of, in the order in which they stand in it.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Where it was read.
    pub path: PathBuf,
    /// The tag of its language.
    pub language: String,
    pub messages: Vec<(String, Parts)>,
    pub terms: Vec<(String, Parts)>,
}

/// What a message or a term consists of.
#[derive(Debug, Default)]
pub struct Parts {
    /// What people read, as it stands in the file.
    pub text: String,
    /// Its variables; whether it is a number that decides about a plural, or is written as a number.
    pub variables: BTreeMap<String, bool>,
    /// Names of elements around parts of the text, each as often as it opens.
    pub elements: Vec<String>,
    /// Elements that are opened and not closed, or the other way round.
    pub unbalanced: bool,
    /// Terms that it takes from the glossary.
    pub terms: BTreeSet<String>,
    /// Plural categories of its variants, by variable.
    pub plurals: Vec<(String, BTreeSet<String>)>,
    /// What of the syntax is not used in this program, in words.
    pub unsupported: Vec<String>,
}

/// Reads a file; what cannot be read is a problem.
pub fn read(path: &Path, language: &str, problems: &mut Vec<String>) -> Catalogue {
    let mut catalogue = Catalogue {
        path: path.to_owned(),
        language: language.to_owned(),
        ..Catalogue::default()
    };
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            problems.push(format!("{}: {error}", path.display()));
            return catalogue;
        }
    };
    let resource = match parser::parse(text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = text[..error.pos.start].matches('\n').count() + 1;
                problems.push(format!("{}:{line}: {}", path.display(), error.kind));
            }
            resource
        }
    };
    for entry in resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let mut parts = Parts::default();
                match &message.value {
                    Some(pattern) => parts.add(pattern),
                    None => parts
                        .unsupported
                        .push("a message without a text".to_owned()),
                }
                if !message.attributes.is_empty() {
                    parts.unsupported.push("attributes".to_owned());
                }
                parts.balance();
                catalogue.messages.push((message.id.name.to_owned(), parts));
            }
            ast::Entry::Term(term) => {
                let mut parts = Parts::default();
                parts.add(&term.value);
                parts.balance();
                catalogue.terms.push((term.id.name.to_owned(), parts));
            }
            _ => {}
        }
    }
    catalogue
}

impl Parts {
    fn add(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                ast::PatternElement::TextElement { value } => self.text.push_str(value),
                ast::PatternElement::Placeable { expression } => self.add_expression(expression),
            }
        }
    }

    fn add_expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Inline(inline) => self.add_inline(inline),
            ast::Expression::Select { selector, variants } => {
                let ast::InlineExpression::VariableReference { id } = selector else {
                    self.unsupported
                        .push("a choice by something else than a variable".to_owned());
                    return;
                };
                self.variables.insert(id.name.to_owned(), true);
                let mut categories = BTreeSet::new();
                for variant in variants {
                    match &variant.key {
                        ast::VariantKey::Identifier { name } => {
                            categories.insert((*name).to_owned());
                            if variant.default && *name != "other" {
                                let problem = format!("the variant *[{name}]: write *[other]");
                                self.unsupported.push(problem);
                            }
                        }
                        ast::VariantKey::NumberLiteral { .. } => {}
                    }
                    self.text.push('[');
                    self.add(&variant.value);
                    self.text.push(']');
                }
                self.plurals.push((id.name.to_owned(), categories));
            }
        }
    }

    fn add_inline(&mut self, inline: &ast::InlineExpression<&str>) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                self.text.push_str(&format!("{{${}}}", id.name));
                self.variables.entry(id.name.to_owned()).or_insert(false);
            }
            ast::InlineExpression::TermReference { id, arguments, .. } => {
                self.text.push_str(&format!("{{-{}}}", id.name));
                self.terms.insert(id.name.to_owned());
                if arguments.is_some() {
                    self.unsupported.push("a term with arguments".to_owned());
                }
            }
            ast::InlineExpression::StringLiteral { value } => self.text.push_str(value),
            ast::InlineExpression::NumberLiteral { value } => self.text.push_str(value),
            ast::InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
                match arguments.positional.as_slice() {
                    [ast::InlineExpression::VariableReference { id }] => {
                        self.text.push_str(&format!("{{${}}}", id.name));
                        self.variables.insert(id.name.to_owned(), true);
                    }
                    _ => self.unsupported.push("NUMBER of no variable".to_owned()),
                }
            }
            ast::InlineExpression::FunctionReference { id, .. } => {
                self.unsupported.push(format!("the function {}", id.name));
            }
            ast::InlineExpression::MessageReference { id, .. } => self.unsupported.push(format!(
                "the message {} in another one: make it a term",
                id.name
            )),
            ast::InlineExpression::Placeable { expression } => self.add_expression(expression),
        }
    }

    /// Finds the elements in the text: `<link>` and `</link>`, one not within another.
    fn balance(&mut self) {
        let mut open: Option<String> = None;
        let mut rest = self.text.as_str();
        let mut elements = Vec::new();
        while let Some((_, after)) = rest.split_once('<') {
            let Some((name, after)) = after.split_once('>') else {
                self.unbalanced = true;
                break;
            };
            match (name.strip_prefix('/'), &open) {
                (None, None) => {
                    elements.push(name.to_owned());
                    open = Some(name.to_owned());
                }
                (Some(closed), Some(opened)) if closed == opened => open = None,
                _ => self.unbalanced = true,
            }
            rest = after;
        }
        self.unbalanced |= open.is_some();
        elements.sort();
        self.elements = elements;
    }
}
