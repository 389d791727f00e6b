//! One lead of a draft, as a form: fixing without a grid.

use crate::web::request::caller::may;
use leads::Action;
use leads::field::Field;
use leads::kind::LeadKind;
use leads::problem::Level;
use leads::views::{CellView, ColumnView, DraftView, LeadQuery, LeadView};
use leptos::prelude::*;
use leptos_router::components::Redirect;
use localization::Message;

use crate::web::components::bottom_bar::BottomBar;
use crate::web::components::layout::Section;
use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::components::text_area::TextArea;
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::language::t;
use crate::web::messages::lead as texts;
use crate::web::pages::draft::grid::in_the_file;
use crate::web::pages::draft::{asked_for, back, back_to_top, lead_page};
use crate::web::pages::load::{drawn_for, in_layout};
use crate::web::pages::path_value;
use crate::web::paths;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// One lead, with every field that it may have, and the leads that its page leads back to.
async fn read(id: String, row: u32, among: Option<LeadQuery>) -> Result<DraftView, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&id)?;
    let shown = backend::drafts::LeadSelection::Lead(row);
    let mut draft = backend::drafts::review(backend, caller, now, id, &shown).await?;
    draft.is_opened = among.is_none();
    draft.query = among.unwrap_or_default();
    if let Some(typed) = request.typed_into(&paths::edit_lead()) {
        typed.fill_lead(&mut draft);
    }
    match draft.leads.is_empty() {
        true => Err(AppError::not_found()),
        false => Ok(draft),
    }
}

/// The lead of the address; of what has become a task nothing is fixed any more.
#[component]
pub fn LeadPage() -> impl IntoView {
    let row = path_value("row").parse().unwrap_or(0);
    let loading = read(path_value("id"), row, asked_for());
    in_layout(Section::Tasks, loading, |draft| match &draft.task {
        Some(task) => view! { <Redirect path=paths::task(task) /> }.into_any(),
        None => draft
            .leads
            .first()
            .map(|lead| draw(&draft, lead))
            .into_any(),
    })
}

/// The form to which the buttons of the bar belong.
const FORM: &str = "lead";

fn draw(draft: &DraftView, lead: &LeadView) -> AnyView {
    let title = t(texts::page_title(draft.summary.title(), lead.row));
    let fields = draft
        .fields
        .iter()
        .zip(&lead.cells)
        .map(|(column, cell)| field(draft, column, cell))
        .collect_view();
    view! {
        <PageTitle text=title error=false />
        <div class="page-head">
            <div>
                <h1>{t(texts::row(lead.row))}</h1>
                <p>{format!("{} · {}", t(draft.summary.title()), t(lead.kind.status()))}</p>
            </div>
            <nav class="row" aria-label=t(texts::rows_to_fix())>
                {beside(draft, lead.to_fix_beside.0, t(texts::previous()))}
                {beside(draft, lead.to_fix_beside.1, t(texts::next()))}
                <a class="button" href=review(draft)>
                    {t(texts::back_to_review())}
                </a>
            </nav>
        </div>
        <form class="card narrow" id=FORM method="post" action=paths::edit_lead() novalidate=true>
            <HiddenValues values=[vec![drawn_for()], address(draft, lead)].concat() />
            <div class="body stack">{fields}</div>
        </form>
        {bar(draft, lead)}
    }
    .into_any()
}

fn address(draft: &DraftView, lead: &LeadView) -> Vec<(&'static str, String)> {
    vec![
        ("draft", draft.id.clone()),
        ("row", lead.row.to_string()),
        ("back", back_to_top(draft)),
    ]
}

/// The review at its leads, as it was left.
fn review(draft: &DraftView) -> String {
    match draft.is_opened {
        true => paths::leads_of_draft(&draft.id),
        false => back(draft),
    }
}

/// The way to the nearest row to fix in that direction.
fn beside(draft: &DraftView, row: Option<u32>, text: String) -> Option<AnyView> {
    let href = lead_page(draft, row?);
    Some(view! { <a class="button" href=href>{text}</a> }.into_any())
}

