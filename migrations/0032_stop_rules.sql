-- When the stop rule of a task was applied, and by what figures: once for a task.
create table applied_stop_rules (
    task_id uuid primary key,
    applied_at timestamptz not null,
    dialled bigint not null,
    reached bigint not null
);
