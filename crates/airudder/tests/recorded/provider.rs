//! A provider that serves recorded bytes verbatim and remembers what it was asked.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use airudder::{Client, Config, CreateTask, Credentials, Detail, Perform, Schedule, Secret};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// A request as it arrived.
#[derive(Clone)]
pub struct Received {
    pub method: String,
    pub target: String,
    pub headers: HashMap<String, String>,
    pub body: Vec<u8>,
}

impl Received {
    pub fn is_auth(&self) -> bool {
        self.target.ends_with("/service/cloud/auth")
    }

    pub fn token(&self) -> &str {
        self.headers.get("authorization").map_or("", String::as_str)
    }
}

/// What the provider does after it has read a whole request.
pub enum Reply {
    /// Writes these bytes and closes.
    Bytes(Vec<u8>),
    /// Writes these bytes and then neither writes nor closes.
    Hang(Vec<u8>),
    /// Closes with a reset instead of the orderly end.
    Reset,
    /// Writes a head and then blocks of blanks without end.
    Endless,
}

/// An answer with the given status line and body.
pub fn http(status: &str, body: &str) -> Reply {
    http_with(status, "", body)
}

/// The same with more header lines, each ending in CRLF.
pub fn http_with(status: &str, headers: &str, body: &str) -> Reply {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n{headers}\r\n"
    );
    Reply::Bytes([head.as_bytes(), body.as_bytes()].concat())
}

/// HTTP 200 with the body.
pub fn ok(body: &str) -> Reply {
    http("200 OK", body)
}

/// A successful answer of the token call.
pub fn token(text: &str) -> Reply {
    ok(&format!(
        r#"{{"data":{{"token":"{text}"}},"status":"OK","code":200}}"#
    ))
}

pub struct Provider {
    pub address: SocketAddr,
    received: Arc<Mutex<Vec<Received>>>,
    /// One message for each request read.
    pub arrivals: mpsc::UnboundedReceiver<()>,
}

impl Provider {
    /// Serves on an ephemeral port; `answer` gets each request and how many came before it.
    pub async fn start(answer: impl Fn(&Received, usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound address");
        let received = Arc::new(Mutex::new(Vec::new()));
        let (tell, arrivals) = mpsc::unbounded_channel();
        let (answer, log) = (Arc::new(answer), received.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, answer.clone(), log.clone(), tell.clone()));
            }
        });
        Self {
            address,
            received,
            arrivals,
        }
    }

    /// Serves the same reply to everything but the token call.
    pub async fn always(reply: impl Fn() -> Reply + Send + Sync + 'static) -> Self {
        Self::start(move |request, _| {
            if request.is_auth() {
                token("tok-1")
            } else {
                reply()
            }
        })
        .await
    }

    pub fn received(&self) -> Vec<Received> {
        self.received
            .lock()
            .expect("no test panics with the lock")
            .clone()
    }

    pub fn calls(&self) -> Vec<Received> {
        self.received()
            .into_iter()
            .filter(|request| !request.is_auth())
            .collect()
    }

    pub fn auths(&self) -> usize {
        self.received()
            .iter()
            .filter(|request| request.is_auth())
            .count()
    }

    pub fn config(&self) -> Config {
        config(&format!("http://{}", self.address))
    }

    pub fn client(&self) -> Client {
        Client::new(self.config()).expect("a good configuration")
    }
}

pub fn config(base_url: &str) -> Config {
    let app_secret = Secret::new("the-secret");
    let credentials = Credentials::Key {
        app_key: "the-key".into(),
        app_secret,
    };
    Config::new(base_url.parse().expect("a URL"), credentials)
}

/// A configuration that gives up quickly.
pub fn impatient(mut config: Config) -> Config {
    config.timeout = Duration::from_millis(500);
    config.create_timeout = Duration::from_millis(500);
    config
}

pub fn task() -> CreateTask {
    CreateTask {
        task_name: "march offer".into(),
        schedule: Schedule::Immediately,
        robot_id: "r1".into(),
        sip_line: "line".into(),
        repeat_interval: 0,
        repeat_number: 0,
        task_type: CreateTask::PROMOTION.into(),
        perform: Perform::AllOrNothing,
        robot_method: None,
        async_create: None,
        dnc_switch: None,
        details: vec![Detail {
            mobile: "+6212341234".into(),
            platform: "p".into(),
            ..Detail::default()
        }],
    }
}

async fn serve<F>(
    mut stream: TcpStream,
    answer: Arc<F>,
    log: Arc<Mutex<Vec<Received>>>,
    tell: mpsc::UnboundedSender<()>,
) where
    F: Fn(&Received, usize) -> Reply + Send + Sync + 'static,
{
    let Some(request) = read(&mut stream).await else {
        return;
    };
    let before = {
        let mut log = log.lock().expect("no test panics with the lock");
        log.push(request.clone());
        log.len() - 1
    };
    let reply = answer(&request, before);
    // A test that no longer listens is over.
    let _ = tell.send(());
    // A client that has had enough hangs up: writing may fail.
    match reply {
        Reply::Bytes(bytes) => drop(stream.write_all(&bytes).await),
        Reply::Hang(bytes) => {
            let _ = stream.write_all(&bytes).await;
            let mut rest = [0; 16];
            while stream.read(&mut rest).await.is_ok_and(|length| length > 0) {}
        }
        Reply::Reset => stream.set_zero_linger().expect("linger can be set"),
        Reply::Endless => {
            let block = [b' '; 65536];
            let _ = stream
                .write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
                .await;
            while stream.write_all(&block).await.is_ok() {}
        }
    }
}

async fn read(stream: &mut TcpStream) -> Option<Received> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break end;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
    let mut lines = head.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, target) = (first.next()?.to_owned(), first.next()?.to_owned());
    let headers: HashMap<String, String> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| {
            (
                name.to_ascii_lowercase(),
                value.strip_prefix(' ').unwrap_or(value).to_owned(),
            )
        })
        .collect();
    let length: usize = headers
        .get("content-length")
        .and_then(|length| length.parse().ok())
        .unwrap_or(0);
    while bytes.len() < end + 4 + length {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
    Some(Received {
        method,
        target,
        headers,
        body: bytes[end + 4..].to_vec(),
    })
}
