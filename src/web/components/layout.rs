//! The layout around every page of a signed-in person: the rail, and the main column.

use crate::web::request::caller::may;
use leads::Action;
use leads::views::{LayoutView, MAX_ATTENTION_SHOWN};
use leptos::prelude::*;
use localization::Message;

use crate::islands::WhileDown;
use crate::web::components::icon::{Brand, Icon};
use crate::web::components::language_switch::LanguageSwitch;
use crate::web::components::notice;
use crate::web::components::page_script::PageScript;
use crate::web::components::scripts::LoadIslands;
use crate::web::components::shortcuts::{Shortcuts, ShortcutsButton};
use crate::web::language::{t, with_elements};
use crate::web::messages::layout as words;
use crate::web::paths;

/// The entry of the navigation that a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The form of a new task.
    NewTask,
    /// Tasks and drafts.
    Tasks,
    /// What came of the calls of many tasks.
    Insights,
    /// Robots.
    Robots,
    /// The do-not-call lists.
    DoNotCall,
    /// The account's settings.
    Settings,
    /// None of them.
    Elsewhere,
}

/// The `id` of what the menu of a narrow window opens.
const MENU_ID: &str = "menu";

/// The first stop of the keyboard: past the navigation.
#[component]
pub fn SkipLink() -> impl IntoView {
    view! { <a class="skip" href="#content">{t(words::skip())}</a> }
}

/// The rail, what is to be said of the provider, the notice of the last action, and the page.
#[component]
pub fn Layout(layout: LayoutView, section: Section, children: Children) -> impl IntoView {
    let notice = layout.notice.clone();
    let provider_down = layout.provider_down.clone();
    let chooses_retention = layout.chooses_retention;
    view! {
        <SkipLink />
        <div class="layout">
            <Rail layout=layout section=section />
            <main id="content" tabindex="-1">
                <div class="once" id="notice" data-stay="">{notice.map(notice::of_last_action)}</div>
                {provider_down.map(provider_is_down)}
                {chooses_retention.then(retention_is_open)}
                {children()}
            </main>
        </div>
        <Shortcuts />
        <PageScript />
    }
}

/// The account first, then the ways on. In a narrow window it is one line, and a menu has the rest.
#[component]
fn Rail(layout: LayoutView, section: Section) -> impl IntoView {
    let new_task = (section == Section::NewTask).then_some("page");
    let sandbox = layout.sandbox;
    view! {
        <header class="rail">
            <Identity layout=layout.clone() />
            {may(Action::Prepare).then(|| view! {
                <a class="button primary" href=paths::new_task() aria-current=new_task data-new="">
                    <Icon name="plus" />
                    <span class="wide-words">{t(words::new_task())}</span>
                </a>
            })}
            <button class="button menu-button" type="button" popovertarget=MENU_ID>
                <Icon name="menu" />
                <span class="wide-words">{t(words::menu())}</span>
            </button>
            <div class="menu" id=MENU_ID popover="auto">
                {sandbox.then(|| view! { <p class="narrow-only">{t(words::sandbox_calls_nobody())}</p> })}
                <Navigation
                    section=section
                    needs_attention=layout.needs_attention
                />
                <RailFoot layout=layout />
            </div>
        </header>
    }
}

/// The brand, and below it which account this is, what time it is there, and whether people are really called.
#[component]
fn Identity(layout: LayoutView) -> impl IntoView {
    view! {
        <div class="identity">
            <a class="brand" href=paths::tasks()>
                <Brand />
                "Coxswain"
            </a>
            <p class="account">
                <strong>{layout.account_name}</strong>
                <span>{t(layout.clock)} <span class="zone">" · " {t(layout.zone.message())}</span></span>
            </p>
            {switcher(&layout.accounts)}
            {layout.sandbox.then(|| view! { <SandboxBadge /> })}
        </div>
    }
}

/// The `id` of what leads to other accounts.
const SWITCHER_ID: &str = "accounts";

/// The way to other accounts, for who may work in several.
fn switcher(accounts: &[(String, String)]) -> Option<AnyView> {
    if accounts.len() < 2 {
        return None;
    }
    let current = paths::tasks();
    let links = accounts
        .iter()
        .map(|(slug, name)| {
            let href = paths::of_account(slug, &current);
            let current = (href == current).then_some("true");
            view! { <li><a href=href aria-current=current>{name.clone()}</a></li> }
        })
        .collect_view();
    Some(
        view! {
            <button class="link switch" type="button" popovertarget=SWITCHER_ID>{t(words::switch_account())}</button>
            <nav class="card switcher" id=SWITCHER_ID popover="auto" aria-label=t(words::accounts())>
                <ul class="body stack">
                    {links}
                    <li><a href=paths::all_accounts()>{t(words::all_accounts())}</a></li>
                </ul>
            </nav>
        }
        .into_any(),
    )
}

