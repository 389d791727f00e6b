-- How long what names people is kept. An account that was made before keeps everything, without end and with all columns, until an
-- administrator chooses: nothing is deleted that nobody has asked for.

-- `accounts` is small and may be locked for as long as this takes.
alter table accounts
    -- Days for which a task keeps its leads after its last call; null where that was not chosen.
    add column result_days integer check (result_days between 1 and 3650),
    -- Days for which a draft is kept that nobody touches.
    add column draft_days integer check (draft_days between 1 and 3650),
    -- Whether the columns that fill nothing stay with the leads of a task.
    add column unused_columns boolean not null default true;

-- For each task when it is looked at next, and when its leads began to be deleted.
create table task_retention (
    task_id uuid primary key,
    -- Infinity once nothing is left to delete.
    look_at timestamptz not null,
    -- What is deleted next: nothing yet, leads with their calls and words, numbers, or nothing any more.
    stage text not null default 'kept' check (stage in ('kept', 'leads', 'numbers', 'done')),
    -- From then on nobody is shown its leads.
    deleted_at timestamptz,
    -- Whether the columns that fill nothing were dropped from its leads: result files leave them out.
    columns_dropped boolean not null default false,
    -- What was deleted so far.
    leads integer not null default 0,
    calls integer not null default 0,
    numbers integer not null default 0,
    account uuid not null default current_account()
);
create index task_retention_due on task_retention (account, look_at);
alter table task_retention enable row level security;
create policy of_current_account on task_retention using (account = (select current_account()));
insert into task_retention (task_id, look_at, account) select id, submitted_at, account_id from tasks;

-- A trigger writes it, not the program: a process of the version before submits tasks too.
create function retain_task() returns trigger language plpgsql as $$
begin
    insert into task_retention (task_id, look_at, account) values (new.id, new.submitted_at, new.account_id);
    return null;
end
$$;
create trigger tasks_are_retained after insert on tasks for each row execute function retain_task();

-- Drafts that were submitted and of which what nobody needs any more is to be dropped: kept files, edit steps, columns that fill nothing.
create table drafts_to_minimise (
    draft_id uuid primary key,
    -- The last row whose columns were dropped.
    behind integer not null default 0,
    account uuid not null default current_account()
);
alter table drafts_to_minimise enable row level security;
create policy of_current_account on drafts_to_minimise using (account = (select current_account()));
-- Of what was submitted before, kept files and edit steps go too.
insert into drafts_to_minimise (draft_id, account)
    select id, account_id from drafts where task_id is not null
        and (exists (select from draft_files where draft_id = drafts.id) or exists (select from steps where draft_id = drafts.id));

create function minimise_submitted_draft() returns trigger language plpgsql as $$
begin
    insert into drafts_to_minimise (draft_id, account) values (new.id, new.account_id) on conflict do nothing;
    return null;
end
$$;
create trigger submitted_drafts_are_minimised after update of task_id on drafts for each row
    when (old.task_id is null and new.task_id is not null) execute function minimise_submitted_draft();

-- The words of the provider that an event tells of, which may name somebody. They stand beside the event and are no part of the chain, so
-- that they can be deleted and the chain stays whole.
create table event_words (
    event_id bigint primary key,
    task_id uuid,
    words text not null,
    account uuid not null default current_account()
);
create index event_words_by_task on event_words (task_id);
alter table event_words enable row level security;
create policy of_current_account on event_words using (account = (select current_account()));
