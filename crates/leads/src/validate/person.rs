//! People who sign in.

use localization::Message;
use serde::{Deserialize, Serialize};

use super::password::{Beside, validate_password};
use super::text::{is_unreadable, length, trimmed};
use crate::messages::form_problems;
use crate::views::FormProblem;

/// The longest address in characters (RFC 3696, erratum 1690).
pub const MAX_EMAIL_LENGTH: usize = 254;

/// The longest name of a person in characters.
pub const MAX_PERSON_NAME_LENGTH: usize = 80;

/// The longest name of a passkey in characters.
pub const MAX_LABEL_LENGTH: usize = 60;

/// An address of electronic mail, in lower case: two people cannot differ by case alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// Reads an address: one `@` with something on both sides, no blanks. Whether it can be reached is not asked.
    ///
    /// # Errors
    /// A sentence that says what to fix.
    pub fn parse(text: &str) -> Result<Email, Message> {
        let email = trimmed(text).to_lowercase();
        if email.is_empty() {
            return Err(form_problems::email());
        }
        if length(&email) > MAX_EMAIL_LENGTH {
            return Err(form_problems::long_email(MAX_EMAIL_LENGTH));
        }
        let blank = |character: char| character.is_whitespace() || character.is_control();
        match email.split_once('@') {
            Some((person, place))
                if !person.is_empty()
                    && !place.is_empty()
                    && !place.contains('@')
                    && !email.contains(blank) =>
            {
                Ok(Email(email))
            }
            _ => Err(form_problems::write_email()),
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Email {
    type Error = Message;
    fn try_from(text: String) -> Result<Email, Message> {
        Email::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> String {
        email.0
    }
}

impl std::fmt::Display for Email {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A person to be added.
#[derive(Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// The address to sign in with.
    pub email: Email,
    /// The name that others see.
    pub name: String,
    /// The password as typed, to be hashed and forgotten.
    pub password: String,
}

impl std::fmt::Debug for NewPerson {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("NewPerson").finish_non_exhaustive()
    }
}

/// Reads an address and a name.
///
/// # Errors
/// Problems of the inputs `name` and `email`.
pub fn parse_person(email: &str, name: &str) -> Result<(Email, String), Vec<FormProblem>> {
    match (parse_person_name(name), Email::parse(email)) {
        (Ok(name), Ok(email)) => Ok((email, name)),
        (name, email) => {
            let problems = [("name", name.err()), ("email", email.err())];
            Err(problems
                .into_iter()
                .filter_map(|(input, sentence)| Some(FormProblem::new(input, sentence?)))
                .collect())
        }
    }
}

/// Reads a person and a password for them, which is none of the names of the `company` ([`validate_password`]).
///
/// # Errors
/// Problems of the inputs `name`, `email` and `password`.
pub fn parse_new_person(
    email: &str,
    name: &str,
    password: &str,
    company: &str,
    beside: Beside,
) -> Result<NewPerson, Vec<FormProblem>> {
    match (
        parse_person(email, name),
        validate_password(password, email, name, company, beside),
    ) {
        (Ok((email, name)), Ok(())) => Ok(NewPerson {
            email,
            name,
            password: password.to_owned(),
        }),
        (person, password) => {
            let mut problems = person.err().unwrap_or_default();
            problems.extend(
                password
                    .err()
                    .map(|sentence| FormProblem::new("password", sentence)),
            );
            Err(problems)
        }
    }
}

/// Reads the name of a person.
///
/// # Errors
/// A sentence that says what to fix.
pub fn parse_person_name(text: &str) -> Result<String, Message> {
    parse_name(text, MAX_PERSON_NAME_LENGTH)
}

/// Reads what a person calls a passkey of theirs, in the place of nothing the word for what it is.
///
/// # Errors
/// A sentence that says what to fix.
pub fn validate_label(text: &str) -> Result<String, Message> {
    match trimmed(text) {
        "" => Ok("Passkey".to_owned()),
        label => parse_name(label, MAX_LABEL_LENGTH),
    }
}

fn parse_name(text: &str, longest: usize) -> Result<String, Message> {
    let name = trimmed(text);
    let found = length(name);
    if name.is_empty() {
        Err(form_problems::name())
    } else if found > longest {
        Err(form_problems::long_name(found, longest))
    } else if is_unreadable(name) {
        Err(form_problems::unreadable_name())
    } else {
        Ok(name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_trimmed_and_in_lower_case() {
        let email = Email::parse(" Ana.Lopez@Example.COM ");
        assert_eq!(
            email.map(String::from),
            Ok("ana.lopez@example.com".to_owned())
        );
    }

    #[test]
    fn an_address_has_one_at_sign_with_something_on_both_sides() {
        let long = format!("{}@example.com", "a".repeat(MAX_EMAIL_LENGTH));
        for text in [
            "",
            " ",
            "ana",
            "@example.com",
            "ana@",
            "a@b@c",
            "a b@example.com",
            "a@b\tc",
            &long,
        ] {
            assert!(Email::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn every_problem_of_a_new_person_is_named() {
        let problems = parse_new_person("ana", " ", "short", "", Beside::Nothing)
            .expect_err("all three are wrong");
        let inputs: Vec<&str> = problems
            .iter()
            .map(|problem| problem.input.as_str())
            .collect();
        assert_eq!(inputs, ["name", "email", "password"]);
        let problems = parse_new_person("ana@example.com", "Ana", "short", "", Beside::Nothing)
            .expect_err("too short");
        assert_eq!(problems.len(), 1);
    }

    #[test]
    fn a_new_person_does_not_show_the_password_when_debugged() {
        let person = parse_new_person(
            "ana@example.com",
            " Ana ",
            "correct horse battery",
            "",
            Beside::Nothing,
        );
        let person = person.expect("nothing is wrong");
        assert_eq!(person.name, "Ana");
        assert!(!format!("{person:?}").contains("horse"));
    }
}
