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
    counters: Arc<Counters>,
}

#[derive(Default)]
struct Counters {
    questions: AtomicUsize,
    pings: AtomicUsize,
}

/// How often the database was waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundTrips {
    /// With something to prepare or to execute.
    pub questions: usize,
    /// With nothing but to see whether it answers. sqlx does so whenever a connection goes back to the pool, which nobody waits for;
    /// a pool may also do so whenever somebody takes one.
    pub pings: usize,
}

impl CountedDatabase {
    /// Listens in front of that database.
    pub async fn in_front_of(database: &PgConnectOptions) -> CountedDatabase {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let behind = (database.get_host().to_owned(), database.get_port());
        let counters = Arc::new(Counters::default());
        let counted = Arc::clone(&counters);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = TcpStream::connect(behind.clone()).await;
                pass_on(client, server.expect("the database"), Arc::clone(&counted));
            }
        });
        let options = database.clone().host("127.0.0.1").port(port);
        let options = options.ssl_mode(PgSslMode::Disable);
        CountedDatabase {
            pool: backend::pool_options(1).connect_lazy_with(options),
            counters,
        }
    }

    /// What it takes to do that, connections back in the pool included.
    pub async fn round_trips(&self, work: impl AsyncFnOnce()) -> RoundTrips {
        let before = self.so_far();
        work().await;
        // A connection goes back by a task of its own.
        while self.pool.num_idle() < self.pool.size() as usize {
            tokio::task::yield_now().await;
        }
        let after = self.so_far();
        RoundTrips {
            questions: after.questions - before.questions,
            pings: after.pings - before.pings,
        }
    }

    fn so_far(&self) -> RoundTrips {
        RoundTrips {
            questions: self.counters.questions.load(Ordering::SeqCst),
            pings: self.counters.pings.load(Ordering::SeqCst),
        }
    }
}

fn pass_on(client: TcpStream, server: TcpStream, counters: Arc<Counters>) {
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    tokio::spawn(async move { copy(&mut from_server, &mut to_client).await });
    tokio::spawn(async move {
        // The first message has no letter before its length.
        let mut letter = None;
        while let Ok(message) = next_message(&mut from_client, letter.is_some()).await {
            let before = letter.replace(message[0]);
            // `Sync` and `Query` are what the server answers to with `ReadyForQuery`; a `Sync` that ends nothing is a ping.
            match (before, message[0]) {
                (None, _) => {}
                (Some(b'S' | b'Q'), b'S') => {
                    counters.pings.fetch_add(1, Ordering::SeqCst);
                }
                (_, b'S' | b'Q') => {
                    counters.questions.fetch_add(1, Ordering::SeqCst);
                }
                _ => {}
            }
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
