-- Who asked not to be called before there was a do-not-call list is put on it once: when that was done for an account.

alter table accounts add column opt_outs_taken_in_at timestamptz;
-- Accounts that are made from now on have had the list from the beginning.
alter table accounts alter column opt_outs_taken_in_at set default now();
