//! `coxswain serve`.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::time::Duration;

use airudder_sandbox as sandbox;
use backend::hourly::HourlyLimits;
use backend::installation::{Connect, Installation, ProviderAccount};
use backend::setup::{self, EarlierKeys};
use backend::worker::Pace;
use backend::{Backend, accounts, restore};
use clap::Args;
use jiff::tz::TimeZone;
use sqlx::{Connection, PgPool};
use tokio::net::TcpListener;

use crate::cli::config::{Config, Provider, RESTORE_JOURNAL};
use crate::cli::failure::Failure;
use crate::cli::stop_signals::StopSignals;
use crate::cli::{do_not_call, offline_client, sheet_reading};
use coxswain::web::application::Application;
use coxswain::web::clock;
use coxswain::web::limits::{HttpLimits, Proxies};
use coxswain::web::paths;
use coxswain::web::request::site::Site;

/// How `coxswain serve` is to start.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct ServeArguments {
    /// Print the setup key even if standard output is not a terminal. It is a secret: use this only if no log keeps the output
    #[arg(long)]
    print_setup_key: bool,
    /// Apply missing migrations first, instead of refusing to start
    #[arg(long)]
    migrate: bool,
    /// Has open pages follow changes of style and program
    #[cfg(debug_assertions)]
    #[arg(long, hide = true)]
    reload_pages: bool,
}

/// Connections to the database at once; Postgres allows 100 unless told otherwise.
const CONNECTIONS: u32 = 16;

/// Files that the program has open besides connections of clients: those with the database and the provider, uploads.
const OTHER_FILES: usize = 256;

/// How long the simulator may take to create a task, in seconds: as AIRudder, unless it is told otherwise.
const SANDBOX_SECONDS: u64 = 150;

/// How long a request waits for a connection: people are told within seconds when the database is down.
const WAIT_FOR_CONNECTION: Duration = Duration::from_secs(5);

/// How long the database may take to answer when the program starts.
const DATABASE_TIMEOUT: Duration = Duration::from_secs(10);

/// Connects to a database whose schema is up to date.
///
/// # Errors
/// [`Failure::Schema`] where a migration is missing: only who is told to changes a database.
pub async fn database(url: &airudder::Secret) -> Result<PgPool, Failure> {
    let pool = connect(url).await?;
    let missing = backend::missing_migrations(&pool)
        .await
        .map_err(Failure::Database)?;
    if missing.is_empty() {
        Ok(pool)
    } else {
        Err(Failure::Schema(missing))
    }
}

/// Connects to the database and makes the migrations that are missing; returns their names with it.
///
/// # Errors
/// When the database cannot be reached, or a migration fails.
pub async fn migrated_database(url: &airudder::Secret) -> Result<(PgPool, Vec<String>), Failure> {
    let pool = connect(url).await?;
    let missing = backend::missing_migrations(&pool)
        .await
        .map_err(Failure::Database)?;
    backend::migrate(&pool).await.map_err(Failure::Backend)?;
    Ok((pool, missing))
}

async fn connect(url: &airudder::Secret) -> Result<PgPool, Failure> {
    let options: sqlx::postgres::PgConnectOptions =
        url.expose().parse().map_err(Failure::Database)?;
    let place = format!("{}:{}", options.get_host(), options.get_port());
    let options = options.application_name("coxswain");
    // A pool would try again and again, and end without the reason.
    let first = tokio::time::timeout(DATABASE_TIMEOUT, sqlx::PgConnection::connect_with(&options));
    let first = first
        .await
        .unwrap_or(Err(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into())));
    first
        .map_err(|source| Failure::Unreachable { place, source })?
        .close()
        .await
        .map_err(Failure::Database)?;
    Ok(backend::pool_options(CONNECTIONS)
        .acquire_timeout(WAIT_FOR_CONNECTION)
        .connect_lazy_with(options))
}

