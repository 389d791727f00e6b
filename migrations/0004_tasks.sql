-- What was submitted. Its leads are those of the draft, which nothing changes any more.
create table tasks (
    id uuid primary key,
    account_id uuid not null references accounts,
    draft_id uuid not null references drafts,
    check_id uuid not null references checks,
    form_key uuid not null,
    name text not null,
    settings jsonb not null,
    submitted_by uuid not null references users,
    submitted_at timestamptz not null,
    file_name text not null,
    file_digest bytea not null,
    lead_count integer not null,
    without_refused boolean not null,
    -- Whether the sandbox stood in for AIRudder: such a task never goes to the real one, nor the other way round.
    sandbox boolean not null,
    state text not null,
    constraint tasks_draft_key unique (draft_id),
    constraint tasks_form_key_key unique (form_key)
);
create index tasks_newest on tasks (account_id, submitted_at desc, id desc);
alter table drafts add constraint drafts_task_fkey foreign key (task_id) references tasks;

-- One provider task; the row is the queue. `sending` is committed before the socket opens.
create table parts (
    task_id uuid not null references tasks,
    number integer not null,
    provider_name text not null,
    first_row integer not null,
    last_row integer not null,
    lead_count integer not null,
    payload_digest bytea not null,
    perform smallint not null check (perform in (1, 3)),
    state text not null check (state in ('waiting', 'sending', 'created', 'refused', 'unknown', 'not_sent')),
    attempts integer not null default 0,
    not_before timestamptz not null,
    lease_until timestamptz,
    fence bigint not null default 0,
    sent_at timestamptz,
    answered_at timestamptz,
    provider_task_id text,
    words text,
    provider_status text,
    calls jsonb,
    asked_at timestamptz,
    primary key (task_id, number),
    constraint parts_provider_name_key unique (provider_name),
    constraint parts_created_has_an_id check (state <> 'created' or provider_task_id is not null),
    constraint parts_sending_has_a_lease check (state <> 'sending' or lease_until is not null)
);
create index parts_queue on parts (not_before) where state in ('waiting', 'sending');

create table part_refusals (
    task_id uuid not null,
    number integer not null,
    row integer not null,
    words text not null,
    primary key (task_id, row),
    foreign key (task_id, number) references parts
);
