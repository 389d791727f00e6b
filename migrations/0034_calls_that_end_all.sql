-- no-transaction
-- Who is not to be called again, whichever task has heard it: few calls of many.
create index concurrently if not exists calls_that_end_all on calls (number) where call_group in ('do_not_call', 'wrong_number');