/// Serves until the process is told to stop.
///
/// # Errors
/// When it cannot start, or when what it consists of ends by itself.
pub async fn serve(config: Config, arguments: ServeArguments) -> Result<(), Failure> {
    let pool = if arguments.migrate {
        migrated_database(&config.database_url).await?.0
    } else {
        database(&config.database_url).await?
    };
    if matches!(config.provider, Provider::Airudder(_)) {
        warn_of_a_powerful_role(&pool).await?;
    }
    let listener = TcpListener::bind(config.addr).await;
    let listener = listener.map_err(|source| Failure::Listen {
        addr: config.addr,
        source,
    })?;
    let addr = listener.local_addr().map_err(|source| Failure::Listen {
        addr: config.addr,
        source,
    })?;
    let site = Site::new(
        config.public_url.clone(),
        addr,
        config.trusted_proxies.clone(),
    );
    #[cfg(debug_assertions)]
    let site = if arguments.reload_pages {
        site.reloading()
    } else {
        site
    };
    let (installation, pace) = installation(&config, pool).await?;
    let backend = installation.backend();
    accounts::ensure_first(backend, clock::now(), clock::new_id(), &config.account)
        .await
        .map_err(Failure::Backend)?;
    do_not_call::ensure_key(backend).await?;
    refuse_to_play(&config.provider, backend).await?;
    apply_restore_journal(backend).await?;
    let earlier = backend::do_not_call::take_in_earlier_opt_outs(backend, clock::now()).await;
    earlier.map_err(Failure::Backend)?;
    installation.refresh().await.map_err(Failure::Backend)?;
    let limits = limits(&config);
    // From here on, so that a signal that comes as soon as somebody knows of this process is heard.
    let [mut first, mut second] = [StopSignals::listen()?, StopSignals::listen()?];
    let application =
        Application::start(listener, installation.clone(), site.clone(), pace, limits);
    tracing::info!(%addr, sandbox = backend.is_sandbox(), "listening");
    greet(backend, &site.origin, arguments.print_setup_key).await?;
    tokio::select! {
        outcome = application.run(first.next()) => outcome.map_err(Failure::Ended),
        // Somebody is in a hurry: the leases of the worker outlive it, so nothing is lost.
        () = second.next_but_one() => {
            tracing::warn!("stopping at once");
            std::process::exit(0)
        }
    }
}

/// The installation as the configuration has it, and the pace of its workers.
async fn installation(config: &Config, pool: PgPool) -> Result<(Installation, Pace), Failure> {
    let is_sandbox = matches!(config.provider, Provider::Sandbox { .. });
    let longest = match &config.provider {
        Provider::Airudder(provider) => provider.create_timeout,
        Provider::Sandbox { .. } => Duration::from_secs(SANDBOX_SECONDS),
    };
    let pace = Pace {
        reconcile_every: config.reconcile_every,
        concurrency: config.concurrency,
        ..Pace::of(longest)
    };
    let sheets = sheet_reading::own_process().map_err(Failure::Output)?;
    // What is of no account calls nobody.
    let backend = Backend::new(pool, offline_client()?, is_sandbox)
        .reading_sheets_with(sheets)
        .with_second_factors(config.second_factors)
        .with_hourly_limits(HourlyLimits {
            checks: config.checks_per_hour,
            ..HourlyLimits::default()
        })
        .with_encryption_keys(config.encryption_keys.clone())
        .with_restore_journal(config.restore_journal.clone())
        .with_mailer(config.mailer.clone());
    Ok((Installation::new(backend, connect_accounts(config)), pace))
}

/// Whoever takes over a program whose role owns the tables can rewrite what was logged.
async fn warn_of_a_powerful_role(pool: &PgPool) -> Result<(), Failure> {
    let role = backend::role_that_may_change_the_schema(pool).await;
    if let Some(role) = role.map_err(Failure::Database)? {
        tracing::warn!(
            role,
            "this database role can change the schema and the logs: use one of its own, with `coxswain migrate --application-role`"
        );
    }
    Ok(())
}

/// What clients may take: no more connections than there is room for beside the files of the program itself.
fn limits(config: &Config) -> HttpLimits {
    let mut limits = HttpLimits::default();
    limits.upload.per_hour = config.uploads_per_hour;
    let trusted = config.trusted_proxies.clone();
    limits.proxies = Proxies::new(move |address| trusted.contains(address));
    let room = open_files().saturating_sub(OTHER_FILES);
    limits.connections = limits.connections.min(room);
    if limits.connections < HttpLimits::default().connections {
        tracing::warn!(
            connections = limits.connections,
            "this machine allows few open files, so Coxswain accepts fewer connections at once"
        );
    }
    limits
}

/// How many files the program may have open: as many as it is allowed to allow itself, up to what it needs.
fn open_files() -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let needed = (HttpLimits::default().connections + OTHER_FILES) as u64;
    let allowed = getrlimit(Resource::Nofile);
    let most = allowed.maximum.map_or(needed, |most| most.min(needed));
    let now = allowed.current.unwrap_or(needed);
    let raised = Rlimit {
        current: Some(most),
        maximum: allowed.maximum,
    };
    let files = if now < most && setrlimit(Resource::Nofile, raised).is_ok() {
        most
    } else {
        now
    };
    usize::try_from(files).unwrap_or(usize::MAX)
}

/// Tells where the application is and, while nobody can sign in, the key that makes the first administrator. The key is a
/// secret: it goes to a person, never to a log, which is what standard output often ends in where no terminal is.
async fn greet(backend: &Backend, origin: &str, print_setup_key: bool) -> Result<(), Failure> {
    let is_heard = print_setup_key || std::io::stdout().is_terminal();
    let key = if is_heard {
        setup_key(backend, EarlierKeys::Stay).await?
    } else {
        if setup::is_needed(backend).await.map_err(Failure::Backend)? {
            tracing::info!(
                "nobody can sign in yet: the command `coxswain setup-key` prints the key for it"
            );
        }
        None
    };
    let mut output = std::io::stdout().lock();
    let mut lines = vec![format!("Coxswain is at {origin}")];
    if let Some(key) = key {
        let address = paths::setup();
        lines.push(format!("Create the first administrator: {origin}{address}"));
        lines.push(format!("The set-up key, which works for one hour: {key}"));
    }
    let written = lines.iter().try_for_each(|line| writeln!(output, "{line}"));
    written
        .and_then(|()| output.flush())
        .map_err(Failure::Output)
}

