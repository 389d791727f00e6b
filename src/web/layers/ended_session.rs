//! A form on its way from somebody whose session has ended.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::{Body, Bytes};
use axum::extract::multipart::{Field, Multipart};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::header;
use axum::http::request::Parts;
use backend::ids::PersonId;
use backend::users;
use futures::StreamExt;
use url::form_urlencoded;

use crate::web::actions::new_task;
use crate::web::clock;
use crate::web::forms::meter::{Meter, Metered};
use crate::web::forms::new_task::{MAX_PARTS, bare_name};
use crate::web::paths;
use crate::web::request::kept_forms::{DRAWN_FOR, KeptForm, MAX_BYTES, plain_page};
use crate::web::request::next;
use crate::web::request::state::AppState;

/// Bytes of a form without a file that are looked at: each byte of a value may be written as three.
const MAX_ENCODED_BYTES: usize = 3 * MAX_BYTES;

/// What came of a request whose session had ended.
#[derive(Debug, Default)]
pub struct Arrived {
    /// What was typed, and whom the form was drawn for; `None` where that is nobody, or it was too much.
    pub form: Option<(PersonId, KeptForm)>,
    /// Whether all of it came: the browser does not look at the answer before.
    pub whole: bool,
}

/// Reads what comes, within the bounds for strangers. Only where a form says by its first field that it was drawn for one of our
/// people, its file is read to its end too, and dropped: a browser shows the sign-in page only after it could send everything.
pub async fn arrive(state: &AppState, parts: &Parts, body: Body) -> Arrived {
    let kind = parts.headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if parts.method.is_safe() {
        return drained(state, body).await;
    }
    let mut arrived = if kind.starts_with("application/x-www-form-urlencoded") {
        without_file(state, body).await
    } else if kind.starts_with("multipart/form-data")
        && paths::in_account(parts.uri.path()) == paths::new_task()
    {
        with_file(state, parts, body).await
    } else {
        drained(state, body).await
    };
    if let Some((_, form)) = &mut arrived.form {
        form.action = paths::in_account(parts.uri.path());
        form.page = next::referring_page(&parts.headers).and_then(|page| plain_page(&page));
        form.fields.retain(|(name, _)| name != DRAWN_FOR);
        let bytes = form
            .fields
            .iter()
            .map(|(name, value)| name.len() + value.len());
        if bytes.sum::<usize>() > MAX_BYTES {
            arrived.form = None;
        }
    }
    arrived
}

async fn drained(state: &AppState, body: Body) -> Arrived {
    Arrived {
        form: None,
        whole: new_task::drain(body, state.limits()).await,
    }
}

/// The person of that id, if there is one.
async fn person(state: &AppState, id: &str) -> Option<PersonId> {
    let id: PersonId = id.parse().ok()?;
    match users::caller(state.backend(), id).await {
        Ok(found) => found.map(|caller| caller.person),
        Err(error) => {
            tracing::warn!(%error, "a form could not be kept");
            None
        }
    }
}

async fn without_file(state: &AppState, body: Body) -> Arrived {
    let mut kept = Vec::new();
    let mut bytes = 0;
    let mut chunks = body.into_data_stream();
    let limits = state.limits();
    let all = async {
        while let Some(chunk) = chunks.next().await {
            let Ok(chunk) = chunk else { return false };
            bytes += chunk.len() as u64;
            if bytes > limits.stranger_bytes {
                return false;
            }
            if kept.len() <= MAX_ENCODED_BYTES {
                kept.extend_from_slice(&chunk);
            }
        }
        true
    };
    let whole = tokio::time::timeout(limits.stranger, all)
        .await
        .unwrap_or(false);
    if !whole || kept.len() > MAX_ENCODED_BYTES {
        return Arrived { form: None, whole };
    }
    let fields: Vec<(String, String)> = form_urlencoded::parse(&kept)
        .map(|(name, value)| (name.replace('\0', ""), value.replace('\0', "")))
        .collect();
    let drawn_for = fields.iter().find(|(name, _)| name == DRAWN_FOR);
    let person = match drawn_for {
        Some((_, id)) => person(state, id).await,
        None => None,
    };
    let form = KeptForm {
        fields,
        ..KeptForm::default()
    };
    Arrived {
        form: person.map(|person| (person, form)),
        whole,
    }
}

