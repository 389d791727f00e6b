//! The audit log: what stands in it, what never does, and that a rewrite shows.

use std::net::{IpAddr, Ipv4Addr};

use backend::audit::{self, Client, RequestSource, record_refused};
use backend::encryption::EncryptionKeys;
use backend::people::{self, AcceptedLink, By};
use backend::results::{ExportOf, calls, export};
use backend::sessions::SessionHandle;
use backend::{Backend, Role, accounts, checks, drafts, pushes, tasks, users};
use leads::views::{CallQuery, TaskQuery};
use localization::Language;
use sheets::FileKind;
use sqlx::PgPool;

use crate::support::{PASSWORD, World, fresh_id, numbers};

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// The actions of the log with their outcomes, the first one first.
pub async fn actions(pool: &PgPool) -> Vec<String> {
    sqlx::query_scalar("select action || ' ' || outcome from audit_log order by number")
        .fetch_all(pool)
        .await
        .unwrap()
}

pub async fn count(pool: &PgPool, action: &str) -> i64 {
    sqlx::query_scalar("select count(*) from audit_log where action = $1")
        .bind(action)
        .fetch_one(pool)
        .await
        .unwrap()
}

pub async fn detail(pool: &PgPool, action: &str) -> serde_json::Value {
    sqlx::query_scalar(
        "select detail from audit_log where action = $1 order by number desc limit 1",
    )
    .bind(action)
    .fetch_one(pool)
    .await
    .unwrap()
}

pub async fn fits(backend: &Backend) {
    let verdict = audit::verify(backend, None).await.unwrap();
    assert_eq!(verdict.problem, None);
    assert!(verdict.entries > 0);
}

