-- The history, at a million tasks: found by state, by person, and by any word, without reading every row.
-- Both extensions come with Postgres (contrib) and are trusted: whoever may create tables in this database may create them.
--
-- It fills and indexes `tasks` in the transaction that adds the columns, so nobody reads or writes tasks meanwhile: 3 seconds for each
-- 10,000 of them. There are that few so far: with a hundred times as many a search took ten seconds.
-- squawk-ignore-file adding-foreign-key-constraint, adding-not-nullable-field, require-concurrent-index-creation
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- An account's tasks, newest first, in slices of 65,536: a search asks the index for one after the other until its page is full or
-- its time is up, whatever was typed. A task belongs to the last slice that starts at or before its submission.
create table task_slices (
    id integer generated always as identity primary key,
    account_id uuid not null references accounts on delete cascade,
    starts_at timestamptz not null,
    -- Kept by triggers: they add up to the account's tasks.
    tasks integer not null default 0,
    constraint task_slices_starts_at_key unique (account_id, starts_at)
);

alter table tasks
    add slice_id integer references task_slices,
    -- Every word that finds the task, once, in lower case.
    add search_text text;

-- The slice for a task of that account; opens the next one when the newest is full. The row is locked: it is about to be counted.
create function slice_for_task(account uuid, at timestamptz) returns integer language plpgsql as $$
declare
    slice task_slices;
begin
    loop
        select * into slice from task_slices where account_id = account and starts_at <= at
            order by starts_at desc limit 1 for no key update;
        exit when found;
        insert into task_slices (account_id, starts_at) values (account, '-infinity') on conflict do nothing;
    end loop;
    if slice.tasks >= 65536 and not exists (select from tasks where account_id = account and submitted_at >= at) then
        insert into task_slices (account_id, starts_at) values (account, at) returning * into slice;
    end if;
    return slice.id;
end
$$;

-- Words are what blanks part: what is looked for has none in it, so a word that comes again need not be kept again.
create function search_text_of_task(task tasks) returns text language sql stable as $$
    select coalesce(string_agg(word, ' ' order by place), '') from (
        select word, min(place) as place from regexp_split_to_table(lower(concat_ws(' ', task.name, task.settings ->> 'robot_name',
            (select name from users where id = task.submitted_by), task.settings ->> 'line', task.file_name,
            (select string_agg(concat_ws(' ', provider_name, provider_task_id), ' ' order by number)
                from parts where task_id = task.id))), '\s+') with ordinality as split (word, place)
        group by word) as words
$$;

-- Triggers, not the program: a process of the version before, which may still run, keeps them up as well.
create function place_task_in_history() returns trigger language plpgsql as $$
begin
    new.slice_id := slice_for_task(new.account_id, new.submitted_at);
    update task_slices set tasks = tasks + 1 where id = new.slice_id;
    new.search_text := search_text_of_task(new);
    return new;
end
$$;
create trigger tasks_have_a_place before insert on tasks for each row execute function place_task_in_history();

create function count_task_out_of_its_slice() returns trigger language plpgsql as $$
begin
    update task_slices set tasks = tasks - 1 where id = old.slice_id;
    return null;
end
$$;
create trigger tasks_are_counted_out after delete on tasks for each row execute function count_task_out_of_its_slice();

-- Parts are written by whoever holds the lock of their task, so this waits for nobody.
create function add_new_parts_to_search() returns trigger language plpgsql as $$
begin
    update tasks set search_text = search_text_of_task(tasks) where id in (select task_id from new_parts);
    return null;
end
$$;
create trigger parts_are_found after insert on parts referencing new table as new_parts
    for each statement execute function add_new_parts_to_search();

create function add_part_to_search() returns trigger language plpgsql as $$
begin
    update tasks set search_text = search_text_of_task(tasks) where id = new.task_id;
    return null;
end
$$;
create trigger parts_are_found_by_new_names after update of provider_name, provider_task_id on parts for each row
    when ((old.provider_name, old.provider_task_id) is distinct from (new.provider_name, new.provider_task_id))
    execute function add_part_to_search();

-- The tasks that are there already.
with numbered as (
    select id, account_id, submitted_at,
        (row_number() over (partition by account_id order by submitted_at, id) - 1) / 65536 as slice from tasks),
starts as (
    select account_id, case when slice = 0 then '-infinity' else min(submitted_at) end as starts_at from numbered group by account_id, slice)
insert into task_slices (account_id, starts_at) select distinct account_id, starts_at from starts order by account_id, starts_at;
update tasks set search_text = search_text_of_task(tasks), slice_id = (
    select slice.id from task_slices as slice where slice.account_id = tasks.account_id and slice.starts_at <= tasks.submitted_at
    order by slice.starts_at desc limit 1);
update task_slices set tasks = (select count(*) from tasks where slice_id = task_slices.id);
alter table tasks alter slice_id set not null, alter search_text set not null;

create index tasks_by_state on tasks (account_id, state, submitted_at desc, id desc);
create index tasks_by_person on tasks (account_id, submitted_by, submitted_at desc, id desc);
create index tasks_by_person_and_state on tasks (account_id, submitted_by, state, submitted_at desc, id desc);
-- What somebody should look at. Statements name the same states in the same words (`store/task_history.rs`; a test compares them).
create index tasks_to_look_at on tasks (account_id, submitted_at desc, id desc)
    where state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up');
create index tasks_to_look_at_by_person on tasks (account_id, submitted_by, submitted_at desc, id desc)
    where state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up');
-- A slice and the letters of its words. What is new waits in a short list that every search reads; a long one would cost it time.
create index tasks_by_words on tasks using gin (slice_id, search_text gin_trgm_ops) with (gin_pending_list_limit = 256);
