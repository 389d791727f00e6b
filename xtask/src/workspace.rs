//! Where things are, and the cargo commands that are given in more than one place.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::files;
use crate::process::{Processes, step};

/// The target of the half that runs in the browser.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What selects the browser half of the program.
pub const BROWSER_HALF: [&str; 7] = [
    "--lib",
    "--package",
    "coxswain",
    "--no-default-features",
    "--features",
    "hydrate",
    "--target",
];

/// Quickly built, or small and fast.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// Cargo's `dev`; the server reads the page assets from disk.
    Debug,
    /// Cargo's `release`, and `wasm-release` for the browser half; the server contains the page assets.
    Release,
}

impl Profile {
    /// `release` as given on the command line.
    pub fn new(release: bool) -> Self {
        if release { Self::Release } else { Self::Debug }
    }

    /// The folder below `target` where cargo leaves the server.
    fn server_folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }

    /// The folder below `target/wasm32-unknown-unknown` where cargo leaves the browser half.
    fn browser_folder(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "wasm-release",
        }
    }
}

/// The checkout this program was started in.
pub struct Workspace {
    /// Absolute path, without symbolic links.
    pub root: PathBuf,
    cargo: PathBuf,
}

impl Workspace {
    /// The parent of this package, as cargo names it when it starts the program.
    pub fn find() -> Result<Self> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = package
            .parent()
            .context("the xtask package lies in the workspace")?;
        let root = root
            .canonicalize()
            .with_context(|| format!("cannot open {}", root.display()))?;
        let cargo = std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from);
        Ok(Self { root, cargo })
    }

    /// A path below the root.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The finished page assets: scripts and styles under `pkg`, everything of `public` beside it. Each profile has its own,
    /// so that a release can be built while a debug server serves.
    pub fn site(&self, profile: Profile) -> PathBuf {
        self.path(match profile {
            Profile::Debug => "target/site",
            Profile::Release => "target/site-release",
        })
    }

    /// The server that [`Workspace::build_server`] leaves.
    pub fn server(&self, profile: Profile) -> PathBuf {
        self.root
            .join("target")
            .join(profile.server_folder())
            .join("coxswain")
    }

    /// The program that [`Workspace::build_seed`] leaves.
    pub fn seed(&self) -> PathBuf {
        self.path("target/debug/examples/seed_development")
    }

    /// The browser half that [`Workspace::build_browser_half`] leaves, before wasm-bindgen.
    pub fn browser_half(&self, profile: Profile) -> PathBuf {
        self.root
            .join("target")
            .join(WASM_TARGET)
            .join(profile.browser_folder())
            .join("coxswain.wasm")
    }

    /// A cargo command in this workspace.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.cargo);
        // The paths above must be where cargo writes, also for people who keep one target folder for everything.
        command
            .args(arguments)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", self.root.join("target"));
        command
    }

    /// Compiles the half that runs in the browser.
    pub fn build_browser_half(&self, processes: &Processes, profile: Profile) -> Result<()> {
        let mut command = self.cargo(&["build"]);
        command.args(BROWSER_HALF).arg(WASM_TARGET);
        if profile == Profile::Release {
            command.args(["--profile", "wasm-release"]);
        }
        step("build of the browser half", || processes.run(&mut command))
    }

    /// Compiles the server. In release the page assets must be there: they are taken in.
    pub fn build_server(&self, processes: &Processes, profile: Profile) -> Result<()> {
        let mut command = self.cargo(&["build", "--package", "coxswain", "--bin", "coxswain"]);
        if profile == Profile::Release {
            command.arg("--release");
            // Cargo sees a changed asset but not an added one; a source that names this variable is compiled anew.
            command.env(
                "COXSWAIN_SITE_FINGERPRINT",
                files::fingerprint(&[&self.site(profile)])?,
            );
        }
        step("build of the server", || processes.run(&mut command))
    }

    /// Compiles what fills an empty database with things to look at.
    pub fn build_seed(&self, processes: &Processes) -> Result<()> {
        let mut command = self.cargo(&["build", "--package", "backend"]);
        command.args(["--example", "seed_development"]);
        step("build of the seed", || processes.run(&mut command))
    }

    /// The folder must exist for the server to compile, though it may be empty.
    pub fn ensure_site_folder(&self) -> Result<()> {
        create_folder(&self.site(Profile::Debug))
    }
}

/// Creates a folder and those above it.
pub fn create_folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).with_context(|| format!("cannot create {}", path.display()))
}
