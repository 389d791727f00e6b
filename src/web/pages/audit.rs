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
use crate::web::components::numbers::number;
use crate::web::components::table::{Column, Pager, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::{by_name, t};
use crate::web::messages::{audit, settings};
use crate::web::pages::load::in_layout;
use crate::web::pages::query_value;
use crate::web::paths::{self, AskedAudit, Unusable, asked_audit};
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

fn draw(view: AuditView, unusable: &[Unusable]) -> AnyView {
    let sentence = t(audit::explained(&view.zone));
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
        .then(|| (page(None), t(audit::newest())));
    let next = next.map(|behind| (page(Some(behind)), t(audit::older())));
    view! {
        <PageTitle text=t(audit::page_title()) />
        <div class="page-head">
            <div>
                <h1>{t(audit::page_title())}</h1>
                <p>{sentence}</p>
            </div>
            {has_file.then(|| view! { <a class="button" href=file download="">{t(audit::export())}</a> })}
            <a class="button" href=paths::settings()>{t(settings::page_title())}</a>
        </div>
        {left_out(unusable)}
        <section class="card" aria-label=t(audit::entries())>
            <header>{filters}</header>
            {body}
        </section>
        <Pager first=first next=next />
    }
    .into_any()
}

fn filters(view: &AuditView) -> AnyView {
    let query = &view.query;
    let groups = AuditGroup::ALL.map(|group| (group.key().to_owned(), t(group.label())));
    let outcomes = AuditOutcome::ALL.map(|outcome| (outcome.key().to_owned(), t(outcome.label())));
    let group = query.group.map_or("", AuditGroup::key);
    let outcome = query.outcome.map_or("", AuditOutcome::key);
    let typed = [("autocomplete", "off"), ("spellcheck", "false")];
    view! {
        <form class="filters of-days" action=paths::audit()>
            {Field::new("person", t(audit::person()), &[]).filter(&t(audit::everybody()), &by_name(&view.people), &query.person)}
            {Field::new("group", t(audit::action()), &[]).filter(&t(audit::everything()), &groups, group)}
            {Field::new("outcome", t(audit::outcome()), &[]).filter(&t(audit::any_outcome()), &outcomes, outcome)}
            {Field::new("from", t(audit::from_day()), &[]).date(query.from)}
            {Field::new("to", t(audit::to_day()), &[]).date(query.to)}
            {Field::new("object", t(audit::object_id()), &[]).input("text", &query.object, &typed)}
            <button class="button" type="submit">{t(audit::show())}</button>
        </form>
    }
    .into_any()
}

fn nothing(query: &AuditQuery) -> AnyView {
    let (title, text) = match query.is_filtered() || query.behind.is_some() {
        true => (audit::not_found_title(), audit::not_found()),
        false => (audit::none_title(), audit::none()),
    };
    let is_filtered = query.is_filtered();
    view! {
        <Empty title=t(title) text=t(text)>
            {is_filtered.then(|| view! { <a class="button" href=paths::audit()>{t(audit::show_all())}</a> })}
        </Empty>
    }
    .into_any()
}

fn table(lines: Vec<AuditLine>) -> AnyView {
    let rows = lines.into_iter().map(row).collect_view();
    let columns = vec![
        Column::words(t(audit::what())),
        Column::words(t(audit::who())),
        Column::words(t(audit::when())),
        Column::words(t(audit::from())),
        Column::words(t(audit::outcome())),
        Column::numbers(t(audit::entry())),
    ];
    view! { <Table label=t(audit::table()) cards=true columns=columns>{rows}</Table> }.into_any()
}

fn row(line: AuditLine) -> AnyView {
    let from = [line.address, line.device.map(t)];
    let from: Vec<String> = from.into_iter().flatten().collect();
    let session = line
        .session
        .map(|session| view! { <small>{t(audit::session(session))}</small> });
    let tone = match line.outcome {
        AuditOutcome::Done => Tone::Plain,
        AuditOutcome::Refused => Tone::Warn,
    };
    view! {
        <tr>
            <td class="name">
                <span class="title">{t(line.sentence)}</span>
                {line.object.map(object)}
            </td>
            <td data-label=t(audit::who())>{t(line.who)}</td>
            <td data-label=t(audit::when())><Time moment=line.at /></td>
            <td data-label=t(audit::from())>{from.join(" · ")} {session}</td>
            <td data-label=t(audit::outcome())><Badge tone=tone word=t(line.outcome.label()) /></td>
            <td data-label=t(audit::entry()) class="number">{number(line.number)}</td>
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
    let label = t(object.kind.label());
    match object.name {
        Some(name) => {
            view! { <small>{label} " " <a href=href translate="no">{name}</a></small> }.into_any()
        }
        // What is gone, or has no name, is named by its id, by which entries are filtered.
        None => view! { <small>{label} " " {object.id}</small> }.into_any(),
    }
}
