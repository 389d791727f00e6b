//! `cargo xtask bench pages`: the released program beside a page of Node.js, in one run on one machine.

use anyhow::Result;

use crate::postgres::Cluster;
use crate::prepare;
use crate::process::{Processes, step};
use crate::workspace::{Profile, Workspace};

/// Where the other page stands.
const PEERS: &str = "crates/backend/benches/peers";

/// Builds the program for release and measures it; the benchmark prints the table.
pub fn run(workspace: &Workspace, processes: &Processes) -> Result<()> {
    crate::build(workspace, processes, Profile::Release)?;
    let peers = workspace.path(PEERS);
    let node = prepare::node(processes)?;
    prepare::npm_packages(&peers, processes)?;
    let mut cluster = Cluster::start_throw_away(processes)?;
    let mut bench = workspace.cargo(&["bench", "--package", "backend", "--bench", "pages"]);
    bench
        .env("DATABASE_URL", cluster.url())
        .env("COXSWAIN_PROGRAM", workspace.server(Profile::Release))
        .env("COXSWAIN_NODE", node)
        .env("COXSWAIN_PEER", peers.join("pages.js"));
    step("figures of pages", || processes.run(&mut bench))?;
    cluster.stop()
}
