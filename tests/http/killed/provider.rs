//! The simulator of the provider outside of every process of the program: it remembers what they have ordered when they die.
//!
//! Each process has a door of its own to it. At the doors every order is noted, and its answer is held back until the test
//! lets it go: so a process is killed while it waits, for certain and without any waiting for the clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use airudder_sandbox::{
    DEFAULT_APP_KEY, DEFAULT_APP_SECRET, DuplicateNames, SandboxOptions, Settings,
};
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::{Router, http};
use jiff::Timestamp;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::soon;

/// Where a task is checked and created.
const ORDERS: &str = "/service/cloud/v2/task";

/// `Perform` of a check, which creates nothing.
pub const CHECK: u64 = 2;

/// A call that checks or creates a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The door at which it came: that of one process.
    pub door: usize,
    /// The task's name.
    pub name: String,
    /// What is to be done (1, 2 or 3).
    pub perform: u64,
}

impl Order {
    /// Whether it creates a task.
    pub fn creates(&self) -> bool {
        self.perform != CHECK
    }
}

/// A task as the provider lists it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Its id.
    pub id: String,
}

/// What is noted at the doors, and what is let through.
#[derive(Debug)]
struct Desk {
    orders: watch::Sender<Vec<Order>>,
    /// So many of the orders, in the order in which they came, may be answered.
    answered: watch::Sender<usize>,
    /// Whether orders get lost: nobody works on them and nobody answers.
    loses: watch::Sender<bool>,
}

/// The provider.
#[derive(Debug)]
pub struct Provider {
    sandbox: Router,
    desk: Arc<Desk>,
    doors: AtomicUsize,
    list: airudder::Client,
}

impl Provider {
    /// A provider that answers everything, until it is told otherwise. Where a name comes twice, it makes a second task.
    pub async fn start() -> Provider {
        let settings = Settings {
            options: SandboxOptions {
                duplicate_names: DuplicateNames::Accepted,
                ..SandboxOptions::default()
            },
            ..Settings::default()
        };
        #[allow(
            clippy::disallowed_methods,
            reason = "the provider is outside, and has a clock of its own"
        )]
        let sandbox = airudder_sandbox::router(settings, Arc::new(Timestamp::now));
        let own = serve(sandbox.clone()).await.parse().expect("a URL");
        let credentials = airudder::Credentials::Key {
            app_key: DEFAULT_APP_KEY.to_owned(),
            app_secret: airudder::Secret::new(DEFAULT_APP_SECRET),
        };
        Provider {
            sandbox,
            desk: Arc::new(Desk {
                orders: watch::Sender::default(),
                answered: watch::Sender::new(usize::MAX),
                loses: watch::Sender::default(),
            }),
            doors: AtomicUsize::new(0),
            list: airudder::Client::new(airudder::Config::new(own, credentials)).expect("a client"),
        }
    }

    /// A new door; its number and its address.
    pub async fn door(&self) -> (usize, String) {
        let door = self.doors.fetch_add(1, Ordering::Relaxed);
        let at_the_door = from_fn_with_state((door, Arc::clone(&self.desk)), note);
        (door, serve(self.sandbox.clone().layer(at_the_door)).await)
    }

    /// From now on so many more orders are answered, and those that come after them held back.
    pub fn answer_only(&self, orders: usize) {
        let noted = self.desk.orders.borrow().len();
        self.desk.answered.send_replace(noted + orders);
    }

    /// Answers what is held back, and everything from now on.
    pub fn answer_all(&self) {
        self.desk.answered.send_replace(usize::MAX);
    }

    /// Whether orders get lost from now on.
    pub fn lose(&self, loses: bool) {
        self.desk.loses.send_replace(loses);
    }

    /// Every order that has come, in the order in which they came.
    pub fn orders(&self) -> Vec<Order> {
        self.desk.orders.borrow().clone()
    }

    /// Waits until so many orders have come that create a task; these.
    pub async fn creations(&self, count: usize) -> Vec<Order> {
        self.awaited(count, Order::creates).await
    }

    /// Waits until so many orders have come that check a task; these.
    pub async fn checks(&self, count: usize) -> Vec<Order> {
        self.awaited(count, |order| !order.creates()).await
    }

    async fn awaited(&self, count: usize, wanted: impl Fn(&Order) -> bool) -> Vec<Order> {
        let of = |orders: &Vec<Order>| -> Vec<Order> {
            orders
                .iter()
                .filter(|order| wanted(order))
                .cloned()
                .collect()
        };
        let mut orders = self.desk.orders.subscribe();
        let enough = orders.wait_for(|orders| of(orders).len() >= count);
        let orders = soon("an order at the provider", enough).await;
        of(&orders.expect("the provider is there"))
    }

    /// The tasks that the provider has, sorted.
    pub async fn tasks(&self) -> Vec<Listed> {
        let page = self.list.tasks(1, 100).await.expect("a list");
        let listed = page.entries.into_iter().map(|entry| Listed {
            name: entry.name.expect("a name"),
            id: entry.task_id.expect("an id"),
        });
        let mut tasks: Vec<_> = listed.collect();
        tasks.sort();
        tasks
    }
}

/// Serves it on loopback until the test ends; the address.
async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(axum::serve(listener, router).into_future());
    format!("http://{address}")
}

/// What a door does: it has the order worked on, notes it, and holds the answer back.
async fn note(
    State((door, desk)): State<(usize, Arc<Desk>)>,
    request: Request,
    next: Next,
) -> Response {
    if request.uri().path() != ORDERS {
        return next.run(request).await;
    }
    let (batches, body) = request.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a whole body");
    let order = read(door, &body);
    if *desk.loses.borrow() {
        desk.note(order);
        return std::future::pending().await;
    }
    let answer = next
        .run(http::Request::from_parts(batches, body.into()))
        .await;
    // Whoever learns of the order finds its task in the list.
    let number = desk.note(order);
    let mut answered = desk.answered.subscribe();
    let may_go = answered.wait_for(|answered| number < *answered).await;
    assert!(may_go.is_ok(), "the desk outlives its doors");
    answer
}

fn read(door: usize, body: &[u8]) -> Order {
    let order: Value = serde_json::from_slice(body).expect("JSON");
    Order {
        door,
        name: order["TaskName"].as_str().expect("a name").to_owned(),
        perform: order["Perform"].as_u64().expect("what is to be done"),
    }
}

impl Desk {
    /// Notes an order; how many came before it.
    fn note(&self, order: Order) -> usize {
        let mut number = 0;
        self.orders.send_modify(|orders| {
            number = orders.len();
            orders.push(order);
        });
        number
    }
}
