//! The log of the program itself: what stands in it, and what nobody can write into it.

use reqwest::{Method, StatusCode};
use serde_json::Value;
use sqlx::PgPool;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::support::{
    Anonymous, ENCRYPTION_KEY, Ended, PASSWORD, Raw, Running, SignedIn, add_member, migrated,
    program,
};

/// The program on the database of the test with a member in it, and the member signed in.
async fn serving(pool: &PgPool, variables: &[(&str, &str)]) -> (Running, String, SignedIn) {
    let url = migrated(pool).await;
    let ours = [
        ("DATABASE_URL", url.as_str()),
        ("COXSWAIN_ADDR", "127.0.0.1:0"),
    ];
    let variables = [ours.as_slice(), variables].concat();
    let mut running = Running::start(program(&["serve"], &variables));
    let address = running.address().await;
    let added = add_member(&url, "ana@example.com", PASSWORD);
    assert!(added.status.success(), "{added:?}");
    let browser = Anonymous::new(&address);
    let member = browser.sign_in("ana@example.com", PASSWORD).await;
    (running, address, member)
}

/// The lines of the log of a program that has ended well: each is one JSON object with a time and a level.
fn lines(ended: &Ended) -> Vec<Value> {
    assert!(ended.success, "{}", ended.log);
    let lines = ended.log.lines().map(|line| {
        let read: Value =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line:?}"));
        for key in ["timestamp", "level"] {
            assert!(read[key].is_string(), "{key}: {line}");
        }
        assert!(!line.contains(char::is_control), "{line:?}");
        read
    });
    lines.collect()
}

/// Route and status of each request that was answered with that method.
fn answered<'a>(lines: &'a [Value], method: &str) -> Vec<(&'a str, u64)> {
    let requests = lines.iter().filter(|line| line["message"] == "answered");
    let requests = requests.filter(|line| line["span"]["method"] == method);
    let told = requests.map(|line| {
        let route = line["span"]["route"].as_str().expect("a route");
        (route, line["status"].as_u64().expect("a status"))
    });
    told.collect()
}

#[sqlx::test(migrations = false)]
async fn whatever_a_client_sends_makes_one_line_of_the_log_and_none_of_its_own(pool: PgPool) {
    const FORGED: &str =
        "\n{\"level\":\"ERROR\",\"message\":\"forged\"}\r\nforged\u{1b}[31m\u{2028}";
    let (running, address, member) = serving(&pool, &[("RUST_LOG", "debug")]).await;
    let encoded = percent_encoding::utf8_percent_encode(FORGED, percent_encoding::NON_ALPHANUMERIC);
    for path in [
        format!("/nothing/{encoded}"),
        format!("/tasks?q={encoded}"),
        format!("/robots/{encoded}"),
        format!("/link/{encoded}"),
        format!("/hooks/airudder/{encoded}"),
        format!("/a/{encoded}/tasks"),
    ] {
        let request = member.request(Method::GET, &path);
        // Header lines hold no line break; what else of a terminal passes is a tab and letters beyond ASCII.
        let agent = "forged\t\u{85}\u{9b}31m".as_bytes();
        let answer = member.send(request.header("user-agent", agent)).await;
        assert!(!answer.status.is_server_error(), "{path}");
    }
    let fields = [("email", FORGED), ("password", FORGED), ("next", FORGED)];
    let stranger = Anonymous::new(&address);
    let refused = stranger.post_form("/sign-in", &fields).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    let renamed = member.post_form("/profile", &[("name", FORGED)]).await;
    assert!(!renamed.status.is_server_error(), "{}", renamed.text);
    let answer = member
        .upload("/tasks/new", &[("name", FORGED)], FORGED, FORGED.into())
        .await;
    assert!(!answer.status.is_server_error(), "{}", answer.text);
    for head in ["GET /\u{1b}[31mforged", "FOR\u{1b}GED /", "forged"] {
        let mut raw = Raw::connect(&address).await;
        raw.send(format!("{head} HTTP/1.1\r\nHost: x\r\n\r\n"))
            .await;
        let answer = raw.closed().await;
        assert!(answer.starts_with("HTTP/1.1 400 "), "{head:?}: {answer}");
    }
    let ended = running.terminate().await;
    let lines = lines(&ended);
    let is_forged = |line: &Value| line["message"] == "forged";
    assert!(!lines.iter().any(is_forged), "{}", ended.log);
    assert_eq!(answered(&lines, "POST").len(), 4, "{}", ended.log);
    // Those of the paths above, and the form of a new task.
    assert_eq!(answered(&lines, "GET").len(), 7, "{}", ended.log);
}

