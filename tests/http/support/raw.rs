//! A client that speaks HTTP by hand: slowly, half, or not at all.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use coxswain::web::limits::{HttpLimits, UploadLimits};

use super::callers::SignedIn;

/// What is waited for comes at once, or never: this only keeps a test that fails from hanging.
const NEVER: Duration = Duration::from_secs(60);

/// A connection.
#[derive(Debug)]
pub struct Raw {
    stream: TcpStream,
    /// What the server is called: it stands where a request says `Host: x`.
    host: String,
    heard: Vec<u8>,
}

impl Raw {
    /// Connects with `http://host:port`.
    pub async fn connect(address: &str) -> Raw {
        Raw::connect_from(address, IpAddr::from([127, 0, 0, 1])).await
    }

    /// Connects from one of the addresses of this machine.
    pub async fn connect_from(address: &str, from: IpAddr) -> Raw {
        let to: SocketAddr = address
            .strip_prefix("http://")
            .and_then(|host| host.parse().ok())
            .expect("an address and a port");
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.bind(SocketAddr::new(from, 0)).expect("an address");
        Raw {
            stream: socket.connect(to).await.expect("a connection"),
            host: to.to_string(),
            heard: Vec::new(),
        }
    }

    /// A request as it is sent: to the server by its name.
    fn with_host(&self, bytes: &[u8]) -> Vec<u8> {
        const NAMELESS: &[u8] = b"Host: x\r\n";
        let place = bytes
            .windows(NAMELESS.len())
            .position(|part| part == NAMELESS);
        let Some(place) = place else {
            return bytes.to_vec();
        };
        let name = format!("Host: {}\r\n", self.host);
        [
            &bytes[..place],
            name.as_bytes(),
            &bytes[place + NAMELESS.len()..],
        ]
        .concat()
    }

    /// Sends that, which must be taken.
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        let bytes = self.with_host(bytes.as_ref());
        let sent = tokio::time::timeout(NEVER, self.stream.write_all(&bytes));
        sent.await.expect("it is taken").expect("a connection");
    }

    /// Sends as much of that as is taken before the connection is closed, and waits for that.
    pub async fn send_until_closed(mut self, bytes: &[u8]) -> String {
        let bytes = self.with_host(bytes);
        let (mut input, mut output) = self.stream.split();
        let sending = async {
            let _ = output.write_all(&bytes).await;
            std::future::pending::<()>().await;
        };
        let hearing = hear(&mut input, &mut self.heard);
        let closed = async {
            tokio::select! {
                () = hearing => {}
                () = sending => {}
            }
        };
        tokio::time::timeout(NEVER, closed)
            .await
            .expect("it is closed");
        String::from_utf8_lossy(&self.heard).into_owned()
    }

    /// Sends that again and again, each time a little later, until the connection is closed: all that was answered.
    pub async fn drip(mut self, bytes: &[u8]) -> String {
        let (mut input, mut output) = self.stream.split();
        let dripping = async {
            let mut ticks = tokio::time::interval(Duration::from_millis(5));
            loop {
                ticks.tick().await;
                // Whoever does not listen any more may still have something to say.
                if output.write_all(bytes).await.is_err() {
                    std::future::pending::<()>().await;
                }
            }
        };
        let hearing = hear(&mut input, &mut self.heard);
        let closed = async {
            tokio::select! {
                () = hearing => {}
                () = dripping => {}
            }
        };
        tokio::time::timeout(NEVER, closed)
            .await
            .expect("it is closed");
        String::from_utf8_lossy(&self.heard).into_owned()
    }

    /// Waits until the connection is closed: all that was answered.
    pub async fn closed(mut self) -> String {
        let hearing = hear(&mut self.stream, &mut self.heard);
        tokio::time::timeout(NEVER, hearing)
            .await
            .expect("it is closed");
        String::from_utf8_lossy(&self.heard).into_owned()
    }

    /// Waits for the headers of an answer; its body is left.
    pub async fn head(&mut self) -> String {
        let whole = async {
            loop {
                let end = self.heard.windows(4).position(|four| four == b"\r\n\r\n");
                if let Some(end) = end {
                    let rest = self.heard.split_off(end + 4);
                    return std::mem::replace(&mut self.heard, rest);
                }
                let read = self.stream.read_buf(&mut self.heard).await;
                assert!(read.expect("a connection") > 0, "it was closed");
            }
        };
        let head = tokio::time::timeout(NEVER, whole).await.expect("an answer");
        String::from_utf8_lossy(&head).into_owned()
    }

    /// Whether the connection serves: asks for something small, and reads the answer to its end.
    pub async fn serves(&mut self) -> bool {
        let request = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
        if self.stream.write_all(request).await.is_err() {
            return false;
        }
        let whole = async {
            let head = self.head().await.to_lowercase();
            let length = head.split("content-length: ").nth(1);
            let length = length.and_then(|rest| rest.lines().next()?.parse().ok());
            let length: usize = length.expect("a length");
            while self.heard.len() < length {
                let read = self.stream.read_buf(&mut self.heard).await;
                assert!(read.expect("a connection") > 0, "it was closed");
            }
            self.heard.drain(..length);
            head.starts_with("http/1.1 200")
        };
        tokio::time::timeout(NEVER, whole).await.expect("an answer")
    }
}

/// Reads until there is nothing more; a connection that was cut is closed as well.
async fn hear(input: &mut (impl AsyncReadExt + Unpin), heard: &mut Vec<u8>) {
    while let Ok(1..) = input.read_buf(heard).await {}
}

/// The beginning of an upload of somebody who is signed in: headers that announce so many bytes, and the form's first fields.
pub fn upload_begins(person: &SignedIn, path: &str, fields: &[(&str, &str)]) -> String {
    let mut body = String::new();
    for (name, value) in fields {
        body.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    let cookie = person.cookie();
    format!(
        "POST {} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\nAccept: text/html\r\n\
         Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000000\r\n\r\n{body}",
        super::callers::in_account(path)
    )
}

/// The headers of a part with a file.
pub const SHEET_BEGINS: &str = "--x\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"half.csv\"\r\n\
     Content-Type: text/csv\r\n\r\nCustomer,Mobile,Comments\n";

/// A form of a stranger that is announced and does not come.
pub const HALF_A_FORM: &str = "POST /sign-in HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nSec-Fetch-Site: same-origin\r\n\
     Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000\r\n\r\nemail=a";

/// Bounds that no test meets by itself.
pub fn patient() -> HttpLimits {
    let long = Duration::from_secs(3600);
    HttpLimits {
        headers: long,
        keep_alive: long,
        form: long,
        stranger: long,
        upload: UploadLimits {
            whole: long,
            silence: long,
            grace: long,
            ..UploadLimits::default()
        },
        ..HttpLimits::default()
    }
}
