//! What every handler works with.

use axum::extract::FromRef;
use backend::Backend;
use leptos::config::{Env, LeptosOptions};

use crate::web::limits::HttpLimits;
use crate::web::request::kept_forms::KeptForms;
use crate::web::request::site::Site;
use crate::web::request::upload_quota::Uploads;

/// Shared by all requests; cheap to clone.
#[derive(Clone, Debug, FromRef)]
pub struct AppState {
    backend: Backend,
    leptos: LeptosOptions,
    #[from_ref(skip)]
    site: Site,
    #[from_ref(skip)]
    limits: HttpLimits,
    #[from_ref(skip)]
    uploads: Uploads,
    #[from_ref(skip)]
    kept_forms: KeptForms,
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
            limits: HttpLimits::default(),
            uploads: Uploads::default(),
            kept_forms: KeptForms::default(),
        }
    }

    /// The same with other bounds for clients.
    pub fn with_limits(self, limits: HttpLimits) -> AppState {
        AppState { limits, ..self }
    }

    /// The use cases.
    pub fn backend(&self) -> &Backend {
        &self.backend
    }

    /// What the shell of a page needs to link its files.
    pub fn leptos(&self) -> &LeptosOptions {
        &self.leptos
    }

    /// What clients may take.
    pub fn limits(&self) -> &HttpLimits {
        &self.limits
    }

    /// The uploads under way in this process.
    pub fn uploads(&self) -> &Uploads {
        &self.uploads
    }

    /// The forms that were sent after their session had ended.
    pub fn kept_forms(&self) -> &KeptForms {
        &self.kept_forms
    }

    /// Where people reach it.
    pub fn site(&self) -> &Site {
        &self.site
    }
}
