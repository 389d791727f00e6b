-- Where the provider's pushes come in: one secret an account, of which only the SHA-256 is kept, and what came of it.
create table push_addresses (
    account_id uuid primary key references accounts on delete cascade,
    secret_hash bytea not null unique,
    made_by uuid not null references users,
    made_at timestamptz not null,
    -- When the last push came to this address.
    last_at timestamptz,
    -- The day (UTC) of the last push, and how many of that day are kept, with their bytes.
    day date,
    kept bigint not null default 0,
    kept_bytes bigint not null default 0
);

-- The pushes of the last days as they came. They decide nothing: a task that one of them names is asked about again.
create table pushes (
    id bigint generated always as identity primary key,
    account_id uuid not null references accounts on delete cascade,
    came_at timestamptz not null,
    body bytea not null
);
create index pushes_by_age on pushes (came_at);

-- Whether a push came while the calls of a batch were asked for: what it tells of may be newer than the answer.
alter table call_polls add column hinted boolean not null default false;