pub fn keys(byte: u8) -> EncryptionKeys {
    EncryptionKeys::parse(&EncryptionKeys::written(&[byte; 32])).unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_done_with_people_stands_in_the_log(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    let source = RequestSource::new(
        Client::new(HERE, Some("Firefox")),
        Some(&SessionHandle::of("one")),
    );
    world.caller.source = source;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let by = By::Caller(caller);
    let whom = ("budi@example.com", "Budi", "viewer");
    people::invite(backend, by, now, whom, [1; 32])
        .await
        .unwrap();
    people::revoke(backend, by, now, "budi@example.com")
        .await
        .unwrap();
    let key = people::invite(backend, by, now, whom, [2; 32])
        .await
        .unwrap();
    let typed = AcceptedLink {
        key: &key,
        id: fresh_id(),
        name: "Budi",
        password: "many quiet harbours",
    };
    let budi = people::accept(backend, now, typed, &HERE.into())
        .await
        .unwrap()
        .person();
    people::change_role(backend, by, now, budi, Role::Launcher)
        .await
        .unwrap();
    people::start_reset(backend, by, now, (budi, people::Reset::Password), [3; 32])
        .await
        .unwrap();
    people::disable(backend, By::CommandLine, now, budi)
        .await
        .unwrap();
    people::enable(backend, by, now, budi).await.unwrap();
    people::change_name(backend, caller, now, "Ana Maria")
        .await
        .unwrap();
    people::change_password(backend, caller, now, PASSWORD, "twelve green lanterns")
        .await
        .unwrap();
    world.session("anas", caller.person).await;
    // The second press finds no session.
    for _ in 0..2 {
        let session = SessionHandle::of("anas");
        users::sign_out(backend, caller.person, &session, &caller.source, now)
            .await
            .unwrap();
    }
    assert_eq!(
        actions(&pool).await,
        [
            "set_up done",
            "person_invited done",
            "invitation_revoked done",
            "person_invited done",
            "invitation_accepted done",
            "role_changed done",
            "reset_started done",
            "person_disabled done",
            "person_enabled done",
            "name_changed done",
            "password_changed done",
            "signed_in done",
            "signed_out done",
        ]
    );
    let changed = detail(&pool, "role_changed").await;
    assert_eq!(
        changed,
        serde_json::json!({ "old": "viewer", "new": "member" })
    );
    let (from, browser, session): (String, String, String) = sqlx::query_as(
        "select address, browser, session from audit_log where action = 'role_changed'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    let digest = SessionHandle::of("one").as_str()[..16].to_owned();
    assert_eq!(
        (from.as_str(), browser.as_str(), session),
        ("127.0.0.1", "Firefox", digest)
    );
    let (source, person): (String, Option<sqlx::types::Uuid>) =
        sqlx::query_as("select source, person from audit_log where action = 'person_disabled'")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!((source.as_str(), person), ("command_line", None));
    fits(backend).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_refused_sign_in_says_why_and_never_what_was_typed(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let backend = world.backend.clone().with_encryption_keys(keys(1));
    let now = world.clock.now();
    let client = Client::from(HERE);
    for email in ["ana@example.com", "my secret password"] {
        users::sign_in(&backend, now, email, "wrong", &client, &[])
            .await
            .unwrap_err();
    }
    let reasons: Vec<(String, bool, bool)> = sqlx::query_as(
        "select detail ->> 'reason', object_id is not null, detail ->> 'unknown_email' is not null from audit_log \
         where action = 'sign_in_refused' order by number",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(
        reasons,
        [
            ("wrong_password".to_owned(), true, false),
            ("unknown_email".to_owned(), false, true)
        ]
    );
    let told: i64 =
        sqlx::query_scalar("select count(*) from audit_log where audit_log::text like '%secret%'")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!(told, 0);
    for _ in 0..8 {
        users::sign_in(&backend, now, "ana@example.com", "wrong", &client, &[])
            .await
            .unwrap_err();
    }
    let waits: i64 = sqlx::query_scalar(
        "select count(*) from audit_log where detail ->> 'reason' = 'too_many_attempts'",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(waits, 1, "whoever goes on does not fill the log");
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_done_with_lists_stands_in_the_log_and_nothing_of_their_leads(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    world
        .change_account(|form| form.cooldown_days = "3".to_owned())
        .await;
    let draft = world
        .draft("Offer", numbers(&["+62812335088", "+62812335089"]))
        .await;
    world.check(draft).await;
    let view = world.check(draft).await;
    let task = world.submit(&view, false).await.unwrap();
    world.work().await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let query = CallQuery::default();
    calls(backend, caller, now, task, query.clone(), true)
        .await
        .unwrap();
    let searched = CallQuery {
        q: "35088".to_owned(),
        ..CallQuery::default()
    };
    calls(backend, caller, now, task, searched, false)
        .await
        .unwrap();
    let of = ExportOf::Calls(query);
    export(
        backend,
        caller,
        now,
        task,
        of,
        FileKind::Csv,
        Language::English,
    )
    .await
    .unwrap();
    tasks::as_sent(backend, caller, now, task, FileKind::Csv, Language::English)
        .await
        .unwrap();
    let search = TaskQuery {
        q: "35088".to_owned(),
        ..TaskQuery::default()
    };
    tasks::list(backend, caller, now, &search).await.unwrap();
    pushes::make_address(backend, caller, now, [1; 32])
        .await
        .unwrap();
    let other = world.draft("Other", numbers(&["+62812335090"])).await;
    drafts::rows_to_fix(
        backend,
        caller,
        now,
        other,
        FileKind::Csv,
        None,
        Language::English,
    )
    .await
    .unwrap();
    world.start_check(other).await.unwrap();
    checks::cancel(backend, caller, now, other).await.unwrap();
    drafts::discard(backend, caller, now, other).await.unwrap();
    drafts::restore(backend, caller, now, other).await.unwrap();
    let actions = actions(&pool).await;
    for action in [
        "settings_changed",
        "list_uploaded",
        "leads_shown",
        "check_started",
        "check_cancelled",
        "submitted",
        "numbers_shown",
        "number_searched",
        "file_downloaded",
        "push_address_made",
        "draft_discarded",
        "draft_restored",
    ] {
        assert!(
            actions.contains(&format!("{action} done")),
            "{action}: {actions:#?}"
        );
    }
    let changes = detail(&pool, "settings_changed").await;
    assert_eq!(changes["changes"][0]["field"], "cooldown_days");
    assert_eq!(changes["changes"][0]["new"], "3");
    let searches: Vec<(String, i64, i64)> = sqlx::query_as(
        "select detail ->> 'in', (detail -> 'digits')::bigint, (detail -> 'found')::bigint from audit_log \
         where action = 'number_searched' order by number",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(
        searches,
        [("calls".to_owned(), 5, 1), ("tasks".to_owned(), 5, 1)]
    );
    let leaked: Vec<String> = sqlx::query_scalar(
        "select audit_log::text from audit_log where concat_ws(' ', detail, object_id, browser, session) ~ '(35088|35089|35090|Offer)'",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let leaked: Vec<&String> = leaked
        .iter()
        .filter(|entry| !entry.contains("sha256"))
        .collect();
    assert!(leaked.is_empty(), "{leaked:#?}");
    fits(backend).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_a_role_does_not_allow_is_recorded(pool: PgPool) {
    let mut world = World::new(pool.clone()).await;
    world.caller.role = Role::Viewer;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    accounts::settings(caller, now).unwrap_err();
    record_refused(backend, caller, now).await.unwrap();
    record_refused(backend, caller, now).await.unwrap();
    assert_eq!(count(&pool, "action_forbidden").await, 1);
    let forbidden = detail(&pool, "action_forbidden").await;
    assert_eq!(
        forbidden,
        serde_json::json!({ "permission": "administer", "role": "viewer" })
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn strangers_who_are_told_to_wait_fill_no_log(pool: PgPool) {
    let world = World::new(pool).await;
    let now = world.clock.now();
    for number in 0..120_u16 {
        // Each from a network of its own, all told to wait by the limit over everybody.
        let address = std::net::Ipv6Addr::new(0x2001, 0xdb8, 0, number / 2, 0, 0, 0, number);
        let client = Client::new(address.into(), None);
        for _ in 0..6 {
            let email = format!("nobody{}@example.com", number / 2);
            let refused = users::sign_in(&world.backend, now, &email, "wrong", &client, &[]).await;
            assert!(refused.is_err());
        }
    }
    let waits: i64 = sqlx::query_scalar(
        "select count(*) from audit_log where detail ->> 'reason' = 'too_many_attempts'",
    )
    .fetch_one(world.backend.pool())
    .await
    .unwrap();
    assert!((1..=50).contains(&waits), "{waits}");
}
