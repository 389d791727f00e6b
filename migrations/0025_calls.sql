-- Calls as rows: one for each lead of a batch that the provider has created, from that moment on, with what the provider has told of it.
create table calls (
    task_id uuid not null,
    -- The lead's row in the list, and the batch that it was sent in.
    row integer not null,
    part integer not null,
    -- The number that was sent.
    number bigint not null,
    -- Whether an answer has listed the lead, and whether no later answer will be asked for.
    listed boolean not null default false,
    closed boolean not null default false,
    -- What the provider has told, in its own words.
    status text,
    ring_type text,
    hangup_type text,
    letter text,
    robot_id text,
    started_at timestamptz,
    ended_at timestamptz,
    other jsonb,
    -- What that means, as the rules say: the part of the leads that it belongs to, and the class of its ringing.
    call_group text not null default 'not_dialled',
    ring text,
    dialled boolean not null default false,
    reached boolean not null default false,
    talk_seconds integer,
    -- Whether other leads have the same note and nothing else tells their calls apart: then only the counts are certain.
    shares_note boolean not null default false,
    primary key (task_id, row)
);
create index calls_by_group on calls (task_id, call_group, row);
create index calls_by_part on calls (task_id, part, row);

-- How many calls of a batch have the same in common: what the pages of results add up. Written anew with each answer, in the same
-- transaction as the calls.
create table call_counts (
    task_id uuid not null,
    part integer not null,
    robot_id text,
    call_group text not null,
    letter text,
    ring text,
    -- The half hour in which the last dial began.
    half_hour timestamptz,
    -- The class of talk that it had: seconds from 0, 10, 30, 60, 120 and 180 on.
    talk_from integer,
    calls integer not null,
    dialled integer not null,
    reached integer not null,
    talk_seconds bigint not null
);
create index call_counts_by_part on call_counts (task_id, part);

-- When the provider is asked for the calls of a batch.
create table call_polls (
    task_id uuid not null,
    part integer not null,
    -- When it is asked next; nothing where it is not asked any more.
    due_at timestamptz,
    -- A request is under way until then at the latest, by the clock of the database.
    lease_until timestamptz,
    fence bigint not null default 0,
    -- When somebody last had the page of the task open.
    watched_at timestamptz,
    -- When it last answered, and how often it was asked without an answer since, or after the end of the batch.
    asked_at timestamptz,
    failures integer not null default 0,
    asked_after_end integer not null default 0,
    -- Numbers of which it told though they were not sent, and how many leads share a note that alone would tell their calls apart.
    strangers text[] not null default '{}',
    shared_notes integer not null default 0,
    -- When the first of its last dials began.
    first_dial timestamptz,
    primary key (task_id, part)
);
create index call_polls_due on call_polls (due_at) where due_at is not null;

-- Every lead of a created batch that was not refused has its call from the moment at which the batch counts as created.
create function begin_calls(of_task uuid, of_part integer) returns void language sql as $$
    insert into calls (task_id, row, part, number)
    select parts.task_id, leads.row, parts.number, leads.number
    from parts join tasks on tasks.id = parts.task_id
        join leads on leads.draft_id = tasks.draft_id and leads.row between parts.first_row and parts.last_row
    where parts.task_id = of_task and parts.number = of_part and parts.state = 'created'
        and leads.kind in ('ready', 'doubtful') and leads.number is not null
        and not exists (select from part_refusals where part_refusals.task_id = of_task and part_refusals.row = leads.row)
    on conflict do nothing;
    insert into call_counts (task_id, part, call_group, calls, dialled, reached, talk_seconds)
    select of_task, of_part, 'not_dialled', count(*), 0, 0, 0 from calls
    where task_id = of_task and part = of_part
        and not exists (select from call_counts where task_id = of_task and part = of_part)
    having count(*) > 0;
    -- Nothing is to be heard of calls that begin this moment.
    insert into call_polls (task_id, part, due_at)
    select task_id, number, answered_at + interval '30 seconds' from parts where task_id = of_task and number = of_part and state = 'created'
    on conflict do nothing;
$$;

-- A trigger does it, not the program: a process of the version before creates batches too. It runs when the transaction ends, since what
-- was refused is written after the state. That a batch was created is written whatever happens here: its calls begin later then, once
-- somebody opens the page of the task.
create function part_was_created() returns trigger language plpgsql as $$
begin
    perform begin_calls(new.task_id, new.number);
    return null;
exception when others then
    raise warning 'the calls of batch % of task % could not begin: %', new.number, new.task_id, sqlerrm;
    return null;
end
$$;
create constraint trigger parts_begin_calls after update of state on parts deferrable initially deferred for each row
    when (new.state = 'created' and old.state <> 'created') execute function part_was_created();
