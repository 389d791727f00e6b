-- Numbers that were erased because somebody asked for it: the receipt, which names nobody, and the calls whose numbers are needed until the
-- provider has told the last of them.

create table erasures (
    id uuid primary key,
    erased_at timestamptz not null,
    -- Who did it. Without a foreign key, as it would be looked up whenever a person goes.
    erased_by uuid,
    -- By a key that is outside of the database, and names that key: nobody finds out the number by hashing all there are.
    number_hash bytea not null,
    last_four integer not null,
    -- Whether the number was left on the company's do-not-call list.
    on_do_not_call boolean not null,
    -- What was erased, by account.
    held jsonb not null,
    -- When it was erased once more, after a restore from a backup.
    applied_again_at timestamptz
);
create index erasures_newest on erasures (erased_at desc);

create table calls_to_erase (
    task_id uuid not null,
    row integer not null,
    part integer not null,
    account uuid not null default current_account(),
    primary key (task_id, row)
);
alter table calls_to_erase enable row level security;
create policy of_current_account on calls_to_erase using (account = (select current_account()));
