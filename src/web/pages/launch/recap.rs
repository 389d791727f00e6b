//! What the launch confirms: how it is called, who is, and what the robot says.

use leads::views::{
    LaunchLine, LaunchState, LaunchView, LeadFilter, LeadQuery, SettingKind, SpokenView,
};
use leptos::prelude::*;

use super::approval;
use crate::web::components::message::with_hidden;
use crate::web::components::moment::{GoodUntil, Time};
use crate::web::components::robot_words;
use crate::web::language::{t, with_elements};
use crate::web::messages::launch as texts;
use crate::web::pages::draft::settings_line::split_in_words;
use crate::web::paths;

/// The recap. Its left column holds names only, and the button below stands in the right one: never where another was pressed.
pub fn recap(view: &LaunchView) -> AnyView {
    let settings = view.settings.iter().map(|setting| {
        let change = with_hidden(&setting.kind.change());
        // What is the same in every language is the name of a robot or a line.
        let is_name = setting.value.is_verbatim();
        let translate = is_name.then_some("no");
        let lang = is_name.then(|| match setting.kind {
            SettingKind::Robot => robot_words::lang(view.robot_language.as_deref()),
            _ => String::new(),
        });
        view! {
            <dt>{t(setting.kind.label())}</dt>
            <dd class="row">
                <span lang=lang translate=translate>{t(setting.value.clone())}</span>
                <a href=paths::input_of_draft(&view.id, setting.kind.input())>{change}</a>
            </dd>
        }
    });
    let batches = split_in_words(&view.batches, view.stagger.clone())
        .map(|words| view! { <dt>{t(texts::batches())}</dt><dd>{words}</dd> });
    view! {
        <dl class="recap">
            {settings.collect_view()} <dt>{t(texts::leads(view.all))}</dt>
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
        {again.map(|words| view! { <p class="warn">{t(words)}</p> })}
    }
    .into_any()
}

/// How many leads of a list something becomes of, as the way to them.
pub fn line_of_leads(line: &LaunchLine, href: String) -> AnyView {
    view! { <a href=href>{t(line.message.clone())}</a> }.into_any()
}

/// The script, and the values of the first lead that is called; nothing where neither is known.
fn said(view: &LaunchView) -> Option<AnyView> {
    if view.script.is_none() && view.says.is_empty() {
        return None;
    }
    let language = view.robot_language.as_deref();
    let script = view.script.clone();
    let script = script.map(|script| robot_words::said(script, language));
    let first = view.first.as_ref().filter(|_| !view.says.is_empty());
    let first = first.map(|first| {
        let text = match first.customer.as_str() {
            "" => texts::values_of_first(first.row),
            customer => texts::values_of_first_named(customer, first.row),
        };
        view! { <p class="small muted">{t(text)}</p> }
    });
    let variables = view.says.iter().map(|spoken| variable(view, spoken));
    let variables = variables.collect_view();
    Some(
        view! {
            <dt>{t(texts::robot_says())}</dt>
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
    let says = match spoken.sample.as_str() {
        "" => texts::says_nothing(&spoken.name),
        sample => texts::says(&spoken.name, sample),
    };
    let empty = (spoken.empty > 0).then(|| empty(view, spoken));
    view! { <li>{t(says)} {empty}</li> }.into_any()
}

/// In how many leads of the list the robot has nothing to say.
fn empty(view: &LaunchView, spoken: &SpokenView) -> AnyView {
    if spoken.empty >= view.all {
        return view! { <strong class="warn">" · " {t(texts::empty_in_all())}</strong> }.into_any();
    }
    let query = LeadQuery {
        problem: format!("{}.nothing_to_say", spoken.field.key()),
        ..LeadQuery::default()
    };
    let words = t(texts::empty_in(spoken.empty, view.all));
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
    let (checked, until) = (&ready.checked, &ready.good_until);
    let left = ready.seconds_left;
    let told = with_elements(&texts::checked(checked.message()), |name, _| match name {
        "until" => view! { <GoodUntil moment=until.clone() left=left /> }.into_any(),
        _ => view! { <Time moment=checked.clone() /> }.into_any(),
    });
    Some(
        view! {
            <dt>{t(texts::check_heading())}</dt>
            <dd>{told}</dd>
        }
        .into_any(),
    )
}
