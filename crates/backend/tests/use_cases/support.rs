//! A backend with its database, a sandbox of the provider on an ephemeral port, and a clock that a test moves by hand.

#[path = "../application_role.rs"]
mod application_role;
#[path = "../../../sheets/tests/reading/files.rs"]
mod files;
#[path = "support/provider.rs"]
mod provider;

use backend::ids::{DraftId, TaskId};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use airudder_sandbox::{SandboxOptions, Settings};
use backend::drafts::{LeadSelection, Saved, Upload};
use backend::encryption::{EncryptionKeys, KEY_BYTES};
use backend::setup::{self, EarlierKeys, FirstAdministrator};
use backend::tasks::{LaunchConfirmation, Submission};
use backend::{
    Backend, Caller, Error, accounts, checks, do_not_call, drafts, tasks, users, worker,
};
use jiff::{SignedDuration, Timestamp};
use leads::views::{
    AccountForm, DraftView, LeadFilter, LeadQuery, RetentionForm, TaskForm, TaskView,
};
use sheets::UploadedFile;
use sqlx::PgPool;
use tokio::net::TcpListener;
use uuid::Uuid;

#[allow(
    unused_imports,
    reason = "the benchmarks that share this file need no samples"
)]
pub use files::{file, sample};
#[allow(
    unused_imports,
    reason = "the benchmarks that share this file call only as Coxswain does"
)]
pub use provider::bare_call;
pub use provider::client;
use provider::{serve, url_of};

/// 23 November 2026, 09:00 in Jakarta.
const START: &str = "2026-11-23T02:00:00Z";

pub const PASSWORD: &str = "a sentence nobody guesses";

/// A key that encrypts secrets.
pub fn encryption_keys() -> EncryptionKeys {
    EncryptionKeys::parse(&EncryptionKeys::written(&[7; KEY_BYTES])).unwrap()
}

#[derive(Clone)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    pub fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap()
    }

    pub fn forward(&self, by: SignedDuration) {
        self.0.fetch_add(by.as_secs(), Ordering::SeqCst);
    }
}

