//! Forms that were sent after their session had ended: what was typed comes back once its person has signed in.
//!
//! Who may be kept for: a form that people fill in at length says whom it was drawn for ([`DRAWN_FOR`]), by an id that nobody
//! else is told. Only a form with the id of a person of ours is kept, so that strangers store nothing, and only so many of each
//! person, none of them large, for an hour, in the memory of this process: it is lost with it, like an upload under way.
//!
//! Who sees it: whoever has both the cookie of the browser that sent the form and the session of the person it was drawn for.
//! Where somebody else signs in on the same machine, it is forgotten unseen; no page holds it before that.
//!
//! A file is not kept: the form says that it has to be chosen again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use localization::Message;

use crate::web::clock;
use crate::web::messages::guard;
use crate::web::paths;
use crate::web::request::cookies;
use crate::web::request::next::local_path;
use crate::web::request::session;
use backend::ids::PersonId;

/// The field by which a form says whom it was drawn for: it comes first, before any file.
pub const DRAWN_FOR: &str = paths::DRAWN_FOR;

/// Bytes of names and values that are kept of a form.
pub const MAX_BYTES: usize = 32 * 1024;

/// Forms that are kept for one person; another one takes the place of the oldest.
const MAX_OF_PERSON: usize = 4;

/// How long a form is kept.
const LASTS: SignedDuration = SignedDuration::from_hours(1);

/// How long the sign-in page goes on saying that a session has ended, in seconds.
const TOLD_SECONDS: i64 = 10 * 60;

/// What the cookie says where a session has ended and nothing is kept.
const NOTHING_KEPT: &str = "nothing";

/// What was typed into a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptForm {
    /// The path that it was sent to.
    pub action: String,
    /// The page that it was sent from, where that is one of ours.
    pub page: Option<String>,
    /// Names and values, in the order of the form.
    pub fields: Vec<(String, String)>,
    /// The name of the file that came with it, which is not kept.
    pub file_name: Option<String>,
}

impl KeptForm {
    /// The value of that field; empty where it was not sent.
    pub fn value(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(found, _)| found == name);
        found.map_or("", |(_, value)| value)
    }

    /// Where the person goes on: the page of the form, with the mark that has it drawn with what was typed.
    pub fn way_back(&self) -> String {
        // A form that is kept posts to the address of its page.
        let page = self.page.as_deref().unwrap_or(&self.action);
        paths::with_what_was_typed(page)
    }
}

/// The forms that are kept, each by the key that its browser has in a cookie.
#[derive(Clone, Debug, Default)]
pub struct KeptForms(Arc<Mutex<HashMap<String, Entry>>>);

#[derive(Debug)]
struct Entry {
    person: PersonId,
    since: Timestamp,
    form: KeptForm,
}

impl KeptForms {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a form for that person; the key.
    pub fn keep(&self, person: PersonId, now: Timestamp, form: KeptForm) -> String {
        let key = hex::encode(clock::random::<16>());
        let mut kept = self.lock();
        kept.retain(|_, entry| entry.since + LASTS > now);
        let of_person = kept.iter().filter(|(_, entry)| entry.person == person);
        if of_person.clone().count() >= MAX_OF_PERSON
            && let Some(oldest) = of_person
                .min_by_key(|(_, entry)| entry.since)
                .map(|(key, _)| key.clone())
        {
            kept.remove(&oldest);
        }
        let since = now;
        kept.insert(
            key.clone(),
            Entry {
                person,
                since,
                form,
            },
        );
        key
    }

    /// The form of that key, where it is this person's. Of anybody else's nothing is left.
    pub fn of(&self, key: &str, person: PersonId, now: Timestamp) -> Option<KeptForm> {
        let mut kept = self.lock();
        let entry = kept.get(key)?;
        if entry.person != person || entry.since + LASTS <= now {
            kept.remove(key);
            return None;
        }
        Some(entry.form.clone())
    }

    /// The form has been sent again: it need not be kept any more.
    pub fn sent(&self, key: &str, action: &str) {
        let mut kept = self.lock();
        if kept
            .get(key)
            .is_some_and(|entry| entry.form.action == action)
        {
            kept.remove(key);
        }
    }

    /// Why somebody is at the sign-in page, where a session has ended; without a word of what is kept.
    pub fn reason(&self, headers: &HeaderMap, https: bool, now: Timestamp) -> Option<Message> {
        let key = key_of(headers, https)?;
        let kept = self.lock();
        let Some(entry) = kept.get(key).filter(|entry| entry.since + LASTS > now) else {
            return Some(guard::session_ended_nothing_done());
        };
        Some(match entry.form.file_name {
            None => guard::session_ended_form_kept(),
            Some(_) => guard::session_ended_file_lost(),
        })
    }
}

/// The cookie that holds the key.
const fn cookie_name(https: bool) -> &'static str {
    if https {
        "__Host-coxswain-kept"
    } else {
        "coxswain-kept"
    }
}

