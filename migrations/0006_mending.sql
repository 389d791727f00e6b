-- Numbers that were submitted within so many days are left out of a new task, unless somebody keeps them.
alter table accounts add quiet_days integer not null default 7 check (quiet_days between 0 and 90);

-- What a person changed about a lead, beside its cells, which stay as they are in the file.
alter table leads
    add mended jsonb,
    add left_out boolean not null default false,
    -- The digits of the number in E.164, where there is one.
    add number bigint,
    -- The task in which the number was submitted lately.
    add recent_task uuid references tasks,
    drop constraint leads_kind_check,
    add constraint leads_kind_check
        check (kind in ('ready', 'doubtful', 'to_mend', 'duplicate', 'recent', 'left_out'));
create index leads_by_number on leads (draft_id, number) where number is not null;
-- Nobody asks for the leads that are ready: they are most of them.
drop index leads_by_kind;
create index leads_by_kind on leads (draft_id, kind, row) where kind <> 'ready';
-- A small sample tells how many leads a draft has; nothing is planned by what the cells hold.
alter table leads
    alter draft_id set statistics 10,
    alter row set statistics 10,
    alter kind set statistics 10,
    alter number set statistics 10,
    alter cells set statistics 0,
    alter faults set statistics 0,
    alter mended set statistics 0;

alter table drafts
    add recent integer not null default 0,
    add left_out integer not null default 0,
    add fault_counts jsonb not null default '{}',
    add keep text not null default 'first' check (keep in ('first', 'last', 'all')),
    add leave_out_recent boolean not null default true,
    -- When the columns were matched in the same way before; null where they were not.
    add remembered_at timestamptz;

-- What was mended in a draft, a step at a time: undone from the last, done again from the first that is undone.
create table steps (
    draft_id uuid not null references drafts on delete cascade,
    number integer not null,
    label text not null,
    undone boolean not null default false,
    made_by uuid not null references users,
    made_at timestamptz not null,
    primary key (draft_id, number)
);
create table step_leads (
    draft_id uuid not null,
    number integer not null,
    row integer not null,
    before jsonb not null,
    after jsonb not null,
    primary key (draft_id, number, row),
    foreign key (draft_id, number) references steps on delete cascade
);

-- Every number that was submitted, in which part, and when: nobody is to be called twice by mistake.
create table submitted_numbers (
    account_id uuid not null references accounts,
    number bigint not null,
    task_id uuid not null,
    part integer not null,
    submitted_at timestamptz not null,
    primary key (account_id, number, task_id, part),
    foreign key (task_id, part) references parts
);
create index submitted_numbers_newest on submitted_numbers (account_id, submitted_at);

-- How the columns of a sheet with these headers were matched last.
create table column_matches (
    account_id uuid not null references accounts on delete cascade,
    fingerprint bytea not null,
    mapping jsonb not null,
    matched_at timestamptz not null,
    primary key (account_id, fingerprint)
);

-- The bytes of a file that may have to be read in another way: another encoding, another sheet.
create table draft_files (
    draft_id uuid not null references drafts on delete cascade,
    number integer not null,
    bytes bytea not null,
    primary key (draft_id, number)
);
alter table draft_files alter bytes set storage external;
