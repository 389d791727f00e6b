-- no-transaction
-- “Was this person called?”: numbers are found by their last five digits (`store/number_search.rs` asks in the same words). Submitting
-- 200,000 numbers takes about a second longer for it.
create index concurrently if not exists submitted_numbers_by_end on submitted_numbers ((number % 100000));