pub struct World {
    pub backend: Backend,
    /// The database by the role that owns it: for what the application may not do.
    pub owner: PgPool,
    pub caller: Caller,
    pub clock: Clock,
    pub provider: airudder::Client,
    address: std::net::SocketAddr,
    settings: Settings,
    sandbox: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl World {
    /// An Indonesian account with one line and one administrator.
    pub async fn new(pool: PgPool) -> World {
        World::with(pool, SandboxOptions::default()).await
    }

    pub async fn with(pool: PgPool, options: SandboxOptions) -> World {
        let start: Timestamp = START.parse().unwrap();
        let clock = Clock(Arc::new(AtomicI64::new(start.as_second())));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let settings = Settings {
            options,
            ..Settings::default()
        };
        let sandbox = serve(listener, &settings, &clock);
        let provider = client(&url_of(address));
        let owner = pool;
        let pool = application_role::as_application(&owner).await;
        let backend =
            Backend::new(pool, provider.clone(), true).with_encryption_keys(encryption_keys());
        let backend = backend.with_hourly_limits(backend::hourly::HourlyLimits::NONE);
        let caller = first_administrator(&backend, clock.now()).await;
        let backend = backend.with_account(None).await.unwrap();
        World {
            backend,
            owner,
            caller,
            clock,
            provider,
            address,
            settings,
            sandbox,
        }
    }

    pub fn provider_url(&self) -> String {
        url_of(self.address)
    }

    /// What works for no account, by the role of the application.
    pub async fn of_no_account(&self, sandbox: bool) -> Backend {
        let pool = application_role::as_application(&self.owner).await;
        Backend::new(pool, self.provider.clone(), sandbox).with_encryption_keys(encryption_keys())
    }

    /// From now on nobody listens where the provider was.
    pub async fn stop_provider(&mut self) {
        self.sandbox.abort();
        let ended = (&mut self.sandbox).await;
        assert!(ended.is_err_and(|error| error.is_cancelled()));
    }

    /// The provider is back where it was, without any memory.
    pub async fn start_provider(&mut self) {
        let listener = TcpListener::bind(self.address).await.unwrap();
        self.sandbox = serve(listener, &self.settings, &self.clock);
    }

    /// Works until nothing is due.
    pub async fn work(&self) {
        let clock = self.clock.clone();
        worker::drain(
            self.backend.clone(),
            move || clock.now(),
            worker::Pace::of(Duration::from_secs(120)),
        )
        .await
        .unwrap();
    }

    pub async fn save(&self, draft: DraftId, form: &TaskForm, file: Option<UploadedFile>) -> Saved {
        let upload = file.map_or(Upload::None, Upload::File);
        let now = self.clock.now();
        drafts::save(
            &self.backend,
            &self.caller,
            now,
            draft,
            None,
            form.clone(),
            upload,
        )
        .await
        .unwrap()
        .next
    }

    /// A draft with that sheet, and a name for its task.
    pub async fn draft(&self, name: &str, sheet: UploadedFile) -> DraftId {
        let id = fresh_id();
        let form = TaskForm {
            name: name.to_owned(),
            ..self.form().await
        };
        assert_eq!(self.save(id, &form, Some(sheet)).await, Saved::Review);
        id
    }

    /// A form that has nothing to be fixed, for a robot without variables.
    pub async fn form(&self) -> TaskForm {
        let now = self.clock.now();
        let view = drafts::form(
            &self.backend,
            &self.caller,
            now,
            None,
            None,
            DraftId::new(Uuid::nil()),
        )
        .await
        .unwrap();
        let robot = view
            .robots
            .iter()
            .find(|robot| robot.name == "Fleet survey EN-IN")
            .unwrap();
        TaskForm {
            name: "Week 47".to_owned(),
            robot: robot.id.clone(),
            when: "now".to_owned(),
            ..view.form
        }
    }

    pub async fn review(&self, draft: DraftId) -> DraftView {
        self.page(draft, LeadFilter::All, 0).await
    }

    pub async fn page(&self, draft: DraftId, show: LeadFilter, from: u32) -> DraftView {
        let query = LeadQuery {
            show,
            from,
            ..LeadQuery::default()
        };
        self.query(draft, query).await
    }

    pub async fn query(&self, draft: DraftId, query: LeadQuery) -> DraftView {
        let now = self.clock.now();
        drafts::review(
            &self.backend,
            &self.caller,
            now,
            draft,
            &LeadSelection::Page(query),
        )
        .await
        .unwrap()
    }

    pub async fn start_check(&self, draft: DraftId) -> Result<(), Error> {
        let version = self.review(draft).await.version;
        let now = self.clock.now();
        checks::start(
            &self.backend,
            &self.caller,
            now,
            draft,
            version,
            fresh_id(),
            &mut suffix,
        )
        .await
    }

    /// Checks the draft to the end.
    pub async fn check(&self, draft: DraftId) -> DraftView {
        self.start_check(draft).await.unwrap();
        self.work().await;
        self.review(draft).await
    }

    pub async fn submit(&self, view: &DraftView, without_refused: bool) -> Result<TaskId, Error> {
        let confirmed = LaunchConfirmation {
            draft: view.id.parse().unwrap(),
            version: view.version,
            form_key: view.form_key.parse().unwrap(),
            without_refused,
            shown: None,
        };
        let submission = Submission {
            confirmed,
            id: fresh_id(),
        };
        tasks::submit(&self.backend, &self.caller, self.clock.now(), &submission).await
    }

    /// A task of that sheet: drafted, checked and submitted; the worker has not seen it yet.
    pub async fn submitted(&self, name: &str, sheet: UploadedFile) -> TaskId {
        let draft = self.draft(name, sheet).await;
        let view = self.check(draft).await;
        self.submit(&view, false).await.unwrap()
    }

    /// From now on lists of more than so many leads are cut into batches of that many.
    pub async fn cuts_lists_longer_than(&mut self, leads: u32) {
        self.backend = self.backend.clone().cutting_lists_longer_than(leads);
        self.come_again().await;
    }

    /// Somebody who has signed in, as they come to the account.
    pub async fn known(&self, known: backend::KnownPerson) -> Caller {
        let caller = users::caller(&self.backend, known.person).await;
        caller.unwrap().unwrap()
    }

    /// The caller as they are now, as with their next request.
    pub async fn come_again(&mut self) {
        let caller = users::caller(&self.backend, self.caller.person).await;
        self.caller = caller.unwrap().unwrap();
    }

    pub async fn change_account(&mut self, change: impl FnOnce(&mut AccountForm)) {
        let now = self.clock.now();
        let mut form = accounts::settings(&self.caller, now).unwrap().form;
        change(&mut form);
        accounts::save(&self.backend, &self.caller, now, &form)
            .await
            .unwrap();
        self.come_again().await;
    }

    /// Has a batch sent again within the calling rule.
    pub async fn send_again(&self, task: TaskId, batch: u32) -> Result<(), Error> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        tasks::send_again(backend, caller, now, task, batch, "").await
    }

