//! Sessions: a random id in a cookie, everything else in Postgres.

use axum::http::{HeaderMap, header};
use backend::audit::Client;
use backend::factors::WaitingSignIn;
use backend::sessions::{FoundPerson, IDLE_END, SessionHandle};
use backend::{Backend, Caller, SignIn};
use jiff::Timestamp;
use leads::views::Notice;
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use tower_sessions::cookie::SameSite;
use tower_sessions::cookie::time;
use tower_sessions::session::Error;
use tower_sessions::{Expiry, Session, SessionManagerLayer};

use crate::web::request::cookies;
use crate::web::request::session_store::{FOUND_PERSON, UpdateOnlyStore};
use backend::ids::PersonId;

/// How long a session lasts after it was last used, in seconds.
pub const IDLE_SECONDS: i64 = IDLE_END.as_secs();

/// How often the use of a session is written down.
const STEP: i64 = 5 * 60;

/// The key of the person whose session it is.
pub const PERSON: &str = "person";
/// The key of when they signed in.
pub const SIGNED_IN: &str = "signed_in";
/// The key of the epoch of their sessions then.
pub const EPOCH: &str = "epoch";
/// The key of the browser's `User-Agent` then.
pub const USER_AGENT: &str = "user_agent";
/// The key of the address that they signed in from.
pub const ADDRESS: &str = "address";
/// The key of by what they signed in; absent once the session goes on under another id.
pub const BY: &str = "by";
/// The key of when they last proved who they are, where that was after they signed in.
pub const CONFIRMED: &str = "confirmed";
/// The key of whether they had never used this browser before.
pub const NEW_DEVICE: &str = "new_device";
/// The key of who waits for their second factor: the session is nobody's meanwhile.
const WAITING: &str = "waiting";
const NOTICE: &str = "notice";
const USED: &str = "used";

/// The layer that finds a request's session.
///
/// The prefix `__Host-` (RFC 6265bis) binds the cookie to this very host; browsers take it over https only.
pub fn layer(pool: &PgPool, https: bool) -> SessionManagerLayer<UpdateOnlyStore> {
    SessionManagerLayer::new(UpdateOnlyStore::new(pool))
        .with_name(cookie_name(https))
        .with_secure(https)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(idle_end()))
}

fn idle_end() -> time::Duration {
    time::Duration::seconds(IDLE_SECONDS)
}

/// The cookie that holds the id of the session.
pub const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-coxswain" } else { "coxswain" }
}

/// Whether the request carries a session, be it one that is still known or not.
pub fn is_carried(headers: &HeaderMap, https: bool) -> bool {
    let lines = headers.get_all(header::COOKIE).iter();
    let cookies = lines.flat_map(|line| line.as_bytes().split(|byte| *byte == b';'));
    let name = cookie_name(https).as_bytes();
    cookies.map(<[u8]>::trim_ascii_start).any(|cookie| {
        cookie
            .strip_prefix(name)
            .is_some_and(|rest| rest.trim_ascii_start().starts_with(b"="))
    })
}

/// The line that makes a browser drop the cookie.
///
/// The session layer writes one of its own, without `Secure`, which browsers do not heed for a name with `__Host-`.
pub fn forgotten_cookie(https: bool) -> String {
    cookies::line(cookie_name(https), "", 0, https)
}

/// Makes the session this person's: under a new id, with nothing of what it held before. `began` is when the request did. What has ended
/// their sessions since they proved who they are ends this one too.
pub async fn sign_in(
    session: &Session,
    sign_in: SignIn,
    began: Timestamp,
    (client, is_new_device): (&Client, bool),
) -> Result<(), Error> {
    session.clear().await;
    session.cycle_id().await?;
    session.insert(SIGNED_IN, began).await?;
    if let Some(user_agent) = client.browser() {
        session.insert(USER_AGENT, user_agent).await?;
    }
    session.insert(ADDRESS, client.address).await?;
    session.insert(NEW_DEVICE, is_new_device).await?;
    session.insert(EPOCH, sign_in.epoch).await?;
    if let Some(by) = sign_in.by {
        session.insert(BY, by).await?;
    }
    session.insert(PERSON, sign_in.person).await
}

/// Has the session of somebody who has just confirmed who they are go on under a new id: whoever has copied the old one gains nothing. Its
/// epoch may have been raised with it since they signed in, as by a second factor that was added. Requests of other tabs that are still under
/// way end with the old id.
pub async fn renew(
    session: &Session,
    caller: &Caller,
    confirmed_at: Timestamp,
) -> Result<(), Error> {
    session.remove_value(BY).await?;
    session.insert(EPOCH, caller.session_epoch).await?;
    session.insert(CONFIRMED, confirmed_at).await?;
    session.insert(NEW_DEVICE, false).await?;
    session.cycle_id().await
}

/// When the person of the session signed in.
pub async fn signed_in_at(session: &Session) -> Result<Option<Timestamp>, Error> {
    session.get(SIGNED_IN).await
}

/// Somebody who has given their password, and where they wanted to go.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Waiting {
    /// Who it is, and until when.
    pub sign_in: WaitingSignIn,
    /// The page that they wanted; empty for the first one.
    pub next: String,
}

/// Has the session wait for the second factor of a person, under a new id. It is nobody's until then, so it opens nothing.
pub async fn wait(session: &Session, waiting: &Waiting) -> Result<(), Error> {
    session.clear().await;
    session.cycle_id().await?;
    session.insert(WAITING, waiting).await
}

/// Who waits in the session.
pub async fn waiting(session: &Session) -> Result<Option<Waiting>, Error> {
    session.get(WAITING).await
}

/// By what the session can be ended; `None` where it is not stored yet.
pub fn handle(session: &Session) -> Option<SessionHandle> {
    session.id().map(|id| SessionHandle::of(&id.to_string()))
}

/// Forgets the session, in the browser and in the database.
pub async fn sign_out(session: &Session) -> Result<(), Error> {
    session.flush().await
}

/// Whose session it is.
pub async fn person(session: &Session) -> Result<Option<PersonId>, Error> {
    session.get(PERSON).await
}

/// The person of the session, as they and their account were when it was read; `None` where they are gone.
///
/// # Errors
/// When the database fails, or a stored value cannot be read.
pub async fn caller(
    session: &Session,
    backend: &Backend,
    person: PersonId,
) -> Result<Option<Caller>, Box<dyn std::error::Error + Send + Sync>> {
    let found: Option<FoundPerson> = session.get(FOUND_PERSON).await?;
    let found = found.filter(|found| found.id() == person);
    Ok(found.map(|found| found.into_caller(backend)).transpose()?)
}

/// Writes down that the session was used, in steps of five minutes: each write also renews the cookie.
pub async fn used(session: &Session, now: Timestamp) -> Result<(), Error> {
    session.insert(USED, now.as_second() / STEP).await
}

/// Keeps a message for the next page.
pub async fn put_notice(session: &Session, notice: &Notice) -> Result<(), Error> {
    session.insert(NOTICE, notice).await
}

/// The message for this page; it is shown once.
pub async fn take_notice(session: &Session) -> Result<Option<Notice>, Error> {
    // `remove` writes the session anew even where there is nothing to remove.
    if session.get_value(NOTICE).await?.is_none() {
        return Ok(None);
    }
    session.remove(NOTICE).await
}
