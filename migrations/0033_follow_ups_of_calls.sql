-- A draft that calls people of a task again because of what came of their calls, and the tasks that such drafts become.
alter table drafts
    -- The task. Without a foreign key, which would read the whole table under a lock; no task is deleted.
    add column follows_calls_of uuid,
    -- The tasks that belonged with that one when the draft was made: what others of them call since then always counts as called recently.
    add column calls_known uuid[] not null default '{}',
    -- Whether its people are called although the task, or one that belongs with it, called them within the cooldown.
    add column calls_within_cooldown boolean not null default false;

-- A task, and one that was submitted from such a draft.
create table call_follow_ups (
    task_id uuid not null references tasks,
    follow_up_id uuid not null references tasks,
    primary key (task_id, follow_up_id)
);
create index call_follow_ups_back on call_follow_ups (follow_up_id);

-- A trigger writes it, not the program: a process of the version before, which may still run, submits such a draft too.
create function task_follows_calls() returns trigger language plpgsql as $$
begin
    insert into call_follow_ups (task_id, follow_up_id)
    select follows_calls_of, new.id from drafts where drafts.id = new.draft_id and follows_calls_of is not null;
    return null;
end
$$;
create trigger tasks_follow_calls after insert on tasks for each row execute function task_follows_calls();
