-- People who are shut out and let in again, links by which they choose a password, and sessions that nobody can read out of the database.
-- A small table: it may be locked for as long as this takes.
alter table users
    -- Since when the person may not sign in.
    add column disabled_at timestamptz,
    -- Raised whenever the role or the password is changed, or the person is disabled: sessions that began with a lower one are over.
    add column session_epoch integer not null default 0,
    -- When the person was last there, in steps of five minutes.
    add column seen_at timestamptz;

-- One-time links, of which only the SHA-256 of the key is kept. Using one deletes it.
create table one_time_links (
    digest bytea primary key,
    purpose text not null check (purpose in ('invitation', 'password_reset')),
    -- Of an invitation: who is to come, and as what.
    email text check (email = lower(email)),
    name text,
    role text,
    -- Of a reset: whose password.
    person uuid references users on delete cascade,
    -- Null where the command line made it.
    made_by uuid references users on delete cascade,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    -- At most one open link for an address and for a person: a newer one takes the place of the older.
    constraint one_time_links_email_key unique (email),
    constraint one_time_links_person_key unique (person),
    constraint one_time_links_for_whom check (
        (purpose = 'invitation') = (email is not null and name is not null and role is not null)
        and (purpose = 'password_reset') = (person is not null)
    )
);
create index one_time_links_by_maker on one_time_links (made_by);

-- From now on `id` holds the SHA-256 of a session's id, in hexadecimal, and `data` has none: a row, a dump or a backup opens nothing. Earlier
-- sessions are kept under the id itself, so they end here: everybody signs in once more. A version from before finds none of the new ones.
delete from tower_sessions.session;
-- A small table, and empty by now.
alter table tower_sessions.session
    add column signed_in_at timestamptz,
    -- What `users.session_epoch` was when the password was compared.
    add column epoch integer,
    add column seen_at timestamptz,
    -- The browser's `User-Agent` when the person signed in.
    add column user_agent text;
