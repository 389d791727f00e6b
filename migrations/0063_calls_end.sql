-- When the calls of a batch that AIRudder began at once have to end, by the calling rule: AIRudder sets the end of such a task and does not
-- tell it, so it is asked to stop what is left.
alter table parts
    -- From then on the rule allows no call. Nothing where the batch has a window of its own, or the rule allows every hour.
    add column calls_end_at timestamptz,
    -- Whether AIRudder was to be asked to stop it, or nothing was left to stop.
    add column calls_end_passed boolean not null default false;

-- Nobody in person wants these stops, and neither does the stop rule of the task.
alter table stops add column for_calling_rule boolean not null default false;
