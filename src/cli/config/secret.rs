//! Secrets of the environment: in a variable of their own, or in a file that another variable names.
//!
//! A file is what secrets managers of containers and service managers hand over, and no other program sees it in the
//! environment of this one.

use std::path::Path;

use crate::cli::config::Reader;

/// Where a secret can come from. Both names stand in the documents.
#[derive(Clone, Copy)]
pub(super) struct SecretVariable {
    /// Holds the secret itself.
    pub itself: &'static str,
    /// Names a file with the secret.
    pub file: &'static str,
}

/// The file by its path. Where no such folder exists it may be the secret itself, written into the wrong variable; a secret in Base64 can
/// begin with a slash.
fn named(path: &str) -> String {
    let folder = Path::new(path).parent();
    let is_path = folder.is_some_and(|folder| folder.parent().is_some() && folder.is_dir());
    match is_path {
        true => format!("“{path}”"),
        false => "The file".to_owned(),
    }
}

impl Reader<'_> {
    /// Whether one of the two variables is set, whatever it says.
    pub(super) fn has_secret(&self, variable: SecretVariable) -> bool {
        self.get(variable.file).is_some() || self.get(variable.itself).is_some()
    }

    /// The variable to name where the secret is no good: the one that is set.
    pub(super) fn source_of(&self, variable: SecretVariable) -> &'static str {
        match self.get(variable.file) {
            Some(_) => variable.file,
            None => variable.itself,
        }
    }

    /// The secret without the space around it, which is how a file's last line ends. `None` where neither variable is
    /// set, or where that was a problem.
    pub(super) fn secret(&mut self, variable: SecretVariable) -> Option<String> {
        let SecretVariable { itself, file } = variable;
        let path = match (self.get(file), self.get(itself)) {
            (Some(_), Some(_)) => {
                self.problem(itself, format!("Set this or {file}, not both."));
                return None;
            }
            (None, text) => return text,
            (Some(path), None) => path,
        };
        match std::fs::read_to_string(&path) {
            Ok(text) if text.trim().is_empty() => {
                self.problem(file, format!("{} is empty.", named(&path)));
                None
            }
            Ok(text) => Some(text.trim().to_owned()),
            Err(error) => {
                let named = named(&path);
                self.problem(file, format!("{named} cannot be read: {error}."));
                None
            }
        }
    }
}
