//! `cargo xtask run`: Coxswain with a private Postgres, until Ctrl-C.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use rustix::process::Signal;

use crate::development_data::DevelopmentData;
use crate::postgres::{APPLICATION_ROLE, Cluster};
use crate::process::{Interrupted, ProcessEnd, Processes, step};
use crate::workspace::{Profile, Workspace};
use crate::{build, prepare};

/// Builds what changed, starts the database and the server, and stops them in the other order.
pub fn run(workspace: &Workspace, processes: &Processes, profile: Profile) -> Result<()> {
    let data = DevelopmentData::take(workspace)?;
    build(workspace, processes, profile)?;
    let keys = data.encryption_keys(&workspace.server(profile))?;
    let mut cluster = Cluster::start_for_development(processes, &data)?;
    let outcome = migrate_for_application(workspace, processes, profile, &cluster).and_then(|()| {
        let database = cluster.application_url();
        serve(
            processes,
            server_command(workspace, profile, &database, &keys),
        )
    });
    cluster.stop()?;
    match outcome? {
        ProcessEnd::Stopped => {
            println!("Coxswain and its Postgres are stopped; the data is kept.");
            Ok(())
        }
        ProcessEnd::Ended(status) => {
            bail!("Coxswain stopped unexpectedly ({status}); its last lines say why.")
        }
    }
}

/// Makes the migrations that the database of this checkout lacks.
pub fn migrate(workspace: &Workspace, processes: &Processes) -> Result<()> {
    let data = DevelopmentData::take(workspace)?;
    workspace.ensure_site_folder()?;
    workspace.build_server(processes, Profile::Debug)?;
    let mut cluster = Cluster::start_for_development(processes, &data)?;
    let mut command = Command::new(workspace.server(Profile::Debug));
    command.arg("migrate").env("DATABASE_URL", cluster.url());
    let outcome = step("migration", || processes.run(&mut command));
    cluster.stop()?;
    outcome
}

/// Brings the database up to date, and gives the application's role its rights: what is new in it is not open to it otherwise.
pub fn migrate_for_application(
    workspace: &Workspace,
    processes: &Processes,
    profile: Profile,
    cluster: &Cluster,
) -> Result<()> {
    cluster.create_application_role()?;
    let mut command = Command::new(workspace.server(profile));
    command.args(["migrate", "--application-role", APPLICATION_ROLE]);
    command.env("DATABASE_URL", cluster.url());
    step("migration", || processes.run(&mut command))
}

fn serve(processes: &Processes, mut command: Command) -> Result<ProcessEnd> {
    if processes
        .check()
        .is_err_and(|error| error.is::<Interrupted>())
    {
        return Ok(ProcessEnd::Stopped);
    }
    let server = processes.start(&mut command)?;
    processes.wait(server, Signal::TERM)
}

/// What starts the server on that database, with that file of keys.
pub fn server_command(
    workspace: &Workspace,
    profile: Profile,
    database: &str,
    keys: &Path,
) -> Command {
    let server = workspace.server(profile);
    let mut command = match prepare::find_program("setpriv") {
        // Should this program be killed without a chance to tidy up, the server ends with it and frees its address.
        Some(setpriv) => {
            let mut command = Command::new(setpriv);
            command.args(["--pdeathsig", "TERM", "--"]).arg(server);
            command
        }
        None => Command::new(server),
    };
    command
        // Whoever runs this reads what it prints, on a terminal or not.
        .args(["serve", "--print-setup-key"])
        .env("DATABASE_URL", database)
        .env("COXSWAIN_ENCRYPTION_KEYS_FILE", keys)
        // Nobody gets any mail: each is a file here.
        .env("COXSWAIN_MAIL_FOLDER", workspace.path("target/mail"))
        .env("COXSWAIN_MAIL_FROM", "Coxswain <coxswain@localhost>")
        .current_dir(&workspace.root);
    command
}
