//! Files for people: the rows to fix, there and back, the leads and the calls of a task, and the templates of robots.

use axum::Extension;
use axum::body::Body;
use axum::extract::{Path, Query, RawQuery, Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use backend::Caller;
use backend::drafts::{self, Download, Upload};
use backend::erasures;
use backend::ids::{DraftId, ErasureId, TaskId};
use backend::results::ExportOf;
use futures::stream;
use leads::GroupKey;
use leads::states::Tone;
use leads::views::Notice;
use localization::Message;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use sheets::FileKind;
use tokio::io::AsyncReadExt;
use tower_sessions::Session;

use crate::web::actions::new_task;
use crate::web::forms::choices;
use crate::web::language::{language, t};
use crate::web::messages::{downloads, review_notices};
use crate::web::pages::erasures::receipt_text;
use crate::web::pages::proof::proof_page;
use crate::web::paths;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, clock};

/// Bytes of a file that are sent at once.
const PIECE: usize = 64 * 1024;

/// Which kind of file is asked for.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    /// `csv`; a workbook otherwise.
    #[serde(default)]
    format: String,
    /// Only the rows with a problem of this group.
    #[serde(default)]
    problem: String,
}

impl Wanted {
    fn kind(&self) -> FileKind {
        kind_of(&self.format)
    }
}

fn kind_of(format: &str) -> FileKind {
    match format {
        "csv" => FileKind::Csv,
        _ => FileKind::Xlsx,
    }
}

