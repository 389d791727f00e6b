//! What has to be answered before any lead is ready, on top of the review: asked once for the list.

use leads::field::Field;
use leads::views::{CandidateView, DraftView, QuestionView, header_or_place};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::post_button::{HiddenValues, PostButton};
use crate::web::language::{between_sentences, t};
use crate::web::messages::draft as texts;
use crate::web::paths;

use crate::web::pages::draft::{back, columns, held_back, of_whole_list, sheet};

/// The `id` of what stands on top.
pub const ID: &str = "questions";

/// What a person has to decide or to know before anything else.
pub fn on_top(draft: &DraftView) -> AnyView {
    view! {
        <div id=ID class="stack if-any">
            {questions(draft)} {columns::wrongly_matched(draft)} {list_country(draft)} {held_back::held_back(draft)}
            {outdated_lists(draft)} {sheet::other_lists(draft)} {fallback(draft)}
        </div>
    }
    .into_any()
}

/// Which do-not-call lists are out of date; nothing where all are current.
fn outdated_lists(draft: &DraftView) -> Option<AnyView> {
    let sentence = t(draft.outdated_lists.clone()?);
    Some(
        view! {
            <div class="notice warn" role="status">
                <p>{sentence} {between_sentences()} <a href=paths::do_not_call()>{t(texts::do_not_call_lists())}</a></p>
            </div>
        }
        .into_any(),
    )
}

/// The questions; nothing where there are none.
fn questions(draft: &DraftView) -> AnyView {
    let asked = draft
        .questions
        .iter()
        .map(|question| match question {
            QuestionView::Column { field, candidates } => which_column(draft, *field, candidates),
            QuestionView::Variables { fields, near } => variables(draft, fields, near),
        })
        .collect_view();
    view! { {asked} }.into_any()
}

/// The question in a few words, and why it is asked.
fn words(field: Field) -> (Message, Message) {
    match field {
        Field::Mobile => (texts::which_has_numbers(), texts::not_sure()),
        field => (texts::which_is(field.message()), texts::several_fit()),
    }
}

fn which_column(draft: &DraftView, field: Field, candidates: &[CandidateView]) -> AnyView {
    let (question, why) = words(field);
    let name = format!("columns[{}]", field.key());
    let choices = candidates
        .iter()
        .map(|candidate| {
            choice(
                &name,
                &candidate.column.to_string(),
                &t(candidate.header.clone()),
                &candidate.samples,
            )
        })
        .collect_view();
    // Somebody has to be called, but a name and a platform of its own are not needed.
    let none = (field != Field::Mobile).then(|| choice(&name, "", &t(texts::none_of_them()), &[]));
    view! {
        <form class="question" method="post" action=paths::answer_question()>
            {of_draft(draft)}
            <fieldset>
                <legend>{t(question)}</legend>
                <p>{t(why)}</p>
                <div class="answers">
                    {choices} {none} <button class="button" type="submit">{t(texts::use_column())}</button>
                </div>
            </fieldset>
        </form>
    }
    .into_any()
}

/// A column that can be chosen, with what its first cells hold.
fn choice(name: &str, value: &str, text: &str, samples: &[String]) -> AnyView {
    let samples = (!samples.is_empty()).then(|| {
        view! { <span class="small muted" translate="no">{format!(" {}", samples.join(" · "))}</span> }
    });
    view! {
        <label class="answer">
            <input type="radio" name=name.to_owned() value=value.to_owned() required=true />
            <span>{text.to_owned()} {samples}</span>
        </label>
    }
    .into_any()
}

