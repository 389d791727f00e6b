-- Drafts that were discarded: nobody finds them until they are restored, or deleted with their leads a week later.
alter table drafts
    add column discarded_at timestamptz,
    -- Who it was. Without a foreign key, as it would be looked up whenever a person goes; the history keeps who did what.
    add column discarded_by uuid;
