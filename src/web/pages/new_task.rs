//! The form of a task: the list, and how to call.

mod details;
mod sheet;
mod summary;
mod window;

use leads::states::Tone;
use leads::views::{NewTaskView, TaskForm};
use leptos::prelude::*;

use crate::islands::SendSheet;
use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::layout::Section;
use crate::web::components::notice::NoticeBox;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::scripts::LoadIslands;
use crate::web::components::steps::Steps;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::FormState;
use crate::web::language::{t, with_elements};
use crate::web::messages::new_task as texts;
use crate::web::pages::draft::steps;
use crate::web::pages::load::{drawn_for, in_layout};
use crate::web::pages::query_value;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// The `id` of what says which draft the form is of.
const DRAFT_ID: &str = "form-draft";

/// What the address asks for.
struct Asked {
    draft: String,
    like: String,
    robot: String,
    /// Whether the list was only just kept: then nothing but the list is complained about.
    kept: bool,
}

/// The form of a new task, of a draft that exists, like a task, or with a robot chosen.
async fn read(asked: Asked, refused: Option<FormState<TaskForm>>) -> Result<NewTaskView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let new_id = request.new_id();
    if let Some(FormState {
        values, problems, ..
    }) = refused
    {
        let typed = backend::drafts::form_as_typed(backend, caller, now, values, problems, new_id);
        return Ok(typed.await?);
    }
    if let Some(typed) = request.typed_into(&paths::new_task()) {
        // The list may have been kept before the session ended; the draft of a form without one was never made.
        let draft = parse_id(typed.value("draft")).ok();
        let form = |draft| backend::drafts::form(backend, caller, now, draft, None, new_id);
        let mut view = match form(draft).await {
            Err(backend::Error::NotFound) => form(None).await?,
            found => found?,
        };
        typed.fill_new_task(&mut view);
        view.when = backend::drafts::when(caller, now, &view.form);
        return Ok(view);
    }
    if !asked.like.is_empty() {
        let like = parse_id(&asked.like)?;
        return Ok(backend::drafts::form_like(backend, caller, now, like, new_id).await?);
    }
    let draft = match asked.draft.as_str() {
        "" => None,
        draft => Some(parse_id(draft)?),
    };
    let robot = (!asked.robot.is_empty()).then_some(asked.robot.as_str());
    let mut view = backend::drafts::form(backend, caller, now, draft, robot, new_id).await?;
    if asked.kept {
        view.problems.retain(|problem| problem.input == "sheet");
    }
    Ok(view)
}

/// A new form, that of a draft, one like that of a task, or a new one with a robot chosen.
#[component]
pub fn NewTaskPage() -> impl IntoView {
    let asked = Asked {
        draft: query_value("draft"),
        like: query_value("like"),
        robot: query_value("robot"),
        kept: !query_value("kept").is_empty(),
    };
    let refused = FormState::<TaskForm>::take();
    in_layout(Section::NewTask, read(asked, refused), draw)
}

/// What changes on the form once its list is kept, and with what is saved later.
pub fn partials(view: &NewTaskView) -> Vec<(String, AnyView)> {
    [
        (DRAFT_ID, which_draft(view)),
        (sheet::ID, sheet::kept(view)),
        (window::RULE_ID, window::rule(view)),
        (window::STAGGER_ID, window::stagger(view)),
        (summary::FACTS_ID, summary::facts(view)),
        (summary::ACTIONS_ID, summary::actions(view)),
    ]
    .map(|(id, view)| (id.to_owned(), view))
    .into()
}

/// What is read aloud once a list is kept.
pub fn said(view: &NewTaskView) -> String {
    sheet::said(view)
}

fn draw(view: NewTaskView) -> AnyView {
    let problems = view.problems.clone();
    view! {
        <PageTitle text=t(texts::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems />
        {head(&view)}
        <Steps steps=steps::on_form(&view) />
        {view.notice.clone().map(|text| view! { <NoticeBox tone=Tone::Warn text=t(text) /> })}
        <SendSheet>
            <form
                class="split task-form"
                method="post"
                action=paths::new_task()
                enctype="multipart/form-data"
                data-session=paths::provider_down()
                novalidate
            >
                <HiddenValues values=vec![drawn_for()] />
                {which_draft(&view)}
                <div class="stack">
                    {sheet::sheet(&view)}
                    {details::details(&view)}
                    {window::window(&view)}
                    {details::more(&view)}
                </div>
                {summary::summary(&view)}
            </form>
        </SendSheet>
        <LoadIslands />
    }
    .into_any()
}

fn head(view: &NewTaskView) -> AnyView {
    let heading = match &view.like {
        None => view! { <h1>{t(texts::page_title())}</h1> }.into_any(),
        Some((id, name)) => {
            let like = with_elements(&texts::like(name), |_, name| {
                view! { <em>{name}</em> }.into_any()
            });
            view! {
                <h1>{like}</h1>
                <a class="small" href=paths::task(id)>{t(texts::back_to_task())}</a>
            }
            .into_any()
        }
    };
    view! {
        <div class="page-head">
            <div>
                {heading}
                <p>{t(texts::nobody_called())}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The draft that the form saves, and whether there is anything in it yet; with the name that is proposed for its list, and the
/// address of its form.
fn which_draft(view: &NewTaskView) -> AnyView {
    let is_kept = (view.version > 0).then_some("");
    let mut hidden = vec![
        ("draft", view.draft.clone()),
        ("version", view.version.to_string()),
    ];
    hidden.extend(view.like.iter().map(|(task, _)| ("like", task.clone())));
    view! {
        <div
            id=DRAFT_ID
            data-kept=is_kept
            data-name=view.form.name.clone()
            data-address=paths::new_task_kept(&view.draft)
            hidden=true
        >
            <HiddenValues values=hidden />
        </div>
    }
    .into_any()
}
