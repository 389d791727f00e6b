-- People who sign in.
create table users (
    id uuid primary key,
    email text not null,
    name text not null,
    role text not null check (role in ('admin', 'member')),
    password_hash text not null,
    created_at timestamptz not null,
    constraint users_email_key unique (email),
    constraint users_email_is_lower_case check (email = lower(email))
);

-- The one-time link that makes the first administrator: only the digest of its key is kept.
create table setup_keys (
    digest bytea primary key,
    made_at timestamptz not null
);

-- Failed sign-ins, by the digest of what failed (an address of mail, or one of the network): who they were stays unsaid.
create table sign_in_failures (
    id bigint generated always as identity primary key,
    subject bytea not null,
    failed_at timestamptz not null
);
create index sign_in_failures_by_subject on sign_in_failures (subject, failed_at);

-- An AIRudder account.
create table accounts (
    id uuid primary key,
    name text not null,
    country text not null check (country ~ '^[A-Z]{2}$'),
    zone text not null,
    platform text not null,
    dnc_arranged boolean not null,
    part_size integer not null check (part_size between 1 and 10000),
    created_at timestamptz not null,
    changed_at timestamptz not null
);

create table account_lines (
    account_id uuid not null references accounts on delete cascade,
    position integer not null,
    name text not null,
    label text not null,
    primary key (account_id, position),
    constraint account_lines_name_key unique (account_id, name)
);