/// The key that the browser has.
pub fn key_of(headers: &HeaderMap, https: bool) -> Option<&str> {
    let mut cookies = cookies::pairs(headers);
    let found = cookies.find(|(name, _)| *name == cookie_name(https));
    found.map(|(_, value)| value)
}

/// The line that gives a browser its key; `None` where nothing is kept and only the end of the session is to be told.
pub fn cookie(key: Option<&str>, https: bool) -> String {
    let seconds = key.map_or(TOLD_SECONDS, |_| LASTS.as_secs());
    let value = key.unwrap_or(NOTHING_KEPT);
    cookies::line(cookie_name(https), value, seconds, https)
}

/// The line that makes a browser drop the key.
pub fn forgotten_cookie(https: bool) -> String {
    cookies::line(cookie_name(https), "", 0, https)
}

/// Whether a request shows that a session has ended, rather than that there was none: it sends something, or a session that is
/// not known any more.
pub fn is_of_ended_session(is_safe: bool, headers: &HeaderMap, https: bool) -> bool {
    !is_safe || session::is_carried(headers, https)
}

/// The page to go back to: path and query, without the mark of an earlier return.
pub fn plain_page(page: &str) -> Option<String> {
    local_path(page).map(paths::without_what_was_typed)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn form(name: &str) -> KeptForm {
        KeptForm {
            action: paths::new_task().to_owned(),
            fields: vec![("name".to_owned(), name.to_owned())],
            ..KeptForm::default()
        }
    }

    const ANA: PersonId = PersonId::new(Uuid::from_u128(1));
    const BUDI: PersonId = PersonId::new(Uuid::from_u128(2));

    #[test]
    fn a_form_comes_back_to_its_person_as_often_as_its_page_is_loaded_within_an_hour() {
        let kept = KeptForms::default();
        let key = kept.keep(ANA, at(0), form("Weekend"));
        for seconds in [0, 1, 3599] {
            assert_eq!(kept.of(&key, ANA, at(seconds)), Some(form("Weekend")));
        }
        assert_eq!(kept.of(&key, ANA, at(3600)), None);
        assert_eq!(kept.of("made up", ANA, at(0)), None);
    }

    #[test]
    fn of_somebody_elses_form_nothing_is_shown_and_nothing_is_left() {
        let kept = KeptForms::default();
        let key = kept.keep(ANA, at(0), form("Weekend"));
        assert_eq!(kept.of(&key, BUDI, at(1)), None);
        assert_eq!(kept.of(&key, ANA, at(2)), None);
    }

    #[test]
    fn a_form_that_was_sent_is_not_kept_any_longer() {
        let kept = KeptForms::default();
        let key = kept.keep(ANA, at(0), form("Weekend"));
        kept.sent(&key, &paths::settings());
        assert!(kept.of(&key, ANA, at(1)).is_some(), "another form was sent");
        kept.sent(&key, &paths::new_task());
        assert_eq!(kept.of(&key, ANA, at(1)), None);
    }

    #[test]
    fn of_one_person_only_so_many_forms_are_kept_the_newest() {
        let kept = KeptForms::default();
        let other = kept.keep(BUDI, at(0), form("Other"));
        let keys: Vec<_> = (1..=10)
            .map(|second| kept.keep(ANA, at(second), form("x")))
            .collect();
        let there = keys.iter().map(|key| kept.of(key, ANA, at(20)).is_some());
        let there: Vec<_> = there.collect();
        assert_eq!(there, [vec![false; 6], vec![true; 4]].concat());
        assert!(kept.of(&other, BUDI, at(20)).is_some());
    }

    #[test]
    fn the_cookie_is_found_among_others_and_is_no_session() {
        let mut headers = HeaderMap::new();
        let set = cookie(Some("ab12"), true);
        assert!(
            set.contains("; HttpOnly") && set.ends_with("; Secure"),
            "{set}"
        );
        headers.insert(
            "cookie",
            "a=b; __Host-coxswain-kept=ab12; c=d".parse().unwrap(),
        );
        assert_eq!(key_of(&headers, true), Some("ab12"));
        assert_eq!(key_of(&headers, false), None);
        assert!(!session::is_carried(&headers, true));
    }

    #[test]
    fn the_way_back_is_the_page_and_never_another_site() {
        let back = |page: &str| {
            KeptForm {
                page: plain_page(page),
                ..form("x")
            }
            .way_back()
        };
        assert_eq!(back("/tasks/new"), "/tasks/new?typed=kept");
        assert_eq!(back("/tasks/new?draft=7"), "/tasks/new?draft=7&typed=kept");
        assert_eq!(
            back("/tasks/new?draft=7&typed=kept"),
            "/tasks/new?draft=7&typed=kept"
        );
        assert_eq!(back("//evil.example"), "/tasks/new?typed=kept");
    }
}