    pub async fn task(&self, id: TaskId) -> TaskView {
        tasks::view(&self.backend, &self.caller, self.clock.now(), id, true)
            .await
            .unwrap()
    }
}

async fn first_administrator(backend: &Backend, now: Timestamp) -> Caller {
    let form = AccountForm {
        name: "DIDI Indonesia".to_owned(),
        country: "ID".to_owned(),
        zone: "Asia/Jakarta".to_owned(),
        platform: "DIDI".to_owned(),
        lines: leads::lines_of_text("ID_PHONE_JKT"),
        default_line: 0,
        dnc_arranged: false,
        fill_notes: true,
        two_persons: false,
        batch_size: "5000".to_owned(),
        cooldown_days: "7".to_owned(),
        ..AccountForm::default()
    };
    let settings = leads::parse_account_form(&form).unwrap();
    accounts::ensure_first(backend, now, fresh_id(), &settings)
        .await
        .unwrap();
    let new_key = do_not_call::NewKey {
        secret: [3; 32],
        nonce: [4; 24],
    };
    do_not_call::ensure_key(backend, now, &new_key)
        .await
        .unwrap();
    let random = [7; setup::KEY_BYTES];
    let key = setup::make_key(backend, now, random, EarlierKeys::Stay).await;
    let key = key.unwrap().unwrap();
    let new = FirstAdministrator {
        id: fresh_id(),
        key: &key,
        email: "ana@example.com",
        name: "Ana",
        password: PASSWORD,
        retention: &long_retention(),
    };
    let address = std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);
    let known = setup::create_administrator(backend, now, new, &address.into()).await;
    let caller = users::caller(backend, known.unwrap().person).await;
    caller.unwrap().unwrap()
}

/// Everything is kept for as long as anything can be.
pub fn long_retention() -> RetentionForm {
    RetentionForm {
        result_days: leads::MAX_RETENTION_DAYS.to_string(),
        draft_days: leads::MAX_RETENTION_DAYS.to_string(),
        unused_columns: leads::KEEP_COLUMNS.to_owned(),
    }
}

/// Ids in a test need only differ.
pub fn fresh_id<Id: From<Uuid>>() -> Id {
    static NEXT: AtomicI64 = AtomicI64::new(1);
    let number = NEXT.fetch_add(1, Ordering::SeqCst);
    Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0000 | u128::from(number.unsigned_abs()))
        .into()
}

/// Of every name another one: a suffix takes five bits of each byte. The last one is a letter, since digits alone are searched for as a
/// number.
pub fn suffix() -> [u8; 8] {
    let number = fresh_id::<Uuid>().as_u128();
    let bits = |place: usize| ((number >> (5 * place)) & 31) as u8;
    std::array::from_fn(|place| if place == 7 { 31 } else { bits(place) })
}

/// A sheet with those numbers, and comments `C1`, `C2`, … beside them.
pub fn numbers(numbers: &[&str]) -> UploadedFile {
    let mut text = String::from("Customer,Mobile,Comments\n");
    for (index, number) in (1..).zip(numbers) {
        text.push_str(&format!("Budi {index},{number},C{index}\n"));
    }
    file("numbers.csv", text.as_bytes())
}

/// A sheet of that many good numbers, all different.
pub fn many(count: u32) -> UploadedFile {
    let numbers: Vec<String> = (0..count)
        .map(|index| format!("+62812{:06}", 300_000 + index))
        .collect();
    self::numbers(&numbers.iter().map(String::as_str).collect::<Vec<_>>())
}
