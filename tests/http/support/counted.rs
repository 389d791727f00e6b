//! A way to the database that counts what goes over it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sqlx::PgPool;
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, copy};
use tokio::net::{TcpListener, TcpStream};

/// A listener between a pool and its database.
pub struct CountedDatabase {
    /// One connection, as the program makes its own, so that a statement is prepared once.
    pub pool: PgPool,
    round_trips: Arc<AtomicUsize>,
}

impl CountedDatabase {
    /// Listens in front of that database.
    pub async fn in_front_of(database: &PgConnectOptions) -> CountedDatabase {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let behind = (database.get_host().to_owned(), database.get_port());
        let round_trips = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&round_trips);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = TcpStream::connect(behind.clone()).await;
                pass_on(client, server.expect("the database"), Arc::clone(&counter));
            }
        });
        let options = database.clone().host("127.0.0.1").port(port);
        let options = options.ssl_mode(PgSslMode::Disable);
        CountedDatabase {
            pool: backend::pool_options(1).connect_lazy_with(options),
            round_trips,
        }
    }

    /// How often the database was waited for so far.
    pub fn round_trips(&self) -> usize {
        self.round_trips.load(Ordering::SeqCst)
    }
}

fn pass_on(client: TcpStream, server: TcpStream, counter: Arc<AtomicUsize>) {
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    tokio::spawn(async move { copy(&mut from_server, &mut to_client).await });
    tokio::spawn(async move {
        // The first message has no letter before its length.
        let mut has_letter = false;
        while let Ok(message) = next_message(&mut from_client, has_letter).await {
            // `Sync` and `Query` are what the server answers to with `ReadyForQuery`.
            if has_letter && matches!(message[0], b'S' | b'Q') {
                counter.fetch_add(1, Ordering::SeqCst);
            }
            has_letter = true;
            if to_server.write_all(&message).await.is_err() {
                break;
            }
        }
    });
}

/// A message of the protocol of Postgres, whole.
async fn next_message(
    from: &mut (impl AsyncRead + Unpin),
    has_letter: bool,
) -> std::io::Result<Vec<u8>> {
    let mut message = Vec::new();
    if has_letter {
        message.push(from.read_u8().await?);
    }
    let length = from.read_u32().await?;
    message.extend_from_slice(&length.to_be_bytes());
    let mut rest = vec![0; length as usize - 4];
    from.read_exact(&mut rest).await?;
    message.extend_from_slice(&rest);
    Ok(message)
}