/// A new key for the first administrator; nothing once somebody can sign in.
pub async fn setup_key(backend: &Backend, earlier: EarlierKeys) -> Result<Option<String>, Failure> {
    let key = setup::make_key(backend, clock::now(), clock::random(), earlier).await;
    key.map_err(Failure::Backend)
}

/// How the client of an account is made: it signs in with what is stored for the account, else as the environment says. With the sandbox each
/// account has a simulator of its own, in this process.
fn connect_accounts(config: &Config) -> Connect {
    let (provider, concurrency) = (config.provider.clone(), config.concurrency);
    Arc::new(move |account: ProviderAccount| {
        let provider = provider.clone();
        Box::pin(async move {
            let mut config = match provider {
                Provider::Airudder(config) => airudder::Config {
                    credentials: credentials_of(account, &config)?,
                    ..*config
                },
                Provider::Sandbox { .. } => start_sandbox(account.zone).await?,
            };
            config.concurrency = concurrency;
            Ok(airudder::Client::new(config).map_err(std::io::Error::other)?)
        })
    })
}

/// What is stored for the account; for the oldest one, which the environment describes, what that says. Any other would call people in the name
/// of the oldest.
fn credentials_of(
    account: ProviderAccount,
    config: &airudder::Config,
) -> Result<airudder::Credentials, backend::Error> {
    match account.credentials {
        Some(credentials) => Ok(credentials),
        None if account.is_first => Ok(config.credentials.clone()),
        None => Err(backend::Error::NoCredentials),
    }
}

/// The simulator takes no place of AIRudder's by mistake: not where tasks went to the real one, unless somebody says so.
async fn refuse_to_play(provider: &Provider, backend: &Backend) -> Result<(), Failure> {
    let asked = setup::has_used_airudder(backend);
    match provider {
        Provider::Sandbox { asked_for: false } if asked.await.map_err(Failure::Backend)? => {
            Err(Failure::SandboxInstead)
        }
        _ => Ok(()),
    }
}

/// Nobody is called out of a database that is older than the restore journal.
async fn apply_restore_journal(backend: &Backend) -> Result<(), Failure> {
    if backend.restore_journal().is_none() && !backend.is_sandbox() {
        tracing::warn!(
            "{RESTORE_JOURNAL} is not set: after a restore from a backup, opt-outs and erasures since that backup would not be applied again"
        );
    }
    let applied = restore::apply_at_start(backend, clock::now()).await;
    match applied.map_err(Failure::Backend)? {
        0 => {}
        entries => tracing::warn!(
            entries,
            "the restore journal had changes of do-not-call lists that the database did not have: they were applied"
        ),
    }
    Ok(())
}

async fn start_sandbox(zone: TimeZone) -> std::io::Result<airudder::Config> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let addr = listener.local_addr()?;
    let settings = sandbox::Settings {
        zone,
        ..sandbox::Settings::default()
    };
    tokio::spawn(async move {
        if let Err(error) =
            sandbox::serve(listener, settings, std::sync::Arc::new(clock::now)).await
        {
            tracing::error!(%error, "the sandbox has stopped");
        }
    });
    let base_url = format!("http://{addr}")
        .parse()
        .expect("a socket address makes a URL");
    let credentials = airudder::Credentials::Key {
        app_key: sandbox::DEFAULT_APP_KEY.to_owned(),
        app_secret: airudder::Secret::new(sandbox::DEFAULT_APP_SECRET),
    };
    Ok(airudder::Config::new(base_url, credentials))
}

#[cfg(test)]
mod tests {
    use sqlx::ConnectOptions;

    use super::*;

    #[sqlx::test(migrations = false)]
    async fn what_is_committed_is_kept_also_where_the_server_is_set_up_to_lose_it(pool: PgPool) {
        let options = pool.connect_options();
        let name = options.get_database().unwrap();
        let url = airudder::Secret::new(options.to_url_lossy());
        for (set_up, used) in [("off", "on"), ("on", "on"), ("local", "local")] {
            let set = format!("alter database {name:?} set synchronous_commit = {set_up}");
            sqlx::query(&set).execute(&pool).await.unwrap();
            let ours = connect(&url).await.unwrap();
            let shown: String = sqlx::query_scalar("show synchronous_commit")
                .fetch_one(&ours)
                .await
                .unwrap();
            assert_eq!(shown, used, "set up as {set_up}");
            ours.close().await;
        }
    }
}
