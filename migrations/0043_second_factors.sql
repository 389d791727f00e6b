-- Second factors: what somebody shows beside their password, or a passkey in the place of both.
-- A small table: it may be locked for as long as this takes.
alter table users
    -- Whether the password is long enough to be all that is asked for. Null until the person signs in again or chooses another one.
    add column password_is_long boolean;

-- The seeds of authenticator apps (RFC 6238), encrypted with the key of the installation.
create table totp_factors (
    id uuid primary key,
    person uuid not null references users on delete cascade,
    seed bytea not null,
    -- The step of 30 seconds of the last code that was accepted: an earlier code, or the same again, is refused.
    last_step bigint not null default 0,
    made_at timestamptz not null,
    -- Null until a code of it was entered: until then it is no factor.
    confirmed_at timestamptz
);
-- A person has one, and at most one that is to take its place.
create unique index totp_factors_of_person on totp_factors (person, (confirmed_at is null));

-- Passkeys (WebAuthn). Of a passkey only its public key is here.
create table passkeys (
    id uuid primary key,
    person uuid not null references users on delete cascade,
    credential_id bytea not null,
    -- The public key, and what does not change.
    static_state bytea not null,
    -- What changes with each use: the counter of signatures, whether it is backed up.
    dynamic_state bytea not null,
    sign_count bigint not null,
    label text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    constraint passkeys_credential_id_key unique (credential_id)
);
create index passkeys_of_person on passkeys (person);

-- Recovery codes, of which only the SHA-256 is kept. Using one deletes it.
create table recovery_codes (
    person uuid not null references users on delete cascade,
    digest bytea not null,
    made_at timestamptz not null,
    primary key (person, digest)
);

-- What passkeys are asked to sign. Each is used once, and expires.
create table passkey_challenges (
    challenge bytea primary key,
    -- Of a registration: whose passkey it is to be. Null where somebody signs in.
    person uuid references users on delete cascade,
    -- What the library has to know when the answer comes.
    state bytea not null,
    expires_at timestamptz not null
);
create index passkey_challenges_of_person on passkey_challenges (person);
create index passkey_challenges_by_end on passkey_challenges (expires_at);