/// The rows of a draft that have to be fixed, or those of one group.
pub async fn rows_to_fix(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Response {
    let kind = wanted.kind();
    let Ok(id) = id.parse::<DraftId>() else {
        return answers::refused(backend::Error::NotFound);
    };
    let group = GroupKey::parse(&wanted.problem);
    if group.is_none() && !wanted.problem.is_empty() {
        return answers::refused(backend::Error::NotFound);
    }
    let file = drafts::rows_to_fix(
        state.backend(),
        &caller,
        clock::now(),
        id,
        kind,
        group,
        language(),
    )
    .await;
    download(kind, file)
}

/// The rows where they were before: they have another address now, for downloads and uploads alike.
pub async fn rows_to_fix_before(Path(id): Path<String>, RawQuery(query): RawQuery) -> Response {
    let Ok(id) = id.parse::<DraftId>() else {
        return answers::refused(backend::Error::NotFound);
    };
    let rows = paths::rows_to_fix(id);
    let to = query.map_or_else(|| rows.clone(), |query| format!("{rows}?{query}"));
    Redirect::permanent(&to).into_response()
}

/// The leads of a task as they were sent.
pub async fn leads_as_sent(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Response {
    let kind = wanted.kind();
    let Ok(id) = id.parse::<TaskId>() else {
        return answers::refused(backend::Error::NotFound);
    };
    let file =
        backend::tasks::as_sent(state.backend(), &caller, clock::now(), id, kind, language()).await;
    download(kind, file)
}

/// The proof of a task: a page with the list and its opt-outs, as one archive.
pub async fn proof(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Response {
    let Ok(id) = id.parse::<TaskId>() else {
        return answers::refused(backend::Error::NotFound);
    };
    let (backend, now) = (state.backend(), clock::now());
    let file = backend::tasks::proof_file(backend, &caller, now, id, language(), proof_page).await;
    download_as("application/zip", file)
}

/// The calls of a task that a page with the same filter shows. A filter that cannot be used is refused: the file would hold more calls
/// than were asked for.
pub async fn calls(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Response {
    let values = |wanted: &str| paths::values_of(&pairs, wanted);
    let format = values("format").pop().unwrap_or_default();
    let asked = paths::asked_calls(values);
    if !asked.unusable.is_empty() {
        return answers::refused(backend::Error::NotFound);
    }
    export(
        &state,
        &caller,
        &id,
        ExportOf::Calls(asked.query),
        kind_of(&format),
    )
    .await
}

/// The whole list of a task with what came of each row.
pub async fn list_with_results(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Response {
    export(&state, &caller, &id, ExportOf::WholeList, wanted.kind()).await
}

async fn export(
    state: &AppState,
    caller: &Caller,
    id: &str,
    of: ExportOf,
    kind: FileKind,
) -> Response {
    let Ok(id) = id.parse::<TaskId>() else {
        return answers::refused(backend::Error::NotFound);
    };
    let file = backend::results::export(
        state.backend(),
        caller,
        clock::now(),
        id,
        of,
        kind,
        language(),
    )
    .await;
    download(kind, file)
}

/// The entries of the audit log that a page with the same filter shows. A filter that cannot be used is refused: the file would hold more
/// than was asked for.
pub async fn audit_log(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Response {
    let value = |wanted: &str| paths::values_of(&pairs, wanted).pop().unwrap_or_default();
    let asked = paths::asked_audit(value);
    if !asked.unusable.is_empty() {
        return answers::refused(backend::Error::NotFound);
    }
    let (backend, now) = (state.backend(), clock::now());
    let file = backend::audit::export(backend, &caller, now, asked.query, language()).await;
    download(FileKind::Csv, file)
}

/// The receipt of a number that was erased, as a text.
pub async fn receipt(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Response {
    let Ok(id) = id.parse::<ErasureId>() else {
        return answers::refused(backend::Error::NotFound);
    };
    match erasures::receipt(state.backend(), &caller, id).await {
        Ok(receipt) => {
            let headers = [
                (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
                (
                    header::CONTENT_DISPOSITION,
                    attachment(&downloads::erasure_receipt()),
                ),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            let text = receipt_text(&receipt, caller.account.zone(), language());
            (headers, text).into_response()
        }
        Err(error) => answers::refused(error),
    }
}

/// A template for the leads of a robot.
pub async fn template(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Path(robot): Path<String>,
) -> Response {
    let file = drafts::template(state.backend(), &caller, clock::now(), &robot, language()).await;
    download(FileKind::Xlsx, file)
}

fn download(kind: FileKind, file: Result<Download, backend::Error>) -> Response {
    download_as(kind.media_type(), file)
}

/// That a file of that name is to be saved. Programs that do not know other letters than those of ASCII take the English name (RFC 6266).
fn attachment(name: &Message) -> String {
    let (own, english) = (t(name.clone()), name.to_string());
    match own.is_ascii() {
        true => format!("attachment; filename=\"{own}\""),
        false => {
            let encoded = utf8_percent_encode(&own, NON_ALPHANUMERIC);
            format!("attachment; filename=\"{english}\"; filename*=UTF-8''{encoded}")
        }
    }
}

fn download_as(media_type: &'static str, file: Result<Download, backend::Error>) -> Response {
    match file {
        Ok(file) => {
            let disposition = attachment(&file.file_name);
            let headers = [
                (header::CONTENT_TYPE, media_type.to_owned()),
                (header::CONTENT_DISPOSITION, disposition),
                (header::CONTENT_LENGTH, file.size.to_string()),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (headers, body_of(file.file)).into_response()
        }
        Err(error) => answers::refused(error),
    }
}

/// The file's bytes as they are sent, a piece at a time.
fn body_of(file: std::fs::File) -> Body {
    let file = tokio::fs::File::from_std(file);
    Body::from_stream(stream::try_unfold(file, |mut file| async move {
        let mut piece = Vec::with_capacity(PIECE);
        let read = (&mut file)
            .take(PIECE as u64)
            .read_to_end(&mut piece)
            .await?;
        Ok::<_, std::io::Error>((read > 0).then_some((piece, file)))
    }))
}

/// Takes fixed rows back, and tells how many changed.
pub async fn import_fixed_rows(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    session: Session,
    request: Request,
) -> Response {
    let Ok(id) = id.parse::<DraftId>() else {
        return answers::refused(backend::Error::NotFound);
    };
    let (file, _under_way) = match new_task::only_file(&state, &caller, request).await {
        Ok(read) => read,
        Err(refusal) => return refusal,
    };
    let (backend, now) = (state.backend(), clock::now());
    let notice = match file {
        Upload::File(file) => {
            match drafts::import_fixed_rows(backend, &caller, now, id, file).await {
                Ok(changed) => choices::changed_notice(changed, id, paths::draft(id)),
                Err(backend::Error::Conflict(sentence) | backend::Error::Busy { sentence, .. }) => {
                    Notice::new(Tone::Bad, t(sentence))
                }
                Err(error) => return answers::refused(error),
            }
        }
        Upload::None => {
            let text = t(review_notices::choose_file());
            Notice::new(Tone::Bad, text)
        }
        Upload::Refused(problem) => Notice::new(Tone::Bad, t(problem.message())),
    };
    if let Err(error) = session::put_notice(&session, &notice).await {
        return answers::failed(&error);
    }
    Redirect::to(&paths::draft(id)).into_response()
}

#[cfg(test)]
mod tests {
    use localization::Language;

    use super::*;
    use crate::web::language::answered_in;

    #[tokio::test]
    async fn a_file_has_its_name_in_the_language_of_the_reader_and_an_english_one_beside_it() {
        let name = async || attachment(&downloads::erasure_receipt());
        let english = "attachment; filename=\"erasure-receipt.txt\"";
        assert_eq!(answered_in(Language::English, name()).await, english);
        let spanish = "attachment; filename=\"comprobante-de-borrado.txt\"";
        assert_eq!(answered_in(Language::Spanish, name()).await, spanish);
        let chinese =
            format!("{english}; filename*=UTF-8''%E6%B8%85%E9%99%A4%E5%9B%9E%E6%89%A7%2Etxt");
        assert_eq!(answered_in(Language::Chinese, name()).await, chinese);
    }
}
