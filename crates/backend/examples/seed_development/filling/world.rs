//! What the data are made with: a backend, the simulator of the provider, and a clock that is moved by hand.

mod numbers;
mod submitting;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use airudder_sandbox::{DEFAULT_APP_KEY, DEFAULT_APP_SECRET, SandboxOptions, Settings};
use backend::drafts::{LeadSelection, Saved, Upload};
use backend::encryption::EncryptionKeys;
use backend::ids::{DraftId, TaskId};

use backend::{Backend, Caller, checks, do_not_call, drafts, results, setup, tasks, users, worker};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use leads::results::meaning::{Meaning, MeaningInput, ResultGroup};
use leads::results::polling::{ASKED_AFTER_END, UNWATCHED_EVERY};
use leads::states::TaskState;
use leads::views::{DraftView, LeadQuery, NewTaskView, TaskForm};
use sha2::{Digest, Sha256};
use sheets::UploadedFile;
use sqlx::PgPool;
use tokio::net::TcpListener;
use uuid::Uuid;

use super::Outcome;
use super::history;
use super::people::{self, Person};

/// A robot of the simulator that says nothing but what it has learnt.
const ROBOT: &str = "Fleet survey EN-IN";

/// A line of the account.
const LINE: &str = "ID_PHONE_JKT";

/// How far back the data begin, in days.
const DAYS: i64 = 7 * (history::WEEKS + 1);

/// How long the simulator may take for a task.
const MAX_CALL: Duration = Duration::from_secs(120);

/// Between two searches for a batch, as the program has it by default.
pub const LOOK_EVERY: SignedDuration = SignedDuration::from_secs(30);

/// Nobody searches for what is to stay unknown before that.
const LEFT_ALONE: Duration = Duration::from_secs(24 * 3600);

/// A clock that is moved by hand; its clones tell the same time.
#[derive(Clone, Debug)]
pub struct Clock(Arc<AtomicI64>);

impl Clock {
    /// The time that it shows.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap_or_default()
    }

    /// Moves it on.
    pub fn forward(&self, by: SignedDuration) {
        self.0.fetch_add(by.as_secs(), Ordering::SeqCst);
    }

    fn set(&self, to: Timestamp) {
        self.0.store(to.as_second(), Ordering::SeqCst);
    }
}

/// Draws what has to differ. Nothing of it is secret, and the same data get the same ids on every run, but for the time in them.
#[derive(Clone, Debug, Default)]
pub struct Ids(Arc<AtomicU64>);

impl Ids {
    /// A new id: UUID version 7 (RFC 9562), as the program has them.
    pub fn next<Id: From<Uuid>>(&self, clock: &Clock) -> Id {
        let milliseconds = u64::try_from(clock.now().as_millisecond()).unwrap_or_default();
        let mut bytes = [0; 10];
        // Those of one millisecond are in the order in which they were drawn.
        bytes[..8].copy_from_slice(&self.count().to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &bytes)
            .into_uuid()
            .into()
    }

    fn suffix(&self) -> [u8; 8] {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&Sha256::digest(self.count().to_be_bytes())[..8]);
        bytes
    }

    /// Bytes that only have to differ.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        bytes.copy_from_slice(&Sha256::digest(self.count().to_be_bytes())[..N]);
        bytes
    }

    fn count(&self) -> u64 {
        self.0.fetch_add(1, Ordering::SeqCst)
    }
}

/// Everything that the filling works with.
pub struct World {
    backend: Backend,
    caller: Caller,
    /// The time of the account, its people and the provider.
    pub clock: Clock,
    ids: Ids,
    present: Timestamp,
    keys: Option<EncryptionKeys>,
}

impl World {
    /// An account with its people, before the first task; and the people by role.
    pub async fn new(
        pool: PgPool,
        now: Timestamp,
        zone: &str,
        keys: Option<EncryptionKeys>,
    ) -> Outcome<(World, BTreeMap<&'static str, Person>)> {
        let account = people::account(zone);
        let clock = Clock(Arc::new(AtomicI64::new(now.as_second())));
        clock.forward(SignedDuration::from_hours(-24 * (DAYS + 1)));
        let zone = TimeZone::get(zone)?;
        let provider = start_provider(zone, clock.clone(), SandboxOptions::default()).await?;
        let backend = Backend::new(pool, provider, true).with_encryption_keys(keys.clone());
        if !setup::is_unused(&backend).await? {
            return Err(
                "The database already holds drafts or tasks, so nothing was added. Only a database without them can be seeded."
                    .into(),
            );
        }
        let ids = Ids::default();
        let (caller, people) = people::make(&backend, &clock, &ids, &account).await?;
        let new_key = do_not_call::NewKey {
            secret: ids.random(),
            nonce: ids.random(),
        };
        do_not_call::ensure_key(&backend, clock.now(), &new_key).await?;
        let world = World {
            backend,
            caller,
            clock,
            ids,
            present: now,
            keys,
        };
        Ok((world, people))
    }

