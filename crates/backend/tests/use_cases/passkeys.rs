//! Passkeys, with an authenticator that is software.

use backend::factors::{self, FactorError, RelyingParty};
use backend::ids::PasskeyId;
use backend::people::{self, By};
use backend::{Role, SignIn};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::SignedDuration;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sqlx::PgPool;

use crate::factors::random;
use crate::support::{World, fresh_id};

const ORIGIN: &str = "https://calls.example.com";
const HERE: std::net::IpAddr = std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

/// A device with one passkey (ES256), as far as this test needs one.
struct Device {
    key: SigningKey,
    id: [u8; 32],
    user: Vec<u8>,
    count: u32,
    verifies: bool,
}

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

impl Device {
    fn new(byte: u8) -> Device {
        Device {
            key: SigningKey::from_slice(&[byte; 32]).unwrap(),
            id: [byte; 32],
            user: Vec::new(),
            count: 1,
            verifies: true,
        }
    }

    fn client_data(kind: &str, options: &str, origin: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        let challenge = options["challenge"].as_str().expect("a challenge");
        format!(
            "{{\"type\":\"{kind}\",\"challenge\":\"{challenge}\",\"origin\":\"{origin}\",\"crossOrigin\":false}}"
        )
    }

    fn authenticator_data(&self, flags: u8) -> Vec<u8> {
        let hash = Sha256::digest("calls.example.com");
        // User present, and verified.
        let flags = flags | 1 | if self.verifies { 4 } else { 0 };
        [hash.as_slice(), &[flags], &self.count.to_be_bytes()].concat()
    }

    /// What `navigator.credentials.create` answers.
    fn made(&mut self, options: &str, origin: &str) -> String {
        let user: Value = serde_json::from_str(options).unwrap();
        self.user = URL_SAFE_NO_PAD
            .decode(user["user"]["id"].as_str().expect("an id"))
            .unwrap();
        let point = self.key.verifying_key().to_encoded_point(false);
        // COSE (RFC 9052): EC2, ES256, P-256, x, y.
        let mut key = vec![0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32];
        key.extend_from_slice(point.x().unwrap());
        key.extend_from_slice(&[0x22, 0x58, 32]);
        key.extend_from_slice(point.y().unwrap());
        let data = [
            self.authenticator_data(0x40),
            vec![0; 16],
            vec![0, 32],
            self.id.to_vec(),
            key,
        ]
        .concat();
        // CBOR (RFC 8949): {"fmt": "none", "attStmt": {}, "authData": …}.
        let mut attestation = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        attestation.push(u8::try_from(data.len()).unwrap());
        attestation.extend_from_slice(&data);
        json!({
            "id": encoded(self.id),
            "rawId": encoded(self.id),
            "type": "public-key",
            "clientExtensionResults": {},
            "response": {
                "clientDataJSON": encoded(Device::client_data("webauthn.create", options, origin)),
                "attestationObject": encoded(attestation),
                "transports": ["internal"],
            },
        })
        .to_string()
    }

    /// What `navigator.credentials.get` answers.
    fn signed(&mut self, options: &str) -> String {
        self.count += 1;
        let client_data = Device::client_data("webauthn.get", options, ORIGIN);
        let data = self.authenticator_data(0);
        let message = [data.clone(), Sha256::digest(&client_data).to_vec()].concat();
        let signature: DerSignature = self.key.sign(&message);
        json!({
            "id": encoded(self.id),
            "rawId": encoded(self.id),
            "response": {
                "clientDataJSON": encoded(client_data),
                "authenticatorData": encoded(data),
                "signature": encoded(signature.as_bytes()),
                "userHandle": encoded(&self.user),
            },
        })
        .to_string()
    }
}

fn party() -> RelyingParty {
    RelyingParty::of_origin(ORIGIN).unwrap()
}

impl World {
    async fn registers(&self, device: &mut Device, origin: &str) -> Result<usize, FactorError> {
        let (backend, caller, now) = (&self.backend, &self.caller, self.clock.now());
        let party = party();
        let options = factors::challenge_of_registration(backend, caller, now, &party).await?;
        let answer = device.made(&options, origin);
        let id: PasskeyId = fresh_id();
        let answer = (&*answer, "Telephone");
        let change =
            factors::add_passkey(backend, caller, now, (&party, id), answer, random(1)).await?;
        Ok(change.recovery_codes.len())
    }

    async fn challenge(&self) -> String {
        factors::challenge(&self.backend, self.clock.now(), &party(), HERE)
            .await
            .unwrap()
    }