fn bar(draft: &DraftView, lead: &LeadView) -> AnyView {
    let (before, behind) = lead.to_fix_beside;
    let next = behind.or(before).map(|next| {
        let left = t(texts::save_and_next(draft.tally.to_fix));
        view! {
            <button class="button primary" type="submit" form=FORM name="next" value=next.to_string() data-next="">
                {left}
            </button>
        }
    });
    let save = if next.is_some() {
        "button"
    } else {
        "button primary"
    };
    let is_left_out = lead.kind == LeadKind::LeftOut;
    let other_way = t(match is_left_out {
        true => texts::include(),
        false => texts::leave_out(),
    });
    let call_me = (lead.kind.is_sent() && may(Action::Launch)).then(|| {
        let href = paths::call_me_as(&draft.id, lead.row);
        view! { <a class="button" href=href>{t(texts::call_me_first())}</a> }
    });
    let mut hidden = address(draft, lead);
    hidden.push(("left_out", (!is_left_out).to_string()));
    view! {
        <BottomBar>
            <div class="actions">
                {next} <button class=save type="submit" form=FORM>
                    {t(texts::save())}
                </button> <PostButton action=paths::leave_out() hidden=hidden text=other_way />
                {call_me}
            </div>
        </BottomBar>
    }
    .into_any()
}

/// A field of the lead.
fn field(draft: &DraftView, column: &ColumnView, cell: &CellView) -> AnyView {
    let id = format!("field-{}", column.field.key());
    let error_id = format!("{id}-error");
    let is_bad = cell
        .problems
        .iter()
        .any(|problem| problem.level == Level::Error);
    let sentences = cell.problems.iter();
    let sentences: Vec<Message> = sentences.map(|problem| problem.sentence.clone()).collect();
    let described_by = (!sentences.is_empty()).then(|| error_id.clone());
    let control = control(draft, cell, &id, is_bad, described_by);
    let told = (!sentences.is_empty()).then(|| {
        let class = if is_bad { "error" } else { "hint" };
        view! { <p class=class id=error_id>{t(Message::sentences(sentences))}</p> }
    });
    let from_sheet = cell
        .from_sheet
        .as_ref()
        .map(|text| view! { <p class="hint">{in_the_file(text)}</p> });
    view! {
        <div class=if is_bad { "field bad" } else { "field" }>
            <label for=id>{t(column.label.clone())}</label>
            {control}
            {told}
            {from_sheet}
        </div>
    }
    .into_any()
}

/// What a field is written in. A text of several lines needs a control of several lines: the other one drops the breaks.
fn control(
    draft: &DraftView,
    cell: &CellView,
    id: &str,
    is_bad: bool,
    described_by: Option<String>,
) -> AnyView {
    let (id, value) = (id.to_owned(), cell.value.clone());
    let name = format!("fields[{}]", cell.field.key());
    let invalid = is_bad.then_some("true");
    if let Some(options) = options(draft, cell) {
        return view! {
            <select id=id name=name aria-invalid=invalid aria-describedby=described_by>
                {options}
            </select>
        }
        .into_any();
    }
    if value.contains(['\n', '\r']) {
        return view! {
            <TextArea
                id=id
                name=name
                value=value
                rows="3"
                invalid=invalid
                described_by=described_by
            />
        }
        .into_any();
    }
    view! {
        <input
            type="text"
            id=id
            name=name
            value=value
            autocomplete="off"
            aria-invalid=invalid
            aria-describedby=described_by
        />
    }
    .into_any()
}

/// What can be chosen for a field that takes some values only, beside what stands in it; nothing where any text can be written.
fn options(draft: &DraftView, cell: &CellView) -> Option<AnyView> {
    let pair = |value: &str, text: String| (value.to_owned(), text);
    let mut options = match cell.field {
        Field::Gender => vec![
            pair("", t(texts::gender_not_known())),
            pair("female", t(texts::female())),
            pair("male", t(texts::male())),
        ],
        Field::RobotId => {
            let mut options = vec![pair("", t(texts::task_robot()))];
            options.extend(draft.lead_robots.iter().cloned());
            options
        }
        _ => return None,
    };
    if !options.iter().any(|(value, _)| *value == cell.value) {
        options.push(pair(&cell.value, cell.value.clone()));
    }
    let has_names = matches!(cell.field, Field::RobotId);
    let options = options
        .into_iter()
        .map(|(value, text)| {
            let selected = value == cell.value;
            let translate = (has_names && !value.is_empty()).then_some("no");
            view! { <option value=value selected=selected translate=translate>{text}</option> }
        })
        .collect_view();
    Some(options.into_any())
}
