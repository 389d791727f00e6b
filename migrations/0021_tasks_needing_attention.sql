-- no-transaction
-- What needs attention, newest first: `store/attention.rs` names it in the same words, which a test compares. The page of one list and the
-- count on every page read nothing else.
create index concurrently if not exists tasks_needing_attention on tasks (account_id, submitted_at desc, id desc)
    where state in ('unknown', 'absent', 'partly_created', 'refused', 'not_sent', 'given_up') and marked_done_at is null;
