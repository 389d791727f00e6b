//! What every handler works with.

use std::sync::Arc;

use axum::extract::FromRef;
use backend::Backend;
use backend::installation::{Installation, OpenAccount};
use leptos::config::{Env, LeptosOptions};

use crate::web::limits::HttpLimits;
use crate::web::request::kept_forms::KeptForms;
use crate::web::request::site::Site;
use crate::web::request::upload_quota::Uploads;

/// Shared by all requests. A clone is one count: every layer of the router makes one for each request.
#[derive(Clone, Debug)]
pub struct AppState(Arc<Shared>);

#[derive(Clone, Debug)]
struct Shared {
    installation: Installation,
    backend: Backend,
    is_of_account: bool,
    leptos: LeptosOptions,
    site: Site,
    limits: HttpLimits,
    uploads: Uploads,
    kept_forms: KeptForms,
}

/// What `leptos_axum` takes from the state of a router.
impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> LeptosOptions {
        state.0.leptos.clone()
    }
}

impl AppState {
    /// Puts the parts together, for what is of no account; `site` is where people reach it.
    pub fn new(installation: Installation, site: Site) -> AppState {
        // Where the site lies is a matter of `assets`; these names are what the pages link to.
        let leptos = LeptosOptions::builder()
            .output_name("coxswain")
            .site_pkg_dir("pkg")
            .env(Env::PROD)
            .build();
        AppState(Arc::new(Shared {
            backend: installation.backend().clone(),
            installation,
            is_of_account: false,
            leptos,
            site,
            limits: HttpLimits::default(),
            uploads: Uploads::default(),
            kept_forms: KeptForms::default(),
        }))
    }

    /// The same with other bounds for clients.
    pub fn with_limits(self, limits: HttpLimits) -> AppState {
        let shared = Arc::unwrap_or_clone(self.0);
        AppState(Arc::new(Shared { limits, ..shared }))
    }

    /// The same for the requests of an account.
    pub fn in_account(&self, account: OpenAccount) -> AppState {
        AppState(Arc::new(Shared {
            backend: account.backend,
            is_of_account: true,
            ..self.0.as_ref().clone()
        }))
    }

    /// Every account.
    pub fn installation(&self) -> &Installation {
        &self.0.installation
    }

    /// Whether it is for the requests of one account.
    pub fn is_of_account(&self) -> bool {
        self.0.is_of_account
    }

    /// The use cases, of the account where the requests are for one.
    pub fn backend(&self) -> &Backend {
        &self.0.backend
    }

    /// What the shell of a page needs to link its files.
    pub fn leptos(&self) -> &LeptosOptions {
        &self.0.leptos
    }

    /// What clients may take.
    pub fn limits(&self) -> &HttpLimits {
        &self.0.limits
    }

    /// The uploads under way in this process.
    pub fn uploads(&self) -> &Uploads {
        &self.0.uploads
    }

    /// The forms that were sent after their session had ended.
    pub fn kept_forms(&self) -> &KeptForms {
        &self.0.kept_forms
    }

    /// Where people reach it.
    pub fn site(&self) -> &Site {
        &self.0.site
    }
}
