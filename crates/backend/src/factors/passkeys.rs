//! Passkeys (W3C Web Authentication, level 3): a key that never leaves a person's device, which asks for their finger, face or PIN. So a
//! passkey is two factors, and signs in by itself.
//!
//! The library draws the challenge itself, and has a clock of its own for the five minutes that a ceremony lasts; what is stored ends by the
//! clock that is handed in.

use std::net::IpAddr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use webauthn_rp::bin::{Decode, Encode};
use webauthn_rp::request::auth::AuthenticationVerificationOptions;
use webauthn_rp::request::register::{
    CredProtect, Nickname, PublicKeyCredentialUserEntity, RegistrationVerificationOptions,
    UserHandle16, Username,
};
use webauthn_rp::request::{PublicKeyCredentialDescriptor, TimedCeremony};
use webauthn_rp::response::auth::{Authentication, AuthenticatorAssertion};
use webauthn_rp::response::register::{
    AuthenticationExtensionsPrfOutputs, AuthenticatorAttestation, ClientExtensionsOutputs,
    DynamicState, Registration, StaticState,
};
use webauthn_rp::response::{AuthTransports, AuthenticatorAttachment, CredentialId};
use webauthn_rp::{
    AuthenticatedCredential, DiscoverableAuthentication16, DiscoverableAuthenticationServerState,
    DiscoverableCredentialRequestOptions, PublicKeyCredentialCreationOptions,
    RegistrationServerState,
};

use super::codes::{FactorError, RecoveryRandom};
use super::own::{self, Change};
use super::relying_party::RelyingParty;
use crate::audit::{
    Actor, AuditAction, AuditEntry, Client, FactorChange, SignInRefusal, SignedInBy,
};
use crate::confirmation::Purpose;
use crate::error::{Error, Unreadable};
use crate::guesses::{CHALLENGES, Heard, attempt, network_of, subject};
use crate::ids::{PasskeyId, PersonId};
use crate::store::audit;
use crate::store::passkeys::{self as stored, NewPasskey, PasskeyRow};
use crate::{Backend, Caller, SignIn, people, store};

/// How long a challenge can be answered.
const CHALLENGE_LASTS: SignedDuration = SignedDuration::from_mins(5);

/// Characters of an answer that are looked at: those of an RSA key with its certificates are a few thousand.
const MAX_ANSWER: usize = 16 * 1024;

/// What a browser answers, as it writes it in JSON (`PublicKeyCredential.toJSON`); only what is looked at.
#[derive(Deserialize)]
struct Answer<Response> {
    #[serde(rename = "rawId")]
    id: String,
    response: Response,
}

#[derive(Deserialize)]
struct Attestation {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    #[serde(rename = "attestationObject")]
    attestation: String,
}

#[derive(Deserialize)]
struct Assertion {
    #[serde(rename = "clientDataJSON")]
    client_data: String,
    #[serde(rename = "authenticatorData")]
    authenticator_data: String,
    signature: String,
    #[serde(rename = "userHandle")]
    user: String,
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()
}

fn answer<'de, Response: Deserialize<'de>>(json: &'de str) -> Option<Answer<Response>> {
    let json = Some(json).filter(|json| json.len() <= MAX_ANSWER)?;
    serde_json::from_str(json).ok()
}

fn registration(json: &str) -> Option<Registration> {
    let answer: Answer<Attestation> = answer(json)?;
    let response = AuthenticatorAttestation::new(
        bytes(&answer.response.client_data)?,
        bytes(&answer.response.attestation)?,
        AuthTransports::NONE,
    );
    let extensions = ClientExtensionsOutputs {
        cred_props: None,
        prf: None::<AuthenticationExtensionsPrfOutputs>,
    };
    let attachment = AuthenticatorAttachment::None;
    Some(Registration::new(response, attachment, extensions))
}

fn authentication(json: &str) -> Option<DiscoverableAuthentication16> {
    let answer: Answer<Assertion> = answer(json)?;
    let user: [u8; 16] = bytes(&answer.response.user)?.try_into().ok()?;
    let response = AuthenticatorAssertion::new(
        bytes(&answer.response.client_data)?,
        bytes(&answer.response.authenticator_data)?,
        bytes(&answer.response.signature)?,
        handle_of(user),
    );
    let id = CredentialId::decode(bytes(&answer.id)?).ok()?;
    let attachment = AuthenticatorAttachment::None;
    Some(Authentication::new(id, response, attachment))
}

fn handle_of(person: [u8; 16]) -> UserHandle16 {
    match UserHandle16::decode(person) {
        Ok(handle) => handle,
    }
}

fn encoded<Of: Encode>(value: &Of) -> Result<Of::Output<'_>, Error> {
    let encoded = value.encode();
    encoded.map_err(|_| Error::Inconsistent("passkey_challenges.state"))
}

