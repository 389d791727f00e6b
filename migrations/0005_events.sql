-- The history: what happened, when, by whom. Written in the transaction of the change it tells of.
create table events (
    id bigint generated always as identity primary key,
    account_id uuid not null references accounts,
    draft_id uuid,
    task_id uuid,
    at timestamptz not null,
    by_user uuid references users,
    kind text not null,
    detail jsonb not null
);
create index events_by_task on events (task_id, id) where task_id is not null;

create function events_are_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'events are append-only';
end
$$;

create trigger events_never_change before update or delete or truncate on events
    for each statement execute function events_are_append_only();
