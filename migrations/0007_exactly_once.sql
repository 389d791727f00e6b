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
