-- The way back from what the provider has refused: a draft with the leads of a task that follows it, the task that the draft becomes,
-- and the search for refused leads that a check does not name.
alter table drafts
    -- The task whose leads the draft has. Without a foreign key, which would read the whole table under a lock; no task is deleted.
    add column follows_task uuid;

-- A task, and one that was submitted from a draft that follows it.
create table follow_ups (
    task_id uuid not null references tasks,
    follow_up_id uuid not null references tasks,
    primary key (task_id, follow_up_id)
);
create index follow_ups_back on follow_ups (follow_up_id);

-- A trigger writes it, not the program: a process of the version before, which may still run, submits such a draft too.
create function task_follows() returns trigger language plpgsql as $$
begin
    insert into follow_ups (task_id, follow_up_id)
    select follows_task, new.id from drafts where drafts.id = new.draft_id and follows_task is not null;
    return null;
end
$$;
create trigger tasks_follow after insert on tasks for each row execute function task_follows();

-- What the provider said of rows in the task that a draft follows, and what was fixed in them then: while that is the same, it still holds.
create table draft_refusals (
    draft_id uuid not null references drafts on delete cascade,
    row integer not null,
    words text not null,
    mended_then jsonb,
    primary key (draft_id, row)
);

alter table check_parts
    -- Refusals that name no row.
    add column unnamed integer not null default 0,
    -- How far the search for their rows has come, once somebody has asked for it.
    add column search jsonb;
