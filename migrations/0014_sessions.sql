-- Sessions of the web server, which one statement finds together with the person and the account. Until now the library that reads and
-- writes their data made this table: a database from before has it, as it stands here.
create schema if not exists tower_sessions;
create table if not exists tower_sessions.session (
    id text primary key not null,
    data bytea not null,
    expiry_date timestamptz not null
);

-- Whose it is: with the person, their sessions end. Null for nobody's session, and for those that the version before has written.
-- A small table, with the sessions of twelve hours, so it may be locked for as long as this takes.
alter table tower_sessions.session
    -- squawk-ignore adding-foreign-key-constraint
    add column if not exists person uuid references users (id) on delete cascade;
-- squawk-ignore require-concurrent-index-creation
create index if not exists session_person_idx on tower_sessions.session (person);
