-- What the letters of results mean to a robot: a whole table each time it is changed, so that a task that is over keeps the names that it
-- was read with.
create table robot_results (
    account_id uuid not null references accounts on delete cascade,
    robot_id text not null,
    version integer not null,
    -- `leads::results::meaning::Meanings`.
    meanings jsonb not null,
    -- Nobody, where it is what the provider tells of the robot.
    changed_by uuid references users,
    changed_at timestamptz not null,
    primary key (account_id, robot_id, version)
);

-- Which version the calls of a batch are read by, robot by robot. None yet where the robot had none.
create table task_results (
    task_id uuid not null,
    part integer not null,
    robot_id text not null,
    version integer not null,
    primary key (task_id, part, robot_id)
);
