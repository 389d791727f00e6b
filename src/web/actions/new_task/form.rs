//! A form with a file as it is posted, part by part. The file goes to a temporary one while it is hashed.

use axum::body::{Body, Bytes};
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use backend::drafts::{FileProblem, Upload};
use sha2::{Digest, Sha256};
use sheets::{MAX_FILE_BYTES, SheetError, UploadedFile};
use tokio::io::AsyncWriteExt;

use crate::web::answers;
use crate::web::forms::meter::{Ended, Meter, Metered};
use crate::web::forms::new_task::{MAX_PARTS, bare_name};
use crate::web::forms::posted::Posted;
use crate::web::language::t;
use crate::web::messages::upload as texts;
use crate::web::request::state::AppState;
use crate::web::request::upload_quota::NotNow;

/// Bytes of a text field that are kept. The longest field of the page may have 64 characters: more than this is cut,
/// and still refused as too long.
const MAX_TEXT_BYTES: usize = 4096;

/// What the file of a form is called: of a task, and of a do-not-call list.
const FILES: [&str; 2] = ["sheet", "file"];

/// Why a post could not be read to its end. Nothing is saved then.
#[derive(Debug, thiserror::Error)]
enum UploadError {
    /// Not a form, or cut off.
    #[error("the form could not be read")]
    Form(#[from] MultipartError),
    /// Too slow, or too much.
    #[error(transparent)]
    Ended(Ended),
    /// The disk failed.
    #[error("the temporary file could not be written")]
    File(#[from] std::io::Error),
}

/// Reads a post; what to answer where that does not work. With `not_now` its file is read and dropped.
pub async fn read<P: Posted>(
    state: &AppState,
    request: Request,
    not_now: Option<&NotNow>,
) -> Result<P, Response> {
    let (parts, body) = request.into_parts();
    let limits = &state.limits().upload;
    let (metered, meter) = Metered::new(body, limits);
    let request = Request::from_parts(parts, Body::from_stream(metered));
    let multipart = Multipart::from_request(request, state)
        .await
        .map_err(|refusal| answers::closing(refusal.into_response()))?;
    let reader = Reader {
        multipart,
        meter,
        part_headers: limits.part_headers,
        not_now: not_now.copied(),
    };
    reader
        .read()
        .await
        .map_err(|broken| error_response(&broken))
}

/// What to answer where a post could not be read. The rest of it is not read either.
fn error_response(broken: &UploadError) -> Response {
    let (status, sentence) = match broken {
        UploadError::Ended(Ended::TooMuch) => {
            (StatusCode::PAYLOAD_TOO_LARGE, texts::too_large_to_read())
        }
        UploadError::Ended(Ended::Silence) => (StatusCode::REQUEST_TIMEOUT, texts::stopped()),
        UploadError::Ended(Ended::TooSlow | Ended::TooLong) => {
            (StatusCode::REQUEST_TIMEOUT, texts::too_slow())
        }
        UploadError::Ended(Ended::PartHeaders) | UploadError::Form(_) => {
            (StatusCode::BAD_REQUEST, texts::stopped())
        }
        UploadError::File(_) => return answers::closing(answers::failed(broken)),
    };
    let page = answers::error_page(status, &t(texts::failed()), &t(sentence));
    answers::closing(page)
}

/// Reads a post part by part.
struct Reader {
    multipart: Multipart,
    meter: Meter,
    part_headers: u64,
    not_now: Option<NotNow>,
}

impl Reader {
    async fn read<P: Posted>(mut self) -> Result<P, UploadError> {
        let mut posted = P::default();
        for _ in 0..MAX_PARTS {
            self.meter.part_headers(self.part_headers);
            let part = self.multipart.next_field().await;
            let Some(part) = part.map_err(|error| why(error, &self.meter))? else {
                return Ok(posted);
            };
            self.meter.content();
            let part = Part {
                field: part,
                meter: &self.meter,
            };
            let name = part.field.name().unwrap_or_default().to_owned();
            if FILES.contains(&name.as_str()) {
                *posted.upload() = receive(part, self.not_now).await?;
            } else {
                let value = text(part).await?;
                posted.set(&name, value);
            }
        }
        Ok(posted)
    }
}

/// Why the parts could not be read on.
fn why(error: MultipartError, meter: &Meter) -> UploadError {
    match meter.ended() {
        Some(ended) => UploadError::Ended(ended),
        None => UploadError::Form(error),
    }
}

/// A part that is being read.
struct Part<'a> {
    field: Field<'a>,
    meter: &'a Meter,
}

impl Part<'_> {
    async fn chunk(&mut self) -> Result<Option<Bytes>, UploadError> {
        let chunk = self.field.chunk().await;
        chunk.map_err(|error| why(error, self.meter))
    }
}

async fn text(mut part: Part<'_>) -> Result<String, UploadError> {
    let mut kept = Vec::new();
    while let Some(chunk) = part.chunk().await? {
        let room = MAX_TEXT_BYTES.saturating_sub(kept.len());
        kept.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    // Postgres knows no NUL in a text, and nobody types one.
    Ok(String::from_utf8_lossy(&kept).replace('\0', ""))
}

/// Writes the file to disk, unless it is too large or not taken now: then the rest is read and dropped. `None` where no file
/// was chosen.
async fn receive(
    mut part: Part<'_>,
    not_now: Option<NotNow>,
) -> Result<Option<Upload>, UploadError> {
    let file_name = part.field.file_name().map(bare_name);
    let Some(file_name) = file_name.filter(|name| !name.is_empty()) else {
        while part.chunk().await?.is_some() {}
        return Ok(None);
    };
    if let Some(not_now) = not_now {
        while part.chunk().await?.is_some() {}
        return Ok(Some(Upload::Refused(not_now.problem())));
    }
    let file = tokio::task::spawn_blocking(tempfile::tempfile)
        .await
        .map_err(std::io::Error::other)??;
    let mut writer = tokio::fs::File::from_std(file.try_clone()?);
    let mut hash = Sha256::new();
    let mut size = 0_u64;
    while let Some(chunk) = part.chunk().await? {
        size += chunk.len() as u64;
        if size <= MAX_FILE_BYTES {
            hash.update(&chunk);
            writer.write_all(&chunk).await?;
        }
    }
    writer.flush().await?;
    if size > MAX_FILE_BYTES {
        let problem = SheetError::TooLarge { found: size };
        return Ok(Some(Upload::Refused(FileProblem::Sheet(problem))));
    }
    Ok(Some(Upload::File(UploadedFile {
        file,
        file_name,
        size,
        digest: hash.finalize().into(),
    })))
}
