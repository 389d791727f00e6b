//! `POST /tasks/new`: the form of a task and its sheet, streamed to a temporary file while it is hashed.

use std::time::Duration;

use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use backend::Caller;
use backend::drafts::{self, Saved, Upload};
use backend::sheet::{LARGEST_FILE, UploadedFile};
use futures::StreamExt;
use leads::states::Tone;
use leads::views::{Notice, TaskForm};
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;
use tower_sessions::Session;
use uuid::Uuid;

use super::state::AppState;
use super::{clock, pages, session};
use crate::paths;

/// Bytes of a whole post that are read, wanted or not. A browser shows an answer only after it could send everything:
/// a file that is too large is read to its end, within this bound.
const MOST_BYTES: u64 = 8 * LARGEST_FILE;

/// Parts of the form that are read; the page has a dozen.
const MOST_PARTS: usize = 64;

/// Bytes of a text field that are kept. The longest field of the page may have 64 characters: more than this is cut,
/// and still refused as too long.
const MOST_TEXT: usize = 4096;

/// Characters of a file's name that are kept.
const LONGEST_NAME: usize = 200;

/// How long the browser may stay silent in the middle of a post.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why a post could not be read to its end. Nothing is saved then.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// Not a form, or cut off.
    #[error("the form could not be read")]
    Form(#[from] MultipartError),
    /// Nothing came for too long.
    #[error("the browser stopped sending")]
    Silence,
    /// More than is read of any post.
    #[error("far too much was sent")]
    TooMuch,
    /// The disk failed.
    #[error("the temporary file could not be written")]
    File(#[from] std::io::Error),
}

/// What was posted.
#[derive(Default)]
struct Posted {
    draft: Option<Uuid>,
    /// The draft's version that the form was drawn for.
    version: Option<i64>,
    form: TaskForm,
    upload: Option<Upload>,
}

/// Saves the draft, and goes on to its review when all is good, back to the form otherwise.
pub async fn post(
    State(state): State<AppState>,
    Extension(caller): Extension<Caller>,
    session: Session,
    multipart: Multipart,
) -> Response {
    let posted = match Reader::new(multipart).read().await {
        Ok(posted) => posted,
        Err(broken) => return explain(&broken),
    };
    let draft = posted.draft.unwrap_or_else(clock::new_id);
    let upload = posted.upload.unwrap_or(Upload::None);
    let saved = drafts::save(
        state.backend(),
        &caller,
        clock::now(),
        draft,
        posted.version,
        posted.form,
        upload,
    )
    .await;
    let saved = match saved {
        Ok(saved) => saved,
        Err(error) => return pages::refused(error),
    };
    if saved.changed_meanwhile
        && let Err(error) = session::put_notice(&session, &replaced()).await
    {
        return pages::failed(&error);
    }
    let to = match saved.next {
        Saved::Review => paths::draft(draft),
        Saved::Mend => paths::new_task_of_draft(draft),
    };
    Redirect::to(&to).into_response()
}

/// What is told when something else was saved since the form was drawn.
fn replaced() -> Notice {
    Notice {
        tone: Tone::Warn,
        text: "This draft was changed in another tab or by somebody else meanwhile. What you sent has replaced it: compare \
               before you go on."
            .to_owned(),
    }
}

/// What to answer where a post could not be read.
pub fn explain(broken: &Broken) -> Response {
    let (status, sentence) = match broken {
        Broken::TooMuch => (
            StatusCode::PAYLOAD_TOO_LARGE,
            "The file is far too large. Split it into smaller files.",
        ),
        Broken::Silence => (
            StatusCode::REQUEST_TIMEOUT,
            "The upload stopped half-way. Send the form again.",
        ),
        Broken::Form(_) => (
            StatusCode::BAD_REQUEST,
            "The upload arrived incomplete. Send the form again.",
        ),
        Broken::File(_) => return pages::failed(broken),
    };
    pages::plain(status, "The upload did not arrive", sentence)
}

/// The file of a form that has nothing else.
///
/// # Errors
/// When the post cannot be read to its end.
pub async fn only_file(multipart: Multipart) -> Result<Upload, Broken> {
    let posted = Reader::new(multipart).read().await?;
    Ok(posted.upload.unwrap_or(Upload::None))
}

/// Reads and drops a body that is refused unread: a browser shows the answer only after it could send everything.
pub async fn drain(body: Body) {
    let mut chunks = body.into_data_stream();
    let mut bytes = 0;
    while bytes <= MOST_BYTES {
        match tokio::time::timeout(PATIENCE, chunks.next()).await {
            Ok(Some(Ok(chunk))) => bytes += chunk.len() as u64,
            _ => return,
        }
    }
}

/// Reads a post part by part, counting.
struct Reader {
    multipart: Multipart,
    bytes: u64,
}

impl Reader {
    fn new(multipart: Multipart) -> Reader {
        Reader {
            multipart,
            bytes: 0,
        }
    }

    async fn read(mut self) -> Result<Posted, Broken> {
        let mut posted = Posted::default();
        for _ in 0..MOST_PARTS {
            let part = tokio::time::timeout(PATIENCE, self.multipart.next_field());
            let Some(part) = part.await.map_err(|_| Broken::Silence)?? else {
                return Ok(posted);
            };
            let name = part.name().unwrap_or_default().to_owned();
            if name == "sheet" {
                posted.upload = Some(receive(part, &mut self.bytes).await?);
            } else {
                let value = text(part, &mut self.bytes).await?;
                posted.set(&name, value);
            }
        }
        Ok(posted)
    }
}

impl Posted {
    fn set(&mut self, name: &str, value: String) {
        let form = &mut self.form;
        let field = match name {
            "draft" => {
                self.draft = value.parse().ok();
                return;
            }
            "version" => {
                self.version = value.parse().ok();
                return;
            }
            "asynchronous" => return form.asynchronous = is_ticked(&value),
            "do_not_call" => return form.do_not_call = is_ticked(&value),
            "name" => &mut form.name,
            "robot" => &mut form.robot,
            "line" => &mut form.line,
            "when" => &mut form.when,
            "start" => &mut form.start,
            "end" => &mut form.end,
            "redials" => &mut form.redials,
            "redial_minutes" => &mut form.redial_minutes,
            "stagger" => &mut form.stagger,
            "platform" => &mut form.platform,
            _ => return,
        };
        *field = value;
    }
}

/// A box that is not ticked is not sent at all.
fn is_ticked(value: &str) -> bool {
    !matches!(value, "" | "false" | "off")
}

async fn chunk(part: &mut Field<'_>, bytes: &mut u64) -> Result<Option<axum::body::Bytes>, Broken> {
    let chunk = tokio::time::timeout(PATIENCE, part.chunk())
        .await
        .map_err(|_| Broken::Silence)??;
    *bytes += chunk.as_ref().map_or(0, |chunk| chunk.len() as u64);
    if *bytes > MOST_BYTES {
        Err(Broken::TooMuch)
    } else {
        Ok(chunk)
    }
}

async fn text(mut part: Field<'_>, bytes: &mut u64) -> Result<String, Broken> {
    let mut kept = Vec::new();
    while let Some(chunk) = chunk(&mut part, bytes).await? {
        let room = MOST_TEXT.saturating_sub(kept.len());
        kept.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    // Postgres knows no NUL in a text, and nobody types one.
    Ok(String::from_utf8_lossy(&kept).replace('\0', ""))
}

/// Writes the file to disk, unless it is too large: then the rest is read and dropped.
async fn receive(mut part: Field<'_>, bytes: &mut u64) -> Result<Upload, Broken> {
    let Some(file_name) = part
        .file_name()
        .map(bare_name)
        .filter(|name| !name.is_empty())
    else {
        while chunk(&mut part, bytes).await?.is_some() {}
        return Ok(Upload::None);
    };
    let file = tokio::task::spawn_blocking(tempfile::tempfile)
        .await
        .map_err(std::io::Error::other)??;
    let mut writer = tokio::fs::File::from_std(file.try_clone()?);
    let mut hash = Sha256::new();
    let mut size = 0_u64;
    while let Some(chunk) = chunk(&mut part, bytes).await? {
        size += chunk.len() as u64;
        if size <= LARGEST_FILE {
            hash.update(&chunk);
            writer.write_all(&chunk).await?;
        }
    }
    writer.flush().await?;
    if size > LARGEST_FILE {
        return Ok(Upload::Refused(too_large(size)));
    }
    Ok(Upload::File(UploadedFile {
        file,
        file_name,
        size,
        digest: hash.finalize().into(),
    }))
}

fn too_large(size: u64) -> String {
    const MEBIBYTE: u64 = 1024 * 1024;
    let (found, allowed) = (size.div_ceil(MEBIBYTE), LARGEST_FILE / MEBIBYTE);
    format!(
        "The file has {found} MB; {allowed} MB are allowed. Split it, or save it as CSV, which is smaller."
    )
}

/// The name without folders and control characters: some programs send a whole path.
fn bare_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars()
        .filter(|character| !character.is_control())
        .take(LONGEST_NAME)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_loses_its_folders() {
        assert_eq!(bare_name("C:\\Users\\me\\leads.csv"), "leads.csv");
        assert_eq!(bare_name("/home/me/leads\u{7}.csv"), "leads.csv");
        assert_eq!(bare_name("名单.xlsx"), "名单.xlsx");
        assert_eq!(bare_name(""), "");
    }

    #[test]
    fn a_box_counts_as_ticked_only_when_the_browser_says_so() {
        assert!(is_ticked("on") && is_ticked("true"));
        assert!(!is_ticked("false") && !is_ticked(""));
    }
}
