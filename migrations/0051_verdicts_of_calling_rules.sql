-- What the calling rules said of what was launched, and with what reason people went on outside of them; and what a list is for.

-- What a list of the account is for unless a draft says otherwise. `accounts` is small and may be locked for as long as this takes.
alter table accounts
    add column list_purpose text not null default '',
    add column list_source text not null default '',
    add column legal_basis text not null default '';

-- Why a draft is to be called outside a calling rule, as somebody wrote on its launch. It holds for one version of the draft, and for the
-- rule that it was written against.
create table calling_overrides (
    draft_id uuid primary key references drafts on delete cascade,
    draft_version bigint not null,
    country text not null,
    sector text not null,
    rule_version int not null,
    reason text not null check (length(reason) between 1 and 500),
    asked_by uuid not null references users,
    asked_at timestamptz not null,
    account uuid not null default current_account()
);

-- What the rule in force said when a task was submitted, and each time a batch was sent again outside of it. Rows are only added.
create table task_verdicts (
    id bigint generated always as identity primary key,
    task_id uuid not null references tasks on delete cascade,
    -- The rule set with its version, what was outside of it, and where somebody went on the reason, who and until when that holds.
    verdict jsonb not null,
    at timestamptz not null,
    account uuid not null default current_account()
);
create index task_verdicts_of_task on task_verdicts (task_id);

-- As for all rows of an account.
alter table calling_overrides enable row level security;
create policy of_current_account on calling_overrides using (account = (select current_account()));
alter table task_verdicts enable row level security;
create policy of_current_account on task_verdicts using (account = (select current_account()));
