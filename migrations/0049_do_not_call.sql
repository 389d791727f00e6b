-- Numbers that are not called: the list of the company, and lists of others. Of a number only a keyed hash and its last four digits are kept.

-- Keys of the hashes, encrypted with the key of the installation, so that another key of the installation loses nobody. New entries
-- use the newest; a number is looked for with each.
create table do_not_call_keys (
    id int primary key,
    sealed bytea not null,
    made_at timestamptz not null
);

-- Of the company, not of an account: who said no to one account is called by none.
create table do_not_call_lists (
    id uuid primary key,
    -- 'own', of which there is one; 'repep', 'reus', 'ncpr', 'client'.
    kind text not null,
    name text not null,
    -- Whose calls it is about: 'finance', 'other', or 'every'.
    sector text not null check (sector in ('finance', 'other', 'every')),
    -- The day of which an imported list tells, and for how many days it counts as current.
    as_of date,
    valid_days int check (valid_days > 0),
    -- Which entries count: an upload writes those of the next version, then raises it.
    version int not null default 1,
    entries bigint not null default 0,
    taken_in_by uuid references users,
    taken_in_at timestamptz not null,
    removed_at timestamptz,
    check ((kind = 'own') = (as_of is null))
);
create unique index do_not_call_lists_own on do_not_call_lists ((true)) where kind = 'own';

insert into do_not_call_lists (id, kind, name, sector, taken_in_at)
values ('00000000-0000-0000-0000-00000000d0c0', 'own', 'Company list', 'every', now());

create table do_not_call_entries (
    -- The first 16 bytes of an HMAC-SHA-256 of the digits of the number.
    hash bytea not null,
    list_id uuid not null references do_not_call_lists,
    version int not null,
    key_id int not null references do_not_call_keys,
    last_four int not null,
    added_at timestamptz not null,
    -- 'upload', 'hand', 'result', 'erasure'.
    source text not null,
    -- Who added it, why, and where it came from: where a person or a result did.
    added_by uuid references users,
    reason text,
    task_id uuid,
    -- Whether a simulated call said so: it counts for simulated tasks alone.
    sandbox boolean not null default false,
    primary key (hash, list_id, version)
);
create index do_not_call_entries_of_list on do_not_call_entries (list_id, version);

-- Who was taken off the company's list, and why.
create table do_not_call_removals (
    hash bytea not null,
    key_id int not null references do_not_call_keys,
    list_id uuid not null references do_not_call_lists,
    last_four int not null,
    added_at timestamptz not null,
    source text not null,
    removed_at timestamptz not null,
    removed_by uuid not null references users,
    reason text not null
);
create index do_not_call_removals_of_number on do_not_call_removals (hash);

-- What each account has still to look for among the numbers that it may be calling at this moment: numbers with those last four digits,
-- or all of them. Written with the entries, by whichever account, for every account.
create table do_not_call_changes (
    id bigint primary key generated always as identity,
    account uuid not null references accounts,
    last_fours int[],
    made_at timestamptz not null
);
create index do_not_call_changes_of_account on do_not_call_changes (account, id);

-- The list that a number is on; null where it is on none.
alter table leads add column do_not_call uuid;
-- The kinds of before are among those of now, so no row has to be looked at.
alter table leads
    drop constraint leads_kind_check,
    add constraint leads_kind_check
        check (kind in ('ready', 'doubtful', 'to_mend', 'duplicate', 'recent', 'do_not_call', 'held_back', 'left_out')) not valid;
-- Leads that are not called for it.
alter table drafts add column do_not_call int not null default 0;

-- Leads that were taken out of a batch before it was sent, and why: 'do_not_call' or 'erased'.
create table left_out_leads (
    task_id uuid not null references tasks on delete cascade,
    part int not null,
    row int not null,
    reason text not null,
    left_out_at timestamptz not null,
    account uuid not null default current_account(),
    primary key (task_id, row)
);
alter table left_out_leads enable row level security;
create policy of_current_account on left_out_leads using (account = (select current_account()));

-- `accounts` is small and may be locked for as long as this takes.
alter table accounts add column refuse_outdated_lists boolean not null default false;
