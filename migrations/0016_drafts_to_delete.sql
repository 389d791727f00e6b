-- no-transaction
-- The drafts that are deleted next. A file like this holds one statement: Postgres takes several as one transaction.
create index concurrently if not exists drafts_discarded on drafts (discarded_at) where discarded_at is not null;