    /// The same for lists of more than so many leads, which are cut into batches of that many: real batches would need 10,001
    /// leads.
    pub async fn cutting_lists_longer_than(&self, leads: u32) -> Outcome<World> {
        self.with(self.backend.clone().cutting_lists_longer_than(leads))
            .await
    }

    /// The same with a simulator of its own, whose calls last as long as those of people do, a few at a time.
    pub async fn with_calls_that_take_their_time(&self) -> Outcome<World> {
        let at_once = history::CALLS_AT_ONCE;
        let options = format!("talk=plausible, calls-at-once={at_once}, redial-minute=1min");
        let options = SandboxOptions::parse(&options)?;
        let provider = start_provider(self.zone(), self.clock.clone(), options).await?;
        let pool = self.backend.pool().clone();
        let backend = Backend::new(pool, provider, true).with_encryption_keys(self.keys.clone());
        self.with(backend).await
    }

    async fn with(&self, backend: Backend) -> Outcome<World> {
        let caller = users::caller(&backend, self.caller.person).await?;
        Ok(World {
            backend,
            caller: caller.ok_or("the administrator is not there any more")?,
            clock: self.clock.clone(),
            ids: self.ids.clone(),
            present: self.present,
            keys: self.keys.clone(),
        })
    }

    /// Moves the clock to an hour in the account's zone, so many days before the present.
    pub fn go_to(&self, days_ago: i64, hour: i8) -> Outcome<()> {
        let zone = self.zone();
        let day = self.present.to_zoned(zone.clone()).date();
        let then = day.checked_sub(days_ago.days())?.at(hour, 0, 0, 0);
        self.clock.set(then.to_zoned(zone)?.timestamp());
        Ok(())
    }

    /// Moves the clock to so long before the present.
    pub fn go_to_before_present(&self, by: SignedDuration) {
        self.clock.set(self.present - by);
    }

    /// Tomorrow at that hour in the account's zone, as forms write it.
    pub fn tomorrow_at(&self, hour: i8) -> Outcome<String> {
        let tomorrow = self.present.to_zoned(self.zone()).date().tomorrow()?;
        let then = tomorrow.at(hour, 0, 0, 0);
        Ok(then.strftime("%Y-%m-%dT%H:%M").to_string())
    }

    fn zone(&self) -> TimeZone {
        self.caller.account.zone().clone()
    }

    /// A form without any problem, for a task that calls at once.
    pub async fn form(&self, name: &str) -> Outcome<TaskForm> {
        let view = self.blank_form().await?;
        let robot = robot_of(&view, ROBOT)?;
        Ok(TaskForm {
            name: name.to_owned(),
            robot,
            line: LINE.to_owned(),
            when: "now".to_owned(),
            ..view.form
        })
    }

    /// The id of a robot of the simulator.
    pub async fn robot(&self, name: &str) -> Outcome<String> {
        robot_of(&self.blank_form().await?, name)
    }