#[component]
fn Navigation(section: Section, needs_attention: u32) -> impl IntoView {
    let entry = |of: Section, href: String, icon: &'static str, text: Message| {
        let current = (of == section).then_some("true");
        view! {
            <a href=href aria-current=current>
                <Icon name=icon />
                {t(text)}
            </a>
        }
    };
    view! {
        <nav aria-label=t(words::main_navigation())>
            <ul>
                <li>{entry(Section::Tasks, paths::tasks(), "tasks", words::tasks())} {attention(needs_attention)}</li>
                <li>{entry(Section::Insights, paths::insights(), "insights", words::insights())}</li>
                <li>{entry(Section::Robots, paths::robots(), "robot", words::robots())}</li>
                {may(Action::Prepare)
                    .then(|| {
                        view! { <li>{entry(Section::DoNotCall, paths::do_not_call(), "no-call", words::do_not_call())}</li> }
                    })}
                {may(Action::Administer)
                    .then(|| {
                        view! { <li>{entry(Section::Settings, paths::settings(), "settings", words::settings())}</li> }
                    })}
            </ul>
        </nav>
    }
}

/// How many tasks need attention, which leads to them; nothing where none does.
fn attention(tasks: u32) -> Option<AnyView> {
    if tasks == 0 {
        return None;
    }
    let (short, words) = attention_in_words(tasks);
    let title = words.clone();
    Some(
        view! {
            <a class="attention" href=paths::tasks_needing_attention() title=title>
                <span aria-hidden="true">{short}</span>
                <span class="visually-hidden">{words}</span>
            </a>
        }
        .into_any(),
    )
}

/// The number, and what is read aloud of it.
pub fn attention_in_words(tasks: u32) -> (String, String) {
    if tasks > MAX_ATTENTION_SHOWN {
        let words = words::attention_of_more(MAX_ATTENTION_SHOWN);
        return (format!("{MAX_ATTENTION_SHOWN}+"), t(words));
    }
    (tasks.to_string(), t(words::attention(tasks)))
}

#[component]
fn RailFoot(layout: LayoutView) -> impl IntoView {
    view! {
        <div class="rail-foot">
            <p class="narrow-only">{t(words::times_in(&layout.zone))}</p>
            {(layout.accounts.len() > 1)
                .then(|| view! { <a class="narrow-only" href=paths::all_accounts()>{t(words::switch_account())}</a> })}
            <form method="post" action=paths::sign_out()>
                {layout.person_name}
                " · "
                <a href=paths::profile()>{t(words::profile())}</a>
                " · "
                <button class="link" type="submit">{t(words::sign_out())}</button>
            </form>
            <ShortcutsButton />
        </div>
    }
}

/// Says that the provider does not answer; the island takes it away once it does.
fn provider_is_down(text: Message) -> AnyView {
    view! {
        <WhileDown>
            <div class="notice warn" id="provider-down" role="status" data-url=paths::provider_down()>
                <strong aria-hidden="true">"!"</strong>
                <p>{t(text)}</p>
            </div>
        </WhileDown>
        <LoadIslands />
    }
    .into_any()
}

/// Says to administrators that the account keeps everything as long as nobody has chosen how long.
fn retention_is_open() -> AnyView {
    let text = with_elements(&words::retention_is_open(), |_, link| {
        view! { <a href=paths::retention()>{link}</a> }.into_any()
    });
    view! {
        <div class="notice warn" role="status">
            <strong aria-hidden="true">"!"</strong>
            <p>{text}</p>
        </div>
    }
    .into_any()
}

/// Says that nobody is really called.
#[component]
pub fn SandboxBadge() -> impl IntoView {
    let text = with_elements(&words::sandbox(), |_, wide| {
        view! { <span class="wide-words">{wide}</span> }.into_any()
    });
    view! {
        <span class="badge warn">
            <span>{text}</span>
        </span>
    }
}

/// A page of its own, as for people who are not signed in: the brand, and a card.
#[component]
pub fn CenteredLayout(#[prop(optional)] sandbox: bool, children: Children) -> impl IntoView {
    view! {
        <SkipLink />
        <main class="centered-layout" id="content" tabindex="-1">
            <p class="brand">
                <Brand />
                "Coxswain"
            </p>
            {children()}
            <LanguageSwitch />
            {sandbox.then(|| view! { <SandboxBadge /> })}
        </main>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_attention_is_counted_in_two_digits_and_read_aloud() {
        for (tasks, short, words) in [
            (1, "1", "1 task needs attention"),
            (99, "99", "99 tasks need attention"),
            (100, "99+", "More than 99 tasks need attention"),
        ] {
            let told = attention_in_words(tasks);
            assert_eq!(told, (short.to_owned(), words.to_owned()));
        }
        assert!(attention(0).is_none());
    }
}
