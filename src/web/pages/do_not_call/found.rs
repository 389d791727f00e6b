//! What is held of a number.

use backend::do_not_call::Source;
use backend::ids::DoNotCallListId;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use leads::Action;
use leads::do_not_call::list_name;
use leads::views::{FormProblem, Moment};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::field::Field;
use crate::web::components::message::with_time;
use crate::web::components::post_button::HiddenValues;
use crate::web::error::AppError;
use crate::web::forms::do_not_call::FindForm;
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::messages::do_not_call;
use crate::web::paths;
use crate::web::request::caller::may;

/// What was found of a number, as the answer of the search puts it into its page.
#[derive(Clone, Debug)]
pub struct FoundEntries {
    /// The number as it was typed.
    pub number: String,
    /// What is held.
    pub entries: Vec<backend::do_not_call::FoundEntry>,
    /// Why it was to be taken off, where that was refused.
    pub why: String,
}

/// The same for people.
pub struct FoundView {
    number: String,
    why: String,
    problems: Vec<FormProblem>,
    entries: Vec<EntryView>,
}

struct EntryView {
    list: DoNotCallListId,
    name: String,
    digits: String,
    source: Option<Message>,
    by: Option<String>,
    reason: Option<String>,
    task: Option<(String, String)>,
    is_simulated: bool,
    added: Moment,
    removed: Option<Moment>,
    may_be_removed: bool,
}

impl FoundEntries {
    pub(super) fn view(
        self,
        now: Timestamp,
        zone: &TimeZone,
        problems: Vec<FormProblem>,
    ) -> Result<FoundView, AppError> {
        let moment = |at: Timestamp| leads::moment(at, now, zone);
        let entries = self.entries.into_iter().map(|entry| {
            Ok(EntryView {
                list: entry.list,
                digits: format!("…{:04}", entry.last_four),
                source: Source::from_key(&entry.source).map(Source::label),
                task: entry
                    .task_id
                    .map(|id| id.to_string())
                    .zip(entry.task_name.clone()),
                is_simulated: entry.sandbox,
                added: moment(entry.added_at()),
                removed: entry.removed_at().map(moment),
                may_be_removed: entry.may_be_removed()?,
                name: entry.name,
                by: entry.by_name,
                reason: entry.reason,
            })
        });
        Ok(FoundView {
            number: self.number,
            why: self.why,
            problems,
            entries: entries
                .collect::<Result<_, backend::error::Unreadable>>()
                .map_err(backend::Error::from)?,
        })
    }
}

/// The search, with what was found.
pub(super) fn card(searched: FormState<FindForm>, found: Option<FoundView>) -> AnyView {
    let typed = match &found {
        Some(found) => found.number.clone(),
        None => searched.values.number.clone(),
    };
    let number = Field::new("number", t(do_not_call::number()), &searched.problems)
        .hint(t(do_not_call::number_hint()));
    let answer = found.map(answer);
    view! {
        <section class="card" id="found">
            <header><h2>{t(do_not_call::find_title())}</h2></header>
            <div class="body stack">
                <form class="stack" method="post" action=paths::find_do_not_call() novalidate>
                    {number.input("tel", &typed, &[("autocomplete", "off")])}
                    <div><button class="button" type="submit">{t(do_not_call::find())}</button></div>
                </form>
                {answer}
            </div>
        </section>
    }
    .into_any()
}

fn answer(found: FoundView) -> AnyView {
    if found.entries.is_empty() {
        return view! { <p role="status">{t(do_not_call::not_found())}</p> }.into_any();
    }
    let entries = found.entries.iter();
    let entries = entries
        .map(|entry| entry_view(entry, &found))
        .collect_view();
    view! { <div role="status"><ul class="stack">{entries}</ul></div> }.into_any()
}

fn entry_view(entry: &EntryView, found: &FoundView) -> AnyView {
    let task = entry.task.clone().map(|(id, name)| {
        view! { " · " <a href=paths::task(&id) translate="no">{name}</a> }
    });
    let simulated = entry.is_simulated;
    let simulated = simulated.then(|| format!(" · {}", t(do_not_call::simulated())));
    let removes = entry.may_be_removed && may(Action::Administer);
    let take_off = removes.then(|| take_off(entry, found));
    view! {
        <li class="stack">
            <p>
                <strong>{t(list_name(&entry.name))}</strong> " " {entry.digits.clone()} " · " {entry.source.clone().map(t)} <br />
                {happened(entry)} {task} {simulated}
            </p>
            {take_off}
        </li>
    }
    .into_any()
}

/// When and by whom it was added, or taken off again, and why.
fn happened(entry: &EntryView) -> Vec<AnyView> {
    let (by, reason) = (entry.by.clone(), entry.reason.clone());
    match entry.removed.clone() {
        None => with_time(entry.added.clone(), |at| match (by, reason) {
            (None, None) => do_not_call::entry_added(at),
            (Some(by), None) => do_not_call::entry_added_by(at, by),
            (None, Some(reason)) => do_not_call::entry_added_for(at, reason),
            (Some(by), Some(reason)) => do_not_call::entry_added_by_for(at, by, reason),
        }),
        Some(removed) => with_time(removed, |at| match (by, reason) {
            (None, None) => do_not_call::entry_removed(at),
            (Some(by), None) => do_not_call::entry_removed_by(at, by),
            (None, Some(reason)) => do_not_call::entry_removed_for(at, reason),
            (Some(by), Some(reason)) => do_not_call::entry_removed_by_for(at, by, reason),
        }),
    }
}

fn take_off(entry: &EntryView, found: &FoundView) -> AnyView {
    let reason = Field::new("why", t(do_not_call::why()), &found.problems)
        .hint(t(do_not_call::reason_hint()));
    let hidden = vec![
        ("list", entry.list.to_string()),
        ("number", found.number.clone()),
    ];
    view! {
        <form class="stack" method="post" action=paths::remove_do_not_call() novalidate>
            <HiddenValues values=hidden />
            {reason.input("text", &found.why, &[("autocomplete", "off")])}
            <div><button class="button danger" type="submit">{t(do_not_call::take_off())}</button></div>
        </form>
    }
    .into_any()
}
