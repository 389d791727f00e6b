//! A browser that does as little as possible: what it takes is not of the server that is measured.

use std::io;
use std::net::SocketAddr;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::server::Server;

/// A connection that is kept.
pub struct Browser {
    stream: BufReader<TcpStream>,
}

/// What is of interest in an answer.
pub struct PageResponse {
    pub status: u16,
    /// Bytes of its body as they were sent.
    pub bytes: usize,
    /// The session cookie that it sets.
    pub cookie: Option<String>,
}

/// A request for a page by somebody with that session cookie.
pub fn get(server: &Server, path: &str, session: &str, accepted: &str) -> String {
    format!(
        "GET {path} HTTP/1.1\r\nhost: {}\r\ncookie: {session}\r\naccept: text/html\r\nsec-fetch-site: same-origin\r\n\
         accept-encoding: {accepted}\r\n\r\n",
        server.address
    )
}

/// Signs in; the session cookie.
pub async fn sign_in(server: &Server, email: &str, password: &str) -> String {
    let form = format!(
        "email={}&password={}",
        email.replace('@', "%40"),
        password.replace(' ', "+")
    );
    let request = format!(
        "POST /sign-in HTTP/1.1\r\nhost: {}\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        server.address,
        form.len()
    );
    let mut browser = Browser::connect(server.address).await.unwrap();
    let answer = browser.ask(&request).await.unwrap();
    assert_eq!(answer.status, 303, "the sign-in");
    answer.cookie.expect("a session cookie")
}

impl Browser {
    pub async fn connect(address: SocketAddr) -> io::Result<Browser> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Browser {
            stream: BufReader::with_capacity(64 * 1024, stream),
        })
    }

    /// Sends a request, and reads the answer to its end.
    pub async fn ask(&mut self, request: &str) -> io::Result<PageResponse> {
        self.stream.write_all(request.as_bytes()).await?;
        let line = self.line().await?;
        let status = line
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let (mut length, mut cookie) = (None, None);
        loop {
            let line = self.line().await?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.trim().parse().ok(),
                "set-cookie" => {
                    let pair = value.split(';').next().unwrap_or_default();
                    if pair.trim().starts_with("coxswain=") {
                        cookie = Some(pair.trim().to_owned());
                    }
                }
                _ => {}
            }
        }
        let bytes = match length {
            Some(length) => self.skip(length).await?,
            None => self.chunks().await?,
        };
        Ok(PageResponse {
            status: status.ok_or(io::ErrorKind::InvalidData)?,
            bytes,
            cookie,
        })
    }

    async fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(line.trim_end().to_owned())
    }

    async fn skip(&mut self, bytes: usize) -> io::Result<usize> {
        let mut body = vec![0; bytes];
        self.stream.read_exact(&mut body).await
    }

    /// A body in chunks (RFC 9112, 7.1).
    async fn chunks(&mut self) -> io::Result<usize> {
        let mut bytes = 0;
        loop {
            let line = self.line().await?;
            let length = usize::from_str_radix(&line, 16).map_err(io::Error::other)?;
            bytes += self.skip(length).await?;
            self.line().await?;
            if length == 0 {
                return Ok(bytes);
            }
        }
    }
}
