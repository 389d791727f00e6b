-- Several accounts: each person has a role in each account, and the rows of one account are out of reach of a connection that works for
-- another one.

-- The account that a connection works for: the program sets it for each of its connections (`coxswain.account`). A connection that works
-- for none, as those of the version before, works for the only account where there is one.
create function current_account() returns uuid language plpgsql stable parallel safe as $$
declare
    chosen text := current_setting('coxswain.account', true);
begin
    if chosen <> '' then
        return chosen::uuid;
    end if;
    return (select accounts.id from accounts where (select count(*) from accounts) = 1);
end
$$;

-- What stands for an account in addresses. Of the account that is there: its name, where that has letters or digits.
-- Small table.
alter table accounts add column slug text not null default 'main';
update accounts set slug = left(trim(both '-' from regexp_replace(lower(name), '[^a-z0-9]+', '-', 'g')), 30)
    where lower(name) ~ '[a-z0-9]';
-- squawk-ignore disallowed-unique-constraint, constraint-missing-not-valid
alter table accounts add constraint accounts_slug_key unique (slug);

-- What a person may do in an account. Administrators (`users.role`) are so in every account and have no row here. Whatever else stands in
-- `users.role` is read by the version before alone.
create table account_roles (
    person uuid not null references users on delete cascade,
    account_id uuid not null references accounts on delete cascade,
    role text not null constraint account_roles_role_check check (role in ('viewer', 'preparer', 'member')),
    primary key (person, account_id)
);
insert into account_roles (person, account_id, role)
    select users.id, accounts.id, users.role from users cross join accounts where users.role <> 'admin';

-- The account in which somebody who is invited gets their role. The function is stable, so nothing is rewritten.
-- squawk-ignore adding-field-with-default
alter table one_time_links add column account_id uuid default current_account();

-- How an account signs in with the provider, encrypted; without a row, as the environment says. The version tells processes that it has
-- changed.
create table account_credentials (
    account_id uuid primary key references accounts on delete cascade,
    sealed bytea not null,
    version bigint not null default 1,
    changed_at timestamptz not null
);

-- Rows that hang on others say themselves whose they are. The default is worked out once, when the column is added: for all rows that are
-- there it is the only account, and no table is rewritten. The column is not called `account_id`, as that of `tasks` and `drafts`, so that
-- no statement of the version before becomes ambiguous.
--
-- The version before cannot read lists from now on (Postgres copies into no table with row-level security): stop it first.
do $$
declare
    name text;
begin
    foreach name in array array['leads', 'draft_files', 'draft_refusals', 'steps', 'step_leads', 'checks', 'check_parts', 'check_refusals',
        'parts', 'part_refusals', 'submitted_numbers', 'task_results', 'calls', 'call_counts', 'call_polls', 'follow_ups', 'call_follow_ups',
        'stops', 'applied_stop_rules'] loop
        execute format('alter table %I add column account uuid not null default current_account()', name);
        execute format('alter table %I enable row level security', name);
        execute format('create policy of_current_account on %I using (account = (select current_account()))', name);
    end loop;
    foreach name in array array['account_lines', 'account_credentials', 'robots', 'robot_lists', 'robot_results', 'column_matches', 'drafts', 'tasks', 'task_slices', 'events', 'call_sums', 'pushes'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy of_current_account on %I using (account_id = (select current_account()))', name);
    end loop;
end
$$;

-- Which accounts there are is known to all of the program; each changes only its own.
alter table accounts enable row level security;
create policy every_account_is_read on accounts for select using (true);
create policy any_account_is_made on accounts for insert with check (true);
create policy own_account_is_changed on accounts for update using (id = (select current_account()));

-- Searches need indexes over expressions that Postgres does not trust not to leak what they see (`pattern like`, `->>`, `%`), and so does not
-- use below row-level security. These views have the rights of the owner, and the same condition.
create view searched_tasks as select * from tasks where account_id = (select current_account());
create view searched_numbers as select number, task_id, part from submitted_numbers where account = (select current_account());
