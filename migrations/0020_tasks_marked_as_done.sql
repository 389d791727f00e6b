-- A task that needed attention, and that somebody has marked as done: it does not need it any more.
alter table tasks
    add column marked_done_at timestamptz,
    -- Who it was. Without a foreign key, as it would be looked up whenever a person goes; the history keeps who did what.
    add column marked_done_by uuid;

-- The mark was made of the task as it stood. A trigger takes it back, not the program: a process of the version before, which may still
-- run, changes the state too.
create function task_is_not_done_any_more() returns trigger language plpgsql as $$
begin
    new.marked_done_at := null;
    new.marked_done_by := null;
    return new;
end
$$;
create trigger tasks_come_back before update of state on tasks for each row
    when (old.state is distinct from new.state and old.marked_done_at is not null)
    execute function task_is_not_done_any_more();