    /// Counts those as interested whose calls end with a letter, as an administrator does whose robot names it in words that Coxswain
    /// does not know.
    pub async fn name_interested(&self, robot: &str, letter: &str) -> Outcome<()> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        let robot = self.robot(robot).await?;
        let table = results::robot_results(backend, caller, now, &robot).await?;
        let row = |meaning: &Meaning| MeaningInput {
            letter: meaning.letter.clone(),
            name: meaning.name.clone(),
            group: match meaning.letter == letter {
                true => ResultGroup::Interested.key().to_owned(),
                false => meaning.group.key().to_owned(),
            },
            reached: meaning.reached,
            order: meaning.order.to_string(),
        };
        let rows: Vec<MeaningInput> = table.results.iter().map(row).collect();
        results::save_robot_results(backend, caller, now, &robot, table.version, &rows).await?;
        Ok(())
    }

    async fn blank_form(&self) -> Outcome<NewTaskView> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        let none = DraftId::new(Uuid::nil());
        Ok(drafts::form(backend, caller, now, None, None, none).await?)
    }

    /// A draft of that form and that list, whatever is wrong with them.
    pub async fn save(&self, form: TaskForm, list: UploadedFile) -> Outcome<(DraftId, Saved)> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        let (id, list) = (self.ids.next(&self.clock), Upload::File(list));
        let saved = drafts::save(backend, caller, now, id, None, form, list).await?;
        Ok((id, saved.next))
    }

    /// A draft of that list whose leads can be reviewed.
    pub async fn draft(&self, form: TaskForm, list: UploadedFile) -> Outcome<DraftId> {
        let name = form.name.clone();
        match self.save(form, list).await? {
            (draft, Saved::Review) => Ok(draft),
            (_, Saved::ToFix | Saved::NotStored(_)) => {
                Err(format!("“{name}” cannot be reviewed").into())
            }
        }
    }

    /// Leaves a row of a draft out.
    pub async fn leave_out(&self, draft: DraftId, row: u32) -> Outcome<()> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        drafts::leave_out(backend, caller, now, draft, row, true).await?;
        Ok(())
    }

    /// Throws a draft away.
    pub async fn discard(&self, draft: DraftId) -> Outcome<()> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        drafts::discard(backend, caller, now, draft).await?;
        Ok(())
    }

    /// Has the provider check a draft; the draft afterwards.
    pub async fn check(&self, draft: DraftId) -> Outcome<DraftView> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        let version = self.review(draft).await?.version;
        let id = self.ids.next(&self.clock);
        let mut suffix = || self.ids.suffix();
        checks::start(backend, caller, now, draft, version, id, &mut suffix).await?;
        self.work().await?;
        self.review(draft).await
    }

    async fn review(&self, draft: DraftId) -> Outcome<DraftView> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        let page = LeadSelection::Page(LeadQuery::default());
        Ok(drafts::review(backend, caller, now, draft, &page).await?)
    }

    /// Sends and checks until nothing is due.
    pub async fn work(&self) -> Outcome<()> {
        self.work_at(worker::Pace::of(MAX_CALL)).await
    }

    /// The same, and what has no clear answer is not searched for any time soon.
    pub async fn work_without_searching(&self) -> Outcome<()> {
        let pace = worker::Pace {
            reconcile_every: LEFT_ALONE,
            ..worker::Pace::of(MAX_CALL)
        };
        self.work_at(pace).await
    }

    async fn work_at(&self, pace: worker::Pace) -> Outcome<()> {
        let clock = self.clock.clone();
        Ok(worker::drain(self.backend.clone(), move || clock.now(), pace).await?)
    }

    /// Lets time pass until no calls are asked for any more.
    pub async fn until_nobody_asks(&self) -> Outcome<()> {
        for _ in 0..=ASKED_AFTER_END {
            self.clock.forward(UNWATCHED_EVERY);
            self.work().await?;
        }
        Ok(())
    }

    /// Asks the provider how the calls of a task stand.
    pub async fn refresh(&self, task: TaskId) -> Outcome<()> {
        Ok(tasks::refresh(&self.backend, &self.caller, self.clock.now(), task).await?)
    }

    /// Stops the batches of a task that wait.
    pub async fn stop_rest(&self, task: TaskId) -> Outcome<()> {
        tasks::stop_rest(&self.backend, &self.caller, self.clock.now(), task).await?;
        Ok(())
    }

    /// Gives up the only batch of a task.
    pub async fn give_up(&self, task: TaskId) -> Outcome<()> {
        Ok(tasks::give_up(&self.backend, &self.caller, self.clock.now(), task, 1).await?)
    }

    /// Fails where the task is not in that state.
    pub async fn expect(&self, task: TaskId, state: TaskState) -> Outcome<()> {
        let view = tasks::view(&self.backend, &self.caller, self.clock.now(), task, true).await?;
        if view.state == state {
            return Ok(());
        }
        let (name, is, wanted) = (view.name, view.state.message(), state.message());
        Err(format!("“{name}” is in the state “{is}” and not “{wanted}”").into())
    }
}

fn robot_of(view: &NewTaskView, name: &str) -> Outcome<String> {
    let robot = view.robots.iter().find(|robot| robot.name == name);
    let robot = robot.ok_or("the simulator does not have the robot")?;
    Ok(robot.id.clone())
}

/// Starts the simulator in this process; a client of it.
async fn start_provider(
    zone: TimeZone,
    clock: Clock,
    options: SandboxOptions,
) -> Outcome<airudder::Client> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let settings = Settings {
        zone,
        options,
        ..Settings::default()
    };
    let clock = Arc::new(move || clock.now());
    tokio::spawn(airudder_sandbox::serve(listener, settings, clock));
    let credentials = airudder::Credentials::Key {
        app_key: DEFAULT_APP_KEY.to_owned(),
        app_secret: airudder::Secret::new(DEFAULT_APP_SECRET),
    };
    let mut config = airudder::Config::new(format!("http://{address}").parse()?, credentials);
    config.create_timeout = MAX_CALL;
    Ok(airudder::Client::new(config)?)
}
