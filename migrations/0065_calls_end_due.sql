-- no-transaction
-- Batches whose calls have to end some time, and that AIRudder may be calling.
create index concurrently if not exists parts_calls_end on parts (calls_end_at)
    where calls_end_at is not null and not calls_end_passed and state in ('sending', 'created', 'unknown', 'absent');
