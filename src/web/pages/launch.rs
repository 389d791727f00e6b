//! The launch: who is called, by what and when, and the one button that has them called.

mod approval;
mod outside;
mod recap;

pub use recap::line_of_leads;

use crate::web::request::caller::may;
use backend::confirmation::Purpose;
use leads::states::Tone;
use leads::views::{LaunchRemedy, LaunchState, LaunchView, ReadyView};
use leads::{Action, LaunchStep};
use leptos::prelude::*;
use leptos_router::components::Redirect;

use crate::islands::PressOnce;
use crate::web::components::layout::Section;
use crate::web::components::notice::NoticeBox;
use crate::web::components::outside_rule::unknown_holidays;
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::components::scripts::LoadIslands;
use crate::web::components::steps::Steps;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::launch as texts;
use crate::web::pages::draft::{check, steps};
use crate::web::pages::load::in_layout;
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::{has_confirmed, request};
use crate::web::request::ids::parse_id;

/// The launch of a draft, and where people find Coxswain.
async fn read(id: String) -> Result<(LaunchView, String), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let view = backend::drafts::launch(backend, caller, now, parse_id(&id)?).await?;
    Ok((view, request.origin))
}

/// The launch of the draft of the address; what has become a task leads there.
#[component]
pub fn LaunchPage() -> impl IntoView {
    in_layout(
        Section::Tasks,
        read(path_value("id")),
        |(view, origin)| match &view.task {
            Some(task) => view! { <Redirect path=paths::task(task) /> }.into_any(),
            None => draw(&view, &origin),
        },
    )
}

fn draw(view: &LaunchView, origin: &str) -> AnyView {
    let heading = match &view.state {
        LaunchState::Ready(ready) => t(ready.question.clone()),
        LaunchState::Checking => t(texts::checking()),
        LaunchState::Blocked { .. } => t(texts::nobody_yet()),
    };
    let recap = recap::recap(view);
    let call = match &view.state {
        LaunchState::Ready(ready) => call(view, ready, origin),
        LaunchState::Checking | LaunchState::Blocked { .. } => ().into_any(),
    };
    // The heading takes the focus: the keys of somebody who presses on do nothing.
    view! {
        <PageTitle text=heading.clone() />
        <div class="page-head">
            <div>
                <h1 tabindex="-1" autofocus=true>{heading}</h1>
                <p translate="no">{view.name.clone()} " · " {view.file_name.clone()}</p>
            </div>
        </div>
        <Steps steps=steps::on_launch(view) />
        {instead(view)}
        {outside_rule(view)}
        {unknown_holidays(view.unknown_holidays.as_ref())}
        <PressOnce>
            <section class="card launch">{recap} {call}</section>
        </PressOnce>
        <LoadIslands />
    }
    .into_any()
}

/// What is said where people could be called outside of the calling rule.
fn outside_rule(view: &LaunchView) -> Option<AnyView> {
    let LaunchState::Ready(ready) = &view.state else {
        return None;
    };
    let outside = ready.outside.as_ref()?;
    Some(outside::outside(view, outside))
}

/// What stands in the way, with what helps; or how far the check has come.
fn instead(view: &LaunchView) -> AnyView {
    match &view.state {
        LaunchState::Ready(_) => ().into_any(),
        LaunchState::Checking => {
            check::under_way(&view.id, view.check.as_ref(), paths::launch(&view.id))
        }
        LaunchState::Blocked { reason, remedy } => {
            let remedy = remedy_of(view, *remedy);
            view! { <NoticeBox tone=Tone::Warn text=t(reason.clone())>{remedy}</NoticeBox> }
                .into_any()
        }
    }
}

fn remedy_of(view: &LaunchView, remedy: LaunchRemedy) -> AnyView {
    match remedy {
        LaunchRemedy::CheckAgain => view! {
            <PostButton
                action=paths::check_draft()
                hidden=vec![
                    ("draft", view.id.clone()),
                    ("version", view.version.to_string()),
                    ("launch", "true".to_owned()),
                ]
                text=t(if view.check.is_some() { texts::check_again() } else { texts::check() })
                class="primary"
            />
        }
        .into_any(),
        LaunchRemedy::CompleteSettings => {
            let href = match view.problems.first() {
                Some(problem) => paths::input_of_draft(&view.id, &problem.input),
                None => paths::new_task_of_draft(&view.id),
            };
            view! { <a class="button primary" href=href>{t(texts::complete_settings())}</a> }
                .into_any()
        }
        LaunchRemedy::Review => view! {
            <a class="button primary" href=paths::draft(&view.id)>{t(texts::back_to_review())}</a>
        }
        .into_any(),
    }
}

/// The form that submits. Its button hears nothing in its first second: whoever pressed something else before it meant that.
fn call(view: &LaunchView, ready: &ReadyView, origin: &str) -> AnyView {
    if !may(Action::Launch) {
        let back = paths::draft(&view.id);
        return view! {
            <NoticeBox tone=Tone::Plain text=t(texts::ask_launcher())>
                <a class="button" href=back>{t(texts::back_to_review())}</a>
            </NoticeBox>
        }
        .into_any();
    }
    // Without a reason nobody can be called: what can be done stands above.
    let outside = ready.outside.as_ref();
    if outside.is_some_and(|outside| outside.reason.is_none()) && has_confirmed(Purpose::Launch) {
        return ().into_any();
    }
    let approval = ready.approval.as_ref();
    if approval.is_some_and(|approval| approval.step == LaunchStep::AskForApproval) {
        return approval::ask_somebody_else(view, origin);
    }
    if !has_confirmed(Purpose::Launch) {
        return confirm_first(view);
    }
    let outdated = ready.outdated_lists.clone();
    let outdated = outdated.map(|text| view! { <NoticeBox tone=Tone::Warn text=t(text) /> });
    view! {
        <form class="launch-form" method="post" action=paths::submit_draft() novalidate>
            <HiddenValues values=confirmed(view, ready) />
            {outdated}
            <div class="row">
                <button class="button primary deaf" type="submit">
                    {t(ready.button.clone())}
                </button>
                {approval::only_approve(approval)}
                <a href=paths::draft(&view.id)>{t(texts::back_to_review())}</a>
                <a href=paths::call_me(&view.id)>{t(texts::call_me_first())}</a>
            </div>
        </form>
    }
    .into_any()
}

/// What the form confirms: the draft as this page shows it.
fn confirmed(view: &LaunchView, ready: &ReadyView) -> Vec<(&'static str, String)> {
    let mut hidden = vec![
        ("draft", view.id.clone()),
        ("version", view.version.to_string()),
        ("form_key", ready.form_key.clone()),
    ];
    if ready.without_refused {
        hidden.push(("without_refused", "true".to_owned()));
    }
    if let Some(approval) = &ready.approval {
        hidden.push(("shown", approval.digest.clone()));
    }
    hidden
}

/// What stands in the place of the form where somebody has to confirm first that it is them: nothing typed is lost by it.
fn confirm_first(view: &LaunchView) -> AnyView {
    let confirm = paths::confirm_then(&paths::launch(&view.id));
    let back = paths::draft(&view.id);
    view! {
        <NoticeBox tone=Tone::Plain text=t(texts::confirm_first())>
            <div class="row">
                <a class="button primary" href=confirm>{t(texts::confirm())}</a>
                <a class="button" href=back>{t(texts::back_to_review())}</a>
            </div>
        </NoticeBox>
    }
    .into_any()
}
