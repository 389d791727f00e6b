-- Which do-not-call lists left leads out of the batches of a task after it was submitted, in which version, and how many each. Of what was
-- left out before this there is only the number, in `left_out_leads`.
create table lists_at_sending (
    task_id uuid not null references tasks on delete cascade,
    list_id uuid not null references do_not_call_lists,
    version int not null,
    kind text not null,
    name text not null,
    as_of date,
    -- Numbers on the list when it left out leads last.
    numbers bigint not null,
    left_out int not null,
    account uuid not null default current_account(),
    primary key (task_id, list_id, version)
);
alter table lists_at_sending enable row level security;
create policy of_current_account on lists_at_sending using (account = (select current_account()));
