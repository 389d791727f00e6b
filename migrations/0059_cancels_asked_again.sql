-- no-transaction
-- Numbers whose cancellation the provider gave no clear answer to: it is asked again. Where the call is over, `not_before` is infinity.
create index concurrently if not exists stops_asked_again on stops (not_before) where state = 'unclear' and row > 0;
