//! What the environment says of mail.

use std::path::Path;

use backend::mail::{MailProblem, Mailer};

use crate::cli::config::Reader;

const SERVER: &str = "COXSWAIN_SMTP_URL";
const FOLDER: &str = "COXSWAIN_MAIL_FOLDER";
const FROM: &str = "COXSWAIN_MAIL_FROM";

/// Who sends one-time links; `None` where nobody does, or what is said of it is wrong.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Mailer> {
    let (variable, made) = match (reader.get(SERVER), reader.get(FOLDER)) {
        (None, None) => return None,
        (Some(_), Some(_)) => {
            reader.problem(FOLDER, format!("Set this or {SERVER}, not both."));
            return None;
        }
        (Some(server), None) => (SERVER, Mailer::smtp(&server, &sender(reader)?)),
        (None, Some(folder)) => (FOLDER, Mailer::folder(Path::new(&folder), &sender(reader)?)),
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
