-- For how many days a do-not-call list counted as current when it was applied to a task, so that the proof of the task can tell whether it was
-- out of date then. Nothing where the list is the company's, or was applied before this.
alter table task_do_not_call_lists add column valid_days int;
alter table lists_at_sending
    add column valid_days int,
    -- The day on which it left out leads last, by the clock of the account.
    add column applied_on date;

-- The rule for India came with a source that tells of the amendment about number series, and not of the hours. Where it is still as it came, and
-- nobody has confirmed it, it names both. The table has a few rows.
update calling_rules
set source = 'Hours of promotional calls as vendors tell them (conversailabs.com; kedeyo.com, May 2026). TRAI, TCCCPR 2018: the amendment of 12 February 2025, about number series, as the press tells it (hindustantimes.com, 17 February 2025)'
where country = 'IN' and made_by is null and confirmed_at is null
    and source = 'TRAI, TCCCPR 2018 as amended on 12 February 2025, hours as vendors and the press tell them (hindustantimes.com, 17 February 2025)';
