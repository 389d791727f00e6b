-- For how many days a do-not-call list counted as current when it was applied to a task, so that the proof of the task can tell whether it was
-- out of date then. Nothing where the list is the company's, or was applied before this.
alter table task_do_not_call_lists add column valid_days int;
alter table lists_at_sending
    add column valid_days int,
    -- The day on which it left out leads last, by the clock of the account.
    add column applied_on date;
