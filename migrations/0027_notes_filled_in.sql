-- Whether leads without a note get a short reference when they are sent, so that every call can be told to be whose: as the account has
-- chosen, and as it was when a check was started. What was checked before has none. A process of the version before that takes a batch of
-- such a check finds another digest and does not send it: check again once the release is over.
-- squawk-ignore adding-not-nullable-field
alter table accounts add column fill_notes boolean not null default true;
alter table checks add column with_references boolean not null default false;
