//! What the environment says of mail.

use std::path::Path;

use backend::mail::{MailProblem, Mailer};

use crate::cli::config::Reader;
use crate::cli::config::secret::SecretVariable;

/// The mail server, with its password.
const SERVER: SecretVariable = SecretVariable {
    itself: "COXSWAIN_SMTP_URL",
    file: "COXSWAIN_SMTP_URL_FILE",
};
const FOLDER: &str = "COXSWAIN_MAIL_FOLDER";
const FROM: &str = "COXSWAIN_MAIL_FROM";

/// Who sends one-time links; `None` where nobody does, or what is said of it is wrong.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Mailer> {
    let (variable, made) = match (reader.has_secret(SERVER), reader.get(FOLDER)) {
        (false, None) => return None,
        (true, Some(_)) => {
            let server = reader.source_of(SERVER);
            reader.problem(FOLDER, format!("Set this or {server}, not both."));
            return None;
        }
        (true, None) => {
            let (server, sender) = (reader.secret(SERVER), sender(reader));
            (reader.source_of(SERVER), Mailer::smtp(&server?, &sender?))
        }
        (false, Some(folder)) => (FOLDER, Mailer::folder(Path::new(&folder), &sender(reader)?)),
    };
    match made {
        Ok(mailer) => Some(mailer),
        Err(problem) => {
            let variable = match problem {
                MailProblem::Sender => FROM,
                MailProblem::Server | MailProblem::InTheClear => variable,
            };
            reader.problem(variable, problem.to_string());
            None
        }
    }
}

fn sender(reader: &mut Reader<'_>) -> Option<String> {
    let sender = reader.get(FROM);
    if sender.is_none() {
        reader.problem(FROM, MailProblem::Sender.to_string());
    }
    sender
}