    async fn signs_in(&self, answer: &str) -> Result<SignIn, FactorError> {
        let (now, client) = (
            self.clock.now(),
            std::net::IpAddr::from([127, 0, 0, 1]).into(),
        );
        factors::sign_in_by_passkey(&self.backend, now, &party(), answer, &client).await
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_passkey_signs_in_without_a_password_and_each_answer_once(pool: PgPool) {
    let world = World::with_factors(pool).await;
    let mut device = Device::new(5);
    let codes = world.registers(&mut device, ORIGIN).await.unwrap();
    assert_eq!(codes, factors::RECOVERY_CODES);
    let answer = device.signed(&world.challenge().await);
    let sign_in = world.signs_in(&answer).await.unwrap();
    assert_eq!(sign_in.person, world.caller.person);
    let again = world.signs_in(&answer).await;
    assert!(matches!(again, Err(FactorError::Over)), "{again:?}");
    world
        .session_of_epoch("new", sign_in.person, sign_in.epoch)
        .await;
    assert!(world.is_signed_in("new").await);
    let caller = world.caller_of("new").await;
    let view = factors::view(&world.backend, &caller, world.clock.now()).await;
    let view = view.unwrap();
    assert_eq!(view.passkeys[0].label, "Telephone");
    assert!(view.passkeys[0].used.is_some());
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_the_standard_refuses_is_refused(pool: PgPool) {
    let mut world = World::with_factors(pool).await;
    let mut device = Device::new(5);
    for origin in ["https://evil.example", "http://calls.example.com"] {
        let foreign = world.registers(&mut device, origin).await;
        assert!(matches!(foreign, Err(FactorError::Wrong)), "{foreign:?}");
    }
    device.verifies = false;
    let unverified = world.registers(&mut device, ORIGIN).await;
    assert!(
        matches!(unverified, Err(FactorError::Wrong)),
        "{unverified:?}"
    );
    device.verifies = true;
    world.registers(&mut device, ORIGIN).await.unwrap();
    world.caller = world.caller_of("anas").await;
    let twice = world.registers(&mut device, ORIGIN).await;
    assert!(matches!(twice, Err(FactorError::Wrong)), "{twice:?}");
    device.verifies = false;
    let unverified = world
        .signs_in(&device.signed(&world.challenge().await))
        .await;
    assert!(
        matches!(unverified, Err(FactorError::Wrong)),
        "{unverified:?}"
    );
    device.verifies = true;
    let mut forged = Device::new(6);
    (forged.id, forged.user, forged.count) = (device.id, device.user.clone(), device.count);
    let forged = world
        .signs_in(&forged.signed(&world.challenge().await))
        .await;
    assert!(matches!(forged, Err(FactorError::Wrong)), "{forged:?}");
    // A copy of the key counts behind.
    world
        .signs_in(&device.signed(&world.challenge().await))
        .await
        .unwrap();
    device.count = 0;
    let copied = world
        .signs_in(&device.signed(&world.challenge().await))
        .await;
    assert!(matches!(copied, Err(FactorError::Wrong)), "{copied:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_challenge_lasts_five_minutes_and_is_for_whom_it_was_made(pool: PgPool) {
    let mut world = World::with_factors(pool).await;
    let mut device = Device::new(5);
    world.registers(&mut device, ORIGIN).await.unwrap();
    let late = world.challenge().await;
    world.clock.forward(SignedDuration::from_mins(5));
    let late = world.signs_in(&device.signed(&late)).await;
    assert!(matches!(late, Err(FactorError::Over)), "{late:?}");
    world.caller = world.caller_of("anas").await;
    let (backend, now, party) = (&world.backend, world.clock.now(), party());
    let budi = world.add("budi@example.com", Role::Launcher).await;
    world.session("budis", budi).await;
    let budi = world.caller_of("budis").await;
    let options = factors::challenge_of_registration(backend, &budi, now, &party)
        .await
        .unwrap();
    let answer = Device::new(9).made(&options, ORIGIN);
    let id = (&party, fresh_id());
    let stolen =
        factors::add_passkey(backend, &world.caller, now, id, (&answer, ""), random(1)).await;
    assert!(matches!(stolen, Err(FactorError::Over)));
    let answer = device.signed(&world.challenge().await);
    let others = factors::confirm_by_passkey(backend, &budi, now, &party, &answer).await;
    assert!(matches!(others, Err(FactorError::Wrong)), "{others:?}");
    let answer = device.signed(&world.challenge().await);
    factors::confirm_by_passkey(backend, &world.caller, now, &party, &answer)
        .await
        .unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_passkey_of_somebody_disabled_opens_nothing(pool: PgPool) {
    let world = World::with_factors(pool).await;
    let mut device = Device::new(5);
    world.registers(&mut device, ORIGIN).await.unwrap();
    world.add("budi@example.com", Role::Administrator).await;
    let (now, ana) = (world.clock.now(), world.caller.person);
    people::disable(&world.backend, By::CommandLine, now, ana)
        .await
        .unwrap();
    let refused = world
        .signs_in(&device.signed(&world.challenge().await))
        .await;
    assert!(matches!(refused, Err(FactorError::Wrong)), "{refused:?}");
}

#[sqlx::test(migrations = "../../migrations")]
async fn one_network_gets_so_many_challenges(pool: PgPool) {
    let world = World::with_factors(pool).await;
    for _ in 0..60 {
        world.challenge().await;
    }
    let now = world.clock.now();
    let refused = factors::challenge(&world.backend, now, &party(), HERE).await;
    assert!(
        matches!(refused, Err(FactorError::Wait { minutes: 15 })),
        "{refused:?}"
    );
}