fn variables(
    draft: &DraftView,
    fields: &[(Field, Message)],
    near: &[(Field, CandidateView)],
) -> AnyView {
    let question = match fields {
        [(_, only)] => texts::no_column_for_it(only.clone()),
        several => {
            let names = several.iter().map(|(_, name)| name.clone());
            texts::no_column_for_them(Message::list(names))
        }
    };
    let selects = fields
        .iter()
        .map(|(field, name)| column_of(draft, *field, t(name.clone()), near))
        .collect_view();
    let empty = fields
        .iter()
        .map(|(field, _)| (format!("columns[{}]", field.key()), String::new()));
    let empty = of_draft_and(draft, empty);
    view! {
        <section class="question" aria-labelledby="variables-title">
            <h2 id="variables-title">{t(question)}</h2>
            <p>{t(texts::choose_or_leave_empty())}</p>
            <form class="answers" method="post" action=paths::answer_question()>
                {of_draft(draft)} {selects} <button class="button" type="submit">{t(texts::use_columns())}</button>
            </form>
            <form method="post" action=paths::answer_question()>
                {empty} <button class="button" type="submit">{t(texts::leave_empty())}</button>
            </form>
        </section>
    }
    .into_any()
}

/// A choice among the columns of the file, with the one whose header is near chosen beforehand.
fn column_of(
    draft: &DraftView,
    field: Field,
    name: String,
    near: &[(Field, CandidateView)],
) -> AnyView {
    let id = format!("answer-{}", field.key());
    let near = near.iter().find(|(other, _)| *other == field);
    let options = draft
        .headers
        .iter()
        .enumerate()
        .map(|(column, header)| {
            let selected = near.is_some_and(|(_, candidate)| candidate.column == column);
            let text = t(header_or_place(header, column));
            view! { <option value=column.to_string() selected=selected>{text}</option> }
        })
        .collect_view();
    let samples = near.map(|(_, candidate)| {
        view! { <span class="small muted" translate="no">{candidate.samples.join(" · ")}</span> }
    });
    view! {
        <div class="field">
            <label for=id.clone()>{name}</label>
            <select id=id name=format!("columns[{}]", field.key())>
                <option value="">{t(texts::no_column())}</option>
                {options}
            </select>
            {samples}
        </div>
    }
    .into_any()
}

/// In which country the numbers are dialled, once for the list: asked, or what was answered.
fn list_country(draft: &DraftView) -> Option<AnyView> {
    let asked = draft.list_country.as_ref()?;
    let country = asked.country.map_or_else(String::new, String::from);
    let hidden = vec![
        ("draft", draft.id.clone()),
        ("version", draft.version.to_string()),
        ("country", country),
        ("back", back(draft)),
    ];
    let class = match asked.country {
        Some(_) => "notice warn decision",
        None => "notice decision",
    };
    Some(
        view! {
            <div class=class>
                <p>{t(asked.sentence.clone())}</p>
                <PostButton action=paths::read_numbers_as() hidden=hidden text=t(asked.button.clone()) />
            </div>
        }
        .into_any(),
    )
}

/// A second column of numbers, for the rows whose first is empty.
fn fallback(draft: &DraftView) -> Option<AnyView> {
    let candidate = draft.fallback.as_ref()?;
    let mobile = draft
        .columns
        .iter()
        .find(|column| column.field == Field::Mobile)?
        .column?;
    let mut hidden = of_whole_list(draft);
    hidden.push(("columns[mobile]", mobile.to_string()));
    hidden.push(("otherwise[mobile]", candidate.column.to_string()));
    let samples = Message::list(candidate.samples.iter().map(Message::verbatim));
    let text = t(texts::second_numbers(candidate.header.clone(), samples));
    Some(
        view! {
            <div class="notice decision">
                <p>{text}</p>
                <PostButton action=paths::answer_question() hidden=hidden text=t(texts::use_there()) />
            </div>
        }
        .into_any(),
    )
}

fn of_draft(draft: &DraftView) -> AnyView {
    of_draft_and(draft, std::iter::empty())
}

/// What tells which draft is meant, as it was drawn, with more values.
fn of_draft_and(draft: &DraftView, more: impl Iterator<Item = (String, String)>) -> AnyView {
    let more = more
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view();
    view! {
        <HiddenValues values=of_whole_list(draft) />
        {more}
    }
    .into_any()
}
