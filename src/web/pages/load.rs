//! Loading what a page shows, then drawing it, or drawing what went wrong.

use std::future::Future;

use leads::views::LayoutView;
use leptos::prelude::*;

use crate::web::components::error_panel::ErrorPanel;
use crate::web::components::layout::{CenteredLayout, Layout, Section};
use crate::web::components::scripts::HasIslands;
use crate::web::error::AppError;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::state::AppState;

/// A page of a signed-in person: the layout, and in it what was loaded or what went wrong.
/// [`account_layout`] tells what is drawn of the layout.
pub fn in_layout<T, Loading, Draw>(section: Section, loading: Loading, draw: Draw) -> AnyView
where
    T: Send + 'static,
    Loading: Future<Output = Result<T, AppError>> + Send + 'static,
    Draw: FnOnce(T) -> AnyView + Send + 'static,
{
    Suspend::new(async move {
        let layout = match read_layout().await {
            Ok(layout) => layout,
            Err(error) => {
                return view! { <CenteredLayout><ErrorPanel error=error /></CenteredLayout> }
                    .into_any();
            }
        };
        provide_context(layout.clone());
        provide_context(HasIslands::default());
        let content = match loading.await {
            Ok(loaded) => draw(loaded),
            Err(error) => view! { <ErrorPanel error=error /> }.into_any(),
        };
        view! { <Layout layout=layout section=section>{content}</Layout> }.into_any()
    })
    .into_any()
}

/// A page outside of the layout, with what was loaded.
pub fn in_centered_layout<T, Loading, Draw>(loading: Loading, draw: Draw) -> AnyView
where
    T: Send + 'static,
    Loading: Future<Output = Result<T, AppError>> + Send + 'static,
    Draw: FnOnce(T) -> AnyView + Send + 'static,
{
    Suspend::new(async move {
        match loading.await {
            Ok(loaded) => {
                let state = use_context::<AppState>();
                let sandbox = state.is_some_and(|state| state.backend().is_sandbox());
                view! { <CenteredLayout sandbox=sandbox>{draw(loaded)}</CenteredLayout> }.into_any()
            }
            Err(error) => {
                view! { <CenteredLayout><ErrorPanel error=error /></CenteredLayout> }.into_any()
            }
        }
    })
    .into_any()
}

/// The hidden field of a form that is filled in at length: whom it is drawn for. It comes first, before any file: what is sent
/// after the session has ended is kept for that person.
pub fn drawn_for() -> (&'static str, String) {
    let person = account_layout().map(|layout| layout.person);
    (paths::DRAWN_FOR, person.unwrap_or_default())
}

/// The layout of the page that is being drawn.
pub fn account_layout() -> Option<LayoutView> {
    use_context::<LayoutView>()
}

/// The account, the person and the time; the notice of the last action is shown once.
async fn read_layout() -> Result<LayoutView, AppError> {
    let request = request().await?;
    let mut layout = backend::layout::layout(&request.backend, &request.caller, request.now);
    layout.notice = request.take_notice().await;
    Ok(layout)
}