/// What a browser needs to ask for a passkey that signs in or confirms, in JSON (`PublicKeyCredentialRequestOptionsJSON`).
///
/// # Errors
/// [`FactorError::Wait`] after 60 within 15 minutes from one network.
pub async fn challenge(
    backend: &Backend,
    now: Timestamp,
    party: &RelyingParty,
    address: IpAddr,
) -> Result<String, FactorError> {
    let network = network_of(address);
    let network = subject(backend, "passkey challenges", &network, CHALLENGES);
    if let Heard::Wait { minutes } = attempt(backend, now, &[network]).await? {
        return Err(FactorError::Wait { minutes });
    }
    let options = DiscoverableCredentialRequestOptions::passkey(&party.id);
    let begun = options.start_ceremony();
    let (server, client) = begun.map_err(|_| Error::Inconsistent("passkey options"))?;
    keep(backend, now, None, &server, &encoded(&server)?).await?;
    public_key(&client).map_err(FactorError::Failed)
}

/// What a browser needs to make a passkey, in JSON (`PublicKeyCredentialCreationOptionsJSON`).
///
/// # Errors
/// [`Error::Forbidden`] where they have not confirmed lately who they are.
pub async fn challenge_of_registration(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    party: &RelyingParty,
) -> Result<String, Error> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let mut connection = backend.pool.acquire().await?;
    let person = store::people::by_id(&mut connection, caller.person).await?;
    drop(connection);
    let person = person.ok_or(Error::NotFound)?;
    let known = stored::of_person(&backend.pool, caller.person).await?;
    let known = known.into_iter().filter_map(|row| {
        Some(PublicKeyCredentialDescriptor {
            id: CredentialId::decode(row.credential_id).ok()?,
            transports: AuthTransports::NONE,
        })
    });
    let handle = handle_of(*caller.person.as_bytes());
    // A name that the profile of the standard does not allow is left out: the device shows the domain then.
    let user = match Username::try_from(person.email.as_str()) {
        Ok(name) => PublicKeyCredentialUserEntity {
            name,
            id: &handle,
            display_name: Nickname::try_from(person.name.as_str()).ok(),
        },
        Err(_) => PublicKeyCredentialUserEntity::from(&handle),
    };
    let known = known.collect();
    let mut options = PublicKeyCredentialCreationOptions::passkey(&party.id, user, known);
    // Many devices cannot promise it, and refuse where it is demanded; we ask for a finger, a face or a PIN with every signature.
    options.extensions.cred_protect = CredProtect::None;
    let begun = options.start_ceremony();
    let (server, client) = begun.map_err(|_| Error::Inconsistent("passkey options"))?;
    let state = encoded(&server)?;
    keep(backend, now, Some(caller.person), &server, &state).await?;
    public_key(&client)
}

/// The options without what stands around them: scripts hand them on in parts.
fn public_key(client: &impl serde::Serialize) -> Result<String, Error> {
    let unreadable = |_| Error::Inconsistent("passkey options");
    let options = serde_json::to_value(client).map_err(unreadable)?;
    let options = options.get("publicKey").unwrap_or(&options);
    Ok(options.to_string())
}

async fn keep(
    backend: &Backend,
    now: Timestamp,
    person: Option<PersonId>,
    server: &impl TimedCeremony,
    state: &[u8],
) -> Result<(), Error> {
    let challenge = server.sent_challenge().0.to_be_bytes();
    let until = now + CHALLENGE_LASTS;
    stored::insert_challenge(&backend.pool, now, &challenge, person, state, until).await?;
    Ok(())
}

/// Adds the passkey that a browser has made. Where it is the first second factor, there are recovery codes afterwards.
///
/// # Errors
/// [`FactorError::Over`] where the challenge has expired or was answered; [`FactorError::Wrong`] for what the standard refuses;
/// [`Error::Problems`] for `label`.
pub async fn add_passkey(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    (party, id): (&RelyingParty, PasskeyId),
    (json, label): (&str, &str),
    random: RecoveryRandom,
) -> Result<Change, FactorError> {
    caller.must_have_confirmed(Purpose::OwnAccess, now)?;
    let label =
        leads::validate_label(label).map_err(|sentence| Error::problem("label", sentence))?;
    let registration = registration(json).ok_or(FactorError::Wrong)?;
    let challenge = registration.challenge().map_err(|_| FactorError::Wrong)?;
    let person = Some(caller.person);
    let challenge = challenge.0.to_be_bytes();
    let state = stored::take_challenge(&backend.pool, now, &challenge, person).await?;
    let state = state.ok_or(FactorError::Over)?;
    let state = RegistrationServerState::<16>::decode(&state).map_err(|_| FactorError::Over)?;
    let options = RegistrationVerificationOptions::<&str, &str> {
        allowed_origins: &[&party.origin],
        error_on_unsolicited_extensions: false,
        ..RegistrationVerificationOptions::default()
    };
    let credential = state
        .verify(&party.id, &registration, &options)
        .map_err(|_| FactorError::Wrong)?;
    let new = NewPasskey {
        id,
        person: caller.person,
        credential_id: credential.id().into_inner(),
        static_state: &encoded(&credential.static_state())?,
        dynamic_state: &encoded(&credential.dynamic_state())?,
        sign_count: credential.dynamic_state().sign_count,
        label: &label,
    };
    let mut transaction = backend.pool.begin().await?;
    people::lock_own(&mut transaction, caller).await?;
    if !stored::insert(&mut transaction, now, &new).await? {
        return Err(FactorError::Wrong);
    }
    let change = own::added(
        &mut transaction,
        caller,
        now,
        (FactorChange::PasskeyAdded, random),
    )
    .await?;
    transaction.commit().await?;
    Ok(change)
}

