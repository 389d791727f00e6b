-- Sums of calls over many tasks: what the page of insights adds up. A row for each batch, robot and half hour, so that a year of one
-- account is some ten thousand of them. They stand in Universal Time: the zone of an account can be changed, and is applied when they
-- are read.
create table call_sums (
    account_id uuid not null,
    task_id uuid not null,
    part integer not null,
    -- The robot and the line that called; those of the task where the provider names no robot.
    robot_id text not null,
    line text not null,
    -- Whether numbers of the task are redialled: then only the last dial of each is known.
    has_redials boolean not null,
    -- The half hour in which the last dial began; where that is not known, the half hour in which the task was submitted.
    half_hour timestamptz not null,
    is_dial_known boolean not null,
    calls integer not null,
    -- Calls of which more is to come.
    open integer not null,
    dialled integer not null,
    reached integer not null,
    interested integer not null,
    -- Calls with a known talk by its length: from 0, 10, 30, 60, 120 and 180 seconds on; and the seconds of all of them.
    talks_from_0 integer not null,
    talks_from_10 integer not null,
    talks_from_30 integer not null,
    talks_from_60 integer not null,
    talks_from_120 integer not null,
    talks_from_180 integer not null,
    talk_seconds bigint not null,
    primary key (task_id, part, robot_id, half_hour, is_dial_known)
);
create index call_sums_by_half_hour on call_sums (account_id, half_hour);

-- Sums the counts of a batch anew. A test counts nowhere.
create function sum_calls(of_task uuid, of_part integer) returns void language sql as $$
    delete from call_sums where task_id = of_task and part = of_part;
    insert into call_sums (account_id, task_id, part, robot_id, line, has_redials, half_hour, is_dial_known, calls, open, dialled, reached,
        interested, talks_from_0, talks_from_10, talks_from_30, talks_from_60, talks_from_120, talks_from_180, talk_seconds)
    select tasks.account_id, of_task, of_part, coalesce(robot_id, settings ->> 'robot_id', ''), coalesce(settings ->> 'line', ''),
        settings -> 'redials' is distinct from '0', coalesce(half_hour, date_bin('30 minutes', submitted_at, 'epoch')),
        half_hour is not null, sum(calls),
        coalesce(sum(calls) filter (where call_group in ('not_dialled', 'calling', 'waiting_for_redial')), 0),
        sum(dialled), sum(reached), coalesce(sum(calls) filter (where call_group = 'interested'), 0),
        coalesce(sum(calls) filter (where talk_from = 0), 0), coalesce(sum(calls) filter (where talk_from = 10), 0),
        coalesce(sum(calls) filter (where talk_from = 30), 0), coalesce(sum(calls) filter (where talk_from = 60), 0),
        coalesce(sum(calls) filter (where talk_from = 120), 0), coalesce(sum(calls) filter (where talk_from = 180), 0),
        sum(talk_seconds)
    from call_counts join tasks on tasks.id = of_task
    where call_counts.task_id = of_task and part = of_part and not is_test
    group by tasks.id, 4, 7, 8;
$$;

-- A trigger does it, not the program: a process of the version before counts calls too. One batch has rows of its own, so two that are
-- counted at once never wait for each other.
create function sum_counted_calls() returns trigger language plpgsql as $$
begin
    perform sum_calls(counted.task_id, counted.part) from (select distinct task_id, part from changed) as counted;
    return null;
end
$$;
create trigger call_counts_are_summed after insert on call_counts referencing new table as changed
    for each statement execute function sum_counted_calls();
create trigger updated_call_counts_are_summed after update on call_counts referencing new table as changed
    for each statement execute function sum_counted_calls();
create trigger deleted_call_counts_are_summed after delete on call_counts referencing old table as changed
    for each statement execute function sum_counted_calls();

-- What is counted already: some hundred rows for each batch.
select count(*) from (
    select sum_calls(task_id, part) from (select distinct task_id, part from call_counts) as counted) as summed;