/// The form of a new task. What strangers may send has the bounds for strangers; what one of our people sends, those for uploads.
async fn with_file(state: &AppState, parts: &Parts, body: Body) -> Arrived {
    let limits = state.limits();
    let is_known = Arc::new(AtomicBool::new(false));
    let is_open = Arc::clone(&is_known);
    let (mut bytes, most) = (0_u64, limits.stranger_bytes);
    let bounded = body.into_data_stream().map(move |chunk| {
        let chunk = chunk.map_err(std::io::Error::other)?;
        bytes += chunk.len() as u64;
        if bytes > most && !is_open.load(Ordering::Relaxed) {
            return Err(std::io::Error::other("more than a stranger may send"));
        }
        Ok::<Bytes, std::io::Error>(chunk)
    });
    let (metered, meter) = Metered::new(Body::from_stream(bounded), &limits.upload);
    let mut request = Request::from_parts(parts.clone(), Body::from_stream(metered));
    // The bounds are those above.
    DefaultBodyLimit::disable().apply(&mut request);
    let Ok(multipart) = Multipart::from_request(request, state).await else {
        return Arrived::default();
    };
    let mut reader = Reader {
        multipart,
        meter,
        part_headers: limits.upload.part_headers,
        form: KeptForm::default(),
    };
    let introduced = tokio::time::timeout(limits.stranger, reader.up_to_the_person());
    let id = match introduced.await {
        Ok(Some(Some(id))) => id,
        Ok(Some(None)) => {
            return Arrived {
                form: None,
                whole: true,
            };
        }
        Ok(None) | Err(_) => return Arrived::default(),
    };
    let Some(person) = person(state, &id).await else {
        return reader.ends_within(limits.stranger).await;
    };
    // As many at once as of somebody who is signed in; none of them counts among those of the hour.
    let place = state
        .uploads()
        .begin(&limits.upload, person, clock::now(), None);
    let Ok(under_way) = place else {
        return reader.ends_within(limits.stranger).await;
    };
    is_known.store(true, Ordering::Relaxed);
    let whole = reader.read_to_end().await.is_some();
    under_way.without_file();
    Arrived {
        form: whole.then_some((person, reader.form)),
        whole,
    }
}

/// Reads a form part by part.
struct Reader {
    multipart: Multipart,
    meter: Meter,
    part_headers: u64,
    form: KeptForm,
}

impl Reader {
    /// Reads up to the field that says whom the form was drawn for: `Some(None)` where all of it came without one, `None` where
    /// it broke off.
    async fn up_to_the_person(&mut self) -> Option<Option<String>> {
        loop {
            let more = self.part().await?;
            let named = self.form.fields.last();
            if let Some((_, id)) = named.filter(|(name, _)| name == DRAWN_FOR) {
                return Some(Some(id.clone()));
            }
            if !more {
                return Some(None);
            }
        }
    }

    /// Reads all that follows; `None` where it broke off.
    async fn read_to_end(&mut self) -> Option<()> {
        while self.part().await? {}
        Some(())
    }

    /// Reads and drops what follows, for so long.
    async fn ends_within(&mut self, time: std::time::Duration) -> Arrived {
        let read = tokio::time::timeout(time, self.read_to_end()).await;
        Arrived {
            form: None,
            whole: matches!(read, Ok(Some(()))),
        }
    }

    /// Reads a part; whether there was one. `None` where it broke off, or there are too many.
    async fn part(&mut self) -> Option<bool> {
        if self.form.fields.len() >= MAX_PARTS {
            return None;
        }
        self.meter.part_headers(self.part_headers);
        let Some(field) = self.multipart.next_field().await.ok()? else {
            return Some(false);
        };
        self.meter.content();
        let name = field.name().unwrap_or_default().replace('\0', "");
        let file_name = field.file_name().map(bare_name);
        let value = text(field).await?;
        match file_name {
            Some(file_name) => {
                self.form.file_name = Some(file_name).filter(|name| !name.is_empty());
            }
            None => self.form.fields.push((name, value)),
        }
        Some(true)
    }
}

/// The beginning of a part: more than may be kept of a whole form is never needed.
async fn text(mut field: Field<'_>) -> Option<String> {
    let is_file = field.file_name().is_some();
    let mut kept = Vec::new();
    while let Some(chunk) = field.chunk().await.ok()? {
        if !is_file {
            let room = (MAX_BYTES + 1).saturating_sub(kept.len());
            kept.extend_from_slice(&chunk[..chunk.len().min(room)]);
        }
    }
    Some(String::from_utf8_lossy(&kept).replace('\0', ""))
}