/// Signs in whoever has the passkey: it has asked for a finger, a face or a PIN, so that nothing else is needed.
///
/// # Errors
/// [`FactorError::Wrong`] for a passkey that nobody has who may sign in; [`FactorError::Over`] where the challenge has expired or was
/// answered.
pub async fn sign_in_by_passkey(
    backend: &Backend,
    now: Timestamp,
    party: &RelyingParty,
    json: &str,
    client: &Client,
) -> Result<SignIn, FactorError> {
    let proven = proven(backend, now, party, json).await;
    if let Err(FactorError::Wrong | FactorError::Over) = &proven {
        let refused = AuditAction::SignInRefused {
            reason: SignInRefusal::WrongPasskey,
            unknown_email: None,
        };
        let entry = AuditEntry::by(Actor::without_session(None, client), now, refused);
        audit::insert(&backend.pool, &entry).await?;
    }
    let (person, epoch) = proven?;
    let epoch = epoch.ok_or(FactorError::Wrong)?;
    let by = Some(SignedInBy::Passkey);
    Ok(SignIn { person, epoch, by })
}

/// Confirms by a passkey that it is the caller.
///
/// # Errors
/// [`FactorError::Wrong`] for somebody else's passkey too.
pub async fn confirm_by_passkey(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    party: &RelyingParty,
    json: &str,
) -> Result<(), FactorError> {
    let proven = proven(backend, now, party, json).await;
    if !matches!(&proven, Ok((person, _)) if *person == caller.person) {
        let reason = SignInRefusal::WrongPasskey;
        people::record_refused(backend, caller, now, reason).await?;
        return Err(proven.err().unwrap_or(FactorError::Wrong));
    }
    own::confirmed(backend, caller, now).await?;
    Ok(())
}

/// Whose passkey has answered a challenge of ours, and the epoch of their sessions when it was looked up; `None` for somebody who may not sign
/// in.
async fn proven(
    backend: &Backend,
    now: Timestamp,
    party: &RelyingParty,
    json: &str,
) -> Result<(PersonId, Option<i32>), FactorError> {
    let answer = authentication(json).ok_or(FactorError::Wrong)?;
    let challenge = answer.challenge().map_err(|_| FactorError::Wrong)?;
    let challenge = challenge.0.to_be_bytes();
    let state = stored::take_challenge(&backend.pool, now, &challenge, None).await?;
    let state = state.ok_or(FactorError::Over)?;
    let state =
        DiscoverableAuthenticationServerState::decode(&state).map_err(|_| FactorError::Over)?;
    let credential_id = answer.raw_id().into_inner().to_vec();
    let row = stored::with_credential(&backend.pool, &credential_id).await?;
    let row = row.ok_or(FactorError::Wrong)?;
    let before = dynamic_state(&row)?;
    let key =
        StaticState::decode(&row.static_state).map_err(|_| unreadable(&row, "static_state"))?;
    let id = CredentialId::decode(credential_id).map_err(|_| FactorError::Wrong)?;
    let handle = handle_of(*row.person.as_bytes());
    let mut credential = AuthenticatedCredential::new((&id).into(), &handle, key, before)
        .map_err(|_| unreadable(&row, "dynamic_state"))?;
    let options = AuthenticationVerificationOptions::<&str, &str> {
        allowed_origins: &[&party.origin],
        error_on_unsolicited_extensions: false,
        ..AuthenticationVerificationOptions::default()
    };
    let verified = state.verify(&party.id, &answer, &mut credential, &options);
    verified.map_err(|_| FactorError::Wrong)?;
    let after = credential.dynamic_state();
    let (before, count) = (&row.dynamic_state, after.sign_count);
    let after = encoded(&after)?;
    match stored::used(&backend.pool, now, row.id, before, &after, count).await? {
        true => Ok((row.person, row.epoch)),
        false => Err(FactorError::Over),
    }
}

fn dynamic_state(row: &PasskeyRow) -> Result<DynamicState, Error> {
    let bytes: Option<[u8; 7]> = row.dynamic_state.as_slice().try_into().ok();
    let state = bytes.and_then(|bytes| DynamicState::decode(bytes).ok());
    state.ok_or_else(|| unreadable(row, "dynamic_state"))
}

fn unreadable(row: &PasskeyRow, column: &'static str) -> Error {
    Unreadable::new("passkeys", column, row.id).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_answer_of_a_browser_is_refused() {
        for text in ["", "{}", "[]", "{\"rawId\":\"\",\"response\":{}}"] {
            assert!(registration(text).is_none() && authentication(text).is_none());
        }
        assert!(registration(&" ".repeat(MAX_ANSWER + 1)).is_none());
    }
}
