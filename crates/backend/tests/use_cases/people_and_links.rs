//! People are invited, shut out, and choose passwords by links.

use std::net::IpAddr;

use backend::audit::{Client, SignedInBy};
use backend::ids::PersonId;
use backend::people::{self, AcceptedLink, By, LinkError};
use backend::sessions::{self, Written};
use backend::users::{self, SignInError};
use backend::{Error, Role};
use jiff::SignedDuration;
use leads::views::LinkPurpose;
use sqlx::PgPool;

use crate::support::{PASSWORD, World, fresh_id};

const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);
pub const NEW_PASSWORD: &str = "another sentence nobody guesses";

impl World {
    pub fn by(&self) -> By<'_> {
        By::Caller(&self.caller)
    }

    pub async fn sign_in_as(
        &self,
        email: &str,
        password: &str,
    ) -> Result<backend::KnownPerson, SignInError> {
        users::sign_in(
            &self.backend,
            self.clock.now(),
            email,
            password,
            &HERE.into(),
            &[],
        )
        .await
    }

    pub async fn add(&self, email: &str, role: Role) -> PersonId {
        let id = fresh_id();
        let now = self.clock.now();
        users::add(&self.backend, now, id, email, "Budi", PASSWORD, role)
            .await
            .unwrap();
        id
    }

    /// A session that begins now.
    pub async fn session(&self, id: &str, person: PersonId) {
        let epoch = sqlx::query_scalar("select session_epoch from users where id = $1")
            .bind(person)
            .fetch_one(self.backend.pool())
            .await
            .unwrap();
        self.session_of_epoch(id, person, epoch).await;
    }

    /// A session of somebody who has proved who they are before.
    pub async fn session_of_epoch(&self, id: &str, person: PersonId, epoch: i32) {
        let now = self.clock.now();
        let browser = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";
        let client = Client::new(HERE, Some(browser));
        let session = Written {
            data: b"data",
            person: Some(person),
            signed_in_at: Some(now),
            epoch: Some(epoch),
            client: Some(&client),
            by: Some(SignedInBy::Password),
            confirmed_at: None,
            is_new_device: false,
            seen_at: now,
            expires: now + sessions::IDLE_END,
        };
        assert!(
            sessions::insert(self.backend.pool(), id, &session)
                .await
                .unwrap()
        );
    }

    pub async fn is_signed_in(&self, id: &str) -> bool {
        let found = sessions::find(self.backend.pool(), id, self.clock.now()).await;
        found.unwrap().is_some_and(|found| found.person.is_some())
    }

    async fn invite(&self, email: &str, byte: u8) -> Result<String, Error> {
        let whom = (email, "Citra", "member");
        let now = self.clock.now();
        people::invite(
            &self.backend,
            self.by(),
            now,
            whom,
            [byte; people::KEY_BYTES],
        )
        .await
    }

    pub async fn reset(&self, person: PersonId, byte: u8) -> Result<String, Error> {
        let now = self.clock.now();
        people::start_reset(
            &self.backend,
            self.by(),
            now,
            (person, people::Reset::Password),
            [byte; people::KEY_BYTES],
        )
        .await
    }

    pub async fn accept(&self, key: &str, password: &str) -> Result<PersonId, LinkError> {
        let typed = AcceptedLink {
            key,
            id: fresh_id(),
            name: "Citra Dewi",
            password,
        };
        let accepted = people::accept(&self.backend, self.clock.now(), typed, &HERE.into()).await;
        accepted.map(|first| first.person())
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_invited_person_chooses_name_and_password_once(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let key = world.invite(" Citra@Example.com", 1).await.unwrap();
    let kept: Vec<Vec<u8>> = sqlx::query_scalar("select digest from one_time_links")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert_eq!(kept.len(), 1);
    assert_ne!(kept[0], vec![1; people::KEY_BYTES], "the key is not kept");
    let now = world.clock.now();
    for _ in 0..3 {
        // Opened by a program that reads mail, and then by the person: nothing is used up.
        let link = people::look_at(&world.backend, now, &key).await.unwrap();
        assert_eq!(link.purpose, LinkPurpose::Invitation);
        assert_eq!(
            (link.email.as_str(), link.name.as_str()),
            ("citra@example.com", "Citra")
        );
    }
    // Mistakes in the form leave the link as it is, and are no guesses.
    for _ in 0..7 {
        let refused = world.accept(&key, "short").await;
        assert!(
            matches!(refused, Err(LinkError::Failed(Error::Problems(_)))),
            "{refused:?}"
        );
    }
    let person = world.accept(&key, NEW_PASSWORD).await.unwrap();
    let caller = world
        .sign_in_as("citra@example.com", NEW_PASSWORD)
        .await
        .unwrap();
    let caller = world.known(caller).await;
    assert_eq!(
        (caller.person, caller.name.as_str(), caller.role),
        (person, "Citra Dewi", Role::Launcher)
    );
    assert!(matches!(
        world.accept(&key, NEW_PASSWORD).await,
        Err(LinkError::Gone)
    ));
    let shown = people::view(&world.backend, &world.caller, now)
        .await
        .unwrap();
    assert!(shown.invitations.is_empty());
    assert_eq!(shown.people.len(), 2);
}

#[sqlx::test(migrations = "../../migrations")]
async fn of_two_who_use_a_link_at_once_one_gets_it(pool: PgPool) {
    let world = World::new(pool).await;
    let key = world.invite("citra@example.com", 1).await.unwrap();
    let (one, other) = tokio::join!(
        world.accept(&key, NEW_PASSWORD),
        world.accept(&key, NEW_PASSWORD)
    );
    assert_eq!(
        [one.is_ok(), other.is_ok()]
            .iter()
            .filter(|used| **used)
            .count(),
        1
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_newer_invitation_replaces_the_older_and_one_can_be_revoked(pool: PgPool) {
    let world = World::new(pool).await;
    let older = world.invite("citra@example.com", 1).await.unwrap();
    let newer = world.invite("citra@example.com", 2).await.unwrap();
    assert!(matches!(
        world.accept(&older, NEW_PASSWORD).await,
        Err(LinkError::Gone)
    ));
    people::revoke(
        &world.backend,
        world.by(),
        world.clock.now(),
        "citra@example.com",
    )
    .await
    .unwrap();
    assert!(matches!(
        world.accept(&newer, NEW_PASSWORD).await,
        Err(LinkError::Gone)
    ));
    let again = people::revoke(
        &world.backend,
        world.by(),
        world.clock.now(),
        "citra@example.com",
    )
    .await;
    assert!(matches!(again, Err(Error::Conflict(_))));
    let taken = world.invite("ana@example.com", 3).await;
    assert!(matches!(taken, Err(Error::Problems(_))), "{taken:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_invitation_works_for_a_day_and_a_reset_for_an_hour(pool: PgPool) {
    let world = World::new(pool).await;
    let invitation = world.invite("citra@example.com", 1).await.unwrap();
    let reset = world.reset(world.caller.person, 2).await.unwrap();
    world.clock.forward(SignedDuration::from_mins(60));
    assert!(matches!(
        world.accept(&reset, NEW_PASSWORD).await,
        Err(LinkError::Expired)
    ));
    let now = world.clock.now();
    assert!(
        people::look_at(&world.backend, now, &invitation)
            .await
            .is_ok()
    );
    world.clock.forward(SignedDuration::from_hours(23));
    assert!(matches!(
        world.accept(&invitation, NEW_PASSWORD).await,
        Err(LinkError::Expired)
    ));
    let shown = people::view(&world.backend, &world.caller, world.clock.now())
        .await
        .unwrap();
    assert!(shown.invitations[0].is_over);
    // It is known for a week that they have expired, and then forgotten.
    world.clock.forward(SignedDuration::from_hours(8 * 24));
    people::delete_expired_links(&world.backend, world.clock.now())
        .await
        .unwrap();
    assert!(matches!(
        world.accept(&invitation, NEW_PASSWORD).await,
        Err(LinkError::Gone)
    ));
}

#[sqlx::test(migrations = "../../migrations")]
async fn after_five_wrong_keys_an_address_waits_and_a_right_key_still_works(pool: PgPool) {
    let world = World::new(pool).await;
    let key = world.invite("citra@example.com", 1).await.unwrap();
    for _ in 0..5 {
        let guess = world.accept("guess", NEW_PASSWORD).await;
        assert!(matches!(guess, Err(LinkError::Gone)), "{guess:?}");
    }
    let guess = world.accept("guess", NEW_PASSWORD).await;
    assert!(
        matches!(guess, Err(LinkError::Wait { minutes: 15 })),
        "{guess:?}"
    );
    let now = world.clock.now();
    assert!(people::look_at(&world.backend, now, &key).await.is_ok());
    assert!(world.accept(&key, NEW_PASSWORD).await.is_ok());
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_reset_ends_sessions_and_clears_failed_sign_ins(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Launcher).await;
    world.session("budis", budi).await;
    for _ in 0..5 {
        let failed = world.sign_in_as("budi@example.com", "wrong").await;
        assert!(matches!(failed, Err(SignInError::Wrong)));
    }
    let older = world.reset(budi, 1).await.unwrap();
    let key = world.reset(budi, 2).await.unwrap();
    assert!(matches!(
        world.accept(&older, NEW_PASSWORD).await,
        Err(LinkError::Gone)
    ));
    assert!(
        world.is_signed_in("budis").await,
        "the reset has only been started"
    );
    world.clock.forward(SignedDuration::from_secs(1));
    assert_eq!(world.accept(&key, NEW_PASSWORD).await.unwrap(), budi);
    assert!(!world.is_signed_in("budis").await);
    let caller = world
        .sign_in_as("budi@example.com", NEW_PASSWORD)
        .await
        .unwrap();
    let caller = world.known(caller).await;
    assert_eq!(caller.name, "Budi", "the name of the form is not taken");
    let old = world.sign_in_as("budi@example.com", PASSWORD).await;
    assert!(matches!(old, Err(SignInError::Wrong)));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_disabled_person_is_signed_out_at_once_and_told_the_same_as_a_stranger(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Administrator).await;
    let began = world.clock.now();
    world.session("budis", budi).await;
    let as_budi = world
        .sign_in_as("budi@example.com", PASSWORD)
        .await
        .unwrap();
    let as_budi = world.known(as_budi).await;
    let reset = world.reset(budi, 1).await.unwrap();
    let whom = ("citra@example.com", "Citra", "admin");
    let invited = people::invite(&world.backend, By::Caller(&as_budi), began, whom, [2; 32]).await;
    world.clock.forward(SignedDuration::from_secs(1));
    people::disable(&world.backend, world.by(), world.clock.now(), budi)
        .await
        .unwrap();
    assert!(!world.is_signed_in("budis").await);
    let refused = world.sign_in_as("budi@example.com", PASSWORD).await;
    assert!(matches!(refused, Err(SignInError::Wrong)), "{refused:?}");
    // Neither a link of theirs nor one that they have made lets anybody in.
    for key in [reset, invited.unwrap()] {
        assert!(matches!(
            world.accept(&key, NEW_PASSWORD).await,
            Err(LinkError::Gone)
        ));
    }
    assert!(matches!(
        world.reset(budi, 3).await,
        Err(Error::Conflict(_))
    ));
    // A sign-in that compared the password before, and comes to an end afterwards.
    people::enable(&world.backend, world.by(), world.clock.now(), budi)
        .await
        .unwrap();
    world.session_of_epoch("late", budi, 0).await;
    assert!(!world.is_signed_in("late").await);
    assert!(world.sign_in_as("budi@example.com", PASSWORD).await.is_ok());
    world.session("again", budi).await;
    assert!(world.is_signed_in("again").await);
}

#[sqlx::test(migrations = "../../migrations")]
async fn another_role_ends_sessions_and_the_same_role_does_not(pool: PgPool) {
    let world = World::new(pool).await;
    let budi = world.add("budi@example.com", Role::Launcher).await;
    world.session("budis", budi).await;
    let change = async |role| {
        world.clock.forward(SignedDuration::from_secs(1));
        people::change_role(&world.backend, world.by(), world.clock.now(), budi, role)
            .await
            .unwrap()
    };
    change(Role::Launcher).await;
    assert!(world.is_signed_in("budis").await);
    change(Role::Administrator).await;
    assert!(!world.is_signed_in("budis").await);
    let caller = world
        .sign_in_as("budi@example.com", PASSWORD)
        .await
        .unwrap();
    let caller = world.known(caller).await;
    assert_eq!(caller.role, Role::Administrator);
}
