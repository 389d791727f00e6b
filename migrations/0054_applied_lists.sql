-- Which do-not-call lists were applied to what was submitted, in which version, and how many leads each left out.
create table task_do_not_call_lists (
    task_id uuid not null references tasks on delete cascade,
    list_id uuid not null references do_not_call_lists,
    kind text not null,
    name text not null,
    as_of date,
    version int not null,
    -- Numbers on the list then.
    numbers bigint not null,
    left_out int not null,
    account uuid not null default current_account(),
    primary key (task_id, list_id)
);
alter table task_do_not_call_lists enable row level security;
create policy of_current_account on task_do_not_call_lists using (account = (select current_account()));
