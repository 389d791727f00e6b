-- What the provider is asked to stop: whole batches, and single numbers. As with what is sent, the row is the queue, and it says what is
-- about to be asked before a byte goes out.
create table stops (
    task_id uuid not null,
    part integer not null,
    -- The lead's row in the list where one number is cancelled; 0 where the whole batch is stopped.
    row integer not null,
    -- `leads::states::StopState`: waiting, asking, accepted, refused, unclear.
    state text not null,
    -- Who wants it: nobody where the stop rule of the task does.
    wanted_by uuid references users,
    wanted_at timestamptz not null,
    -- When the provider was asked last; nothing where it certainly was not since it was wanted.
    asked_at timestamptz,
    -- When it may be asked next, and how often it was tried since it was wanted.
    not_before timestamptz not null,
    attempts integer not null default 0,
    -- A request is under way until then at the latest, by the clock of the database.
    lease_until timestamptz,
    fence bigint not null default 0,
    -- The provider's words, or what stood in the way.
    words text,
    primary key (task_id, part, row)
);
create index stops_waiting on stops (not_before) where state = 'waiting';
create index stops_asking on stops (lease_until) where state = 'asking';
