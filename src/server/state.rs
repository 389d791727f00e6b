//! What every handler works with.

use axum::extract::FromRef;
use backend::Backend;
use leptos::config::{Env, LeptosOptions};

use super::site::Site;

/// Shared by all requests; cheap to clone.
#[derive(Clone, Debug, FromRef)]
pub struct AppState {
    backend: Backend,
    leptos: LeptosOptions,
    #[from_ref(skip)]
    site: Site,
}

impl AppState {
    /// Puts the parts together; `site` is where people reach it.
    pub fn new(backend: Backend, site: Site) -> AppState {
        // Where the site lies is a matter of `assets`; these names are what the pages link to.
        let leptos = LeptosOptions::builder()
            .output_name("coxswain")
            .site_pkg_dir("pkg")
            .env(Env::PROD)
            .build();
        AppState {
            backend,
            leptos,
            site,
        }
    }

    /// The use cases.
    pub fn backend(&self) -> &Backend {
        &self.backend
    }

    /// What the shell of a page needs to link its files.
    pub fn leptos(&self) -> &LeptosOptions {
        &self.leptos
    }

    /// Where people reach it.
    pub fn site(&self) -> &Site {
        &self.site
    }
}
