-- no-transaction
-- Tests, newest first: the list that shows them alone, and how many of them a person has made of late.
create index concurrently if not exists tasks_that_are_tests on tasks (account_id, submitted_at desc, id desc) where is_test;
