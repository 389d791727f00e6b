-- A task being built. The form is kept as typed; the sheet is read once, its cells stay in leads.
create table drafts (
    id uuid primary key,
    account_id uuid not null references accounts,
    created_by uuid not null references users,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version bigint not null default 1,
    form jsonb not null,
    sheet_problem text,
    file_name text,
    file_digest bytea,
    file_size bigint,
    format jsonb,
    headers text[],
    mapping jsonb,
    country text,
    platform text,
    ready integer not null default 0,
    to_mend integer not null default 0,
    doubtful integer not null default 0,
    duplicates integer not null default 0,
    task_id uuid
);
create index drafts_open on drafts (account_id, changed_at desc) where task_id is null;

-- One row of a draft's sheet: its cells as they stand in the file, and the verdict on them.
create table leads (
    draft_id uuid not null references drafts on delete cascade,
    row integer not null,
    cells text[] not null,
    kind text not null check (kind in ('ready', 'doubtful', 'to_mend', 'duplicate')),
    duplicate_of integer,
    faults jsonb not null,
    primary key (draft_id, row)
);
create index leads_by_kind on leads (draft_id, kind, row);

-- A dry run of a draft as it stood at draft_version.
create table checks (
    id uuid primary key,
    draft_id uuid not null references drafts on delete cascade,
    draft_version bigint not null,
    state text not null check (state in ('running', 'done', 'failed')),
    settings jsonb not null,
    mapping jsonb not null,
    country text not null,
    lead_count integer not null,
    sandbox boolean not null,
    started_by uuid not null references users,
    started_at timestamptz not null,
    ended_at timestamptz
);
create index checks_by_draft on checks (draft_id, started_at desc);
create unique index checks_one_running on checks (draft_id) where state = 'running';

create table check_parts (
    check_id uuid not null references checks on delete cascade,
    number integer not null,
    provider_name text not null,
    first_row integer not null,
    last_row integer not null,
    lead_count integer not null,
    payload_digest bytea,
    state text not null check (state in ('waiting', 'asking', 'done', 'failed')),
    attempts integer not null default 0,
    not_before timestamptz not null,
    lease_until timestamptz,
    fence bigint not null default 0,
    words text[] not null default '{}',
    primary key (check_id, number)
);
create index check_parts_queue on check_parts (not_before) where state in ('waiting', 'asking');

create table check_refusals (
    check_id uuid not null references checks on delete cascade,
    row integer not null,
    words text not null,
    primary key (check_id, row)
);
