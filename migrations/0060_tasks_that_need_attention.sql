-- no-transaction
-- What needs attention, newest first, those with failed cancellations among them: `store/attention.rs` names it in the same words, which a
-- test compares. The version before still reads `tasks_needing_attention`, `tasks_to_look_at` and `tasks_to_look_at_by_person`: the release
-- after this one drops them.
create index concurrently if not exists tasks_that_need_attention on tasks (account_id, submitted_at desc, id desc)
    where (state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up') or refused_cancels > 0
        or unconfirmed_cancels > 0) and marked_done_at is null;
