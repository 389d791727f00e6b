//! Mail to people: one-time links, and nothing else.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use leads::views::{LinkPurpose, LinkView};
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::client::Tls;
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use localization::Language;

use crate::Backend;
use crate::error::Error;
use crate::loopback::is_loopback;
use crate::messages::mails;
use crate::people::{self, LinkError};

/// How long a mail server may take: somebody waits for the page.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Where mail is sent, and from whom.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    transport: Arc<Transport>,
}

enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// Each mail becomes a file: for development, where nobody is to get any.
    Folder(PathBuf, AsyncFileTransport<Tokio1Executor>),
}

/// Why mail cannot be sent as it is set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MailProblem {
    /// The address of the server cannot be read.
    #[error(
        "Write it as smtps://user:password@mail.example.com, with user and password percent-encoded."
    )]
    Server,
    /// Mail would leave this machine in the clear.
    #[error("Links would be sent unencrypted. Use smtps://, or add ?tls=required for STARTTLS.")]
    InTheClear,
    /// The sender is no address.
    #[error("Write an email address, such as Coxswain <coxswain@example.com>.")]
    Sender,
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mailed {
    /// Coxswain sends no mail here.
    NotConfigured,
    /// The server took it, for that address.
    Sent(String),
    /// It is a file in the folder for mail, and nobody gets it.
    Kept,
    /// The server did not take it, for that address; the log says why.
    Failed(String),
}

impl Mailer {
    /// Sends through a server: `smtps://…`, or `smtp://…?tls=required` for STARTTLS. Certificates are verified by the roots of the system.
    ///
    /// # Errors
    /// [`MailProblem`], which repeats neither user nor password.
    pub fn smtp(server: &str, from: &str) -> Result<Mailer, MailProblem> {
        let from = from.parse().map_err(|_| MailProblem::Sender)?;
        let url: url::Url = server.parse().map_err(|_| MailProblem::Server)?;
        let is_here = is_loopback(url.host_str().ok_or(MailProblem::Server)?);
        let demands_tls = url
            .query_pairs()
            .any(|(name, value)| name == "tls" && value == "required");
        if url.scheme() == "smtp" && !is_here && !demands_tls {
            return Err(MailProblem::InTheClear);
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(server);
        let builder = builder.map_err(|_| MailProblem::Server)?;
        let builder = match url.scheme() {
            "smtp" if !demands_tls => builder.tls(Tls::None),
            _ => builder,
        };
        let transport = builder.timeout(Some(TIMEOUT)).build();
        Ok(Mailer {
            from,
            transport: Arc::new(Transport::Smtp(transport)),
        })
    }

    /// Writes each mail into that folder, as a file that ends in `.eml`.
    ///
    /// # Errors
    /// [`MailProblem::Sender`].
    pub fn folder(path: &Path, from: &str) -> Result<Mailer, MailProblem> {
        let from = from.parse().map_err(|_| MailProblem::Sender)?;
        let transport = Transport::Folder(path.to_owned(), AsyncFileTransport::new(path));
        Ok(Mailer {
            from,
            transport: Arc::new(transport),
        })
    }

    async fn send(&self, mail: Message) -> Result<(), String> {
        match &*self.transport {
            Transport::Smtp(transport) => {
                let sending = tokio::time::timeout(TIMEOUT, transport.send(mail));
                let answer = sending.await.map_err(|_| "no answer in time".to_owned())?;
                answer.map(|_| ()).map_err(|error| error.to_string())
            }
            Transport::Folder(path, transport) => {
                let made = tokio::fs::create_dir_all(path).await;
                made.map_err(|error| error.to_string())?;
                let written = transport.send(mail).await;
                written.map(|_| ()).map_err(|error| error.to_string())
            }
        }
    }
}

impl fmt::Debug for Mailer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The transport holds a password.
        write!(formatter, "Mailer(from {})", self.from.email)
    }
}

/// Mails the one-time link with that key, of that address, to the person whom it is for: in the language that they have chosen, or in that of
/// the account.
///
/// # Errors
/// [`Error::NotFound`] where the link does not work any more; when the database fails. A mail that cannot be sent is no error: the
/// administrator has the link.
pub async fn mail_link(
    backend: &Backend,
    now: Timestamp,
    (key, address): (&str, &str),
    of_account: Language,
) -> Result<Mailed, Error> {
    let Some(mailer) = &backend.mailer else {
        return Ok(Mailed::NotConfigured);
    };
    let link = people::look_at(backend, now, key).await;
    let link = link.map_err(|error| match error {
        LinkError::Failed(error) => error,
        LinkError::Expired | LinkError::Gone | LinkError::Wait { .. } => Error::NotFound,
    })?;
    let language = link.language.unwrap_or(of_account);
    let sent = match written(mailer, &link, address, language) {
        Ok(mail) => mailer.send(mail).await,
        // An address that Coxswain takes and mail does not.
        Err(reason) => Err(reason),
    };
    match sent {
        Ok(()) => Ok(match *mailer.transport {
            Transport::Smtp(_) => Mailed::Sent(link.email),
            Transport::Folder(..) => Mailed::Kept,
        }),
        Err(reason) => {
            tracing::warn!(reason, "a one-time link could not be mailed");
            Ok(Mailed::Failed(link.email))
        }
    }
}

