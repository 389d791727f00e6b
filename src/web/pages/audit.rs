//! The audit log, for administrators.

use leads::states::Tone;
use leads::views::{
    AuditGroup, AuditLine, AuditObjectKind, AuditObjectView, AuditOutcome, AuditQuery, AuditView,
};
use leptos::prelude::*;

use crate::web::components::badge::Badge;
use crate::web::components::empty::Empty;
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::left_out::left_out;
use crate::web::components::moment::Time;
use crate::web::components::numbers::format_number;
use crate::web::components::table::{Column, Pager, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::pages::load::in_layout;
use crate::web::pages::query_value;
use crate::web::paths::{self, AskedAudit, asked_audit};
use crate::web::request::caller::request;

/// The entries that are asked for; administrators only.
async fn read(query: AuditQuery) -> Result<AuditView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    Ok(backend::audit::view(backend, caller, now, query).await?)
}

/// A page of the audit log, as the address filters it.
#[component]
pub fn AuditPage() -> impl IntoView {
    let AskedAudit { query, unusable } = asked_audit(query_value);
    in_layout(Section::Settings, read(query), move |view| {
        draw(view, &unusable)
    })
}

fn draw(view: AuditView, unusable: &[&'static str]) -> AnyView {
    let sentence = format!(
        "Who signed in, changed people or settings, viewed or downloaded phone numbers, or submitted calls, newest first. \
         Times are in {}.",
        view.zone
    );
    let filters = filters(&view);
    let AuditView {
        lines, next, query, ..
    } = view;
    let file = paths::audit_file(&query);
    let has_file = !lines.is_empty();
    let body = match lines.is_empty() {
        true => nothing(&query),
        false => table(lines),
    };
    let page = |behind| {
        paths::audit_with(&AuditQuery {
            behind,
            ..query.clone()
        })
    };
    let first = query
        .behind
        .is_some()
        .then(|| (page(None), "Newest entries"));
    let next = next.map(|behind| (page(Some(behind)), "Older entries"));
    view! {
        <PageTitle text="Audit log" />
        <div class="page-head">
            <div>
                <h1>"Audit log"</h1>
                <p>{sentence}</p>
            </div>
            {has_file.then(|| view! { <a class="button" href=file download="">"Export as CSV"</a> })}
            <a class="button" href=paths::settings()>"Settings"</a>
        </div>
        {left_out(unusable)}
        <section class="card" aria-label="Entries">
            <header>{filters}</header>
            {body}
        </section>
        <Pager first=first next=next />
    }
    .into_any()
}

fn filters(view: &AuditView) -> AnyView {
    let query = &view.query;
    let groups = AuditGroup::ALL.map(|group| (group.key().to_owned(), group.label().to_owned()));
    let outcomes =
        AuditOutcome::ALL.map(|outcome| (outcome.key().to_owned(), outcome.label().to_owned()));
    let group = query.group.map_or("", AuditGroup::key);
    let outcome = query.outcome.map_or("", AuditOutcome::key);
    let typed = [("autocomplete", "off"), ("spellcheck", "false")];
    view! {
        <form class="filters of-days" action=paths::audit()>
            {Field::new("person", "Person", &[]).filter("Everybody", &view.people, &query.person)}
            {Field::new("group", "Action", &[]).filter("Everything", &groups, group)}
            {Field::new("outcome", "Outcome", &[]).filter("Any outcome", &outcomes, outcome)}
            {Field::new("from", "From", &[]).date(query.from)}
            {Field::new("to", "To", &[]).date(query.to)}
            {Field::new("object", "Task, draft or person id", &[]).input("text", &query.object, &typed)}
            <button class="button" type="submit">"Show"</button>
        </form>
    }
    .into_any()
}

fn nothing(query: &AuditQuery) -> AnyView {
    let (title, text) = match query.is_filtered() || query.behind.is_some() {
        true => ("No entries found", "No entries match these filters."),
        false => (
            "No entries yet",
            "Entries appear here as people use Coxswain.",
        ),
    };
    let is_filtered = query.is_filtered();
    view! {
        <Empty title=title text=text>
            {is_filtered.then(|| view! { <a class="button" href=paths::audit()>"Show all entries"</a> })}
        </Empty>
    }
    .into_any()
}

fn table(lines: Vec<AuditLine>) -> AnyView {
    let rows = lines.into_iter().map(row).collect_view();
    let columns = vec![
        Column::words("What"),
        Column::words("Who"),
        Column::words("When"),
        Column::words("From"),
        Column::words("Outcome"),
        Column::numbers("Entry"),
    ];
    view! { <Table label="Entries of the audit log" cards=true columns=columns>{rows}</Table> }
        .into_any()
}

fn row(line: AuditLine) -> AnyView {
    let from = [line.address, line.device];
    let from: Vec<String> = from.into_iter().flatten().collect();
    let session = line
        .session
        .map(|session| view! { <small>"Session " {session}</small> });
    let tone = match line.outcome {
        AuditOutcome::Done => Tone::Plain,
        AuditOutcome::Refused => Tone::Warn,
    };
    view! {
        <tr>
            <td class="name">
                <span class="title">{line.sentence}</span>
                {line.object.map(object)}
            </td>
            <td data-label="Who">{line.who}</td>
            <td data-label="When"><Time moment=line.at /></td>
            <td data-label="From">{from.join(", ")} {session}</td>
            <td data-label="Outcome"><Badge tone=tone word=line.outcome.label() /></td>
            <td data-label="Entry" class="number">{format_number(line.number)}</td>
        </tr>
    }
    .into_any()
}

/// A link to what the entry is about; people have one page together.
fn object(object: AuditObjectView) -> AnyView {
    let href = match object.kind {
        AuditObjectKind::Draft => paths::draft(&object.id),
        AuditObjectKind::Task => paths::task(&object.id),
        AuditObjectKind::Person => paths::people().to_owned(),
        AuditObjectKind::Robot => paths::robot(&object.id),
    };
    let label = object.kind.label();
    match object.name {
        Some(name) => view! { <small>{label} " " <a href=href>{name}</a></small> }.into_any(),
        // What is gone, or has no name, is named by its id, by which entries are filtered.
        None => view! { <small>{label} " " {object.id}</small> }.into_any(),
    }
}
