-- “Call me first”: a person hears the robot on a number of their own, by a task that counts nowhere else.
--
-- `users` is small and may be locked for as long as this takes. A process of the version before shows tests among the other tasks;
-- the triggers keep them out of its counts.
alter table users
    -- In E.164, with its plus. Shown to its person only.
    add column own_number text;

alter table tasks
    add column is_test boolean not null default false,
    -- The draft that it was a test of. Without a foreign key, as it would be looked up whenever a draft goes.
    add column tested_draft uuid;

-- Slices add up to the tasks of the account, tests aside.
create or replace function place_task_in_history() returns trigger language plpgsql as $$
begin
    new.slice_id := slice_for_task(new.account_id, new.submitted_at);
    update task_slices set tasks = tasks + 1 where id = new.slice_id and not new.is_test;
    new.search_text := search_text_of_task(new);
    return new;
end
$$;

create or replace function count_task_out_of_its_slice() returns trigger language plpgsql as $$
begin
    update task_slices set tasks = tasks - 1 where id = old.slice_id and not old.is_test;
    return null;
end
$$;