#[sqlx::test(migrations = false)]
async fn no_search_and_no_key_of_an_address_stands_in_the_log(pool: PgPool) {
    let (running, _, member) = serving(&pool, &[]).await;
    for path in [
        "/tasks?q=S3cret",
        "/drafts?q=S3cret&page=2",
        "/link/S3cretOfALink",
        "/sign-in?next=%2Ftasks%3Fq%3DS3cret",
        "/nothing/S3cret",
    ] {
        let answer = member.get(path).await;
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.text);
    }
    let fields = [("key", "S3cretOfALink"), ("password", "S3cretPassword")];
    let refused = member.post_form("/link", &fields).await;
    assert!(refused.status.is_client_error(), "{}", refused.text);
    let ended = running.terminate().await;
    let lines = lines(&ended);
    let routes: Vec<&str> = answered(&lines, "GET")
        .into_iter()
        .map(|(route, _)| route)
        .collect();
    let told = ["/tasks", "/drafts", "/link/{key}", "/sign-in", "(none)"];
    assert_eq!(routes, told);
    assert!(!ended.log.contains("S3cret"), "{}", ended.log);
}

#[sqlx::test(migrations = false)]
async fn what_was_sent_to_get_around_a_control_stands_in_the_log_by_route_and_status(pool: PgPool) {
    let (running, address, member) = serving(&pool, &[]).await;
    // A form that another site sends.
    let request = member
        .request(Method::POST, "/api/robots/refresh")
        .header("sec-fetch-site", "cross-site");
    let forbidden = member.send(request).await;
    assert_eq!(forbidden.status, StatusCode::FORBIDDEN);
    // An upload that breaks off.
    let request = member
        .request(Method::POST, "/tasks/new")
        .header("content-type", "multipart/form-data; boundary=x")
        .body("--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nHalf");
    let broken = member.send(request).await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
    // Another name of this server.
    let browser = Anonymous::new(&address);
    let request = browser.request(Method::POST, "/sign-in");
    let misdirected = browser.send(request.header("host", "rebound.example"));
    assert_eq!(
        misdirected.await.status,
        StatusCode::MISDIRECTED_REQUEST,
        "another name"
    );
    let ended = running.terminate().await;
    let told = lines(&ended);
    let told = answered(&told, "POST");
    for expected in [
        ("/api/robots/refresh", 403),
        ("/tasks/new", 400),
        ("/sign-in", 421),
    ] {
        assert!(told.contains(&expected), "{expected:?}: {told:?}");
    }
}

#[sqlx::test(migrations = false)]
async fn a_tls_connection_that_fails_is_told_in_the_log(pool: PgPool) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let provider = format!("https://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            // No record of TLS; what the client says is taken until it hangs up, so that no reset hides the answer.
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
            let _ = stream.read_to_end(&mut Vec::new()).await;
        }
    });
    // Roots are looked for only there, so that a machine without any can run this.
    let roots = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/crates/airudder/tests/recorded/self_signed.pem"
    );
    let variables = [
        ("AIRUDDER_BASE_URL", provider.as_str()),
        ("AIRUDDER_TOKEN", "t-3141"),
        ("COXSWAIN_ENCRYPTION_KEYS", ENCRYPTION_KEY),
        ("COXSWAIN_LINES", "line-a"),
        ("COXSWAIN_SECOND_FACTOR", "optional"),
        ("SSL_CERT_FILE", roots),
    ];
    let (running, _, member) = serving(&pool, &variables).await;
    let asked = member.post_form("/api/robots/refresh", &[]).await;
    assert!(!asked.status.is_server_error(), "{}", asked.text);
    let ended = running.terminate().await;
    let told = lines(&ended);
    let told = told
        .iter()
        .find(|line| line["message"] == "the robots could not be listed");
    let told = told.unwrap_or_else(|| panic!("{}", ended.log));
    let cause = told["failure"].as_str().expect("a cause");
    assert!(
        cause.contains("no connection with the provider") && cause.contains("InvalidContentType"),
        "{cause}"
    );
    assert_eq!(told["level"], "WARN");
    assert!(!ended.log.contains("t-3141"), "{}", ended.log);
}
