-- The task whose settings a new draft began with: results are compared with it. Without a foreign key, which would read the whole table under
-- a lock; no task is deleted.
alter table drafts add column like_task uuid;
