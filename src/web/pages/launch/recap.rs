//! What the launch confirms: how it is called, who is, and what the robot says.

use leads::views::{LaunchLine, LaunchState, LaunchView, LeadFilter, LeadQuery, SpokenView};
use leptos::prelude::*;

use super::approval;
use crate::web::components::moment::{GoodUntil, Time};
use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::pages::draft::settings_line::split_in_words;
use crate::web::paths;

/// The recap. Its left column holds names only, and the button below stands in the right one: never where another was pressed.
pub fn recap(view: &LaunchView) -> AnyView {
    let settings = view.settings.iter().map(|setting| {
        let label = setting.label.clone();
        let of = format!(" {}", label.to_lowercase());
        view! {
            <dt>{label}</dt>
            <dd class="row">
                <span>{setting.value.clone()}</span>
                <a href=paths::input_of_draft(&view.id, &setting.input)>
                    "Change"<span class="visually-hidden">{of}</span>
                </a>
            </dd>
        }
    });
    let batches = split_in_words(&view.batches, view.stagger.as_deref())
        .map(|words| view! { <dt>"Batches"</dt><dd>{words}</dd> });
    view! {
        <dl class="recap">
            {settings.collect_view()} <dt>{count_with_noun(view.all, "lead", "leads")}</dt>
            <dd>{lines(view)}</dd> {batches} {said(view)} {checked(view)}
            {approval::recap(view)}
        </dl>
    }
    .into_any()
}

/// What becomes of the leads, a line for each kind; each opens its rows.
fn lines(view: &LaunchView) -> AnyView {
    let line = |line: &LaunchLine| {
        let is_called = line.show == LeadFilter::Called;
        let query = LeadQuery {
            show: line.show,
            ..LeadQuery::default()
        };
        let href = paths::draft_leads(&view.id, &query);
        view! { <li class:called=is_called>{line_of_leads(line, href)}</li> }
    };
    let lines = view.lines.iter().map(line).collect_view();
    let again = view.called_again.clone();
    view! {
        <ul class="recap-lines">{lines}</ul>
        {again.map(|words| view! { <p class="warn">{words}</p> })}
    }
    .into_any()
}

/// How many leads of a list something becomes of, as the way to them.
pub fn line_of_leads(line: &LaunchLine, href: String) -> AnyView {
    let text = format!("{} {}", format_number(line.count), line.words);
    view! { <a href=href>{text}</a> }.into_any()
}

/// The script, and the values of the first lead that is called; nothing where neither is known.
fn said(view: &LaunchView) -> Option<AnyView> {
    if view.script.is_none() && view.says.is_empty() {
        return None;
    }
    let script = view
        .script
        .clone()
        .map(|script| view! { <blockquote>{script}</blockquote> });
    let first = view.first.as_ref().filter(|_| !view.says.is_empty());
    let first = first.map(|first| {
        let customer = match first.customer.is_empty() {
            true => String::new(),
            false => format!(", {}", first.customer),
        };
        let row = format_number(first.row);
        view! { <p class="small muted">{format!("Values of the first lead called: row {row}{customer}.")}</p> }
    });
    let variables = view.says.iter().map(|spoken| variable(view, spoken));
    let variables = variables.collect_view();
    let heading = "What the robot says";
    Some(
        view! {
            <dt>{heading}</dt>
            <dd class="stack">
                {script}
                {(!view.says.is_empty()).then(|| view! { <ul class="recap-lines">{variables}</ul> })}
                {first}
            </dd>
        }
        .into_any(),
    )
}

fn variable(view: &LaunchView, spoken: &SpokenView) -> AnyView {
    let sample = if spoken.sample.is_empty() {
        "nothing".to_owned()
    } else {
        format!("“{}”", spoken.sample)
    };
    let empty = (spoken.empty > 0).then(|| empty(view, spoken));
    view! { <li>{format!("{}: {sample}", spoken.name)} {empty}</li> }.into_any()
}

/// In how many leads of the list the robot has nothing to say.
fn empty(view: &LaunchView, spoken: &SpokenView) -> AnyView {
    if spoken.empty >= view.all {
        return view! { <strong class="warn">" · empty in all leads"</strong> }.into_any();
    }
    let query = LeadQuery {
        problem: format!("{}.nothing_to_say", spoken.field.key()),
        ..LeadQuery::default()
    };
    let words = format!(
        "empty in {} of {}",
        format_number(spoken.empty),
        count_with_noun(view.all, "lead", "leads")
    );
    view! {
        " · "
        <a class="warn" href=paths::draft_leads(&view.id, &query)>
            {words}
        </a>
    }
    .into_any()
}

/// How long the check holds.
fn checked(view: &LaunchView) -> Option<AnyView> {
    let LaunchState::Ready(ready) = &view.state else {
        return None;
    };
    let (checked, until) = (ready.checked.clone(), ready.good_until.clone());
    let left = ready.seconds_left;
    Some(
        view! {
            <dt>"Check"</dt>
            <dd>"Checked " <Time moment=checked /> ", " <GoodUntil moment=until left=left /></dd>
        }
        .into_any(),
    )
}
