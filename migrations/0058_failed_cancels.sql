-- Numbers that the provider has not cancelled, and may still call: their task needs attention. Counted whenever the state of the
-- task is written, so that lists and counts need no look at `stops`. A process of the version before writes the state without them: its
-- counts are those of the time before, until this version writes next.
alter table tasks
    -- The provider refused.
    add column refused_cancels integer not null default 0,
    -- It has not said yes after several tries.
    add column unconfirmed_cancels integer not null default 0;

-- A mark is of the task as it stood: another number brings the task back.
create trigger tasks_come_back_for_cancels before update of refused_cancels, unconfirmed_cancels on tasks for each row
    when (old.marked_done_at is not null
        and new.refused_cancels + new.unconfirmed_cancels > old.refused_cancels + old.unconfirmed_cancels)
    execute function task_is_not_done_any_more();

-- A view has the columns that its table had when it was made.
create or replace view searched_tasks as select * from tasks where account_id = (select current_account());
