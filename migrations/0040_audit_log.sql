-- The audit log of the whole installation: who signed in, changed people or settings, saw or took phone numbers, had people called. Each
-- entry is tied to the one before it by a hash, as events are within an account.
--
-- An entry waits in `audit_log_pending` until its transaction commits. Only then a deferred trigger locks the end of the chain and moves it
-- into `audit_log`: a long transaction holds nobody up, and whoever holds the end of the chain waits for nothing else. No column refers to
-- another table: looking a row up there would wait for whoever holds it.
create table audit_log (
    -- From 1, without gaps.
    number bigint primary key,
    -- What is hashed, and how: see `audit_log_hash`.
    form smallint not null,
    at timestamptz not null,
    source text not null check (source in ('browser', 'command_line')),
    -- Null where nobody is signed in, and for the command line.
    person uuid,
    -- The first 16 digits of the SHA-256 of the session's id.
    session text,
    address text,
    -- The browser's `User-Agent`.
    browser text,
    action text not null,
    action_group text not null,
    account uuid,
    object_kind text,
    object_id text,
    outcome text not null check (outcome in ('done', 'refused')),
    detail jsonb not null,
    hash bytea not null
);
create index audit_log_by_time on audit_log (at, number);
create index audit_log_by_person on audit_log (person, at, number) where person is not null;
create index audit_log_by_group on audit_log (action_group, at, number);
create index audit_log_by_object on audit_log (object_id, at, number) where object_id is not null;
create index audit_log_refused on audit_log (at, number) where outcome = 'refused';

-- Where the chain ends. There is one row.
create table audit_log_head (
    id smallint primary key default 1 check (id = 1),
    number bigint not null,
    hash bytea not null
);
insert into audit_log_head (number, hash) values (0, decode(repeat('00', 32), 'hex'));

-- Entries of transactions that have not ended: outside of one it is empty.
create table audit_log_pending (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    source text not null,
    person uuid,
    session text,
    address text,
    browser text,
    action text not null,
    action_group text not null,
    account uuid,
    object_kind text,
    object_id text,
    outcome text not null,
    detail jsonb not null
);

create function audit_log_never_changes() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log is append-only';
end
$$;
create trigger audit_log_never_changes before update or delete or truncate on audit_log
    for each statement execute function audit_log_never_changes();

-- A field with its length in bytes before it, so that no two contents look the same; `-` where there is none.
create function audit_log_field(field text) returns text language sql immutable as $$
    select coalesce(octet_length(field) || ':' || field, '-')
$$;

-- What is hashed in form 1, behind the hash before: the fields in this order. The first entry follows 32 zero bytes.
-- `backend/audit/chain.rs` computes the same.
create function audit_log_hash(previous bytea, entry audit_log) returns bytea language sql stable as $$
    select sha256(previous || convert_to(
        audit_log_field(entry.number::text) || audit_log_field(entry.form::text)
        || audit_log_field(((extract(epoch from entry.at) * 1000000)::bigint)::text)
        || audit_log_field(entry.source) || audit_log_field(entry.person::text) || audit_log_field(entry.session)
        || audit_log_field(entry.address) || audit_log_field(entry.browser) || audit_log_field(entry.action)
        || audit_log_field(entry.action_group) || audit_log_field(entry.account::text)
        || audit_log_field(entry.object_kind) || audit_log_field(entry.object_id)
        || audit_log_field(entry.outcome) || audit_log_field(entry.detail::text), 'UTF8'))
$$;

-- With the rights of whoever owns the log: who only adds pending entries needs none on it.
create function chain_audit_log() returns trigger language plpgsql security definer as $$
declare
    head audit_log_head;
    entry audit_log;
begin
    delete from audit_log_pending where id = new.id;
    select * into strict head from audit_log_head for update;
    entry.number := head.number + 1;
    entry.form := 1;
    entry.at := new.at;
    entry.source := new.source;
    entry.person := new.person;
    entry.session := new.session;
    entry.address := new.address;
    entry.browser := new.browser;
    entry.action := new.action;
    entry.action_group := new.action_group;
    entry.account := new.account;
    entry.object_kind := new.object_kind;
    entry.object_id := new.object_id;
    entry.outcome := new.outcome;
    entry.detail := new.detail;
    entry.hash := audit_log_hash(head.hash, entry);
    insert into audit_log select entry.*;
    update audit_log_head set number = entry.number, hash = entry.hash;
    return null;
end
$$;
-- As for the functions of events: names of this schema come first, and nobody makes a trigger of their own out of it.
do $$
begin
    execute format('alter function chain_audit_log() set search_path = %I, pg_temp', current_schema());
end
$$;
revoke execute on function chain_audit_log() from public;
create constraint trigger audit_log_is_chained after insert on audit_log_pending
    deferrable initially deferred for each row execute function chain_audit_log();
