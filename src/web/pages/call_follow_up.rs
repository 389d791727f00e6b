//! A follow-up of the calls of a task: who is called again, who is left out all the same, and the button that makes the draft.

use backend::ids::DraftId;
use leads::results::classify::CallGroup;
use leads::views::{CallFollowUpView, FollowUpGroup};
use leptos::prelude::*;

use crate::web::components::charts::group_class;
use crate::web::components::field::{Choice, Field};
use crate::web::components::layout::Section;
use crate::web::components::numbers::number;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::{t, with_elements};
use crate::web::messages::call_follow_up as texts;
use crate::web::pages::load::in_layout;
use crate::web::pages::{path_value, query_values};
use crate::web::paths::{self, FollowUpChoice};
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// Whom a follow-up of the task can call again, and the id of the draft to be: a second press finds the draft of the first.
async fn read(id: String) -> Result<(CallFollowUpView, DraftId), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let view = backend::drafts::call_follow_up_view(backend, caller, now, parse_id(&id)?).await?;
    Ok((view, request.new_id()))
}

/// The follow-up of the task of the address, as it was chosen so far.
#[component]
pub fn CallFollowUpPage() -> impl IntoView {
    let choice = FollowUpChoice::of(query_values);
    in_layout(
        Section::Tasks,
        read(path_value("id")),
        move |(view, draft)| draw(&view, &choice, draft),
    )
}

fn draw(view: &CallFollowUpView, choice: &FollowUpChoice, draft: DraftId) -> AnyView {
    let hidden = vec![
        ("draft", draft.to_string()),
        (paths::CHOSEN, "yes".to_owned()),
    ];
    let action = paths::call_follow_up(&view.task);
    let counts = action.clone();
    let chosen = choice.groups();
    view! {
        <PageTitle text=t(texts::page_title(&view.name)) />
        <div class="page-head">
            <div>
                <h1>{t(texts::heading(&view.name))}</h1>
                <p>{t(texts::about())}</p>
            </div>
            <a class="button" href=paths::task(&view.task)>{t(texts::back())}</a>
        </div>
        <form method="post" action=action class="split">
            <HiddenValues values=hidden />
            <div class="stack">{groups(view, &chosen)} {left_out(view, &chosen)}</div>
            <section class="card">
                <header><h2>{t(texts::draft())}</h2></header>
                <div class="body stack">
                    <p>{people(view.people(&chosen))}</p>
                    {settings(view, choice)}
                    {cooldown(view, choice)}
                    <div class="row">
                        <button class="button primary" type="submit">{t(texts::make())}</button>
                        <button class="button" type="submit" formmethod="get" formaction=counts>
                            {t(texts::update())}
                        </button>
                    </div>
                </div>
            </section>
        </form>
    }
    .into_any()
}

fn people(people: u32) -> Vec<AnyView> {
    with_elements(&texts::people(people), |_, count| {
        view! { <b class="figure">{count}</b> }.into_any()
    })
}

/// The groups with their calls, those that can be ticked.
fn groups(view: &CallFollowUpView, chosen: &[CallGroup]) -> AnyView {
    let (may, never): (Vec<_>, Vec<_>) = view
        .groups
        .iter()
        .partition(|group| group.group.may_be_called_again());
    let rows = may.into_iter().map(|of| group(of, chosen)).collect_view();
    let open: u32 = never
        .iter()
        .filter(|of| !of.group.is_over())
        .map(|of| of.calls)
        .sum();
    let open = (open > 0).then(|| {
        view! { <p class="small muted">{t(texts::not_over(open))}</p> }
    });
    view! {
        <section class="card">
            <header><h2 id="who">{t(texts::who())}</h2></header>
            <div class="body stack">
                <div class="group-choices" role="group" aria-labelledby="who">{rows}</div>
                {open}
            </div>
        </section>
    }
    .into_any()
}

fn group(of: &FollowUpGroup, chosen: &[CallGroup]) -> AnyView {
    let key = of.group.key();
    let id = format!("group-{key}");
    let left_out = of.calls - of.people();
    let hint = (left_out > 0).then(|| t(texts::group_left_out(left_out)));
    let label_for = id.clone();
    view! {
        <div class="choice">
            <input type="checkbox" id=id name=paths::GROUP value=key checked=chosen.contains(&of.group) />
            <div>
                <label for=label_for>
                    <span class=format!("dot {}", group_class(of.group))>{t(of.group.label())}</span>
                </label>
                {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
            </div>
            <b class="push number">{number(of.calls)}</b>
        </div>
    }
    .into_any()
}

/// Who is not called whatever is ticked.
fn left_out(view: &CallFollowUpView, chosen: &[CallGroup]) -> AnyView {
    let lines = view
        .left_out(chosen)
        .into_iter()
        .map(|(why, calls)| view! { <dt>{t(why.message())}</dt><dd>{number(calls)}</dd> })
        .collect_view();
    view! {
        <section class="card">
            <header><h2>{t(texts::left_out())}</h2></header>
            <div class="body">
                <dl class="facts">{lines}</dl>
            </div>
        </section>
    }
    .into_any()
}

fn settings(view: &CallFollowUpView, choice: &FollowUpChoice) -> AnyView {
    let or = |chosen: &str, other: &str| match chosen {
        "" => other.to_owned(),
        chosen => chosen.to_owned(),
    };
    let name = or(&choice.name, &view.suggested_name);
    let robot = or(&choice.robot, &view.robot);
    view! {
        {Field::new(paths::NAME, t(texts::name()), &[]).input("text", &name, &[("autocomplete", "off")])}
        {Field::new(paths::ROBOT, t(texts::robot()), &[]).select_name(Vec::new(), &view.robots, &robot)}
    }
    .into_any()
}

/// What becomes of the cooldown, which leaves out everybody whom the task has called lately.
fn cooldown(view: &CallFollowUpView, choice: &FollowUpChoice) -> Option<AnyView> {
    let days = view.cooldown_days;
    let keep = choice.keeps_cooldown;
    (days > 0).then(|| {
        view! {
            <fieldset class="stack">
                <legend>{t(texts::cooldown(days))}</legend>
                <Choice
                    kind="radio"
                    id="cooldown-again"
                    name=paths::COOLDOWN
                    value=""
                    label=t(texts::call_again())
                    hint=t(texts::call_again_hint())
                    checked=!keep
                />
                <Choice
                    kind="radio"
                    id="cooldown-keep"
                    name=paths::COOLDOWN
                    value=paths::KEEP
                    label=t(texts::leave_out(days))
                    checked=keep
                />
            </fieldset>
        }
        .into_any()
    })
}
