//! Mail with one-time links.

use backend::mail::Mailer;
use reqwest::{Method, RequestBuilder, StatusCode};
use sqlx::PgPool;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::support::{PASSWORD, Raw, SignedIn, TestApp, visible_text};

const FROM: &str = "Coxswain <coxswain@example.com>";

/// A mail server that takes one mail, and tells what it was given.
async fn mail_server() -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let taken = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a client");
        let mut stream = BufReader::new(stream);
        let (mut taken, mut is_data) = (String::new(), false);
        let mut answer = "220 ready\r\n";
        loop {
            if !answer.is_empty() {
                let answered = stream.write_all(answer.as_bytes()).await;
                answered.expect("it listens");
            }
            let mut line = String::new();
            stream.read_line(&mut line).await.expect("a line");
            taken.push_str(&line);
            answer = match line.trim_end() {
                "." if is_data => return finished(stream, taken).await,
                _ if is_data => "",
                "DATA" => {
                    is_data = true;
                    "354 go on\r\n"
                }
                _ => "250 ok\r\n",
            };
        }
    });
    (format!("smtp://{address}"), taken)
}

async fn finished(mut stream: BufReader<tokio::net::TcpStream>, taken: String) -> String {
    stream
        .write_all(b"250 taken\r\n")
        .await
        .expect("it listens");
    taken
}

async fn invite(administrator: &SignedIn, name: &str) -> String {
    let page = administrator.get("/settings/people").await.page();
    let fields = [("name", name), ("email", "citra@example.com")];
    administrator
        .press_with(&page, "Invite", &fields)
        .await
        .page()
}

/// The link on a page, or in a mail.
fn link_in(text: &str) -> &str {
    let begin = text.find("/link/").expect("a link");
    text[begin..]
        .split(['<', '\r', '\n', ' '])
        .next()
        .expect("a key")
}

#[sqlx::test(migrations = "./migrations")]
async fn an_invitation_is_mailed_to_the_person_with_the_link_that_is_shown(pool: PgPool) {
    let (server, taken) = mail_server().await;
    let mailer = Mailer::smtp(&server, FROM).expect("a mailer");
    let app = TestApp::mailing(pool, mailer).await;
    let page = invite(&app.administrator().await, "Citra\" <evil@example.com>").await;
    assert!(visible_text(&page).contains("It was also mailed to citra@example.com."));
    let mail = taken.await.expect("a mail");
    assert!(mail.contains("MAIL FROM:<coxswain@example.com>"), "{mail}");
    let recipients: Vec<&str> = mail
        .lines()
        .filter(|line| line.starts_with("RCPT"))
        .collect();
    assert_eq!(recipients, ["RCPT TO:<citra@example.com>"]);
    assert!(
        mail.contains("Subject: You are invited to Coxswain"),
        "{mail}"
    );
    assert_eq!(link_in(&mail), link_in(&page));
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn mail_that_cannot_be_sent_is_told_and_the_link_is_there(pool: PgPool) {
    let nobody = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let server = format!("smtp://{}", nobody.local_addr().expect("an address"));
    drop(nobody);
    let mailer = Mailer::smtp(&server, FROM).expect("a mailer");
    let app = TestApp::mailing(pool, mailer).await;
    let page = invite(&app.administrator().await, "Citra").await;
    let text = visible_text(&page);
    assert!(
        text.contains("It could not be mailed to citra@example.com: pass it on yourself."),
        "{text}"
    );
    assert!(link_in(&page).len() > 20);
    app.stop().await;
}

#[sqlx::test(migrations = "./migrations")]
async fn mail_is_kept_in_a_folder_where_nobody_is_to_get_any(pool: PgPool) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mail");
    let mailer = Mailer::folder(&path, FROM).expect("a mailer");
    let app = TestApp::mailing(pool, mailer).await;
    let page = invite(&app.administrator().await, "Citra").await;
    assert!(visible_text(&page).contains("nobody gets it"));
    let files: Vec<_> = std::fs::read_dir(&path).expect("a folder").collect();
    let [file] = &files[..] else {
        panic!("{files:?}")
    };
    let file = file.as_ref().expect("a file").path();
    assert!(file.extension().is_some_and(|ending| ending == "eml"));
    let mail = std::fs::read_to_string(file).expect("text");
    assert!(mail.contains("To: Citra <citra@example.com>"), "{mail}");
    assert_eq!(link_in(&mail), link_in(&page));
    app.stop().await;
}

/// The mails in a folder.
fn mails(folder: &std::path::Path) -> Vec<String> {
    let Ok(files) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let files = files.map(|file| file.expect("a file").path());
    let mails = files.filter(|file| file.extension().is_some_and(|ending| ending == "eml"));
    mails
        .map(|file| std::fs::read_to_string(file).expect("text"))
        .collect()
}

#[sqlx::test(migrations = "./migrations")]
async fn no_link_and_no_redirect_is_made_of_what_a_request_calls_this_host(pool: PgPool) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mail");
    let mailer = Mailer::folder(&path, FROM).expect("a mailer");
    let app = TestApp::mailing(pool, mailer).await;
    let administrator = app.administrator().await;
    let page = administrator.get("/settings/people").await.page();
    let invite = |name: &str, email: &str| {
        administrator.pressed(&page, "Invite", &[("name", name), ("email", email)])
    };
    // A host that is not ours is answered nothing, however it is named, and nobody is mailed.
    let foreign = invite("Citra", "citra@example.com").header("host", "evil.example");
    let answer = administrator.send(foreign).await;
    assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST);
    assert!(answer.text.contains(&app.address) && !answer.text.contains("evil.example"));
    let mut raw = Raw::connect(&app.address).await;
    let whole = "GET http://evil.example/tasks HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    raw.send(whole).await;
    let answer = raw.closed().await;
    assert!(answer.starts_with("HTTP/1.1 421 "), "{answer}");
    assert_eq!(mails(&path), Vec::<String>::new());
    // Another name of ours, and what a proxy could have been made to say of the host.
    let port = app.address.rsplit(':').next().expect("a port");
    let renamed = |request: RequestBuilder| {
        request
            .header("host", format!("localhost:{port}"))
            .header("x-forwarded-host", "evil.example")
            .header("x-forwarded-proto", "https")
            .header("x-forwarded-port", "443")
            .header("x-original-url", "https://evil.example/tasks")
            .header("forwarded", "host=evil.example;proto=https")
    };
    let invited = renamed(invite("Citra", "citra@example.com"));
    let shown = administrator.send(invited).await.page();
    let mails = mails(&path);
    let [mail] = &mails[..] else {
        panic!("{mails:?}")
    };
    for text in [&shown, mail] {
        let link = format!("{}{}", app.address, link_in(text));
        assert!(text.contains(&link), "{text}");
        for name in ["evil.example", "localhost"] {
            assert!(!text.contains(name), "{name}: {text}");
        }
    }
    let browser = app.anonymous();
    let signing_in = browser
        .request(Method::POST, "/sign-in")
        .form(&[("email", "admin@example.com"), ("password", PASSWORD)]);
    let signed_in = browser.send(renamed(signing_in)).await;
    assert_eq!(signed_in.location(), "/tasks");
    let asked = app.anonymous();
    let asked = asked
        .send(renamed(asked.request(Method::GET, "/drafts")))
        .await;
    assert_eq!(asked.location(), "/sign-in?next=%2Fdrafts");
    app.stop().await;
}
