-- Robots as last seen at the provider. The whole answer is kept: what we do not know today may matter tomorrow.
create table robots (
    account_id uuid not null references accounts on delete cascade,
    robot_id text not null,
    position integer not null,
    name text not null,
    mode text,
    language text,
    variables jsonb not null,
    raw jsonb not null,
    detailed_at timestamptz,
    primary key (account_id, robot_id)
);

create table robot_lists (
    account_id uuid primary key references accounts on delete cascade,
    seen_at timestamptz,
    asked_at timestamptz not null,
    failure text
);
