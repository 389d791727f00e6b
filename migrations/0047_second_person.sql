-- An account can ask for a second person: whoever had a hand in a draft does not have its people called without the approval of somebody
-- who had none. Stop the version before first: its changes would have no contributor.

-- `accounts` is small and may be locked for as long as this takes.
alter table accounts add column two_persons boolean not null default false;

-- Who changed a draft, written with each change.
create table draft_contributors (
    draft_id uuid not null,
    person_id uuid not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    account uuid not null default current_account(),
    primary key (draft_id, person_id)
);

-- Of the drafts so far it is known who made them, and who fixed their leads. Nobody waits for it: nothing is locked before.
insert into draft_contributors (draft_id, person_id, first_at, last_at, account)
select draft_id, person_id, min(at), max(at), account from (
    select id as draft_id, created_by as person_id, created_at as at, account_id as account from drafts
    union all select draft_id, made_by, made_at, account from steps) as known
group by draft_id, person_id, account;

-- Not validated: whatever was written above came from rows that refer to the same drafts and people.
alter table draft_contributors
    add constraint draft_contributors_draft_fkey foreign key (draft_id) references drafts on delete cascade not valid,
    add constraint draft_contributors_person_fkey foreign key (person_id) references users not valid;

-- Who approved what of a draft: the digest is of everything that goes out. An approval of something else is never deleted, and means
-- nothing for what goes out now.
create table approvals (
    draft_id uuid not null references drafts on delete cascade,
    check_id uuid not null references checks on delete cascade,
    -- SHA-256.
    digest bytea not null check (length(digest) = 32),
    approved_by uuid not null references users,
    approved_at timestamptz not null,
    account uuid not null default current_account(),
    primary key (draft_id, digest, approved_by)
);

-- Who approved a task; null where nobody had to. Who it is was looked up when the task was submitted, and is not looked up again: people
-- are never deleted.
alter table tasks add column approved_by uuid;

-- As for all rows of an account.
alter table draft_contributors enable row level security;
create policy of_current_account on draft_contributors using (account = (select current_account()));
alter table approvals enable row level security;
create policy of_current_account on approvals using (account = (select current_account()));

-- A view has the columns that its table had when it was made.
create or replace view searched_tasks as select * from tasks where account_id = (select current_account());