/// Plain text: programs that read mail for people change nothing in it. Names and addresses are encoded by the library, so none adds a line to
/// the header.
fn written(
    mailer: &Mailer,
    link: &LinkView,
    address: &str,
    language: Language,
) -> Result<Message, String> {
    let (subject, text) = match link.purpose {
        LinkPurpose::Invitation => (
            mails::invitation_subject(),
            mails::invitation(address, &link.name),
        ),
        LinkPurpose::PasswordReset => (mails::reset_subject(), mails::reset(address, &link.name)),
    };
    // A mail has the line ends of RFC 5322.
    let text = format!("{}\n", text.text(language)).replace('\n', "\r\n");
    let email = link
        .email
        .parse()
        .map_err(|_| "no address of mail".to_owned())?;
    let mail = Message::builder()
        .from(mailer.from.clone())
        .to(Mailbox::new(Some(link.name.clone()), email))
        .subject(subject.text(language))
        .header(ContentType::TEXT_PLAIN)
        .body(text);
    mail.map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_leave_this_machine_encrypted_only() {
        let problem = |server: &str| Mailer::smtp(server, "Coxswain <c@example.com>").err();
        assert_eq!(
            problem("smtp://mail.example.com"),
            Some(MailProblem::InTheClear)
        );
        assert_eq!(
            problem("smtp://mail.example.com?tls=opportunistic"),
            Some(MailProblem::InTheClear)
        );
        assert_eq!(
            problem("https://mail.example.com"),
            Some(MailProblem::Server)
        );
        assert_eq!(problem("mail.example.com"), Some(MailProblem::Server));
        for taken in [
            "smtps://user:pass%40word@mail.example.com",
            "smtp://mail.example.com:587?tls=required",
            "smtp://127.0.0.1:1025",
        ] {
            assert_eq!(problem(taken), None, "{taken}");
        }
        let from = Mailer::smtp("smtps://mail.example.com", "nobody").err();
        assert_eq!(from, Some(MailProblem::Sender));
    }

    #[test]
    fn the_password_of_the_server_is_not_shown() {
        let mailer = Mailer::smtp("smtps://user:hunter2@mail.example.com", "c@example.com");
        let shown = format!("{:?}", mailer.expect("a mailer"));
        assert!(!shown.contains("hunter2"), "{shown}");
    }

    #[test]
    fn a_link_is_mailed_in_the_language_of_the_receiver() {
        let mailer = Mailer::smtp("smtps://mail.example.com", "c@example.com").expect("a mailer");
        let mailed = |purpose, language| {
            let link = LinkView {
                purpose,
                email: "citra@example.com".to_owned(),
                name: "Citra <A> & B".to_owned(),
                has_second_factor: false,
                language: None,
            };
            let mail = written(&mailer, &link, "https://example.com/link/k", language);
            let mail = String::from_utf8(mail.expect("a mail").formatted()).expect("text");
            // Long lines are folded on their way.
            mail.replace("=\r\n", "")
        };
        let english = mailed(LinkPurpose::Invitation, Language::English);
        let (head, text) = english.split_once("\r\n\r\n").expect("a head");
        assert!(
            head.contains("Subject: You are invited to Coxswain"),
            "{head}"
        );
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert_eq!(
            lines,
            [
                "Hello Citra <A> & B,",
                "",
                "You are invited to Coxswain. Open this link and choose a password:",
                "",
                "https://example.com/link/k",
                "",
                "The link works once and expires in 24 hours. Do not pass it on: anyone who has it can sign in as you.",
                "If you did not expect this, tell your administrator.",
                ""
            ]
        );
        let indonesian = mailed(LinkPurpose::PasswordReset, Language::Indonesian);
        assert!(
            indonesian.contains("Subject: Pilih kata sandi baru untuk Coxswain")
                && indonesian.contains("\r\nhttps://example.com/link/k\r\n")
                && indonesian.contains("kedaluwarsa dalam satu jam"),
            "{indonesian}"
        );
    }
}
