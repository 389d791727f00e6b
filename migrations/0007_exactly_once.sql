-- Looking for what may have been made, and what a person decides when it is not found.
alter table parts
    drop constraint parts_state_check,
    add constraint parts_state_check check (state in
        ('waiting', 'sending', 'created', 'refused', 'unknown', 'absent', 'given_up', 'not_sent', 'stopped')),
    -- When the part got into the queue last: by being submitted, or by a person who sends it again.
    add queued_at timestamptz,
    -- When the first sending began of which no usable answer came; from then on AIRudder may have the task.
    add in_doubt_since timestamptz,
    -- Looks at the provider's whole list, each without the part, since it became unknown; and when the next is due.
    add looks integer not null default 0,
    add look_at timestamptz;
update parts set queued_at = submitted_at from tasks where tasks.id = task_id;
update parts set in_doubt_since = coalesce(sent_at, now()), look_at = now() where state = 'unknown';
alter table parts
    alter queued_at set not null,
    add constraint parts_unknown_is_looked_for check (state <> 'unknown' or (look_at is not null and in_doubt_since is not null)),
    add constraint parts_certain_is_not_in_doubt check (state not in ('refused', 'not_sent', 'stopped') or in_doubt_since is null);
create index parts_to_look_for on parts (look_at) where state = 'unknown';

-- Every event is tied to the one before it in its account: a hash over that one's hash and its own content. `event_heads` says
-- where each chain ends, so that events missing at its end are missed too.
create table event_heads (
    account_id uuid primary key references accounts,
    number bigint not null,
    hash bytea not null
);

alter table events
    add number bigint,
    add hash bytea;

-- What is hashed: the fields one a line, an absent one empty; the detail, which may be anything, last. The first event of an
-- account follows 32 zero bytes. `backend/history.rs` computes the same.
create function event_hash(previous bytea, event events) returns bytea language sql stable as $$
    select sha256(previous || convert_to(concat_ws(E'\n', event.number, event.account_id, coalesce(event.draft_id::text, ''),
        coalesce(event.task_id::text, ''), (extract(epoch from event.at) * 1000000)::bigint,
        coalesce(event.by_user::text, ''), event.kind, event.detail), 'UTF8'))
$$;

-- The head of the account is locked until the transaction ends: two events never follow the same one.
create function chain_event() returns trigger language plpgsql as $$
declare
    head event_heads;
begin
    insert into event_heads values (new.account_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
    select * into strict head from event_heads where account_id = new.account_id for update;
    new.number := head.number + 1;
    new.hash := event_hash(head.hash, new);
    update event_heads set number = new.number, hash = new.hash where account_id = new.account_id;
    return new;
end
$$;

-- The events that are there already, in the order in which they were written.
alter table events disable trigger events_never_change;
do $$
declare
    event events;
    head event_heads;
begin
    for event in select * from events order by id loop
        insert into event_heads values (event.account_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
        select * into strict head from event_heads where account_id = event.account_id;
        event.number := head.number + 1;
        event.hash := event_hash(head.hash, event);
        update events set number = event.number, hash = event.hash where id = event.id;
        update event_heads set number = event.number, hash = event.hash where account_id = event.account_id;
    end loop;
end
$$;
alter table events
    enable trigger events_never_change,
    alter number set not null,
    alter hash set not null,
    add constraint events_number_key unique (account_id, number);
create trigger events_are_chained before insert on events for each row execute function chain_event();
