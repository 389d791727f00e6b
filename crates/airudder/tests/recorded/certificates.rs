//! A provider whose certificate nobody has signed whom this machine trusts.

use std::net::SocketAddr;
use std::sync::Arc;

use airudder::{Client, ConfigError, Credentials, Error, NotSentReason, Secret};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::provider::{config, task};

const PEM: &[u8] = include_bytes!("self_signed.pem");

/// What became of a connection.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    /// The client hung up over the certificate, for that reason.
    Refused(String),
    /// It went on, and asked for something.
    Asked,
}

/// Serves over TLS with that certificate; what became of each connection.
async fn serve() -> (SocketAddr, mpsc::UnboundedReceiver<Seen>) {
    let certificate = CertificateDer::from_pem_slice(PEM).unwrap();
    let key = PrivateKeyDer::from_pem_slice(PEM).unwrap();
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key);
    let acceptor = TlsAcceptor::from(Arc::new(config.unwrap()));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, seen) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let seen = serve_one(&acceptor, stream).await;
            // A test that no longer listens is over.
            let _ = tell.send(seen);
        }
    });
    (address, seen)
}

async fn serve_one(acceptor: &TlsAcceptor, stream: TcpStream) -> Seen {
    const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
    let mut stream = match acceptor.accept(stream).await {
        Ok(stream) => stream,
        Err(error) => return Seen::Refused(error.to_string()),
    };
    let mut buffer = [0; 1024];
    match stream.read(&mut buffer).await {
        Ok(1..) => {
            let _ = stream.write_all(ANSWER).await;
            let _ = stream.shutdown().await;
            Seen::Asked
        }
        Ok(0) => Seen::Refused("it hung up".to_owned()),
        // In TLS 1.3 a client may refuse after the handshake of the server has ended.
        Err(error) => Seen::Refused(error.to_string()),
    }
}

#[tokio::test]
async fn a_provider_with_a_certificate_that_nobody_signed_is_refused_before_anything_is_sent() {
    let (address, mut seen) = serve().await;
    let base = format!("https://{address}");
    // Nothing else is wrong with it: a client that trusts it gets an answer.
    let trusted = reqwest::Certificate::from_pem(PEM).unwrap();
    let trusting = reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([trusted])
        .build()
        .unwrap();
    let answer = trusting.get(&base).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(seen.recv().await, Some(Seen::Asked));

    let mut config = config(&base);
    config.credentials = Credentials::Token(Secret::new("fixed"));
    let client = match Client::new(config) {
        Ok(client) => client,
        // A machine without root certificates makes no HTTPS client at all; one that asked for no certificate would be made.
        Err(ConfigError::Http(reason)) if reason.contains("CA certificates") => return,
        Err(error) => panic!("{error}"),
    };
    let changing = client.create_task(&task()).await.unwrap_err();
    let reading = client.robots().await.unwrap_err();
    for error in [changing, reading] {
        let Error::NotSent {
            reason: NotSentReason::Connect { cause },
        } = error
        else {
            panic!("{error}");
        };
        // The log has these words.
        assert!(cause.contains("invalid peer certificate"), "{cause}");
        let Some(Seen::Refused(alert)) = seen.recv().await else {
            panic!("it was asked for something");
        };
        assert!(alert.contains("UnknownCA"), "{alert}");
    }
}
