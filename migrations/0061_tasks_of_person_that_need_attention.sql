-- no-transaction
-- The same of one person, with those that are marked as done.
create index concurrently if not exists tasks_of_person_that_need_attention on tasks (account_id, submitted_by, submitted_at desc, id desc)
    where state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up') or refused_cancels > 0
        or unconfirmed_cancels > 0;
