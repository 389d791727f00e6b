//! What people do with do-not-call lists.

use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::response::Response;
use axum::{Extension, Form};
use backend::Caller;
use backend::do_not_call::{self, Added, ListForm, ListUpload, ReadOfFile, TakenIn};
use backend::drafts::Upload;
use leads::views::FormProblem;
use leptos::prelude::*;
use localization::Message;
use tower_sessions::Session;

use crate::web::actions::new_task::form_with_file;
use crate::web::actions::profile::done;
use crate::web::error::AppError;
use crate::web::forms::do_not_call::{AddForm, AddPost, FindForm, ListPost, RemoveForm};
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::messages::{do_not_call as texts, do_not_call_upload as upload_texts};
use crate::web::pages::do_not_call::FoundEntries;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;
use crate::web::request::state::AppState;
use crate::web::{answers, clock, paths};

/// Puts numbers on the company's list.
pub async fn add(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    request: Request,
) -> Response {
    let read = form_with_file::<AddPost>(&state, &caller, request).await;
    let (posted, _under_way) = match read {
        Ok(read) => read,
        Err(refusal) => return refusal,
    };
    let (form, file_name) = (posted.form, name_of_file(posted.upload.as_ref()));
    match add_posted(&state, &caller, &form, posted.upload).await {
        Ok(told) => done(&session, told, &paths::do_not_call()).await,
        Err(backend::Error::Problems(problems)) => {
            let refused = FormState::refused(form, with_file(problems, file_name));
            answers::rerender_form(&state, parts, &paths::do_not_call(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}

fn name_of_file(upload: Option<&Upload>) -> Option<String> {
    match upload {
        Some(Upload::File(file)) => Some(file.file_name.clone()),
        _ => None,
    }
}

/// What has to be fixed in a form that is drawn again, with its file: no page can choose that for a person, and a form that is sent without it
/// would do less than they think.
fn with_file(mut problems: Vec<FormProblem>, file_name: Option<String>) -> Vec<FormProblem> {
    let is_named = problems.iter().any(|problem| problem.input == "file");
    if let Some(name) = file_name.filter(|_| !is_named) {
        problems.push(FormProblem::new("file", upload_texts::choose_again(name)));
    }
    problems
}

/// What became of numbers that were typed, came in a file, or both.
async fn add_posted(
    state: &AppState,
    caller: &Caller,
    form: &AddForm,
    upload: Option<Upload>,
) -> Result<Message, backend::Error> {
    let (backend, now) = (state.backend(), clock::now());
    let (numbers, reason) = (form.numbers.as_str(), form.reason.as_str());
    match upload {
        Some(Upload::File(file)) => {
            let typed = (numbers, reason);
            let added = do_not_call::add_from_file(backend, caller, now, typed, file).await?;
            let column = texts::of_column(added.read.column.clone());
            let told = [added_in_words(&added.added), column];
            Ok(Message::sentences(
                told.into_iter().chain(left_out(&added.read)),
            ))
        }
        Some(Upload::Refused(problem)) => Err(backend::Error::Problems(vec![FormProblem::new(
            "file",
            problem.message(),
        )])),
        Some(Upload::None) | None => {
            let added = do_not_call::add_by_hand(backend, caller, now, numbers, reason).await?;
            Ok(added_in_words(&added))
        }
    }
}

fn added_in_words(added: &Added) -> Message {
    match added.known {
        0 => texts::added(added.added),
        known => texts::added_some_known(added.added, known),
    }
}

/// Shows what is held of a number.
pub async fn find(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    parts: Parts,
    Form(form): Form<FindForm>,
) -> Response {
    let (backend, now) = (state.backend(), clock::now());
    match do_not_call::find(backend, &caller, now, &form.number).await {
        Ok(entries) => {
            let found = FoundEntries {
                number: form.number,
                entries,
                why: String::new(),
            };
            let found = FormState {
                values: found,
                problems: Vec::new(),
                status: 200,
            };
            answers::rerender_form(&state, parts, &paths::do_not_call(), found).await
        }
        Err(backend::Error::Problems(problems)) => {
            let refused = FormState::refused(form, problems);
            answers::rerender_form(&state, parts, &paths::do_not_call(), refused).await
        }
        Err(error) => answers::refused(error),
    }
}

/// Takes a number off a list; administrators only.
pub async fn remove(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    Form(form): Form<RemoveForm>,
) -> Response {
    let list = match parse_id(&form.list) {
        Ok(list) => list,
        Err(error) => return answers::render_error(&error),
    };
    let (backend, now) = (state.backend(), clock::now());
    match do_not_call::remove(backend, &caller, now, list, &form.number, &form.why).await {
        Ok(()) => {
            let told = texts::taken_off();
            done(&session, told, &paths::do_not_call()).await
        }
        Err(backend::Error::Problems(problems)) => {
            not_taken_off(&state, &caller, parts, form, problems).await
        }
        Err(error) => answers::refused(error),
    }
}

/// What is held of the number, with what has to be fixed before it is taken off.
async fn not_taken_off(
    state: &AppState,
    caller: &Caller,
    parts: Parts,
    form: RemoveForm,
    problems: Vec<FormProblem>,
) -> Response {
    let found = do_not_call::find(state.backend(), caller, clock::now(), &form.number).await;
    let found = FoundEntries {
        entries: match found {
            Ok(entries) => entries,
            Err(backend::Error::Problems(_)) => Vec::new(),
            Err(error) => return answers::refused(error),
        },
        number: form.number,
        why: form.why,
    };
    // The page has another field of that name.
    let of_this_form = |problem: FormProblem| match problem.input.as_str() {
        "reason" => FormProblem::new("why", problem.sentence),
        _ => problem,
    };
    let problems = problems.into_iter().map(of_this_form).collect();
    let page = paths::do_not_call();
    answers::rerender_form(state, parts, &page, FormState::refused(found, problems)).await
}

/// Takes a list in; administrators only.
pub async fn upload(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    parts: Parts,
    request: Request,
) -> Response {
    let read = form_with_file::<ListPost>(&state, &caller, request).await;
    let (posted, _under_way) = match read {
        Ok(read) => read,
        Err(refusal) => return refusal,
    };
    let file = match posted.upload {
        Some(Upload::File(file)) => file,
        Some(Upload::Refused(problem)) => {
            return form_again(&state, parts, posted.form, problem.message()).await;
        }
        Some(Upload::None) | None => {
            let sentence = upload_texts::choose_file();
            return form_again(&state, parts, posted.form, sentence).await;
        }
    };
    let file_name = Some(file.file_name.clone());
    let upload = ListUpload {
        form: posted.form.clone(),
        file,
        new_id: clock::new_id(),
    };
    match do_not_call::take_in(state.backend(), &caller, clock::now(), upload).await {
        Ok(taken) => {
            let told = taken_in_words(taken);
            done(&session, told, &paths::do_not_call()).await
        }
        Err(backend::Error::Problems(problems)) => {
            let page = paths::upload_do_not_call_list();
            let refused = FormState::refused(posted.form, with_file(problems, file_name));
            answers::rerender_form(&state, parts, &page, refused).await
        }
        Err(error) => answers::refused(error),
    }
}

async fn form_again(state: &AppState, parts: Parts, form: ListForm, sentence: Message) -> Response {
    let problems = vec![FormProblem::new("file", sentence)];
    let page = paths::upload_do_not_call_list();
    answers::rerender_form(state, parts, &page, FormState::refused(form, problems)).await
}

fn taken_in_words(taken: TakenIn) -> Message {
    let left_out = left_out(&taken.read);
    let told = upload_texts::taken_in(taken.read.column, taken.numbers, taken.name);
    Message::sentences([told].into_iter().chain(left_out))
}

/// Which rows of a file had no readable number, if any.
fn left_out(read: &ReadOfFile) -> Option<Message> {
    if read.unreadable == 0 {
        return None;
    }
    let named = read.unreadable_rows.iter().map(u32::to_string);
    let more = read.unreadable - read.unreadable_rows.len() as u64;
    let more = (more > 0).then(|| upload_texts::more_rows(more));
    let rows = Message::list(named.map(Message::verbatim).chain(more));
    Some(upload_texts::unreadable(read.unreadable, rows))
}

/// Removes a list that was uploaded.
#[server(prefix = "/api", endpoint = "do-not-call/remove-list")]
pub async fn remove_do_not_call_list(list: String) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let outcome = do_not_call::remove_list(backend, caller, now, parse_id(&list)?).await;
    let outcome = outcome.map(|()| Some(t(texts::removed())));
    request.after(outcome, paths::do_not_call()).await
}

/// Says whether the account refuses to check and submit with a list that is out of date.
#[server(prefix = "/api", endpoint = "do-not-call/refuse-outdated")]
pub async fn refuse_outdated_lists(refuse: bool) -> Result<(), AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let outcome = do_not_call::set_refuse_outdated(backend, caller, now, refuse).await;
    let outcome = outcome.map(|()| Some(t(texts::setting_saved())));
    request.after(outcome, paths::do_not_call()).await
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;

    #[test]
    fn an_upload_names_the_first_rows_without_a_number_and_counts_the_others() {
        let taken = |unreadable, unreadable_rows: &[u32]| {
            taken_in_words(TakenIn {
                name: "REPEP".to_owned(),
                as_of: jiff::civil::date(2026, 11, 27),
                numbers: 2_310,
                read: ReadOfFile {
                    column: Message::verbatim("Mobile"),
                    unreadable,
                    unreadable_rows: unreadable_rows.to_vec(),
                },
            })
        };
        assert_eq!(
            Language::ALL.map(|language| taken(1_205, &[3, 4, 1_002]).text(language)),
            [
                "“REPEP” was uploaded: 2,310 numbers of the column “Mobile”. 1,205 rows were left out without a readable number: rows 3, 4, \
                 1002 and 1,202 more.",
                "“REPEP”已上传：来自列“Mobile”的 2,310 个号码。已剔除 1,205 行没有可识别号码的行，行号：3、4、1002和另外 1,202 行。",
                "Se subió “REPEP”: 2,310 números de la columna “Mobile”. Se omitieron 1,205 filas sin un número legible: filas 3, 4, 1002 y \
                 1,202 más.",
                "“REPEP” diunggah: 2.310 nomor dari kolom “Mobile”. 1.205 baris dikeluarkan karena nomornya tidak terbaca: baris 3, 4, 1002, \
                 dan 1.202 lainnya.",
            ]
        );
        let two = taken(2, &[3, 4]).to_string();
        assert!(two.ends_with("number: rows 3 and 4."), "{two}");
        let none = taken(0, &[]).to_string();
        assert!(none.ends_with("of the column “Mobile”."), "{none}");
    }
}
