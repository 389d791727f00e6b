//! Loading what a page shows, then drawing it, or drawing what went wrong.

use std::future::Future;

use leads::views::FrameView;
use leptos::prelude::*;

use crate::web::components::frame::{Door, Frame, Section};
use crate::web::components::problem::Problem;
use crate::web::components::scripts::HasIslands;
use crate::web::error::AppError;
use crate::web::paths;
use crate::web::request::caller::request;

/// A page of a signed-in person: the frame, and in it what was loaded or what went wrong.
/// [`account_frame`] tells what is drawn of the frame.
pub fn framed<T, Loading, Draw>(section: Section, loading: Loading, draw: Draw) -> AnyView
where
    T: Send + 'static,
    Loading: Future<Output = Result<T, AppError>> + Send + 'static,
    Draw: FnOnce(T) -> AnyView + Send + 'static,
{
    Suspend::new(async move {
        let frame = match read_frame().await {
            Ok(frame) => frame,
            Err(error) => return view! { <Door><Problem error=error /></Door> }.into_any(),
        };
        provide_context(frame.clone());
        provide_context(HasIslands::default());
        let content = match loading.await {
            Ok(loaded) => draw(loaded),
            Err(error) => view! { <Problem error=error /> }.into_any(),
        };
        view! { <Frame frame=frame section=section>{content}</Frame> }.into_any()
    })
    .into_any()
}

/// A page for people who are not signed in.
pub fn at_the_door<Loading, Draw>(loading: Loading, draw: Draw) -> AnyView
where
    Loading: Future<Output = Result<bool, AppError>> + Send + 'static,
    Draw: FnOnce() -> AnyView + Send + 'static,
{
    Suspend::new(async move {
        match loading.await {
            Ok(sandbox) => view! { <Door sandbox=sandbox>{draw()}</Door> }.into_any(),
            Err(error) => view! { <Door><Problem error=error /></Door> }.into_any(),
        }
    })
    .into_any()
}

/// The hidden field of a form that is filled in at length: whom it is drawn for. It comes first, before any file: what is sent
/// after the session has ended is kept for that person.
pub fn drawn_for() -> (&'static str, String) {
    let person = account_frame().map(|frame| frame.person);
    (paths::DRAWN_FOR, person.unwrap_or_default())
}

/// The frame of the page that is being drawn.
pub fn account_frame() -> Option<FrameView> {
    use_context::<FrameView>()
}

/// The account, the person and the time; the notice of the last action is shown once.
async fn read_frame() -> Result<FrameView, AppError> {
    let request = request().await?;
    let mut frame = backend::frame::frame(&request.backend, &request.caller, request.now);
    frame.notice = request.take_notice().await;
    Ok(frame)
}
