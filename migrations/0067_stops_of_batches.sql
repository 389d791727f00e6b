-- no-transaction
-- Stops of whole batches that are due, or that the calling rule has asked again about: they come before the numbers that are cancelled, of
-- which thousands can wait.
create index concurrently if not exists stops_of_batches on stops (not_before)
    where row = 0 and (state = 'waiting' or state = 'unclear' and for_calling_rule);
